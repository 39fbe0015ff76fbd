//===- orders.h - High orders -----------------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(x, 5))
inline Eigen::MatrixXd dyad_with_sine(const Eigen::VectorXd &x) {
  return x * x.array().sin().matrix().transpose();
}

DELGEN(del(x, 5))
inline double ridge(const Eigen::VectorXd &x, const Eigen::VectorXd &w) {
  return (w - x / x.norm()).squaredNorm();
}

DELGEN(del(x, 5))
inline Eigen::VectorXd unit(const Eigen::VectorXd &x) { return x / x.norm(); }

inline Eigen::VectorXd layer(const Eigen::MatrixXd &W, const Eigen::VectorXd &x) {
  return (W * x).array().tanh();
}

DELGEN(del(x, 5), del(W1, 4), del(W1, W2, W1, x))
inline double network(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                      const Eigen::VectorXd &x) {
  return layer(W2, layer(W1, x)).squaredNorm();
}

DELGEN(del(x, 6))
inline Eigen::ArrayXd wave_packet(const Eigen::ArrayXd &x) { return x.sin() * (-x.square()).exp(); }
