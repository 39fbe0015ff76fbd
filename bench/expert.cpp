//===- expert.cpp - What an expert writes by hand -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The cheapest closed forms, evaluated in the best order: products with vectors first, one
// product where two are each other's transposes, noalias(), one factorisation for all, no
// temporary that can be done without. What is best depends on the size, and is chosen by it.
//
//===----------------------------------------------------------------------===//

#include "expert_geometry.h"
#include "types.h"

#include <cmath>

namespace expert::BENCH_KIND {

using namespace bench::BENCH_KIND;

constexpr bool isFixed = N != Eigen::Dynamic;

// --- Quadratic forms -----------------------------------------------------------------------

inline Vec quadratic_grad_x(const Vec &x, const Mat &A) {
  Vec g(x.size());
  g.noalias() = A * x;
  g.noalias() += A.transpose() * x;
  return g;
}
inline Vec quadratic_hvp_x(const Vec &, const Mat &A, const Vec &d) {
  return quadratic_grad_x(d, A);
}

inline Vec least_squares_grad_x(const Vec &x, const Mat &A, const Vec &b) {
  Vec r = -b;
  r.noalias() += A * x;
  Vec g(x.size());
  g.noalias() = 2 * A.transpose() * r;
  return g;
}
inline Vec least_squares_hvp_x(const Vec &, const Mat &A, const Vec &, const Vec &d) {
  Vec t(A.rows());
  t.noalias() = A * d;
  Vec h(d.size());
  h.noalias() = 2 * A.transpose() * t;
  return h;
}

/// s AᵀA, by one triangle where that pays.
template <typename Left> Mat gram_of(const Left &A, double s) {
  const Index n = A.cols();
  Mat H(n, n);
  if (isFixed) {
    H.noalias() = s * A.transpose() * A;
  } else if (n < 16) {
    H.noalias() = s * A.transpose().lazyProduct(A);
  } else if (n < 64) {
    H.noalias() = s * A.transpose() * A;
  } else {
    H.setZero();
    H.template selfadjointView<Eigen::Lower>().rankUpdate(A.transpose(), s);
    H.template triangularView<Eigen::StrictlyUpper>() = H.transpose();
  }
  return H;
}
inline Mat least_squares_hess_x(const Vec &, const Mat &A, const Vec &) { return gram_of(A, 2); }

/// a bᵀ + c dᵀ in one pass.
inline Mat two_dyads(const Vec &a, const Vec &b, const Vec &c, const Vec &d) {
  Mat R(a.size(), b.size());
  for (Index j = 0; j < b.size(); ++j)
    R.col(j) = b(j) * a + d(j) * c;
  return R;
}
inline Mat outer_d1_x(const Vec &x, const Mat &A, const Mat &B, const Vec &d) {
  return two_dyads(A * x, B.transpose() * d, A * d, B.transpose() * x);
}
inline Mat outer_d2_x(const Vec &, const Mat &A, const Mat &B, const Vec &d1, const Vec &d2) {
  return outer_d1_x(d1, A, B, d2);
}
inline Mat outer_d3_x(const Vec &, const Mat &A, const Mat &B, const Vec &, const Vec &,
                      const Vec &) {
  return Mat::Zero(A.rows(), B.cols());
}

// ‖w − x/‖x‖‖² = ‖w‖² + 1 − 2 ⟨w, x⟩/‖x‖
inline Vec ridge_grad_x(const Vec &x, const Vec &w) {
  const double s2 = x.squaredNorm(), r = 2 / std::sqrt(s2);
  return (r * w.dot(x) / s2) * x - r * w;
}
inline Vec ridge_hvp_x(const Vec &x, const Vec &w, const Vec &d) {
  const double s2 = x.squaredNorm(), t = 2 / (s2 * std::sqrt(s2));
  const double wx = w.dot(x), xd = x.dot(d), wd = w.dot(d);
  return (t * xd) * w + (t * (wd - 3 * wx * xd / s2)) * x + (t * wx) * d;
}
inline double ridge_d3_x(const Vec &x, const Vec &w, const Vec &a, const Vec &b, const Vec &c) {
  const double s2 = x.squaredNorm(), t3 = 1 / (s2 * std::sqrt(s2)), t5 = t3 / s2, t7 = t5 / s2;
  const double xa = x.dot(a), xb = x.dot(b), xc = x.dot(c);
  const double ab = a.dot(b), ac = a.dot(c), bc = b.dot(c);
  const double third = 3 * t5 * (ab * xc + ac * xb + bc * xa) - 15 * t7 * xa * xb * xc;
  return -2 * (w.dot(x) * third + w.dot(a) * (3 * t5 * xb * xc - t3 * bc) +
               w.dot(b) * (3 * t5 * xa * xc - t3 * ac) + w.dot(c) * (3 * t5 * xa * xb - t3 * ab));
}

/// AᵀB for what is small or not.
template <typename A, typename B> Mat product(const A &a, const B &b) {
  Mat P(a.rows(), b.cols());
  if (!isFixed && a.rows() < 16)
    P.noalias() = a.lazyProduct(b);
  else
    P.noalias() = a * b;
  return P;
}
inline Mat gram_d1_A(const Mat &A, const Mat &d) {
  const Mat P = product(A.transpose(), d);
  return P + P.transpose();
}
inline Mat gram_d2_A(const Mat &, const Mat &d1, const Mat &d2) { return gram_d1_A(d1, d2); }

inline Mat weighted_residual(const Mat &A, const Vec &w, const Mat &C) {
  const Mat WA = w.asDiagonal() * A;
  if (!isFixed && A.rows() < 16)
    return A.transpose().lazyProduct(WA) - C;
  Mat R = -C;
  R.noalias() += A.transpose() * WA;
  return R;
}
inline double weighted_gram_d1_w(const Mat &A, const Vec &w, const Mat &C, const Vec &d) {
  const Mat AR = product(A, weighted_residual(A, w, C));
  return 2 * d.dot(AR.cwiseProduct(A).rowwise().sum());
}
inline Mat weighted_gram_grad_A(const Mat &A, const Vec &w, const Mat &C) {
  const Mat R = weighted_residual(A, w, C);
  const Mat S = 2 * (R + R.transpose());
  Mat G = product(A, S);
  G.array().colwise() *= w.array();
  return G;
}

// --- Networks ------------------------------------------------------------------------------

inline double linear_network_value_and_grad_W1_W2(const Mat &W1, const Mat &W2, const Batch &X,
                                                  const Batch &Y, Mat &g1, Mat &g2) {
  Mat W = W2 * W1;
  Batch R = -Y;
  R.noalias() += W * X;
  W.noalias() = R * X.transpose();
  g1.noalias() = 2 * W2.transpose() * W;
  g2.noalias() = 2 * W * W1.transpose();
  return R.squaredNorm();
}
inline Mat linear_network_hvp_W1(const Mat &, const Mat &W2, const Batch &X, const Batch &,
                                 const Mat &d) {
  const Mat XX = gram_of(X.transpose(), 2);
  const Mat P = d * XX;
  const Mat Q = W2 * P;
  Mat H(d.rows(), d.cols());
  H.noalias() = W2.transpose() * Q;
  return H;
}

inline double tanh_network_value_and_grad_W1_W2(const Mat &W1, const Mat &W2, const Batch &X,
                                                const Batch &Y, Mat &g1, Mat &g2) {
  Batch H = W1 * X;
  H = H.array().tanh();
  Batch R = -Y;
  R.noalias() += W2 * H;
  Batch back = W2.transpose() * R;
  back.array() *= 1 - H.array().square();
  g1.noalias() = 2 * back * X.transpose();
  g2.noalias() = 2 * R * H.transpose();
  return R.squaredNorm();
}
inline Mat tanh_network_hvp_W1(const Mat &W1, const Mat &W2, const Batch &X, const Batch &Y,
                               const Mat &d) {
  Batch H = W1 * X;
  H = H.array().tanh();
  Batch R = -Y;
  R.noalias() += W2 * H;
  Batch dH = d * X;
  dH.array() *= 1 - H.array().square();
  const Batch back = W2.transpose() * R;
  R.noalias() = W2 * dH;
  Batch all = W2.transpose() * R;
  all = (1 - H.array().square()) * all.array() - 2 * H.array() * dH.array() * back.array();
  Mat hvp(d.rows(), d.cols());
  hvp.noalias() = 2 * all * X.transpose();
  return hvp;
}

// --- Symmetric positive definite matrices --------------------------------------------------

inline Mat inverse_of(const Eigen::LLT<Mat> &llt) {
  const Index n = llt.rows();
  Mat L = Mat::Identity(n, n);
  llt.matrixL().solveInPlace(L);
  return gram_of(L, 1);
}
inline Mat log_det_grad_S(const Mat &S) {
  return isFixed || S.rows() <= 64 ? Mat(S.inverse()) : inverse_of(S.llt());
}
inline double log_det_d2_S(const Mat &S, const Mat &d1, const Mat &d2) {
  const Mat I = log_det_grad_S(S);
  const Mat P = product(I, d1), Q = product(I, d2);
  return -P.cwiseProduct(Q.transpose()).sum();
}

inline Mat quadratic_inverse_grad_S(const Mat &S, const Vec &b) {
  Vec a;
  if constexpr (isFixed)
    a = S.inverse() * b;
  else
    a = S.llt().solve(b);
  Mat G(a.size(), a.size());
  G.noalias() = -a * a.transpose();
  return G;
}
inline double quadratic_inverse_d2_S(const Mat &S, const Vec &b, const Mat &d1, const Mat &d2) {
  if constexpr (isFixed) {
    const Mat I = S.inverse();
    const Vec a = I * b;
    return 2 * (d1.transpose() * a).dot(I * (d2 * a));
  } else {
    const Eigen::LLT<Mat> llt(S);
    const Vec a = llt.solve(b);
    Vec u = d2 * a;
    llt.solveInPlace(u);
    const Vec v = d1 * u;
    return 2 * a.dot(v);
  }
}

inline double marginal_likelihood_value_and_grad_p(const Eigen::Vector3d &p, const Mat &D2,
                                                   const Vec &y, Eigen::Vector3d &g) {
  const Index n = y.size();
  const Mat E = (-0.5 / (p(1) * p(1)) * D2.array()).exp();
  Mat K = p(0) * E;
  K.diagonal().array() += p(2);
  const Eigen::LLT<Mat> llt(std::move(K));
  const Vec a = llt.solve(y);
  Mat I = n <= 32 ? Mat(llt.solve(Mat::Identity(n, n))) : inverse_of(llt);
  g(2) = (I.trace() - a.squaredNorm()) / 2;
  I.array() *= E.array();
  const Vec Ea = E * a, EDa = E.cwiseProduct(D2) * a;
  g(0) = (I.sum() - a.dot(Ea)) / 2;
  g(1) = p(0) / (2 * p(1) * p(1) * p(1)) * (I.cwiseProduct(D2).sum() - a.dot(EDa));
  return y.dot(a) / 2 + llt.matrixLLT().diagonal().array().log().sum();
}

// --- Statistics ----------------------------------------------------------------------------

inline Vec logistic_grad_x(const Vec &x, const Rows<double> &A, const AnyVec &y, double lambda) {
  AnyVec t = A * x;
  t = y.array() * (-y.array() * t.array()).logistic();
  Vec g = lambda * x;
  g.noalias() -= A.transpose() * t;
  return g;
}
inline Vec logistic_hvp_x(const Vec &x, const Rows<double> &A, const AnyVec &y, double lambda,
                          const Vec &d) {
  AnyVec s = A * x;
  const AnyVec t = A * d;
  s = (y.array() * s.array()).logistic();
  s = y.array().square() * s.array() * (1 - s.array()) * t.array();
  Vec h = lambda * d;
  h.noalias() += A.transpose() * s;
  return h;
}
inline Mat logistic_hess_x(const Vec &x, const Rows<double> &A, const AnyVec &y, double lambda) {
  AnyVec s = A * x;
  s = (y.array() * s.array()).logistic();
  s = (y.array().square() * s.array() * (1 - s.array())).sqrt();
  const Rows<double> B = s.asDiagonal() * A;
  Mat H = gram_of(B, 1);
  H.diagonal().array() += lambda;
  return H;
}
inline double logistic_value_and_grad_x(const Vec &x, const Rows<double> &A, const AnyVec &y,
                                        double lambda, Vec &g) {
  AnyVec t = A * x;
  t = (-y.array() * t.array()).exp();
  const double value = t.array().log1p().sum() + lambda / 2 * x.squaredNorm();
  t = y.array() * t.array() / (1 + t.array());
  g = lambda * x;
  g.noalias() -= A.transpose() * t;
  return value;
}

inline Mat softmax_grad_W(const Mat &W, const Batch &X, const Batch &Y) {
  Batch P = W * X;
  P = P.array().exp();
  for (Index i = 0; i < P.cols(); ++i)
    P.col(i) = P.col(i) / P.col(i).sum() - Y.col(i);
  Mat G(W.rows(), W.cols());
  G.noalias() = P * X.transpose();
  return G;
}
inline Mat softmax_hvp_W(const Mat &W, const Batch &X, const Batch &, const Mat &d) {
  Batch P = W * X, dZ = d * X;
  P = P.array().exp();
  for (Index i = 0; i < P.cols(); ++i) {
    P.col(i) /= P.col(i).sum();
    dZ.col(i) = P.col(i).array() * (dZ.col(i).array() - P.col(i).dot(dZ.col(i)));
  }
  Mat H(W.rows(), W.cols());
  H.noalias() = dZ * X.transpose();
  return H;
}

inline double mixture_value_and_grad_alphas_means_Q(const AnyVec &alphas, const Batch &means,
                                                    const Batch &Q, const Batch &X, AnyVec &ga,
                                                    Batch &gm, Batch &gq) {
  const Index K = alphas.size(), n = X.rows();
  const Batch S = Q.array().exp();
  const AnyVec base = alphas + Q.colwise().sum().transpose();
  ga.setZero(K);
  gm.setZero(n, K);
  gq.setZero(n, K);
  AnyVec w(K);
  Batch Z(n, K);
  double value = 0;
  for (Index i = 0; i < X.cols(); ++i) {
    for (Index k = 0; k < K; ++k) {
      Z.col(k) = S.col(k).array() * (X.col(i) - means.col(k)).array();
      w(k) = base(k) - Z.col(k).squaredNorm() / 2;
    }
    const double most = w.maxCoeff();
    w = (w.array() - most).exp();
    const double sum = w.sum();
    value += most + std::log(sum);
    w /= sum;
    ga += w;
    for (Index k = 0; k < K; ++k) {
      gm.col(k) += w(k) * Z.col(k);
      gq.col(k).array() += w(k) * (1 - Z.col(k).array().square());
    }
  }
  gm.array() *= S.array();
  const AnyVec e = alphas.array().exp();
  const double all = e.sum(), count = static_cast<double>(X.cols());
  ga -= count / all * e;
  return value - count * std::log(all);
}

// --- Element-wise --------------------------------------------------------------------------

// The derivatives of sin x exp(−x²) are (p sin x + q cos x) exp(−x²), p and q polynomials.
inline Vec chain_d1_x(const Vec &x, const Vec &d) {
  const auto X = x.array();
  return d.array() * (X.cos() - 2 * X * X.sin()) * (-X.square()).exp();
}
inline Vec chain_d2_x(const Vec &x, const Vec &a, const Vec &b) {
  const auto X = x.array();
  return a.array() * b.array() * ((4 * X.square() - 3) * X.sin() - 4 * X * X.cos()) *
         (-X.square()).exp();
}
inline Vec chain_d3_x(const Vec &x, const Vec &a, const Vec &b, const Vec &c) {
  const auto X = x.array();
  return a.array() * b.array() * c.array() *
         (X * (18 - 8 * X.square()) * X.sin() + (12 * X.square() - 7) * X.cos()) *
         (-X.square()).exp();
}
inline Vec chain_d5_x(const Vec &x, const Vec &a, const Vec &b, const Vec &c, const Vec &d,
                      const Vec &e) {
  const auto X = x.array();
  return a.array() * b.array() * c.array() * d.array() * e.array() *
         (X * ((240 - 32 * X.square()) * X.square() - 250) * X.sin() +
          ((80 * X.square() - 280) * X.square() + 81) * X.cos()) *
         (-X.square()).exp();
}
inline Vec chain_dir3_x(const Vec &x, const Vec &d) { return chain_d3_x(x, d, d, d); }
inline Vec chain_dir5_x(const Vec &x, const Vec &d) { return chain_d5_x(x, d, d, d, d, d); }

} // namespace expert::BENCH_KIND

#define BENCH_CONTENDER expert
#include "functions.inc"
