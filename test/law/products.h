//===- products.h - Products and chains -------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <delgen/delgen.h>

//===-- Two factors -------------------------------------------------------===//

DELGEN(del(x, 2), del(A), del(A, x), del(x, A))
inline Eigen::VectorXd matrix_vector(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A * x;
}

DELGEN(del(r, 2), del(r, A))
inline Eigen::RowVectorXd row_matrix(const Eigen::RowVectorXd &r, const Eigen::MatrixXd &A) {
  return r * A;
}

DELGEN(del(A), del(B), del(A, B), del(B, A), del(A, 2))
inline Eigen::MatrixXd matrix_matrix(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return A * B;
}

DELGEN(del(X, 3))
inline Eigen::MatrixXd square(const Eigen::MatrixXd &X) { return X * X; }

DELGEN(del(s, 2), del(x), del(s, x))
inline Eigen::VectorXd scalar_vector(double s, const Eigen::VectorXd &x) { return s * x; }

DELGEN(del(s, 2), del(X), del(X, s))
inline Eigen::MatrixXd matrix_scalar(const Eigen::MatrixXd &X, double s) { return X * s; }

DELGEN(del(s, 3), del(x), del(x, s), del(s, x, s))
inline Eigen::VectorXd vector_over_scalar(const Eigen::VectorXd &x, double s) { return x / s; }

DELGEN(del(s, 3), del(t, 3), del(s, t))
inline double scalar_scalar(double s, double t) { return s * t * s; }

//===-- Outer and inner products ------------------------------------------===//

DELGEN(del(x, 3))
inline Eigen::MatrixXd outer(const Eigen::VectorXd &x) { return x * x.transpose(); }

DELGEN(del(x), del(y), del(x, y))
inline Eigen::MatrixXd outer_of_two(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x * y.transpose();
}

DELGEN(del(x, 2), del(r), del(r, x))
inline Eigen::MatrixXd column_row(const Eigen::VectorXd &x, const Eigen::RowVectorXd &r) {
  return x * r;
}

DELGEN(del(x, 3), del(y), del(x, y))
inline double inner(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x.transpose() * y;
}

DELGEN(del(r, 2), del(r, x))
inline double row_column(const Eigen::RowVectorXd &r, const Eigen::VectorXd &x) { return r * x; }

//===-- Chains, every association -----------------------------------------===//

DELGEN(del(x, 2), del(A), del(A, B), del(A, B, x))
inline Eigen::VectorXd chain_left(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B,
                                  const Eigen::VectorXd &x) {
  return (A * B) * x;
}

DELGEN(del(x), del(B), del(x, B, A))
inline Eigen::VectorXd chain_right(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B,
                                   const Eigen::VectorXd &x) {
  return A * (B * x);
}

DELGEN(del(A), del(B), del(C), del(A, B, C), del(B, C), del(A, C))
inline Eigen::MatrixXd chain_of_three(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B,
                                      const Eigen::MatrixXd &C) {
  return A * B * C;
}

DELGEN(del(X, 4))
inline Eigen::MatrixXd chain_of_four(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (X * A) * (X * (A * X));
}

DELGEN(del(X, 3))
inline Eigen::MatrixXd cube(const Eigen::MatrixXd &X) { return X * X * X; }

DELGEN(del(x, 3))
inline Eigen::MatrixXd outer_between(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                                     const Eigen::MatrixXd &B) {
  return A * x * x.transpose() * B;
}

DELGEN(del(x, 2), del(A), del(x, A))
inline Eigen::VectorXd scalar_inside(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return x * (x.transpose() * A * x);
}

DELGEN(del(x, 3), del(y, 2), del(x, y))
inline Eigen::VectorXd inner_inside(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x * x.transpose() * y;
}

DELGEN(del(x, 3), del(r), del(x, r))
inline Eigen::RowVectorXd row_chain(const Eigen::RowVectorXd &r, const Eigen::VectorXd &x,
                                    const Eigen::RowVectorXd &q) {
  return r * x * q * x * q;
}

DELGEN(del(s, 3), del(x, 2), del(s, x, s))
inline Eigen::MatrixXd scalars_everywhere(double s, const Eigen::VectorXd &x,
                                          const Eigen::MatrixXd &A) {
  return (s * A) * (2 * x) * (x.transpose() * s) * (A * s) / 3;
}

//===-- Transposed factors ------------------------------------------------===//

DELGEN(del(A), del(B), del(A, B))
inline Eigen::MatrixXd transposed_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return (A * B).transpose();
}

DELGEN(del(X, 3))
inline Eigen::MatrixXd gram(const Eigen::MatrixXd &X) { return X.transpose() * X; }

DELGEN(del(X, 3), del(C))
inline Eigen::MatrixXd congruence(const Eigen::MatrixXd &X, const Eigen::MatrixXd &C) {
  return X.transpose() * C * X;
}

DELGEN(del(x, 3), del(A), del(A, x))
inline double quadratic(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return x.transpose() * A * x;
}

DELGEN(del(x, 2))
inline Eigen::VectorXd twice_transposed(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return (x.transpose().transpose().transpose() * A.transpose()).transpose();
}

//===-- Powers of scalars by multiplication -------------------------------===//

DELGEN(del(x, 4))
inline double cubed(double x) { return x * x * x; }

DELGEN(del(x, 5))
inline double polynomial(double x) { return 3 * x * x * x * x - 2 * x * x + x / 2 - 1; }
