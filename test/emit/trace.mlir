// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @trace(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "trace", mx.result = "double", mx.directions = []} {
  %0 = mx.trace %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰trace(a; ) = tr(a)
// CHECK-NEXT: inline double trace(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.trace();
// CHECK-NEXT: }

func.func @product(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x m, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "product", mx.result = "double", mx.directions = []} {
  %0 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64>
  %1 = mx.trace %0 : !mx.matrix<m x m, f64>
  return %1 : f64
}
// CHECK-LABEL: /// d⁰product(a; ) = ⟨a, bᵀ⟩
// CHECK-NEXT: inline double product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.cwiseProduct(b.transpose()).sum();
// CHECK-NEXT: }
