// Functions whose work is known.
#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <vector>

DELGEN(gradient(x), hvp(x), hessian(x), del(x, 3))
inline double least_squares(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                            const Eigen::VectorXd &b) {
  return (A * x - b).squaredNorm();
}

DELGEN(value_and_gradient(W1, W2))
inline double in_one(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                     const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  const Eigen::MatrixXd H = (W1 * X).array().tanh();
  return (W2 * H - Y).squaredNorm();
}

DELGEN(value_and_gradient(W1, W2))
inline double by_samples(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                         const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  double sum = 0;
  for (Eigen::Index i = 0; i < X.cols(); ++i) {
    const Eigen::VectorXd h = (W1 * X.col(i)).array().tanh();
    sum += (W2 * h - Y.col(i)).squaredNorm();
  }
  return sum;
}

DELGEN(value_and_gradient(W))
inline double by_layers(const std::vector<Eigen::MatrixXd> &W, const Eigen::VectorXd &x,
                        const Eigen::VectorXd &y) {
  Eigen::VectorXd h = x;
  for (const Eigen::MatrixXd &w : W) {
    const Eigen::VectorXd z = w * h;
    h = z.array().tanh();
  }
  return (h - y).squaredNorm();
}

DELGEN(gradient(S))
inline double log_likelihood(const Eigen::MatrixXd &S, const Eigen::VectorXd &b) {
  return b.dot(S.llt().solve(b));
}

/// Called with a matrix whose sizes have other names.
inline Eigen::VectorXd twice(const Eigen::MatrixXd &B, const Eigen::VectorXd &z) {
  return B * (B * z);
}
DELGEN(del(A))
inline double calling(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return twice(A, x).sum();
}
