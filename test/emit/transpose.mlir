// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a view, of what it stands on
func.func @view(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "view", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: /// d⁰view(a; ) = aᵀ
// CHECK-NEXT: inline Eigen::MatrixXd view(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.transpose();
// CHECK-NEXT: }

func.func @product(
    %a: !mx.matrix<m x k, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<k x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "product", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.mul %a, %b : !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: /// d⁰product(a; ) = bᵀ aᵀ
// CHECK-NEXT: inline Eigen::MatrixXd product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return b.transpose() * a.transpose();
// CHECK-NEXT: }

func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "sum", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: /// d⁰sum(a; ) = (a + b)ᵀ
// CHECK-NEXT: inline Eigen::MatrixXd sum(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return (a + b).transpose();
// CHECK-NEXT: }

func.func @array(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::Array<double, 1, Eigen::Dynamic>", mx.array, mx.directions = []} {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰array(x; ) = xᵀ
// CHECK-NEXT: inline Eigen::Array<double, 1, Eigen::Dynamic> array(const Eigen::ArrayXd& x) {
// CHECK-NEXT:   return x.transpose();
// CHECK-NEXT: }
