#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>

#ifndef WEIGHT
#error "the target's definitions are not here"
#endif

DELGEN(del(x, 2), gradient(x), hessian(x))
inline double loss(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return WEIGHT * (A * x).squaredNorm();
}
