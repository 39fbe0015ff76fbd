//===- cookbook.h - Derivatives of the Matrix Cookbook ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard. What law/formulas.h and law/linear.h hold is
// not repeated. The sections are those of Petersen and Pedersen's chapter on derivatives.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <unsupported/Eigen/KroneckerProduct>

//===-- Determinants ------------------------------------------------------===//

// det(A X B), all square
DELGEN(del(X, 3), del(A, X))
inline double det_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                          const Eigen::MatrixXd &B) {
  return (A * X * B).determinant();
}

// det(A X B), X not square
DELGEN(del(X, 2))
inline double det_narrowed(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                           const Eigen::MatrixXd &B) {
  return (A * X * B).determinant();
}

// det(XᵀX)
DELGEN(del(X, 3))
inline double det_gram(const Eigen::MatrixXd &X) { return (X.transpose() * X).determinant(); }

// det(XᵀA X), X not square, A not symmetric
DELGEN(del(X, 2), del(A, X))
inline double det_congruence(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (X.transpose() * A * X).determinant();
}

// log det(XᵀX)
DELGEN(del(X, 3))
inline double log_det_gram(const Eigen::MatrixXd &X) {
  return std::log((X.transpose() * X).determinant());
}

// det X³
DELGEN(del(X, 2))
inline double det_power(const Eigen::MatrixXd &X) { return (X * X * X).determinant(); }

// det X⁻¹
DELGEN(del(X, 3))
inline double det_inverse(const Eigen::MatrixXd &X) { return X.inverse().determinant(); }

//===-- Inverses ----------------------------------------------------------===//

// aᵀX⁻¹b
DELGEN(del(X, 3), del(a, X))
inline double bilinear_inverse(const Eigen::VectorXd &a, const Eigen::MatrixXd &X,
                               const Eigen::VectorXd &b) {
  return a.transpose() * X.inverse() * b;
}

// tr(A X⁻¹ B)
DELGEN(del(X, 3))
inline double trace_between(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                            const Eigen::MatrixXd &B) {
  return (A * X.inverse() * B).trace();
}

// tr (X + A)⁻¹
DELGEN(del(X, 3), del(A, X))
inline double trace_shifted_inverse(const Eigen::MatrixXd &X, const Eigen::MatrixXd &A) {
  return (X + A).inverse().trace();
}

// tr((XᵀC X)⁻¹A)
DELGEN(del(X, 2))
inline double trace_congruence_inverse(const Eigen::MatrixXd &X, const Eigen::MatrixXd &C,
                                       const Eigen::MatrixXd &A) {
  return ((X.transpose() * C * X).inverse() * A).trace();
}

// tr((A + XᵀC X)⁻¹ XᵀB X)
DELGEN(del(X, 2))
inline double trace_shifted_quotient(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                                     const Eigen::MatrixXd &C, const Eigen::MatrixXd &B) {
  return ((A + X.transpose() * C * X).inverse() * (X.transpose() * B * X)).trace();
}

// (X⁻¹)ₖₗ
DELGEN(del(X, 2))
inline double entry_inverse(const Eigen::MatrixXd &X) { return X.inverse()(2, 1); }

//===-- Eigenvalues -------------------------------------------------------===//

// Σ λᵢ
DELGEN(del(S, 2))
inline double sum_of_eigenvalues(const Eigen::MatrixXd &S) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(S).eigenvalues().sum();
}

// ∏ λᵢ
DELGEN(del(S, 2))
inline double product_of_eigenvalues(const Eigen::MatrixXd &S) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(S).eigenvalues().prod();
}

//===-- Linear and quadratic forms ----------------------------------------===//

// aᵀXᵀb
DELGEN(del(X, 3))
inline double bilinear_transposed(const Eigen::VectorXd &a, const Eigen::MatrixXd &X,
                                  const Eigen::VectorXd &b) {
  return a.transpose() * X.transpose() * b;
}

// aᵀX a
DELGEN(del(X, 3), del(a, X))
inline double quadratic_in_matrix(const Eigen::VectorXd &a, const Eigen::MatrixXd &X) {
  return a.transpose() * X * a;
}

// (X A)ₘₙ + (XᵀA)ₘₙ
DELGEN(del(X, 3), del(A, X))
inline double entries_of_products(const Eigen::MatrixXd &X, const Eigen::MatrixXd &A) {
  return (X * A)(0, 1) + (X.transpose() * A)(2, 0);
}

