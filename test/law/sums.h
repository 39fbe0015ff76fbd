//===- sums.h - Sums, multiples, transposes, constants ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

//===-- Sums --------------------------------------------------------------===//

DELGEN(del(x, 2), del(y), del(x, y))
inline Eigen::VectorXd sum(const Eigen::VectorXd &x, const Eigen::VectorXd &y) { return x + y; }

DELGEN(del(x), del(y))
inline Eigen::VectorXd difference(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x - y;
}

DELGEN(del(x), del(y), del(z, 2))
inline Eigen::VectorXd many_terms(const Eigen::VectorXd &x, const Eigen::VectorXd &y,
                                  const Eigen::VectorXd &z) {
  return x + 2 * y - z / 3 + (x - (y - (z + x))) - (-y + 4 * z);
}

DELGEN(del(X), del(Y))
inline Eigen::MatrixXd cancelling(const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  return X + Y - X;
}

DELGEN(del(x))
inline Eigen::VectorXd independent(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x - x + y;
}

DELGEN(del(x), del(y))
inline double scalars(double x, double y) { return -x + 3 * y - (x - +y) - 7; }

//===-- Multiples ---------------------------------------------------------===//

DELGEN(del(x, 2))
inline Eigen::VectorXd negative(const Eigen::VectorXd &x) { return -x; }

DELGEN(del(x))
inline Eigen::VectorXd multiples(const Eigen::VectorXd &x) {
  return 2 * x + x * 0.5 - x / 4 + -3. * x - 1e-3 * (x * 2.5e2);
}

DELGEN(del(X))
inline Eigen::MatrixXd nested_multiples(const Eigen::MatrixXd &X) {
  return -(2 * (3 * (X / 4)) * 5 / (2 * 3.0)) * -1;
}

DELGEN(del(s), del(X), del(s, X))
inline Eigen::MatrixXd multiple_by_sum(double s, const Eigen::MatrixXd &X) {
  return (s + 1) * X * (2 - s) / (1 + s * s);
}

//===-- Transposes --------------------------------------------------------===//

DELGEN(del(x))
inline Eigen::RowVectorXd row(const Eigen::VectorXd &x) { return x.transpose(); }

DELGEN(del(r))
inline Eigen::VectorXd column(const Eigen::RowVectorXd &r) { return r.transpose(); }

DELGEN(del(X, 2))
inline Eigen::MatrixXd symmetric_part(const Eigen::MatrixXd &X) { return (X + X.transpose()) / 2; }

DELGEN(del(X), del(Y))
inline Eigen::MatrixXd transposed_terms(const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  return (X.transpose() - 2 * Y).transpose() + Y.transpose() - X.transpose().transpose();
}

//===-- Constants ---------------------------------------------------------===//

DELGEN(del(X))
inline Eigen::MatrixXd plus_identity(const Eigen::MatrixXd &X) {
  return (X + 2 * Eigen::MatrixXd::Identity(3, 3)) * X;
}

DELGEN(del(X, 2))
inline Eigen::Matrix3d plus_fixed_identity(const Eigen::Matrix3d &X) {
  return (Eigen::Matrix3d::Identity() - X) * (X + Eigen::Matrix3d::Identity());
}

DELGEN(del(x))
inline Eigen::VectorXd plus_ones(const Eigen::VectorXd &x, int n) {
  return x + Eigen::VectorXd::Ones(n) - 3 * Eigen::VectorXd::Constant(n, 2.5) +
         Eigen::VectorXd::Zero(n);
}

DELGEN(del(s, 2), del(x), del(s, x))
inline Eigen::Vector3d active_constant(double s, const Eigen::Vector3d &x) {
  return Eigen::Vector3d::Constant(s * s) + s * Eigen::Vector3d::Ones() + s * x;
}

DELGEN(del(x, 2))
inline double ones_on_both_sides(const Eigen::MatrixXd &X, const Eigen::VectorXd &x, int n) {
  const double left = Eigen::RowVectorXd::Ones(n) * X * x;
  const double right = x.transpose() * Eigen::VectorXd::Ones(n);
  return left + right;
}

DELGEN(del(x, 2))
inline Eigen::Matrix3d zero(const Eigen::Vector3d &x) {
  return 0 * x * x.transpose() + Eigen::Matrix3d::Zero();
}

DELGEN(del(x, 2))
inline double constant_scalar([[maybe_unused]] const Eigen::VectorXd &x) { return 3; }
