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
#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace delgen_check {

/// The real fields of a class, which what follows this part lists.
template <class T> struct Fields {
  static constexpr bool areKnown = false;
};
/// No object is there to be filled.
struct CannotBeMade : std::logic_error {
  using std::logic_error::logic_error;
};
/// An object to be filled.
template <class T> T made() {
  if constexpr (std::is_default_constructible_v<T>)
    return T{};
  else
    throw CannotBeMade("an object of a class without a default constructor cannot be made");
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
    throw CannotBeMade("a member that is const cannot be given another value");
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

/// The entries of a result, column by column, the relative precision of their type, and how far
/// off they are where they are an estimate.
struct Flat {
  Eigen::VectorXd entries;
  double epsilon = std::numeric_limits<double>::epsilon();
  double error = 0;
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
  a.error *= std::abs(s);
  return a;
}
inline Flat operator-(Flat a, const Flat &b) {
  a.entries -= b.entries;
  a.error += b.error;
  return a;
}
/// The inner product, as a result of one entry.
template <class T, class U> Flat inner(const T &a, const U &b) {
  const Flat x = flat(a), y = flat(b);
  Flat result{Eigen::VectorXd::Constant(1, x.entries.dot(y.entries))};
  result.epsilon = std::max(x.epsilon, y.epsilon) * std::sqrt(static_cast<double>(x.entries.size()));
  return result;
}
/// A matrix applied to the entries of a direction.
template <class M, class T> Flat apply(const M &matrix, const T &direction) {
  const Flat entries = flat(matrix), d = flat(direction);
  const Eigen::Index rows = entries.entries.size() / d.entries.size();
  Flat result{Eigen::Map<const Eigen::MatrixXd>(entries.entries.data(), rows, d.entries.size()) * d.entries};
  result.epsilon = std::max(entries.epsilon, d.epsilon) * std::sqrt(static_cast<double>(d.entries.size()));
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

  /// The value, with what is known of its error.
  Flat estimate() const {
    Flat result = value;
    result.error = error;
    return result;
  }
};

/// The derivative of a function of t at 0 by extrapolated central differences with steps below
/// `h`, the one that has the least estimated error (C. Ridders, Accurate computation of F'(x),
/// 1982). A step of 1 is rounded by `blur`, a value of f by `noise`.
template <class F> Derivative derivative(const F &f, double blur = 0, double noise = 0, double h = 0.08) {
  constexpr int levels = 30;
  constexpr std::size_t columns = 8;
  constexpr double ratio = 1.6;
  std::vector<Flat> last, row;
  Derivative best;
  for (int i = 0; i < levels; ++i, h /= ratio) {
    const Flat ahead = f(h), behind = f(-h);
    row.assign(1, (0.5 / h) * (ahead - behind));
    // What cancels in the difference.
    const double least = row[0].epsilon * (ahead.entries.norm() + behind.entries.norm()) + blur * row[0].entries.norm();
    const double rounding = std::max(least, 2 * noise) / h + row[0].error;
    if (i == 0)
      best.value = row[0];
    double factor = ratio * ratio;
    for (std::size_t j = 1; j <= last.size() && j < columns; ++j, factor *= ratio * ratio) {
      const Flat fine = row.back(), coarse = last[j - 1];
      row.push_back((1 / (factor - 1)) * (factor * fine - coarse));
      const double error = std::max((row.back() - fine).entries.norm(), (row.back() - coarse).entries.norm()) + rounding;
      if (error < best.error)
        best = {row.back(), error};
    }
    last = row;
    // Smaller steps do not tell more.
    if (i > 4 && rounding > best.error / 2)
      break;
  }
  // On both sides of a plateau a function may go on as if there were none.
  const double shortest = std::cbrt(best.value.epsilon);
  if (h > shortest) {
    const Flat ahead = f(shortest), behind = f(-shortest), near = (0.5 / shortest) * (ahead - behind);
    const double rounding = (near.epsilon * (ahead.entries.norm() + behind.entries.norm()) +
                             blur * near.entries.norm() + 2 * noise) / shortest + near.error;
    const double apart = (near - best.value).entries.norm();
    if (!(apart <= best.error + 10 * rounding))
      best.error = apart;
  }
  return best;
}

/// By how much rounding moves the values of f near 0: what remains of them in high differences at
/// steps over which f hardly changes otherwise (J. Moré, S. Wild, Estimating computational noise,
/// 2011).
template <class F> double noiseAt(const F &f, double step) {
  constexpr int count = 8;
  std::vector<Flat> values;
  for (int k = 0; k < count; ++k)
    values.push_back(f(k * step));
  double noise = 0, scale = 1;
  for (int order = 1; order < count - 1; ++order) {
    for (std::size_t k = 0; k + 1 < values.size(); ++k)
      values[k] = values[k + 1] - values[k];
    values.pop_back();
    scale *= order / (2.0 * (2 * order - 1)); // (order!)²/(2 order)!
    double mean = 0;
    for (const Flat &difference : values)
      mean += difference.entries.squaredNorm() / static_cast<double>(values.size());
    if (order > 4 && !(std::sqrt(scale * mean) <= noise))
      noise = std::sqrt(scale * mean);
  }
  return std::isnan(noise) ? std::numeric_limits<double>::infinity() : noise;
}
/// The same at longer steps, too: rounding may leave the values as they are over short ones.
template <class F> double noiseOf(const F &f, double blur, double longest = 1e-3) {
  double noise = noiseAt(f, 1024 * blur);
  for (double step : {1e-7, 1e-5, 1e-3})
    if (step > 1024 * blur && step <= longest)
      noise = std::max(noise, noiseAt(f, step));
  return noise;
}

/// How far apart two results are, and by how much they may be.
struct Comparison {
  double error = 0, bound = 1e-300;
  double scale = 0; // their size
  double unit = 1;  // what errors are relative to
  double epsilon = 0;

  bool isRight() const { return error <= bound; }
};
/// What is known of a function. A comparison that cannot decide counts for nothing.
struct Row {
  static constexpr int enough = 2;
  int decided = 0, undecided = 0;
  int strong = 0; // of those decided, the ones of more than zeros
  double failure = 0, largest = 0, epsilon = 0;
  Comparison worst; // what is nearest to its bound
  std::string reason;

  void skip() { ++undecided; }
  void fail(const std::string &why) { reason = why; }
  void decide(const Comparison &c) {
    ++decided;
    strong += c.bound <= 2e-2 * c.scale;
    epsilon = std::max(epsilon, c.epsilon);
    if (std::isfinite(c.scale))
      largest = std::max(largest, c.scale);
    if (std::isnan(c.error))
      fail("it is not a number");
    else if (!c.isRight())
      failure = std::max(failure, c.error);
    if (decided == 1 || !(c.error / c.bound <= worst.error / worst.bound))
      worst = c;
  }
  /// Where a function is saturated its values are differences of what they are elsewhere, and as
  /// uncertain as these.
  bool isWrong() const { return !reason.empty() || failure > 1e4 * epsilon * largest; }
  bool isDecided() const { return decided >= enough; }
};

} // namespace delgen_check
)cpp";

} // namespace delgen

#endif // DELGEN_LIB_EMIT_CHECKVALUES_H
