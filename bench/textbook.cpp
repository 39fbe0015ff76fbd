//===- textbook.cpp - Formulas as textbooks print them --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Correct closed forms, typed in as they stand: products from the left to the right, an inverse
// where the formula has one.
//
//===----------------------------------------------------------------------===//

#include "types.h"

#include <cmath>

namespace textbook::BENCH_KIND {

using namespace bench::BENCH_KIND;

// --- Quadratic forms -----------------------------------------------------------------------

inline Vec quadratic_grad_x(const Vec &x, const Mat &A) { return (A + A.transpose()) * x; }
inline Vec quadratic_hvp_x(const Vec &, const Mat &A, const Vec &d) {
  return (A + A.transpose()) * d;
}

inline Vec least_squares_grad_x(const Vec &x, const Mat &A, const Vec &b) {
  return 2 * A.transpose() * (A * x - b);
}
inline Vec least_squares_hvp_x(const Vec &, const Mat &A, const Vec &, const Vec &d) {
  return 2 * A.transpose() * A * d;
}
inline Mat least_squares_hess_x(const Vec &, const Mat &A, const Vec &) {
  return 2 * A.transpose() * A;
}

inline Mat outer_d1_x(const Vec &x, const Mat &A, const Mat &B, const Vec &d) {
  return A * (x * d.transpose() + d * x.transpose()) * B;
}
inline Mat outer_d2_x(const Vec &, const Mat &A, const Mat &B, const Vec &d1, const Vec &d2) {
  return A * (d1 * d2.transpose() + d2 * d1.transpose()) * B;
}
inline Mat outer_d3_x(const Vec &, const Mat &A, const Mat &B, const Vec &, const Vec &,
                      const Vec &) {
  return Mat::Zero(A.rows(), B.cols());
}

inline Vec ridge_grad_x(const Vec &x, const Vec &w) {
  const Mat I = Mat::Identity(x.size(), x.size());
  return 2 / x.norm() * (x * x.transpose() / x.squaredNorm() - I) * w;
}
inline Vec ridge_hvp_x(const Vec &x, const Vec &w, const Vec &d) {
  const Mat I = Mat::Identity(x.size(), x.size());
  const Mat H = 2 / std::pow(x.norm(), 3) *
                (x * w.transpose() + w * x.transpose() + w.dot(x) * I -
                 3 * w.dot(x) / x.squaredNorm() * x * x.transpose());
  return H * d;
}
inline double ridge_d3_x(const Vec &x, const Vec &w, const Vec &a, const Vec &b, const Vec &c) {
  const Vec u = x / x.norm();
  return -2 / std::pow(x.norm(), 3) *
         (w.dot(u) * (3 * (a.dot(b) * u.dot(c) + a.dot(c) * u.dot(b) + b.dot(c) * u.dot(a)) -
                      15 * u.dot(a) * u.dot(b) * u.dot(c)) +
          w.dot(a) * (3 * u.dot(b) * u.dot(c) - b.dot(c)) +
          w.dot(b) * (3 * u.dot(a) * u.dot(c) - a.dot(c)) +
          w.dot(c) * (3 * u.dot(a) * u.dot(b) - a.dot(b)));
}

inline Mat gram_d1_A(const Mat &A, const Mat &d) { return A.transpose() * d + d.transpose() * A; }
inline Mat gram_d2_A(const Mat &, const Mat &d1, const Mat &d2) {
  return d1.transpose() * d2 + d2.transpose() * d1;
}

inline double weighted_gram_d1_w(const Mat &A, const Vec &w, const Mat &C, const Vec &d) {
  const Mat R = A.transpose() * w.asDiagonal() * A - C;
  return 2 * (R.transpose() * (A.transpose() * d.asDiagonal() * A)).trace();
}
inline Mat weighted_gram_grad_A(const Mat &A, const Vec &w, const Mat &C) {
  const Mat R = A.transpose() * w.asDiagonal() * A - C;
  return 2 * (w.asDiagonal() * A * R + w.asDiagonal() * A * R.transpose());
}

// --- Networks ------------------------------------------------------------------------------

inline double linear_network_value_and_grad_W1_W2(const Mat &W1, const Mat &W2, const Batch &X,
                                                  const Batch &Y, Mat &g1, Mat &g2) {
  g1 = -2 * W2.transpose() * (Y - W2 * W1 * X) * X.transpose();
  g2 = -2 * (Y - W2 * W1 * X) * X.transpose() * W1.transpose();
  return (Y - W2 * W1 * X).squaredNorm();
}
inline Mat linear_network_hvp_W1(const Mat &, const Mat &W2, const Batch &X, const Batch &,
                                 const Mat &d) {
  return 2 * W2.transpose() * W2 * d * X * X.transpose();
}

inline double tanh_network_value_and_grad_W1_W2(const Mat &W1, const Mat &W2, const Batch &X,
                                                const Batch &Y, Mat &g1, Mat &g2) {
  const Batch Z = W1 * X;
  const Batch H = Z.array().tanh();
  const Batch R = Y - W2 * H;
  const Batch slope = 1 - Z.array().tanh().square();
  const Batch delta = slope.cwiseProduct(-2 * W2.transpose() * R);
  g1 = delta * X.transpose();
  g2 = -2 * R * H.transpose();
  return R.squaredNorm();
}
inline Mat tanh_network_hvp_W1(const Mat &W1, const Mat &W2, const Batch &X, const Batch &Y,
                               const Mat &d) {
  const Batch Z = W1 * X;
  const Batch H = Z.array().tanh();
  const Batch R = Y - W2 * H;
  const Batch slope = 1 - Z.array().tanh().square();
  const Batch curve = -2 * H.array() * slope.array();
  const Batch dZ = d * X;
  const Batch dR = -W2 * slope.cwiseProduct(dZ);
  const Batch dDelta = curve.cwiseProduct(dZ).cwiseProduct(-2 * W2.transpose() * R) +
                       slope.cwiseProduct(-2 * W2.transpose() * dR);
  return dDelta * X.transpose();
}

// --- Symmetric positive definite matrices --------------------------------------------------

inline Mat log_det_grad_S(const Mat &S) { return S.inverse(); }
inline double log_det_d2_S(const Mat &S, const Mat &d1, const Mat &d2) {
  return -(S.inverse() * d1 * S.inverse() * d2).trace();
}

inline Mat quadratic_inverse_grad_S(const Mat &S, const Vec &b) {
  return -S.inverse() * b * b.transpose() * S.inverse();
}
inline double quadratic_inverse_d2_S(const Mat &S, const Vec &b, const Mat &d1, const Mat &d2) {
  const Mat I = S.inverse();
  return b.dot((I * d1 * I * d2 * I + I * d2 * I * d1 * I) * b);
}

inline double marginal_likelihood_value_and_grad_p(const Eigen::Vector3d &p, const Mat &D2,
                                                   const Vec &y, Eigen::Vector3d &g) {
  const Mat I = Mat::Identity(y.size(), y.size());
  const Mat E = (-D2.array() / (2 * p(1) * p(1))).exp();
  const Mat K = p(0) * E + p(2) * I;
  const Mat inverse = K.inverse();
  const Vec a = inverse * y;
  const Mat M = inverse - a * a.transpose();
  g(0) = (M * E).trace() / 2;
  g(1) = (M * (p(0) * D2.array() * E.array()).matrix()).trace() / (2 * std::pow(p(1), 3));
  g(2) = M.trace() / 2;
  const Mat L = K.llt().matrixL();
  return y.dot(inverse * y) / 2 + L.diagonal().array().log().sum();
}

// --- Statistics ----------------------------------------------------------------------------

inline Vec logistic_grad_x(const Vec &x, const Rows<double> &A, const AnyVec &y, double lambda) {
  const AnyVec margins = y.cwiseProduct(A * x);
  const AnyVec p = 1 / (1 + margins.array().exp());
  return lambda * x - A.transpose() * y.cwiseProduct(p);
}
inline Vec logistic_hvp_x(const Vec &x, const Rows<double> &A, const AnyVec &y, double lambda,
                          const Vec &d) {
  const AnyVec margins = y.cwiseProduct(A * x);
  const AnyVec p = 1 / (1 + margins.array().exp());
  const AnyVec D = y.array().square() * p.array() * (1 - p.array());
  return A.transpose() * D.asDiagonal() * A * d + lambda * d;
}
inline Mat logistic_hess_x(const Vec &x, const Rows<double> &A, const AnyVec &y, double lambda) {
  const AnyVec margins = y.cwiseProduct(A * x);
  const AnyVec p = 1 / (1 + margins.array().exp());
  const AnyVec D = y.array().square() * p.array() * (1 - p.array());
  return A.transpose() * D.asDiagonal() * A + lambda * Mat::Identity(x.size(), x.size());
}
inline double logistic_value_and_grad_x(const Vec &x, const Rows<double> &A, const AnyVec &y,
                                        double lambda, Vec &g) {
  g = logistic_grad_x(x, A, y, lambda);
  const AnyVec margins = y.cwiseProduct(A * x);
  return (-margins.array()).exp().log1p().sum() + lambda / 2 * x.squaredNorm();
}

inline Mat softmax_grad_W(const Mat &W, const Batch &X, const Batch &Y) {
  const Batch E = (W * X).array().exp();
  const Batch P = E.array().rowwise() / E.colwise().sum().array();
  return (P - Y) * X.transpose();
}
inline Mat softmax_hvp_W(const Mat &W, const Batch &X, const Batch &, const Mat &d) {
  const Batch E = (W * X).array().exp();
  const Batch P = E.array().rowwise() / E.colwise().sum().array();
  Batch dP(P.rows(), P.cols());
  for (Index i = 0; i < X.cols(); ++i) {
    const Vec p = P.col(i);
    const Mat J = Mat(p.asDiagonal()) - p * p.transpose();
    dP.col(i) = J * (d * X.col(i));
  }
  return dP * X.transpose();
}

inline double mixture_value_and_grad_alphas_means_Q(const AnyVec &alphas, const Batch &means,
                                                    const Batch &Q, const Batch &X, AnyVec &ga,
                                                    Batch &gm, Batch &gq) {
  const Index K = alphas.size();
  ga = AnyVec::Zero(K);
  gm = Batch::Zero(X.rows(), K);
  gq = Batch::Zero(X.rows(), K);
  double value = 0;
  for (Index i = 0; i < X.cols(); ++i) {
    AnyVec terms(K);
    for (Index k = 0; k < K; ++k) {
      const Vec z = Q.col(k).array().exp() * (X.col(i) - means.col(k)).array();
      terms(k) = alphas(k) + Q.col(k).sum() - z.squaredNorm() / 2;
    }
    const double most = terms.maxCoeff();
    value += most + std::log((terms.array() - most).exp().sum());
    const AnyVec weights = (terms.array() - most).exp() / (terms.array() - most).exp().sum();
    ga += weights;
    for (Index k = 0; k < K; ++k) {
      const Vec s = Q.col(k).array().exp();
      const Vec z = s.array() * (X.col(i) - means.col(k)).array();
      gm.col(k) += weights(k) * s.cwiseProduct(z);
      gq.col(k) += weights(k) * (Vec::Ones(X.rows()) - z.cwiseProduct(z));
    }
  }
  const double count = static_cast<double>(X.cols());
  ga -= count * AnyVec(alphas.array().exp()) / alphas.array().exp().sum();
  return value - count * std::log(alphas.array().exp().sum());
}

// --- Element-wise --------------------------------------------------------------------------

inline Vec chain_d1_x(const Vec &x, const Vec &d) {
  const auto X = x.array();
  return d.array() * (X.cos() * (-X.square()).exp() - 2 * X * X.sin() * (-X.square()).exp());
}
inline Vec chain_d2_x(const Vec &x, const Vec &a, const Vec &b) {
  const auto X = x.array();
  return a.array() * b.array() *
         ((4 * X.square() - 3) * X.sin() * (-X.square()).exp() -
          4 * X * X.cos() * (-X.square()).exp());
}
inline Vec chain_d3_x(const Vec &x, const Vec &a, const Vec &b, const Vec &c) {
  const auto X = x.array();
  return a.array() * b.array() * c.array() *
         ((18 * X - 8 * X.pow(3)) * X.sin() * (-X.square()).exp() +
          (12 * X.pow(2) - 7) * X.cos() * (-X.square()).exp());
}
inline Vec chain_d5_x(const Vec &x, const Vec &a, const Vec &b, const Vec &c, const Vec &d,
                      const Vec &e) {
  const auto X = x.array();
  return a.array() * b.array() * c.array() * d.array() * e.array() *
         ((240 * X.pow(3) - 32 * X.pow(5) - 250 * X) * X.sin() * (-X.square()).exp() +
          (80 * X.pow(4) - 280 * X.pow(2) + 81) * X.cos() * (-X.square()).exp());
}
inline Vec chain_dir3_x(const Vec &x, const Vec &d) { return chain_d3_x(x, d, d, d); }
inline Vec chain_dir5_x(const Vec &x, const Vec &d) { return chain_d5_x(x, d, d, d, d, d); }

// --- Geometry ------------------------------------------------------------------------------

inline Eigen::Matrix3d hat(const Eigen::Vector3d &v) {
  Eigen::Matrix3d S;
  S << 0, -v.z(), v.y(), v.z(), 0, -v.x(), -v.y(), v.x(), 0;
  return S;
}

// R = I + a [r]ₓ + b [r]ₓ², and the derivative of each of its parts applied to X.
inline Eigen::Matrix<double, 2, 6> reprojection_jac_pose(const Eigen::Matrix<double, 6, 1> &pose,
                                                         const Eigen::Vector3d &X, double f) {
  const Eigen::Vector3d r = pose.head<3>();
  const double angle = r.norm();
  const double a = std::sin(angle) / angle, b = (1 - std::cos(angle)) / std::pow(angle, 2);
  const double da = (std::cos(angle) - a) / std::pow(angle, 2);
  const double db = (a - 2 * b) / std::pow(angle, 2);
  const Eigen::Matrix3d R = Eigen::Matrix3d::Identity() + a * hat(r) + b * hat(r) * hat(r);
  const Eigen::Vector3d p = R * X + pose.tail<3>();
  Eigen::Matrix<double, 3, 6> J;
  J.rightCols<3>() = Eigen::Matrix3d::Identity();
  for (int i = 0; i < 3; ++i) {
    const Eigen::Matrix3d E = hat(Eigen::Vector3d::Unit(i));
    const Eigen::Matrix3d dR =
        da * r(i) * hat(r) + a * E + db * r(i) * hat(r) * hat(r) + b * (E * hat(r) + hat(r) * E);
    J.col(i) = dR * X;
  }
  Eigen::Matrix<double, 2, 3> P;
  P << f / p.z(), 0, -f * p.x() / (p.z() * p.z()), 0, f / p.z(), -f * p.y() / (p.z() * p.z());
  return P * J;
}

inline Eigen::Matrix3d neo_hookean_grad_F(const Eigen::Matrix3d &F, double mu, double lambda) {
  const Eigen::Matrix3d inverseT = F.inverse().transpose();
  return mu * (F - inverseT) + lambda * std::log(F.determinant()) * inverseT;
}
inline Eigen::Matrix<double, 9, 9> neo_hookean_hess_F(const Eigen::Matrix3d &F, double mu,
                                                      double lambda) {
  const Eigen::Matrix3d G = F.inverse().transpose();
  const double logJ = std::log(F.determinant());
  Eigen::Matrix<double, 9, 9> H;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      for (int l = 0; l < 3; ++l)
        for (int k = 0; k < 3; ++k)
          H(i + 3 * j, l + 3 * k) = mu * (i == l) * (j == k) + lambda * G(i, j) * G(l, k) +
                                    (mu - lambda * logJ) * G(i, k) * G(l, j);
  return H;
}

} // namespace textbook::BENCH_KIND

#define BENCH_CONTENDER textbook
#include "functions.inc"
