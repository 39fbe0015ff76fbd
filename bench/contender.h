//===- contender.h - How a contender takes part -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every contender is a translation unit that registers what it can compute. One that has the
// functions themselves defines BENCH_CONTENDER, the name of the namespace where they stand, and
// includes functions.inc; a library that differentiates by types does what peer.h says.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_BENCH_CONTENDER_H
#define DELGEN_BENCH_CONTENDER_H

#include "inputs.h"
#include "types.h"

#include <array>
#include <benchmark/benchmark.h>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace bench {

/// One contender at one problem of one size, with its inputs.
struct Run {
  virtual ~Run() = default;
  /// All numbers of the result, in order.
  virtual std::vector<double> result() = 0;
  /// One call, whose result is thrown away.
  virtual void call() = 0;
  virtual void measure(benchmark::State &state) = 0;
};

struct Entry {
  std::string function, title, reading, contender;
  bool isFixed;
  Size size;
  std::function<std::unique_ptr<Run>()> prepare;
};

/// All that contenders register before main.
std::vector<Entry> &entries();

} // namespace bench

namespace bench::BENCH_KIND {

constexpr bool isFixed = N != Eigen::Dynamic;

// --- Readings: what is read off a function, in which of its inputs ---------------------------

/// How many directions follow the function's own arguments, and which inputs have outputs.
template <int Input, int Count, int... Outputs> struct Reading {
  static constexpr int input = Input, directions = Count;
  using OutputList = std::integer_sequence<int, Outputs...>;
};
template <int I> struct Gradient : Reading<I, 0> {
  static std::string label() { return "∇"; }
};
template <int I> struct Hvp : Reading<I, 1> {
  static std::string label() { return "∇²·δ"; }
};
template <int I> struct Hessian : Reading<I, 0> {
  static std::string label() { return "∇²"; }
};
template <int I> struct Jacobian : Reading<I, 0> {
  static std::string label() { return "Jacobian"; }
};
template <int I, int K> struct Del : Reading<I, K> {
  static std::string label() { return "d" + std::to_string(K); }
};
template <int I, int K> struct Directional : Reading<I, 1> {
  static std::string label() { return "d" + std::to_string(K) + ", equal"; }
};
template <int I, int... More> struct ValueAndGradient : Reading<I, 0, I, More...> {
  static std::string label() { return "value, ∇"; }
};

// --- Results as numbers ----------------------------------------------------------------------

inline void append(std::vector<double> &all, double x) { all.push_back(x); }
template <typename X> void append(std::vector<double> &all, const Eigen::DenseBase<X> &x) {
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i < x.rows(); ++i)
      all.push_back(x.derived().coeff(i, j));
}

inline const void *place(const double &x) { return &x; }
template <typename X> const void *place(const Eigen::PlainObjectBase<X> &x) { return x.data(); }

// --- Runs ------------------------------------------------------------------------------------

/// The function `f` takes the inputs, then the directions, then the outputs.
template <typename Problem, typename Read, typename F> class Call : public Run {
  using Inputs = decltype(Problem::inputs(std::declval<Size>(), std::declval<Random &>()));
  using Input = std::tuple_element_t<Read::input, Inputs>;

  template <int... Outputs>
  static std::tuple<std::tuple_element_t<Outputs, Inputs>...>
      outputsOf(std::integer_sequence<int, Outputs...>);

public:
  Call(Size size, F f) : f(f), random(size.n), inputs(Problem::inputs(size, random)) {
    for (Input &d : directions)
      d = random.like(std::get<Read::input>(inputs));
  }

  std::vector<double> result() override {
    std::vector<double> all;
    append(all, evaluate());
    std::apply([&](const auto &...output) { (append(all, output), ...); }, outputs);
    return all;
  }
  void call() override {
    const auto result = evaluate();
    benchmark::DoNotOptimize(place(result));
  }
  void measure(benchmark::State &state) override {
    for (auto _ : state) {
      benchmark::DoNotOptimize(this);
      const auto result = evaluate();
      benchmark::DoNotOptimize(place(result));
      benchmark::ClobberMemory();
    }
  }

private:
  auto evaluate() {
    return std::apply(
        [this](const auto &...input) {
          return std::apply(
              [&](const auto &...direction) {
                return std::apply(
                    [&](auto &...output) { return f(input..., direction..., output...); }, outputs);
              },
              directions);
        },
        inputs);
  }

  F f;
  Random random;
  Inputs inputs;
  std::array<Input, Read::directions> directions;
  decltype(outputsOf(typename Read::OutputList())) outputs;
};

template <typename Problem, typename Read, typename F>
bool enter(const char *function, const char *contender, F f) {
  for (Size size : Problem::sizes())
    entries().push_back({function, Problem::title(), Read::label(), contender, isFixed, size,
                         [=] { return std::make_unique<Call<Problem, Read, F>>(size, f); }});
  return true;
}

// --- Problems ----------------------------------------------------------------------------------

#define PROBLEM(function, name, count, scale, ...)                                                 \
  struct function##_problem {                                                                      \
    static constexpr std::string_view function_ = #function;                                       \
    static constexpr int active = count;                                                           \
    static const char *title() { return name; }                                                    \
    static std::vector<Size> sizes() { return scale(); }                                           \
    static auto inputs([[maybe_unused]] Size size, [[maybe_unused]] Random &r) {                   \
      [[maybe_unused]] const Eigen::Index n = size.n, m = size.m;                                  \
      return std::tuple{__VA_ARGS__};                                                              \
    }                                                                                              \
  };
#define CASE(function, name, ...)
#include "cases.h"
#undef CASE
#undef PROBLEM

} // namespace bench::BENCH_KIND

#endif // DELGEN_BENCH_CONTENDER_H
