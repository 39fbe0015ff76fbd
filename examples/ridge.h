//===- ridge.h - Distance from a direction ----------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The distance of w from the direction of x, ‖w − x/‖x‖‖². It does not change when x is
// scaled, and its curvature grows without bound, like 1/‖x‖², as x approaches 0.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_RIDGE_H
#define DELGEN_EXAMPLES_RIDGE_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(x, 3), del(w, 2), del(x, w), gradient(x), hessian(x))
inline double ridge(const Eigen::VectorXd &x, const Eigen::VectorXd &w) {
  return (w - x / x.norm()).squaredNorm();
}

#endif // DELGEN_EXAMPLES_RIDGE_H
