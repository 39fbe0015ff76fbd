//===- objects.h - Random programs against exact ones -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// compare.h for functions of lists and objects. Arguments and results travel as words: a
// matrix as its sizes and entries, a list as its length and entries, an object as its
// fields. The sizes of a point are given as text, "x:3,1 k:=2 W:[2,3;4,2] p.b:3,1".
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_FUZZ_OBJECTS_H
#define DELGEN_TEST_FUZZ_OBJECTS_H

#include "assertions.h" // before Eigen

#include "exact.h"
#include "oracle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <delgen/delgen.h>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace fuzz {

using oracle::Number;

/// Numbers in order; a size or an integer is one that is not real.
template <class S> struct Words {
  std::vector<S> words;
  std::vector<bool> real;
  void add(const S &word, bool isReal) { words.push_back(word), real.push_back(isReal); }
};

template <class T> constexpr bool isReal = std::is_floating_point_v<T> || std::is_same_v<T, Number>;
template <class T> constexpr bool isMatrix() {
  if constexpr (std::is_class_v<T>)
    return std::is_base_of_v<Eigen::EigenBase<T>, T>;
  else
    return false;
}
template <class T> struct ListKind : std::integral_constant<int, 0> {};
template <class T> struct ListKind<std::vector<T>> : std::integral_constant<int, 1> {};
template <class T, std::size_t N>
struct ListKind<std::array<T, N>> : std::integral_constant<int, 2> {};

template <class T, class S> void read(T &x, const S *&next) {
  if constexpr (isReal<T>) {
    x = static_cast<T>(*next++);
  } else if constexpr (std::is_arithmetic_v<T>) {
    x = static_cast<T>(oracle::leading(*next++));
  } else if constexpr (isMatrix<T>()) {
    const auto rows = static_cast<Eigen::Index>(oracle::leading(*next++));
    const auto cols = static_cast<Eigen::Index>(oracle::leading(*next++));
    x.resize(rows, cols);
    for (Eigen::Index i = 0; i < x.size(); ++i)
      x.data()[i] = static_cast<typename T::Scalar>(*next++);
  } else if constexpr (ListKind<T>::value) {
    const auto length = static_cast<std::size_t>(oracle::leading(*next++));
    if constexpr (ListKind<T>::value == 1)
      x.resize(length);
    for (auto &entry : x)
      read(entry, next);
  } else {
    std::apply([&](auto &...field) { (read(field, next), ...); }, fields(x));
  }
}

template <class T, class S> void write(T &x, Words<S> &to) {
  if constexpr (isReal<T>) {
    to.add(static_cast<S>(x), true);
  } else if constexpr (std::is_arithmetic_v<T>) {
    to.add(static_cast<S>(x), false);
  } else if constexpr (isMatrix<T>()) {
    to.add(static_cast<S>(x.rows()), false), to.add(static_cast<S>(x.cols()), false);
    for (Eigen::Index i = 0; i < x.size(); ++i)
      to.add(static_cast<S>(x.data()[i]), true);
  } else if constexpr (ListKind<T>::value) {
    to.add(static_cast<S>(x.size()), false);
    for (auto &entry : x)
      write(entry, to);
  } else {
    std::apply([&](auto &...field) { (write(field, to), ...); }, fields(x));
  }
}

/// A function whose type is forgotten.
template <class S> struct Erased {
  using Any = void (*)();
  Any f = nullptr;
  Words<S> (*caller)(Any, const std::vector<S> &) = nullptr;
  bool single = false;
  Words<S> operator()(const std::vector<S> &words) const { return caller(f, words); }
};

template <class P>
constexpr bool isOutput =
    std::is_lvalue_reference_v<P> && !std::is_const_v<std::remove_reference_t<P>>;

template <class T> struct Single : std::is_same<T, float> {};
template <int R, int C, int O, int A, int B>
struct Single<Eigen::Matrix<float, R, C, O, A, B>> : std::true_type {};

template <class S, class R, class... P> Erased<S> erase(R (*f)(P...)) {
  return {reinterpret_cast<typename Erased<S>::Any>(f),
          [](typename Erased<S>::Any any, const std::vector<S> &words) {
            std::tuple<std::decay_t<P>...> arguments;
            const S *next = words.data();
            Words<S> result;
            std::apply(
                [&](auto &...x) {
                  (
                      [&](auto &y, bool out) {
                        if (!out)
                          read(y, next);
                      }(x, isOutput<P>),
                      ...);
                  R value = reinterpret_cast<R (*)(P...)>(any)(x...);
                  write(value, result);
                  (
                      [&](auto &y, bool out) {
                        if (out)
                          write(y, result);
                      }(x, isOutput<P>),
                      ...);
                },
                arguments);
            return result;
          },
          Single<R>::value};
}

