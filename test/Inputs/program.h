//===- program.h - Generated functions of any arguments against exact ones -*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// law.h for functions whose arguments are lists and objects:
//
//   Program f("loss", &exact::loss, p, x);       // at the point (p, x)
//   f.gradient<0>("p", loss_grad_p(p, x));       // in the first argument
//   f.hvp<0>("p", loss_hvp_p(p, x, d), d);
//
// An object is seen through `fields(object)`, a tuple of references that FIELDS declares.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_PROGRAM_H
#define DELGEN_TEST_PROGRAM_H

#include "oracle.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

/// FIELDS(space, Object, s.a, s.b), for both readings of space::Object.
#define FIELDS(SPACE, OBJECT, ...)                                                                 \
  namespace SPACE {                                                                                \
  inline auto fields(OBJECT &s) { return std::tie(__VA_ARGS__); }                                  \
  }                                                                                                \
  namespace exact::SPACE {                                                                         \
  inline auto fields(OBJECT &s) { return ::std::tie(__VA_ARGS__); }                                \
  }

namespace program {

using oracle::Number;

template <class T> constexpr bool isReal = std::is_floating_point_v<T> || std::is_same_v<T, Number>;
template <class T, class = void> struct IsList : std::false_type {};
template <class T>
struct IsList<T, std::void_t<decltype(std::declval<T &>().begin())>>
    : std::bool_constant<!std::is_base_of_v<Eigen::EigenBase<T>, T>> {};

template <class T> constexpr bool isMatrix() {
  if constexpr (std::is_class_v<T>)
    return std::is_base_of_v<Eigen::EigenBase<T>, T>;
  else
    return false;
}

/// Calls `visit` with every real number in `x`, in order.
template <class T, class Visit> void each(T &x, const Visit &visit) {
  if constexpr (isReal<T>)
    visit(x);
  else if constexpr (std::is_arithmetic_v<T>)
    return;
  else if constexpr (isMatrix<T>())
    for (Eigen::Index j = 0; j < x.cols(); ++j)
      for (Eigen::Index i = 0; i < x.rows(); ++i)
        visit(x(i, j));
  else if constexpr (IsList<T>::value)
    for (auto &entry : x)
      each(entry, visit);
  else
    std::apply([&](auto &...field) { (each(field, visit), ...); }, fields(x));
}

/// `from` with other numbers.
template <class To, class From> void lift(To &to, From &from) {
  if constexpr (isReal<To> || std::is_arithmetic_v<To>) {
    to = To(from);
  } else if constexpr (isMatrix<To>()) {
    to.resize(from.rows(), from.cols());
    for (Eigen::Index j = 0; j < from.cols(); ++j)
      for (Eigen::Index i = 0; i < from.rows(); ++i)
        to(i, j) = typename To::Scalar(from(i, j));
  } else if constexpr (IsList<To>::value) {
    if constexpr (std::is_same_v<To, std::vector<typename To::value_type>>)
      to.resize(from.size());
    for (std::size_t i = 0; i < from.size(); ++i)
      lift(to[i], from[i]);
  } else {
    std::apply(
        [&](auto &...a) { std::apply([&](auto &...b) { (lift(a, b), ...); }, fields(from)); },
        fields(to));
  }
}

template <class T> std::vector<double> flat(T x) {
  std::vector<double> all;
  each(x, [&](auto &entry) { all.push_back(static_cast<double>(entry)); });
  return all;
}

inline bool &failed() {
  static bool any = false;
  return any;
}

inline void report(const std::string &name, double error, double bound) {
  const bool holds = error <= bound; // not so for NaN
  failed() = failed() || !holds;
  std::printf("%-40s %9.1e%s\n", name.c_str(), error, holds ? "" : "  FAILED");
  std::fflush(stdout);
}

/// The largest difference, relative to the largest entry.
inline double difference(const std::vector<double> &got, const std::vector<double> &want) {
  if (got.size() != want.size())
    return HUGE_VAL;
  double worst = 0, scale = 1e-290;
  for (std::size_t i = 0; i < got.size(); ++i) {
    const double d = std::abs(got[i] - want[i]);
    worst = d <= worst ? worst : d; // NaN stays
    scale = std::max(scale, std::abs(want[i]));
  }
  return worst / scale;
}
template <class A, class B>
void equal(const std::string &name, const A &a, const B &b, double bound = 1e-12) {
  report(name, difference(flat(a), flat(b)), bound);
}

template <class R, class... P> class Program {
public:
  template <class... A>
  Program(const char *called, R (*function)(P...), const A &...arguments)
      : name(called), f(function) {
    std::apply(
        [&](auto &...to) {
          auto lifted = [](auto &x, auto from) { lift(x, from); };
          (lifted(to, arguments), ...);
        },
        at);
  }

  template <class T> void value(const T &got) { compare("", flat(got), moved<0>(nothing(), 0)); }
  template <std::size_t I, class G> void gradient(const char *of, const G &got) {
    partial<I>("grad_" + std::string(of), flat(got), {}, {1});
  }
  template <std::size_t I, class G> void hvp(const char *of, const G &got, const G &direction) {
    partial<I>("hvp_" + std::string(of), flat(got), flat(direction), {1});
  }
  template <std::size_t I, class G, class B> void vjp(const char *of, const G &got, const B &bar) {
    partial<I>("vjp_" + std::string(of), flat(got), {}, flat(bar));
  }
  /// The derivative along `direction`.
  template <std::size_t I, class T, class D>
  void del(const char *of, const T &got, const D &direction) {
    compare("d1_" + std::string(of), flat(got), moved<I>(flat(direction), 1));
  }
  /// One number, the derivative along one direction or two.
  template <std::size_t I, class D> void along(const char *what, double got, const D &first) {
    compare(what, {got}, moved<I>(flat(first), 1));
  }
  template <std::size_t I, class D>
  void along(const char *what, double got, const D &first, const D &second) {
    compare(what, {got}, moved<I>(flat(first), 3, flat(second)));
  }
  /// A Jacobian, or with a scalar f a Hessian.
  template <std::size_t I> void jacobian(const char *of, const Eigen::MatrixXd &got) {
    matrix<I>("jac_" + std::string(of), got, false);
  }
  template <std::size_t I> void hessian(const char *of, const Eigen::MatrixXd &got) {
    matrix<I>("hess_" + std::string(of), got, true);
  }

private:
  using Coefficients = std::vector<double>;

  /// A row at a time where there are many.
  static constexpr std::size_t most = 12;

  static Coefficients nothing() { return {}; }
  static Coefficients unit(std::size_t n, std::size_t k) {
    Coefficients d(n);
    d[k] = 1;
    return d;
  }
  template <std::size_t I> std::size_t count() {
    std::size_t n = 0;
    each(std::get<I>(at), [&](Number &) { ++n; });
    return n;
  }

  /// The coefficients of the directions in `which` in f(x + a ε₁ + b ε₂).
  template <std::size_t I>
  Coefficients moved(const Coefficients &a, unsigned which, const Coefficients &b = {}) {
    auto point = at;
    std::size_t next = 0;
    each(std::get<I>(point), [&](Number &x) {
      if (!a.empty())
        oracle::seed(x, 0, a[next]);
      if (!b.empty())
        oracle::seed(x, 1, b[next]);
      ++next;
    });
    auto result = std::apply([&](auto &...x) { return f(x...); }, point);
    Coefficients all;
    each(result, [&](Number &x) { all.push_back(oracle::coefficient(x, which)); });
    return all;
  }

  template <std::size_t I>
  void partial(const std::string &suffix, const Coefficients &got, const Coefficients &direction,
               const Coefficients &bar) {
    const std::size_t n = count<I>(), step = n <= most ? 1 : n / most + 1;
    if (got.size() != n)
      return report(name + "_" + suffix, HUGE_VAL, bound);
    Coefficients some, want;
    for (std::size_t k = 0; k < n; k += step) {
      const Coefficients c = moved<I>(unit(n, k), direction.empty() ? 1 : 3, direction);
      double sum = 0;
      for (std::size_t i = 0; i < c.size(); ++i)
        sum += c[i] * bar[i];
      some.push_back(got[k]);
      want.push_back(sum);
    }
    compare(suffix, some, want);
  }

  template <std::size_t I>
  void matrix(const std::string &suffix, const Eigen::MatrixXd &got, bool isHessian) {
    const std::size_t n = count<I>(), step = n <= most ? 1 : n / most + 1;
    if (got.cols() != static_cast<Eigen::Index>(n))
      return report(name + "_" + suffix, HUGE_VAL, bound);
    Coefficients some, want;
    for (std::size_t k = 0; k < n; k += step) {
      const auto column = static_cast<Eigen::Index>(k);
      Coefficients c;
      if (isHessian)
        for (std::size_t i = 0; i < n; ++i)
          c.push_back(moved<I>(unit(n, i), 3, unit(n, k)).front());
      else
        c = moved<I>(unit(n, k), 1);
      want.insert(want.end(), c.begin(), c.end());
      for (Eigen::Index i = 0; i < got.rows(); ++i)
        some.push_back(got(i, column));
    }
    compare(suffix, some, want);
  }

  void compare(const std::string &suffix, const Coefficients &got, const Coefficients &want) {
    report(suffix.empty() ? name : name + "_" + suffix, difference(got, want), bound);
  }

  static constexpr double bound = 1e-10;
  std::string name;
  R (*f)(P...);
  std::tuple<std::decay_t<P>...> at;
};
template <class R, class... P, class... A>
Program(const char *, R (*)(P...), const A &...) -> Program<R, P...>;

} // namespace program

#endif // DELGEN_TEST_PROGRAM_H
