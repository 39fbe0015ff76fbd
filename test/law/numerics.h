//===- numerics.h - Functions on ill-conditioned, extreme data --*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What docs/numerics.md promises is tested by numerics.cpp.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

DELGEN(gradient(x), hessian(x), hvp(x))
inline double residual(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                       const Eigen::VectorXd &b) {
  return (A * x - b).squaredNorm();
}

DELGEN(gradient(A, b), del(A, 2), assume(spd(A)))
inline double energy(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return b.dot(A.llt().solve(b));
}

DELGEN(gradient(A), assume(spd(A)))
inline double log_det(const Eigen::MatrixXd &A) { return std::log(A.determinant()); }

DELGEN(gradient(b))
inline double projected(const Eigen::MatrixXd &A, const Eigen::VectorXd &b,
                        const Eigen::VectorXd &c) {
  return c.dot(A.colPivHouseholderQr().solve(b));
}

DELGEN(gradient(A), assume(symmetric(A)))
inline double least_eigenvalue(const Eigen::MatrixXd &A) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(A).eigenvalues()(0);
}

DELGEN(hessian(x))
inline double banana(const Eigen::VectorXd &x) {
  return std::exp(x.squaredNorm() / 7) * (x.array() * x.array().sin()).sum();
}

DELGEN(gradient(x))
inline double length(const Eigen::VectorXd &x) { return x.norm(); }

DELGEN(del(a, 2))
inline double root(double a) { return std::sqrt(a); }

/// The iterates of Heron, of which the limit is the root.
DELGEN(del(a))
inline double heron(double a, int steps) {
  double y = 1;
  for (int i = 0; i < steps; ++i)
    y = (y + a / y) / 2;
  return y;
}

DELGEN(gradient(x))
inline double sum_of_squares(const Eigen::VectorXd &x) { return x.squaredNorm() + x.sum(); }

template <typename Scalar>
DELGEN(gradient(x))
Scalar generic(const Eigen::Matrix<Scalar, Eigen::Dynamic, 1> &x) {
  return (x.array().exp() * x.array()).sum() / x.squaredNorm();
}