inline std::map<std::string, Erased<Number>> &exact() {
  static std::map<std::string, Erased<Number>> functions;
  return functions;
}
template <class F> void add(const char *name, F *f) { exact().emplace(name, erase<Number>(f)); }

/// The arguments of a call, and which parameter each word belongs to.
struct Point {
  Words<double> all;
  std::vector<std::string> owner;
};

class Random {
public:
  double operator()() { return static_cast<double>(engine() >> 12) / (1 << 20); }
  double entry() { return ((*this)() < 0.5 ? -1 : 1) * (0.25 + (*this)()); }

private:
  std::mt19937 engine{20};
};

inline void parse(const char *&at, Words<double> &to, Random &random) {
  if (*at == 's') {
    ++at, to.add(random.entry(), true);
  } else if (*at == '=') {
    to.add(static_cast<double>(std::strtol(at + 1, const_cast<char **>(&at), 10)), false);
  } else if (*at == '[') {
    const std::size_t place = to.words.size();
    to.add(0, false);
    ++at;
    while (*at != ']') {
      parse(at, to, random), ++to.words[place];
      at += *at == ';';
    }
    ++at;
  } else {
    const long rows = std::strtol(at, const_cast<char **>(&at), 10);
    const long cols = std::strtol(at + 1, const_cast<char **>(&at), 10);
    to.add(static_cast<double>(rows), false), to.add(static_cast<double>(cols), false);
    for (long i = 0; i < rows * cols; ++i)
      to.add(random.entry(), true);
  }
}

inline Point parse(const char *text, Random &random) {
  Point p;
  while (*text) {
    std::string name;
    for (; *text != ':'; ++text)
      name += *text;
    ++text;
    parse(text, p.all, random);
    p.owner.resize(p.all.words.size(), name);
    text += *text == ' ';
  }
  return p;
}

enum Kind { value, del, dir, taylor, grad, value_and_grad, hvp, vjp, jac, hess };

/// What is compared: numbers, and how large what they are made of is.
struct Comparison {
  std::vector<double> got, want;
  double scale = 0;
  std::string problem;
};

class Program {
public:
  template <class F>
  Program(const char *called, std::vector<const char *> at, F *f) : name(called), points(at) {
    exactly = exact().at(name);
    own = erase<double>(f);
    check("", value, "", 0, f);
  }
  template <class F>
  void check(const char *suffix, Kind kind, const char *names, unsigned order, F *f) {
    compare(suffix, kind, names, order, erase<double>(f));
  }

private:
  using Doubles = std::vector<double>;

  static bool within(const std::string &owner, const std::string &of) {
    return owner.compare(0, of.size(), of) == 0 &&
           (owner.size() == of.size() || owner[of.size()] == '.');
  }
  static Words<double> part(const Point &p, const std::string &of) {
    Words<double> result;
    for (std::size_t i = 0; i < p.owner.size(); ++i)
      if (within(p.owner[i], of))
        result.add(p.all.words[i], p.all.real[i]);
    return result;
  }
  static Words<double> direction(const Words<double> &of, Random &random) {
    Words<double> result = of;
    for (std::size_t i = 0; i < of.words.size(); ++i)
      if (of.real[i])
        result.words[i] = 2 * random() - 1;
    return result;
  }
  static void append(Doubles &to, const Words<double> &more) {
    to.insert(to.end(), more.words.begin(), more.words.end());
  }
  static Doubles reals(const Words<double> &x) {
    Doubles result;
    for (std::size_t i = 0; i < x.words.size(); ++i)
      if (x.real[i])
        result.push_back(x.words[i]);
    return result;
  }
  static double dot(const Doubles &a, const Doubles &b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
      sum += a[i] * b[i];
    return sum;
  }
  /// What stands beside the reals is equal: sizes, integers.
  static bool alike(const Words<double> &a, const Words<double> &b) {
    if (a.real != b.real)
      return false;
    for (std::size_t i = 0; i < a.words.size(); ++i)
      if (!a.real[i] && a.words[i] != b.words[i])
        return false;
    return true;
  }

