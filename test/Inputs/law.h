//===- law.h - Generated functions against exact ones -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The law that every generated function obeys: f_d2_x_y(x, y, δ₁, δ₂) is the coefficient
// of ε₁ε₂ in exact::f(x + δ₁ε₁, y + δ₂ε₂). One line checks all functions generated from f:
//
//   #define FUNCTIONS products // annotated in products.h
//   #include "law.h"
//
//   LAWS {
//     LAW(f, "x[n] A[m,n] k=2 s>0", d1_x, d2_x, d2_x_A)
//   }
//
// A suffix may also be that of a gradient and the like, `grad_x`, `hess_x_A`: see readings.h.
//
// The string lists f's parameters. A letter for a size takes several values; a fixed-size
// argument is written with numbers. Entries have magnitudes between 1/2 and 3/2, positive
// ones after `>0`, between 1/8 and 3/4 after `<1`, some of them 0 after `~0`;
// `k=2` is an integer. A square matrix may have a structure, which its directions keep:
// `S[n,n]:spd`, `:sym`, `:lower`, `:upper`,
// `:diag`, `:orth` (whose directions have none), and `:inv` for one that is well
// conditioned, also a rectangular one.
//
// Such a file is compiled twice and linked: with -DLAW_EXACT it is the exact functions,
// which are slow to compile and need it once only, otherwise the generated ones and main.
// Without FUNCTIONS, LAW does both and the includes and main are the includer's.
//
// Arguments and results travel as flat lists of numbers, so that most of this is compiled
// once and only the conversions at the calls depend on types.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_LAW_H
#define DELGEN_TEST_LAW_H

#define LAW_STRING(X) #X
#define LAW_INCLUDE(X) LAW_STRING(X)
#ifdef LAW_EXACT
#include <Eigen/Dense>
#include <delgen/delgen.h>
#define EXACT LAW_INCLUDE(FUNCTIONS.h)
#include "exact.h"
#elif defined(FUNCTIONS)
#include LAW_INCLUDE(FUNCTIONS.del.h)
#endif

#include "oracle.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace law {

//===-- Calls with flat arguments -----------------------------------------===//

/// A scalar, vector or matrix, column by column.
template <class S> struct Values {
  Eigen::Index rows = 1, cols = 1;
  std::vector<S> entries;
};
template <class S> using Arguments = std::vector<Values<S>>;

/// A function whose type is forgotten, and how to call it: cheaper to compile than
/// std::function, and there are hundreds of them.
template <class S> struct Function {
  using Any = void (*)();
  Any f;
  Values<S> (*caller)(Any, const Arguments<S> &);
  Values<S> operator()(const Arguments<S> &args) const { return caller(f, args); }
};

template <class T>
constexpr bool isScalar = std::is_arithmetic_v<T> || std::is_same_v<T, oracle::Number>;

/// The object that an argument is made as; a Ref needs one to refer to.
template <class T> struct Object {
  using Type = T;
};
template <class T, int Options, class Stride> struct Object<Eigen::Ref<const T, Options, Stride>> {
  using Type = T;
};

template <class T, class S> T unpack(const Values<S> &values) {
  if constexpr (std::is_integral_v<T>) {
    return static_cast<T>(oracle::leading(values.entries[0]));
  } else if constexpr (isScalar<T>) {
    return static_cast<T>(values.entries[0]);
  } else {
    // A vector's size is listed once, whichever way the vector lies.
    const bool row = T::RowsAtCompileTime == 1 && T::ColsAtCompileTime != 1;
    T result;
    result.resize(row ? 1 : values.rows, row ? values.rows * values.cols : values.cols);
    std::size_t next = 0;
    for (Eigen::Index j = 0; j < result.cols(); ++j)
      for (Eigen::Index i = 0; i < result.rows(); ++i)
        result(i, j) = static_cast<typename T::Scalar>(values.entries[next++]);
    return result;
  }
}

template <class S, class T> Values<S> pack(const T &value) {
  Values<S> result;
  if constexpr (isScalar<T>) {
    result.entries.push_back(value);
  } else {
    result.rows = value.rows(), result.cols = value.cols();
    for (Eigen::Index j = 0; j < value.cols(); ++j)
      for (Eigen::Index i = 0; i < value.rows(); ++i)
        result.entries.push_back(value(i, j));
  }
  return result;
}

/// A parameter that the function writes to.
template <class P>
constexpr bool isOutput =
    std::is_lvalue_reference_v<P> && !std::is_const_v<std::remove_reference_t<P>>;

/// Appends an output to the results; anything else is none.
template <class S, class P, class T> void append(Values<S> &results, const T &value) {
  if constexpr (isOutput<P>) {
    const Values<S> more = pack<S>(value);
    results.entries.insert(results.entries.end(), more.entries.begin(), more.entries.end());
  }
}

