//===- choices.h - Extrema, comparisons and choices -------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <delgen/delgen.h>

//===-- Scalars -----------------------------------------------------------===//

DELGEN(del(x, 3), del(y), del(x, y))
inline double larger(double x, double y) { return std::max(x * x, y * x) + std::min(x, y * y); }

DELGEN(del(x, 2))
inline double relu(double x) { return std::max(0.0, x) * x + std::max<double>(x, 0) * x; }

DELGEN(del(x, 2))
inline double of_several(double x, double y) { return std::max({x, y * x, x * x, 0.25}) * x; }

DELGEN(del(x, 2), del(y))
inline double bounded(double x, double y) {
  return std::clamp(x * x, 0.5, y * y) + std::fmax(x, y) * std::fmin(x * y, 1.0);
}

DELGEN(del(s, 3), del(k, 2), del(s, k))
inline double huber(double s, double k) {
  return std::abs(s) <= k ? 0.5 * s * s : k * (std::abs(s) - 0.5 * k);
}

DELGEN(del(x, 3))
inline double piecewise(double x) {
  return x > 1 ? std::log(x) : x > 0 ? x * x : x < -1 ? std::exp(x) : std::sin(x);
}

DELGEN(del(x, 2), del(y))
inline double logical(double x, double y) {
  const bool inside = x > -1 && x < 1 && !(y > 1);
  const double both = inside || y < 0 ? x * y : x * x + y;
  return both * (x != 0 ? std::sin(x) / x : 1.0);
}

DELGEN(del(x, 3))
inline double guarded(double x) { return x > 0 ? std::sqrt(x) : 0.0; }

DELGEN(del(x, 3))
inline double as_number(double x, double y) {
  const double mask = x > y;
  return mask * x * x + (1.0 - mask) * std::cos(x);
}

DELGEN(del(x, 2))
inline double of_integer(double x, int k, bool b) {
  return (k > 2 ? x * x : x * x * x) + (b ? std::sin(x) : x) + (k == 3 && !b ? x * x : 0.0);
}

DELGEN(del(x, 3))
inline double whole_power(double x, int k) { return std::pow(x, k) + 2 * std::pow(x * x + 1, -k); }

DELGEN(del(x, 2), del(y, 2))
inline float singly(float x, float y) {
  return std::max(x * y, 0.5f) + (x > y ? x * x : y * y) + std::fmin(x, y);
}

DELGEN(del(x, 3))
inline double absolute(double x) {
  return std::abs(x) * x * x + std::fabs(x) + std::abs(-2 * x * x * x);
}

DELGEN(del(x, 2))
inline double rounded(double x) {
  return x * x * std::floor(3 * x) + x * std::ceil(2 * x) + std::round(5 * x) * x * x +
         std::trunc(4 * x) * x + std::rint(6 * x) * x * x;
}

DELGEN(del(x, 2), del(y, 2), del(x, y))
inline double of_points(double x, double y) {
  return std::hypot(x, y) * std::atan2(y, x) + std::fma(x, y, x * x);
}

DELGEN(del(y, 2))
inline double nested(double x, double y) {
  const double t = x > 0 ? y * y : std::exp(y);
  return x > 0 ? t * t : t * y;
}

//===-- Arrays ------------------------------------------------------------===//

DELGEN(del(a, 2), del(b), del(a, b))
inline Eigen::ArrayXd array_extrema(const Eigen::ArrayXd &a, const Eigen::ArrayXd &b) {
  return a.max(b) * a.min(b * b) + a.square().max(0.5) * b.min(0.75);
}

DELGEN(del(x, 2), del(s))
inline Eigen::VectorXd of_matrices(const Eigen::VectorXd &x, double s) {
  return x.cwiseMax(0.0).cwiseProduct(x) + x.cwiseMin(s) * s + x.cwiseMax(s * x.cwiseAbs2());
}

DELGEN(del(A, 2))
inline Eigen::MatrixXd signs(const Eigen::MatrixXd &A) {
  return A.cwiseAbs().cwiseProduct(A) + A.cwiseProduct(A).cwiseProduct(A.cwiseSign());
}

DELGEN(del(a, 2), del(b))
inline Eigen::ArrayXd selected(const Eigen::ArrayXd &a, const Eigen::ArrayXd &b) {
  return (a > b).select(a * a * b, b * b) + (a < 0.0).select(a.exp(), 1.0) +
         (b >= a).select(2.0, a * a) * a;
}

