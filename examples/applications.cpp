//===- applications.cpp - What derivatives are for --------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Newton's method, the sharpness of a minimum, training of a network, L-BFGS, critical points,
// Taylor models and a singularity, each with generated functions. Every section prints what it
// finds and checks it; the program fails where one does not hold.
//
//===----------------------------------------------------------------------===//

#include "least_squares.del.h"
#include "logistic.del.h"
#include "network.del.h"
#include "ridge.del.h"
#include "wells.del.h"

#include <Eigen/Dense>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <lbfgs.h>
#include <random>

namespace {

bool good = true;

void expect(bool holds, const char *what) {
  if (!holds)
    std::printf("  FAILED: %s\n", what);
  good = good && holds;
}

/// Numbers between −1 and 1, the same on every machine.
class Random {
public:
  double operator()() { return 2.0 * static_cast<double>(engine() >> 8) / (1 << 24) - 1.0; }
  Eigen::MatrixXd matrix(Eigen::Index rows, Eigen::Index cols) {
    return Eigen::MatrixXd::NullaryExpr(rows, cols, [&] { return (*this)(); });
  }

private:
  std::mt19937 engine{7};
};

/// Logistic regression with a small penalty: convex, so that there is one minimum.
struct Regression {
  Eigen::MatrixXd A;
  Eigen::VectorXd y;
  double lambda = 0.1;

