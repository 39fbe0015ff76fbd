//===- gaussian.h - Likelihood of a Gaussian --------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The negative log-likelihood of a sample x under a Gaussian with covariance S, without its
// constant: (xᵀS⁻¹x + log det S)/2. S is stated to be positive definite, so that one LLT
// serves the solve, the determinant and all that the derivatives need of them.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_GAUSSIAN_H
#define DELGEN_EXAMPLES_GAUSSIAN_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(assume(spd(S)), del(S, 2), del(x), del(S, x), gradient(S), hvp(x))
inline double gaussian(const Eigen::VectorXd &x, const Eigen::MatrixXd &S) {
  return 0.5 * (x.dot(S.inverse() * x) + std::log(S.determinant()));
}

#endif // DELGEN_EXAMPLES_GAUSSIAN_H
