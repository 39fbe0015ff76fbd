// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// one factor of a product
func.func @view(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "view", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.triangle %a {lower = true, diagonal = 1.0} : !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰view(a; ) = tril(a) x
// CHECK-NEXT: inline Eigen::VectorXd view(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   return a.triangularView<Eigen::Lower>() * x;
// CHECK-NEXT: }

func.func @value(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "value", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.triangle %a {lower = false, diagonal = 1.0} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰value(a; ) = triu(a)
// CHECK-NEXT: inline Eigen::MatrixXd value(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::MatrixXd t0 = a.triangularView<Eigen::Upper>();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @strict(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "strict", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.triangle %a {lower = false, diagonal = 0.0} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰strict(a; ) = triu₀(a)
// CHECK-NEXT: inline Eigen::MatrixXd strict(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::MatrixXd t0 = a.triangularView<Eigen::StrictlyUpper>();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @half(
    %a: !mx.matrix<n x n, f32> {mx.name = "a", mx.type = "const Eigen::MatrixXf&"}) -> !mx.matrix<n x n, f32>
    attributes {mx.cpp_name = "half", mx.result = "Eigen::MatrixXf", mx.directions = []} {
  %0 = mx.triangle %a {lower = true, diagonal = 0.5} : !mx.matrix<n x n, f32>
  return %0 : !mx.matrix<n x n, f32>
}
// CHECK-LABEL: /// d⁰half(a; ) = tril½(a)
// CHECK-NEXT: inline Eigen::MatrixXf half(const Eigen::MatrixXf& a) {
// CHECK-NEXT:   Eigen::MatrixXf t0 = a.triangularView<Eigen::StrictlyLower>();
// CHECK-NEXT:   t0.diagonal() = 0.5f * a.diagonal();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @solve(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "solve", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.triangle %a {lower = false, diagonal = 1.0} : !mx.matrix<n x n, f64>
  %1 = mx.inverse "upper" %0 : !mx.matrix<n x n, f64>
  %2 = mx.transpose %1 : !mx.matrix<n x n, f64>
  %3 = mx.mul %2, %1, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %3 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰solve(a; ) = triu(a)⁻ᵀ triu(a)⁻¹ x
// CHECK-NEXT: inline Eigen::VectorXd solve(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::VectorXd t0 = a.triangularView<Eigen::Upper>().solve(x);
// CHECK-NEXT:   return a.triangularView<Eigen::Upper>().transpose().solve(t0);
// CHECK-NEXT: }
