// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @kron(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<p x q, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<r x s, f64>
    attributes {mx.cpp_name = "kron", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.kron %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  return %0 : !mx.matrix<r x s, f64>
}
// CHECK-LABEL: /// d⁰kron(a; ) = a ⊗ b
// CHECK-NEXT: inline Eigen::MatrixXd kron(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return Eigen::kroneckerProduct(a, b).eval();
// CHECK-NEXT: }

// What is no object is computed once.
func.func @of_product(%a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<p x q, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<r x s, f64>
    attributes {mx.cpp_name = "of_product", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %1 = mx.mul %a, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %2 = mx.kron %1, %b : !mx.matrix<n x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  return %2 : !mx.matrix<r x s, f64>
}
// CHECK-LABEL: /// d⁰of_product(a; ) = (a a) ⊗ b
// CHECK-NEXT: inline Eigen::MatrixXd of_product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return Eigen::kroneckerProduct((a * a).eval(), b).eval();
// CHECK-NEXT: }
