// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @dynamic(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<r x s, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"},
    %c: !mx.matrix<p x q, f64> {mx.name = "c", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<p x q, f64>
    attributes {mx.cpp_name = "dynamic", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.block_sum %a, %b {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<r x s, f64> -> !mx.matrix<p x q, f64>
  %1 = mx.add %0, %c : !mx.matrix<p x q, f64>, !mx.matrix<p x q, f64>
  return %1 : !mx.matrix<p x q, f64>
}
// CHECK-LABEL: /// d⁰dynamic(a; ) = c + ⟨a, blocks(b)⟩
// CHECK-NEXT: inline Eigen::MatrixXd dynamic(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b,
// CHECK-NEXT:                                const Eigen::MatrixXd& c) {
// CHECK-NEXT:   Eigen::MatrixXd t0 = Eigen::MatrixXd::Zero(c.rows(), c.cols());
// CHECK-NEXT:   for (Eigen::Index j = 0; j < a.cols(); ++j) {
// CHECK-NEXT:     for (Eigen::Index i = 0; i < a.rows(); ++i) {
// CHECK-NEXT:       t0 += a(i, j) * b.block(i * c.rows(), j * c.cols(), c.rows(), c.cols());
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return c + t0;
// CHECK-NEXT: }

func.func @fixed(%a: !mx.matrix<3 x 2, f64> {mx.name = "a", mx.type = "const Eigen::Matrix<double, 3, 2>&"},
    %b: !mx.matrix<6 x 4, f64> {mx.name = "b", mx.type = "const Eigen::Matrix<double, 6, 4>&"}) -> !mx.matrix<2 x 2, f64>
    attributes {mx.cpp_name = "fixed", mx.result = "Eigen::Matrix2d", mx.directions = []} {
  %0 = mx.block_sum %a, %b {mx.local} : !mx.matrix<3 x 2, f64>, !mx.matrix<6 x 4, f64> -> !mx.matrix<2 x 2, f64>
  return %0 : !mx.matrix<2 x 2, f64>
}
// CHECK-LABEL: /// d⁰fixed(a; ) = ⟨a, blocks(b)⟩
// CHECK-NEXT: inline Eigen::Matrix2d fixed(const Eigen::Matrix<double, 3, 2>& a,
// CHECK-NEXT:                              const Eigen::Matrix<double, 6, 4>& b) {
// CHECK-NEXT:   Eigen::Matrix2d t0 = Eigen::Matrix2d::Zero();
// CHECK-NEXT:   for (Eigen::Index j = 0; j < 2; ++j) {
// CHECK-NEXT:     for (Eigen::Index i = 0; i < 3; ++i) {
// CHECK-NEXT:       t0 += a(i, j) * b.block<2, 2>(i * 2, j * 2);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
