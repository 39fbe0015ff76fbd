//===- CheckValues.h - Values and differences in check programs -*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_CHECKVALUES_H
#define DELGEN_LIB_EMIT_CHECKVALUES_H

namespace delgen {

inline constexpr char checkValues[] = R"cpp(
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

namespace delgen_check {

/// The real fields of a class, which what follows this part lists.
template <class T> struct Fields {
  static constexpr bool areKnown = false;
};
/// An object to be filled.
template <class T> T made() {
  if constexpr (std::is_default_constructible_v<T>)
    return T{};
  else
    throw std::logic_error("an object of a class without a default constructor cannot be made");
}
/// Gives a member a value; one that is const keeps its own.
template <class T, class U> void fill(T &member, const U &value) {
  if constexpr (std::is_assignable_v<T &, const U &>)
    member = value;
  static_cast<void>(member), static_cast<void>(value);
}
/// Gives a member another value.
template <class T, class U> void set(T &member, const U &value) {
  if constexpr (std::is_assignable_v<T &, const U &>)
    member = value;
  else
    throw std::logic_error("a member that is const cannot be given another value");
  static_cast<void>(member), static_cast<void>(value);
}
/// An object with something changed.
template <class T, class F> T with(T object, const F &change) {
  change(object);
  return object;
}

template <class T, class = void> struct IsList : std::false_type {};
template <class T> struct IsList<std::vector<T>> : std::true_type {};
template <class T, std::size_t n> struct IsList<std::array<T, n>> : std::true_type {};

/// The entries of a result, column by column, and the relative precision they have.
struct Flat {
  Eigen::VectorXd entries;
  double epsilon = std::numeric_limits<double>::epsilon();
};

template <class T> Flat flat(const T &value) {
  Flat result;
  [[maybe_unused]] auto append = [&](const auto &part) {
    const Flat more = flat(part);
    const Eigen::Index before = result.entries.size();
    result.entries.conservativeResize(before + more.entries.size());
    result.entries.tail(more.entries.size()) = more.entries;
    result.epsilon = std::max(result.epsilon, more.epsilon);
  };
  if constexpr (Fields<T>::areKnown) {
    Fields<T>::each(value, value, [&](const auto &part, const auto &) { append(part); });
  } else if constexpr (IsList<T>::value) {
    for (const auto &part : value)
      append(part);
  } else if constexpr (std::is_arithmetic_v<T>) {
    result.entries = Eigen::VectorXd::Constant(1, static_cast<double>(value));
    result.epsilon = static_cast<double>(std::numeric_limits<T>::epsilon());
  } else {
    using Scalar = typename T::Scalar;
    const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic> object = value.matrix(); // by columns
    result.entries = Eigen::Map<const Eigen::Matrix<Scalar, Eigen::Dynamic, 1>>(object.data(), object.size())
                         .template cast<double>();
    result.epsilon = static_cast<double>(std::numeric_limits<Scalar>::epsilon());
  }
  return result;
}

inline Flat operator*(double s, Flat a) {
  a.entries *= s;
  return a;
}
inline Flat operator-(Flat a, const Flat &b) {
  a.entries -= b.entries;
  return a;
}
/// The inner product, as a result of one entry.
template <class T, class U> Flat inner(const T &a, const U &b) {
  const Flat x = flat(a), y = flat(b);
  Flat result{Eigen::VectorXd::Constant(1, x.entries.dot(y.entries))};
  result.epsilon = std::max(x.epsilon, y.epsilon) * static_cast<double>(x.entries.size());
  return result;
}
/// A matrix applied to the entries of a direction.
template <class M, class T> Flat apply(const M &matrix, const T &direction) {
  const Flat entries = flat(matrix), d = flat(direction);
  const Eigen::Index rows = entries.entries.size() / d.entries.size();
  Flat result{Eigen::Map<const Eigen::MatrixXd>(entries.entries.data(), rows, d.entries.size()) * d.entries};
  result.epsilon = std::max(entries.epsilon, d.epsilon) * static_cast<double>(d.entries.size());
  return result;
}

/// x + t d in the type of x.
template <class T> T moved(const T &x, double t, const T &d) {
  if constexpr (Fields<T>::areKnown || IsList<T>::value) {
    T y = x;
    if constexpr (Fields<T>::areKnown)
      Fields<T>::each(y, d, [&](auto &part, const auto &step) { part = moved(part, t, step); });
    else
      for (std::size_t i = 0; i < x.size(); ++i)
        y[i] = moved(x[i], t, d[i]);
    return y;
  } else if constexpr (std::is_arithmetic_v<T>)
    return static_cast<T>(x + static_cast<T>(t) * d);
  else
    return x + static_cast<typename T::Scalar>(t) * d;
}

struct Derivative {
  Flat value;
  double error = std::numeric_limits<double>::infinity(); // an estimate

  /// The value, with the precision that it has.
  Flat estimate() const {
    Flat result = value;
    result.epsilon = std::max(value.epsilon, error / std::max(value.entries.norm(), 1e-290));
    return result;
  }
};

/// The derivative of a function of t at 0 by extrapolated central differences, with the step that
/// has the least estimated error (C. Ridders, Accurate computation of F'(x), 1982). A step of 1 is
/// rounded by `blur`.
template <class F> Derivative derivative(const F &f, double blur = 0) {
  constexpr int levels = 9;
  constexpr double ratio = 1.6;
  double h = 0.08;
  std::vector<Flat> last, row;
  Derivative best;
  for (int i = 0; i < levels; ++i, h /= ratio) {
    const Flat ahead = f(h), behind = f(-h);
    row.assign(1, (0.5 / h) * (ahead - behind));
    // What cancels in the difference.
    const double rounding =
        (row[0].epsilon * (ahead.entries.norm() + behind.entries.norm()) + blur * row[0].entries.norm()) / h;
    if (i == 0)
      best.value = row[0];
    double factor = ratio * ratio;
    for (int j = 1; j <= i; ++j, factor *= ratio * ratio) {
      const Flat fine = row.back(), coarse = last[static_cast<std::size_t>(j - 1)];
      row.push_back((1 / (factor - 1)) * (factor * fine - coarse));
      const double error = std::max((row.back() - fine).entries.norm(), (row.back() - coarse).entries.norm()) + rounding;
      if (error < best.error)
        best = {row.back(), error};
    }
    last = row;
  }
  return best;
}

} // namespace delgen_check
)cpp";

} // namespace delgen

#endif // DELGEN_LIB_EMIT_CHECKVALUES_H
