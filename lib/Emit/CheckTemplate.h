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

  /// Runs one check at as many points as it takes until each of its functions was decided upon
  /// at some. Where points do not tell, the next are calmer.
  template <class F> void run(const char *function, const F &check) {
    int good = 0;
    std::string last;
    checked.clear();
    calm = 1;
    for (int trial = 0; trial < 400 && (good < 4 || (good < 24 && !isDecided())); ++trial) {
      isInvalid() = false;
      attempts = 0;
      try {
        check();
      } catch (const std::logic_error &e) {
        last = e.what();
        continue;
      }
      good += !isInvalid();
      if (good % 3 == 0)
        calm = isDecided() ? 1 : calm / 2;
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

  /// The derivative of f at x along d must be got(x).
  template <class T, class F, class G>
  void along(const char *name, const T &x, const T &d, const F &f, const G &got) {
    const double blur = blurOf(x, d);
    auto ahead = [&](double t) { return f(moved(x, t, d)); };
    auto gotAhead = [&](double t) { return got(moved(x, t, d)); };
    const Flat value = got(x);
    const Derivative want = derivative(ahead, blur);
    Row &row = rowOf(name);
    if (want.value.entries.size() != 0 && want.value.entries.size() != value.entries.size())
      return row.fail();
    const double scale = std::max(want.value.entries.norm(), value.entries.norm());
    const double error = (value - want.value).entries.norm(), bound = boundOf(want, value);
    // Next to a kink, or where f is nearly singular, differences tell nothing.
    if (!isTelling(bound, scale))
      return row.skip();
    if (error <= bound)
      return row.decide(error, bound, scale, unitOf(scale), value.epsilon);
    // Not right, or the check is not: then other steps tell something else, rounding moves the values
    // by more than is thought, or f has a kink between x and the least of the steps.
    const double noise = noiseOf(ahead, blur);
    double own = 20 * noiseOf(gotAhead, blur);
    // What vanishes here, where a function is saturated, is a difference of what it is elsewhere.
    for (double t : {0.25, 0.5, 0.9})
      own = std::max(own, 1e4 * value.epsilon * got(moved(x, -t, x)).entries.norm());
    bool isConfirmed = false;
    for (double h : {0.08, 0.03, 1e-3, 3e-5}) {
      const Derivative again = derivative(ahead, blur, noise, h);
      const double least = boundOf(again, value) + own;
      const bool tells = least < error / 2;
      // A large error shows with all steps.
      if (tells ? !((value - again.value).entries.norm() > least) : error > 1e-3 * scale)
        return row.skip();
      isConfirmed |= tells && h < 0.05;
    }
    const double h = 1e6 * blur;
    const Flat middle = ahead(0);
    const double kink = ((1 / h) * ((ahead(h) - middle) - (middle - ahead(-h)))).entries.norm();
    if (!isConfirmed || !(kink < error / 2 + 4 * noise / h))
      return row.skip();
    row.decide(error, bound, scale, unitOf(scale), value.epsilon);
  }
  /// f(x + d) − p(d) falls like |d|ⁿ⁺¹ for the Taylor polynomial p of order n: faster than what any
  /// wrong term would leave.
  template <class F> void remainder(const char *name, int order, const F &difference, const Flat &scale) {
    const double size = scale.entries.norm();
    const double noise = std::max(1e3 * scale.epsilon * size, 20 * noiseOf(difference, scale.epsilon, 1e-7));
    Row &row = rowOf(name);
    if (!(noise <= 1e-6 * size))
      return row.skip(Terms);
    // A term shows its own power, step after step, in the end the lowest of all.
    int power = -1, times = 0;
    double last = difference(0.5).entries.norm(), slope = std::numeric_limits<double>::infinity();
    double t = 0.25;
    for (; t > 1e-13; t /= 2) {
      const double next = difference(t).entries.norm();
      if (!(next > noise) && !std::isnan(next))
        break;
      slope = std::log2(last / next); // not a number where one is outside of the domain
      const int nearest = std::isfinite(slope) ? static_cast<int>(std::lround(slope)) : -1;
      times = nearest == power && std::abs(slope - nearest) < 0.15 ? times + 1 : 0;
      power = nearest;
      last = next;
    }
    if (!(t > 1e-13))
      row.skip(Terms);
    else if (times > 1 && power >= 1 && power <= order)
      row.fail();
    else if (slope > order + 0.5)
      row.decide(0, noise, size, unitOf(size), scale.epsilon, Terms);
    else
      row.skip(Terms);
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
    const Flat a = got(x), b = want(x);
    Row &row = rowOf(name);
    if (a.entries.size() != b.entries.size())
      return row.fail();
    const double scale = std::max(a.entries.norm(), b.entries.norm());
    const double error = (a - b).entries.norm();
    double bound = 1e3 * std::max(a.epsilon, b.epsilon) * scale + 20 * a.epsilon * reference;
    if (!(error <= bound)) {
      const double blur = blurOf(x, d);
      bound += 20 * noiseOf([&](double t) { return got(moved(x, t, d)); }, blur) +
               20 * noiseOf([&](double t) { return want(moved(x, t, d)); }, blur);
    }
    if (isTelling(bound, scale))
      row.decide(error, bound, scale, unitOf(scale), a.epsilon, Numbers);
  }
  /// A function that this program cannot reach by differences.
  void expect(const char *name) { rowOf(name); }

  int report() const {
    bool good = true;
    std::printf("%-40s %12s %12s\n", "function", "error", "bound");
    for (const auto &[name, row] : table) {
      const char *verdict = row.isWrong() ? "  WRONG" : !row.isDecided() ? "  NOT CHECKED" : "";
      good = good && !*verdict;
      std::printf("%-40s %12.1e %12.1e%s", name.c_str(), row.error, row.bound, verdict);
      const int skipped = row.skipped[Differences] + row.skipped[Terms];
      if (*verdict && skipped)
        std::printf("  undecided %d of %d times", skipped,
                    skipped + row.decided[Differences] + row.decided[Terms]);
      std::printf("\n");
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
  }

private:
  static constexpr int kinds = 4;
  Row &rowOf(const char *name) {
    checked.insert(name);
    return table[name];
  }
  /// True where no more points are needed: where nothing but zeros was seen, others may tell more.
  bool isDecided() const {
    for (const std::string &name : checked)
      if (const Row &row = table.at(name); !row.isWrong() && (!row.isDecided() || row.strong < Row::enough))
        return false;
    return true;
  }
  /// By how much rounding x moves along d.
  template <class T> static double blurOf(const T &x, const T &d) {
    const Flat at = flat(x), step = flat(d);
    return at.epsilon * (at.entries.norm() / std::max(step.entries.norm(), 1e-12) + 1);
  }
  /// What vanishes by cancellation is as uncertain as what cancels, which is of the size of f.
  double boundOf(const Derivative &want, const Flat &got) const {
    const double scale = std::max(want.value.entries.norm(), got.entries.norm());
    return 20 * (want.error + got.error) + got.epsilon * (1e3 * scale + 1e4 * std::max(reference, 1e-3));
  }
  double unitOf(double scale) const { return std::max({scale, 1e-6 * reference, 1e-300}); }
  /// True where a comparison with this bound would find a mistake.
  bool isTelling(double bound, double scale) const {
    return bound <= 2e-2 * std::max({scale, 1e-3 * reference, 1e-3});
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
  std::map<std::string, Row> table;
};

} // namespace delgen_check
)cpp";

} // namespace delgen

#endif // DELGEN_LIB_EMIT_CHECKTEMPLATE_H
