// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @scalar(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.result = "double", mx.directions = []} {
  %0 = mx.max %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰scalar(a; ) = max(a, b)
// CHECK-NEXT: inline double scalar(double a, double b) {
// CHECK-NEXT:   return std::max(a, b);
// CHECK-NEXT: }

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.max %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = max(a, b)
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.cwiseMax(b);
// CHECK-NEXT: }

func.func @filled(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "filled", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.max %0, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰filled(a; ) = max(s, a)
// CHECK-NEXT: inline Eigen::MatrixXd filled(const Eigen::MatrixXd& a, double s) {
// CHECK-NEXT:   return a.cwiseMax(s);
// CHECK-NEXT: }

func.func @array(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  %1 = mx.max %0, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰array(a; ) = max(exp(a), b)
// CHECK-NEXT: inline Eigen::MatrixXd array(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.array().exp().max(b.array()).matrix();
// CHECK-NEXT: }
