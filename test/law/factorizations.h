//===- factorizations.h - Each factorisation once -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard. law/linear.h has the many uses of them.

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(A))
inline Eigen::VectorXd lu(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.partialPivLu().solve(b);
}

DELGEN(del(A))
inline Eigen::VectorXd qr(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.householderQr().solve(b);
}

DELGEN(del(S, 2))
inline double likelihood(const Eigen::VectorXd &x, const Eigen::MatrixXd &S) {
  const Eigen::LLT<Eigen::MatrixXd> llt(S);
  const Eigen::MatrixXd L = llt.matrixL();
  return 0.5 * x.dot(llt.solve(x)) + L.diagonal().array().log().sum();
}

DELGEN(del(S))
inline Eigen::MatrixXd cholesky(const Eigen::MatrixXd &S) { return S.llt().matrixL(); }

DELGEN(del(S))
inline Eigen::Vector3f ldlt(const Eigen::Matrix3f &S, const Eigen::Vector3f &b) {
  return S.ldlt().solve(b);
}

DELGEN(del(A))
inline Eigen::VectorXd unit_upper(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return A.triangularView<Eigen::UnitUpper>().solve(b);
}
