//===- ceres.cpp - ceres::Jet ---------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <ceres/jet.h>

#include "forward.h"

namespace bench::BENCH_KIND {
namespace {

struct Ceres {
  template <typename S, int K> using Dual = ceres::Jet<S, K>;
  static constexpr int depth = 1;
  static constexpr bool lacks(std::string_view) { return false; }
  template <typename T, typename S> static T make(const S &value) { return T(value); }
  template <typename S, int K> static S &derivative(ceres::Jet<S, K> &x, int k) { return x.v[k]; }
};

[[maybe_unused]] const bool isEntered = enterLibrary<Forward<Ceres>>("ceres");

} // namespace
} // namespace bench::BENCH_KIND
