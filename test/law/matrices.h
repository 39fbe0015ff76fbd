//===- matrices.h - Gradients, Jacobians and Hessians ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Closed forms ------------------------------------------------------===//

DELGEN(jacobian(x), vjp(x), jacobian(A))
inline Eigen::VectorXd affine(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                              const Eigen::VectorXd &b) {
  return A * x - b;
}

DELGEN(gradient(x), hessian(x), hvp(x), hessian(x, A), value_and_gradient(A, x, b))
inline double residual(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                       const Eigen::VectorXd &b) {
  return (A * x - b).squaredNorm();
}

DELGEN(gradient(X), hessian(X))
inline double fit(const Eigen::MatrixXd &X, const Eigen::VectorXd &a, const Eigen::VectorXd &b) {
  return (X * a - b).squaredNorm();
}

DELGEN(gradient(x), hessian(x), hvp(x))
inline double ridge_of(const Eigen::VectorXd &x, const Eigen::VectorXd &w) {
  return (w - x.normalized()).squaredNorm();
}

DELGEN(gradient(x), hessian(x), hessian(x, y))
inline double forms(const Eigen::VectorXd &x, const Eigen::RowVectorXd &y,
                    const Eigen::MatrixXd &A) {
  return (y * A * x)(0) * x.sum() + y.squaredNorm() * x.dot(x);
}

DELGEN(gradient(X), hessian(X))
inline double traces(const Eigen::MatrixXd &X, const Eigen::MatrixXd &A) {
  return (X.transpose() * A * X).trace() + (A * X).trace();
}

DELGEN(jacobian(X), jacobian(x))
inline Eigen::MatrixXd products_of(const Eigen::MatrixXd &X, const Eigen::VectorXd &x,
                                   const Eigen::MatrixXd &B) {
  return B * X * x * x.transpose() + X.transpose().transpose() * 2.0 * x.sum();
}

//===-- Entry by entry ----------------------------------------------------===//

DELGEN(gradient(x), hessian(x), hvp(x), hessian(A))
inline double logistic_loss(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                            const Eigen::VectorXd &y) {
  return (-y.cwiseProduct(A * x).array()).exp().log1p().sum();
}

DELGEN(gradient(x), hessian(x), hvp(x))
inline double log_sum_exp(const Eigen::VectorXd &x) {
  const double m = x.maxCoeff();
  return m + std::log((x.array() - m).exp().sum());
}

DELGEN(jacobian(x), vjp(x))
inline Eigen::ArrayXd softmax_of(const Eigen::ArrayXd &x) {
  const Eigen::ArrayXd e = (x - x.maxCoeff()).exp();
  return e / e.sum();
}

DELGEN(value_and_gradient(W1, W2), hvp(W1), hessian(W1), hessian(W1, W2))
inline double two_layers(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                         const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  const Eigen::MatrixXd T = (W1 * X).array().tanh();
  return (Y - W2 * T).squaredNorm();
}

// Infinite where it is not chosen: the gradient is 0 there, not NaN.
DELGEN(gradient(x), hvp(x), hessian(x))
inline double guarded_log(const Eigen::ArrayXd &x) {
  const Eigen::ArrayXd t = x.abs();
  return (t > 0.0).select(t * t.log() + t, 0.0).sum();
}

//===-- Linear algebra ----------------------------------------------------===//

DELGEN(gradient(S), hvp(S), hessian(S), assume(spd(S)))
inline double log_det_of(const Eigen::MatrixXd &S) { return std::log(S.determinant()); }

DELGEN(gradient(S), gradient(b), hessian(b), hessian(b, S), assume(spd(S)))
inline double quadratic_of(const Eigen::VectorXd &b, const Eigen::MatrixXd &S) {
  return b.dot(S.llt().solve(b));
}

// Taken to be symmetric by its use, in a callee as well.
inline Eigen::VectorXd solved_with(const Eigen::MatrixXd &K, const Eigen::VectorXd &b) {
  return K.llt().solve(b);
}

