//===- peer.h - Libraries that differentiate by types -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A library takes the templates of functions.h. It offers, for the readings that it has,
//
//   evaluate<Active>(Reading(), f, inputs, directions and outputs...)
//   passes(Reading(), inputs)   how many times the work of an evaluation with numbers that takes
//
// where f is the function and `inputs` a tuple. Cases that would take it seconds are left out. Each
// run has a library of its own, which may keep between calls what users would keep: a tape.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_BENCH_PEER_H
#define DELGEN_BENCH_PEER_H

#define BENCH_TEMPLATES
#include "contender.h"
#include "functions.h"

namespace bench::BENCH_KIND {

/// The first `Active` inputs with entries of type T, the others with those of type D.
template <typename T, typename D, int Active, typename Inputs, size_t... J>
auto lifted(const Inputs &inputs, std::index_sequence<J...>) {
  auto cast = [](const auto &x, auto number) {
    using X = std::decay_t<decltype(x)>;
    using Number = typename decltype(number)::type;
    if constexpr (std::is_same_v<X, double>)
      return x;
    else
      return Eigen::Matrix<Number, X::RowsAtCompileTime, X::ColsAtCompileTime>(
          x.template cast<Number>());
  };
  return std::tuple{
      cast(std::get<J>(inputs), std::common_type<std::conditional_t<(J < Active), T, D>>())...};
}
template <typename T, typename D, int Active, typename Inputs> auto lift(const Inputs &inputs) {
  return lifted<T, D, Active>(inputs, std::make_index_sequence<std::tuple_size_v<Inputs>>());
}

/// True for functions that multiply matrices, or factor them.
constexpr bool hasProducts(std::string_view function) {
  for (std::string_view other : {"quadratic", "least_squares", "ridge", "logistic", "mixture",
                                 "chain", "reprojection", "neo_hookean"})
    if (function == other)
      return false;
  return true;
}

/// True where a library gets through in a tenth of a second, if it does `passes` times the work of
/// an evaluation with numbers.
template <typename Inputs>
bool isFeasible(std::string_view function, const Inputs &inputs, double passes) {
  double operations = 0;
  std::apply(
      [&](const auto &...x) {
        auto count = [&](const auto &x) {
          if constexpr (std::is_same_v<std::decay_t<decltype(x)>, double>)
            return 1.0;
          else
            return static_cast<double>(x.size() * (hasProducts(function) ? x.rows() : 1));
        };
        operations = (0 + ... + count(x));
      },
      inputs);
  return passes * operations <= 3e7;
}

template <typename Library, typename Problem, typename Read, typename F>
bool enterPeer(const char *function, const char *name, F f) {
  if constexpr (Library::template has<Read>() && !Library::lacks(Problem::function_)) {
    using Inputs = decltype(Problem::inputs(std::declval<Size>(), std::declval<Random &>()));
    auto call = [f, library = Library()](auto &&...arguments) mutable {
      constexpr size_t count = std::tuple_size_v<Inputs>;
      auto all = std::tie(arguments...);
      return [&]<size_t... I, size_t... J>(std::index_sequence<I...>, std::index_sequence<J...>) {
        return library.template evaluate<Problem::active>(Read(), f, std::tie(std::get<I>(all)...),
                                                          std::get<count + J>(all)...);
      }(std::make_index_sequence<count>(),
             std::make_index_sequence<sizeof...(arguments) - count>());
    };
    for (Size size : Problem::sizes()) {
      Random random(size.n);
      const auto inputs = Problem::inputs(size, random);
      if (isFeasible(Problem::function_, inputs, Library::passes(Read(), inputs)))
        entries().push_back(
            {function, Problem::title(), Read::label(), name, isFixed, size,
             [=] { return std::make_unique<Call<Problem, Read, decltype(call)>>(size, call); }});
    }
  }
  return true;
}

/// Enters all that `Library` has; `name` is that of the contender.
template <typename Library> bool enterLibrary(const char *name) {
#define PROBLEM(function, ...)
#define CASE(function, name_, ...)                                                                 \
  enterPeer<Library, function##_problem, __VA_ARGS__>(                                             \
      #function, name, [](const auto &...x) { return functions::BENCH_KIND::function(x...); });
#include "cases.h"
#undef CASE
#undef PROBLEM
  return true;
}

} // namespace bench::BENCH_KIND

#endif // DELGEN_BENCH_PEER_H
