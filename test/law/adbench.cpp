// The objectives of ADBench: a mixture of Gaussians, bundle adjustment, an LSTM, a hand's skin.
//
// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/adbench.h -o %t/adbench.del.h -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %clang20 %law_flags %s -o %t/run
// RUN: %t/run

#include "adbench.del.h"

#define ORACLE_DEPTH 2
#define EXACT "adbench.h"
#include "exact.h"
#include "program.h"

FIELDS(mixture, Wishart, s.gamma, s.m)
FIELDS(recurrent, Layer, s.W, s.U, s.b)
FIELDS(hand, Model, s.parents, s.base_relatives, s.inverse_base_absolutes, s.base_positions,
       s.weights)

using namespace Eigen;
using program::equal;
using program::Program;

namespace {

void mixtures(Index d, Index k, Index n) {
  using namespace mixture;
  const VectorXd alphas = VectorXd::Random(k);
  const MatrixXd means = MatrixXd::Random(d, k), icf = MatrixXd::Random(d * (d + 1) / 2, k);
  const MatrixXd x = MatrixXd::Random(d, n);
  const Wishart wishart = {1.3, 1};
  Program f("mixture", &exact::mixture::log_likelihood, alphas, means, icf, x, wishart);
  VectorXd ga;
  MatrixXd gm, gi;
  f.value(
      log_likelihood_value_and_grad_alphas_means_icf(alphas, means, icf, x, wishart, ga, gm, gi));
  f.gradient<0>("alphas", ga);
  f.gradient<1>("means", gm);
  f.gradient<2>("icf", gi);
  equal("mixture: ∇α", log_likelihood_grad_alphas(alphas, means, icf, x, wishart), ga);
  equal("mixture: ∇μ", log_likelihood_grad_means(alphas, means, icf, x, wishart), gm);
  equal("mixture: ∇Q", log_likelihood_grad_icf(alphas, means, icf, x, wishart), gi);
  const MatrixXd dm = MatrixXd::Random(d, k), di = MatrixXd::Random(icf.rows(), k);
  f.hvp<1>("means", log_likelihood_hvp_means(alphas, means, icf, x, wishart, dm), dm);
  f.hvp<2>("icf", log_likelihood_hvp_icf(alphas, means, icf, x, wishart, di), di);
  Program e("by_entries", &exact::mixture::by_entries, alphas, means, icf, x);
  e.gradient<0>("alphas", by_entries_grad_alphas(alphas, means, icf, x));
  e.gradient<1>("means", by_entries_grad_means(alphas, means, icf, x));
  e.gradient<2>("icf", by_entries_grad_icf(alphas, means, icf, x));
}

void adjustment() {
  using namespace bundle;
  const Index cameras = 3, points = 4;
  const std::vector<int> of = {0, 1, 2, 2, 1, 0, 0}, at = {0, 1, 2, 3, 0, 1, 3};
  const auto n = static_cast<Index>(of.size());
  Matrix<double, 11, Dynamic> C = 0.3 * Matrix<double, 11, Dynamic>::Random(11, cameras);
  C.row(6).setOnes();
  C.col(1).head<3>().setZero(); // does not turn
  Matrix3Xd X = Matrix3Xd::Random(3, points);
  X.row(2).array() += 3;
  const VectorXd w = VectorXd::Random(n);
  const Matrix2Xd features = Matrix2Xd::Random(2, n);
  for (Index i : {0, 1}) {
    const Matrix<double, 11, 1> c = C.col(i);
    const Vector3d p = X.col(i);
    const Vector2d feature = features.col(i), bar(0.3, -0.7);
    Program f("residual", &exact::bundle::residual, c, p, w(i), feature);
    f.value(residual(c, p, w(i), feature));
    f.jacobian<0>("camera", residual_jac_camera(c, p, w(i), feature));
    f.jacobian<1>("X", residual_jac_X(c, p, w(i), feature));
    f.jacobian<2>("w", residual_jac_w(c, p, w(i), feature));
    f.vjp<0>("camera", residual_vjp_camera(c, p, w(i), feature, bar), bar);
  }
  Program t("total", &exact::bundle::total, C, X, w, features, of, at);
  Matrix<double, 11, Dynamic> gC;
  Matrix3Xd gX;
  t.value(total_value_and_grad_cameras_points(C, X, w, features, of, at, gC, gX));
  t.gradient<0>("cameras", gC);
  t.gradient<1>("points", gX);
  t.gradient<2>("w", total_grad_w(C, X, w, features, of, at));
  equal("total: ∇C", total_grad_cameras(C, X, w, features, of, at), gC);
  equal("total: ∇X", total_grad_points(C, X, w, features, of, at), gX);
  const Matrix3Xd d = Matrix3Xd::Random(3, points);
  t.hvp<1>("points", total_hvp_points(C, X, w, features, of, at, d), d);
  Program r("residuals", &exact::bundle::residuals, C, X, w, features, of, at);
  r.value(residuals(C, X, w, features, of, at));
  r.jacobian<0>("cameras", residuals_jac_cameras(C, X, w, features, of, at));
  r.jacobian<1>("points", residuals_jac_points(C, X, w, features, of, at));
}

void memory() {
  using namespace recurrent;
  const Index h = 4, layers = 3, steps = 6;
  std::vector<MatrixXd> weights, biases;
  std::vector<VectorXd> hidden, cell, sequence;
  for (Index l = 0; l < layers; ++l) {
    weights.push_back(MatrixXd::Random(h, 4));
    biases.push_back(MatrixXd::Random(h, 4));
    hidden.push_back(VectorXd::Random(h));
    cell.push_back(VectorXd::Random(h));
  }
  for (Index t = 0; t < steps; ++t)
    sequence.push_back(VectorXd::Random(h));
  const MatrixXd w2 = MatrixXd::Random(h, 3);
  Program f("lstm", &exact::recurrent::lstm, weights, biases, w2, hidden, cell, sequence);
  std::vector<MatrixXd> gw, gb;
  MatrixXd g2;
  f.value(lstm_value_and_grad_weights_biases_w2(weights, biases, w2, hidden, cell, sequence, gw, gb,
                                                g2));
  f.gradient<0>("weights", gw);
  f.gradient<1>("biases", gb);
  f.gradient<2>("w2", g2);
  equal("lstm: ∇w", lstm_grad_weights(weights, biases, w2, hidden, cell, sequence), gw);
  equal("lstm: ∇b", lstm_grad_biases(weights, biases, w2, hidden, cell, sequence), gb);

  const Index n = 3, m = 2;
  const Layer p = {MatrixXd::Random(4 * n, m), MatrixXd::Random(4 * n, n), VectorXd::Random(4 * n)};
  const MatrixXd X = MatrixXd::Random(m, 8), d = MatrixXd::Random(4 * n, m);
  const VectorXd y = VectorXd::Random(n);
  Program g("lstm_matrices", &exact::recurrent::lstm_matrices, p, X, y);
  Layer gp = p;
  g.value(lstm_matrices_value_and_grad_p(p, X, y, gp));
  g.gradient<0>("p", gp);
  g.gradient<0>("p", lstm_matrices_grad_p(p, X, y));
  equal("lstm_matrices: ∇W", lstm_matrices_grad_p_W(p, X, y), gp.W);
  equal("lstm_matrices: ∇U", lstm_matrices_grad_p_U(p, X, y), gp.U);
  equal("lstm_matrices: ∇b", lstm_matrices_grad_p_b(p, X, y), gp.b);
  const Layer along = {d, MatrixXd::Zero(4 * n, n), VectorXd::Zero(4 * n)};
  const MatrixXd e = MatrixXd::Random(4 * n, m);
  const Layer other = {e, along.U, along.b};
  g.along<0>("hvp_p_W", (lstm_matrices_hvp_p_W(p, X, y, d).array() * e.array()).sum(), along,
             other);
}

void skin() {
  using namespace hand;
  const Index bones = 5, vertices = 7;
  Model model;
  model.parents = {-1, 0, 1, 0, 3};
  for (Index i = 0; i < bones; ++i) {
    Matrix4d T = Matrix4d::Identity();
    T.topRows<3>() += 0.3 * Matrix<double, 3, 4>::Random();
    model.base_relatives.push_back(T);
    model.inverse_base_absolutes.push_back(T.inverse());
  }
  model.base_positions = Matrix4Xd::Random(4, vertices);
  model.base_positions.row(3).setOnes();
  model.weights = MatrixXd::Random(bones, vertices).cwiseAbs();
  const std::vector<int> correspondences = {3, 1, 4, 1, 5, 0};
  const Matrix3Xd points = Matrix3Xd::Random(3, 6);
  const VectorXd theta = VectorXd::Random(6 + 3 * bones), bar = VectorXd::Random(18);
  Program f("hand", &exact::hand::residuals, theta, model, correspondences, points);
  f.value(residuals(theta, model, correspondences, points));
  f.jacobian<0>("theta", residuals_jac_theta(theta, model, correspondences, points));
  f.vjp<0>("theta", residuals_vjp_theta(theta, model, correspondences, points, bar), bar);
}

} // namespace

int main() {
  mixtures(3, 4, 6);
  mixtures(1, 1, 2);
  mixtures(2, 3, 1);
  adjustment();
  memory();
  skin();
  return program::failed() ? EXIT_FAILURE : EXIT_SUCCESS;
}
