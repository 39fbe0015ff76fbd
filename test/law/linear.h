//===- linear.h - Inverses, solves, determinants, factorisations ----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

//===-- Inverses and determinants -----------------------------------------===//

DELGEN(del(X, 3))
inline Eigen::MatrixXd inverse(const Eigen::MatrixXd &X) { return X.inverse(); }

DELGEN(del(X, 3))
inline Eigen::Matrix3d inverse3(const Eigen::Matrix3d &X) { return X.inverse(); }

DELGEN(del(X, 2), del(a), del(X, a))
inline double inverse_between(const Eigen::MatrixXd &X, const Eigen::VectorXd &a,
                              const Eigen::VectorXd &b) {
  return a.transpose() * X.inverse() * b;
}

DELGEN(del(X, 3))
inline double det(const Eigen::MatrixXd &X) { return X.determinant(); }

DELGEN(del(X, 3))
inline double det3(const Eigen::Matrix3d &X) { return X.determinant(); }

DELGEN(del(X, 3))
inline double log_det(const Eigen::MatrixXd &X) { return std::log(X.determinant()); }

DELGEN(del(X, 3))
inline double log_abs_det(const Eigen::MatrixXd &X) { return std::log(std::abs(X.determinant())); }

DELGEN(del(X, 2), del(s, 2))
inline double log_of_scaled_det(const Eigen::MatrixXd &X, double s) {
  return std::log(2 * s * (s * X).determinant());
}

DELGEN(del(X, 2))
inline double det_of_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (X.transpose() * A * X).determinant();
}

DELGEN(del(X, 2))
inline double trace_of_inverse(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (A * X.inverse()).trace();
}

DELGEN(del(X, 2))
inline double trace_of_quotient(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return ((X.transpose() * X).inverse() * (X.transpose() * A * X)).trace();
}

DELGEN(del(X, 2), del(A, 2))
inline Eigen::MatrixXd resolvent(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (X + A).inverse() * X;
}

DELGEN(del(X, 3))
inline double cancelled(const Eigen::MatrixXd &X) { return (X.inverse() * X * X).sum(); }

//===-- Solves ------------------------------------------------------------===//

DELGEN(del(A, 3), del(b, 2), del(A, b))
inline Eigen::VectorXd lu(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.partialPivLu().solve(b);
}

DELGEN(del(A, 2), del(B))
inline Eigen::MatrixXd lu_of_matrix(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return A.lu().solve(B);
}

DELGEN(del(A, 2), del(b))
inline Eigen::VectorXd full_lu(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.fullPivLu().solve(b);
}

DELGEN(del(A, 2), del(b))
inline Eigen::Vector3d lu3(const Eigen::Matrix3d &A, const Eigen::Vector3d &b) {
  return A.partialPivLu().solve(b);
}

DELGEN(del(A, 2), del(b))
inline Eigen::VectorXf lu_of_floats(const Eigen::MatrixXf &A, const Eigen::VectorXf &b) {
  return A.partialPivLu().solve(b);
}

DELGEN(del(A, 2), del(b))
inline Eigen::VectorXd qr(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.householderQr().solve(b);
}

DELGEN(del(A, 3), del(b), del(A, b))
inline Eigen::VectorXd least_squares(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.colPivHouseholderQr().solve(b);
}

DELGEN(del(A, 2), del(b))
inline Eigen::VectorXd shortest(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(A);
  return qr.transpose().solve(b);
}

DELGEN(del(A, 2))
inline double residual(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return (A * A.householderQr().solve(b) - b).squaredNorm();
}

DELGEN(del(x, 2))
inline Eigen::VectorXd solve_of_function(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  const Eigen::PartialPivLU<Eigen::MatrixXd> lu(A + x * x.transpose());
  return lu.solve(x) + lu.solve(lu.solve(A * x));
}

DELGEN(del(S, 3), del(b, 2), del(S, b))
inline double quadratic(const Eigen::VectorXd &b, const Eigen::MatrixXd &S) {
  return b.dot(S.llt().solve(b));
}

