//===- programs.h - Networks, sequences and pieces ---*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <vector>

// Lists are indexed with what is at hand.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"

namespace network {
inline Eigen::VectorXd sigmoid(const Eigen::VectorXd &z) {
  return (1 / (1 + (-z.array()).exp())).matrix();
}

// Of layers that are linear the gradient reads no value, and the sizes of those it needs all the
// same.
DELGEN(gradient(W), gradient(x), value_and_gradient(W, b, x), hvp(x), hvp(W))
inline double chain(const std::vector<Eigen::MatrixXd> &W, const std::vector<Eigen::VectorXd> &b,
                    const Eigen::VectorXd &x) {
  Eigen::VectorXd h = x;
  for (std::size_t l = 0; l < W.size(); ++l) {
    Eigen::VectorXd z = W[l] * h + b[l];
    h = z;
  }
  return h.sum() + h.squaredNorm();
}

DELGEN(gradient(x), gradient(W), hvp(x), value_and_gradient(x))
inline double switched(const std::vector<Eigen::MatrixXd> &W, const Eigen::VectorXd &x,
                       Eigen::Index at) {
  Eigen::VectorXd h = x;
  if (at < 0) {
    h = Eigen::VectorXd::Constant(W[0].rows(), x.sum());
  } else {
    for (std::size_t l = 0; l < W.size(); ++l) {
      if (static_cast<Eigen::Index>(l) == at)
        h = (W[l] * h + Eigen::VectorXd::Constant(W[l].rows(), h.sum())).eval();
      else
        h = (W[l] * h).eval();
    }
  }
  return h.sum() + h.dot(h);
}

// Nothing of an entry is read but its size.
DELGEN(gradient(s), gradient(L))
inline double constants(const std::vector<Eigen::VectorXd> &L, double s) {
  double r = 0;
  for (std::size_t i = 0; i < L.size(); ++i) {
    Eigen::VectorXd q = Eigen::VectorXd::Constant(L[i].size(), s * s);
    for (std::size_t k = 0; k < 3; ++k)
      q = (q.sum() * Eigen::VectorXd::Constant(L[(i + k) % L.size()].size(), s)).eval();
    r += q.sum() + q.squaredNorm();
  }
  return r;
}

// Matrices of derivatives go through lists of what varies.
DELGEN(hessian(x), gradient(x))
inline double states(const std::vector<Eigen::MatrixXd> &W, const Eigen::VectorXd &x) {
  std::vector<Eigen::VectorXd> h;
  h.push_back(x);
  for (std::size_t i = 0; i < W.size(); ++i)
    h.push_back((W[i] * h[i]).array().sin().matrix());
  double s = 0;
  for (std::size_t i = 0; i < h.size(); ++i)
    s += h[i].squaredNorm() * h[0].sum();
  return s;
}

DELGEN(hessian(x), jacobian(x))
inline double powers(const Eigen::VectorXd &x) {
  std::vector<Eigen::MatrixXd> L;
  for (Eigen::Index i = 0; i < 3; ++i)
    L.push_back(x.head(i + 1) * x.transpose());
  double s = 0;
  for (std::size_t i = 0; i < L.size(); ++i)
    s += (L[i] * L[2].transpose()).sum() + L[i].squaredNorm();
  return s;
}

DELGEN(gradient(W1, b1, W2), value_and_gradient(W1, b1, W2), hvp(W1), hvp(b1), hvp(W2))
inline double samples(const Eigen::MatrixXd &W1, const Eigen::VectorXd &b1,
                      const Eigen::MatrixXd &W2, const Eigen::MatrixXd &X,
                      const Eigen::MatrixXd &Y) {
  double loss = 0;
  for (Eigen::Index i = 0; i < X.cols(); ++i)
    loss += (Y.col(i) - W2 * sigmoid(W1 * X.col(i) + b1)).squaredNorm();
  return loss;
}

DELGEN(gradient(W, b), value_and_gradient(W, b), hvp(W), hvp(b))
inline double layers(const std::vector<Eigen::MatrixXd> &W, const std::vector<Eigen::VectorXd> &b,
                     const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  Eigen::MatrixXd Z = X;
  for (std::size_t l = 0; l < W.size(); ++l) {
    Z = (W[l] * Z).colwise() + b[l];
    if (l + 1 < W.size())
      Z = (1 / (1 + (-Z.array()).exp())).matrix();
  }
  return (Y - Z).squaredNorm();
}

DELGEN(gradient(W1, b1, W2), value_and_gradient(W1, b1, W2), hvp(W1), hvp(b1), hvp(W2))
inline double whole(const Eigen::MatrixXd &W1, const Eigen::VectorXd &b1, const Eigen::MatrixXd &W2,
                    const Eigen::MatrixXd &X, const Eigen::MatrixXd &Y) {
  const Eigen::MatrixXd Z = (W1 * X).colwise() + b1;
  return (Y - W2 * (1 / (1 + (-Z.array()).exp())).matrix()).squaredNorm();
}

// Called for two lists whose first entries have sizes of their own, which the mean needs.
inline double activity(const std::vector<Eigen::MatrixXd> &W, const Eigen::VectorXd &x) {
  return sigmoid(W[0] * x).mean();
}

DELGEN(gradient(x, V), hvp(x))
inline double ensemble(const std::vector<Eigen::MatrixXd> &U, const std::vector<Eigen::MatrixXd> &V,
                       const Eigen::VectorXd &x) {
  return activity(U, x) + 3 * activity(V, x) * activity(U, 2 * x);
}
} // namespace network

