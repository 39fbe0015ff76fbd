//===- logistic.h - Logistic regression -------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The loss of logistic regression, Σᵢ log(1 + exp(−yᵢ aᵢᵀx)) + λ‖x‖²/2: the rows aᵢᵀ of A
// are the samples and yᵢ = ±1 their classes.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_LOGISTIC_H
#define DELGEN_EXAMPLES_LOGISTIC_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(x, 3), del(lambda), del(x, lambda), gradient(x), hessian(x), hvp(x),
       value_and_gradient(x))
inline double logistic(const Eigen::VectorXd &x, const Eigen::MatrixXd &A, const Eigen::VectorXd &y,
                       double lambda) {
  const Eigen::VectorXd margins = y.cwiseProduct(A * x);
  return (-margins.array()).exp().log1p().sum() + lambda / 2 * x.squaredNorm();
}

#endif // DELGEN_EXAMPLES_LOGISTIC_H
