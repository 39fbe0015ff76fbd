//===- sacado.cpp - Sacado ------------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <Eigen/Core>

// Debian's configuration asks for Kokkos, which types of numbers do without: what matters of it is
// written out here.
#define TRILINOS_NO_CONFIG_H
#define HAVE_SACADO_CXX11
#define SACADO_NEW_FAD_DESIGN_IS_DEFAULT
#include <Sacado_No_Kokkos.hpp>

// What Eigen's own array functions need and Sacado lacks.
namespace Sacado::Fad::Exp {
template <typename Storage> GeneralFad<Storage> log1p(const GeneralFad<Storage> &x) {
  using std::log1p;
  using Value = typename Storage::value_type;
  GeneralFad<Storage> y(Value(log1p(x.val())));
  const Value slope = 1.0 / (1.0 + x.val());
  for (int k = 0; k < x.size(); ++k)
    y.fastAccessDx(k) = slope * x.fastAccessDx(k);
  return y;
}
} // namespace Sacado::Fad::Exp

// What Eigen must know of a number.
namespace Eigen {
template <typename S, int K>
struct NumTraits<Sacado::Fad::SFad<S, K>> : GenericNumTraits<Sacado::Fad::SFad<S, K>> {
  using Real = Sacado::Fad::SFad<S, K>;
  using NonInteger = Real;
  using Nested = Real;
  using Literal = double;
  enum { RequireInitialization = 1, ReadCost = K, AddCost = K, MulCost = 2 * K };
  static Real epsilon() { return NumTraits<double>::epsilon(); }
  static Real dummy_precision() { return NumTraits<double>::dummy_precision(); }
  static Real highest() { return NumTraits<double>::highest(); }
  static Real lowest() { return NumTraits<double>::lowest(); }
  static int digits10() { return NumTraits<double>::digits10(); }
};
template <typename S, int K, typename Op>
struct ScalarBinaryOpTraits<Sacado::Fad::SFad<S, K>, double, Op> {
  using ReturnType = Sacado::Fad::SFad<S, K>;
};
template <typename S, int K, typename Op>
struct ScalarBinaryOpTraits<double, Sacado::Fad::SFad<S, K>, Op> {
  using ReturnType = Sacado::Fad::SFad<S, K>;
};
} // namespace Eigen

#include "forward.h"

namespace bench::BENCH_KIND {
namespace {

struct OfSacado {
  template <typename S, int K> using Dual = Sacado::Fad::SFad<S, K>;
  static constexpr int depth = 5;
  /// Eigen's determinant of 4 × 4 takes numbers only, not the expressions of which they are made,
  /// and in the second derivative at 128 a power of the determinant overflows.
  static constexpr bool lacks(std::string_view function) { return function == "log_det"; }
  template <typename T, typename S> static T make(const S &value) { return T(value); }
  template <typename S, int K> static S &derivative(Sacado::Fad::SFad<S, K> &x, int k) {
    return x.fastAccessDx(k);
  }
};

[[maybe_unused]] const bool isEntered = enterLibrary<Forward<OfSacado>>("sacado");

} // namespace
} // namespace bench::BENCH_KIND