namespace sequences {
DELGEN(gradient(W, h0), value_and_gradient(W, U, h0), hvp(W), hvp(h0))
inline double rnn(const Eigen::MatrixXd &W, const Eigen::MatrixXd &U, const Eigen::VectorXd &h0,
                  const Eigen::MatrixXd &X, const Eigen::VectorXd &y) {
  Eigen::VectorXd h = h0;
  double loss = 0;
  for (int t = 0; t < X.cols(); ++t) {
    h = (W * h + U * X.col(t)).array().tanh();
    loss += (h - y).squaredNorm();
  }
  return loss / static_cast<double>(X.cols());
}
DELGEN(gradient(A, v0), hvp(A), value_and_gradient(A))
inline double power_iteration(const Eigen::MatrixXd &A, const Eigen::VectorXd &v0, int steps) {
  Eigen::VectorXd v = v0.normalized();
  for (int k = 0; k < steps; k++) {
    v = A * v;
    v.normalize();
  }
  return v.dot(A * v);
}
/// The same until it has converged.
DELGEN(gradient(A), hvp(A))
inline double converged(const Eigen::MatrixXd &A, const Eigen::VectorXd &v0) {
  Eigen::VectorXd v = v0.normalized();
  double value = 0, change = 1;
  int k = 0;
  while (change > 1e-14 && k < 1000) {
    const Eigen::VectorXd w = A * v;
    const double next = v.dot(w);
    v = w / w.norm();
    change = std::abs(next - value);
    value = next;
    ++k;
  }
  return value;
}
inline Eigen::Vector4d field(const Eigen::Vector4d &s, double mu) {
  const double r = std::sqrt(s(0) * s(0) + s(1) * s(1));
  const double c = -mu / (r * r * r);
  return Eigen::Vector4d(s(2), s(3), c * s(0), c * s(1));
}
DELGEN(jacobian(s0), jacobian(mu), vjp(s0), del(s0, 2))
inline Eigen::Vector4d orbit(const Eigen::Vector4d &s0, double mu, double h, int n) {
  Eigen::Vector4d s = s0;
  for (int i = 0; i < n; ++i) {
    const Eigen::Vector4d k1 = field(s, mu);
    const Eigen::Vector4d k2 = field(s + h / 2 * k1, mu);
    const Eigen::Vector4d k3 = field(s + h / 2 * k2, mu);
    const Eigen::Vector4d k4 = field(s + h * k3, mu);
    s += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
  }
  return s;
}
DELGEN(gradient(s0, mu), hvp(s0), hessian(s0))
inline double missed(const Eigen::Vector4d &s0, double mu, double h, int n,
                     const Eigen::Vector2d &target) {
  return (orbit(s0, mu, h, n).head<2>() - target).squaredNorm();
}
/// Butcher's tableau.
DELGEN(gradient(y0), hvp(y0))
inline double tableau(const Eigen::VectorXd &y0, const Eigen::MatrixXd &A, const Eigen::MatrixXd &a,
                      const Eigen::VectorXd &b, double h, int steps) {
  Eigen::VectorXd y = y0;
  for (int n = 0; n < steps; ++n) {
    Eigen::MatrixXd K = Eigen::MatrixXd::Zero(y.size(), b.size());
    for (int i = 0; i < b.size(); ++i) {
      Eigen::VectorXd stage = y;
      for (int j = 0; j < i; ++j)
        stage += h * a(i, j) * K.col(j);
      K.col(i) = (A * stage).array().sin();
    }
    y += h * (K * b);
  }
  return y.squaredNorm();
}
DELGEN(gradient(Q, R, m0), value_and_gradient(Q, R, m0, P0), hvp(Q), hvp(m0),
       assume(spd(Q), spd(R), spd(P0)))
inline double kalman(const Eigen::MatrixXd &Q, const Eigen::MatrixXd &R, const Eigen::VectorXd &m0,
                     const Eigen::MatrixXd &P0, const Eigen::MatrixXd &B, const Eigen::MatrixXd &H,
                     const Eigen::MatrixXd &Z) {
  Eigen::VectorXd m = m0;
  Eigen::MatrixXd P = P0;
  double nll = 0;
  const Eigen::MatrixXd I = Eigen::MatrixXd::Identity(m.size(), m.size());
  for (Eigen::Index t = 0; t < Z.cols(); ++t) {
    // x' = x + 0.1 sin(B x)
    const Eigen::VectorXd u = B * m;
    const Eigen::MatrixXd F = I + 0.1 * u.array().cos().matrix().asDiagonal() * B;
    m += 0.1 * u.array().sin().matrix();
    P = F * P * F.transpose() + Q;
    const Eigen::VectorXd v = Z.col(t) - H * m;
    const Eigen::MatrixXd S = H * P * H.transpose() + R;
    const Eigen::MatrixXd K = P * H.transpose() * S.inverse();
    nll += std::log(S.determinant()) + v.dot(S.inverse() * v);
    m += K * v;
    P = (I - K * H) * P;
  }
  return 0.5 * nll;
}
DELGEN(gradient(R, m0), value_and_gradient(R, m0), hvp(m0))
inline double kalman_llt(const Eigen::MatrixXd &R, const Eigen::VectorXd &m0,
                         const Eigen::MatrixXd &P0, const Eigen::MatrixXd &F,
                         const Eigen::MatrixXd &H, const std::vector<Eigen::VectorXd> &Z) {
  Eigen::VectorXd m = m0;
  Eigen::MatrixXd P = P0;
  double nll = 0;
  for (const auto &z : Z) {
    m = (F * m).array().sin().matrix();
    P = F * P * F.transpose();
    P.diagonal().array() += 0.1;
    const Eigen::VectorXd v = z - H * m;
    Eigen::MatrixXd S = H * P * H.transpose() + R;
    S = 0.5 * (S + S.transpose()).eval();
    const Eigen::LLT<Eigen::MatrixXd> llt(S);
    const Eigen::MatrixXd L = llt.matrixL();
    nll += 2 * L.diagonal().array().log().sum() + v.dot(llt.solve(v));
    const Eigen::MatrixXd K = llt.solve(H * P).transpose();
    m += K * v;
    P -= K * H * P;
  }
  return 0.5 * nll;
}
DELGEN(jacobian(q), vjp(q), del(q, 2))
inline Eigen::Vector3d arm(const Eigen::VectorXd &q, const Eigen::Matrix3Xd &axes,
                           const Eigen::Matrix3Xd &links) {
  Eigen::Matrix3d R = Eigen::Matrix3d::Identity();
  Eigen::Vector3d p = Eigen::Vector3d::Zero();
  for (Eigen::Index i = 0; i < q.size(); ++i) {
    const Eigen::Vector3d w = axes.col(i);
    Eigen::Matrix3d K;
    K << 0, -w(2), w(1), w(2), 0, -w(0), -w(1), w(0), 0;
    R = R * (Eigen::Matrix3d::Identity() + std::sin(q(i)) * K + (1 - std::cos(q(i))) * K * K);
    p += R * links.col(i);
  }
  return p;
}
DELGEN(gradient(q), hvp(q), hessian(q))
inline double reach(const Eigen::VectorXd &q, const Eigen::Matrix3Xd &axes,
                    const Eigen::Matrix3Xd &links, const Eigen::Vector3d &target) {
  return (arm(q, axes, links) - target).squaredNorm();
}
DELGEN(jacobian(q), vjp(q))
inline Eigen::Vector2d planar(const Eigen::VectorXd &q, const std::vector<double> &lengths) {
  Eigen::Vector2d p(0, 0);
  double angle = 0;
  for (int i = 0; i < q.size(); ++i) {
    angle += q(i);
    p.x() += lengths[i] * std::cos(angle);
    p.y() += lengths[i] * std::sin(angle);
  }
  return p;
}
DELGEN(gradient(C, a), hvp(C), value_and_gradient(C, a, b))
inline double sinkhorn(const Eigen::MatrixXd &C, const Eigen::VectorXd &a, const Eigen::VectorXd &b,
                       double eps, int iterations) {
  const Eigen::MatrixXd K = (-C / eps).array().exp();
  Eigen::VectorXd u = Eigen::VectorXd::Ones(a.size()), v = Eigen::VectorXd::Ones(b.size());
  for (int i = 0; i < iterations; ++i) {
    u = a.array() / (K * v).array();
    v = b.array() / (K.transpose() * u).array();
  }
  const Eigen::MatrixXd P = u.asDiagonal() * K * v.asDiagonal();
  return (P.array() * C.array()).sum();
}
} // namespace sequences

