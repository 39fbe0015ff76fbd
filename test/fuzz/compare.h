//===- compare.h - Random functions against exact ones ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What law.h does for functions that somebody chose, for ones that nobody did: a random
// function may be badly conditioned, overflow, or violate an assertion of Eigen, so the
// bound depends on how much the exact result changes with the last digits of the
// arguments, and an assertion ends a comparison and not the program.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_FUZZ_COMPARE_H
#define DELGEN_TEST_FUZZ_COMPARE_H

#include "assertions.h" // before Eigen

#include "exact.h"
#include "law.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <delgen/delgen.h>
#include <map>
#include <string>

namespace fuzz {

/// The exact functions by name.
inline std::map<std::string, law::Function<oracle::Number>> &exact() {
  static std::map<std::string, law::Function<oracle::Number>> functions;
  return functions;
}
template <class F> void add(const char *name, F *f) {
  exact().emplace(name, law::flat<oracle::Number>(f));
}

/// What the letters n, m, k, l stand for.
constexpr int sizes[][4] = {{1, 1, 1, 1}, {2, 3, 4, 1}, {3, 1, 2, 4}, {4, 2, 3, 5}, {0, 0, 0, 0}};

inline const char *verdict(const law::Values<double> &got, const law::Values<oracle::Number> &want,
                           const law::Values<oracle::Number> &moved, unsigned last, bool single,
                           double &worst) {
  double scale = 0;
  for (const oracle::Number &entry : want.entries)
    for (unsigned s = 0; s <= last; ++s) {
      const double c = std::abs(oracle::coefficient(entry, s));
      if (!(c < (single ? 1e12 : 1e60)))
        return "skipped";
      scale = std::max(scale, c);
    }
  if (got.rows != want.rows || got.cols != want.cols)
    return "shape";
  double noise = 0;
  for (std::size_t i = 0; i < want.entries.size(); ++i)
    for (unsigned s = 0; s <= last; ++s)
      noise = std::max(noise, std::abs(oracle::coefficient(want.entries[i], s) -
                                       oracle::coefficient(moved.entries[i], s)));
  const double bound = (single ? 2e-3 : 1e-9) * scale + (single ? 100 : 1e4) * noise;
  if (!(bound < 0.5 * scale) && scale > 0)
    return "skipped"; // nothing can be said
  const char *result = "ok";
  for (std::size_t i = 0; i < want.entries.size(); ++i) {
    const double d = std::abs(got.entries[i] - oracle::coefficient(want.entries[i], last));
    const double relative = d / std::max(scale, 1e-290);
    worst = relative <= worst ? worst : relative;
    if (!(d <= std::max(bound, 1e-290)))
      result = "wrong";
  }
  return result;
}

inline void print(const char *name, const char *suffix, std::size_t line, const char *what,
                  const std::string &more) {
  std::printf("%s|%s|%s|%s%s\n", name, suffix, what, line == 4 ? "empty: " : "", more.c_str());
  std::fflush(stdout);
}

/// The same for a gradient and the like.
inline void compare(const char *name, const char *suffix, const law::Reading &reading,
                    const std::vector<law::Parameter> &parameters, bool single,
                    const law::Function<double> &generated) {
  law::Random random;
  const law::Function<oracle::Number> &function = exact().at(name);
  for (std::size_t line = 0; line < 4; ++line) {
    law::Arguments<double> point, near;
    for (const law::Parameter &p : parameters) {
      point.push_back(random.point(p, sizes[line]));
      near.push_back(point.back());
      if (p.integer == 0)
        for (double &entry : near.back().entries)
          entry *= 1 + (single ? 1e-6 : 1e-13) * (2 * random() - 1);
    }
    law::Comparison there(point, function), beside(near, function);
    const law::Function<double> &g = generated;
    try {
      law::measureAt(there, reading, parameters, point, sizes[line], random, g, function);
      law::measureAt(beside, reading, parameters, near, sizes[line], random, g, function);
    } catch (const std::exception &e) {
      // Which of the two it was, f or what was generated, the del functions tell.
      print(name, suffix, line, "skipped", e.what());
      continue;
    }
    double noise = 0;
    for (std::size_t i = 0; i < std::min(there.wants().size(), beside.wants().size()); ++i)
      noise = std::max(noise, std::abs(there.wants()[i] - beside.wants()[i]));
    const double scale = there.largest();
    const double bound = (single ? 2e-3 : 1e-9) * scale + (single ? 100 : 1e4) * noise;
    const bool tells = scale < (single ? 1e12 : 1e60) && (bound < 0.5 * scale || scale == 0);
    const bool holds = there.difference() <= std::max(bound, 1e-290);
    print(name, suffix, line,
          !tells  ? "skipped"
          : holds ? "ok"
                  : "wrong",
          std::to_string(there.error()));
  }
}

inline void compare(const char *name, const char *suffix, const char *shapes, bool single,
                    const law::Function<double> &generated) {
  const std::vector<law::Parameter> parameters = law::parse(shapes);
  if (std::optional<law::Reading> reading = law::readingOf(suffix, parameters))
    return compare(name, suffix, *reading, parameters, single, generated);
  const std::vector<std::size_t> moved = law::directions(suffix, parameters);
  law::Random random;
  for (std::size_t line = 0; line < 5; ++line) {
    if (line == 4 && std::string(shapes).find_first_of("nmkl", 0) == std::string::npos)
      continue;
    law::Arguments<double> args;
    law::Arguments<oracle::Number> lifted, near;
    for (const law::Parameter &p : parameters) {
      args.push_back(random.point(p, sizes[line]));
      const law::Values<double> &point = args.back();
      lifted.push_back({point.rows, point.cols, {point.entries.begin(), point.entries.end()}});
      near.push_back(lifted.back());
      if (p.integer == 0)
        for (oracle::Number &entry : near.back().entries)
          entry *= 1 + (single ? 1e-6 : 1e-13) * (2 * random() - 1);
    }
    for (std::size_t k = 0; k < moved.size(); ++k) {
      args.push_back(random.direction(parameters[moved[k]], sizes[line]));
      for (std::size_t i = 0; i < args.back().entries.size(); ++i) {
        oracle::seed(lifted[moved[k]].entries[i], static_cast<int>(k), args.back().entries[i]);
        oracle::seed(near[moved[k]].entries[i], static_cast<int>(k), args.back().entries[i]);
      }
    }
    const law::Function<oracle::Number> &function = exact().at(name);
    law::Values<oracle::Number> want, wantNear;
    try {
      want = function(lifted), wantNear = function(near);
    } catch (const std::exception &e) {
      if (line != 4)
        print(name, suffix, line, "invalid", e.what());
      continue;
    }
    try {
      double worst = 0;
      const law::Values<double> got = generated(args);
      const std::string what =
          verdict(got, want, wantNear, (1u << moved.size()) - 1, single, worst);
      if (what == "wrong") {
        const unsigned last = (1u << moved.size()) - 1;
        std::string more = "n=" + std::to_string(sizes[line][0]) +
                           " m=" + std::to_string(sizes[line][1]) +
                           " k=" + std::to_string(sizes[line][2]) + " got";
        char text[40];
        for (std::size_t i = 0; i < std::min<std::size_t>(4, got.entries.size()); ++i)
          std::snprintf(text, sizeof text, " %.10g", got.entries[i]), more += text;
        more += " want";
        for (std::size_t i = 0; i < std::min<std::size_t>(4, got.entries.size()); ++i)
          std::snprintf(text, sizeof text, " %.10g", oracle::coefficient(want.entries[i], last)),
              more += text;
        print(name, suffix, line, "wrong", more);
      } else if (what == "shape") {
        print(name, suffix, line, "wrong",
              "shape " + std::to_string(got.rows) + "x" + std::to_string(got.cols) + " and not " +
                  std::to_string(want.rows) + "x" + std::to_string(want.cols));
      } else {
        print(name, suffix, line, what.c_str(), std::to_string(worst));
      }
    } catch (const std::exception &e) {
      print(name, suffix, line, "wrong", e.what());
    }
  }
}

template <class R, class... P, class RF, class... PF>
void check(const char *name, const char *suffix, const char *shapes, R (*generated)(P...),
           RF (*)(PF...)) {
  constexpr bool single = std::is_same_v<typename law::ScalarOf<R>::Type, float> ||
                          std::is_same_v<typename law::ScalarOf<std::decay_t<RF>>::Type, float>;
  compare(name, suffix, shapes, single, law::flat<double>(generated));
}

} // namespace fuzz

#endif // DELGEN_TEST_FUZZ_COMPARE_H
