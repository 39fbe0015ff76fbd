//===- adbench.h - ADBench's objectives ---*- C++ -*-===//
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

namespace mixture {
struct Wishart {
  double gamma;
  int m;
};
inline double log_sum_exp(const Eigen::VectorXd &x) {
  const double most = x.maxCoeff();
  return most + std::log((x.array() - most).exp().sum());
}
inline double log_gamma_distrib(double a, int p) {
  double out = 0.25 * p * (p - 1) * std::log(3.14159265358979323846);
  for (int j = 1; j <= p; ++j)
    out += std::lgamma(a + 0.5 * (1 - j));
  return out;
}
/// One column of icf: the logarithms of the diagonal, then the entries below it.
inline Eigen::MatrixXd factor(const Eigen::VectorXd &icf, Eigen::Index d) {
  Eigen::MatrixXd L = Eigen::MatrixXd::Zero(d, d);
  Eigen::Index next = d;
  for (Eigen::Index i = 0; i < d; ++i) {
    L(i, i) = std::exp(icf(i));
    for (Eigen::Index j = i + 1; j < d; ++j) {
      L(j, i) = icf(next);
      ++next;
    }
  }
  return L;
}

DELGEN(gradient(alphas, means, icf), value_and_gradient(alphas, means, icf), hvp(means), hvp(icf))
inline double log_likelihood(const Eigen::VectorXd &alphas, const Eigen::MatrixXd &means,
                             const Eigen::MatrixXd &icf, const Eigen::MatrixXd &x,
                             const Wishart &wishart) {
  const Eigen::Index d = x.rows(), n = x.cols(), k = alphas.size();
  Eigen::VectorXd sum_qs(k);
  std::vector<Eigen::MatrixXd> Q;
  for (Eigen::Index ik = 0; ik < k; ++ik) {
    sum_qs(ik) = icf.col(ik).head(d).sum();
    Q.push_back(factor(icf.col(ik), d));
  }
  double slse = 0;
  for (Eigen::Index ix = 0; ix < n; ++ix) {
    Eigen::VectorXd main_term(k);
    for (Eigen::Index ik = 0; ik < k; ++ik) {
      const Eigen::VectorXd centered = x.col(ix) - means.col(ik);
      main_term(ik) = alphas(ik) + sum_qs(ik) - 0.5 * (Q[ik] * centered).squaredNorm();
    }
    slse += log_sum_exp(main_term);
  }
  const double p = static_cast<double>(d);
  const int df = static_cast<int>(d) + wishart.m + 1;
  const double C = df * p * (std::log(wishart.gamma) - 0.5 * std::log(2.0)) -
                   log_gamma_distrib(0.5 * df, static_cast<int>(d));
  double prior = 0;
  for (Eigen::Index ik = 0; ik < k; ++ik) {
    const double frobenius = Q[ik].squaredNorm();
    prior += 0.5 * wishart.gamma * wishart.gamma * frobenius - wishart.m * sum_qs(ik);
  }
  prior -= static_cast<double>(k) * C;
  const double constant = -static_cast<double>(n) * p * 0.5 * std::log(2 * 3.14159265358979323846);
  return constant + slse - static_cast<double>(n) * log_sum_exp(alphas) + prior;
}

/// The same, entry by entry as ADBench has it.
DELGEN(gradient(alphas, means, icf))
inline double by_entries(const Eigen::VectorXd &alphas, const Eigen::MatrixXd &means,
                         const Eigen::MatrixXd &icf, const Eigen::MatrixXd &x) {
  const Eigen::Index d = x.rows(), n = x.cols(), k = alphas.size();
  double slse = 0;
  Eigen::VectorXd main_term(k);
  for (Eigen::Index ix = 0; ix < n; ++ix) {
    for (Eigen::Index ik = 0; ik < k; ++ik) {
      Eigen::VectorXd centered = x.col(ix) - means.col(ik);
      Eigen::VectorXd out = icf.col(ik).head(d).array().exp() * centered.array();
      Eigen::Index next = d;
      for (Eigen::Index i = 0; i < d; ++i)
        for (Eigen::Index j = i + 1; j < d; ++j, ++next)
          out(j) += icf(next, ik) * centered(i);
      main_term(ik) = alphas(ik) + icf.col(ik).head(d).sum() - 0.5 * out.squaredNorm();
    }
    slse += log_sum_exp(main_term);
  }
  return slse;
}
} // namespace mixture