  void measure(Comparison &c, const Point &p, Kind kind, const std::vector<std::string> &names,
               unsigned order, const Erased<double> &generated, Random &random);
  void compare(const char *suffix, Kind kind, const char *names, unsigned order,
               const Erased<double> &generated);

  std::string name;
  std::vector<const char *> points;
  Erased<Number> exactly;
  Erased<double> own;
  char line[160];
};

/// Adds what the generated function says at one point, and what is right.
inline void Program::measure(Comparison &c, const Point &p, Kind kind,
                             const std::vector<std::string> &names, unsigned order,
                             const Erased<double> &generated, Random &random) {
  std::vector<Number> lifted(p.all.words.begin(), p.all.words.end());
  Doubles arguments = p.all.words;
  const auto seed = [&](unsigned k, const std::string &of, const Words<double> &d) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < p.owner.size(); ++i)
      if (within(p.owner[i], of)) {
        if (p.all.real[i])
          oracle::seed(lifted[i], static_cast<int>(k), d.words[next]);
        ++next;
      }
  };
  // The directions, of which some are arguments.
  std::vector<Words<double>> d;
  for (unsigned k = 0; k < 3; ++k) {
    const bool same = (kind == dir || kind == taylor) && k > 0;
    const std::size_t which = kind == del ? k : kind == hess && k > 0 && names.size() > 1 ? 1 : 0;
    if (kind == value || kind == value_and_grad || ((kind == del || same) && k >= order))
      break;
    d.push_back(same ? d[0] : direction(part(p, names[which]), random));
    seed(k, names[which], d[k]);
    if (kind == del || ((kind == dir || kind == taylor || kind == hvp) && k == 0))
      append(arguments, d[k]);
  }
  if (kind == value_and_grad)
    for (unsigned k = 0; k < names.size() && k < 3; ++k)
      d.push_back(direction(part(p, names[k]), random)), seed(k, names[k], d[k]);
  const Words<Number> f = exactly(lifted);
  Words<double> result;
  for (std::size_t i = 0; i < f.words.size(); ++i)
    result.add(oracle::leading(f.words[i]), f.real[i]);
  const Words<double> bar = direction(result, random);
  if (kind == vjp)
    append(arguments, bar);
  const auto coefficients = [&](unsigned s) {
    Doubles all;
    for (std::size_t i = 0; i < f.words.size(); ++i)
      if (f.real[i]) {
        all.push_back(oracle::coefficient(f.words[i], s));
        c.scale = std::max(c.scale, std::abs(all.back()));
        if (!std::isfinite(all.back()))
          c.scale = HUGE_VAL;
      }
    return all;
  };
  for (unsigned s = 0; s < (1u << std::min<std::size_t>(d.size(), 3)); ++s)
    coefficients(s);
  Words<double> g;
  try {
    g = generated(arguments);
  } catch (const std::exception &e) {
    c.problem = e.what();
    return;
  }
  const Doubles all = reals(g);
  const auto say = [&](double got, double want) { c.got.push_back(got), c.want.push_back(want); };
  const auto says = [&](const Doubles &want) {
    if (!alike(g, result))
      c.problem = "another shape";
    else
      for (std::size_t i = 0; i < want.size(); ++i)
        say(all[i], want[i]);
  };
  const auto along = [&](std::size_t from, const Words<double> &way, double want) {
    const Doubles t = reals(way);
    double sum = 0;
    for (std::size_t i = 0; i < t.size(); ++i) {
      sum += all[from + i] * t[i];
      c.scale = std::max(c.scale, std::abs(all[from + i]));
    }
    say(sum, want);
  };
  if (kind == value) {
    says(coefficients(0));
  } else if (kind == del || kind == dir) {
    says(coefficients((1u << order) - 1));
  } else if (kind == taylor) {
    Doubles sum = coefficients(0);
    double factorial = 1;
    for (unsigned k = 1; k <= order; ++k) {
      const Doubles term = coefficients((1u << k) - 1);
      factorial *= k;
      for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += term[i] / factorial;
    }
    says(sum);
  } else if (kind == value_and_grad) {
    say(all[0], coefficients(0)[0]);
    std::size_t from = 1, words = result.words.size();
    for (std::size_t k = 0; k < d.size(); ++k) {
      Words<double> output;
      for (std::size_t i = 0; i < d[k].words.size() && words < g.words.size(); ++i, ++words)
        output.add(g.words[words], g.real[words]);
      if (!alike(output, d[k])) {
        c.problem = "another shape";
        return;
      }
      along(from, d[k], coefficients(1u << k)[0]);
      from += reals(d[k]).size();
    }
  } else if (kind == grad || kind == hvp || kind == vjp) {
    if (!alike(g, d[0])) {
      c.problem = "another shape";
      return;
    }
    for (unsigned k = kind == hvp; k < 3; ++k) {
      const Doubles want = coefficients(kind == hvp ? 1u | 1u << k : 1u << k);
      along(0, d[k], kind == vjp ? dot(want, reals(bar)) : want[0]);
    }
  } else {
    const Doubles a = reals(d[0]), b = reals(d[1]), e = reals(d[2]);
    // In a number it is one.
    const auto rows = g.real[0] ? 1 : static_cast<std::size_t>(g.words[0]);
    const auto cols = g.real[0] ? 1 : static_cast<std::size_t>(g.words[1]);
    const std::size_t m = kind == jac ? reals(result).size() : a.size();
    const std::size_t n = kind == jac ? a.size() : b.size();
    if (rows != m || cols != n) {
      c.problem = "another shape";
      return;
    }
    const auto times = [&](const Doubles &x) {
      Doubles y(rows);
      for (std::size_t j = 0; j < cols; ++j)
        for (std::size_t i = 0; i < rows; ++i)
          y[i] += all[i + j * rows] * x[j];
      return y;
    };
    for (unsigned k = kind == hess; k < 3; ++k) {
      const Doubles y = times(k == 0 ? a : k == 1 ? b : e);
      if (kind == hess) {
        say(dot(a, y), coefficients(1u | 1u << k)[0]);
        continue;
      }
      const Doubles want = coefficients(1u << k);
      for (std::size_t i = 0; i < rows; ++i)
        say(y[i], want[i]);
    }
  }
}

