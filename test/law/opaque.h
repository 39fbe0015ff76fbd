//===- opaque.h - Functions whose derivatives the user wrote ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Functions that are called -----------------------------------------===//

// A loop, which delgen does not read.
DELGEN(opaque)
inline double fifth(double x) {
  double y = 1;
  for (int i = 0; i < 5; ++i)
    y *= x;
  return y;
}
inline double fifth_d1_x(double x, double d1_x) { return 5 * x * x * x * x * d1_x; }
inline double fifth_d2_x(double x, const double &d1_x, double d2_x) {
  return 20 * x * x * x * d1_x * d2_x;
}
inline double fifth_d3_x(double x, double d1_x, double d2_x, double d3_x) {
  return 60 * x * x * d1_x * d2_x * d3_x;
}

inline double fifth_vjp_x(double x, double bar) { return 5 * x * x * x * x * bar; }
inline double fifth_vjp_x_d1_x(double x, double bar, double d1_x) {
  return 20 * x * x * x * bar * d1_x;
}
inline double fifth_vjp_x_d1_bar(double x, double, double d1_bar) { return fifth_vjp_x(x, d1_bar); }

namespace library {

// The body is not visible to delgen.
#ifdef __DELGEN__
Eigen::VectorXd mix(const Eigen::VectorXd &x, double t);
#else
inline Eigen::VectorXd mix(const Eigen::VectorXd &x, double t) { return t * t * x.cwiseProduct(x); }
#endif
inline Eigen::VectorXd mix_d1_x(const Eigen::VectorXd &x, double t, const Eigen::VectorXd &d1_x) {
  return 2 * t * t * x.cwiseProduct(d1_x);
}
inline Eigen::VectorXd mix_d1_t(Eigen::VectorXd x, double t, double d1_t) {
  return 2 * t * d1_t * x.cwiseProduct(x);
}
inline Eigen::VectorXd mix_d2_x(const Eigen::VectorXd &, double t, const Eigen::VectorXd &d1_x,
                                const Eigen::VectorXd &d2_x) {
  return 2 * t * t * d1_x.cwiseProduct(d2_x);
}
inline Eigen::VectorXd mix_d2_x_t(const Eigen::VectorXd &x, double t, const Eigen::VectorXd &d1_x,
                                  double d2_t) {
  return 4 * t * d2_t * x.cwiseProduct(d1_x);
}
inline Eigen::VectorXd mix_d2_t(const Eigen::VectorXd &x, double, double d1_t, double d2_t) {
  return 2 * d1_t * d2_t * x.cwiseProduct(x);
}

inline Eigen::VectorXd mix_vjp_x(const Eigen::VectorXd &x, double t, const Eigen::VectorXd &bar) {
  return 2 * t * t * x.cwiseProduct(bar);
}
inline double mix_vjp_t(Eigen::VectorXd x, double t, Eigen::VectorXd bar) {
  return 2 * t * bar.dot(x.cwiseProduct(x));
}
inline Eigen::VectorXd mix_vjp_x_d1_x(const Eigen::VectorXd &, double t, const Eigen::VectorXd &bar,
                                      const Eigen::VectorXd &d1_x) {
  return 2 * t * t * d1_x.cwiseProduct(bar);
}
inline Eigen::VectorXd mix_vjp_x_d1_bar(const Eigen::VectorXd &x, double t, const Eigen::VectorXd &,
                                        const Eigen::VectorXd &d1_bar) {
  return mix_vjp_x(x, t, d1_bar);
}
// Names its parameters otherwise.
inline double mix_vjp_t_d1_x(const Eigen::VectorXd &x, double t, const Eigen::VectorXd &w,
                             const Eigen::VectorXd &d) {
  return 4 * t * w.dot(x.cwiseProduct(d));
}
inline double mix_vjp_t_d1_bar(const Eigen::VectorXd &x, double t, const Eigen::VectorXd &,
                               const Eigen::VectorXd &d1_bar) {
  return mix_vjp_t(x, t, d1_bar);
}

DELGEN(opaque)
inline Eigen::Vector2d swirl(const Eigen::Vector2d &p) {
  return Eigen::Vector2d(p(0) * p(1), p(0) - p(1));
}
inline Eigen::Vector2d swirl_d1_p(const Eigen::Vector2d &p, const Eigen::Vector2d &d1_p) {
  return Eigen::Vector2d(d1_p(0) * p(1) + p(0) * d1_p(1), d1_p(0) - d1_p(1));
}

inline Eigen::Vector2d swirl_vjp_p(const Eigen::Vector2d &p, const Eigen::Vector2d &bar) {
  return Eigen::Vector2d(bar(0) * p(1) + bar(1), bar(0) * p(0) - bar(1));
}

/// A row of an array, from what is only a view.
DELGEN(opaque)
inline Eigen::Array<double, 1, Eigen::Dynamic> row(const Eigen::Ref<const Eigen::MatrixXd> &A) {
  return A.row(0).array();
}
inline Eigen::Array<double, 1, Eigen::Dynamic>
row_d1_A(const Eigen::Ref<const Eigen::MatrixXd> &, const Eigen::Ref<const Eigen::MatrixXd> &d1_A) {
  return d1_A.row(0).array();
}
inline Eigen::MatrixXd row_vjp_A(const Eigen::Ref<const Eigen::MatrixXd> &A,
                                 const Eigen::Array<double, 1, Eigen::Dynamic> &bar) {
  Eigen::MatrixXd result = Eigen::MatrixXd::Zero(A.rows(), A.cols());
  result.row(0) = bar.matrix();
  return result;
}

} // namespace library

//===-- Functions that call -----------------------------------------------===//

DELGEN(del(x, 3), gradient(x), hvp(x))
inline double scalar_opaque(double x) { return std::sin(fifth(x * x)) * x; }

DELGEN(del(x, 2), del(t, 2), del(x, t), gradient(x, t), value_and_gradient(x, t))
inline double vector_opaque(const Eigen::VectorXd &x, double t) {
  return (library::mix(t * x, t + fifth(t)) - x).squaredNorm();
}

DELGEN(del(x), del(x, t))
inline Eigen::VectorXd size_of_result(const Eigen::VectorXd &x, double t) {
  return library::mix(library::mix(x, t), t);
}

DELGEN(vjp(x), vjp(t))
inline Eigen::VectorXd vector_vjp(const Eigen::VectorXd &x, double t) {
  return library::mix(t * x, t + fifth(t)) - x;
}

DELGEN(hvp(x))
inline double hvp_opaque(const Eigen::VectorXd &x, double t) {
  return library::mix(2 * x, 3 * t).cwiseProduct(x).squaredNorm();
}

DELGEN(gradient(A))
inline double row_opaque(const Eigen::MatrixXd &A) {
  return (library::row(2 * A) * library::row(A)).sum();
}

DELGEN(del(A), gradient(A), gradient(x))
inline double fixed_opaque(const Eigen::Matrix2d &A, const Eigen::Vector2d &x) {
  return library::swirl(A * x).squaredNorm();
}
