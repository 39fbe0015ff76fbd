//===- oracle.h - Exact derivatives by nested dual numbers ------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What generated derivatives are measured against. A dual number v + t ε with ε² = 0
// carries a value and its tangent; duals of duals of … doubles carry ε₁, …, ε₅, which
// multiply and vanish only when one of them is repeated. Evaluating f at
//
//   x + δ₁ ε₁ + … + δₙ εₙ
//
// leaves dⁿf(x, δ₁, …, δₙ) in the coefficient of ε₁⋯εₙ, exact to rounding, and the lower
// derivatives in the others. Nothing here is shared with delgen: each function below
// states its first derivative, and nesting does the rest.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_ORACLE_H
#define DELGEN_TEST_ORACLE_H

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <type_traits>
#include <unsupported/Eigen/SpecialFunctions>

#ifndef ORACLE_DEPTH
#define ORACLE_DEPTH 5 // the highest order; a Number has 2^ORACLE_DEPTH coefficients
#endif

namespace oracle {

template <class T> struct Dual {
  T value{}, tangent{};

  Dual() = default;
  // No move: a 1×1 product of Eigen converts to a const Dual, to which it would not bind.
  Dual(const Dual &) = default;
  Dual &operator=(const Dual &) = default;
  constexpr Dual(const T &v, const T &t) : value(v), tangent(t) {}
  template <class C, class = std::enable_if_t<std::is_arithmetic_v<C>>>
  constexpr Dual(C constant) : value(static_cast<double>(constant)) {}

  // Not templates, so that either side may be a plain number.
  friend Dual operator+(const Dual &a) { return a; }
  friend Dual operator-(const Dual &a) { return {-a.value, -a.tangent}; }
  friend Dual operator+(const Dual &a, const Dual &b) {
    return {a.value + b.value, a.tangent + b.tangent};
  }
  friend Dual operator-(const Dual &a, const Dual &b) {
    return {a.value - b.value, a.tangent - b.tangent};
  }
  friend Dual operator*(const Dual &a, const Dual &b) {
    return {a.value * b.value, a.tangent * b.value + a.value * b.tangent};
  }
  friend Dual operator/(const Dual &a, const Dual &b) {
    const T y = a.value / b.value;
    return {y, (a.tangent - y * b.tangent) / b.value};
  }
  Dual &operator+=(const Dual &b) { return *this = *this + b; }
  Dual &operator-=(const Dual &b) { return *this = *this - b; }
  Dual &operator*=(const Dual &b) { return *this = *this * b; }
  Dual &operator/=(const Dual &b) { return *this = *this / b; }

  // Equality compares every coefficient: Eigen skips work where an entry equals zero, and
  // an entry with a tangent is not zero. Order compares values, as branches of f do.
  friend bool operator==(const Dual &a, const Dual &b) {
    return a.value == b.value && a.tangent == b.tangent;
  }
  friend bool operator!=(const Dual &a, const Dual &b) { return !(a == b); }
  friend bool operator<(const Dual &a, const Dual &b) { return a.value < b.value; }
  friend bool operator>(const Dual &a, const Dual &b) { return a.value > b.value; }
  friend bool operator<=(const Dual &a, const Dual &b) { return a.value <= b.value; }
  friend bool operator>=(const Dual &a, const Dual &b) { return a.value >= b.value; }
};

//===-- Functions, each with its derivative -------------------------------===//

// Inside the namespace a call finds the function of the next lower level by its argument;
// at the lowest, the standard library's.
using std::abs, std::acos, std::acosh, std::asin, std::asinh, std::atan, std::atan2, std::atanh,
    std::cbrt, std::ceil, std::cos, std::cosh, std::erf, std::erfc, std::exp, std::exp2, std::expm1,
    std::floor, std::hypot, std::log, std::log10, std::log1p, std::log2, std::pow, std::rint,
    std::round, std::sin, std::sinh, std::sqrt, std::tan, std::tanh, std::trunc;

#define ORACLE_FUNCTION(NAME, DERIVATIVE)                                                          \
  template <class T> Dual<T> NAME(const Dual<T> &x) {                                              \
    const T &a = x.value;                                                                          \
    const T y = NAME(a);                                                                           \
    return {y, x.tangent * (DERIVATIVE)};                                                          \
  }
// sin and cos, sinh and cosh need each other one level down.
template <class T> Dual<T> cos(const Dual<T> &x);
template <class T> Dual<T> cosh(const Dual<T> &x);
ORACLE_FUNCTION(exp, y)
ORACLE_FUNCTION(expm1, exp(a))
ORACLE_FUNCTION(log, 1 / a)
ORACLE_FUNCTION(log1p, 1 / (1 + a))
ORACLE_FUNCTION(sqrt, 0.5 / y)
ORACLE_FUNCTION(cbrt, 1 / (3 * y * y))
ORACLE_FUNCTION(sin, cos(a))
ORACLE_FUNCTION(cos, -sin(a))
ORACLE_FUNCTION(tan, 1 + y * y)
ORACLE_FUNCTION(asin, 1 / sqrt(1 - a * a))
ORACLE_FUNCTION(acos, -1 / sqrt(1 - a * a))
ORACLE_FUNCTION(atan, 1 / (1 + a * a))
ORACLE_FUNCTION(sinh, cosh(a))
ORACLE_FUNCTION(cosh, sinh(a))
ORACLE_FUNCTION(tanh, 1 - y * y)
ORACLE_FUNCTION(asinh, 1 / sqrt(a * a + 1))
ORACLE_FUNCTION(acosh, 1 / sqrt(a * a - 1))
ORACLE_FUNCTION(atanh, 1 / (1 - a * a))
ORACLE_FUNCTION(erf, 1.1283791670955125739 * exp(-a * a)) // 2/√π
ORACLE_FUNCTION(erfc, -1.1283791670955125739 * exp(-a * a))
ORACLE_FUNCTION(exp2, 0.69314718055994530942 * y) // log 2
ORACLE_FUNCTION(log2, 1 / (0.69314718055994530942 * a))
ORACLE_FUNCTION(log10, 1 / (2.3025850929940456840 * a)) // log 10
ORACLE_FUNCTION(abs, (a < 0) ? -1 : 1)
ORACLE_FUNCTION(floor, 0)
ORACLE_FUNCTION(ceil, 0)
ORACLE_FUNCTION(rint, 0)
ORACLE_FUNCTION(round, 0)
ORACLE_FUNCTION(trunc, 0)
#undef ORACLE_FUNCTION

template <class T> Dual<T> fabs(const Dual<T> &x) { return abs(x); }
template <class T> Dual<T> abs2(const Dual<T> &x) { return x * x; }

template <class T> Dual<T> atan2(const Dual<T> &y, const Dual<T> &x) {
  return {atan2(y.value, x.value),
          (x.value * y.tangent - y.value * x.tangent) / (x.value * x.value + y.value * y.value)};
}

template <class T> Dual<T> hypot(const Dual<T> &x, const Dual<T> &y) {
  const T r = hypot(x.value, y.value);
  return {r, (x.value * x.tangent + y.value * y.tangent) / r};
}
template <class T> Dual<T> fma(const Dual<T> &x, const Dual<T> &y, const Dual<T> &z) {
  return x * y + z;
}

/// The derivative of order `order` + 1 of log Γ, for −1 log Γ itself.
inline double polygamma(int order, double x) {
  return order < 0    ? std::lgamma(x)
         : order == 0 ? Eigen::numext::digamma(x)
                      : Eigen::numext::polygamma(static_cast<double>(order), x);
}
template <class T> Dual<T> polygamma(int order, const Dual<T> &x) {
  return {polygamma(order, x.value), x.tangent * polygamma(order + 1, x.value)};
}
template <class T> Dual<T> lgamma(const Dual<T> &x) { return polygamma(-1, x); }

/// A power with a constant exponent: defined for a negative base too, where log is not.
template <class T, class C, class = std::enable_if_t<std::is_arithmetic_v<C>>>
Dual<T> pow(const Dual<T> &x, C exponent) {
  const double p = static_cast<double>(exponent);
  if (p == 0)
    return 1; // without the recursion's 0 · ∞ at x = 0
  return {pow(x.value, p), x.tangent * (p * pow(x.value, p - 1))};
}

inline bool isConstant(double) { return true; }
template <class T> bool isConstant(const Dual<T> &x) {
  return isConstant(x.value) && x.tangent == T(0);
}

inline double leading(double x) { return x; }
/// The value without any direction.
template <class T> double leading(const Dual<T> &x) { return leading(x.value); }

template <class T> Dual<T> pow(const Dual<T> &x, const Dual<T> &p) {
  if (isConstant(p))
    return pow(x, leading(p));
  return exp(p * log(x));
}
template <class T, class C, class = std::enable_if_t<std::is_arithmetic_v<C>>>
Dual<T> pow(C base, const Dual<T> &p) {
  return exp(p * std::log(static_cast<double>(base)));
}

template <class T> bool isnan(const Dual<T> &x) { return std::isnan(leading(x)); }
template <class T> bool isinf(const Dual<T> &x) { return std::isinf(leading(x)); }
template <class T> bool isfinite(const Dual<T> &x) {
  return isfinite(x.value) && isfinite(x.tangent);
}

//===-- The one type that is used, and its coefficients -------------------===//

template <int Depth> struct Nest {
  using Type = Dual<typename Nest<Depth - 1>::Type>;
};
template <> struct Nest<0> {
  using Type = double;
};
constexpr int depth = ORACLE_DEPTH;
using Number = Nest<depth>::Type;

inline const double &coefficient(const double &x, unsigned) { return x; }
/// The coefficient of the product of those εₖ₊₁ for which bit k of `directions` is set.
template <class T> const double &coefficient(const Dual<T> &x, unsigned directions) {
  return coefficient(directions & 1 ? x.tangent : x.value, directions >> 1);
}
template <class T> double &coefficient(Dual<T> &x, unsigned directions) {
  return const_cast<double &>(coefficient(static_cast<const Dual<T> &>(x), directions));
}

/// x += δ εₖ₊₁.
inline void seed(Number &x, int k, double delta) { coefficient(x, 1u << k) += delta; }
template <class X, class Delta>
void seed(Eigen::DenseBase<X> &x, int k, const Eigen::DenseBase<Delta> &delta) {
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i < x.rows(); ++i)
      seed(x.derived().coeffRef(i, j), k, delta.derived().coeff(i, j));
}

} // namespace oracle

