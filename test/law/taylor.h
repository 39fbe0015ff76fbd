//===- taylor.h - Series in one direction -----------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(directional(x, 6), taylor(x, 6))
inline Eigen::ArrayXd damped_wave(const Eigen::ArrayXd &x) { return x.sin() * (-x.square()).exp(); }

DELGEN(directional(x, 5))
inline double shifted_form(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  const Eigen::Index n = x.size();
  const Eigen::MatrixXd S = A + (x * x.transpose()).trace() * Eigen::MatrixXd::Identity(n, n);
  return x.dot(S.lu().solve(x));
}

// A product of many factors, scalars among them, and an outer product
DELGEN(directional(x, 4), directional(A, 4))
inline Eigen::MatrixXd layered(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return x.sum() * x.squaredNorm() * (A * A * x) * (A.transpose() * x).transpose();
}

DELGEN(directional(A, 5))
inline double cubic_form(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return x.dot(A * A.transpose() * A * x);
}

DELGEN(directional(A, 5), taylor(A, 4))
inline Eigen::MatrixXd inverse_between(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return A * (A + B).inverse() * A.transpose();
}

DELGEN(directional(A, 5))
inline Eigen::RowVectorXd row_solve(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return (A * x).transpose() * A.inverse() * A.transpose();
}

DELGEN(directional(A, 5))
inline double determinants(const Eigen::MatrixXd &A) {
  return std::log(A.determinant()) * A.determinant();
}

DELGEN(directional(x, 5))
inline Eigen::VectorXd powers(const Eigen::VectorXd &x) {
  return x.array().pow(1.5) + x.array().pow(-0.7) + x.array().cube().inverse() +
         x.array().square().square() / x.norm();
}

// Whole powers where the base is 0
DELGEN(directional(x, 6))
inline Eigen::VectorXd at_zero(const Eigen::VectorXd &x) {
  return x.array().cube() + x.array().pow(5) * x.array().square();
}

DELGEN(directional(x, 5), directional(p, 5))
inline double general_power(double x, double p) { return std::pow(x, p) + std::pow(p, x * x); }

DELGEN(directional(x, 5))
inline Eigen::VectorXd functions(const Eigen::VectorXd &x) {
  return (x.array().exp() + x.array().sin().log1p() + x.array().atan() * x.array().tanh() +
          x.array().cosh() + x.array().square().sqrt().log())
      .matrix();
}

DELGEN(directional(x, 4))
inline double scalar_functions(double x) {
  return std::asin(x) + std::acos(x) * std::tan(x) + std::atanh(x) + std::asinh(x) +
         std::acosh(2 + x) + std::cbrt(x) * std::erf(x) + std::erfc(x) + std::expm1(x) +
         std::lgamma(x) + 1 / (1 + std::exp(-x));
}

DELGEN(directional(x, 4), directional(y, 4))
inline double angles(double x, double y) { return std::atan2(x, y) * std::hypot(x, y); }

DELGEN(directional(x, 4))
inline double chosen(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return (x.array() < y.array()).select(x.array().sin(), x.array() * y.array().exp()).sum() *
         x.cwiseMax(y).squaredNorm() * (x.array() * x.array()).maxCoeff();
}

DELGEN(directional(x, 4))
inline Eigen::VectorXd pieces(const Eigen::VectorXd &x) {
  const Eigen::Index n = x.size();
  Eigen::VectorXd y = x.reverse();
  y.head(n - 1) = x.tail(n - 1).cwiseProduct(x.head(n - 1)) * x(0);
  return y.cwiseProduct(x);
}

DELGEN(directional(x, 4))
inline double entry_product(const Eigen::VectorXd &x) { return x.array().sin().prod(); }

// The layers are called, and one is used twice.
inline Eigen::VectorXd bent(const Eigen::MatrixXd &W, const Eigen::VectorXd &x) {
  return (W * x).array().tanh();
}

DELGEN(directional(x, 4), directional(W, 4))
inline double bent_twice(const Eigen::MatrixXd &W, const Eigen::VectorXd &x) {
  return bent(W, bent(W, x)).squaredNorm();
}

DELGEN(directional(x, 5), taylor(x, 3))
inline Eigen::Vector3d turned(const Eigen::Vector3d &x, const Eigen::Vector3d &y) {
  return x.cross(y).cross(x) * x.dot(y);
}

// Of degree 2: what follows is zero.
DELGEN(directional(x, 3), taylor(x, 4))
inline Eigen::VectorXf quadratic(const Eigen::VectorXf &x, const Eigen::MatrixXf &A) {
  return A * x * x.transpose() * x.cwiseAbs() / 2 - x;
}

// Factorisations and solves with their factors
DELGEN(directional(S, 4))
inline Eigen::MatrixXd factor_of(const Eigen::MatrixXd &S) { return S.llt().matrixL(); }

DELGEN(directional(S, 3), directional(x, 3))
inline double whitened(const Eigen::MatrixXd &S, const Eigen::VectorXd &x) {
  return S.llt().matrixL().solve(x).array().cube().sum() + std::log(S.determinant());
}

DELGEN(directional(A, 3))
inline Eigen::VectorXd fitted(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.colPivHouseholderQr().solve(b);
}

DELGEN(directional(A, 3))
inline Eigen::MatrixXd spectral(const Eigen::MatrixXd &A) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> es(A);
  const Eigen::VectorXd y = es.eigenvalues().array().sin();
  return es.eigenvectors() * y.asDiagonal() * es.eigenvectors().transpose();
}

DELGEN(directional(A, 3))
inline Eigen::VectorXd spectrum(const Eigen::MatrixXd &A) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(A).eigenvalues();
}

// Real exponents that are not known while compiling
DELGEN(directional(x, 4), directional(p, 3))
inline Eigen::ArrayXd powers_of_array(const Eigen::ArrayXd &x, double p) { return x.pow(p) * x; }

DELGEN(directional(x, 3), directional(q, 3))
inline Eigen::ArrayXd powers_by_entry(const Eigen::ArrayXd &x, const Eigen::ArrayXd &q) {
  return Eigen::pow(x, q);
}