DELGEN(gradient(S), hvp(S), hessian(S))
inline double one_triangle_of(const Eigen::MatrixXd &S, const Eigen::VectorXd &a,
                              const Eigen::VectorXd &b) {
  const Eigen::LLT<Eigen::MatrixXd> llt(S);
  const Eigen::MatrixXd L = llt.matrixL();
  return 0.5 * a.dot(llt.solve(b)) + L.diagonal().array().log().sum();
}

DELGEN(gradient(S), hessian(S))
inline double one_triangle_called(const Eigen::MatrixXd &S, const Eigen::VectorXd &a,
                                  const Eigen::VectorXd &b) {
  return a.dot(solved_with(S, b));
}

DELGEN(gradient(X), hvp(X), hessian(X))
inline double bilinear_of(const Eigen::MatrixXd &X, const Eigen::VectorXd &a,
                          const Eigen::VectorXd &b) {
  return a.dot(X.inverse() * b);
}

DELGEN(gradient(X), hessian(X), jacobian(X))
inline double det_of(const Eigen::Matrix3d &X) { return X.determinant(); }

DELGEN(jacobian(X), vjp(X))
inline Eigen::MatrixXd inverse_of(const Eigen::MatrixXd &X) { return X.inverse(); }

DELGEN(gradient(L), hessian(L), gradient(D), assume(lower(L), diagonal(D)))
inline double structured(const Eigen::MatrixXd &L, const Eigen::MatrixXd &D,
                         const Eigen::VectorXd &b) {
  return (L.triangularView<Eigen::Lower>().solve(b)).squaredNorm() + b.dot(D * b) * D.trace();
}

DELGEN(gradient(x), hessian(x))
inline double log_det_of_weighted(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  const Eigen::MatrixXd M = A * x.asDiagonal() * A.transpose();
  return std::log(M.determinant());
}

//===-- Parts, calls, fixed sizes -----------------------------------------===//

DELGEN(gradient(x), hessian(x), hvp(x))
inline double rosenbrock_of(const Eigen::VectorXd &x) {
  const auto n = x.size();
  const Eigen::ArrayXd a = x.head(n - 1).array();
  return (100.0 * (x.tail(n - 1).array() - a.square()).square() + (1.0 - a).square()).sum();
}

DELGEN(jacobian(x), vjp(x))
inline Eigen::VectorXd assembled(const Eigen::VectorXd &x) {
  Eigen::VectorXd y(2 * x.size() + 1);
  y << x.reverse(), x(0) * x.sum(), 2.0 * x.cwiseProduct(x);
  return y;
}

inline Eigen::MatrixXd layer_of(const Eigen::MatrixXd &W, const Eigen::MatrixXd &X) {
  return (W * X).array().sin();
}

DELGEN(gradient(W), hvp(W), jacobian(W))
inline double called_twice(const Eigen::MatrixXd &W, const Eigen::MatrixXd &X) {
  return layer_of(W, layer_of(W, X)).sum() + layer_of(W, X).squaredNorm();
}

DELGEN(jacobian(w), jacobian(X), vjp(w))
inline Eigen::Vector2d camera_of(const Eigen::Vector3d &w, const Eigen::Vector3d &t,
                                 const Eigen::Vector3d &X) {
  const double angle = w.norm();
  const Eigen::Vector3d k = w / angle;
  const Eigen::Vector3d p = X * std::cos(angle) + k.cross(X) * std::sin(angle) +
                            k * k.dot(X) * (1.0 - std::cos(angle)) + t;
  return p.head<2>() / p(2);
}

DELGEN(gradient(s), hessian(s), hvp(s), jacobian(s), hessian(s, x), directional(s, 3), taylor(s, 3))
inline double scalar_of(double s, const Eigen::VectorXd &x) {
  return std::exp(s) * std::sin(s * x.sum()) + s * x.squaredNorm();
}

DELGEN(gradient(x), hessian(x), hvp(x))
inline float single_of(const Eigen::Vector3f &x, float s) { return s * x.squaredNorm() * x.sum(); }
