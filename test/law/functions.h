//===- functions.h - Element-wise functions of arrays -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

//===-- Members of arrays -------------------------------------------------===//

DELGEN(del(a, 3))
inline Eigen::ArrayXd exponential(const Eigen::ArrayXd &a) { return a.exp(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd logarithm(const Eigen::ArrayXd &a) { return a.log(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd logarithm1p(const Eigen::ArrayXd &a) { return a.log1p(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd exponential_m1(const Eigen::ArrayXd &a) { return a.expm1(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd root(const Eigen::ArrayXd &a) { return a.sqrt(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd square(const Eigen::ArrayXd &a) { return a.square(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd cube(const Eigen::ArrayXd &a) { return a.cube(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd reciprocal(const Eigen::ArrayXd &a) { return a.inverse(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd absolute2(const Eigen::ArrayXd &a) { return a.abs2(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd third_power(const Eigen::ArrayXd &a) { return a.pow(3); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd real_power(const Eigen::ArrayXd &a) { return a.pow(2.5); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd negative_power(const Eigen::ArrayXd &a) { return a.pow(-1.5); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd sine(const Eigen::ArrayXd &a) { return a.sin(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd cosine(const Eigen::ArrayXd &a) { return a.cos(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd tangent(const Eigen::ArrayXd &a) { return a.tan(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd arcsine(const Eigen::ArrayXd &a) { return a.asin(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd arccosine(const Eigen::ArrayXd &a) { return a.acos(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd arctangent(const Eigen::ArrayXd &a) { return a.atan(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd hyperbolic_sine(const Eigen::ArrayXd &a) { return a.sinh(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd hyperbolic_cosine(const Eigen::ArrayXd &a) { return a.cosh(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd hyperbolic_tangent(const Eigen::ArrayXd &a) { return a.tanh(); }

DELGEN(del(a, 3))
inline Eigen::ArrayXd reciprocal_root(const Eigen::ArrayXd &a) { return a.rsqrt(); }

DELGEN(del(s, 2), del(a, 2), del(a, s))
inline Eigen::ArrayXd power_of_scalar(const Eigen::ArrayXd &a, double s) { return a.pow(s); }

//===-- Free functions of arrays ------------------------------------------===//

DELGEN(del(a, 3))
inline Eigen::ArrayXd free_functions(const Eigen::ArrayXd &a) {
  return Eigen::exp(a) + sin(a) * cos(a) - Eigen::tanh(a) / exp(a) + Eigen::sqrt(log(a) + 2);
}

DELGEN(del(a, 3))
inline Eigen::ArrayXd free_powers(const Eigen::ArrayXd &a) {
  return Eigen::pow(a, 3) + pow(a, -0.5) + square(a) - cube(a) + inverse(a) + abs2(a);
}

DELGEN(del(a, 3))
inline Eigen::ArrayXd more_free_functions(const Eigen::ArrayXd &a) {
  return log1p(a) + expm1(a) + tan(a) + asin(a) - acos(a) + atan(a) - sinh(a) * cosh(a) + rsqrt(a);
}

//===-- Compositions ------------------------------------------------------===//

DELGEN(del(x, 3))
inline Eigen::VectorXd of_vector(const Eigen::VectorXd &x) { return x.array().sin().exp(); }

DELGEN(del(X, 3), del(x), del(X, x))
inline Eigen::VectorXd of_product(const Eigen::MatrixXd &X, const Eigen::VectorXd &x) {
  return (X * x).array().tanh().matrix().normalized();
}

DELGEN(del(x, 3))
inline double softplus(const Eigen::VectorXd &x) { return (1 + (-x.array()).exp()).log().sum(); }

DELGEN(del(X, 2))
inline Eigen::MatrixXd of_matrix(const Eigen::MatrixXd &X) {
  return (X.array().square() + 1).log().matrix() * X.transpose().array().cos().matrix();
}

DELGEN(del(x, 3))
inline Eigen::ArrayXd sigmoid(const Eigen::ArrayXd &x) { return 1 / (1 + (-x).exp()); }
