#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>

namespace checked {

DELGEN(del(x, 3), del(x, A), gradient(x), hessian(x), hvp(x), value_and_gradient(A, x))
inline double energy(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return std::exp(0.3 * x.dot(A * x)) + x.array().sin().sum();
}

DELGEN(jacobian(X), vjp(X), directional(X, 3), taylor(X, 2))
inline Eigen::MatrixXd inverse(const Eigen::MatrixXd &X) { return X.inverse(); }

// Defined for positive entries only.
DELGEN(del(x, 2), gradient(s), assume(spd(S)))
inline double likelihood(const Eigen::ArrayXd &x, const Eigen::MatrixXd &S, float s) {
  return x.log().sqrt().sum() + static_cast<double>(s) * std::log(S.determinant());
}

// No object of it can be made here.
struct Spline {
  Spline(const Eigen::VectorXd &k, double s) : knots(k), scale(s) {}
  Eigen::VectorXd knots;
  double scale;
  DELGEN(gradient(t)) double operator()(double t) const {
    return scale * t * knots.squaredNorm();
  }
};

} // namespace checked
