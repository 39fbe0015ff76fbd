//===- explain.h - Functions about which there is something to say -*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

DELGEN(hvp(W))
inline double loss(const Eigen::MatrixXd& V, const Eigen::MatrixXd& W, const Eigen::MatrixXd& X,
                   const Eigen::MatrixXd& Y) {
  return (Y - V * W * X).squaredNorm();
}

DELGEN(gradient(W))
inline double entropy(const Eigen::MatrixXd& W, const Eigen::MatrixXd& X,
                      const Eigen::MatrixXd& Y) {
  const Eigen::MatrixXd Z = W * X;
  return Z.array().exp().colwise().sum().log().sum() - (Y.array() * Z.array()).sum();
}

DELGEN(assume(spd(S)), hessian(x), del(S))
inline double distance(const Eigen::VectorXd& x, const Eigen::MatrixXd& S,
                       const Eigen::MatrixXd& A) {
  return (A * x).dot(S.inverse() * (A * x)) / 2.0 + std::log(S.determinant());
}

/// What is the same in each iteration is computed once.
DELGEN(gradient(x))
inline double repeated(const Eigen::VectorXd& x, const Eigen::MatrixXd& S, int n) {
  Eigen::VectorXd y = x;
  for (int i = 0; i < n; ++i)
    y = S.llt().solve(y);
  return y.sum();
}

DELGEN(del(x))
inline Eigen::VectorXd entries(const Eigen::VectorXd& x) {
  return x.array().sin() * (-x.array().square()).exp();
}

DELGEN(gradient(x)) inline double plain(const Eigen::VectorXd& x) { return x.squaredNorm(); }
