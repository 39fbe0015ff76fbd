//===- storage.h - Row-major matrices and single precision ------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Row-major ---------------------------------------------------------===//

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowMajor23 = Eigen::Matrix<double, 2, 3, Eigen::RowMajor>;

DELGEN(del(A), del(x), del(A, x))
inline Eigen::VectorXd row_major_vector(const RowMajor &A, const Eigen::VectorXd &x) {
  return A * x;
}

DELGEN(del(A, 2), del(B))
inline RowMajor row_major_product(const RowMajor &A, const RowMajor &B) { return A * B * A; }

DELGEN(del(A), del(B, 2), del(A, B))
inline Eigen::MatrixXd mixed_major(const RowMajor &A, const Eigen::MatrixXd &B) {
  return A * B + A.transpose().cwiseProduct(B) * B;
}

DELGEN(del(X, 2))
inline RowMajor row_major_array(const RowMajor &X) {
  return X.array().sin() * (X * X.transpose()).array() + 1;
}

DELGEN(del(A, 2), del(x, 2))
inline Eigen::Vector2d fixed_row_major(const RowMajor23 &A, const Eigen::Vector3d &x) {
  return A * A.transpose() * A * x;
}

DELGEN(del(x))
inline RowMajor from_column_major(const Eigen::VectorXd &x) { return x * x.transpose(); }

//===-- Single precision --------------------------------------------------===//

DELGEN(del(x, 2), del(A), del(A, x))
inline Eigen::VectorXf float_product(const Eigen::MatrixXf &A, const Eigen::VectorXf &x) {
  return 2.0f * (A * x) * x.sum() - A * x / 3;
}

DELGEN(del(x, 3))
inline float float_norm(const Eigen::VectorXf &x) { return std::sqrt(1.0f + x.squaredNorm()); }

DELGEN(del(x, 2))
inline Eigen::VectorXf float_normalized(const Eigen::VectorXf &x, const Eigen::VectorXf &w) {
  return w - x.normalized() * x.norm() * x.mean();
}

DELGEN(del(x, 3))
inline float float_scalar(float x) { return std::exp(-x * x) * std::sin(2 * x) / (1 + x * x); }

DELGEN(del(a, 2))
inline Eigen::ArrayXf float_array(const Eigen::ArrayXf &a) {
  return a.tanh() * a.exp() + 1 / (2 + a.square());
}

DELGEN(del(R), del(p, 2))
inline Eigen::Vector3f float_fixed(const Eigen::Matrix3f &R, const Eigen::Vector3f &p) {
  return R * p * p.dot(R * p);
}

DELGEN(del(x, 2))
inline float float_inner(const Eigen::VectorXf &x, const Eigen::MatrixXf &A) {
  const float s = x.transpose() * A * x;
  return s * s;
}

DELGEN(del(x, 2), del(y), del(x, y))
inline double float_and_double(const Eigen::VectorXf &x, const Eigen::VectorXd &y) {
  return x.cast<double>().dot(y) * x.cast<double>().sum();
}

DELGEN(del(x, 2))
inline float float_literals(float x) { return 0.1f * x * x + 1e-3f * x + x / 3.0f; }

DELGEN(del(x, 2))
inline float float_powers(float x) {
  return static_cast<float>(std::pow(x, 2)) + std::pow(x, 2.5f);
}
