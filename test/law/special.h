//===- special.h - Special functions, powers and softmax --------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <unsupported/Eigen/SpecialFunctions>

//===-- Scalars -----------------------------------------------------------===//

DELGEN(del(x, 3))
inline double inverse_hyperbolic(double x) {
  return std::asinh(x) + std::acosh(x * x + 1.5) * std::atanh(0.5 * x);
}

DELGEN(del(x, 3))
inline double complementary(double x) { return std::erfc(x) * std::erf(2 * x) + std::exp2(x); }

DELGEN(del(x, 3))
inline double logarithms(double x) { return std::log2(x) * std::log10(x) + std::log1p(x); }

DELGEN(del(x, 3))
inline double gammas(double x) {
  return std::lgamma(x) + x * Eigen::numext::digamma(x) + std::lgamma(x * x);
}

DELGEN(del(x, 3))
inline double soft(double x) {
  return std::log(1 + std::exp(x)) + std::log1p(std::exp(-x)) * x + std::log(1.0 + std::exp(2 * x));
}

DELGEN(del(x, 3))
inline double sigmoid(double x) {
  return 1 / (1 + std::exp(-x)) + x / (1 + std::exp(x)) + std::log(1 / (1 + std::exp(-x))) +
         std::log(1 - 1 / (1 + std::exp(-x)));
}

DELGEN(del(x, 2), del(p, 2), del(x, p))
inline double powers(double x, double p) {
  return std::pow(x, p) + std::pow(2.0, x) + std::pow(x, 2.5) + std::pow(x, -3);
}

DELGEN(del(x, 2))
inline float singles(float x) {
  return std::asinh(x) + std::erfc(x) + std::log1p(std::exp(x)) + 1 / (1 + std::exp(-x)) +
         std::lgamma(x);
}

//===-- Arrays ------------------------------------------------------------===//

DELGEN(del(a, 3))
inline Eigen::ArrayXd of_arrays(const Eigen::ArrayXd &a) {
  return a.asinh() + a.atanh() * a + (a + 2.0).acosh() + a.erf() * a.erfc() + a.logistic();
}

DELGEN(del(a, 2))
inline Eigen::ArrayXd gamma_arrays(const Eigen::ArrayXd &a) {
  return a.lgamma() * a + a.digamma() + lgamma(a * a);
}

DELGEN(del(a, 2), del(b, 2), del(s, 2), del(a, b))
inline Eigen::ArrayXd power_arrays(const Eigen::ArrayXd &a, const Eigen::ArrayXd &b, double s) {
  return a.pow(b) + Eigen::pow(s, b) + a.pow(s) + Eigen::pow(a, b) * Eigen::pow(2.0, a);
}

DELGEN(del(a, 3))
inline Eigen::ArrayXXd soft_arrays(const Eigen::ArrayXXd &a) {
  return (1 + a.exp()).log() + a.exp().log1p() * a + 1 / (1 + (-a).exp()) + (1 + a.exp()).inverse();
}

DELGEN(del(a, 2))
inline Eigen::ArrayXf single_arrays(const Eigen::ArrayXf &a) {
  return a.asinh() + a.logistic() + (1 + a.exp()).log() + a.erfc();
}

DELGEN(del(x, 2), del(y))
inline Eigen::VectorXd angles(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return x.binaryExpr(y, [](double a, double b) { return std::atan2(a, b) * std::hypot(a, b); });
}

//===-- Softmax -----------------------------------------------------------===//

DELGEN(del(x, 3))
inline double log_sum_exp(const Eigen::VectorXd &x) {
  const double m = x.maxCoeff();
  return m + std::log((x.array() - m).exp().sum());
}

DELGEN(del(x, 2))
inline Eigen::VectorXd softmax(const Eigen::VectorXd &x) {
  const Eigen::VectorXd e = (x.array() - x.maxCoeff()).exp();
  return e / e.sum();
}

DELGEN(del(Q), del(K, 2), del(V), del(Q, K))
inline Eigen::MatrixXd attention(const Eigen::MatrixXd &Q, const Eigen::MatrixXd &K,
                                 const Eigen::MatrixXd &V) {
  const Eigen::MatrixXd S = Q * K.transpose() / std::sqrt(static_cast<double>(Q.cols()));
  const Eigen::VectorXd largest = S.rowwise().maxCoeff();
  const Eigen::ArrayXXd E = (S.colwise() - largest).array().exp();
  const Eigen::ArrayXd total = E.rowwise().sum();
  return (E.colwise() / total).matrix() * V;
}

DELGEN(del(X, 2))
inline Eigen::VectorXd row_log_sum_exp(const Eigen::MatrixXd &X) {
  const Eigen::VectorXd m = X.rowwise().maxCoeff();
  return m.array() + (X.colwise() - m).array().exp().rowwise().sum().log();
}

DELGEN(del(W, 2))
inline double cross_entropy(const Eigen::MatrixXd &W, const Eigen::VectorXd &x,
                            const Eigen::VectorXd &y) {
  const Eigen::VectorXd z = W * x;
  const double m = z.maxCoeff();
  return m + std::log((z.array() - m).exp().sum()) - y.dot(z);
}

DELGEN(del(M, 2), del(w))
inline double mixture(const Eigen::VectorXd &x, const Eigen::MatrixXd &M,
                      const Eigen::VectorXd &w) {
  // log Σⱼ exp(wⱼ − ½ ‖x − mⱼ‖²), whose weights are those of softmax(w)
  const Eigen::VectorXd s = w.transpose() - 0.5 * (M.colwise() - x).colwise().squaredNorm();
  const double largest = s.maxCoeff(), weight = w.maxCoeff();
  return largest + std::log((s.array() - largest).exp().sum()) -
         (weight + std::log((w.array() - weight).exp().sum()));
}

DELGEN(del(x, 2), del(y))
inline double symmetric_divergence(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  const Eigen::ArrayXd p = x.array() / 2, q = y.array() / 3;
  return ((p - q) * (p.log() - q.log())).sum();
}

DELGEN(del(w, 2))
inline double logistic_regression(const Eigen::VectorXd &w, const Eigen::MatrixXd &X,
                                  const Eigen::VectorXd &y) {
  const Eigen::ArrayXd z = X * w;
  return ((1 + z.exp()).log() - y.array() * z).sum();
}

DELGEN(del(w, 2))
inline double binary_cross_entropy(const Eigen::VectorXd &w, const Eigen::MatrixXd &X,
                                   const Eigen::VectorXd &y) {
  const Eigen::ArrayXd p = 1 / (1 + (-(X * w).array()).exp());
  return -(y.array() * p.log() + (1 - y.array()) * (1 - p).log()).sum();
}

DELGEN(del(a, 2))
inline double dirichlet(const Eigen::ArrayXd &a, const Eigen::ArrayXd &p) {
  return std::lgamma(a.sum()) - a.lgamma().sum() + ((a - 1) * p.log()).sum();
}

DELGEN(del(x, 2))
inline double geometric_mean(const Eigen::VectorXd &x) {
  return std::pow(x.prod(), 1.0 / static_cast<double>(x.size()));
}

DELGEN(del(x, 2))
inline double square_root_of_dot(const Eigen::VectorXd &x) { return std::sqrt(x.dot(x)); }
