//===- sacado.cpp - Sacado ------------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <Sacado.hpp>

#include <Eigen/Dense>

// What Eigen's own array functions need and Sacado lacks.
namespace Sacado::Fad::Exp {
template <typename S> GeneralFad<S> log1p(const GeneralFad<S> &x) {
  return GeneralFad<S>(log(1.0 + x));
}
} // namespace Sacado::Fad::Exp

// Operations of Sacado return expressions, which Eigen must not keep.
namespace Eigen {
template <typename S, int K> struct NumTraits<Sacado::Fad::SFad<S, K>> : NumTraits<double> {
  using Real = Sacado::Fad::SFad<S, K>;
  using NonInteger = Real;
  using Nested = Real;
  using Literal = double;
  enum { RequireInitialization = 1, ReadCost = K, AddCost = K, MulCost = 2 * K };
};
} // namespace Eigen

#include "forward.h"

namespace bench::BENCH_KIND {
namespace {

struct OfSacado {
  template <typename S, int K> using Dual = Sacado::Fad::SFad<S, K>;
  static constexpr int depth = 3;
  static constexpr bool lacks(std::string_view function) {
    return isFixed && function == "log_det";
  }
  template <typename T, typename S> static T make(const S &value) { return T(value); }
  template <typename S, int K> static S &derivative(Sacado::Fad::SFad<S, K> &x, int k) {
    return x.fastAccessDx(k);
  }
};

[[maybe_unused]] const bool isEntered = enterLibrary<Forward<OfSacado>>("sacado");

} // namespace
} // namespace bench::BENCH_KIND
