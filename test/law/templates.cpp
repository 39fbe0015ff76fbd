// What is generated for templates and members is right for every type that they take: fixed and
// dynamic, float and double, columns, rows and expressions.
//
// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/templates.h -o %t/templates.del.h -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %clang20 %law_flags %s -o %t/clang
// RUN: %t/clang
// RUN: %cxx_gcc %law_flags -std=c++17 -DFEW %s -o %t/gcc
// RUN: %t/gcc
// RUN: delgen %S/templates.h --emit=check -o %t/check.cpp -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %cxx_clang %law_flags -std=c++20 %t/check.cpp -o %t/check
// RUN: %t/check

#include "templates.del.h"

#include <cstdio>
#include <cstdlib>
#include <vector>
static int bad = 0;
template <typename V, typename F> auto central(F f, V x) {
  using S = typename V::Scalar;
  typename V::PlainObject g = x;
  const S h = sizeof(S) == 4 ? S(1e-2) : S(1e-6);
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i < x.rows(); ++i) {
      auto p = x, m = x;
      p(i, j) += h;
      m(i, j) -= h;
      g(i, j) = (f(p) - f(m)) / (2 * h);
    }
  return g;
}
template <typename A, typename B> void same(const char *w, const A &a, const B &b) {
  double tol = sizeof(typename A::Scalar) == 4 ? 2e-2 : 1e-7;
  double e = double((a.matrix() - b.matrix()).norm() / (1 + b.matrix().norm()));
  if (!(e < tol)) {
    ++bad;
    std::printf("%s: %g\n", w, e);
  }
}
template <typename V> void vec(V x) {
  using S = typename V::Scalar;
  x = x * S(0.3);
  same("scaled", law::scaled_grad_x(Eigen::Matrix<S, -1, 1>(x), S(2)),
       central([&](const auto &y) { return law::scaled(Eigen::Matrix<S, -1, 1>(y), S(2)); }, x));
  same("energy", law::energy_grad_x(x), central([](const auto &y) { return law::energy(y); }, x));
  V g;
  law::energy_value_and_grad_x(x, g);
  same("energy vg", g, law::energy_grad_x(x));
  same("energy2", law::energy_grad_x(S(2) * x.head(2)),
       central([](const auto &y) { return law::energy(y); },
               Eigen::Matrix<S, -1, 1>(S(2) * x.head(2))));
  Eigen::Matrix<S, V::RowsAtCompileTime, V::RowsAtCompileTime> A =
      x * x.transpose() + Eigen::Matrix<S, -1, -1>::Random(x.size(), x.size());
  same("quad", law::quad_grad_x(x, A, 1.5),
       central([&](const auto &y) { return law::quad(y, A, S(1.5)); }, x));
  same("quad A", law::quad_grad_A(S(2) * x, A.transpose(), 1.5),
       central([&](const auto &B) { return law::quad(S(2) * x, B, S(1.5)); },
               decltype(A)(A.transpose())));
  same("dense", law::dense_grad_x(x), V::Ones(x.size()));
  same("dense", law::dense_grad_x(x.array()), V::Ones(x.size()));
  same("soft",
       law::soft_vjp_x(x.array(), Eigen::Array<S, V::RowsAtCompileTime, 1>::Ones(x.size()).eval()),
       central([](const auto &y) { return law::soft(y.array()).sum(); }, x));
}

template <typename S, int M, int N> void layers(Eigen::Matrix<S, M, N> W) {
  using X = Eigen::Matrix<S, N, 1>;
  const X x = X::Random(W.cols());
  auto inX = [&](const auto &y) { return law::layer2(W, X(y)); };
  auto inW = [&](const auto &V) { return law::layer2(Eigen::Matrix<S, M, N>(V), x); };
  if constexpr (N != Eigen::Dynamic) {
    same("layer2 x", law::layer2_grad_x(W, x), central(inX, x));
    same("layer2 W", law::layer2_grad_W(W, x), central(inW, W));
    Eigen::Matrix<S, M, N> V;
    X g;
    law::layer2_value_and_grad_x_W(W, x, g, V);
    same("layer2 value", V, law::layer2_grad_W(W, x));
    auto along = [&](const auto &y) { return law::layer2_grad_x(W, X(y)).sum(); };
    same("layer2 hessian", X(law::layer2_hess_x(W, x).rowwise().sum()), central(along, x));
  }
  const Eigen::Matrix<S, M, 1> bar = Eigen::Matrix<S, M, 1>::Random(W.rows());
  auto inLayer = [&](const auto &y) { return law::layer(W, X(y)).dot(bar); };
  same("layer", law::layer_vjp_x(W, x, bar), central(inLayer, x));
}

