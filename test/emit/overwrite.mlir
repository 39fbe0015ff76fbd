// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A variable is written again where what it holds is read for the last time, entry by entry. Formulas
// tell the values apart.
func.func @weights(%a: !mx.matrix<m x n, f64> {mx.name = "A", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "weights", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.mul %a, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.map "sin" %0 : !mx.matrix<m x 1, f64>
  %2 = mx.map "tanh" %1 : !mx.matrix<m x 1, f64>
  %3 = mx.map "cos" %2 : !mx.matrix<m x 1, f64>
  %4 = mx.map "tanh" %3 : !mx.matrix<m x 1, f64>
  %5 = mx.hadamard %3, %4 : !mx.matrix<m x 1, f64>, !mx.matrix<m x 1, f64>
  %6 = mx.map "sin" %5 : !mx.matrix<m x 1, f64>
  %7 = mx.diag %6 : !mx.matrix<m x 1, f64>
  %8 = mx.transpose %a : !mx.matrix<m x n, f64>
  %9 = mx.mul %8, %7, %a : !mx.matrix<n x m, f64>, !mx.matrix<m x m, f64>, !mx.matrix<m x n, f64>
  return %9 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰weights(A; ) = Aᵀ diag(t0′) A
// CHECK-NEXT: ///   where t0 = cos(tanh(sin(A x)))
// CHECK-NEXT: ///   and t0′ = sin(t0 ∘ tanh(t0))
// CHECK-NEXT: inline Eigen::MatrixXd weights(const Eigen::MatrixXd& A, const Eigen::VectorXd& x) {
// CHECK-NEXT:   Eigen::VectorXd t0 = A * x;
// CHECK-NEXT:   t0 = t0.array().sin().tanh().cos().matrix();
// CHECK-NEXT:   t0 = (t0.array() * t0.array().tanh()).sin().matrix();
// CHECK-NEXT:   return A.transpose() * (t0.asDiagonal() * A);
// CHECK-NEXT: }

// What is read elsewhere, in other places or of a name of its own is not written over.
func.func @read(%a: !mx.matrix<n x n, f64> {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "read", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.map "exp" %a : !mx.matrix<n x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x n, f64>
  %2 = mx.hadamard %0, %1 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %3 = mx.map "sin" %2 : !mx.matrix<n x n, f64>
  %4 = mx.mul %3, %2 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %4 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰read(A; ) = sin(exp(A) ∘ exp(A)ᵀ) (exp(A) ∘ exp(A)ᵀ)
// CHECK-NEXT: inline Eigen::MatrixXd read(const Eigen::MatrixXd& A) {
// CHECK-NEXT:   const Eigen::ArrayXXd t0 = A.array().exp();
// CHECK-NEXT:   const Eigen::ArrayXXd t1 = t0 * t0.transpose();
// CHECK-NEXT:   return t1.sin().matrix() * t1.matrix();
// CHECK-NEXT: }

// Column by column, too.
func.func @softmax(%z: !mx.matrix<m x n, f64> {mx.name = "Z", mx.type = "const Eigen::MatrixXd&"},
    %y: !mx.matrix<m x n, f64> {mx.name = "Y", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "softmax", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.map "exp" %z : !mx.matrix<m x n, f64>
  %1 = mx.constant 1.0 : f64
  %2 = mx.fill %1 : f64 -> <1 x m, f64>
  %3 = mx.mul %2, %0 : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>
  %4 = mx.diag %3 : !mx.matrix<1 x n, f64>
  %5 = mx.mul %0, %4 : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>
  %6 = mx.add %5, %y : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %6 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰softmax(Z; ) = t0
// CHECK-NEXT: ///   where t0 = ((u, v) ↦ u + sum(v) v)[Y, exp(Z)]
// CHECK-NEXT: inline Eigen::MatrixXd softmax(const Eigen::MatrixXd& Z, const Eigen::MatrixXd& Y) {
// CHECK-NEXT:   Eigen::MatrixXd t0 = Z.array().exp().matrix();
// CHECK-NEXT:   for (Eigen::Index j = 0; j < t0.cols(); ++j)
// CHECK-NEXT:     t0.col(j) = Y.col(j) + t0.col(j).sum() * t0.col(j);
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// What nothing reads any more is written over by what it is no part of, without a copy.
func.func @reused(%a: !mx.matrix<n x n, f64> {mx.name = "A", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x n, f64> {mx.name = "B", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 5000, f64> {mx.name = "X", mx.type = "const Eigen::Matrix<double, Eigen::Dynamic, 5000>&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "reused", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.mul %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 5000, f64>
  %2 = mx.map "tanh" %1 : !mx.matrix<n x 5000, f64>
  %3 = mx.transpose %x : !mx.matrix<n x 5000, f64>
  %4 = mx.mul %2, %3 : !mx.matrix<n x 5000, f64>, !mx.matrix<5000 x n, f64>
  %5 = mx.map "sin" %4 : !mx.matrix<n x n, f64>
  %6 = mx.mul %5, %4 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %6 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰reused(A; ) = sin(tanh(A B X) Xᵀ) tanh(A B X) Xᵀ
// CHECK-NEXT: inline Eigen::MatrixXd reused(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B,
// CHECK-NEXT:                               const Eigen::Matrix<double, Eigen::Dynamic, 5000>& X) {
// CHECK-NEXT:   Eigen::MatrixXd t0 = A * B;
// CHECK-NEXT:   Eigen::Matrix<double, Eigen::Dynamic, 5000> t1 = t0 * X;
// CHECK-NEXT:   t1 = t1.array().tanh().matrix();
// CHECK-NEXT:   t0.noalias() = t1 * X.transpose();
// CHECK-NEXT:   return t0.array().sin().matrix() * t0;
// CHECK-NEXT: }
