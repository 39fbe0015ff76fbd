//===- torch.cpp - libtorch -----------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tensors are no matrices of Eigen: the functions of functions.h stand here again, with the fused
// operations that the library has. Tensors share the memory of the inputs, and are kept between
// calls; a call builds the graph, as it does wherever the library is used.
//
//===----------------------------------------------------------------------===//

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>

#include "contender.h"

#include <optional>

namespace tensors {

using at::Tensor;

inline Tensor quadratic(const Tensor &x, const Tensor &A) { return x.dot(A.mv(x)); }
inline Tensor least_squares(const Tensor &x, const Tensor &A, const Tensor &b) {
  return (A.mv(x) - b).square().sum();
}
inline Tensor outer(const Tensor &x, const Tensor &A, const Tensor &B) {
  return A.mv(x).outer(B.t().mv(x));
}
inline Tensor ridge(const Tensor &x, const Tensor &w) { return (w - x / x.norm()).square().sum(); }
inline Tensor gram(const Tensor &A) { return A.t().mm(A); }
inline Tensor weighted_gram(const Tensor &A, const Tensor &w, const Tensor &C) {
  return (A.t().mm(w.unsqueeze(1) * A) - C).square().sum();
}
inline Tensor linear_network(const Tensor &W1, const Tensor &W2, const Tensor &X, const Tensor &Y) {
  return (Y - W2.mm(W1).mm(X)).square().sum();
}
inline Tensor tanh_network(const Tensor &W1, const Tensor &W2, const Tensor &X, const Tensor &Y) {
  return (Y - W2.mm(W1.mm(X).tanh())).square().sum();
}
inline Tensor log_det(const Tensor &S) { return S.logdet(); }
inline Tensor quadratic_inverse(const Tensor &S, const Tensor &b) {
  return b.dot(at::linalg_solve(S, b));
}
inline Tensor marginal_likelihood(const Tensor &p, const Tensor &D2, const Tensor &y) {
  const Tensor K =
      p[0] * (D2 * (-0.5 / p[1].square())).exp() + p[2] * at::eye(D2.size(0), D2.options());
  const Tensor L = at::linalg_cholesky(K);
  const Tensor alpha = y.unsqueeze(1).cholesky_solve(L).squeeze(1);
  return y.dot(alpha) / 2 + L.diagonal().log().sum();
}
inline Tensor logistic(const Tensor &x, const Tensor &A, const Tensor &y, double lambda) {
  return (-y * A.mv(x)).exp().log1p().sum() + lambda / 2 * x.dot(x);
}
inline Tensor softmax(const Tensor &W, const Tensor &X, const Tensor &Y) {
  const Tensor Z = W.mm(X);
  return Z.logsumexp(0).sum() - (Y * Z).sum();
}
inline Tensor mixture(const Tensor &alphas, const Tensor &means, const Tensor &Q, const Tensor &X) {
  // Dimensions, components, samples.
  const Tensor Z = Q.exp().unsqueeze(2) * (X.unsqueeze(1) - means.unsqueeze(2));
  const Tensor terms = (alphas + Q.sum(0)).unsqueeze(1) - Z.square().sum(0) / 2;
  return terms.logsumexp(0).sum() - X.size(1) * alphas.logsumexp(0);
}
inline Tensor chain(const Tensor &x) { return x.sin() * (-x.square()).exp(); }
inline Tensor reprojection(const Tensor &pose, const Tensor &X, double f) {
  const Tensor r = pose.narrow(0, 0, 3), t = pose.narrow(0, 3, 3);
  const Tensor angle = r.norm(), w = r / angle, c = angle.cos(), s = angle.sin();
  const Tensor p = X * c + w.cross(X, 0) * s + w * (w.dot(X) * (1 - c)) + t;
  return f * p.narrow(0, 0, 2) / p[2];
}
inline Tensor neo_hookean(const Tensor &F, double mu, double lambda) {
  const Tensor logJ = F.logdet();
  return mu / 2 * (F.square().sum() - 3) - mu * logJ + lambda / 2 * logJ.square();
}

} // namespace tensors