template <typename V> void called(V x) {
  using S = typename V::Scalar;
  x *= S(0.3);
  same("g", law::g_grad_x(x), central([](const auto &y) { return law::g(y); }, x));
  Eigen::Matrix<S, -1, -1> A = Eigen::Matrix<S, -1, -1>::Random(x.size(), x.size());
  A = (A * A.transpose()).eval() + Eigen::Matrix<S, -1, -1>::Identity(x.size(), x.size());
  const Eigen::Matrix<S, -1, 1> y = x;
  auto inX = [&](const auto &z) { return law::logdet(A, Eigen::Matrix<S, -1, 1>(z)); };
  same("logdet", law::logdet_grad_x(A, y), central(inX, y));
  auto f = [&](const auto &z) {
    return law::f(z.template cast<double>(), A.template cast<double>());
  };
  if constexpr (sizeof(S) == 8)
    same("f", law::f_grad_x(x, A), central(f, y));
  const Eigen::Matrix<S, 3, 1> a = y.template head<3>(), b(S(1), S(2), S(-1));
  auto inA = [&](const auto &z) { return law::crossy(Eigen::Matrix<S, 3, 1>(z), b); };
  same("crossy", law::crossy_grad_a(a, b), central(inA, a));
}

static void members() {
  using namespace Eigen;
  VectorXd x = VectorXd::Random(3);
  law::Model m{MatrixXd::Random(3, 3), VectorXd::Random(3), 0.3};
  law::Hidden h(MatrixXd::Random(3, 3));
  same("x", law::loss_grad_x(m, x), central([&](const VectorXd &y) { return m.loss(y); }, x));
  auto withW = [&](const MatrixXd &W) {
    auto n = m;
    n.W = W;
    return n;
  };
  same("W", law::loss_grad_self(m, x).W,
       central([&](const MatrixXd &W) { return withW(W).loss(x); }, m.W));
  same("h", law::Hidden_grad_x(h, x), central([&](const VectorXd &y) { return h(y); }, x));
  same("hw", law::Hidden_grad_self_weights(h, x),
       central([&](const MatrixXd &W) { return law::Hidden(W)(x); }, h.weights()));
  same("p", law::Plain_grad_x({}, x), 2 * x);
  same("t", law::total_grad_x(m, h, x),
       central([&](const VectorXd &y) { return law::total(m, h, y); }, x));
  same("tW", law::total_grad_m_W(m, h, x),
       central([&](const MatrixXd &W) { return law::total(withW(W), h, x); }, m.W));
  same("hess", law::loss_hess_x(m, x), law::loss_hess_x(m, x).transpose());
  law::Box<double> b{VectorXd::Random(3)};
  same("b", law::boxed_grad_x(b, x),
       central([&](const VectorXd &y) { return law::boxed(b, y); }, x));
}

int main() {
  members();
  layers(Eigen::Matrix<float, 2, 4>::Random().eval());
  called(Eigen::VectorXf::Random(4).eval());
  vec<Eigen::Vector3d>(Eigen::Vector3d::Random());
#ifndef FEW // GCC takes three times as long as Clang
  layers(Eigen::Matrix<double, 3, 2>::Random().eval());
  layers(Eigen::MatrixXd::Random(3, 2).eval());
  called(Eigen::VectorXd::Random(4).eval());
  called(Eigen::Matrix<double, 5, 1>::Random().eval());
  vec<Eigen::VectorXd>(Eigen::VectorXd::Random(4));
  vec<Eigen::VectorXf>(Eigen::VectorXf::Random(4));
  vec<Eigen::Matrix<float, 5, 1>>(Eigen::Matrix<float, 5, 1>::Random());
  Eigen::MatrixXd M = Eigen::MatrixXd::Random(3, 2);
  same("mat", law::energy_grad_x(M), central([](const auto &y) { return law::energy(y); }, M));
  Eigen::Matrix<float, 2, 3, Eigen::RowMajor> R = Eigen::Matrix<float, 2, 3>::Random();
  same("row", law::energy_grad_x(R), central([](const auto &y) { return law::energy(y); }, R));
  Eigen::RowVector3d r = Eigen::RowVector3d::Random();
  same("rowv", law::energy_grad_x(r), central([](const auto &y) { return law::energy(y); }, r));
  same("hess", law::energy_hess_x(r), 2 * Eigen::Matrix3d::Identity());
  same("jac", law::energy_jac_x(M.block(0, 0, 2, 2)),
       Eigen::RowVectorXd(law::energy_grad_x(M.block(0, 0, 2, 2)).reshaped().transpose()));
  Eigen::Vector3d x(1, 2, 3);
  Eigen::Matrix3d A = Eigen::Matrix3d::Random();
  same("fixed", law::fixed_grad_x(x, A),
       central([&](const auto &y) { return law::fixed(Eigen::Vector3d(y), A); }, x));
  Eigen::Matrix<double, 1, 1> one(2), B(3);
  same("fixed1", law::fixed_grad_x(one, B),
       central([&](const auto &y) { return law::fixed(Eigen::Matrix<double, 1, 1>(y), B); }, one));
  same("hessf", law::fixed_hess_x(x, A), (A + A.transpose()) / 3.0);
  Eigen::MatrixXd W = Eigen::MatrixXd::Random(3, 3);
  same("prod", law::quad_grad_x(W * x, A, 1.0),
       central([&](const auto &y) { return law::quad(y, A, 1.0); }, Eigen::Vector3d(W * x)));
#endif
  if (std::abs(law::plain_grad_x(1.0f, 2.0f) - (0.5f + 2 * std::cos(1.0f))) > 1e-5f)
    ++bad;
  std::printf("%d bad\n", bad);
  return bad;
}
