//===- CheckTemplate.h - The part of check programs that is fixed -*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_CHECKTEMPLATE_H
#define DELGEN_LIB_EMIT_CHECKTEMPLATE_H

namespace delgen {

/// What stands before the generated header: assertions of Eigen end a trial, not the program.
inline constexpr char checkProlog[] = R"cpp(
#include <cstring>
#include <exception>
#include <stdexcept>

namespace delgen_check {
inline bool &isInvalid() {
  static bool invalid = false;
  return invalid;
}
/// Sizes are drawn at random, and need not be ones that the function takes.
inline void require(bool holds, const char *what) {
  if (holds)
    return;
  isInvalid() = true;
  // Found in a destructor, which must not throw.
  if (std::strstr(what, "Too few coefficients") == nullptr && std::uncaught_exceptions() == 0)
    throw std::logic_error(what);
}
} // namespace delgen_check
#define eigen_assert(X) ::delgen_check::require(static_cast<bool>(X), #X)

)cpp";

inline constexpr char checkTemplate[] = R"cpp(
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

class Checker {
public:
  explicit Checker(unsigned seed) : engine(seed) {}

  /// Any size: what the function cannot take is drawn again.
  Eigen::Index size() { return common ? common : 1 + static_cast<Eigen::Index>(engine() % 8); }
  /// All sizes and all lengths of lists that are drawn until the next call of this are the same, as
  /// they most often must be; a list has at least `least` entries.
  void useOneSize(std::size_t least) {
    common = 1 + static_cast<Eigen::Index>(engine() % 4);
    length = least + engine() % (least < 4 ? 5 - least : 2);
  }

  /// Runs one check at as many points as it takes until some were good.
  template <class F> void run(const char *function, const F &check) {
    int good = 0;
    std::string last;
    for (int trial = 0; trial < 400 && good < 4; ++trial) {
      isInvalid() = false;
      attempts = 0;
      try {
        check();
      } catch (const std::logic_error &e) {
        last = e.what();
        continue;
      }
      good += !isInvalid();
    }
    if (good == 0) {
      const Row none;
      table.emplace(function, none);
      std::printf("%s: no sizes were found for it; an assertion says: %s\n", function, last.c_str());
    }
  }

  /// A random point; a matrix has `structure`.
  template <class T> T point(Eigen::Index rows, Eigen::Index cols, const char *structure = "") {
    T x = entries<T>(rows, cols, [this] { return number(); });
    if constexpr (!std::is_arithmetic_v<T>)
      shape(x, structure, true);
    return x;
  }
  template <class T> T direction(Eigen::Index rows, Eigen::Index cols, const char *structure = "") {
    T d = entries<T>(rows, cols, [this] { return uniform(-1, 1); });
    if constexpr (!std::is_arithmetic_v<T>)
      shape(d, structure, false);
    return d;
  }

  /// A list, of entries of these sizes; 0 is any size.
  template <class T> T list(Eigen::Index rows, Eigen::Index cols) {
    T entries{};
    resize(entries);
    for (auto &entry : entries)
      entry = randomEntry<typename T::value_type>(rows, cols);
    return entries;
  }
  /// A random direction at a list.
  template <class T> T stepOf(const T &x) {
    T step = x;
    for (auto &entry : step)
      if constexpr (IsList<typename T::value_type>::value)
        entry = stepOf(entry);
      else if constexpr (std::is_arithmetic_v<typename T::value_type>)
        entry = direction<typename T::value_type>(1, 1);
      else
        entry = direction<typename T::value_type>(entry.rows(), entry.cols());
    return step;
  }

  /// A random object like `value`.
  template <class V> auto like(const V &value) {
    if constexpr (std::is_arithmetic_v<V>)
      return direction<V>(1, 1);
    else
      return direction<typename V::PlainObject>(value.rows(), value.cols());
  }

  /// True where a point is in the domain of the function; otherwise the next is of another kind.
  bool accepts(const Flat &value) {
    require(!isInvalid(), "an assertion of Eigen");
    reference = value.entries.norm();
    if (value.entries.allFinite())
      return true;
    kind = (kind + 1) % kinds;
    return ++attempts > 50;
  }

