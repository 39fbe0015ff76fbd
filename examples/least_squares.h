//===- least_squares.h - Residual of a linear model -------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The sum of squared residuals of a linear model. Its second derivative in x is the
// constant 2⟨AΔ₁, AΔ₂⟩ and its third is zero; in A and x together it is neither.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_LEAST_SQUARES_H
#define DELGEN_EXAMPLES_LEAST_SQUARES_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(x, 3), del(A, 2), del(A, x), gradient(x, A), hessian(x), hessian(A))
inline double least_squares(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                            const Eigen::VectorXd &b) {
  return (A * x - b).squaredNorm();
}

#endif // DELGEN_EXAMPLES_LEAST_SQUARES_H
