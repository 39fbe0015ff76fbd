#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(taylor(x, 20))
inline Eigen::ArrayXd packet(const Eigen::ArrayXd &x) { return x.sin() * (-x.square()).exp(); }

DELGEN(directional(x, 20), taylor(x, 20))
inline double form(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  const Eigen::MatrixXd M =
      A + (x * x.transpose()).trace() * Eigen::MatrixXd::Identity(x.size(), x.size());
  return x.dot(M.partialPivLu().solve(x));
}