namespace bundle {
inline Eigen::Vector3d rotate(const Eigen::Vector3d &r, const Eigen::Vector3d &X) {
  const double squared = r.squaredNorm();
  if (squared != 0) {
    const double angle = std::sqrt(squared);
    const double c = std::cos(angle), s = std::sin(angle);
    const Eigen::Vector3d w = r / angle;
    return X * c + w.cross(X) * s + w * (w.dot(X) * (1 - c));
  }
  return X + r.cross(X);
}
inline Eigen::Vector2d distort(const Eigen::Vector2d &k, const Eigen::Vector2d &p) {
  const double squared = p.squaredNorm();
  return p * (1 + k(0) * squared + k(1) * squared * squared);
}

/// camera: rotation, centre, focal length, principal point, distortion.
DELGEN(jacobian(camera), jacobian(X), jacobian(w), vjp(camera))
inline Eigen::Vector2d residual(const Eigen::Matrix<double, 11, 1> &camera,
                                const Eigen::Vector3d &X, double w,
                                const Eigen::Vector2d &feature) {
  const Eigen::Vector3d local = rotate(camera.head<3>(), X - camera.segment<3>(3));
  const Eigen::Vector2d projected = local.hnormalized();
  const Eigen::Vector2d distorted = distort(camera.tail<2>(), projected);
  return w * (distorted * camera(6) + camera.segment<2>(7) - feature);
}

/// All observations: which camera and which point each is of.
DELGEN(gradient(cameras, points, w), value_and_gradient(cameras, points), hvp(points), vjp(cameras))
inline double total(const Eigen::Matrix<double, 11, Eigen::Dynamic> &cameras,
                    const Eigen::Matrix3Xd &points, const Eigen::VectorXd &w,
                    const Eigen::Matrix2Xd &features, const std::vector<int> &of,
                    const std::vector<int> &at) {
  double sum = 0;
  for (std::size_t i = 0; i < of.size(); ++i) {
    const Eigen::Vector2d r =
        residual(cameras.col(of[i]), points.col(at[i]), w(static_cast<Eigen::Index>(i)),
                 features.col(static_cast<Eigen::Index>(i)));
    sum += r.squaredNorm();
  }
  return sum;
}
DELGEN(jacobian(cameras), jacobian(points))
inline Eigen::VectorXd residuals(const Eigen::Matrix<double, 11, Eigen::Dynamic> &cameras,
                                 const Eigen::Matrix3Xd &points, const Eigen::VectorXd &w,
                                 const Eigen::Matrix2Xd &features, const std::vector<int> &of,
                                 const std::vector<int> &at) {
  const Eigen::Index n = w.size();
  Eigen::VectorXd all(2 * n);
  for (Eigen::Index i = 0; i < n; ++i)
    all.segment<2>(2 * i) = residual(cameras.col(of[i]), points.col(at[i]), w(i), features.col(i));
  return all;
}
} // namespace bundle

namespace recurrent {
inline Eigen::ArrayXd sigmoid(const Eigen::ArrayXd &z) { return 1 / (1 + (-z).exp()); }

/// A layer's parameters and state.
struct State {
  Eigen::VectorXd hidden, cell;
};

/// weights[l]: (h, 4), of one layer, as ADBench has them; w2: h × 3.
DELGEN(gradient(weights, biases, w2), value_and_gradient(weights, biases, w2))
inline double lstm(const std::vector<Eigen::MatrixXd> &weights,
                   const std::vector<Eigen::MatrixXd> &biases, const Eigen::MatrixXd &w2,
                   const std::vector<Eigen::VectorXd> &hidden0,
                   const std::vector<Eigen::VectorXd> &cell0,
                   const std::vector<Eigen::VectorXd> &sequence) {
  std::vector<Eigen::VectorXd> hidden = hidden0, cell = cell0;
  double total = 0;
  for (std::size_t t = 0; t + 1 < sequence.size(); ++t) {
    Eigen::ArrayXd x = sequence[t].array() * w2.col(0).array();
    for (std::size_t l = 0; l < weights.size(); ++l) {
      const Eigen::ArrayXd h = hidden[l].array();
      const Eigen::ArrayXd forget =
          sigmoid(x * weights[l].col(0).array() + biases[l].col(0).array());
      const Eigen::ArrayXd ingate =
          sigmoid(h * weights[l].col(1).array() + biases[l].col(1).array());
      const Eigen::ArrayXd outgate =
          sigmoid(x * weights[l].col(2).array() + biases[l].col(2).array());
      const Eigen::ArrayXd change =
          (h * weights[l].col(3).array() + biases[l].col(3).array()).tanh();
      cell[l] = (cell[l].array() * forget + ingate * change).matrix();
      hidden[l] = (outgate * cell[l].array().tanh()).matrix();
      x = hidden[l].array();
    }
    const Eigen::ArrayXd predicted = x * w2.col(1).array() + w2.col(2).array();
    const double norm = std::log(predicted.exp().sum() + 2);
    total += (sequence[t + 1].array() * (predicted - norm)).sum();
  }
  return -total / (static_cast<double>(sequence.size()) - 1);
}

/// The usual one, with matrices.
struct Layer {
  Eigen::MatrixXd W, U;
  Eigen::VectorXd b;
};
DELGEN(gradient(p.W, p.U, p.b), gradient(p), value_and_gradient(p), hvp(p.W))
inline double lstm_matrices(const Layer &p, const Eigen::MatrixXd &X, const Eigen::VectorXd &y) {
  const Eigen::Index n = y.size();
  Eigen::VectorXd h = Eigen::VectorXd::Zero(n), c = Eigen::VectorXd::Zero(n);
  for (Eigen::Index t = 0; t < X.cols(); ++t) {
    const Eigen::VectorXd z = p.W * X.col(t) + p.U * h + p.b;
    const Eigen::ArrayXd f = sigmoid(z.head(n).array());
    const Eigen::ArrayXd i = sigmoid(z.segment(n, n).array());
    const Eigen::ArrayXd o = sigmoid(z.segment(2 * n, n).array());
    const Eigen::ArrayXd g = z.tail(n).array().tanh();
    c = (f * c.array() + i * g).matrix();
    h = (o * c.array().tanh()).matrix();
  }
  return (h - y).squaredNorm();
}
} // namespace recurrent

