//===- readings.h - Gradients and the like against exact ones ---*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is read off a del function is measured through it: ⟨f_grad_x, δ⟩ is the coefficient of
// ε in exact::f(x + δε), δᵢᵀ f_hess_x δⱼ that of ε₁ε₂ in exact::f(x + δᵢε₁ + δⱼε₂), and so on,
// for directions δ along single entries. A matrix with a structure has the directions that keep
// it.
//
// Part of law.h.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_READINGS_H
#define DELGEN_TEST_READINGS_H

#include <optional>

namespace law {

/// What a suffix such as `hess_x_y` says: the kind and the parameters.
struct Reading {
  enum Kind { Grad, ValueAndGrad, Hvp, Vjp, Jac, Hess, Dir, Taylor } kind;
  int order = 0;
  std::vector<std::size_t> of;
};

inline std::optional<Reading> readingOf(const std::string &suffix,
                                        const std::vector<Parameter> &parameters) {
  const std::pair<const char *, Reading::Kind> kinds[] = {
      {"grad", Reading::Grad}, {"value_and_grad", Reading::ValueAndGrad},
      {"hvp", Reading::Hvp},   {"vjp", Reading::Vjp},
      {"jac", Reading::Jac},   {"hess", Reading::Hess},
      {"dir", Reading::Dir},   {"taylor", Reading::Taylor}};
  for (const auto &[word, kind] : kinds) {
    std::size_t i = std::string(word).size();
    if (suffix.compare(0, i, word) != 0)
      continue;
    Reading reading{kind, 0, {}};
    while (i < suffix.size() && '0' <= suffix[i] && suffix[i] <= '9')
      reading.order = 10 * reading.order + (suffix[i++] - '0');
    for (std::size_t count = 1; count <= 4; ++count) {
      reading.of.clear();
      if (readNames(suffix, i, parameters, count, reading.of) && reading.of.size() == count)
        return reading;
    }
  }
  return std::nullopt;
}

/// One evaluation after another at one point, and the worst difference found.
class Comparison {
public:
  Comparison(const Arguments<double> &at, const Function<oracle::Number> &f)
      : point(at), exact(f) {}

  using Step = std::pair<std::size_t, Values<double>>; // a parameter and its direction

  /// dᵏf along the steps, entry by entry.
  std::vector<double> along(const std::vector<Step> &steps) {
    Arguments<oracle::Number> lifted;
    for (const Values<double> &p : point)
      lifted.push_back({p.rows, p.cols, {p.entries.begin(), p.entries.end()}});
    for (std::size_t k = 0; k < steps.size(); ++k)
      for (std::size_t i = 0; i < steps[k].second.entries.size(); ++i)
        oracle::seed(lifted[steps[k].first].entries[i], static_cast<int>(k),
                     steps[k].second.entries[i]);
    const Values<oracle::Number> result = exact(lifted);
    const unsigned last = (1u << steps.size()) - 1;
    std::vector<double> coefficients;
    for (const oracle::Number &entry : result.entries) {
      coefficients.push_back(oracle::coefficient(entry, last));
      for (unsigned s = 0; s <= last; ++s)
        scale = std::max(scale, std::abs(oracle::coefficient(entry, s)));
    }
    return coefficients;
  }

