// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// one factor of a product
func.func @view(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "view", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.symmetric %a {lower = true} : !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰view(a; ) = sym(a) x
// CHECK-NEXT: inline Eigen::VectorXd view(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   return a.selfadjointView<Eigen::Lower>() * x;
// CHECK-NEXT: }

func.func @value(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "value", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.symmetric %a {lower = false} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰value(a; ) = sym(a)
// CHECK-NEXT: inline Eigen::MatrixXd value(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.selfadjointView<Eigen::Upper>().toDenseMatrix();
// CHECK-NEXT: }

// a factorisation reads the lower triangle
func.func @factored(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "factored", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.symmetric %a {lower = false} : !mx.matrix<n x n, f64>
  %1 = mx.inverse "ldlt" %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰factored(a; ) = sym(a)⁻¹ x
// CHECK-NEXT: inline Eigen::VectorXd factored(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::LDLT<Eigen::MatrixXd> ldlt(a.transpose());
// CHECK-NEXT:   return ldlt.solve(x);
// CHECK-NEXT: }
