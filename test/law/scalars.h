//===- scalars.h - Functions of scalars -------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- One function each -------------------------------------------------===//

DELGEN(del(x, 4))
inline double exponential(double x) { return std::exp(x); }

DELGEN(del(x, 4))
inline double logarithm(double x) { return std::log(x); }

DELGEN(del(x, 4))
inline double logarithm1p(double x) { return std::log1p(x); }

DELGEN(del(x, 4))
inline double exponential_m1(double x) { return std::expm1(x); }

DELGEN(del(x, 4))
inline double root(double x) { return std::sqrt(x); }

DELGEN(del(x, 4))
inline double cube_root(double x) { return std::cbrt(x); }

DELGEN(del(x, 4))
inline double sine(double x) { return std::sin(x); }

DELGEN(del(x, 4))
inline double cosine(double x) { return std::cos(x); }

DELGEN(del(x, 4))
inline double tangent(double x) { return std::tan(x); }

DELGEN(del(x, 4))
inline double arcsine(double x) { return std::asin(x); }

DELGEN(del(x, 4))
inline double arccosine(double x) { return std::acos(x); }

DELGEN(del(x, 4))
inline double arctangent(double x) { return std::atan(x); }

DELGEN(del(x, 4))
inline double hyperbolic_sine(double x) { return std::sinh(x); }

DELGEN(del(x, 4))
inline double hyperbolic_cosine(double x) { return std::cosh(x); }

DELGEN(del(x, 4))
inline double hyperbolic_tangent(double x) { return std::tanh(x); }

DELGEN(del(x, 4))
inline double error_function(double x) { return std::erf(x); }

DELGEN(del(x, 4))
inline double squared(double x) { return std::pow(x, 2); }

DELGEN(del(x, 4))
inline double integer_power(double x) { return std::pow(x, 5); }

DELGEN(del(x, 4))
inline double real_power(double x) { return std::pow(x, 2.5); }

DELGEN(del(x, 4))
inline double negative_power(double x) { return std::pow(x, -2); }

DELGEN(del(x, 4))
inline double power_of_two(double x) { return std::pow(2, x); }

DELGEN(del(x, 4))
inline double power_of_zero(double x) { return std::pow(x, 0); }

DELGEN(del(x, 4))
inline double self_power(double x) { return std::pow(x, x); }

DELGEN(del(x, 2), del(y, 2), del(x, y), del(y, x, y))
inline double power(double x, double y) { return std::pow(x, y); }

//===-- Without std:: and combined ----------------------------------------===//

DELGEN(del(x, 3))
inline double unqualified(double x) { return sin(x) * exp(-x * x) + sqrt(x) / (1 + cos(x)); }

DELGEN(del(x, 3))
inline double rational(double x) { return (x * x - 1 / x) / (3 + 2 * x * x); }

DELGEN(del(x, 3), del(y, 3), del(x, y), del(x, x, y))
inline double two_scalars(double x, double y) {
  return std::log(x * x + y * y) / x - std::sin(x * y) * std::exp(y);
}

DELGEN(del(x, 3))
inline double nested(double x) { return std::exp(std::sin(std::tanh(std::log1p(x * x)))); }

DELGEN(del(x, 3))
inline double with_constants(double x) {
  const double c = std::sqrt(2.0) * std::exp(1.0);
  return std::pow(c, 3) * std::erf(c * x) + std::atan(x / c);
}

DELGEN(del(x, 2))
inline double of_reductions(const Eigen::VectorXd &x) {
  return std::sqrt(1 + x.squaredNorm()) + std::log(2 + std::sin(x.sum())) * std::exp(-x.norm());
}

DELGEN(del(x, 2), del(s), del(s, x))
inline Eigen::VectorXd scalar_function_times_vector(const Eigen::VectorXd &x, double s) {
  return std::exp(-s) * x / std::sqrt(x.squaredNorm() + s * s);
}
