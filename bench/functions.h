//===- functions.h - The functions that are measured ------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// delgen reads them as functions of double with sizes of BENCH_SIZE, as users write them; the
// libraries that differentiate by types take the same text as templates: T is what varies, D
// is data. With a function go a problem and its cases in cases.h, and what experts and textbooks
// make of it in expert.cpp and textbook.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_BENCH_FUNCTIONS_H
#define DELGEN_BENCH_FUNCTIONS_H

#include "types.h"

#include <cmath>
#include <delgen/delgen.h>

#ifdef BENCH_TEMPLATES
#define BENCH_FUNCTION template <typename T, typename D = double>
#else
#define BENCH_FUNCTION
#endif

namespace functions::BENCH_KIND {

using namespace bench::BENCH_KIND;
using Eigen::Index;
#ifndef BENCH_TEMPLATES
using T = double;
using D = double;
#endif

// --- Quadratic forms -----------------------------------------------------------------------

BENCH_FUNCTION DELGEN(gradient(x), hvp(x)) inline T
    quadratic(const Vector<T> &x, const Matrix<D> &A) {
  return x.dot(A * x);
}

BENCH_FUNCTION DELGEN(gradient(x), hvp(x), hessian(x)) inline T
    least_squares(const Vector<T> &x, const Matrix<D> &A, const Vector<D> &b) {
  return (A * x - b).squaredNorm();
}

BENCH_FUNCTION DELGEN(del(x, 3)) inline Matrix<T> outer(const Vector<T> &x, const Matrix<D> &A,
                                                        const Matrix<D> &B) {
  return A * x * x.transpose() * B;
}

BENCH_FUNCTION DELGEN(gradient(x), hvp(x), del(x, 3)) inline T
    ridge(const Vector<T> &x, const Vector<D> &w) {
  return (w - x / x.norm()).squaredNorm();
}

/// A product with its own transpose, and one with weights between.
BENCH_FUNCTION DELGEN(del(A, 2)) inline Matrix<T> gram(const Matrix<T> &A) {
  return A.transpose() * A;
}

BENCH_FUNCTION DELGEN(del(w), gradient(A)) inline T
    weighted_gram(const Matrix<T> &A, const Vector<T> &w, const Matrix<D> &C) {
  return (A.transpose() * w.asDiagonal() * A - C).squaredNorm();
}

// --- Networks ------------------------------------------------------------------------------

BENCH_FUNCTION DELGEN(value_and_gradient(W1, W2), hvp(W1)) inline T
    linear_network(const Matrix<T> &W1, const Matrix<T> &W2, const Samples<D> &X,
                   const Samples<D> &Y) {
  return (Y - W2 * W1 * X).squaredNorm();
}

BENCH_FUNCTION DELGEN(value_and_gradient(W1, W2), hvp(W1)) inline T
    tanh_network(const Matrix<T> &W1, const Matrix<T> &W2, const Samples<D> &X,
                 const Samples<D> &Y) {
  const Samples<T> hidden = (W1 * X).array().tanh();
  return (Y - W2 * hidden).squaredNorm();
}

// --- Symmetric positive definite matrices --------------------------------------------------

BENCH_FUNCTION DELGEN(assume(spd(S)), gradient(S), del(S, 2)) inline T log_det(const Matrix<T> &S) {
  using std::log;
  return log(S.determinant());
}

BENCH_FUNCTION DELGEN(assume(spd(S)), gradient(S), del(S, 2)) inline T
    quadratic_inverse(const Matrix<T> &S, const Vector<D> &b) {
  return b.dot(S.inverse() * b);
}

/// Half the deviance of a Gaussian process with kernel a exp(−D²/2l²) + s I.
BENCH_FUNCTION DELGEN(value_and_gradient(p)) inline T
    marginal_likelihood(const Eigen::Matrix<T, 3, 1> &p, const Matrix<D> &D2, const Vector<D> &y) {
  using std::log;
  const T scale = -1.0 / (2.0 * p(1) * p(1));
  const Matrix<T> K =
      p(0) * (scale * D2.array()).exp().matrix() + p(2) * Matrix<T>::Identity(y.size(), y.size());
  const Eigen::LLT<Matrix<T>> llt(K);
  const Vector<T> alpha = llt.solve(y.template cast<T>());
  const Matrix<T> L = llt.matrixL();
  return y.dot(alpha) / 2.0 + L.diagonal().array().log().sum();
}

// --- Statistics ----------------------------------------------------------------------------

/// The rows of A are the samples.
BENCH_FUNCTION DELGEN(gradient(x), hvp(x), hessian(x), value_and_gradient(x)) inline T
    logistic(const Vector<T> &x, const Rows<D> &A, const Vector<D, Eigen::Dynamic> &y,
             double lambda) {
  const Vector<T, Eigen::Dynamic> margins = y.cwiseProduct(A * x);
  return (-margins.array()).exp().log1p().sum() + lambda / 2 * x.squaredNorm();
}

/// Y holds a 1 for the class of each sample.
BENCH_FUNCTION DELGEN(gradient(W), hvp(W)) inline T
    softmax(const Matrix<T> &W, const Samples<D> &X, const Samples<D> &Y) {
  const Samples<T> Z = W * X;
  return Z.array().exp().colwise().sum().log().sum() - (Y.array() * Z.array()).sum();
}

/// Log-likelihood of a mixture: logarithms of weights, means, inverse deviations.
BENCH_FUNCTION DELGEN(value_and_gradient(alphas, means, Q)) inline T
    mixture(const Vector<T, Eigen::Dynamic> &alphas, const Samples<T> &means, const Samples<T> &Q,
            const Samples<D> &X) {
  using std::exp;
  using std::log;
  T sum = T(0);
  for (Index i = 0; i < X.cols(); ++i) {
    Vector<T, Eigen::Dynamic> terms(alphas.size());
    for (Index k = 0; k < alphas.size(); ++k)
      terms(k) = alphas(k) + Q.col(k).sum() -
                 (Q.col(k).array().exp() * (X.col(i) - means.col(k)).array()).square().sum() / 2.0;
    const T most = terms.maxCoeff();
    sum += most + log((terms.array() - most).exp().sum());
  }
  const T all = alphas.array().exp().sum();
  return sum - static_cast<double>(X.cols()) * log(all);
}

// --- Element-wise --------------------------------------------------------------------------

BENCH_FUNCTION DELGEN(del(x, 5), directional(x, 5)) inline Vector<T> chain(const Vector<T> &x) {
  return x.array().sin() * (-x.array().square()).exp();
}

// --- Geometry: all sizes fixed -------------------------------------------------------------

/// Rodrigues' rotation and a pinhole: where a camera sees X.
BENCH_FUNCTION DELGEN(jacobian(pose)) inline Eigen::Matrix<T, 2, 1> reprojection(
    const Eigen::Matrix<T, 6, 1> &pose, const Eigen::Matrix<D, 3, 1> &X, double f) {
  using std::cos;
  using std::sin;
  using std::sqrt;
  const Eigen::Matrix<T, 3, 1> r = pose.template head<3>(), t = pose.template tail<3>();
  const T angle = sqrt(r.squaredNorm());
  const Eigen::Matrix<T, 3, 1> w = r / angle;
  const T c = cos(angle), s = sin(angle);
  const Eigen::Matrix<T, 3, 1> p = X * c + w.cross(X) * s + w * (w.dot(X) * (1.0 - c)) + t;
  return f * p.template head<2>() / p.z();
}

/// The energy of a neo-Hookean solid with deformation gradient F.
BENCH_FUNCTION DELGEN(gradient(F), hessian(F)) inline T
    neo_hookean(const Eigen::Matrix<T, 3, 3> &F, double mu, double lambda) {
  using std::log;
  const T logJ = log(F.determinant());
  return mu / 2 * (F.squaredNorm() - 3.0) - mu * logJ + lambda / 2 * logJ * logJ;
}

} // namespace functions::BENCH_KIND

#endif // DELGEN_BENCH_FUNCTIONS_H
