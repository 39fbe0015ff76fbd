// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a parameter whose type does not know that it is a column, or a scalar
func.func @column(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::MatrixXd&", mx.view = "{0}.col(0)"},
    %y: !mx.matrix<n x 1, f64> {mx.name = "y", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "column", mx.result = "double", mx.directions = []} {
  %0 = mx.inner %x, %y : <n x 1, f64>, <n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰column(x; ) = ⟨x, y⟩
// CHECK-NEXT: inline double column(const Eigen::MatrixXd& x, const Eigen::VectorXd& y) {
// CHECK-NEXT:   return x.col(0).dot(y);
// CHECK-NEXT: }

func.func @scalar(
    %s: f64 {mx.name = "s", mx.type = "const Eigen::Matrix<double, 1, 1>&", mx.view = "{0}(0, 0)"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "scalar", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.mul %s, %x : f64, !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰scalar(s; ) = s x
// CHECK-NEXT: inline Eigen::VectorXd scalar(const Eigen::Matrix<double, 1, 1>& s, const Eigen::VectorXd& x) {
// CHECK-NEXT:   return s(0, 0) * x;
// CHECK-NEXT: }

func.func @size(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::MatrixXd&", mx.view = "{0}.col(0)"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "size", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.constant 2.0 : f64
  %1 = mx.fill %0 : f64 -> <n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰size(x; ) = 2
// CHECK-NEXT: inline Eigen::VectorXd size(const Eigen::MatrixXd& x) {
// CHECK-NEXT:   return Eigen::VectorXd::Constant(x.rows(), 2.0);
// CHECK-NEXT: }

// the result is boxed where the user says so
func.func @boxed(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "boxed", mx.result = "Eigen::MatrixXd", mx.boxed, mx.directions = []} {
  %0 = mx.inner %x, %x : <n x 1, f64>, <n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰boxed(x; ) = ‖x‖²
// CHECK-NEXT: inline Eigen::MatrixXd boxed(const Eigen::VectorXd& x) {
// CHECK-NEXT:   return Eigen::MatrixXd::Constant(1, 1, x.squaredNorm());
// CHECK-NEXT: }
