// Functions whose differences tell little: chaotic, saturated, with kinks, in single precision.
#pragma once
#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <delgen/delgen.h>
#include <vector>

namespace hard {

DELGEN(gradient(x), hvp(x), del(x, 2), taylor(x, 3))
inline double chaotic(const Eigen::VectorXd &x) {
  Eigen::VectorXd y = x;
  for (int i = 0; i < 6; ++i)
    y = (30.0 * y.array().square()).matrix();
  return y.array().sin().sum();
}

DELGEN(directional(W, 3), gradient(W), hvp(W))
inline double saturated(const Eigen::MatrixXd &W, const Eigen::MatrixXd &X,
                        const Eigen::VectorXd &y) {
  Eigen::VectorXd h = Eigen::VectorXd::Zero(y.size());
  for (int t = 0; t < X.cols(); ++t)
    h = (8 * (W * h + X.col(t))).array().tanh().matrix();
  return (h - y).squaredNorm();
}

DELGEN(gradient(x), hessian(x))
inline double kinks(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return (A * x).cwiseMax(0.0).squaredNorm() + (A * x).cwiseAbs().sum();
}

DELGEN(gradient(x), hvp(x))
inline float single(const Eigen::VectorXf &x) { return x.array().exp().sum() * x.squaredNorm(); }

DELGEN(gradient(x), hessian(x), vjp(x), taylor(x, 6))
inline double constant(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return y.sum() + 0 * x.sum();
}

DELGEN(gradient(A), hvp(A), assume(spd(A)))
inline double determinant(const Eigen::MatrixXd &A, const Eigen::VectorXd &b) {
  return std::log(A.determinant()) + b.dot(A.llt().solve(b));
}

// Numbers of both precisions in one object.
struct Mixed {
  std::vector<Eigen::VectorXd> x;
  Eigen::Vector3d axis;
  double q;
  std::array<double, 2> limits;
  float w;
};

DELGEN(hvp(p))
inline double mixed(const Mixed &p, double t) {
  double s = t;
  for (const Eigen::VectorXd &v : p.x)
    s += v.squaredNorm() * p.q;
  return s * p.w;
}

DELGEN(gradient(p), hvp(p), del(p.limits, p.x))
inline double plateau(const Mixed &p, double t) {
  double s = t;
  for (std::size_t i = 0; i < p.x.size(); ++i)
    s += p.x[i].squaredNorm() * p.axis(static_cast<Eigen::Index>(i % 3)) *
         std::min(std::max(p.q, p.limits[0]), p.limits[1]);
  return s * p.w;
}

} // namespace hard
