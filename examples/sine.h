//===- sine.h - A vector times its sine -------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// x sin(x)ᵀ: a product of which one factor is linear and the other has derivatives of every
// order, each an element-wise function again.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_SINE_H
#define DELGEN_EXAMPLES_SINE_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(x, 3))
inline Eigen::MatrixXd sine(const Eigen::VectorXd &x) {
  return x * x.array().sin().matrix().transpose();
}

#endif // DELGEN_EXAMPLES_SINE_H
