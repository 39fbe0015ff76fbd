#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <string>

namespace net {

struct Output {
  Eigen::MatrixXd W;
  Eigen::VectorXd b;
};
struct Params {
  static constexpr double rate = 0.25;
  Eigen::MatrixXd W1;
  Eigen::VectorXd b1;
  Output out;
  Eigen::ArrayXd unused;
  double gain = 1;
  int repeats = 3;
  bool squared = true;
  std::string name = "net";
};

struct Form {
  Eigen::Matrix2f S;
  float factor = 1;
};

inline Eigen::VectorXd layer(const Params &q, const Eigen::VectorXd &x) {
  return (q.W1 * x + q.b1).array().tanh().matrix();
}
inline Eigen::VectorXd last(const Output &o, const Eigen::VectorXd &h) { return o.W * h + o.b; }

DELGEN(gradient(p.W1, p.b1, p.gain), gradient(p), gradient(p.out), value_and_gradient(p, x),
       value_and_gradient(p.b1, p.out), del(p.W1, 2), del(p, 3), del(p, x), del(p.out.b), hvp(p),
       hvp(p.W1), directional(p, 2), taylor(p.out, 2), hessian(p.b1), hessian(p.W1, p.out.b))
inline double loss(const Params &p, const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  const auto &out = p.out;
  const Eigen::VectorXd h = layer(p, x);
  const double error = (last(out, h) - y).squaredNorm();
  return Params::rate * p.gain * (p.squared ? error : 2 * error) * p.repeats;
}

DELGEN(vjp(p), vjp(p.out), jacobian(p.b1), del(p.W1))
inline Eigen::VectorXd predict(const Params p, const Eigen::VectorXd &x) {
  return last(p.out, layer(p, x));
}

// Structures of fields are kept.
DELGEN(gradient(p), gradient(p.S), hessian(p.S), del(p), hvp(p), assume(spd(p.S)))
inline float form(const Form &p, const Eigen::Vector2f &v) {
  return v.dot(p.S.llt().solve(v)) * p.factor;
}

} // namespace net
