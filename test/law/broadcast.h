//===- broadcast.h - Rows and columns, and reductions of them ---*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Operators ---------------------------------------------------------===//

DELGEN(del(A, 2), del(v))
inline Eigen::MatrixXd plus_column(const Eigen::MatrixXd &A, const Eigen::VectorXd &v) {
  return (A.cwiseProduct(A).colwise() + v).colwise() - v.cwiseAbs2();
}

DELGEN(del(A), del(r, 2))
inline Eigen::MatrixXd minus_row(const Eigen::MatrixXd &A, const Eigen::RowVectorXd &r) {
  return (A.rowwise() - r).cwiseProduct(A.rowwise() + r);
}

DELGEN(del(A, 2), del(v, 2), del(A, v))
inline Eigen::ArrayXXd scaled_columns(const Eigen::ArrayXXd &A, const Eigen::ArrayXd &v) {
  return (A * A).colwise() * v + A.colwise() / (v * v);
}

DELGEN(del(A), del(r))
inline Eigen::MatrixXd scaled_rows(const Eigen::MatrixXd &A, const Eigen::RowVectorXd &r) {
  return A.array().rowwise() * r.array() + A.array().rowwise() / r.array();
}

DELGEN(del(A, 2), del(v))
inline Eigen::MatrixXd assigned(const Eigen::MatrixXd &A, const Eigen::VectorXd &v) {
  Eigen::MatrixXd B = A.cwiseProduct(A);
  B.colwise() -= v;
  B.array().colwise() *= v.array();
  B.rowwise() += A.colwise().sum();
  B.array().colwise() /= v.array();
  return B;
}

DELGEN(del(v, 2))
inline Eigen::MatrixXd replicated(const Eigen::VectorXd &v, const Eigen::MatrixXd &A) {
  return v.rowwise().replicate(A.cols()).cwiseProduct(A) * A.transpose() +
         v.transpose().colwise().replicate(v.size());
}

DELGEN(del(A), del(v))
inline Eigen::Matrix3f fixed(const Eigen::Matrix3f &A, const Eigen::Vector3f &v) {
  return (A.colwise() + v).rowwise() - v.transpose();
}

//===-- Reductions --------------------------------------------------------===//

DELGEN(del(A, 2))
inline Eigen::VectorXd row_sums(const Eigen::MatrixXd &A) {
  return A.cwiseProduct(A).rowwise().sum() + A.rowwise().mean();
}

DELGEN(del(A, 2))
inline Eigen::RowVectorXd column_sums(const Eigen::MatrixXd &A) {
  return A.cwiseProduct(A).colwise().sum() + A.colwise().mean();
}

DELGEN(del(A, 3))
inline Eigen::VectorXd row_norms(const Eigen::MatrixXd &A) {
  return A.rowwise().norm() + A.rowwise().squaredNorm() + A.rowwise().lpNorm<1>();
}

DELGEN(del(A, 2))
inline Eigen::RowVectorXd column_norms(const Eigen::MatrixXd &A) {
  return A.colwise().norm() + A.colwise().squaredNorm() + A.colwise().lpNorm<3>() +
         A.colwise().lpNorm<Eigen::Infinity>();
}

DELGEN(del(A, 3))
inline Eigen::VectorXd row_products(const Eigen::MatrixXd &A) { return A.rowwise().prod(); }

DELGEN(del(A, 2))
inline Eigen::RowVectorXd column_products(const Eigen::MatrixXd &A) {
  return A.cwiseProduct(A).colwise().prod();
}

DELGEN(del(A, 2))
inline Eigen::VectorXd row_extrema(const Eigen::MatrixXd &A) {
  return A.cwiseProduct(A).rowwise().maxCoeff() + A.rowwise().minCoeff();
}

DELGEN(del(A, 2))
inline Eigen::RowVectorXd column_extrema(const Eigen::MatrixXd &A) {
  return A.cwiseProduct(A).colwise().minCoeff() + A.array().exp().matrix().colwise().maxCoeff();
}

DELGEN(del(A, 2))
inline Eigen::MatrixXd normalized_rows(const Eigen::MatrixXd &A) {
  return A.rowwise().normalized() + A.colwise().normalized();
}

DELGEN(del(A))
inline Eigen::Vector2d fixed_rows(const Eigen::Matrix<double, 2, 3> &A) {
  return A.rowwise().sum() + A.rowwise().norm() + A.rowwise().maxCoeff() + A.rowwise().prod();
}

DELGEN(del(x, 3))
inline double product(const Eigen::VectorXd &x) { return x.prod(); }

DELGEN(del(x, 3))
inline double product_of_some(const Eigen::VectorXd &x) { return (x.array() * x.array()).prod(); }

DELGEN(del(A, 2))
inline double matrix_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return (A + B).prod() + A.transpose().prod();
}

DELGEN(del(x, 2))
inline double extrema(const Eigen::VectorXd &x) {
  return x.maxCoeff() * x.minCoeff() + x.cwiseProduct(x).maxCoeff() * x.cwiseAbs().minCoeff();
}

DELGEN(del(A, 2))
inline double matrix_extrema(const Eigen::MatrixXd &A) {
  const double largest = A.maxCoeff();
  return largest * largest + A.cwiseProduct(A).minCoeff();
}

DELGEN(del(x, 2))
inline double norms(const Eigen::VectorXd &x) {
  return x.lpNorm<1>() * x.lpNorm<2>() + x.lpNorm<Eigen::Infinity>() * x.lpNorm<3>() +
         x.lpNorm<4>();
}

DELGEN(del(x, 2))
inline double means(const Eigen::ArrayXd &x, const Eigen::MatrixXd &A) {
  return (x * x).mean() + A.mean() * x.mean() * x.prod();
}

DELGEN(del(x, 2))
inline float single(const Eigen::VectorXf &x) { return x.prod() + x.maxCoeff() * x.sum(); }

//===-- What people write -------------------------------------------------===//

DELGEN(del(A, 2))
inline Eigen::MatrixXd standardized(const Eigen::MatrixXd &A) {
  const Eigen::RowVectorXd mean = A.colwise().mean();
  const Eigen::MatrixXd centered = A.rowwise() - mean;
  const Eigen::RowVectorXd deviation =
      (centered.colwise().squaredNorm() / static_cast<double>(A.rows())).array() + 0.5;
  return centered.array().rowwise() / deviation.array().sqrt();
}

DELGEN(del(A, 2))
inline Eigen::MatrixXd covariance(const Eigen::MatrixXd &A) {
  const Eigen::MatrixXd centered = A.rowwise() - A.colwise().mean();
  return centered.transpose() * centered / static_cast<double>(A.rows());
}

DELGEN(del(X, 2), del(Y))
inline Eigen::MatrixXd distances(const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  Eigen::MatrixXd D = -2.0 * X.transpose() * Y;
  D.colwise() += X.colwise().squaredNorm().transpose();
  D.rowwise() += Y.colwise().squaredNorm();
  return D;
}

DELGEN(del(W), del(b, 2), del(X))
inline double dense_layer(const Eigen::MatrixXd &W, const Eigen::VectorXd &b,
                          const Eigen::MatrixXd &X) {
  const Eigen::MatrixXd Z = (W * X).colwise() + b;
  return Z.array().max(0.0).square().sum() + Z.array().tanh().sum();
}
