// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @diagonal(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "diagonal", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.diagonal %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰diagonal(a; ) = diagonal(a)
// CHECK-NEXT: inline Eigen::VectorXd diagonal(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.diagonal();
// CHECK-NEXT: }

func.func @product(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "product", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.mul %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.diagonal %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰product(a; ) = diagonal(a b)
// CHECK-NEXT: inline Eigen::VectorXd product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return (a * b).diagonal();
// CHECK-NEXT: }
