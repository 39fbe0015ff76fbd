//===- network.h - Error of a two-layer network -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A feed-forward network with one hidden layer and its squared error over a batch: the
// columns of X are the samples, those of Y what the network should make of them. Derivatives
// go through the call of `layer`.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_NETWORK_H
#define DELGEN_EXAMPLES_NETWORK_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

inline Eigen::MatrixXd layer(const Eigen::MatrixXd &W, const Eigen::MatrixXd &X) {
  return (W * X).array().tanh();
}

DELGEN(del(W1, 2), del(W2, 2), del(W1, W2), value_and_gradient(W1, W2), hvp(W1))
inline double network(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                      const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  const Eigen::MatrixXd hidden = layer(W1, X);
  return (Y - layer(W2, hidden)).squaredNorm();
}

#endif // DELGEN_EXAMPLES_NETWORK_H
