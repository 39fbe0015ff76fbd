//===- fixed.h - Sizes known at compile time --------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Matrix23d = Eigen::Matrix<double, 2, 3>;
using Matrix32d = Eigen::Matrix<double, 3, 2>;
using Vector5d = Eigen::Matrix<double, 5, 1>;

DELGEN(del(A), del(x, 2), del(A, x))
inline Eigen::Vector2d product(const Matrix23d &A, const Eigen::Vector3d &x) { return A * x; }

DELGEN(del(A, 2), del(B), del(A, B))
inline Eigen::Matrix2d products(const Matrix23d &A, const Matrix32d &B) {
  return A * B * (A * A.transpose() - 3 * Eigen::Matrix2d::Identity());
}

DELGEN(del(x, 3))
inline Eigen::Matrix3d outer(const Eigen::Vector3d &x) { return x * x.transpose() * x.norm(); }

DELGEN(del(x, 5))
inline Vector5d normalized(const Vector5d &x) { return x.normalized(); }

DELGEN(del(r, 2), del(x))
inline double row_vector(const Eigen::RowVector3d &r, const Eigen::Vector3d &x) {
  const double s = r * x;
  return s * r.squaredNorm();
}

DELGEN(del(X, 3))
inline double invariants(const Eigen::Matrix3d &X) {
  return X.trace() * X.trace() - (X * X).trace() + X.squaredNorm() * X.diagonal().sum();
}

DELGEN(del(a, 2), del(b, 2), del(a, b))
inline Eigen::Array4d arrays(const Eigen::Array4d &a, const Eigen::Array4d &b) {
  return (a * b).sin() / (1 + a.square()) + b.exp();
}

DELGEN(del(x, 2))
inline Eigen::Matrix4d diagonals(const Eigen::Vector4d &x, const Eigen::Matrix4d &A) {
  return A * x.asDiagonal() * A + (x.array() + 1).matrix().asDiagonal() * A;
}

// Both kinds of sizes.
DELGEN(del(A), del(x, 2), del(A, x))
inline Eigen::Vector3d some_fixed(const Eigen::Matrix<double, 3, Eigen::Dynamic> &A,
                                  const Eigen::VectorXd &x) {
  return A * x * x.sum();
}

DELGEN(del(x, 2))
inline Eigen::Vector3d fixed_result(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  const Eigen::Vector3d y = A * x;
  return y.cwiseProduct(y);
}

DELGEN(del(X, 2))
inline Eigen::MatrixXd dynamic_result(const Eigen::Matrix3d &X) { return X * X.transpose(); }

DELGEN(del(x, 2))
inline Eigen::Matrix<double, 2, Eigen::Dynamic> fixed_outer(const Eigen::Vector2d &u,
                                                            const Eigen::VectorXd &x) {
  return u * x.transpose() * x.squaredNorm();
}

// Vectors of one entry are matrices, not scalars.
using Vector1d = Eigen::Matrix<double, 1, 1>;

DELGEN(del(x, 2))
inline Vector1d one_entry(const Vector1d &x) { return x * x; }

DELGEN(del(x, 2))
inline Eigen::VectorXd times_one_entry(const Vector1d &x, const Eigen::VectorXd &y) {
  return y * x(0) * x(0);
}