// Σ Xₖₗ Xₘₙ over all entries
DELGEN(del(X, 3))
inline double square_of_sum(const Eigen::MatrixXd &X) { return X.sum() * X.sum(); }

// bᵀXᵀX c
DELGEN(del(X, 3))
inline double form_of_gram(const Eigen::VectorXd &b, const Eigen::MatrixXd &X,
                           const Eigen::VectorXd &c) {
  return b.transpose() * X.transpose() * X * c;
}

// (B x + b)ᵀ C (D x + d)
DELGEN(del(x, 3), del(B, x), del(C, x))
inline double form_of_affine(const Eigen::MatrixXd &B, const Eigen::VectorXd &x,
                             const Eigen::VectorXd &b, const Eigen::MatrixXd &C,
                             const Eigen::MatrixXd &D, const Eigen::VectorXd &d) {
  return (B * x + b).transpose() * C * (D * x + d);
}

// (XᵀB X)ₖₗ for all k, l
DELGEN(del(X, 3))
inline Eigen::MatrixXd matrix_congruence(const Eigen::MatrixXd &X, const Eigen::MatrixXd &B) {
  return X.transpose() * B * X;
}

// (X b + c)ᵀ D (X b + c)
DELGEN(del(X, 3))
inline double form_of_residual(const Eigen::MatrixXd &X, const Eigen::VectorXd &b,
                               const Eigen::VectorXd &c, const Eigen::MatrixXd &D) {
  return (X * b + c).transpose() * D * (X * b + c);
}

// aᵀX³b
DELGEN(del(X, 3))
inline double form_of_power(const Eigen::VectorXd &a, const Eigen::MatrixXd &X,
                            const Eigen::VectorXd &b) {
  return a.transpose() * X * X * X * b;
}

// aᵀ(X²)ᵀX²b
DELGEN(del(X, 3))
inline double form_of_gram_of_power(const Eigen::VectorXd &a, const Eigen::MatrixXd &X,
                                    const Eigen::VectorXd &b) {
  return a.transpose() * (X * X).transpose() * (X * X) * b;
}

// (x − A s)ᵀW (x − A s), W symmetric
DELGEN(assume(symmetric(W)), del(x, 3), del(s, 2), del(A, 2), del(W), del(s, x))
inline double weighted_square(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                              const Eigen::VectorXd &s, const Eigen::MatrixXd &W) {
  return (x - A * s).transpose() * W * (x - A * s);
}

// xᵀA x + bᵀx
DELGEN(del(x, 3), del(A, x), del(b, x))
inline double quadratic_and_linear(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                                   const Eigen::VectorXd &b) {
  const double form = x.transpose() * A * x;
  return form + b.dot(x);
}

//===-- Traces ------------------------------------------------------------===//

// tr(A X B)
DELGEN(del(X, 3))
inline double trace_chain(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                          const Eigen::MatrixXd &B) {
  return (A * X * B).trace();
}

// tr(A XᵀB)
DELGEN(del(X, 3))
inline double trace_chain_transposed(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                                     const Eigen::MatrixXd &B) {
  return (A * X.transpose() * B).trace();
}

// tr(A ⊗ X)
DELGEN(del(X, 2))
inline double trace_kronecker(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return Eigen::kroneckerProduct(A, X).eval().trace();
}

// tr(X ⊗ X)
DELGEN(del(X, 3))
inline double trace_kronecker_square(const Eigen::MatrixXd &X) {
  return Eigen::kroneckerProduct(X, X).eval().trace();
}

// tr X²
DELGEN(del(X, 3))
inline double trace_square(const Eigen::MatrixXd &X) { return (X * X).trace(); }

// tr(X²B)
DELGEN(del(X, 3))
inline double trace_square_product(const Eigen::MatrixXd &X, const Eigen::MatrixXd &B) {
  return (X * X * B).trace();
}

// tr(B X Xᵀ)
DELGEN(del(X, 3))
inline double trace_outer(const Eigen::MatrixXd &B, const Eigen::MatrixXd &X) {
  return (B * X * X.transpose()).trace();
}

// tr(A X B X)
DELGEN(del(X, 3))
inline double trace_twice(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                          const Eigen::MatrixXd &B) {
  return (A * X * B * X).trace();
}

// tr(A X B XᵀC)
DELGEN(del(X, 3), del(B, X))
inline double trace_with_transpose(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                                   const Eigen::MatrixXd &B, const Eigen::MatrixXd &C) {
  return (A * X * B * X.transpose() * C).trace();
}

