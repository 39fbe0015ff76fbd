#pragma once
#include "weights.h"
#include <Eigen/Core>
#include <delgen/delgen.h>

#if !defined(NAME) || !defined(FROM_OPTIONS) || __cplusplus < 202002L
#error "these are not the flags of the target"
#endif

DELGEN(del(x))
inline double least_squares(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                            const Eigen::VectorXd &b) {
  return (A * x - b).squaredNorm();
}