DELGEN(del(a, 2))
inline Eigen::ArrayXd selected_twice(const Eigen::ArrayXd &a, const Eigen::ArrayXd &b) {
  const auto both = a > b && a < 1.0;
  return both.select(a * b, (a < -1.0 || b > 0.0).select(a * a * a, a)) + both.select(a, a * a);
}

DELGEN(del(x, 2))
inline Eigen::VectorXd masked(const Eigen::VectorXd &x) {
  const Eigen::VectorXd mask = (x.array() > 0).cast<double>();
  return mask.cwiseProduct(x).cwiseProduct(x);
}

DELGEN(del(x, 2))
inline Eigen::Vector3d fixed(const Eigen::Vector3d &x, const Eigen::Vector3d &y) {
  return (x.array() < y.array()).select(x.cwiseProduct(x), y) + x.cwiseMax(y).cwiseProduct(x);
}

DELGEN(del(a, 2))
inline Eigen::ArrayXf singles(const Eigen::ArrayXf &a, float s) {
  return (a > s).select(a * a, s * a) + a.max(s) * a + a.abs() * a;
}

DELGEN(del(a, 2))
inline Eigen::ArrayXd steps(const Eigen::ArrayXd &a) {
  return a * a * (3 * a).floor() + a * (2 * a).ceil() + (5 * a).round() * a * a +
         (7 * a).rint() * a;
}

DELGEN(del(x, 2))
inline Eigen::MatrixXd one_condition(const Eigen::MatrixXd &A, double x) {
  Eigen::MatrixXd B = x > 0 ? Eigen::MatrixXd(A * x) : Eigen::MatrixXd(A * (x * x));
  return B;
}

//===-- Functions of entries ----------------------------------------------===//

DELGEN(del(x, 3))
inline Eigen::VectorXd unary(const Eigen::VectorXd &x) {
  return x.unaryExpr([](double t) { return t * std::exp(t) / (1 + t * t); });
}

DELGEN(del(x, 2), del(c), del(x, c))
inline Eigen::VectorXd captured(const Eigen::VectorXd &x, double c) {
  return x.unaryExpr([&](double t) {
    const double u = t * c;
    const double v = u > 0 ? u * u : std::sin(u);
    return std::max(v, 0.5 * c) + c;
  });
}

DELGEN(del(x, 2), del(y))
inline Eigen::ArrayXXd binary(const Eigen::ArrayXXd &x, const Eigen::ArrayXXd &y) {
  return x.binaryExpr(y, [](double s, double t) { return s * t * t + std::hypot(s, t); });
}

inline double smooth_step(double t, double width) {
  const double u = t / width;
  return u < 0 ? 0 * u : u < 1 ? u * u * (3 - 2 * u) : 1.0;
}

DELGEN(del(x, 2), del(w))
inline Eigen::VectorXd named_functions(const Eigen::VectorXd &x, const Eigen::VectorXd &w) {
  const double width = w.squaredNorm();
  auto step = [width, scale = 2 * width](double t) { return scale * smooth_step(t, width) * t; };
  return x.unaryExpr(step);
}

DELGEN(del(x, 2))
inline Eigen::VectorXd changed_later(const Eigen::VectorXd &x, double c) {
  double s = c;
  auto f = [s](double t) { return t * t * s; };
  s = c * c;
  Eigen::VectorXd y = x.unaryExpr(f);
  return y + s * x;
}

//===-- Losses ------------------------------------------------------------===//

DELGEN(del(w, 2))
inline double hinge(const Eigen::VectorXd &w, const Eigen::MatrixXd &X, const Eigen::VectorXd &y) {
  return (1.0 - y.array() * (X * w).array()).max(0.0).sum() + 0.5 * w.squaredNorm();
}

DELGEN(del(w, 3))
inline double squared_hinge(const Eigen::VectorXd &w, const Eigen::MatrixXd &X,
                            const Eigen::VectorXd &y) {
  return (1.0 - y.array() * (X * w).array()).max(0.0).square().sum();
}

DELGEN(del(x, 2))
inline double total_huber(const Eigen::VectorXd &x, const Eigen::MatrixXd &A,
                          const Eigen::VectorXd &b, double k) {
  const Eigen::ArrayXd r = A * x - b;
  return (r.abs() <= k).select(0.5 * r.square(), k * (r.abs() - 0.5 * k)).sum();
}

DELGEN(del(x, 2))
inline double lasso(const Eigen::VectorXd &x, const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return 0.5 * (A * x - b).squaredNorm() + x.lpNorm<1>() + (2 * x).cwiseAbs().sum();
}

DELGEN(del(x, 2))
inline double pinball(const Eigen::VectorXd &x, double q) {
  return (q * x).cwiseMax((q - 1) * x).sum();
}
