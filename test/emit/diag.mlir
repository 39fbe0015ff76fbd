// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @diag(
    %v: !mx.matrix<n x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "diag", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰diag(v; ) = diag(v)
// CHECK-NEXT: inline Eigen::MatrixXd diag(const Eigen::VectorXd& v) {
// CHECK-NEXT:   return v.asDiagonal().toDenseMatrix();
// CHECK-NEXT: }

func.func @product(
    %v: !mx.matrix<n x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<n x m, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "product", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: /// d⁰product(v; ) = diag(v) a
// CHECK-NEXT: inline Eigen::MatrixXd product(const Eigen::VectorXd& v, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return v.asDiagonal() * a;
// CHECK-NEXT: }

func.func @array(
    %v: !mx.matrix<n x 1, f64> {mx.name = "v", mx.type = "const Eigen::ArrayXd&", mx.array},
    %a: !mx.matrix<n x m, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: /// d⁰array(v; ) = diag(v) a
// CHECK-NEXT: inline Eigen::MatrixXd array(const Eigen::ArrayXd& v, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return v.matrix().asDiagonal() * a;
// CHECK-NEXT: }

func.func @scaled(%s: f64 {mx.name = "s", mx.type = "double"},
    %v: !mx.matrix<n x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "scaled", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.mul %s, %v : f64, !mx.matrix<n x 1, f64>
  %1 = mx.diag %0 : !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰scaled(s; ) = s diag(v)
// CHECK-NEXT: inline Eigen::MatrixXd scaled(double s, const Eigen::VectorXd& v) {
// CHECK-NEXT:   return s * v.asDiagonal().toDenseMatrix();
// CHECK-NEXT: }
