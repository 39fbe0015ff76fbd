//===- ceres.cpp - ceres::Jet ---------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Jets of Jets have all that higher orders need but numbers: they are not made from one and do
// not compute with one. That is added here; what they compute is left to the library.
//
//===----------------------------------------------------------------------===//

#include <ceres/jet.h>

namespace ceres {

/// The Jet of the library with another constructor.
template <typename S, int M, int N> struct Jet<Jet<S, M>, N> {
  using T = Jet<S, M>;
  enum { DIMENSION = N };
  using Scalar = T;

  Jet() : Jet(T()) {}
  explicit Jet(double value) : Jet(T(value)) {}
  explicit Jet(const T &value) : a(value) { v.setConstant(T()); }
  template <typename Derived> Jet(const T &a, const Eigen::DenseBase<Derived> &v) : a(a), v(v) {}

  Jet &operator+=(const Jet &y) { return *this = *this + y; }
  Jet &operator-=(const Jet &y) { return *this = *this - y; }
  Jet &operator*=(const Jet &y) { return *this = *this * y; }
  Jet &operator/=(const Jet &y) { return *this = *this / y; }

  T a;
  Eigen::Matrix<T, N, 1> v;
};

template <typename S, int M, int N> using Nested = Jet<Jet<S, M>, N>;
template <typename S, int M, int N> Nested<S, M, N> operator+(const Nested<S, M, N> &x, double s) {
  return {x.a + s, x.v};
}
template <typename S, int M, int N> Nested<S, M, N> operator+(double s, const Nested<S, M, N> &x) {
  return {x.a + s, x.v};
}
template <typename S, int M, int N> Nested<S, M, N> operator-(const Nested<S, M, N> &x, double s) {
  return {x.a - s, x.v};
}
template <typename S, int M, int N> Nested<S, M, N> operator-(double s, const Nested<S, M, N> &x) {
  return {s - x.a, -x.v};
}
template <typename S, int M, int N> Nested<S, M, N> operator*(const Nested<S, M, N> &x, double s) {
  return {x.a * s, x.v.unaryExpr([s](const Jet<S, M> &v) { return v * s; })};
}
template <typename S, int M, int N> Nested<S, M, N> operator*(double s, const Nested<S, M, N> &x) {
  return x * s;
}
template <typename S, int M, int N> Nested<S, M, N> operator/(const Nested<S, M, N> &x, double s) {
  return x * (1 / s);
}
template <typename S, int M, int N> Nested<S, M, N> operator/(double s, const Nested<S, M, N> &x) {
  return Jet<S, M>(s) / x;
}

} // namespace ceres

template <typename S, int M, int N, typename Op>
struct Eigen::ScalarBinaryOpTraits<ceres::Nested<S, M, N>, double, Op> {
  using ReturnType = ceres::Nested<S, M, N>;
};
template <typename S, int M, int N, typename Op>
struct Eigen::ScalarBinaryOpTraits<double, ceres::Nested<S, M, N>, Op> {
  using ReturnType = ceres::Nested<S, M, N>;
};

#include "forward.h"

namespace bench::BENCH_KIND {
namespace {

struct Ceres {
  template <typename S, int K> using Dual = ceres::Jet<S, K>;
  static constexpr int depth = 5;
  static constexpr bool lacks(std::string_view) { return false; }
  template <typename T, typename S> static T make(const S &value) { return T(value); }
  template <typename S, int K> static S &derivative(ceres::Jet<S, K> &x, int k) { return x.v[k]; }
};

[[maybe_unused]] const bool isEntered = enterLibrary<Forward<Ceres>>("ceres");

} // namespace
} // namespace bench::BENCH_KIND