namespace hand {
inline Eigen::Matrix3d euler(const Eigen::Vector3d &a) {
  const double tx = a(0), ty = a(2), tz = a(1);
  Eigen::Matrix3d Rx = Eigen::Matrix3d::Identity(), Ry = Eigen::Matrix3d::Identity(),
                  Rz = Eigen::Matrix3d::Identity();
  Rx(1, 1) = std::cos(tx);
  Rx(2, 1) = std::sin(tx);
  Rx(1, 2) = -Rx(2, 1);
  Rx(2, 2) = Rx(1, 1);
  Ry(0, 0) = std::cos(ty);
  Ry(0, 2) = std::sin(ty);
  Ry(2, 0) = -Ry(0, 2);
  Ry(2, 2) = Ry(0, 0);
  Rz(0, 0) = std::cos(tz);
  Rz(1, 0) = std::sin(tz);
  Rz(0, 1) = -Rz(1, 0);
  Rz(1, 1) = Rz(0, 0);
  return Rz * Ry * Rx;
}
struct Model {
  std::vector<int> parents;
  std::vector<Eigen::Matrix4d> base_relatives, inverse_base_absolutes;
  Eigen::Matrix4Xd base_positions;
  Eigen::MatrixXd weights; // bones × vertices
};
DELGEN(jacobian(theta), vjp(theta))
inline Eigen::VectorXd residuals(const Eigen::VectorXd &theta, const Model &model,
                                 const std::vector<int> &correspondences,
                                 const Eigen::Matrix3Xd &points) {
  const std::size_t bones = model.parents.size();
  std::vector<Eigen::Matrix4d> absolutes;
  for (std::size_t i = 0; i < bones; ++i) {
    Eigen::Matrix4d T = Eigen::Matrix4d::Identity();
    T.topLeftCorner<3, 3>() = euler(theta.segment<3>(3 * static_cast<Eigen::Index>(i) + 6));
    const Eigen::Matrix4d relative = model.base_relatives[i] * T;
    if (model.parents[i] < 0)
      absolutes.push_back(relative);
    else
      absolutes.push_back(absolutes[model.parents[i]] * relative);
  }
  Eigen::Matrix3Xd positions = Eigen::Matrix3Xd::Zero(3, model.base_positions.cols());
  for (std::size_t i = 0; i < bones; ++i) {
    const Eigen::Matrix4d transform = absolutes[i] * model.inverse_base_absolutes[i];
    const Eigen::Matrix4Xd moved = transform * model.base_positions;
    positions += moved.topRows<3>() * model.weights.row(static_cast<Eigen::Index>(i)).asDiagonal();
  }
  const Eigen::Matrix3d R = euler(theta.head<3>());
  positions = (R * positions).colwise() + theta.segment<3>(3);
  Eigen::Matrix3Xd err(3, points.cols());
  for (Eigen::Index i = 0; i < points.cols(); ++i)
    err.col(i) = points.col(i) - positions.col(correspondences[i]);
  return err.reshaped();
}
} // namespace hand

#pragma GCC diagnostic pop