  explicit Regression(Random &random) : A(random.matrix(60, 5)), y(60) {
    const Eigen::VectorXd margins = A * Eigen::VectorXd::LinSpaced(5, -2.0, 2.0);
    for (Eigen::Index i = 0; i < y.size(); ++i)
      y(i) = margins(i) + 0.5 * random() > 0 ? 1.0 : -1.0;
  }
};

/// Newton's method: steps of −H⁻¹g, halved until the function decreases.
Eigen::VectorXd newton(const Regression &r) {
  std::printf("Newton's method on logistic regression\n");
  Eigen::VectorXd x = Eigen::VectorXd::Zero(5);
  double norm = 0.0;
  int steps = 0;
  for (; steps < 20; ++steps) {
    const Eigen::VectorXd g = logistic_grad_x(x, r.A, r.y, r.lambda);
    norm = g.norm();
    std::printf("  step %d: |gradient| below %.0e\n", steps,
                std::pow(10.0, std::ceil(std::log10(std::max(norm, 1e-12)))));
    if (norm < 1e-11)
      break;
    const Eigen::MatrixXd H = logistic_hess_x(x, r.A, r.y, r.lambda);
    const Eigen::VectorXd p = H.llt().solve(-g);
    double t = 1.0;
    const double f = logistic(x, r.A, r.y, r.lambda);
    while (t > 1e-6 && logistic(x + t * p, r.A, r.y, r.lambda) > f + 1e-4 * t * g.dot(p))
      t /= 2.0;
    x += t * p;
  }
  expect(norm < 1e-11, "the gradient vanishes after a few steps");
  return x;
}

/// Sharpness, the largest eigenvalue of the Hessian, by power iteration on products H v.
void sharpness(const Regression &r, const Eigen::VectorXd &x) {
  std::printf("Sharpness of that minimum from Hessian-vector products alone\n");
  Eigen::VectorXd v = Eigen::VectorXd::Ones(5).normalized();
  double largest = 0.0;
  for (int i = 0; i < 300; ++i) {
    const Eigen::VectorXd Hv = logistic_hvp_x(x, r.A, r.y, r.lambda, v);
    largest = v.dot(Hv);
    v = Hv.normalized();
  }
  const Eigen::MatrixXd H = logistic_hess_x(x, r.A, r.y, r.lambda);
  const double exact = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(H).eigenvalues()(4);
  std::printf("  power iteration %.6f, eigenvalue of the Hessian %.6f\n", largest, exact);
  expect(std::abs(largest - exact) < 1e-6 * exact, "the two agree");
}

/// L-BFGS of a library, driven by value and gradient.
void lbfgsMethod(const Regression &r, const Eigen::VectorXd &minimum) {
  std::printf("L-BFGS (liblbfgs) driven by value and gradient\n");
  const auto evaluate = [](void *data, const lbfgsfloatval_t *at, lbfgsfloatval_t *g, const int n,
                           const lbfgsfloatval_t) -> lbfgsfloatval_t {
    const auto &problem = *static_cast<const Regression *>(data);
    const Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(at, n);
    Eigen::VectorXd gradient;
    const double f = logistic_value_and_grad_x(x, problem.A, problem.y, problem.lambda, gradient);
    Eigen::Map<Eigen::VectorXd>(g, n) = gradient;
    return f;
  };
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.epsilon = 1e-7;
  lbfgsfloatval_t *x = lbfgs_malloc(5);
  for (int i = 0; i < 5; ++i)
    x[i] = 0.0;
  Regression problem = r;
  const int status = lbfgs(5, x, nullptr, evaluate, nullptr, &problem, &parameters);
  const double distance = (Eigen::Map<Eigen::VectorXd>(x, 5) - minimum).norm();
  lbfgs_free(x);
  std::printf("  distance to Newton's minimum below 1e-06: %s\n", distance < 1e-6 ? "yes" : "no");
  expect(status >= 0 && distance < 1e-6, "both methods find the same minimum");
}

/// Backpropagation: gradient descent on both layers of a network.
void training(Random &random) {
  std::printf("Training of a network with two layers by its gradients\n");
  const Eigen::MatrixXd X = random.matrix(3, 200);
  // Odd, as the network is.
  const Eigen::MatrixXd Y = (0.7 * (2.0 * X.row(0) + X.row(1) - X.row(2)).array().sin()).matrix();
  Eigen::MatrixXd W1 = random.matrix(16, 3), W2 = 0.5 * random.matrix(1, 16);
  Eigen::MatrixXd g1, g2, v1 = 0.0 * W1, v2 = 0.0 * W2;
  double first = 0.0, loss = 0.0;
  for (int step = 0; step <= 1600; ++step) {
    loss = network_value_and_grad_W1_W2(W1, W2, X, Y, g1, g2) / 200.0;
    if (step == 0)
      first = loss;
    if (step == 0 || step == 25 || step == 100 || step == 400 || step == 1600)
      std::printf("  step %4d: loss %.2f of the first\n", step, loss / first);
    v1 = 0.9 * v1 - 5e-4 * g1;
    v2 = 0.9 * v2 - 5e-4 * g2;
    W1 += v1;
    W2 += v2;
  }
  expect(loss < 0.02 * first, "the loss falls");
}

/// Critical points from many starts of Newton's method, told apart by the Hessian's eigenvalues.
void criticalPoints(const Eigen::Matrix2d &C) {
  std::printf("Critical points of a function with four wells\n");
  int minima = 0, saddles = 0, maxima = 0;
  for (int i = -1; i <= 1; ++i)
    for (int j = -1; j <= 1; ++j) {
      Eigen::Vector2d x(i, j);
      for (int step = 0; step < 50; ++step)
        x -= wells_hess_x(x, C).partialPivLu().solve(wells_grad_x(x, C));
      expect(wells_grad_x(x, C).norm() < 1e-10, "Newton's method ends at a critical point");
      const Eigen::Vector2d lambda =
          Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d>(wells_hess_x(x, C)).eigenvalues();
      const char *kind = lambda(0) > 0 ? "minimum" : lambda(1) < 0 ? "maximum" : "saddle";
      minima += lambda(0) > 0;
      maxima += lambda(1) < 0;
      saddles += lambda(0) < 0 && lambda(1) > 0;
      std::printf("  (%5.2f, %5.2f): %s\n", x(0), x(1), kind);
    }
  expect(minima == 4 && saddles == 4 && maxima == 1, "four minima, four saddles, one maximum");
}

/// The remainder of the Taylor polynomial of order n falls like |d|ⁿ⁺¹.
void remainders(const Eigen::Matrix2d &C) {
  std::printf("Remainders of Taylor polynomials\n");
  const Eigen::Vector2d x(0.7, -0.4), d(0.3, 0.5);
  const auto remainder = [&](int order, double t) {
    const Eigen::Vector2d step = t * d, to = x + step;
    const double models[] = {wells_taylor1_x(x, C, step), wells_taylor2_x(x, C, step),
                             wells_taylor3_x(x, C, step)};
    return std::abs(wells(to, C) - models[order - 1]);
  };
  for (int order = 1; order <= 3; ++order) {
    const double slope = std::log2(remainder(order, 0.02) / remainder(order, 0.01));
    std::printf("  order %d: |d| to the power %.1f\n", order, slope);
    expect(std::abs(slope - (order + 1)) < 0.1, "the order of the remainder");
  }
  const double exact = std::abs(wells(x + d, C) - wells_taylor4_x(x, C, d));
  expect(exact < 1e-14, "a polynomial of degree 4 is its Taylor polynomial");
}

/// ‖w − x/‖x‖‖² is not smooth at 0: its Hessian grows like 1/‖x‖².
void singularity() {
  std::printf("The Hessian of ||w - x/||x||||^2 near 0\n");
  const Eigen::VectorXd w = Eigen::Vector3d(0.3, -0.5, 0.8), x = Eigen::Vector3d(0.6, 0.0, 0.8);
  double last = 0.0;
  for (int k = 0; k <= 3; ++k) {
    const double scale = std::pow(10.0, -k);
    const double norm = ridge_hess_x(scale * x, w).norm();
    std::printf("  |x| = %g: |H| |x|^2 = %.3f\n", scale, norm * scale * scale);
    expect(k == 0 || std::abs(norm / last - 100.0) < 1e-6, "|H| grows like 1/|x|^2");
    last = norm;
  }
}

} // namespace

int main() {
  Random random;
  const Regression regression(random);
  const Eigen::VectorXd minimum = newton(regression);
  sharpness(regression, minimum);
  lbfgsMethod(regression, minimum);
  training(random);
  Eigen::Matrix2d C;
  C << 0.3, 0.2, 0.2, -0.4;
  criticalPoints(C);
  remainders(C);
  singularity();
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
