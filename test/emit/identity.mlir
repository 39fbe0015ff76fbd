// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @dynamic(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "dynamic", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.add %a, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰dynamic(a; ) = a + I
// CHECK-NEXT: inline Eigen::MatrixXd dynamic(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a + Eigen::MatrixXd::Identity(a.rows(), a.rows());
// CHECK-NEXT: }

func.func @fixed(%s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<3 x 3, f64>
    attributes {mx.cpp_name = "fixed", mx.result = "Eigen::Matrix3d", mx.directions = []} {
  %0 = mx.identity : <3 x 3, f64>
  %1 = mx.mul %s, %0 : f64, !mx.matrix<3 x 3, f64>
  return %1 : !mx.matrix<3 x 3, f64>
}
// CHECK-LABEL: /// d⁰fixed(s; ) = s I
// CHECK-NEXT: inline Eigen::Matrix3d fixed(double s) {
// CHECK-NEXT:   return s * Eigen::Matrix3d::Identity();
// CHECK-NEXT: }

func.func @single(
    %a: !mx.matrix<n x n, f32> {mx.name = "a", mx.type = "const Eigen::MatrixXf&"}) -> !mx.matrix<n x n, f32>
    attributes {mx.cpp_name = "single", mx.result = "Eigen::MatrixXf", mx.directions = []} {
  %0 = mx.identity : <n x n, f32>
  %1 = mx.add %a, %0 : !mx.matrix<n x n, f32>, !mx.matrix<n x n, f32>
  return %1 : !mx.matrix<n x n, f32>
}
// CHECK-LABEL: /// d⁰single(a; ) = a + I
// CHECK-NEXT: inline Eigen::MatrixXf single(const Eigen::MatrixXf& a) {
// CHECK-NEXT:   return a + Eigen::MatrixXf::Identity(a.rows(), a.rows());
// CHECK-NEXT: }

func.func @embedding(
    %a: !mx.matrix<n x k, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x k, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x k, f64>
    attributes {mx.cpp_name = "embedding", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.identity : <m x n, f64>
  %1 = mx.mul %0, %a : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  return %1 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: /// d⁰embedding(a; ) = I a
// CHECK-NEXT: inline Eigen::MatrixXd embedding(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return Eigen::MatrixXd::Identity(b.rows(), a.rows()) * a;
// CHECK-NEXT: }
