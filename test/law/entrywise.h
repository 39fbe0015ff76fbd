//===- entrywise.h - Element-wise products and Eigen's array operators -*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

//===-- Members of matrices -----------------------------------------------===//

DELGEN(del(x, 2), del(y), del(x, y))
inline Eigen::VectorXd product(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x.cwiseProduct(y);
}

DELGEN(del(X, 3), del(A), del(X, A))
inline Eigen::MatrixXd product_of_products(const Eigen::MatrixXd &X, const Eigen::MatrixXd &A) {
  return (A * X).cwiseProduct(X).cwiseProduct(X * A);
}

DELGEN(del(x, 2), del(y, 3), del(x, y), del(y, x, y))
inline Eigen::VectorXd quotient(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x.cwiseQuotient(y);
}

DELGEN(del(X, 3))
inline Eigen::MatrixXd reciprocal(const Eigen::MatrixXd &X) { return X.cwiseInverse() * X; }

DELGEN(del(x, 3))
inline Eigen::VectorXd root(const Eigen::VectorXd &x) { return x.cwiseSqrt(); }

DELGEN(del(X, 3))
inline Eigen::MatrixXd squares(const Eigen::MatrixXd &X) { return X.cwiseAbs2(); }

//===-- Arrays ------------------------------------------------------------===//

DELGEN(del(a, 2), del(b), del(a, b))
inline Eigen::ArrayXd array_product(const Eigen::ArrayXd &a, const Eigen::ArrayXd &b) {
  return a * b * a;
}

DELGEN(del(a, 3), del(b, 3), del(a, b, b))
inline Eigen::ArrayXXd array_quotient(const Eigen::ArrayXXd &a, const Eigen::ArrayXXd &b) {
  return (a - b) / (a * b);
}

DELGEN(del(a, 3))
inline Eigen::ArrayXd with_constants(const Eigen::ArrayXd &a) {
  return (1 + a) * (a - 2) * (a + 0.5) + 3 / a - (4 - a) / (2 * a) + a / 5 - -a;
}

DELGEN(del(s, 2), del(a), del(s, a), del(a, s, s))
inline Eigen::ArrayXd with_scalar(double s, const Eigen::ArrayXd &a) {
  return (s + a) * (a - s) + s / a - a / s + s * (s - a) * a + (a + 2 * s) * s;
}

DELGEN(del(a, 2))
inline double array_sum(const Eigen::ArrayXd &a) { return (a * a).sum() + (1 + a).mean(); }

DELGEN(del(a), del(b))
inline Eigen::Array3d fixed_array(const Eigen::Array3d &a, const Eigen::Array3d &b) {
  return a * b + Eigen::Array3d::Ones() - 2 * Eigen::Array3d::Constant(3.5) / b;
}

DELGEN(del(a, 2))
inline Eigen::ArrayXXd transposed_array(const Eigen::ArrayXXd &a) {
  return a * a.transpose() + (a + 1).transpose();
}

//===-- Between matrices and arrays ---------------------------------------===//

DELGEN(del(x, 3))
inline Eigen::VectorXd to_array_and_back(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A * (x.array() * (1 + x.array())).matrix();
}

DELGEN(del(X, 2))
inline Eigen::MatrixXd implicitly_matrix(const Eigen::MatrixXd &X) {
  return X.array() * (X * X).array() - 1;
}

DELGEN(del(a, 2), del(B))
inline Eigen::ArrayXd implicitly_array(const Eigen::ArrayXd &a, const Eigen::MatrixXd &B) {
  return B * a.matrix();
}

DELGEN(del(r, 2), del(x))
inline Eigen::RowVectorXd row_arrays(const Eigen::RowVectorXd &r, const Eigen::VectorXd &x) {
  return (r.array() * x.transpose().array() + 2).matrix() * x * r;
}

DELGEN(del(X, 2), del(s))
inline Eigen::MatrixXd matrix_plus_scalar(const Eigen::MatrixXd &X, double s) {
  return ((X.array() + s).matrix() * X).array() / 2;
}
