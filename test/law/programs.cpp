// Programs as they are written with Eigen: networks, sequences, and what is made of pieces.
//
// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/programs.h -o %t/programs.del.h -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %clang20 %law_flags %s -o %t/run
// RUN: %t/run

#include "programs.del.h"

#define ORACLE_DEPTH 2
#define EXACT "programs.h"
#include "exact.h"
#include "program.h"

FIELDS(pieces, Ground, s.normal, s.height, s.stiffness, s.friction)

using namespace Eigen;
using program::equal;
using program::Program;

namespace {

/// The same gradients and products with Hessians from a loop over samples, from one over layers
/// and from one expression.
void networks(Index n, Index hidden, Index m, Index count) {
  const MatrixXd W1 = MatrixXd::Random(hidden, n), W2 = MatrixXd::Random(m, hidden);
  const VectorXd b1 = VectorXd::Random(hidden);
  const MatrixXd X = MatrixXd::Random(n, count), Y = MatrixXd::Random(m, count);
  const MatrixXd dW1 = MatrixXd::Random(hidden, n), dW2 = MatrixXd::Random(m, hidden);
  const VectorXd db1 = VectorXd::Random(hidden);
  using namespace network;

  Program f("samples", &exact::network::samples, W1, b1, W2, X, Y);
  f.value(samples(W1, b1, W2, X, Y));
  f.gradient<0>("W1", samples_grad_W1(W1, b1, W2, X, Y));
  f.gradient<1>("b1", samples_grad_b1(W1, b1, W2, X, Y));
  f.gradient<2>("W2", samples_grad_W2(W1, b1, W2, X, Y));
  f.hvp<0>("W1", samples_hvp_W1(W1, b1, W2, X, Y, dW1), dW1);
  f.hvp<1>("b1", samples_hvp_b1(W1, b1, W2, X, Y, db1), db1);
  f.hvp<2>("W2", samples_hvp_W2(W1, b1, W2, X, Y, dW2), dW2);

  MatrixXd G1, G2, H1, H2;
  VectorXd g1, h1;
  const double s = samples_value_and_grad_W1_b1_W2(W1, b1, W2, X, Y, G1, g1, G2);
  const double w = whole_value_and_grad_W1_b1_W2(W1, b1, W2, X, Y, H1, h1, H2);
  equal("samples, whole: value", s, w);
  equal("samples, whole: ∇W1", G1, H1);
  equal("samples, whole: ∇b1", g1, h1);
  equal("samples, whole: ∇W2", G2, H2);
  equal("samples: ∇W1", G1, samples_grad_W1(W1, b1, W2, X, Y));
  equal("samples, whole: ∇²W1", samples_hvp_W1(W1, b1, W2, X, Y, dW1),
        whole_hvp_W1(W1, b1, W2, X, Y, dW1));
  equal("samples, whole: ∇²b1", samples_hvp_b1(W1, b1, W2, X, Y, db1),
        whole_hvp_b1(W1, b1, W2, X, Y, db1));
  equal("samples, whole: ∇²W2", samples_hvp_W2(W1, b1, W2, X, Y, dW2),
        whole_hvp_W2(W1, b1, W2, X, Y, dW2));

  const std::vector<MatrixXd> W = {W1, W2};
  const std::vector<VectorXd> b = {b1, VectorXd::Zero(m)};
  std::vector<MatrixXd> G;
  std::vector<VectorXd> g;
  const double l = layers_value_and_grad_W_b(W, b, X, Y, G, g);
  equal("layers, whole: value", l, w);
  equal("layers, whole: ∇W1", G[0], H1);
  equal("layers, whole: ∇b1", g[0], h1);
  equal("layers, whole: ∇W2", G[1], H2);
  equal("layers: ∇W", layers_grad_W(W, b, X, Y), G);
  equal("layers: ∇b", layers_grad_b(W, b, X, Y), g);
  const std::vector<MatrixXd> along1 = layers_hvp_W(W, b, X, Y, {dW1, MatrixXd::Zero(m, hidden)});
  const std::vector<MatrixXd> along2 = layers_hvp_W(W, b, X, Y, {MatrixXd::Zero(hidden, n), dW2});
  equal("layers, whole: ∇²W1", along1[0], whole_hvp_W1(W1, b1, W2, X, Y, dW1));
  equal("layers, whole: ∇²W2", along2[1], whole_hvp_W2(W1, b1, W2, X, Y, dW2));
  equal("layers, whole: ∇²b1", layers_hvp_b(W, b, X, Y, {db1, VectorXd::Zero(m)})[0],
        whole_hvp_b1(W1, b1, W2, X, Y, db1));
}

/// Three layers of different sizes.
void deep() {
  std::vector<MatrixXd> W = {MatrixXd::Random(4, 3), MatrixXd::Random(5, 4),
                             MatrixXd::Random(2, 5)};
  std::vector<VectorXd> b = {VectorXd::Random(4), VectorXd::Random(5), VectorXd::Random(2)};
  const MatrixXd X = MatrixXd::Random(3, 6), Y = MatrixXd::Random(2, 6);
  std::vector<MatrixXd> dW = W;
  for (MatrixXd &d : dW)
    d.setRandom();
  std::vector<VectorXd> db = b;
  for (VectorXd &d : db)
    d.setRandom();
  using namespace network;
  Program f("layers", &exact::network::layers, W, b, X, Y);
  f.value(layers(W, b, X, Y));
  f.gradient<0>("W", layers_grad_W(W, b, X, Y));
  f.gradient<1>("b", layers_grad_b(W, b, X, Y));
  f.hvp<0>("W", layers_hvp_W(W, b, X, Y, dW), dW);
  f.hvp<1>("b", layers_hvp_b(W, b, X, Y, db), db);

  const std::vector<MatrixXd> U = {MatrixXd::Random(7, 3)};
  const VectorXd x = VectorXd::Random(3), dx = VectorXd::Random(3);
  Program two("ensemble", &exact::network::ensemble, U, W, x);
  two.value(ensemble(U, W, x));
  two.gradient<1>("V", ensemble_grad_V(U, W, x));
  two.gradient<2>("x", ensemble_grad_x(U, W, x));
  two.hvp<2>("x", ensemble_hvp_x(U, W, x, dx), dx);
}

/// Layers of different sizes, of which only the sizes are needed.
void linear() {
  const std::vector<MatrixXd> W = {MatrixXd::Random(4, 3), MatrixXd::Random(5, 4),
                                   MatrixXd::Random(2, 5)};
  const std::vector<VectorXd> b = {VectorXd::Random(4), VectorXd::Random(5), VectorXd::Random(2)};
  const VectorXd x = VectorXd::Random(3), dx = VectorXd::Random(3);
  std::vector<MatrixXd> dW = W, gW;
  for (MatrixXd &d : dW)
    d.setRandom();
  std::vector<VectorXd> gb;
  VectorXd gx;
  using namespace network;
  Program f("chain", &exact::network::chain, W, b, x);
  f.value(chain_value_and_grad_W_b_x(W, b, x, gW, gb, gx));
  f.gradient<0>("W", gW);
  f.gradient<1>("b", gb);
  f.gradient<2>("x", gx);
  f.gradient<0>("W", chain_grad_W(W, b, x));
  f.gradient<2>("x", chain_grad_x(W, b, x));
  f.hvp<0>("W", chain_hvp_W(W, b, x, dW), dW);
  f.hvp<2>("x", chain_hvp_x(W, b, x, dx), dx);
  for (Index at : {-1, 0, 1, 5}) {
    Program g("switched", &exact::network::switched, W, x, at);
    g.value(switched_value_and_grad_x(W, x, at, gx));
    g.gradient<1>("x", gx);
    g.gradient<0>("W", switched_grad_W(W, x, at));
    g.gradient<1>("x", switched_grad_x(W, x, at));
    g.hvp<1>("x", switched_hvp_x(W, x, at, dx), dx);
  }
  Program h("states", &exact::network::states, W, x);
  h.gradient<1>("x", states_grad_x(W, x));
  h.hessian<1>("x", states_hess_x(W, x));
  Program p("powers", &exact::network::powers, x);
  p.hessian<0>("x", powers_hess_x(x));
  p.jacobian<0>("x", powers_jac_x(x));
  Program c("constants", &exact::network::constants, b, 0.7);
  c.gradient<1>("s", constants_grad_s(b, 0.7));
  c.gradient<0>("L", constants_grad_L(b, 0.7));
}

void recurrences() {
  using namespace sequences;
  {
    const Index n = 4, m = 3;
    const MatrixXd W = 0.9 * MatrixXd::Random(n, n), U = MatrixXd::Random(n, m);
    const MatrixXd X = MatrixXd::Random(m, 1000), dW = MatrixXd::Random(n, n);
    const VectorXd h0 = VectorXd::Random(n), y = VectorXd::Random(n), dh = VectorXd::Random(n);
    Program f("rnn", &exact::sequences::rnn, W, U, h0, X, y);
    MatrixXd gW, gU;
    VectorXd gh;
    f.value(rnn_value_and_grad_W_U_h0(W, U, h0, X, y, gW, gU, gh));
    f.gradient<0>("W", gW);
    f.gradient<1>("U", gU);
    f.gradient<2>("h0", gh);
    equal("rnn: ∇W", rnn_grad_W(W, U, h0, X, y), gW);
    equal("rnn: ∇h0", rnn_grad_h0(W, U, h0, X, y), gh);
    f.hvp<0>("W", rnn_hvp_W(W, U, h0, X, y, dW), dW);
    f.hvp<2>("h0", rnn_hvp_h0(W, U, h0, X, y, dh), dh);
  }
  {
    const MatrixXd B = MatrixXd::Random(5, 5), A = B * B.transpose();
    const MatrixXd d = MatrixXd::Random(5, 5);
    const VectorXd v = VectorXd::Random(5);
    Program f("power_iteration", &exact::sequences::power_iteration, A, v, 30);
    MatrixXd g;
    f.value(power_iteration_value_and_grad_A(A, v, 30, g));
    f.gradient<0>("A", g);
    f.gradient<0>("A", power_iteration_grad_A(A, v, 30));
    f.hvp<0>("A", power_iteration_hvp_A(A, v, 30, d), d);
    // After few steps the start still matters.
    Program few("power_iteration", &exact::sequences::power_iteration, A, v, 3);
    few.gradient<1>("v0", power_iteration_grad_v0(A, v, 3));
    Program c("converged", &exact::sequences::converged, A, v);
    c.value(converged(A, v));
    c.gradient<0>("A", converged_grad_A(A, v));
    c.hvp<0>("A", converged_hvp_A(A, v, d), d);
  }
}

void integrators() {
  using namespace sequences;
  const Vector4d s0(1, 0.1, -0.1, 0.9), d(0.3, -0.5, 0.2, 0.7);
  Program f("orbit", &exact::sequences::orbit, s0, 1.1, 0.05, 40);
  f.value(orbit(s0, 1.1, 0.05, 40));
  f.jacobian<0>("s0", orbit_jac_s0(s0, 1.1, 0.05, 40));
  f.jacobian<1>("mu", orbit_jac_mu(s0, 1.1, 0.05, 40));
  f.vjp<0>("s0", orbit_vjp_s0(s0, 1.1, 0.05, 40, d), d);
  f.del<0>("s0", orbit_d1_s0(s0, 1.1, 0.05, 40, d), d);
  const Vector2d target(-0.5, 0.5);
  Program g("missed", &exact::sequences::missed, s0, 1.1, 0.05, 40, target);
  g.gradient<0>("s0", missed_grad_s0(s0, 1.1, 0.05, 40, target));
  g.gradient<1>("mu", missed_grad_mu(s0, 1.1, 0.05, 40, target));
  g.hvp<0>("s0", missed_hvp_s0(s0, 1.1, 0.05, 40, target, d), d);
  g.hessian<0>("s0", missed_hess_s0(s0, 1.1, 0.05, 40, target));

  const VectorXd y0 = VectorXd::Random(3), dy = VectorXd::Random(3);
  const MatrixXd A = MatrixXd::Random(3, 3);
  MatrixXd a(4, 4);
  a << 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 1, 0;
  const VectorXd b = (VectorXd(4) << 1 / 6., 1 / 3., 1 / 3., 1 / 6.).finished();
  Program t("tableau", &exact::sequences::tableau, y0, A, a, b, 0.1, 5);
  t.gradient<0>("y0", tableau_grad_y0(y0, A, a, b, 0.1, 5));
  t.hvp<0>("y0", tableau_hvp_y0(y0, A, a, b, 0.1, 5, dy), dy);
}

MatrixXd positive(Index n) {
  const MatrixXd B = MatrixXd::Random(n, n);
  return B * B.transpose() + MatrixXd::Identity(n, n);
}

void filters() {
  using namespace sequences;
  const Index n = 3, k = 2;
  const MatrixXd Q = positive(n), R = positive(k), P0 = positive(n);
  const MatrixXd B = MatrixXd::Random(n, n), H = MatrixXd::Random(k, n), Z = MatrixXd::Random(k, 6);
  const VectorXd m0 = VectorXd::Random(n), dm = VectorXd::Random(n);
  Program f("kalman", &exact::sequences::kalman, Q, R, m0, P0, B, H, Z);
  MatrixXd gQ, gR, gP;
  VectorXd gm;
  f.value(kalman_value_and_grad_Q_R_m0_P0(Q, R, m0, P0, B, H, Z, gQ, gR, gm, gP));
  f.gradient<2>("m0", gm);
  f.gradient<2>("m0", kalman_grad_m0(Q, R, m0, P0, B, H, Z));
  f.hvp<2>("m0", kalman_hvp_m0(Q, R, m0, P0, B, H, Z, dm), dm);
  // Gradients in what is symmetric are tested along what is symmetric.
  const auto symmetric = [](const MatrixXd &A) -> MatrixXd { return A + A.transpose(); };
  const MatrixXd dQ = symmetric(MatrixXd::Random(n, n)), dR = symmetric(MatrixXd::Random(k, k));
  f.along<0>("grad_Q", (gQ.array() * dQ.array()).sum(), dQ);
  f.along<1>("grad_R", (gR.array() * dR.array()).sum(), dR);
  f.along<3>("grad_P0", (gP.array() * dQ.array()).sum(), dQ);
  equal("kalman: ∇Q", kalman_grad_Q(Q, R, m0, P0, B, H, Z), gQ);
  equal("kalman: ∇R", kalman_grad_R(Q, R, m0, P0, B, H, Z), gR);
  const MatrixXd eQ = symmetric(MatrixXd::Random(n, n));
  f.along<0>("hvp_Q", (kalman_hvp_Q(Q, R, m0, P0, B, H, Z, dQ).array() * eQ.array()).sum(), dQ, eQ);

  std::vector<VectorXd> z;
  for (Index i = 0; i < Z.cols(); ++i)
    z.push_back(Z.col(i));
  Program g("kalman_llt", &exact::sequences::kalman_llt, R, m0, P0, B, H, z);
  g.value(kalman_llt_value_and_grad_R_m0(R, m0, P0, B, H, z, gR, gm));
  g.gradient<0>("R", gR);
  g.gradient<1>("m0", gm);
  g.hvp<1>("m0", kalman_llt_hvp_m0(R, m0, P0, B, H, z, dm), dm);
}

void kinematics() {
  using namespace sequences;
  const Index n = 6;
  Matrix3Xd axes = Matrix3Xd::Random(3, n), links = Matrix3Xd::Random(3, n);
  axes.colwise().normalize();
  const VectorXd q = VectorXd::Random(n), d = VectorXd::Random(n);
  const Vector3d target = Vector3d::Random(), bar = Vector3d::Random();
  Program f("arm", &exact::sequences::arm, q, axes, links);
  f.value(arm(q, axes, links));
  f.jacobian<0>("q", arm_jac_q(q, axes, links));
  f.vjp<0>("q", arm_vjp_q(q, axes, links, bar), bar);
  Program r("reach", &exact::sequences::reach, q, axes, links, target);
  r.gradient<0>("q", reach_grad_q(q, axes, links, target));
  r.hvp<0>("q", reach_hvp_q(q, axes, links, target, d), d);
  r.hessian<0>("q", reach_hess_q(q, axes, links, target));
  const std::vector<double> lengths = {1, 0.8, 0.7, 0.5, 0.4, 0.2};
  Program p("planar", &exact::sequences::planar, q, lengths);
  p.jacobian<0>("q", planar_jac_q(q, lengths));
  const Vector2d flat(0.3, -0.8);
  p.vjp<0>("q", planar_vjp_q(q, lengths, flat), flat);
}

void transport() {
  using namespace sequences;
  const MatrixXd C = MatrixXd::Random(4, 5).cwiseAbs(), d = MatrixXd::Random(4, 5);
  const VectorXd a = VectorXd::Constant(4, 0.25), b = VectorXd::Constant(5, 0.2);
  Program f("sinkhorn", &exact::sequences::sinkhorn, C, a, b, 0.3, 25);
  MatrixXd gC;
  VectorXd ga, gb;
  f.value(sinkhorn_value_and_grad_C_a_b(C, a, b, 0.3, 25, gC, ga, gb));
  f.gradient<0>("C", gC);
  f.gradient<1>("a", ga);
  f.gradient<2>("b", gb);
  equal("sinkhorn: ∇C", sinkhorn_grad_C(C, a, b, 0.3, 25), gC);
  equal("sinkhorn: ∇a", sinkhorn_grad_a(C, a, b, 0.3, 25), ga);
  f.hvp<0>("C", sinkhorn_hvp_C(C, a, b, 0.3, 25, d), d);
}

void sides() {
  using namespace pieces;
  const VectorXd x = (VectorXd(5) << -2, -0.5, 0.1, 0.999, 3).finished();
  const VectorXd dx = VectorXd::Random(5);
  Program f("huber", &exact::pieces::huber, x, 1.0);
  f.value(huber(x, 1));
  f.gradient<0>("x", huber_grad_x(x, 1));
  f.hvp<0>("x", huber_hvp_x(x, 1, dx), dx);
  f.hessian<0>("x", huber_hess_x(x, 1));
  for (const double height : {-5.0, -0.2, 0.1, 5.0}) {
    const Matrix3Xd at = Matrix3Xd::Random(3, 6), d = Matrix3Xd::Random(3, 6);
    Matrix3Xd v = Matrix3Xd::Random(3, 6);
    Ground ground;
    ground.normal = Vector3d(0.1, -0.2, 1).normalized();
    ground.height = height;
    v.col(2) = ground.normal; // does not slip
    Program g("contact", &exact::pieces::contact, at, v, ground);
    g.value(contact(at, v, ground));
    g.gradient<0>("x", contact_grad_x(at, v, ground));
    g.gradient<1>("v", contact_grad_v(at, v, ground));
    g.hvp<0>("x", contact_hvp_x(at, v, ground, d), d);
    Ground direction = ground;
    direction.normal.setRandom(), direction.height = 0, direction.friction = 0;
    direction.stiffness = 0.7;
    g.along<2>("grad_ground",
               0.7 * contact_grad_ground_stiffness(at, v, ground) +
                   direction.normal.dot(contact_grad_ground_normal(at, v, ground)),
               direction);
  }
}

} // namespace

int main() {
  networks(3, 4, 2, 7);
  networks(1, 1, 1, 1);
  networks(2, 5, 3, 0);
  deep();
  linear();
  recurrences();
  integrators();
  filters();
  kinematics();
  transport();
  sides();
  return program::failed() ? EXIT_FAILURE : EXIT_SUCCESS;
}
