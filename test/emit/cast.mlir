// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @scalar(%a: f64 {mx.name = "a", mx.type = "double"}) -> f32
    attributes {mx.cpp_name = "scalar", mx.result = "float", mx.directions = []} {
  %0 = mx.cast %a : f64 -> f32
  return %0 : f32
}
// CHECK-LABEL: /// d⁰scalar(a; ) = a
// CHECK-NEXT: inline float scalar(double a) {
// CHECK-NEXT:   return static_cast<float>(a);
// CHECK-NEXT: }

func.func @matrix(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f32>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXf", mx.directions = []} {
  %0 = mx.cast %a : !mx.matrix<m x n, f64> -> !mx.matrix<m x n, f32>
  return %0 : !mx.matrix<m x n, f32>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = a
// CHECK-NEXT: inline Eigen::MatrixXf matrix(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.cast<float>();
// CHECK-NEXT: }

func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f32>
    attributes {mx.cpp_name = "sum", mx.result = "Eigen::MatrixXf", mx.directions = []} {
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.cast %0 : !mx.matrix<m x n, f64> -> !mx.matrix<m x n, f32>
  return %1 : !mx.matrix<m x n, f32>
}
// CHECK-LABEL: /// d⁰sum(a; ) = a + b
// CHECK-NEXT: inline Eigen::MatrixXf sum(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return (a + b).cast<float>();
// CHECK-NEXT: }

func.func @array(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::ArrayXf", mx.array, mx.directions = []} {
  %0 = mx.cast %x : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰array(x; ) = x
// CHECK-NEXT: inline Eigen::ArrayXf array(const Eigen::ArrayXd& x) {
// CHECK-NEXT:   return x.cast<float>();
// CHECK-NEXT: }