  void compare(double got, double want) {
    wanted.push_back(want);
    const double d = std::abs(got - want);
    worst = d <= worst ? worst : d; // NaN stays
  }
  void fail() { worst = std::numeric_limits<double>::infinity(); }
  double error() const { return worst / std::max(scale, 1e-290); }
  double largest() const { return scale; }
  double difference() const { return worst; }
  /// All that was compared with.
  const std::vector<double> &wants() const { return wanted; }

private:
  const Arguments<double> &point;
  const Function<oracle::Number> &exact;
  double scale = 0, worst = 0;
  std::vector<double> wanted;
};

inline double dot(const std::vector<double> &a, const std::vector<double> &b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += a[i] * b[i];
  return sum;
}

/// The directions along single entries that keep the structure, a spread of some of them
/// where there are many.
inline std::vector<Values<double>> entriesOf(const Parameter &p, const Values<double> &point,
                                             std::size_t most) {
  std::vector<Values<double>> result;
  const std::size_t n = point.entries.size();
  const std::size_t step = n <= most ? 1 : n / most + 1;
  for (std::size_t i = 0; i < n; i += step) {
    Values<double> d{point.rows, point.cols, std::vector<double>(n)};
    d.entries[i] = 1;
    Random::keep(p.structure, d);
    if (std::any_of(d.entries.begin(), d.entries.end(), [](double e) { return e != 0; }))
      result.push_back(d);
  }
  return result;
}

inline void compareGradient(Comparison &comparison, const Parameter &p, std::size_t of,
                            const Values<double> &gradient, const Values<double> &point,
                            const std::vector<Comparison::Step> &more,
                            const std::vector<double> &weights) {
  if (gradient.entries.size() != point.entries.size())
    return comparison.fail();
  for (const Values<double> &d : entriesOf(p, point, 24)) {
    std::vector<Comparison::Step> steps = more;
    steps.push_back({of, d});
    comparison.compare(dot(gradient.entries, d.entries), dot(weights, comparison.along(steps)));
  }
}

/// δᵢᵀ M δⱼ for directions of rows, where there are any, and of columns.
inline void compareMatrix(Comparison &comparison, const Reading &reading,
                          const std::vector<Parameter> &parameters, const Values<double> &matrix,
                          const Arguments<double> &point) {
  const bool isHessian = reading.kind == Reading::Hess;
  const std::size_t x = reading.of.front(), y = reading.of.back();
  const std::size_t cols = point[y].entries.size();
  const auto rows = static_cast<std::size_t>(matrix.rows);
  if (matrix.cols != static_cast<Eigen::Index>(cols))
    return comparison.fail();
  for (const Values<double> &dy : entriesOf(parameters[y], point[y], 10)) {
    std::vector<double> column(rows);
    for (std::size_t j = 0; j < cols; ++j)
      for (std::size_t i = 0; i < rows; ++i)
        column[i] += matrix.entries[i + rows * j] * dy.entries[j];
    if (!isHessian) {
      const std::vector<double> want = comparison.along({{y, dy}});
      if (want.size() != rows)
        return comparison.fail();
      for (std::size_t i = 0; i < rows; ++i)
        comparison.compare(column[i], want[i]);
      continue;
    }
    if (rows != point[x].entries.size())
      return comparison.fail();
    for (const Values<double> &dx : entriesOf(parameters[x], point[x], 8))
      comparison.compare(dot(column, dx.entries), comparison.along({{x, dx}, {y, dy}})[0]);
  }
  if (isHessian && x == y)
    for (std::size_t j = 0; j < cols; ++j)
      for (std::size_t i = 0; i < j; ++i)
        if (matrix.entries[i + rows * j] != matrix.entries[j + rows * i])
          return comparison.fail(); // symmetric to the bit
}

/// Compares at one point.
inline void measureAt(Comparison &comparison, const Reading &reading,
                      const std::vector<Parameter> &parameters, const Arguments<double> &point,
                      const int (&line)[4], Random random, const Function<double> &generated,
                      const Function<oracle::Number> &exact) {
  Arguments<double> args = point;
  const std::size_t x = reading.of.front();
  const Values<double> d = random.direction(parameters[x], line);
  switch (reading.kind) {
  case Reading::Grad:
    compareGradient(comparison, parameters[x], x, generated(args), point[x], {}, {1});
    break;
  case Reading::ValueAndGrad: {
    const Values<double> all = generated(args);
    comparison.compare(all.entries[0], comparison.along({})[0]);
    std::size_t next = 1;
    for (const std::size_t of : reading.of) {
      const std::size_t n = point[of].entries.size();
      if (all.entries.size() < next + n) {
        comparison.fail();
        break;
      }
      const auto begin = all.entries.begin() + static_cast<std::ptrdiff_t>(next);
      const Values<double> gradient{
          point[of].rows, point[of].cols, {begin, begin + static_cast<std::ptrdiff_t>(n)}};
      compareGradient(comparison, parameters[of], of, gradient, point[of], {}, {1});
      next += n;
    }
    break;
  }
  case Reading::Hvp:
    args.push_back(d);
    compareGradient(comparison, parameters[x], x, generated(args), point[x], {{x, d}}, {1});
    break;
  case Reading::Vjp: {
    const std::size_t n = comparison.along({}).size();
    Values<oracle::Number> result;
    Arguments<oracle::Number> lifted;
    for (const Values<double> &p : point)
      lifted.push_back({p.rows, p.cols, {p.entries.begin(), p.entries.end()}});
    result = exact(lifted);
    Values<double> bar{result.rows, result.cols, std::vector<double>(n)};
    for (double &entry : bar.entries)
      entry = 2 * random() - 1;
    args.push_back(bar);
    compareGradient(comparison, parameters[x], x, generated(args), point[x], {}, bar.entries);
    break;
  }
  case Reading::Jac:
  case Reading::Hess:
    compareMatrix(comparison, reading, parameters, generated(args), point);
    break;
  case Reading::Dir:
  case Reading::Taylor: {
    args.push_back(d);
    const Values<double> got = generated(args);
    std::vector<double> want(got.entries.size());
    double factorial = 1;
    for (int k = 0; k <= reading.order; factorial *= ++k) {
      if (reading.kind == Reading::Dir && k != reading.order)
        continue;
      const std::vector<double> term =
          comparison.along(std::vector<Comparison::Step>(static_cast<std::size_t>(k), {x, d}));
      if (term.size() != want.size()) {
        comparison.fail();
        break;
      }
      for (std::size_t i = 0; i < want.size(); ++i)
        want[i] += term[i] / (reading.kind == Reading::Dir ? 1 : factorial);
    }
    for (std::size_t i = 0; i < want.size(); ++i)
      comparison.compare(got.entries[i], want[i]);
    break;
  }
  }
}

/// The worst difference over all sizes.
inline double measure(const Reading &reading, const std::vector<Parameter> &parameters,
                      const Function<double> &generated, const Function<oracle::Number> &exact) {
  Random random;
  double worst = 0;
  for (const auto &line : sizes) {
    Arguments<double> point;
    for (const Parameter &p : parameters)
      point.push_back(random.point(p, line));
    Comparison comparison(point, exact);
    measureAt(comparison, reading, parameters, point, line, random, generated, exact);
    worst = comparison.error() <= worst ? worst : comparison.error();
  }
  return worst;
}

} // namespace law

#endif // DELGEN_TEST_READINGS_H