namespace pieces {
DELGEN(gradient(x), hvp(x), hessian(x))
inline double huber(const Eigen::VectorXd &x, double d) {
  double s = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double r = x(i);
    if (std::abs(r) <= d)
      s += 0.5 * r * r;
    else
      s += d * (std::abs(r) - 0.5 * d);
  }
  return s;
}
struct Ground {
  Eigen::Vector3d normal;
  double height = 0, stiffness = 100, friction = 0.5;
};
DELGEN(gradient(x, v), hvp(x), gradient(ground.stiffness, ground.normal))
inline double contact(const Eigen::Matrix3Xd &x, const Eigen::Matrix3Xd &v, const Ground &ground) {
  double energy = 0;
  for (Eigen::Index i = 0; i < x.cols(); ++i) {
    const double gap = ground.normal.dot(x.col(i)) - ground.height;
    if (gap >= 0)
      continue;
    energy += 0.5 * ground.stiffness * gap * gap;
    const Eigen::Vector3d slip = v.col(i) - ground.normal * ground.normal.dot(v.col(i));
    const double speed = slip.norm();
    if (speed > 1e-3)
      energy += ground.friction * ground.stiffness * (-gap) * speed;
  }
  return energy;
}
} // namespace pieces

#pragma GCC diagnostic pop
