// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @factor(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "factor", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.cholesky %a : !mx.matrix<n x n, f64>
  %1 = mx.inverse "lower" %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %0, %1, %a, %1, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %3 = mx.mul %1, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.add %2, %3 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %4 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰factor(a; ) = a (chol(a)⁻¹ x) + chol(a)⁻¹ x
// CHECK-NEXT: inline Eigen::VectorXd factor(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::LLT<Eigen::MatrixXd> a_llt(a);
// CHECK-NEXT:   const Eigen::MatrixXd L = a_llt.matrixL();
// CHECK-NEXT:   const Eigen::VectorXd t0 = L.triangularView<Eigen::Lower>().solve(x);
// CHECK-NEXT:   return t0 + a * t0;
// CHECK-NEXT: }
