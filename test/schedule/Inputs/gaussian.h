#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(assume(spd(S)), del(S, 3))
inline double log_det(const Eigen::MatrixXd &S) { return std::log(S.determinant()); }

DELGEN(assume(spd(S)), del(S, 3), del(b, 2), del(S, b))
inline double quadratic(const Eigen::VectorXd &b, const Eigen::MatrixXd &S) {
  return b.dot(S.inverse() * b);
}

DELGEN(del(S, 3), del(b))
inline double likelihood(const Eigen::VectorXd &b, const Eigen::MatrixXd &S) {
  const Eigen::LLT<Eigen::MatrixXd> llt(S);
  const Eigen::MatrixXd L = llt.matrixL();
  return 0.5 * b.dot(llt.solve(b)) + L.diagonal().array().log().sum() + std::log(S.determinant());
}
