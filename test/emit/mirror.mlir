// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @product(%a: !mx.matrix<m x n, f64> {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "product", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %2 = mx.constant 2.0 : f64
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %2, %0, %a : f64, !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %3 = mx.mirror %1 : !mx.matrix<n x n, f64>
  return %3 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰product(A; ) = 2 Aᵀ A
// CHECK-NEXT: inline Eigen::MatrixXd product(const Eigen::MatrixXd& A) {
// CHECK-NEXT:   Eigen::MatrixXd t0(A.cols(), A.cols());
// CHECK-NEXT:   if (t0.rows() < 64)
// CHECK-NEXT:     t0.noalias() = 2.0 * A.transpose() * A;
// CHECK-NEXT:   else
// CHECK-NEXT:     t0.triangularView<Eigen::Lower>() = 2.0 * A.transpose() * A;
// CHECK-NEXT:   t0.triangularView<Eigen::StrictlyUpper>() = t0.transpose();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// Term by term, the diagonal by itself.
func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "A", mx.type = "const Eigen::MatrixXd&"},
    %s: !mx.matrix<n x n, f64> {mx.name = "S", mx.type = "const Eigen::MatrixXd&"},
    %v: !mx.matrix<n x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"},
    %c: f64 {mx.name = "c", mx.type = "double"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "sum", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %m = mx.constant -2.0 : f64
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %m, %0, %a : f64, !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %2 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %3 = mx.mul %v, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %4 = mx.diag %v : !mx.matrix<n x 1, f64>
  %5 = mx.identity : <n x n, f64>
  %6 = mx.mul %c, %5 : f64, !mx.matrix<n x n, f64>
  %7 = mx.add %4, %s, %6, %3, %1 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %8 = mx.mirror %7 : !mx.matrix<n x n, f64>
  return %8 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰sum(A; ) = t0
// CHECK-NEXT: ///   where t0 = S + diag(v) + v vᵀ + c I − 2 Aᵀ A
// CHECK-NEXT: inline Eigen::MatrixXd sum(const Eigen::MatrixXd& A, const Eigen::MatrixXd& S,
// CHECK-NEXT:                            const Eigen::VectorXd& v, double c) {
// CHECK-NEXT:   Eigen::MatrixXd t0(A.cols(), A.cols());
// CHECK-NEXT:   t0.triangularView<Eigen::Lower>() = v * v.transpose();
// CHECK-NEXT:   if (t0.rows() < 64)
// CHECK-NEXT:     t0.noalias() -= 2.0 * A.transpose() * A;
// CHECK-NEXT:   else
// CHECK-NEXT:     t0.triangularView<Eigen::Lower>() -= 2.0 * A.transpose() * A;
// CHECK-NEXT:   t0.triangularView<Eigen::Lower>() += S;
// CHECK-NEXT:   t0.diagonal() += v;
// CHECK-NEXT:   t0.diagonal().array() += c;
// CHECK-NEXT:   t0.triangularView<Eigen::StrictlyUpper>() = t0.transpose();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// Of a small matrix, all is computed.
func.func @small(%a: !mx.matrix<3 x 3, f64> {mx.name = "A", mx.type = "const Eigen::Matrix3d&"}) -> !mx.matrix<3 x 3, f64>
    attributes {mx.cpp_name = "small", mx.result = "Eigen::Matrix3d", mx.directions = []} {
  %0 = mx.transpose %a : !mx.matrix<3 x 3, f64>
  %1 = mx.mul %0, %a : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 3, f64>
  %3 = mx.mirror %1 : !mx.matrix<3 x 3, f64>
  return %3 : !mx.matrix<3 x 3, f64>
}
// CHECK-LABEL: /// d⁰small(A; ) = Aᵀ A
// CHECK-NEXT: inline Eigen::Matrix3d small(const Eigen::Matrix3d& A) {
// CHECK-NEXT:   Eigen::Matrix3d t0 = A.transpose() * A;
// CHECK-NEXT:   t0.triangularView<Eigen::StrictlyUpper>() = t0.transpose();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// What stands on the diagonal is added there.
func.func @damped(%a: !mx.matrix<3 x 3, f64> {mx.name = "A", mx.type = "const Eigen::Matrix3d&"}, %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<3 x 3, f64>
    attributes {mx.cpp_name = "damped", mx.result = "Eigen::Matrix3d", mx.directions = []} {
  %0 = mx.identity : <3 x 3, f64>
  %1 = mx.mul %s, %0 : f64, !mx.matrix<3 x 3, f64>
  %2 = mx.transpose %a : !mx.matrix<3 x 3, f64>
  %3 = mx.add %a, %2, %1 : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 3, f64>
  %4 = mx.mirror %3 : !mx.matrix<3 x 3, f64>
  return %4 : !mx.matrix<3 x 3, f64>
}
// CHECK-LABEL: /// d⁰damped(A; ) = A + s I + Aᵀ
// CHECK-NEXT: inline Eigen::Matrix3d damped(const Eigen::Matrix3d& A, double s) {
// CHECK-NEXT:   Eigen::Matrix3d t0 = A + A.transpose();
// CHECK-NEXT:   t0.diagonal().array() += s;
// CHECK-NEXT:   t0.triangularView<Eigen::StrictlyUpper>() = t0.transpose();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
