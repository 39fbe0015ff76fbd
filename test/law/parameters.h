//===- parameters.h - Kinds of parameters, and elements ---------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Ways to pass ------------------------------------------------------===//

DELGEN(del(x, 2), del(A))
inline Eigen::VectorXd by_ref(const Eigen::Ref<const Eigen::MatrixXd> &A,
                              const Eigen::Ref<const Eigen::VectorXd> &x) {
  return A * x * x.sum();
}

DELGEN(del(x, 2), del(A), del(A, x))
inline double by_value(Eigen::MatrixXd A, const Eigen::VectorXd x) { return x.dot(A * x); }

DELGEN(del(s), del(x))
inline Eigen::VectorXd scalar_by_reference(const double &s, const Eigen::VectorXd &x,
                                           const double t) {
  return s * x + t * s * x;
}

DELGEN(del(x))
inline Eigen::VectorXd unnamed(const Eigen::VectorXd &x, double, const Eigen::MatrixXd &) {
  return 3 * x;
}

DELGEN(del(x, 2))
inline double default_argument(double x, double scale = 2) { return scale * x * x; }

DELGEN(del(x, 2))
inline double east_const(Eigen::VectorXd const &x, double const s) { return s * x.squaredNorm(); }

// The types of a parameter in other words.
using Weights = Eigen::VectorXd;
typedef Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic> Features;
using Real = double;

DELGEN(del(w, 2), del(F))
inline Real aliases(const Weights &w, const Features &F) {
  const Real r = (F * w).squaredNorm();
  return r * w.sum();
}

//===-- Integers ----------------------------------------------------------===//

DELGEN(del(x, 2))
inline double integers(const Eigen::VectorXd &x, int k, Eigen::Index i, unsigned j, long l) {
  return k * x(i) * x(j) + x(k - 1) / static_cast<double>(l) + static_cast<double>(k * l) * x.sum();
}

DELGEN(del(x, 3))
inline double integer_exponent(double x, int k) { return std::pow(x, k) + k; }

DELGEN(del(x))
inline Eigen::VectorXd integer_arithmetic(const Eigen::VectorXd &x, int k) {
  const int twice = 2 * k, half = k / 2;
  return x * twice - (k % 2 + half) * x;
}

//===-- Elements ----------------------------------------------------------===//

DELGEN(del(x, 3))
inline double elements(const Eigen::VectorXd &x) { return x(0) * x[1] * x(2) + x(1) / x(0); }

DELGEN(del(X, 2), del(x, X))
inline double elements_of_matrix(const Eigen::MatrixXd &X, const Eigen::VectorXd &x) {
  return X(0, 1) * X(2, 0) - X(1, 1) * x(0) * X(1, 2);
}

DELGEN(del(X, 2))
inline double elements_of_expressions(const Eigen::MatrixXd &X, const Eigen::VectorXd &x) {
  return (X * x)(1) * (X.transpose() * X)(0, 2) * (2 * x)(0);
}

DELGEN(del(r), del(a))
inline double elements_of_rows_and_arrays(const Eigen::RowVectorXd &r, const Eigen::ArrayXd &a) {
  return r(1) * a(0) + r[0] * a[1] * a(1);
}

DELGEN(del(p, 2))
inline double named_elements(const Eigen::Vector3d &p, const Eigen::Vector4d &q) {
  return p.x() * p.y() * q.w() - p.z() * q.z() * p.x();
}

DELGEN(del(x, 2))
inline Eigen::VectorXd element_times_vector(const Eigen::VectorXd &x) {
  return x(2) * x / std::exp(x(0));
}

DELGEN(del(X, 2))
inline double coefficients(const Eigen::MatrixXd &X, const Eigen::VectorXd &x) {
  return X.coeff(0, 1) * X.coeff(1, 0) * x.coeff(2);
}

//===-- Sizes -------------------------------------------------------------===//

DELGEN(del(x, 2))
inline double sizes(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  const Eigen::VectorXd y = x + Eigen::VectorXd::Ones(x.size());
  return y.squaredNorm() / static_cast<double>(A.rows()) +
         (A * x).sum() * static_cast<double>(A.cols() - 1) * x.sum();
}

DELGEN(del(X, 2))
inline Eigen::MatrixXd constants_of_size(const Eigen::MatrixXd &X) {
  const Eigen::Index m = X.rows(), n = X.cols();
  return (Eigen::MatrixXd::Identity(m, m) - Eigen::MatrixXd::Constant(m, m, 0.5)) * X *
         (Eigen::MatrixXd::Ones(n, m) * X);
}
