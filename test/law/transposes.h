//===- transposes.h - Gradients of products, extrema, blocks ------*- C++ -*-===//
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

//===-- Products of entries -----------------------------------------------===//

DELGEN(gradient(x), hvp(x))
inline double prod_vector(const Eigen::VectorXd &x) { return x.prod(); }

// Where one entry is zero the gradient is not.
DELGEN(gradient(x), hvp(x))
inline double prod_with_zeros(const Eigen::RowVectorXd &x) { return x.prod() * x.sum(); }

DELGEN(gradient(X), gradient(A), hvp(X))
inline double prod_matrix(const Eigen::MatrixXd &X, const Eigen::MatrixXd &A) {
  return (A * X).prod();
}

DELGEN(vjp(X), gradient(X))
inline double prod_squared(const Eigen::Matrix<double, 2, 3> &X) {
  const double p = X.prod();
  return p * p + std::sin(p);
}

DELGEN(vjp(X))
inline Eigen::VectorXd prod_rows(const Eigen::MatrixXd &X) { return X.rowwise().prod(); }

DELGEN(vjp(X))
inline Eigen::RowVectorXd prod_columns(const Eigen::MatrixXd &X) {
  return X.transpose().rowwise().prod().transpose();
}

DELGEN(gradient(X), gradient(y), hvp(X))
inline double prod_of_rows(const Eigen::MatrixXd &X, const Eigen::VectorXd &y) {
  return X.rowwise().prod().squaredNorm() + y.dot((2 * X).rowwise().prod()) +
         X.colwise().prod().array().sin().sum();
}

DELGEN(gradient(x), hvp(x))
inline float prod_float(const Eigen::Vector3f &x) { return x.prod() * x.prod(); }

// Each column has one entry.
DELGEN(del(x), gradient(x))
inline double prod_of_each(const Eigen::RowVectorXd &x) {
  return x.colwise().prod().squaredNorm() + x.colwise().maxCoeff().sum();
}

DELGEN(gradient(x), hvp(x))
inline double prod_array(const Eigen::ArrayXd &x) { return (x * x + 1).prod(); }

//===-- Extrema -----------------------------------------------------------===//

DELGEN(gradient(x), hvp(x))
inline double max_vector(const Eigen::VectorXd &x) { return x.maxCoeff() * x.maxCoeff(); }

DELGEN(gradient(x), gradient(A), hvp(x))
inline double min_of_product(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return std::exp((A * x).minCoeff()) + x.maxCoeff() * x.minCoeff();
}

DELGEN(gradient(X), hvp(X))
inline double max_matrix(const Eigen::MatrixXd &X) {
  return X.maxCoeff() * X.minCoeff() * X.squaredNorm();
}

DELGEN(vjp(X))
inline Eigen::VectorXd max_rows(const Eigen::MatrixXd &X) { return X.rowwise().maxCoeff(); }

DELGEN(vjp(X), vjp(s))
inline Eigen::RowVectorXd min_columns(const Eigen::MatrixXd &X, double s) {
  return s * (s * X).colwise().minCoeff();
}

DELGEN(gradient(X), hvp(X))
inline double max_of_rows(const Eigen::Matrix<double, 2, 3> &X) {
  return X.rowwise().maxCoeff().prod() + X.colwise().minCoeff().array().exp().sum();
}

//===-- Kronecker products ------------------------------------------------===//

DELGEN(vjp(A), vjp(B))
inline Eigen::MatrixXd kron_both(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return Eigen::kroneckerProduct(A, B);
}

DELGEN(gradient(A), gradient(B), gradient(x), hvp(A), hvp(B))
inline double kron_form(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B,
                        const Eigen::VectorXd &x) {
  const Eigen::MatrixXd K = Eigen::kroneckerProduct((A * A).eval(), 2 * B);
  return (K.transpose() * x).squaredNorm();
}

DELGEN(gradient(A), hvp(A), hvp(B))
inline double kron_twice(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  const Eigen::MatrixXd K = Eigen::kroneckerProduct(A, B);
  return Eigen::kroneckerProduct(K, A.transpose()).eval().array().sin().sum();
}

DELGEN(vjp(A), vjp(B))
inline Eigen::Matrix<double, 6, 4> kron_fixed_sizes(const Eigen::Matrix<double, 3, 2> &A,
                                                    const Eigen::Matrix2d &B) {
  return Eigen::kroneckerProduct(A, (B.transpose() * B).eval()).eval();
}

DELGEN(gradient(x), gradient(y), hvp(x))
inline double kron_columns(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return Eigen::kroneckerProduct(x, y).eval().array().sin().sum();
}

DELGEN(gradient(x), gradient(y), hvp(x))
inline double kron_rows(const Eigen::RowVectorXd &x, const Eigen::RowVectorXd &y) {
  return Eigen::kroneckerProduct(x, y).eval().array().sin().sum();
}

DELGEN(gradient(x), gradient(y), hvp(y))
inline double kron_column_row(const Eigen::VectorXd &x, const Eigen::RowVectorXd &y) {
  return (Eigen::kroneckerProduct(x, y).eval() + Eigen::kroneckerProduct(y, x).eval())
      .array()
      .sin()
      .sum();
}

DELGEN(gradient(A), gradient(x), hvp(A), hvp(x))
inline double kron_matrix_vector(const Eigen::MatrixXd &A, const Eigen::RowVectorXd &x) {
  return Eigen::kroneckerProduct(A, x).eval().array().sin().sum() +
         Eigen::kroneckerProduct(x.transpose(), A).eval().array().cos().sum();
}
