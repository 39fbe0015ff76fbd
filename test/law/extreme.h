//===- extreme.h - Where parts of a derivative would overflow ---*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <delgen/delgen.h>

DELGEN(del(x, 3))
inline double log_sum_exp(const Eigen::VectorXd &x) {
  const double m = x.maxCoeff();
  return m + std::log((x.array() - m).exp().sum());
}

DELGEN(del(x, 3))
inline Eigen::VectorXd softmax(const Eigen::VectorXd &x) {
  const Eigen::VectorXd e = (x.array() - x.maxCoeff()).exp();
  return e / e.sum();
}

DELGEN(del(a, 3))
inline double soft(double a) {
  return std::log1p(std::exp(a)) + 1 / (1 + std::exp(-a)) + 1 / (1 + std::exp(a)) + std::tanh(a) +
         std::log(1 / (1 + std::exp(-a))) + std::log(1 + std::exp(a));
}

DELGEN(del(a, 3))
inline Eigen::ArrayXd soft_array(const Eigen::ArrayXd &a) {
  return a.exp().log1p() + (1 + (-a).exp()).inverse() + a.logistic() + a.tanh() +
         (1 + a.exp()).log();
}

DELGEN(del(x))
inline double hypotenuse(double x, double y) { return std::hypot(x, y); }

DELGEN(del(x, 3))
inline double whole_power(double x, int n) { return std::pow(x, n); }

DELGEN(del(x, 3))
inline double one_side(double x) { return x > 0 ? std::log(x) * std::sqrt(x) : 0.0; }

DELGEN(del(x, 2))
inline double absolute(double x) { return std::abs(x); }

DELGEN(del(x), del(y))
inline double larger(double x, double y) { return std::max(x, y); }

DELGEN(del(x))
inline double largest(const Eigen::VectorXd &x) { return x.maxCoeff(); }
