//===- reductions.h - Inner products, norms, sums, traces -------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

//===-- Inner products and norms ------------------------------------------===//

DELGEN(del(x, 2), del(y), del(x, y))
inline double dot(const Eigen::VectorXd &x, const Eigen::VectorXd &y) { return x.dot(y); }

DELGEN(del(x, 2), del(r))
inline double dot_of_row(const Eigen::RowVectorXd &r, const Eigen::VectorXd &x) {
  return r.dot(x.transpose()) * x.dot(x);
}

DELGEN(del(x, 3), del(A), del(A, x))
inline double dot_of_product(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return (A * x).dot(A.transpose() * x);
}

DELGEN(del(x, 3))
inline double squared_norm(const Eigen::VectorXd &x) { return x.squaredNorm(); }

DELGEN(del(X, 3))
inline double squared_norm_of_matrix(const Eigen::MatrixXd &X, const Eigen::MatrixXd &A) {
  return (A * X - X.transpose() * A.transpose()).squaredNorm();
}

DELGEN(del(x, 3))
inline double norm(const Eigen::VectorXd &x) { return x.norm(); }

DELGEN(del(A, 2), del(x, 2), del(b), del(A, x))
inline double norm_of_residual(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                               const Eigen::VectorXd &b) {
  return (A * x - b).norm();
}

DELGEN(del(X, 3))
inline double norm_of_matrix(const Eigen::MatrixXd &X) { return X.norm(); }

DELGEN(del(x, 3))
inline double reciprocal_norm(const Eigen::VectorXd &x) { return 1 / x.norm(); }

DELGEN(del(x, 3))
inline double power_of_norm(const Eigen::VectorXd &x) {
  return x.norm() * x.squaredNorm() / (1 + x.norm());
}

DELGEN(del(x, 4))
inline Eigen::VectorXd normalized(const Eigen::VectorXd &x) { return x.normalized(); }

DELGEN(del(x, 3))
inline Eigen::RowVectorXd normalized_row(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return (x.transpose() * A).normalized();
}

DELGEN(del(X, 2))
inline Eigen::MatrixXd normalized_matrix(const Eigen::MatrixXd &X) { return X.normalized(); }

//===-- Sums, means, traces -----------------------------------------------===//

DELGEN(del(x, 2))
inline double sum(const Eigen::VectorXd &x) { return x.sum(); }

DELGEN(del(X, 2))
inline double sum_of_matrix(const Eigen::MatrixXd &X) { return (X * X.transpose()).sum(); }

DELGEN(del(x, 2))
inline Eigen::VectorXd times_mean(const Eigen::VectorXd &x) { return x * x.mean(); }

DELGEN(del(X, 2))
inline double mean_of_matrix(const Eigen::MatrixXd &X) { return X.mean() * X.mean(); }

DELGEN(del(X))
inline double trace(const Eigen::MatrixXd &X) { return X.trace(); }

DELGEN(del(A), del(B), del(A, B))
inline double trace_of_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return (A * B).trace();
}

DELGEN(del(X, 3))
inline double trace_of_power(const Eigen::MatrixXd &X) { return (X * X * X).trace(); }

DELGEN(del(X, 2))
inline double trace_squared(const Eigen::MatrixXd &X) {
  return X.trace() * X.trace() - (X.transpose() * X).trace();
}

//===-- Diagonals ---------------------------------------------------------===//

DELGEN(del(X))
inline Eigen::VectorXd diagonal(const Eigen::MatrixXd &X) { return X.diagonal(); }

DELGEN(del(A), del(B), del(A, B))
inline Eigen::VectorXd diagonal_of_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return (A * B).diagonal();
}

DELGEN(del(x), del(y), del(x, y))
inline Eigen::VectorXd diagonal_times_vector(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x.asDiagonal() * y;
}

DELGEN(del(x), del(A), del(x, A))
inline Eigen::MatrixXd diagonal_times_matrix(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return x.asDiagonal() * A;
}

DELGEN(del(x), del(A), del(A, x))
inline Eigen::MatrixXd matrix_times_diagonal(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A * x.asDiagonal();
}

DELGEN(del(x, 2), del(A, 2))
inline Eigen::MatrixXd weighted_gram(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A.transpose() * x.asDiagonal() * A;
}

DELGEN(del(x, 3))
inline Eigen::MatrixXd diagonal_between(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x * (x.transpose() * (x + y).asDiagonal());
}

DELGEN(del(x, 2))
inline Eigen::MatrixXd diagonal_as_matrix(const Eigen::VectorXd &x) {
  const Eigen::MatrixXd D = x.asDiagonal();
  return D * D;
}

DELGEN(del(X, 2))
inline Eigen::VectorXd diagonal_of_diagonal(const Eigen::MatrixXd &X) {
  return X.diagonal().asDiagonal() * X.diagonal();
}