namespace Eigen {

template <> struct NumTraits<oracle::Number> : NumTraits<double> {
  using Real = oracle::Number;
  using NonInteger = oracle::Number;
  using Nested = oracle::Number;
  using Literal = double; // so that 2 * x and 1 + a convert their constant to a Number
  enum {
    RequireInitialization = 1,
    ReadCost = 1 << oracle::depth,
    AddCost = 1 << oracle::depth,
    MulCost = 3 << oracle::depth
  };
};

namespace internal {

// What Eigen's arrays call where a method has no meaning for any number type.
template <> struct lgamma_impl<oracle::Number> {
  static oracle::Number run(const oracle::Number &x) { return oracle::polygamma(-1, x); }
};
template <> struct digamma_impl<oracle::Number> {
  static oracle::Number run(const oracle::Number &x) { return oracle::polygamma(0, x); }
};
template <> struct erf_impl<oracle::Number> {
  static oracle::Number run(const oracle::Number &x) { return oracle::erf(x); }
};
template <> struct erfc_impl<oracle::Number> {
  static oracle::Number run(const oracle::Number &x) { return oracle::erfc(x); }
};

} // namespace internal

// Products and sums of Numbers with plain matrices.
template <class Op> struct ScalarBinaryOpTraits<oracle::Number, double, Op> {
  using ReturnType = oracle::Number;
};
template <class Op> struct ScalarBinaryOpTraits<double, oracle::Number, Op> {
  using ReturnType = oracle::Number;
};

} // namespace Eigen

#endif // DELGEN_TEST_ORACLE_H
