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
namespace delgen_check {

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
