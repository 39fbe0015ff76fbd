//===- wells.h - A function with several critical points --------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_WELLS_H
#define DELGEN_EXAMPLES_WELLS_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

/// Σ (xᵢ² − 1)² + ½ xᵀ C x with a symmetric C: its minima lie near the corners of a cube, with
/// saddles between them and a maximum in the middle.
DELGEN(gradient(x), hessian(x), taylor(x, 1), taylor(x, 2), taylor(x, 3), taylor(x, 4),
       directional(x, 4), assume(symmetric(C)))
inline double wells(const Eigen::Vector2d &x, const Eigen::Matrix2d &C) {
  return (x.array().square() - 1).square().sum() + 0.5 * x.dot(C * x);
}

#endif // DELGEN_EXAMPLES_WELLS_H