DELGEN(del(S, 2), del(b))
inline Eigen::VectorXd ldlt(const Eigen::VectorXd &b, const Eigen::MatrixXd &S) {
  Eigen::LDLT<Eigen::MatrixXd> factors;
  factors.compute(S);
  return factors.solve(b);
}

DELGEN(del(X, 2))
inline double llt_of_gram(const Eigen::VectorXd &b, const Eigen::MatrixXd &X) {
  const Eigen::Index n = X.cols();
  const Eigen::MatrixXd K = X.transpose() * X + Eigen::MatrixXd::Identity(n, n);
  return b.dot(K.llt().solve(b)) + std::log(K.determinant());
}

DELGEN(del(X, 2))
inline Eigen::VectorXd llt_of_one_triangle(const Eigen::VectorXd &b, const Eigen::MatrixXd &X) {
  return (3 * X.transpose() * X + X).llt().solve(b);
}

DELGEN(del(A, 2), del(b))
inline Eigen::VectorXd transposed_lu(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  const Eigen::PartialPivLU<Eigen::MatrixXd> lu(A);
  const Eigen::VectorXd x = A.transpose().inverse() * b;
  return x + lu.inverse().transpose() * b.cwiseAbs2();
}

DELGEN(del(A), del(b))
inline Eigen::VectorXd in_place(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  Eigen::VectorXd x = b;
  A.triangularView<Eigen::Lower>().solveInPlace(x);
  return x;
}

DELGEN(del(A), del(B))
inline Eigen::MatrixXd on_the_right(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return A.triangularView<Eigen::Upper>().solve<Eigen::OnTheRight>(B);
}

DELGEN(del(b))
inline Eigen::VectorXd assigned(const Eigen::MatrixXd &X, const Eigen::VectorXd &b) {
  Eigen::LDLT<Eigen::MatrixXd> factors;
  factors = (X * X.transpose() + 9 * Eigen::MatrixXd::Identity(b.size(), b.size())).ldlt();
  return factors.solve(b);
}

//===-- Triangles ---------------------------------------------------------===//

DELGEN(del(A, 2), del(b), del(A, b))
inline Eigen::VectorXd lower(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.triangularView<Eigen::Lower>().solve(b);
}

DELGEN(del(A, 2), del(b))
inline Eigen::VectorXd unit_upper(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.triangularView<Eigen::UnitUpper>().solve(b);
}

DELGEN(del(A, 2), del(x), del(A, x))
inline Eigen::VectorXd triangular_product(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A.triangularView<Eigen::Upper>() * (A.triangularView<Eigen::StrictlyLower>() * x);
}

DELGEN(del(A, 2))
inline Eigen::MatrixXd unit_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return B * A.triangularView<Eigen::UnitLower>() * B;
}

DELGEN(del(A), del(x), del(A, x))
inline Eigen::VectorXd symmetric_product(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A.selfadjointView<Eigen::Lower>() * x;
}

DELGEN(del(A, 2))
inline double symmetric_form(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  const Eigen::MatrixXd S = A.selfadjointView<Eigen::Upper>();
  return x.dot(S * S * x);
}

DELGEN(del(A, 2), del(x))
inline Eigen::VectorXd multiples_of_views(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                                          double s) {
  const Eigen::VectorXd y = A.triangularView<Eigen::Upper>() * x;
  const Eigen::VectorXd z = A.selfadjointView<Eigen::Lower>() * y;
  return s * y / 3 - 2 * z - y.cwiseProduct(z) / s;
}

DELGEN(del(S, 3))
inline Eigen::MatrixXd cholesky(const Eigen::MatrixXd &S) { return S.llt().matrixL(); }

DELGEN(del(S, 3), del(x))
inline double log_likelihood(const Eigen::VectorXd &x, const Eigen::MatrixXd &S) {
  const Eigen::LLT<Eigen::MatrixXd> llt(S);
  const Eigen::MatrixXd L = llt.matrixL();
  return 0.5 * x.dot(llt.solve(x)) + L.diagonal().array().log().sum();
}

DELGEN(del(S, 2))
inline double whitened(const Eigen::VectorXd &x, const Eigen::MatrixXd &S) {
  return S.llt().matrixL().solve(x).array().cube().sum();
}