  /// The derivative of f at x along d must be `got`.
  template <class T, class F>
  void along(const char *name, const T &x, const T &d, const F &f, const Flat &got) {
    const Flat at = flat(x), step = flat(d);
    const double blur = at.epsilon * (at.entries.norm() / std::max(step.entries.norm(), 1e-12) + 1);
    compare(name, derivative([&](double t) { return f(moved(x, t, d)); }, blur), got);
  }
  /// f(x + d) − p(d) falls like |d|ⁿ⁺¹ for the Taylor polynomial p of order n: faster than what any
  /// wrong term would leave.
  template <class F> void remainder(const char *name, int order, const F &difference, const Flat &scale) {
    const double noise = 1e3 * scale.epsilon * std::max(scale.entries.norm(), 1e-3);
    double slope = std::numeric_limits<double>::quiet_NaN(), before = slope;
    double last = difference(0.5).entries.norm();
    for (double t = 0.25; t > 1e-3; t /= 2) {
      const double next = difference(t).entries.norm();
      if (!(next > noise) && !std::isnan(next))
        break;
      before = slope;
      slope = std::log2(last / next); // not a number where one is outside of the domain
      last = next;
    }
    Row &row = table[name];
    ++row.count;
    // A wrong term shows its own power, step after step; a slope that drifts says nothing.
    row.failures += std::abs(slope - before) < 0.2 && slope < order + 0.4;
  }
  /// A gradient has the structure of what it is taken in.
  template <class T> void keeps(const char *name, const T &gradient, const char *structure) {
    T kept = gradient;
    shape(kept, structure, false);
    same(name, flat(gradient), flat(kept));
  }
  /// Two ways to the same numbers.
  void same(const char *name, const Flat &got, const Flat &want) {
    const double scale = std::max(got.entries.norm(), want.entries.norm());
    compare(name, {want, 1e3 * std::max(got.epsilon, want.epsilon) * scale}, got);
  }
  void compare(const char *name, const Derivative &want, const Flat &got) {
    Row &row = table[name];
    const double scale = std::max(want.value.entries.norm(), got.entries.norm());
    if (want.value.entries.size() != 0 && want.value.entries.size() != got.entries.size()) {
      row.error = std::numeric_limits<double>::infinity();
      ++row.failures;
      return;
    }
    // Next to a kink, or where f is nearly singular, differences tell nothing.
    if (!(want.error <= 1e-3 * std::max(scale, 1e-3)))
      return;
    ++row.count;
    // What vanishes by cancellation is as uncertain as what cancels, which is of the size of f.
    const double bound =
        20 * want.error + got.epsilon * (1e3 * scale + 1e4 * std::max(reference, 1e-3));
    const double error = (got - want.value).entries.norm();
    row.failures += !(error <= bound);
    // The worst is what comes nearest to its bound.
    const double unit = std::max({scale, 1e-6 * reference, 1e-300});
    if (!(error / bound <= row.error / row.bound)) {
      row.error = std::isnan(error) ? std::numeric_limits<double>::infinity() : error / unit;
      row.bound = bound / unit;
    }
  }
  /// A function that this program cannot reach by differences.
  void expect(const char *name) { table[name]; }

  int report() const {
    bool good = true;
    std::printf("%-40s %12s %12s\n", "function", "error", "bound");
    for (const auto &[name, row] : table) {
      const char *verdict = row.failures     ? "  WRONG"
                            : row.count == 0 ? "  NOT CHECKED"
                                             : "";
      good = good && !*verdict;
      std::printf("%-40s %12.1e %12.1e%s\n", name.c_str(), row.error, row.bound, verdict);
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
  }

private:
  struct Row {
    double error = 0, bound = 1e-300;
    int count = 0, failures = 0;
  };
  static constexpr int kinds = 4;

  template <class E> void resize(std::vector<E> &entries) { entries.resize(length); }
  template <class E, std::size_t n> void resize(std::array<E, n> &) {}
  template <class E> E randomEntry(Eigen::Index rows, Eigen::Index cols) {
    if constexpr (IsList<E>::value)
      return list<E>(rows, cols);
    else if constexpr (std::is_integral_v<E>)
      return static_cast<E>(engine() % 2);
    else
      return point<E>(rows ? rows : size(), cols ? cols : size());
  }

  double uniform(double low, double high) {
    return low + (high - low) * static_cast<double>(engine()) / 4294967296.0;
  }
  /// Of any sign, positive, between 0 and 1, or above 1.
  double number() {
    switch (kind) {
    case 0:
      return (uniform(0, 1) < 0.5 ? -1 : 1) * uniform(0.4, 1.4);
    case 1:
      return uniform(0.4, 1.4);
    case 2:
      return uniform(0.1, 0.7);
    default:
      return uniform(1.2, 2.2);
    }
  }
  template <class T, class N> static T entries(Eigen::Index rows, Eigen::Index cols, const N &next) {
    if constexpr (std::is_arithmetic_v<T>) {
      return static_cast<T>(next());
    } else {
      T x;
      x.resize(rows, cols);
      for (Eigen::Index j = 0; j < cols; ++j)
        for (Eigen::Index i = 0; i < rows; ++i)
          x(i, j) = static_cast<typename T::Scalar>(next());
      return x;
    }
  }
  template <class T> void shape(T &a, const std::string &structure, bool isPoint) {
    using Scalar = typename T::Scalar;
    const Eigen::Index n = std::min(a.rows(), a.cols());
    for (Eigen::Index j = 0; j < a.cols(); ++j)
      for (Eigen::Index i = 0; i < a.rows(); ++i)
        if ((structure == "symmetric" || structure == "spd") && i > j)
          a(i, j) = a(j, i);
        else if ((structure == "lower" && i < j) || (structure == "upper" && i > j) ||
                 (structure == "diagonal" && i != j))
          a(i, j) = Scalar(0);
    if (!isPoint)
      return;
    if (structure == "orthogonal") {
      const Eigen::Matrix<Scalar, Eigen::Dynamic, 1> v = a.matrix().col(0).normalized();
      a.matrix() = -Scalar(2) * v * v.transpose();
      for (Eigen::Index i = 0; i < n; ++i)
        a(i, i) += Scalar(1);
    } else if (structure != "symmetric" && a.rows() == a.cols() && n > 1) {
      // Well conditioned, for it may be inverted.
      for (Eigen::Index i = 0; i < n; ++i)
        a(i, i) = static_cast<Scalar>(std::abs(a(i, i)) + static_cast<Scalar>(n));
    }
  }

  std::mt19937 engine;
  int kind = 0, attempts = 0;
  Eigen::Index common = 0; // 0 for any
  std::size_t length = 1;
  double reference = 0; // the size of f at the point
  std::map<std::string, Row> table;
};

} // namespace delgen_check
)cpp";

} // namespace delgen

#endif // DELGEN_LIB_EMIT_CHECKTEMPLATE_H
