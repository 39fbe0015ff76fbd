#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(value_and_gradient(W1, W2))
inline double loss(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2, const Eigen::MatrixXd &X,
                   const Eigen::MatrixXd &Y) {
  const Eigen::MatrixXd T = (W1 * X).array().tanh();
  return (Y - W2 * T).squaredNorm();
}
