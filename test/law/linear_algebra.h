//===- linear_algebra.h - Cross and Kronecker products ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <unsupported/Eigen/KroneckerProduct>

//===-- Cross products ----------------------------------------------------===//

DELGEN(del(a, 2), del(b), del(a, b))
inline Eigen::Vector3d cross_vector(const Eigen::Vector3d &a, const Eigen::Vector3d &b) {
  return a.cross(b) - b.cross(2 * a);
}

DELGEN(del(a, 3), del(a, b), del(s, 2))
inline double cross_scalar(const Eigen::Vector3d &a, const Eigen::Vector3d &b, double s) {
  const Eigen::Vector3d c = (s * a).cross(b + a);
  return c.squaredNorm() + a.cross(a).sum() + c.dot(a);
}

DELGEN(del(R, 2), del(x, 2), del(R, x))
inline double cross_rotated(const Eigen::Matrix3d &R, const Eigen::Vector3d &x) {
  return (R * x).cross(R.transpose() * x.cross(R * x)).squaredNorm();
}

DELGEN(del(a, 2))
inline Eigen::RowVector3d cross_rows(const Eigen::RowVector3d &a, const Eigen::RowVector3d &b) {
  return a.cross(b) * a.dot(b);
}

// The types of the parameters do not know what their sizes are.
DELGEN(del(x, 2))
inline double cross_dynamic(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  const Eigen::Vector3d a = x, b = y;
  return a.cross(b).dot(a + (a + b).cross(b)) * x.sum();
}

DELGEN(del(a, 2))
inline float cross_float(const Eigen::Vector3f &a, const Eigen::Vector3f &b) {
  return a.cross(b).squaredNorm();
}

//===-- Kronecker products ------------------------------------------------===//

DELGEN(del(A, 2), del(B), del(A, B))
inline Eigen::MatrixXd kron_matrix(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return Eigen::kroneckerProduct(A, B);
}

DELGEN(del(A, 2), del(x), del(A, B))
inline double kron_quadratic(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B,
                             const Eigen::VectorXd &x) {
  const Eigen::MatrixXd K = Eigen::kroneckerProduct((A * A).eval(), 2 * B);
  return (K.transpose() * x).squaredNorm();
}

DELGEN(del(A, 2), del(A, B))
inline Eigen::Matrix<double, 6, 4> kron_fixed(const Eigen::Matrix<double, 3, 2> &A,
                                              const Eigen::Matrix2d &B) {
  return Eigen::kroneckerProduct(A, (B.transpose() * B).eval()).eval();
}

DELGEN(del(x, 2), del(x, y))
inline Eigen::VectorXd kron_vectors(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return Eigen::kroneckerProduct(x, Eigen::kroneckerProduct(y, x).eval());
}
