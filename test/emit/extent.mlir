// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a size is read from a parameter of that size
func.func @vector(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "vector", mx.result = "double", mx.directions = []} {
  %0 = mx.extent "n"
  %1 = mx.real %0 : f64
  %2 = mx.mul %s, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d⁰vector(x; ) = s n
// CHECK-NEXT: inline double vector(const Eigen::VectorXd& x, double s) {
// CHECK-NEXT:   return s * static_cast<double>(x.size());
// CHECK-NEXT: }

func.func @matrix(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "matrix", mx.result = "double", mx.directions = []} {
  %0 = mx.extent "m"
  %1 = mx.real %0 : f64
  %2 = mx.extent "n"
  %3 = mx.real %2 : f64
  %4 = mx.pow %3, -1.0 : f64
  %5 = mx.mul %1, %4 : f64, f64
  return %5 : f64
}
// CHECK-LABEL: /// d⁰matrix(a; ) = m/n
// CHECK-NEXT: inline double matrix(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return static_cast<double>(a.rows()) / static_cast<double>(a.cols());
// CHECK-NEXT: }

func.func @parameter(%n: index {mx.name = "n", mx.type = "Eigen::Index", mx.size = "k"}) -> f64
    attributes {mx.cpp_name = "parameter", mx.result = "double", mx.directions = []} {
  %0 = mx.extent "k"
  %1 = mx.real %0 : f64
  %2 = mx.constant 2.0 : f64
  %3 = mx.mul %2, %1 : f64, f64
  return %3 : f64
}
// CHECK-LABEL: /// d⁰parameter(n; ) = 2 k
// CHECK-NEXT: inline double parameter(Eigen::Index n) {
// CHECK-NEXT:   return 2.0 * static_cast<double>(n);
// CHECK-NEXT: }