template <class S, class R, class... P, std::size_t... I>
Function<S> flat(R (*f)(P...), std::index_sequence<I...>) {
  return {reinterpret_cast<typename Function<S>::Any>(f),
          [](typename Function<S>::Any any, const Arguments<S> &args) {
            const auto typed = reinterpret_cast<R (*)(P...)>(any);
            const auto in = [&args](auto index) {
              using Type = std::tuple_element_t<index, std::tuple<P...>>;
              using Of = typename Object<std::decay_t<Type>>::Type;
              if constexpr (isOutput<Type>)
                return Of{}; // resized by the callee
              else
                return unpack<Of>(args[index]);
            };
            std::tuple objects{in(std::integral_constant<std::size_t, I>())...};
            Values<S> results = pack<S>(typed(std::get<I>(objects)...));
            (append<S, P>(results, std::get<I>(objects)), ...);
            return results;
          }};
}
template <class S, class R, class... P> Function<S> flat(R (*f)(P...)) {
  return flat<S>(f, std::index_sequence_for<P...>());
}

//===-- Arguments ---------------------------------------------------------===//

/// A parameter of f as the string of LAW describes it.
struct Parameter {
  std::string name;
  std::string rows = "1", cols = "1"; // numbers, or letters
  bool positive = false, small = false, zeros = false;
  std::string structure; // spd, sym, lower, upper, diag, orth, inv, or empty
  int integer = 0;       // if not 0, the value
};

inline std::vector<Parameter> parse(const std::string &text) {
  std::vector<Parameter> result;
  std::size_t i = 0;
  const auto until = [&](const char *ends) {
    const std::size_t from = i;
    i = std::min(text.find_first_of(ends, i), text.size());
    return text.substr(from, i - from);
  };
  while (i < text.size()) {
    Parameter p;
    p.name = until("[=<>~ ");
    if (text[i] == '[') {
      ++i, p.rows = until(",]");
      if (text[i] == ',')
        ++i, p.cols = until("]");
      ++i;
    }
    if (text[i] == ':')
      ++i, p.structure = until(" ");
    const std::string rest = until(" ");
    p.positive = rest.find(">0") != std::string::npos;
    p.small = rest.find("<1") != std::string::npos;
    p.zeros = rest.find("~0") != std::string::npos;
    if (rest.compare(0, 1, "=") == 0)
      p.integer = std::atoi(rest.c_str() + 1);
    result.push_back(p);
    i += i < text.size();
  }
  return result;
}

/// What the letters n, m, k, l stand for, one line after the other.
constexpr int sizes[][4] = {{1, 1, 1, 1}, {2, 3, 1, 4}, {3, 2, 5, 1}, {5, 1, 8, 3}, {8, 5, 2, 3}};

inline Eigen::Index size(const std::string &name, const int (&line)[4]) {
  const std::size_t letter = std::string("nmkl").find(name);
  return letter < 4 ? line[letter] : std::atoi(name.c_str());
}

/// Numbers that a float holds exactly, so that every type computes at the same point.
class Random {
public:
  /// Between 0 and 1.
  double operator()() { return static_cast<double>(engine() >> 12) / (1 << 20); }

  Values<double> point(const Parameter &p, const int (&line)[4]) {
    Values<double> x = make(p, line, [&]() -> double {
      if (p.integer != 0)
        return p.integer;
      if (p.zeros && (*this)() < 0.4)
        return 0;
      const double sign = !p.positive && (*this)() < 0.5 ? -1 : 1;
      return sign * (p.small ? 0.125 + 0.625 * (*this)() : 0.5 + (*this)());
    });
    shape(p, x);
    return x;
  }
  Values<double> direction(const Parameter &p, const int (&line)[4]) {
    Values<double> d = make(p, line, [&] { return 2 * (*this)() - 1; });
    keep(p.structure, d);
    return d;
  }

  /// Gives a direction the structure of the points, as far as that is linear.
  static void keep(const std::string &structure, Values<double> &a) {
    if (structure.empty() || structure == "orth" || structure == "inv")
      return;
    const auto n = static_cast<std::size_t>(a.rows);
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t i = 0; i < n; ++i) {
        double &entry = a.entries[i + n * j];
        if (structure == "spd" || structure == "sym")
          entry = i > j ? a.entries[j + n * i] : entry;
        else if ((structure == "lower" && i < j) || (structure == "upper" && i > j) ||
                 (structure == "diag" && i != j))
          entry = 0;
      }
  }