// tr((A X B + C)(A X B + C)ᵀ)
DELGEN(del(X, 3))
inline double trace_gram_of_affine(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                                   const Eigen::MatrixXd &B, const Eigen::MatrixXd &C) {
  return ((A * X * B + C) * (A * X * B + C).transpose()).trace();
}

// tr X⁴
DELGEN(del(X, 3))
inline double trace_power(const Eigen::MatrixXd &X) { return (X * X * X * X).trace(); }

// tr(A X³)
DELGEN(del(X, 3), del(A, X))
inline double trace_power_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (A * X * X * X).trace();
}

// tr(BᵀXᵀC X XᵀC X B)
DELGEN(del(X, 3))
inline double trace_fourth_order(const Eigen::MatrixXd &B, const Eigen::MatrixXd &X,
                                 const Eigen::MatrixXd &C) {
  return (B.transpose() * X.transpose() * C * X * X.transpose() * C * X * B).trace();
}

// tr(XᵀB X C XᵀB X)
DELGEN(del(X, 2))
inline double trace_of_congruences(const Eigen::MatrixXd &X, const Eigen::MatrixXd &B,
                                   const Eigen::MatrixXd &C) {
  return (X.transpose() * B * X * C * X.transpose() * B * X).trace();
}

//===-- Norms -------------------------------------------------------------===//

// ‖x − a‖
DELGEN(del(x, 3), del(a), del(a, x))
inline double distance(const Eigen::VectorXd &x, const Eigen::VectorXd &a) {
  return (x - a).norm();
}

// (x − a)/‖x − a‖
DELGEN(del(x, 3), del(a, x))
inline Eigen::VectorXd direction(const Eigen::VectorXd &x, const Eigen::VectorXd &a) {
  return (x - a) / (x - a).norm();
}

// ‖X‖
DELGEN(del(X, 3))
inline double frobenius_norm(const Eigen::MatrixXd &X) { return X.norm(); }

//===-- Structured matrices -----------------------------------------------===//

// det S and tr(A S), S symmetric and given by one triangle
DELGEN(del(X, 2))
inline double symmetric_matrix(const Eigen::MatrixXd &X, const Eigen::MatrixXd &A) {
  const Eigen::MatrixXd S = X.selfadjointView<Eigen::Lower>();
  return S.determinant() + (A * S).trace();
}

// log det S, S symmetric
DELGEN(assume(symmetric(S)), del(S, 3))
inline double log_det_of_symmetric(const Eigen::MatrixXd &S) {
  return std::log(std::abs(S.determinant()));
}

// tr(A diag(x)) and xᵀA diag(x) b
DELGEN(del(x, 3))
inline double diagonal_matrix(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                              const Eigen::VectorXd &b) {
  const Eigen::MatrixXd D = x.asDiagonal();
  return (A * D).trace() + x.dot(A * D * b);
}

// tr(A T) and det T, T a Toeplitz matrix of its diagonals
DELGEN(del(t, 3))
inline double toeplitz_matrix(const Eigen::VectorXd &t, const Eigen::Matrix3d &A) {
  Eigen::Matrix3d T;
  T.col(0) = t.segment(2, 3);
  T.col(1) = t.segment(1, 3);
  T.col(2) = t.head(3);
  return (A * T).trace() + T.determinant();
}

// tr(A T), T symmetric Toeplitz, assembled entry by entry
DELGEN(del(t, 2), del(t, A))
inline double symmetric_toeplitz_matrix(const Eigen::Vector3d &t, const Eigen::Matrix3d &A) {
  Eigen::Matrix3d T;
  T << t(0), t(1), t(2), t(1), t(0), t(1), t(2), t(1), t(0);
  return (A * T * T).trace();
}

//===-- Further closed forms ----------------------------------------------===//

// Σᵢ ‖yᵢ − W₃ tanh(W₂ tanh(W₁ xᵢ))‖²
DELGEN(del(W1, 3), del(W2, 2), del(W3, 2), del(W1, W2), del(W1, W3))
inline double deep_network(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                           const Eigen::MatrixXd &W3, const Eigen::MatrixXd &X,
                           const Eigen::MatrixXd &Y) {
  const Eigen::MatrixXd H1 = (W1 * X).array().tanh();
  const Eigen::MatrixXd H2 = (W2 * H1).array().tanh();
  return (Y - W3 * H2).squaredNorm();
}

// (tr X)²
DELGEN(del(X, 3))
inline double square_of_trace(const Eigen::MatrixXd &X) { return X.trace() * X.trace(); }
