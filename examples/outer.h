//===- outer.h - A dyad between matrices ------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A matrix-valued function of a vector, A x xᵀ B. Its derivatives are outer products of
// matrix-vector products: no step of them costs more than the result has entries.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_OUTER_H
#define DELGEN_EXAMPLES_OUTER_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(x, 3))
inline Eigen::MatrixXd outer(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                             const Eigen::MatrixXd &B) {
  return A * x * x.transpose() * B;
}

#endif // DELGEN_EXAMPLES_OUTER_H