private:
  /// A point with the structure of `p` instead of `a`.
  static void shape(const Parameter &p, Values<double> &a) {
    if (p.structure.empty())
      return;
    const auto rows = static_cast<std::size_t>(a.rows), cols = static_cast<std::size_t>(a.cols);
    if (p.structure == "orth") {
      // I − 2 v vᵀ/vᵀv, v the first column
      double square = 0;
      for (std::size_t i = 0; i < rows; ++i)
        square += a.entries[i] * a.entries[i];
      const std::vector<double> v(a.entries.begin(), a.entries.begin() + a.rows);
      for (std::size_t j = 0; j < cols; ++j)
        for (std::size_t i = 0; i < rows; ++i)
          a.entries[i + rows * j] = (i == j) - 2 * v[i] * v[j] / square;
      return;
    }
    keep(p.structure, a);
    // The diagonal outweighs the rest.
    for (std::size_t i = 0; i < std::min(rows, cols); ++i)
      if (p.structure != "sym")
        a.entries[i * (rows + 1)] =
            std::abs(a.entries[i * (rows + 1)]) + static_cast<double>(std::max(rows, cols));
  }

  template <class Entry>
  Values<double> make(const Parameter &p, const int (&line)[4], const Entry &entry) {
    Values<double> result{size(p.rows, line), size(p.cols, line), {}};
    for (Eigen::Index i = 0; i < result.rows * result.cols; ++i)
      result.entries.push_back(entry());
    return result;
  }
  std::mt19937 engine{20};
};

//===-- The check ---------------------------------------------------------===//

/// Reads `_name_name…` from position i on; names may contain underscores themselves.
inline bool readNames(const std::string &text, std::size_t i,
                      const std::vector<Parameter> &parameters, std::size_t order,
                      std::vector<std::size_t> &result) {
  if (i == text.size())
    return result.size() == 1 || result.size() == order;
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    const std::string name = "_" + parameters[p].name;
    if (text.compare(i, name.size(), name) != 0)
      continue;
    result.push_back(p);
    if (readNames(text, i + name.size(), parameters, order, result))
      return true;
    result.pop_back();
  }
  return false;
}

/// Position of each direction's parameter: for "d2_x_y" those of x and y, for "d2_x" that
/// of x twice, for "" none. An underscore may follow, which keeps names apart.
inline std::vector<std::size_t> directions(const std::string &suffix,
                                           const std::vector<Parameter> &parameters) {
  std::vector<std::size_t> result;
  if (suffix.empty())
    return result;
  const auto order = static_cast<std::size_t>(suffix[1] - '0');
  const bool read = readNames(suffix, 2, parameters, order, result) ||
                    (suffix.back() == '_' &&
                     readNames(suffix.substr(0, suffix.size() - 1), 2, parameters, order, result));
  if (!read) {
    std::printf("law.h: cannot read the suffix %s\n", suffix.c_str());
    std::exit(2);
  }
  if (result.size() == 1)
    result.resize(order, result[0]);
  return result;
}

} // namespace law

#include "readings.h"

