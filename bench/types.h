//===- types.h - Types of the sizes that are measured -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each contender is compiled twice: with sizes that are known (BENCH_SIZE) and with dynamic
// ones. BENCH_KIND names the namespace of either.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_BENCH_TYPES_H
#define DELGEN_BENCH_TYPES_H

#include <Eigen/Dense>

#ifndef BENCH_SIZE
#define BENCH_SIZE Eigen::Dynamic
#define BENCH_KIND dynamic
#endif

namespace bench::BENCH_KIND {

constexpr int N = BENCH_SIZE;

template <typename T, int R = N> using Vector = Eigen::Matrix<T, R, 1>;
template <typename T, int R = N, int C = N> using Matrix = Eigen::Matrix<T, R, C>;
/// Samples side by side, or one below the other. There are any number of them.
template <typename T> using Samples = Eigen::Matrix<T, N, Eigen::Dynamic>;
template <typename T> using Rows = Eigen::Matrix<T, Eigen::Dynamic, N>;

// What code by hand is written with.
using Eigen::Index;
using Vec = Vector<double>;
using Mat = Matrix<double>;
using Batch = Samples<double>;
using AnyVec = Vector<double, Eigen::Dynamic>;

} // namespace bench::BENCH_KIND

#endif // DELGEN_BENCH_TYPES_H
