//===- Schedule.h - The cheapest evaluation of a normal form ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_SCHEDULE_H
#define DELGEN_SCHEDULE_H

#include "mlir/Pass/Pass.h"

#include <memory>

namespace delgen {

/// Decides everything that depends on cost: the association of chains, factored against
/// distributed sums, how powers are computed, and which values become local variables
/// (unit attribute `mx.local`). After it, an operation is one C++ expression.
std::unique_ptr<mlir::Pass> createSchedulePass();

} // namespace delgen

#endif // DELGEN_SCHEDULE_H