namespace law {

inline bool &failed() {
  static bool any = false;
  return any;
}
inline int verdict() { return failed() ? EXIT_FAILURE : EXIT_SUCCESS; }

/// Difference relative to the largest coefficient that f has in these directions, so that
/// a derivative that vanishes by cancellation is measured against what cancels.
inline double difference(const Values<double> &got, const Values<oracle::Number> &want,
                         unsigned last) {
  if (got.rows != want.rows || got.cols != want.cols)
    return std::numeric_limits<double>::infinity();
  double scale = 0, worst = 0;
  for (std::size_t i = 0; i < want.entries.size(); ++i) {
    for (unsigned s = 0; s <= last; ++s)
      scale = std::max(scale, std::abs(oracle::coefficient(want.entries[i], s)));
    const double d = std::abs(got.entries[i] - oracle::coefficient(want.entries[i], last));
    worst = d <= worst ? worst : d; // NaN stays
  }
  // What underflows may do so in one of the two only.
  return worst / std::max(scale, 1e-290);
}

/// The worst difference over all sizes.
inline double measure(const std::string &suffix, const std::string &shapes,
                      const Function<double> &generated, const Function<oracle::Number> &exact) {
  const std::vector<Parameter> parameters = parse(shapes);
  if (std::optional<Reading> reading = readingOf(suffix, parameters))
    return measure(*reading, parameters, generated, exact);
  const std::vector<std::size_t> moved = directions(suffix, parameters);
  Random random;
  double worst = 0;
  for (const auto &line : sizes) {
    Arguments<double> args;
    Arguments<oracle::Number> lifted;
    for (const Parameter &p : parameters) {
      args.push_back(random.point(p, line));
      const Values<double> &point = args.back();
      lifted.push_back({point.rows, point.cols, {point.entries.begin(), point.entries.end()}});
    }
    for (std::size_t k = 0; k < moved.size(); ++k) {
      args.push_back(random.direction(parameters[moved[k]], line));
      for (std::size_t i = 0; i < args.back().entries.size(); ++i)
        oracle::seed(lifted[moved[k]].entries[i], static_cast<int>(k), args.back().entries[i]);
    }
    const double d = difference(generated(args), exact(lifted), (1u << moved.size()) - 1);
    worst = d <= worst ? worst : d;
  }
  return worst;
}

inline void report(const std::string &name, double error, double bound) {
  const bool holds = error <= bound; // not so for NaN
  failed() = failed() || !holds;
  std::printf("%-40s %9.1e%s\n", name.c_str(), error, holds ? "" : "  FAILED");
  std::fflush(stdout); // what follows may abort
}

/// The exact functions by name. The two halves of a test pass it on as an argument: GCC and
/// Clang do not agree on the name of a static variable of such a type.
struct Registry {
  std::map<std::string, Function<oracle::Number>> functions;
  template <class F> void add(const char *name, F *f) {
    functions.emplace(name, flat<oracle::Number>(f));
  }
};

/// For the half that compares.
inline Registry &exact() {
  static Registry registry;
  return registry;
}

inline void check(const char *name, const char *suffix, const char *shapes, bool single,
                  const Function<double> &generated) {
  report(*suffix ? std::string(name) + "_" + suffix : name,
         measure(suffix, shapes, generated, exact().functions.at(name)), single ? 1e-4 : 1e-10);
}

template <class T> struct ScalarOf {
  using Type = typename T::Scalar;
};
template <> struct ScalarOf<double> {
  using Type = double;
};
template <> struct ScalarOf<float> {
  using Type = float;
};

/// Checks one generated function; with an empty suffix, the oracle's reading of f itself.
template <class R, class... P, class RF, class... PF>
void check(const char *name, const char *suffix, const char *shapes, R (*generated)(P...),
           RF (*)(PF...)) {
  static_assert(sizeof...(P) != sizeof...(PF) || sizeof...(P) == 0 ||
                    std::is_same_v<std::tuple<P...>, std::tuple<PF...>>,
                "a derivative takes f's own parameters first");
  constexpr bool single = std::is_same_v<typename ScalarOf<std::decay_t<RF>>::Type, float> ||
                          std::is_same_v<typename ScalarOf<R>::Type, float>;
  check(name, suffix, shapes, single, flat<double>(generated));
}

} // namespace law

// The two halves of a test, outside the namespace, whose names must not hide those of the
// functions under test.
void collectExactFunctions(law::Registry &registry);
void compareGeneratedFunctions();

#ifdef LAW_EXACT
#define LAWS void collectExactFunctions(law::Registry &registry)
#define LAW(F, SHAPES, ...) registry.add(#F, &exact::F);
#elif defined(FUNCTIONS)
#define LAWS void compareGeneratedFunctions()
#define LAW(F, SHAPES, ...) LAW_CHECK(F, SHAPES, __VA_ARGS__)
int main() {
  collectExactFunctions(law::exact());
  compareGeneratedFunctions();
  return law::verdict();
}
#else
#define LAW(F, SHAPES, ...) law::exact().add(#F, &exact::F), LAW_CHECK(F, SHAPES, __VA_ARGS__)
#endif

// Up to ten suffixes.
#define LAW_CHECK(F, SHAPES, ...)                                                                  \
  law::check(#F, "", SHAPES, &F, &F);                                                              \
  LAW_COUNT(__VA_ARGS__, LAW10, LAW9, LAW8, LAW7, LAW6, LAW5, LAW4, LAW3, LAW2, LAW1, )            \
  (F, SHAPES, __VA_ARGS__)
#define LAW_COUNT(A, B, C, D, E, F, G, H, I, J, N, ...) N
#define LAW1(F, SHAPES, S) law::check(#F, #S, SHAPES, &F##_##S, &F);
#define LAW2(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW1(F, SHAPES, __VA_ARGS__)
#define LAW3(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW2(F, SHAPES, __VA_ARGS__)
#define LAW4(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW3(F, SHAPES, __VA_ARGS__)
#define LAW5(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW4(F, SHAPES, __VA_ARGS__)
#define LAW6(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW5(F, SHAPES, __VA_ARGS__)
#define LAW7(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW6(F, SHAPES, __VA_ARGS__)
#define LAW8(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW7(F, SHAPES, __VA_ARGS__)
#define LAW9(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW8(F, SHAPES, __VA_ARGS__)
#define LAW10(F, SHAPES, S, ...) LAW1(F, SHAPES, S) LAW9(F, SHAPES, __VA_ARGS__)

#endif // DELGEN_TEST_LAW_H
