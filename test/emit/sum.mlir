// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @sum(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "sum", mx.result = "double", mx.directions = []} {
  %0 = mx.sum %a : !mx.matrix<m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰sum(a; ) = sum(a)
// CHECK-NEXT: inline double sum(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.sum();
// CHECK-NEXT: }

func.func @array(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::ArrayXd&", mx.array}) -> f64
    attributes {mx.cpp_name = "array", mx.result = "double", mx.directions = []} {
  %0 = mx.sum %x : !mx.matrix<n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰array(x; ) = sum(x)
// CHECK-NEXT: inline double array(const Eigen::ArrayXd& x) {
// CHECK-NEXT:   return x.sum();
// CHECK-NEXT: }

func.func @of_sum(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %y: !mx.matrix<n x 1, f64> {mx.name = "y", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "of_sum", mx.result = "double", mx.directions = []} {
  %0 = mx.add %x, %y : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.map "exp" %0 : !mx.matrix<n x 1, f64>
  %2 = mx.sum %1 : !mx.matrix<n x 1, f64>
  return %2 : f64
}
// CHECK-LABEL: /// d⁰of_sum(x; ) = sum(exp(x + y))
// CHECK-NEXT: inline double of_sum(const Eigen::VectorXd& x, const Eigen::VectorXd& y) {
// CHECK-NEXT:   return (x + y).array().exp().sum();
// CHECK-NEXT: }
