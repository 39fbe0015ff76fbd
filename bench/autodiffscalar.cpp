//===- autodiffscalar.cpp - Eigen::AutoDiffScalar -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <Eigen/Dense>
#include <unsupported/Eigen/AutoDiff>

// What Eigen's own array functions need and AutoDiffScalar lacks.
namespace Eigen {
template <typename D> auto log1p(const AutoDiffScalar<D> &x) {
  return AutoDiffScalar<typename D::PlainObject>(std::log1p(x.value()),
                                                 x.derivatives() / (1 + x.value()));
}
} // namespace Eigen

#include "forward.h"

namespace bench::BENCH_KIND {
namespace {

struct OfEigen {
  template <typename S, int K> using Dual = Eigen::AutoDiffScalar<Eigen::Matrix<S, K, 1>>;
  static constexpr int depth = 1; // Of two, log() does not compile.
  static constexpr bool lacks(std::string_view function) {
    return isFixed && function == "log_det";
  }
  template <typename T, typename S> static T make(const S &value) { return T(value); }
  template <typename X> static auto &derivative(Eigen::AutoDiffScalar<X> &x, int k) {
    return x.derivatives()(k);
  }
};

[[maybe_unused]] const bool isEntered = enterLibrary<Forward<OfEigen>>("autodiffscalar");

} // namespace
} // namespace bench::BENCH_KIND