namespace bench::BENCH_KIND {
namespace {

using at::Tensor;

/// A tensor in the memory of `x`, by columns.
template <typename X> Tensor tensorOf(const Eigen::PlainObjectBase<X> &x) {
  auto *data = const_cast<double *>(x.data());
  const auto options = at::TensorOptions().dtype(at::kDouble);
  if constexpr (X::IsVectorAtCompileTime)
    return at::from_blob(data, {x.size()}, options);
  else
    return at::from_blob(data, {x.rows(), x.cols()}, {1, x.rows()}, options);
}
inline double tensorOf(double x) { return x; }

/// What is in a tensor.
Eigen::MatrixXd toEigen(const Tensor &x) {
  Eigen::MatrixXd X(x.dim() > 0 ? x.size(0) : 1, x.dim() > 1 ? x.size(1) : 1);
  const int64_t strides[] = {1, X.rows()};
  const at::NoGradGuard guard;
  at::from_blob(X.data(), x.sizes(), at::IntArrayRef(strides, static_cast<size_t>(x.dim())),
                x.options())
      .copy_(x);
  return X;
}

// Higher derivatives are differentiated again. What does not vary has no graph.
constexpr bool again = true, once = false;
Tensor differentiated(const Tensor &y, const Tensor &x, const Tensor &seed, bool isAgain) {
  if (!y.requires_grad())
    return at::zeros_like(x);
  Tensor g = torch::autograd::grad({y}, {x}, {seed}, /*retain_graph=*/isAgain, isAgain,
                                   /*allow_unused=*/true)[0];
  return g.defined() ? g : at::zeros_like(x);
}

template <typename Read> constexpr int orderOf(Read) { return 0; }
template <int I, int K> constexpr int orderOf(Del<I, K>) { return K; }
template <int I, int K> constexpr int orderOf(Directional<I, K>) { return K; }

/// A function with its tensors, which stay where the inputs do.
template <typename Problem, typename Read, typename F> class TorchCall {
  using Inputs = decltype(Problem::inputs(std::declval<Size>(), std::declval<Random &>()));
  static constexpr size_t count = std::tuple_size_v<Inputs>;

public:
  explicit TorchCall(F f) : f(f) {}

  template <typename... Arguments> auto operator()(Arguments &...arguments) {
    return call(std::tie(arguments...), std::make_index_sequence<count>(),
                std::make_index_sequence<sizeof...(arguments) - count>());
  }

private:
  template <typename All, size_t... I, size_t... J>
  auto call(All all, std::index_sequence<I...>, std::index_sequence<J...>) {
    if (!inputs) {
      at::set_num_threads(1);
      inputs.emplace(tensorOf(std::get<I>(all))...);
      directions = {tensorOf(std::get<count + J>(all))...};
      directions.resize(Read::directions);
    }
    return evaluate(Read(), std::get<count + J>(all)...);
  }
  template <int... I> Tensor value(std::integer_sequence<int, I...>) {
    (std::get<I>(*inputs).set_requires_grad(true), ...);
    return std::apply(f, *inputs);
  }
  Tensor value() { return value(std::integer_sequence<int, Read::input>()); }
  const Tensor &x() { return std::get<Read::input>(*inputs); }

  template <int I> auto evaluate(Gradient<I>) {
    return toEigen(differentiated(value(), x(), {}, once));
  }
  template <int... I, typename... Outputs>
  double evaluate(ValueAndGradient<I...>, Outputs &...outputs) {
    const Tensor y = value(std::integer_sequence<int, I...>());
    const auto g = torch::autograd::grad({y}, {std::get<I>(*inputs)...});
    size_t i = 0;
    ((outputs = toEigen(g[i++])), ...);
    return y.template item<double>();
  }
  template <int I, typename D> auto evaluate(Hvp<I>, const D &) {
    const Tensor g = differentiated(value(), x(), {}, again);
    return toEigen(differentiated(g, x(), directions[0], once));
  }
  template <int I> Eigen::MatrixXd evaluate(Hessian<I>) {
    return rows(differentiated(value(), x(), {}, again));
  }
  template <int I> Eigen::MatrixXd evaluate(Jacobian<I>) { return rows(value()); }

  /// The derivatives of all entries of y.
  Eigen::MatrixXd rows(const Tensor &y) {
    const Index n = y.numel(), m = x().numel();
    if (units.cols() != n)
      units = Eigen::MatrixXd::Identity(n, n);
    Eigen::MatrixXd result(m, n);
    const at::NoGradGuard guard;
    auto column = [](Eigen::MatrixXd &all, Index i, const Tensor &like) {
      const int64_t strides[] = {1, like.size(0)};
      return at::from_blob(all.col(i).data(), like.sizes(),
                           at::IntArrayRef(strides, static_cast<size_t>(like.dim())),
                           like.options());
    };
    for (Index i = 0; i < n; ++i)
      column(result, i, x())
          .copy_(torch::autograd::grad({y}, {x()}, {column(units, i, y)},
                                       /*retain_graph=*/true)[0]);
    return result.transpose();
  }

  template <int I, int K, typename... D> auto evaluate(Del<I, K>, const D &...) {
    return along(directions);
  }
  template <int I, int K, typename D> auto evaluate(Directional<I, K>, const D &) {
    return along(std::vector<Tensor>(K, directions[0]));
  }
  /// Products of gradients with directions. What is no number is multiplied with other numbers
  /// first, and read off the product's gradient in them.
  Eigen::MatrixXd along(const std::vector<Tensor> &all) {
    Tensor s = value(), v;
    if (s.dim() > 0) {
      v = at::zeros_like(s).set_requires_grad(true);
      s = (s * v).sum();
    }
    for (size_t k = 0; k < all.size(); ++k)
      s = (differentiated(s, x(), {}, v.defined() || k + 1 < all.size()) * all[k]).sum();
    return toEigen(v.defined() ? differentiated(s, v, {}, once) : s);
  }

  F f;
  template <typename... X>
  static std::tuple<decltype(tensorOf(std::declval<X>()))...> tensorsOf(const std::tuple<X...> &);
  std::optional<decltype(tensorsOf(std::declval<Inputs>()))> inputs;
  std::vector<Tensor> directions;
  Eigen::MatrixXd units;
};

template <typename Problem, typename Read, typename F> bool enterTorch(const char *name, F f) {
  if constexpr (orderOf(Read()) <= 3) // Graphs of graphs grow too fast.
    enter<Problem, Read>(name, "torch", TorchCall<Problem, Read, F>(f));
  return true;
}

#define PROBLEM(function, ...)
#define CASE(function, name, ...)                                                                  \
  const bool name##_entered = enterTorch<function##_problem, __VA_ARGS__>(                         \
      #function, [](const auto &...x) { return tensors::function(x...); });
#include "cases.h"
#undef CASE
#undef PROBLEM

} // namespace
} // namespace bench::BENCH_KIND
