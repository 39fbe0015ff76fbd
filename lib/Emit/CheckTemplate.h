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
  /// The same, and at one point more than `large`, where derivatives are computed in another way.
  Eigen::Index size(Eigen::Index large) {
    hasLarge = true;
    return size() + (atLarge ? large : 0);
  }
  bool isLarge() const { return atLarge; }
  /// All sizes and all lengths of lists that are drawn until the next call of this are the same, as
  /// they most often must be; a list has at least `least` entries.
  void useOneSize(std::size_t least) {
    common = 1 + static_cast<Eigen::Index>(engine() % 4);
    length = least + engine() % (least < 4 ? 5 - least : 2);
  }

  /// Runs one check at points until each of its functions was decided upon at some; where points
  /// do not tell, the next are calmer.
  template <class F> void run(const char *function, const F &check) {
    checked.clear();
    calm = 1;
    hasLarge = atLarge = isLeftOut = false;
    int good = 0;
    for (int trial = 0; trial < 400 && !isLeftOut && (good < 4 || (good < 24 && !isDone())); ++trial) {
      good += runOnce(check);
      if (good % 3 == 0)
        calm = isDone() ? 1 : calm / 2;
    }
    calm = 1;
    atLarge = hasLarge;
    for (int trial = 0; trial < 20 && atLarge; ++trial)
      atLarge = !runOnce(check);
    if (isLeftOut) {
      std::printf("%s is left out: %s\n", function, assertion.c_str());
    } else if (good == 0) {
      table.emplace(function, Row());
      std::printf("%s: no sizes were found for it; an assertion says: %s\n", function, assertion.c_str());
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

  /// The derivative of f at x along d must be got(x).
  template <class T, class F, class G>
  void along(const char *name, const T &x, const T &d, const F &f, const G &got) {
    onLine(name, blurOf(x, d), [&](double t) { return f(moved(x, t, d)); },
           [&](double t) { return got(moved(x, t, d)); });
  }
  /// p(x, d) must be the Taylor polynomial of order n of f, where p(x, 0) is f(x). If it is, the
  /// derivatives in t of all terms of p(x + td, (s − t)d) cancel but the last, which is that of sⁿ.
  template <class T, class P>
  void taylor(const char *name, int n, const T &x, const T &d, const P &p) {
    onLine(name, blurOf(x, d), [&](double t) { return p(moved(x, t, d), moved(d, -t, d)); },
           [&](double t) {
             auto half = [&](double h) {
               return p(moved(x, t + h, d), moved(d, -(1 + t) / 2 - h, d));
             };
             return std::pow(2.0, n) * derivative(half).estimate();
           });
  }
  /// A gradient has the structure of what it is taken in.
  template <class T, class G> void keeps(const char *name, const T &x, const T &d, const G &got, const char *structure) {
    same(name, x, d, [&](const T &at) { return flat(got(at)); },
         [&](const T &at) {
           auto kept = got(at);
           shape(kept, structure, false);
           return flat(kept);
         });
  }
  /// Two ways to the same numbers, at x, from where d goes.
  template <class T, class G, class W>
  void same(const char *name, const T &x, const T &d, const G &got, const W &want) {
    Row &row = rowOf(name);
    const Flat a = got(x), b = want(x);
    if (a.entries.size() != b.entries.size())
      return row.fail("it has another size");
    Comparison result = compare({b, 0}, a);
    if (!result.isRight()) {
      const double blur = blurOf(x, d);
      result.bound += 20 * noiseOf([&](double t) { return got(moved(x, t, d)); }, blur) +
                      20 * noiseOf([&](double t) { return want(moved(x, t, d)); }, blur);
    }
    if (!result.isRight() && isTelling(result))
      row.decide(result);
  }
  /// By how much rounding x moves along d.
  template <class T> static double blurOf(const T &x, const T &d) {
    const Flat at = flat(x), step = flat(d);
    return at.epsilon * (at.entries.norm() / std::max(step.entries.norm(), 1e-12) + 1);
  }
  /// A function that this program cannot reach by differences.
  void expect(const char *name) { rowOf(name); }

  int report() const {
    bool good = true;
    std::printf("%-40s %12s %12s\n", "function", "error", "bound");
    for (const auto &[name, row] : table) {
      const char *verdict = row.isWrong() ? "  WRONG" : !row.isDecided() ? "  NOT CHECKED" : "";
      good = good && !*verdict;
      std::printf("%-40s %12.1e %12.1e%s", name.c_str(), row.worst.error / row.worst.unit,
                  row.worst.bound / row.worst.unit, verdict);
      if (!row.reason.empty())
        std::printf(": %s", row.reason.c_str());
      else if (*verdict)
        std::printf(", decided at %d of %d points", row.decided, row.decided + row.undecided);
      std::printf("\n");
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
  }

private:
  static constexpr int kinds = 4;

  /// Runs one check at one point; false where f does not take its sizes.
  template <class F> bool runOnce(const F &check) {
    isInvalid() = false;
    current = nullptr;
    attempts = 0;
    try {
      check();
      require(!isInvalid(), "too few coefficients");
    } catch (const CannotBeMade &e) {
      assertion = e.what();
      isLeftOut = true;
      return false;
    } catch (const std::logic_error &e) {
      assertion = e.what();
      // Sizes that the function takes are ones that its derivatives must take.
      if (current)
        current->fail("an assertion failed, " + assertion);
      return current != nullptr;
    }
    return true;
  }
  Row &rowOf(const char *name) {
    checked.insert(name);
    current = &table[name];
    return *current;
  }
  /// True where no more points are needed: where nothing but zeros was seen, others may tell more.
  bool isDone() const {
    for (const std::string &name : checked)
      if (const Row &row = table.at(name); !row.isWrong() && row.strong < Row::enough)
        return false;
    return true;
  }

  /// The derivative of f at any t near 0 must be got(t). A t of 1 is rounded by `blur`.
  template <class F, class G>
  void onLine(const char *name, double blur, const F &f, const G &got) {
    Row &row = rowOf(name);
    const Derivative want = derivative(f, blur);
    const Flat value = got(0);
    if (want.value.entries.size() != value.entries.size())
      return row.fail("it has another size");
    const Comparison here = compare(want, value);
    if (!isTelling(here))
      return row.skip();
    // A mistake is seen at points nearby, too, with steps of every length, and is more than what
    // rounding was measured to do. Chance and kinks are not seen again.
    if (!here.isRight()) {
      const double longest = 0.08, shortest = std::cbrt(value.epsilon);
      // Where a function is saturated, all its values nearby are off by as much.
      if (here.error <= shortest * here.unit)
        return row.skip();
      const double noise = noiseOf(f, blur), own = noiseOf(got, blur);
      // Steps over which noise is measured must resolve f.
      const double spread = (f(4e-3) - f(-4e-3)).entries.norm();
      if (!(noise <= 1e-4 * std::max(spread, 1e-4 * reference)))
        return row.skip();
      for (int k = 1; k <= 4; ++k) {
        const double t = (k % 2 ? -0.01 : 0.01) * k;
        auto nearby = [&](double s) { return f(t + s); };
        const double step = longest * std::pow(shortest / longest, k / 4.0);
        Comparison there = compare(derivative(nearby, blur, noise, step), got(t));
        there.bound += 20 * own;
        if (there.isRight() || !std::isfinite(there.bound))
          return row.skip();
      }
    }
    row.decide(here);
  }
  Comparison compare(const Derivative &want, const Flat &got) const {
    Comparison result;
    result.scale = std::max(want.value.entries.norm(), got.entries.norm());
    result.error = (got - want.value).entries.norm();
    // What vanishes by cancellation is as uncertain as what cancels, which is of the size of f.
    result.epsilon = got.epsilon;
    result.bound = 20 * (want.error + got.error) +
                   got.epsilon * (1e3 * result.scale + 1e4 * std::max(reference, 1e-3));
    result.unit = std::max({result.scale, 1e-3 * reference, 1e-3});
    return result;
  }
  /// True where a mistake would show.
  static bool isTelling(const Comparison &c) {
    return std::isfinite(c.bound) && c.bound <= 2e-2 * c.unit;
  }

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
      return calm * (uniform(0, 1) < 0.5 ? -1 : 1) * uniform(0.4, 1.4);
    case 1:
      return calm * uniform(0.4, 1.4);
    case 2:
      return calm * uniform(0.1, 0.7);
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
  double calm = 1;      // what numbers are multiplied by
  std::set<std::string> checked; // what the check that runs compares
  Row *current = nullptr;        // what is compared at this point
  std::string assertion;         // the last that failed
  bool hasLarge = false, atLarge = false;
  bool isLeftOut = false; // for no object can be made for it
  std::map<std::string, Row> table;
};

} // namespace delgen_check
)cpp";

} // namespace delgen

#endif // DELGEN_LIB_EMIT_CHECKTEMPLATE_H
