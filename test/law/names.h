//===- names.h - Names that generated code might collide with ---*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Parameters and locals ---------------------------------------------===//

DELGEN(del(x, 2))
inline double parameter_like_direction(double x, double d1_x, double d2_x) {
  return x * x * d1_x + x * d2_x;
}

DELGEN(del(d1_x, 2), del(x, d1_x))
inline double direction_of_direction(double x, double d1_x) { return x * d1_x * d1_x; }

DELGEN(del(bar, 2), del(delta), del(bar, delta))
inline Eigen::VectorXd usual_words(const Eigen::VectorXd &bar, const Eigen::MatrixXd &delta) {
  const Eigen::VectorXd result = delta * bar, tmp = result.cwiseProduct(result);
  return result + tmp;
}

DELGEN(del(x, 3))
inline double locals_like_temporaries(double x) {
  const double t = x * x, t0 = t * x, t1 = std::sin(t0), t2 = t1 * t, s = t2 + t1, v = s * s, y = v,
               d = y * x, d1 = d, r = d1, n = r;
  return n;
}

DELGEN(del(x, 2))
inline Eigen::VectorXd locals_like_directions(const Eigen::VectorXd &x) {
  const Eigen::VectorXd d1_x = x.array().sin(), d2_x = d1_x.cwiseProduct(x), d_x = d2_x + x;
  return d_x;
}

DELGEN(del(x_, 2), del(x), del(x_, x))
inline double underscores(double x, double x_, double x__) { return x * x_ * x_ / x__; }

DELGEN(del(x_d1_x))
inline double suffix_inside(double x_d1_x) { return x_d1_x * x_d1_x; }

DELGEN(del(m, 2))
inline Eigen::MatrixXd names_of_sizes(const Eigen::MatrixXd &m, const Eigen::MatrixXd &n) {
  return m * n * m;
}

DELGEN(del(transpose, 2))
inline double names_of_members(const Eigen::VectorXd &transpose, const Eigen::VectorXd &dot) {
  return transpose.dot(dot) * transpose.transpose().sum();
}

DELGEN(del(sin, 2))
inline double names_of_functions(double sin, double exp) { return std::sin(sin) * std::exp(exp); }

DELGEN(del(alignas_, 2))
inline double almost_keywords(double alignas_, double auto_) { return alignas_ * alignas_ * auto_; }

//===-- Functions ---------------------------------------------------------===//

// The first two derivatives are taken.
inline double occupied_d1_x(double x) { return x; }
inline double occupied_d2_x(double x) { return x; }

DELGEN(del(x, 3))
inline double occupied(double x) { return x * x * x; }

DELGEN(del(x, 2))
inline double x(double x) { return x * std::cos(x); }

DELGEN(del(s, 2))
inline double same_name_as_local(double s) {
  const double same_name_as_local = s * s;
  return same_name_as_local * s;
}

//===-- Overloads ---------------------------------------------------------===//

inline double overloaded(double s) { return s * s; }
inline double overloaded(const Eigen::VectorXd &x) { return x.squaredNorm() * x.sum(); }
inline Eigen::VectorXd overloaded(const Eigen::VectorXd &x, double s) { return x * s * s; }

DELGEN(del(x, 2), del(s), del(s, x))
inline double calls_overloads(const Eigen::VectorXd &x, double s) {
  return overloaded(s) * overloaded(x) + overloaded(overloaded(x, s)) - overloaded(x.sum());
}