inline void Program::compare(const char *suffix, Kind kind, const char *text, unsigned order,
                             const Erased<double> &generated) {
  std::vector<std::string> names;
  for (const char *c = text; *c; ++c) {
    if (c == text || *c == ' ')
      names.emplace_back();
    if (*c != ' ')
      names.back() += *c;
  }
  for (const char *at : points) {
    Random random, again, same;
    const Point p = parse(at, random);
    Point near = parse(at, again);
    const double step = own.single ? 1e-6 : 1e-13;
    for (std::size_t i = 0; i < near.all.words.size(); ++i)
      if (near.all.real[i])
        near.all.words[i] *= 1 + step * (2 * same() - 1);
    Comparison there, beside;
    const auto print = [&](const char *what, const std::string &more) {
      std::printf("%s|%s|%s|%s (at %s)\n", name.c_str(), suffix, what, more.c_str(), at);
      std::fflush(stdout);
    };
    try {
      measure(there, p, kind, names, order, generated, random);
      measure(beside, near, kind, names, order, generated, again);
    } catch (const std::exception &e) {
      print("invalid", e.what());
      continue;
    }
    if (!there.problem.empty()) {
      print("wrong", there.problem);
      continue;
    }
    double noise = 0, worst = 0;
    for (std::size_t i = 0; i < std::min(there.want.size(), beside.want.size()); ++i)
      noise = std::max(noise, std::abs(there.want[i] - beside.want[i]));
    std::string more;
    for (std::size_t i = 0; i < there.got.size(); ++i) {
      const double e = std::abs(there.got[i] - there.want[i]);
      worst = e <= worst ? worst : e;
    }
    const double bound =
        (own.single ? 2e-3 : 1e-9) * there.scale + (own.single ? 100 : 1e4) * noise;
    if (!(there.scale < (own.single ? 1e6 : 1e12)) ||
        (!(bound < 0.5 * there.scale) && there.scale > 0)) {
      print("skipped", "");
      // All numbers of a program are about 1.
    } else if (worst <= std::max(bound, own.single ? 1e-6 : 1e-14)) {
      print("ok", std::count(there.want.begin(), there.want.end(), 0) ==
                          static_cast<long>(there.want.size())
                      ? "zero"
                      : "");
    } else {
      std::snprintf(line, sizeof line, "off by %.2g of %.2g;", worst, there.scale);
      more = line;
      for (std::size_t i = 0; i < std::min<std::size_t>(4, there.got.size()); ++i) {
        std::snprintf(line, sizeof line, " %.10g and not %.10g;", there.got[i], there.want[i]);
        more += line;
      }
      print("wrong", more);
    }
  }
}

} // namespace fuzz

#endif // DELGEN_TEST_FUZZ_OBJECTS_H
