//===- eigenvalues.h - Eigenvalues of symmetric matrices --------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard. Eigenvectors, whose sign is free, stand in pairs.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

DELGEN(del(A, 3))
inline Eigen::VectorXd all_eigenvalues(const Eigen::MatrixXd &A) {
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> es(A);
  return es.eigenvalues();
}

DELGEN(del(A, 2))
inline double largest(const Eigen::Matrix3d &A) {
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> es(A, Eigen::EigenvaluesOnly);
  return es.eigenvalues()(2) - es.eigenvalues()(0);
}

DELGEN(del(X, 2))
inline double gram(const Eigen::Matrix3d &X) {
  return Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d>(X.transpose() * X)
      .eigenvalues()
      .array()
      .log()
      .sum();
}

DELGEN(del(A, 2))
inline Eigen::MatrixXd projections(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> es(A);
  const Eigen::VectorXd y = es.eigenvectors().transpose() * x;
  return es.eigenvectors() * y.cwiseAbs2().cwiseProduct(es.eigenvalues()).asDiagonal() *
         es.eigenvectors().transpose();
}

// A function of a symmetric matrix: V exp(λ) Vᵀ.
DELGEN(del(A, 2))
inline Eigen::Matrix3d matrix_function(const Eigen::Matrix3d &A) {
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> es(0.25 * A);
  return es.eigenvectors() * es.eigenvalues().array().exp().matrix().asDiagonal() *
         es.eigenvectors().transpose();
}

DELGEN(del(A, 2))
inline float in_float(const Eigen::MatrixXf &A) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf>(A).eigenvalues().array().exp().sum();
}
