//===- forward.h - Libraries of dual numbers --------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What all of them have in common: derivatives in several directions at once for gradients, dual
// numbers of dual numbers for higher orders. A library tells its type of dual numbers:
//
//   template <typename S, int K> using Dual;   K derivatives, of S
//   Dual<S, K> make(S value)                   a constant
//   S &derivative(Dual<S, K> &x, int k)
//   int depth                                  of dual numbers in one another, with which Eigen
//   works
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_BENCH_FORWARD_H
#define DELGEN_BENCH_FORWARD_H

#include "peer.h"

namespace bench::BENCH_KIND {

template <typename Library> struct Forward {
  /// How many directions are taken at once.
  static constexpr int chunk = isFixed ? 4 : 8;
  using First = typename Library::template Dual<double, chunk>;
  using Along = typename Library::template Dual<double, 1>;

  static constexpr bool lacks(std::string_view function) { return Library::lacks(function); }
  template <typename Read> static constexpr bool has() { return hasReading(Read()); }
  template <int I> static constexpr bool hasReading(Gradient<I>) { return true; }
  template <int I> static constexpr bool hasReading(Hvp<I>) { return Library::depth > 1; }
  template <int I> static constexpr bool hasReading(Jacobian<I>) { return true; }
  template <int I> static constexpr bool hasReading(Hessian<I>) { return Library::depth > 1; }
  template <int I, int K> static constexpr bool hasReading(Del<I, K>) {
    return K <= Library::depth;
  }
  template <int I, int K> static constexpr bool hasReading(Directional<I, K>) {
    return K <= Library::depth;
  }
  template <int... I> static constexpr bool hasReading(ValueAndGradient<I...>) { return true; }

  /// An evaluation with dual numbers costs what they have of numbers.
  template <typename Read, typename Inputs> static double passes(Read, const Inputs &inputs) {
    const double n = std::ceil(static_cast<double>(std::get<Read::input>(inputs).size()) / chunk);
    return countPasses(Read(), n);
  }
  template <typename Read> static double countPasses(Read, double n) { return n * (chunk + 1); }
  template <int I> static double countPasses(Hvp<I>, double n) { return n * 2 * (chunk + 1); }
  template <int I> static double countPasses(Hessian<I>, double n) {
    return n * n * (chunk + 1) * (chunk + 1);
  }
  template <int I, int K> static double countPasses(Del<I, K>, double) { return 1 << K; }
  template <int I, int K> static double countPasses(Directional<I, K>, double) { return 1 << K; }

  template <typename X> static void seed(X &x, int k, double value) {
    auto &to = Library::derivative(x, k);
    to = Library::template make<std::decay_t<decltype(to)>>(value);
  }

  /// Calls `each(k, entry, number)` with up to `chunk` entries of x that have derivative 1 in a
  /// direction each, for all chunks.
  template <typename X, typename Run, typename Read>
  static void byChunks(X &x, Run run, Read read) {
    for (Eigen::Index start = 0; start < x.size(); start += chunk) {
      const int count = static_cast<int>(std::min<Eigen::Index>(chunk, x.size() - start));
      for (int k = 0; k < count; ++k)
        seed(x.data()[start + k], k, 1);
      auto y = run();
      for (int k = 0; k < count; ++k) {
        seed(x.data()[start + k], k, 0);
        read(start + k, k, y);
      }
    }
  }

  template <int Active, int I, typename F, typename Inputs>
  static auto evaluate(Gradient<I>, F f, const Inputs &inputs) {
    auto all = lift<First, First, Active>(inputs);
    auto &x = std::get<I>(all);
    std::decay_t<std::tuple_element_t<I, Inputs>> G(x.rows(), x.cols());
    byChunks(
        x, [&]() -> First { return std::apply(f, all); },
        [&](Eigen::Index i, int k, First &y) { G.data()[i] = Library::derivative(y, k); });
    return G;
  }

  template <int Active, int... I, typename F, typename Inputs, typename... Outputs>
  static double evaluate(ValueAndGradient<I...>, F f, const Inputs &inputs, Outputs &...outputs) {
    ((outputs = evaluate<Active>(Gradient<I>(), f, inputs)), ...);
    return std::apply(f, inputs);
  }

  template <int Active, int I, typename F, typename Inputs>
  static auto evaluate(Jacobian<I>, F f, const Inputs &inputs) {
    auto all = lift<First, First, Active>(inputs);
    auto &x = std::get<I>(all);
    auto value = [&] {
      auto y = std::apply(f, all);
      return typename decltype(y)::PlainObject(y);
    };
    Eigen::MatrixXd J;
    byChunks(x, value, [&](Eigen::Index i, int k, auto &y) {
      J.resize(y.size(), x.size());
      for (Eigen::Index r = 0; r < y.size(); ++r)
        J(r, i) = Library::derivative(y.data()[r], k);
    });
    return J;
  }

  template <int Active, int I, typename F, typename Inputs, typename Direction>
  static auto evaluate(Hvp<I>, F f, const Inputs &inputs, const Direction &d) {
    using Second = typename Library::template Dual<Along, chunk>;
    auto all = lift<Second, Second, Active>(inputs);
    auto &x = std::get<I>(all);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
      Along inner = Library::template make<Along>(std::get<I>(inputs).data()[i]);
      Library::derivative(inner, 0) = d.data()[i];
      x.data()[i] = Library::template make<Second>(inner);
    }
    Direction H(d.rows(), d.cols());
    byChunks(
        x, [&]() -> Second { return std::apply(f, all); },
        [&](Eigen::Index i, int k, Second &y) {
          H.data()[i] = Library::derivative(Library::derivative(y, k), 0);
        });
    return H;
  }

