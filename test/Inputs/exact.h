//===- exact.h - A second reading of annotated functions --------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions that delgen differentiates are written once, in ordinary user's C++ with
// `double` and Eigen's own names. To evaluate the same text with the oracle's numbers,
//
//   #define EXACT "products.h"
//   #include "exact.h"
//
// includes it a second time inside namespace `exact`, where `double` and `float` are
// oracle::Number and where Eigen and std are these nested namespaces: what they do not
// redefine is found in the real ones. The included file must therefore have no guard, or
// its guard must be undefined first, and whatever it includes must have been included.
//
//===----------------------------------------------------------------------===//

// No guard: every inclusion reads another file.

#include "oracle.h"
#include "symmetric.h"
#include <Eigen/Dense>

#ifndef DELGEN_TEST_EXACT_H
#define DELGEN_TEST_EXACT_H

namespace exact {
namespace Eigen {
using namespace ::Eigen;

// Eigen's names, Matrix2d to ArrayXXf.
#define EXACT_TYPES(NAME, ROWS, COLS)                                                              \
  using NAME##d = ::Eigen::Matrix<::oracle::Number, ROWS, COLS>;                                   \
  using NAME##f = NAME##d;
#define EXACT_SIZE(NAME, SIZE)                                                                     \
  EXACT_TYPES(Matrix##NAME, SIZE, SIZE)                                                            \
  EXACT_TYPES(Vector##NAME, SIZE, 1)                                                               \
  EXACT_TYPES(RowVector##NAME, 1, SIZE)                                                            \
  using Array##NAME##d = ::Eigen::Array<::oracle::Number, SIZE, 1>;                                \
  using Array##NAME##f = Array##NAME##d;
EXACT_SIZE(2, 2)
EXACT_SIZE(3, 3)
EXACT_SIZE(4, 4)
EXACT_SIZE(X, ::Eigen::Dynamic)
#undef EXACT_SIZE
#define EXACT_WIDE(SIZE)                                                                           \
  EXACT_TYPES(Matrix##SIZE##X, SIZE, ::Eigen::Dynamic)                                             \
  EXACT_TYPES(MatrixX##SIZE, ::Eigen::Dynamic, SIZE)
EXACT_WIDE(2)
EXACT_WIDE(3)
EXACT_WIDE(4)
#undef EXACT_WIDE
#undef EXACT_TYPES
using ArrayXXd = ::Eigen::Array<::oracle::Number, ::Eigen::Dynamic, ::Eigen::Dynamic>;
using ArrayXXf = ArrayXXd;
using ::oracle::SelfAdjointEigenSolver;
} // namespace Eigen

namespace std {
using namespace ::std;
#define EXACT_FUNCTION(NAME)                                                                       \
  using ::std::NAME;                                                                               \
  using ::oracle::NAME;
EXACT_FUNCTION(abs)
EXACT_FUNCTION(acos)
EXACT_FUNCTION(acosh)
EXACT_FUNCTION(asin)
EXACT_FUNCTION(asinh)
EXACT_FUNCTION(atan)
EXACT_FUNCTION(atan2)
EXACT_FUNCTION(atanh)
EXACT_FUNCTION(cbrt)
EXACT_FUNCTION(ceil)
EXACT_FUNCTION(cos)
EXACT_FUNCTION(cosh)
EXACT_FUNCTION(erf)
EXACT_FUNCTION(erfc)
EXACT_FUNCTION(exp)
EXACT_FUNCTION(exp2)
EXACT_FUNCTION(expm1)
EXACT_FUNCTION(fabs)
EXACT_FUNCTION(floor)
EXACT_FUNCTION(fma)
EXACT_FUNCTION(hypot)
EXACT_FUNCTION(lgamma)
EXACT_FUNCTION(log)
EXACT_FUNCTION(log10)
EXACT_FUNCTION(log1p)
EXACT_FUNCTION(log2)
EXACT_FUNCTION(pow)
EXACT_FUNCTION(rint)
EXACT_FUNCTION(round)
EXACT_FUNCTION(sin)
EXACT_FUNCTION(sinh)
EXACT_FUNCTION(sqrt)
EXACT_FUNCTION(tan)
EXACT_FUNCTION(tanh)
EXACT_FUNCTION(trunc)
#undef EXACT_FUNCTION

// Not the templates of std alone, so that one side may be a plain number.
#define EXACT_EXTREMUM(NAME, IN_STD)                                                               \
  using ::std::NAME;                                                                               \
  inline ::oracle::Number NAME(const ::oracle::Number &a, const ::oracle::Number &b) {             \
    return ::std::IN_STD<::oracle::Number>(a, b);                                                  \
  }                                                                                                \
  inline ::oracle::Number NAME(::std::initializer_list<::oracle::Number> list) {                   \
    return ::std::IN_STD<::oracle::Number>(list);                                                  \
  }
EXACT_EXTREMUM(max, max)
EXACT_EXTREMUM(min, min)
EXACT_EXTREMUM(fmax, max)
EXACT_EXTREMUM(fmin, min)
#undef EXACT_EXTREMUM
using ::std::clamp;
inline ::oracle::Number clamp(const ::oracle::Number &x, const ::oracle::Number &low,
                              const ::oracle::Number &high) {
  return ::std::clamp<::oracle::Number>(x, low, high);
}
} // namespace std
} // namespace exact

#endif // DELGEN_TEST_EXACT_H

#ifdef EXACT
#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wkeyword-macro"
#endif
#define double ::oracle::Number
#define float ::oracle::Number
namespace exact {
#include EXACT
} // namespace exact
#undef float
#undef double
#undef EXACT
#ifdef __clang__
#pragma clang diagnostic pop
#endif
#endif // EXACT
