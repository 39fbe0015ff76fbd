//===- formulas.h - The closed forms of matrix calculus ---------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Vectors -----------------------------------------------------------===//

// xᵀx
DELGEN(del(x, 3))
inline double square_of_length(const Eigen::VectorXd &x) { return x.transpose() * x; }

// x xᵀ
DELGEN(del(x, 3))
inline Eigen::MatrixXd dyad(const Eigen::VectorXd &x) { return x * x.transpose(); }

// A x xᵀ B
DELGEN(del(x, 3))
inline Eigen::MatrixXd dyad_between(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                                    const Eigen::MatrixXd &B) {
  return A * x * x.transpose() * B;
}

// x sin(x)ᵀ
DELGEN(del(x, 3))
inline Eigen::MatrixXd dyad_with_sine(const Eigen::VectorXd &x) {
  return x * x.array().sin().matrix().transpose();
}

// 1/‖x‖
DELGEN(del(x, 3))
inline double inverse_length(const Eigen::VectorXd &x) { return 1 / x.norm(); }

// x/‖x‖
DELGEN(del(x, 3))
inline Eigen::VectorXd unit(const Eigen::VectorXd &x) { return x / x.norm(); }

// x xᵀ/‖x‖²
DELGEN(del(x, 3))
inline Eigen::MatrixXd projector(const Eigen::VectorXd &x) {
  return x * x.transpose() / x.squaredNorm();
}

// ‖w − x/‖x‖‖²
DELGEN(del(x, 3), del(w, 3), del(w, x))
inline double ridge(const Eigen::VectorXd &w, const Eigen::VectorXd &x) {
  return (w - x / x.norm()).squaredNorm();
}

// A x − b
DELGEN(del(x, 3), del(A), del(b), del(A, x))
inline Eigen::VectorXd residual(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                                const Eigen::VectorXd &b) {
  return A * x - b;
}

// ‖A x − b‖²
DELGEN(del(x, 3), del(A, 3), del(b, 3), del(A, x), del(x, b))
inline double least_squares(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                            const Eigen::VectorXd &b) {
  return (A * x - b).squaredNorm();
}

// aᵀx
DELGEN(del(x, 3))
inline double linear(const Eigen::VectorXd &a, const Eigen::VectorXd &x) {
  return a.transpose() * x;
}

// xᵀA x
DELGEN(del(x, 3))
inline double quadratic(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return x.transpose() * A * x;
}

// aᵀx xᵀb
DELGEN(del(x, 3))
inline double product_of_linear(const Eigen::VectorXd &a, const Eigen::VectorXd &b,
                                const Eigen::VectorXd &x) {
  return a.transpose() * x * x.transpose() * b;
}

// aᵀb xᵀx
DELGEN(del(x, 3), del(a, x))
inline double scaled_square(const Eigen::VectorXd &a, const Eigen::VectorXd &b,
                            const Eigen::VectorXd &x) {
  return a.dot(b) * x.dot(x);
}

// A(x) x with A(x) = B + x xᵀ
DELGEN(del(x, 3))
inline Eigen::VectorXd product_with_own_matrix(const Eigen::MatrixXd &B, const Eigen::VectorXd &x) {
  const Eigen::MatrixXd A = B + x * x.transpose();
  return A * x;
}

// f(v(x))
inline double function_of_map(const Eigen::VectorXd &v) { return std::exp(v.dot(v) / 20); }
inline Eigen::VectorXd map(const Eigen::MatrixXd &B, const Eigen::VectorXd &x) {
  return B * x.array().cos().matrix();
}
DELGEN(del(x, 3))
inline double composition(const Eigen::MatrixXd &B, const Eigen::VectorXd &x) {
  return function_of_map(map(B, x));
}

//===-- Matrices ----------------------------------------------------------===//

// ‖A X − B‖²
DELGEN(del(X, 3), del(A, 2))
inline double many_least_squares(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                                 const Eigen::MatrixXd &B) {
  return (A * X - B).squaredNorm();
}

// ‖X a − b‖²
DELGEN(del(X, 3))
inline double unknown_matrix(const Eigen::MatrixXd &X, const Eigen::VectorXd &a,
                             const Eigen::VectorXd &b) {
  return (X * a - b).squaredNorm();
}

// ‖Y − W₂ W₁ X‖²
DELGEN(del(W1, 3), del(W2, 3), del(W1, W2), del(W2, W1), del(W1, W1, W2))
inline double linear_network(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                             const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  return (Y - W2 * W1 * X).squaredNorm();
}

// ‖Y − W₂ tanh(W₁ X)‖²
DELGEN(del(W1, 3), del(W2, 2), del(W1, W2))
inline double network(const Eigen::MatrixXd &W1, const Eigen::MatrixXd &W2,
                      const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  return (Y - W2 * (W1 * X).array().tanh().matrix()).squaredNorm();
}

// aᵀX b
DELGEN(del(X, 3))
inline double bilinear(const Eigen::VectorXd &a, const Eigen::MatrixXd &X,
                       const Eigen::VectorXd &b) {
  return a.transpose() * X * b;
}

// aᵀXᵀC X b
DELGEN(del(X, 3), del(a, X))
inline double congruence(const Eigen::VectorXd &a, const Eigen::MatrixXd &X,
                         const Eigen::MatrixXd &C, const Eigen::VectorXd &b) {
  return a.transpose() * X.transpose() * C * X * b;
}

// tr X
DELGEN(del(X, 3))
inline double trace(const Eigen::MatrixXd &X) { return X.trace(); }

// tr A X
DELGEN(del(X, 3))
inline double trace_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (A * X).trace();
}

// tr AᵀX
DELGEN(del(X, 3))
inline double trace_inner(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (A.transpose() * X).trace();
}

// tr XᵀA X
DELGEN(del(X, 3))
inline double trace_quadratic(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X) {
  return (X.transpose() * A * X).trace();
}

// tr AᵀX B
DELGEN(del(X, 3))
inline double trace_bilinear(const Eigen::MatrixXd &A, const Eigen::MatrixXd &X,
                             const Eigen::MatrixXd &B) {
  return (A.transpose() * X * B).trace();
}

// ‖X‖²
DELGEN(del(X, 3))
inline double frobenius(const Eigen::MatrixXd &X) { return X.squaredNorm(); }

//===-- Scalars -----------------------------------------------------------===//

// x³
DELGEN(del(x, 4))
inline double third_power(double x) { return x * x * x; }

// x y³/(x² + y²)
DELGEN(del(x, 3), del(y, 3), del(x, y), del(y, x), del(x, y, y))
inline double not_symmetric_at_0(double x, double y) {
  return x * std::pow(y, 3) / (x * x + y * y);
}

// x a
DELGEN(del(x, 2))
inline Eigen::VectorXd scaled(double x, const Eigen::VectorXd &a) { return x * a; }