DELGEN(del(S, 2), del(x))
inline Eigen::VectorXd sampled(const Eigen::VectorXd &x, const Eigen::MatrixXd &S) {
  return S.llt().matrixU() * x;
}

//===-- Assumptions -------------------------------------------------------===//

DELGEN(assume(symmetric(A)), del(x, 2), del(A), del(A, x))
inline double form_of_symmetric(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return x.transpose() * A * x;
}

DELGEN(assume(spd(S)), del(S, 3), del(x, 2), del(S, x))
inline double negative_log_likelihood(const Eigen::VectorXd &x, const Eigen::MatrixXd &S) {
  return x.dot(S.inverse() * x) + std::log(S.determinant());
}

DELGEN(assume(lower(L)), del(L, 2), del(b))
inline Eigen::VectorXd solve_with_lower(const Eigen::MatrixXd &L, const Eigen::VectorXd &b) {
  return L.inverse() * b;
}

DELGEN(assume(upper(U)), del(U, 2))
inline double log_det_of_upper(const Eigen::MatrixXd &U) { return std::log(U.determinant()); }

DELGEN(assume(diagonal(D)), del(D, 2), del(x), del(D, x))
inline Eigen::VectorXd with_diagonal(const Eigen::MatrixXd &D, const Eigen::VectorXd &x) {
  return D * (D.inverse() * x + D * D * x);
}

DELGEN(assume(orthogonal(Q)), del(x, 2), del(A))
inline Eigen::VectorXd with_orthogonal(const Eigen::MatrixXd &Q, const Eigen::VectorXd &x,
                                       const Eigen::MatrixXd &A) {
  return Q.inverse() * A * Q * (Q.transpose() * Q * x).cwiseProduct(x);
}

//===-- Formulas from practice --------------------------------------------===//

DELGEN(del(s, 2), del(y), del(K, 2))
inline double marginal_likelihood(const Eigen::VectorXd &y, const Eigen::MatrixXd &K, double s) {
  const Eigen::Index n = y.size();
  const Eigen::MatrixXd C = K + s * s * Eigen::MatrixXd::Identity(n, n);
  const Eigen::LLT<Eigen::MatrixXd> llt(C);
  return -0.5 * y.dot(llt.solve(y)) - llt.matrixL().toDenseMatrix().diagonal().array().log().sum();
}

DELGEN(del(P, 2), del(R), del(z))
inline Eigen::VectorXd kalman_update(const Eigen::VectorXd &x, const Eigen::MatrixXd &P,
                                     const Eigen::MatrixXd &H, const Eigen::MatrixXd &R,
                                     const Eigen::VectorXd &z) {
  const Eigen::MatrixXd S = H * P * H.transpose() + R;
  return x + P * H.transpose() * S.ldlt().solve(z - H * x);
}

DELGEN(del(P, 2))
inline Eigen::MatrixXd kalman_covariance(const Eigen::MatrixXd &P, const Eigen::MatrixXd &H,
                                         const Eigen::MatrixXd &R) {
  const Eigen::MatrixXd K = P * H.transpose() * (H * P * H.transpose() + R).inverse();
  return P - K * H * P;
}

DELGEN(del(F, 3))
inline double neo_hookean(const Eigen::Matrix3d &F, double mu, double lambda) {
  const double J = F.determinant();
  const double logJ = std::log(J);
  return 0.5 * mu * ((F.transpose() * F).trace() - 3) - mu * logJ + 0.5 * lambda * logJ * logJ;
}

DELGEN(del(F, 2))
inline double symmetric_dirichlet(const Eigen::Matrix2d &F) {
  return F.squaredNorm() + F.inverse().squaredNorm();
}

DELGEN(del(x, 2), del(S, 2))
inline double mahalanobis(const Eigen::VectorXd &x, const Eigen::VectorXd &mean,
                          const Eigen::MatrixXd &S) {
  const Eigen::VectorXd r = x - mean;
  const double square = r.transpose() * S.inverse() * r;
  return std::sqrt(square);
}
