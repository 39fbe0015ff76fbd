// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// zeros, ones, a number; sizes only where the type has none
func.func @zero(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "zero", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.constant 0.0 : f64
  %1 = mx.fill %0 : f64 -> <m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰zero(a; ) = 0
// CHECK-NEXT: inline Eigen::MatrixXd zero(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return Eigen::MatrixXd::Zero(a.rows(), a.cols());
// CHECK-NEXT: }

func.func @ones(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "ones", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.constant 1.0 : f64
  %1 = mx.fill %0 : f64 -> <n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰ones(x; ) = 1
// CHECK-NEXT: inline Eigen::VectorXd ones(const Eigen::VectorXd& x) {
// CHECK-NEXT:   return Eigen::VectorXd::Ones(x.size());
// CHECK-NEXT: }

func.func @constant(%s: f64 {mx.name = "s", mx.type = "double"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "constant", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰constant(s; ) = s
// CHECK-NEXT: inline Eigen::VectorXd constant(double s, const Eigen::VectorXd& x) {
// CHECK-NEXT:   return Eigen::VectorXd::Constant(x.size(), s);
// CHECK-NEXT: }

func.func @fixed(%s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<3 x 3, f64>
    attributes {mx.cpp_name = "fixed", mx.result = "Eigen::Matrix3d", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <3 x 3, f64>
  return %0 : !mx.matrix<3 x 3, f64>
}
// CHECK-LABEL: /// d⁰fixed(s; ) = s
// CHECK-NEXT: inline Eigen::Matrix3d fixed(double s) {
// CHECK-NEXT:   return Eigen::Matrix3d::Constant(s);
// CHECK-NEXT: }

func.func @half(%s: f64 {mx.name = "s", mx.type = "double"},
    %a: !mx.matrix<3 x n, f64> {mx.name = "a", mx.type = "const Eigen::Matrix<double, 3, Eigen::Dynamic>&"}) -> !mx.matrix<3 x n, f64>
    attributes {mx.cpp_name = "half", mx.result = "Eigen::Matrix<double, 3, Eigen::Dynamic>", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <3 x n, f64>
  return %0 : !mx.matrix<3 x n, f64>
}
// CHECK-LABEL: /// d⁰half(s; ) = s
// CHECK-NEXT: inline Eigen::Matrix<double, 3, Eigen::Dynamic> half(double s,
// CHECK-NEXT:                                                      const Eigen::Matrix<double, 3, Eigen::Dynamic>& a) {
// CHECK-NEXT:   return Eigen::Matrix<double, 3, Eigen::Dynamic>::Constant(3, a.cols(), s);
// CHECK-NEXT: }

func.func @array(%s: f64 {mx.name = "s", mx.type = "double"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.fill %s : f64 -> <n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰array(s; ) = s
// CHECK-NEXT: inline Eigen::ArrayXd array(double s, const Eigen::VectorXd& x) {
// CHECK-NEXT:   return Eigen::VectorXd::Constant(x.size(), s).array();
// CHECK-NEXT: }