  template <int Active, int I, typename F, typename Inputs>
  static Eigen::MatrixXd evaluate(Hessian<I>, F f, const Inputs &inputs) {
    using Second = typename Library::template Dual<First, chunk>;
    auto all = lift<Second, Second, Active>(inputs);
    auto &x = std::get<I>(all);
    const auto &x0 = std::get<I>(inputs);
    Eigen::MatrixXd H(x.size(), x.size());
    for (Eigen::Index start = 0; start < x.size(); start += chunk) {
      const int count = static_cast<int>(std::min<Eigen::Index>(chunk, x.size() - start));
      for (int k = 0; k < count; ++k) {
        First inner = Library::template make<First>(x0.data()[start + k]);
        Library::derivative(inner, k) = 1.0;
        x.data()[start + k] = Library::template make<Second>(inner);
      }
      byChunks(
          x, [&]() -> Second { return std::apply(f, all); },
          [&](Eigen::Index i, int k, Second &y) {
            for (int j = 0; j < count; ++j)
              H(start + j, i) = Library::derivative(Library::derivative(y, k), j);
          });
      for (int k = 0; k < count; ++k)
        x.data()[start + k] =
            Library::template make<Second>(Library::template make<First>(x0.data()[start + k]));
    }
    return H;
  }

  // --- Orders with directions: dual numbers of dual numbers ------------------------------------

  template <int K> struct Nest {
    using type = typename Library::template Dual<typename Nest<K - 1>::type, 1>;
  };
  template <int K>
    requires(K == 0)
  struct Nest<K> {
    using type = double;
  };
  template <int K> using Nested = typename Nest<K>::type;

  template <int K> static Nested<K> constant(double x) {
    if constexpr (K == 0)
      return x;
    else
      return Library::template make<Nested<K>>(constant<K - 1>(x));
  }
  template <int K, typename Directions>
  static Nested<K> seeded(double x, const Directions &d, Eigen::Index i) {
    if constexpr (K == 0) {
      return x;
    } else {
      auto number = Library::template make<Nested<K>>(seeded<K - 1>(x, d, i));
      Library::derivative(number, 0) = constant<K - 1>(d[K - 1]->data()[i]);
      return number;
    }
  }
  template <int K> static double innermost(Nested<K> &y) {
    if constexpr (K == 0)
      return y;
    else
      return innermost<K - 1>(Library::derivative(y, 0));
  }

  template <int Active, int I, int K, typename F, typename Inputs, typename Directions>
  static auto along(F f, const Inputs &inputs, const Directions &d) {
    using T = Nested<K>;
    auto all = lift<T, T, Active>(inputs);
    auto &x = std::get<I>(all);
    for (Eigen::Index i = 0; i < x.size(); ++i)
      x.data()[i] = seeded<K>(std::get<I>(inputs).data()[i], d, i);
    auto y = std::apply(f, all);
    if constexpr (std::is_convertible_v<decltype(y), T>) {
      T number = y;
      return innermost<K>(number);
    } else {
      using Y = decltype(y);
      Eigen::Matrix<double, Y::RowsAtCompileTime, Y::ColsAtCompileTime> result(y.rows(), y.cols());
      for (Eigen::Index i = 0; i < y.size(); ++i)
        result.data()[i] = innermost<K>(y.data()[i]);
      return result;
    }
  }
  template <int Active, int I, int K, typename F, typename Inputs, typename... Directions>
  static auto evaluate(Del<I, K>, F f, const Inputs &inputs, const Directions &...d) {
    return along<Active, I, K>(f, inputs, std::array{&d...});
  }
  template <int Active, int I, int K, typename F, typename Inputs, typename Direction>
  static auto evaluate(Directional<I, K>, F f, const Inputs &inputs, const Direction &d) {
    std::array<const Direction *, K> directions;
    directions.fill(&d);
    return along<Active, I, K>(f, inputs, directions);
  }
};

} // namespace bench::BENCH_KIND

#endif // DELGEN_BENCH_FORWARD_H
