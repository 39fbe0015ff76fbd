//===- Derive.h - Del functions, order by order -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_DERIVE_H
#define DELGEN_DERIVE_H

#include "mlir/Pass/Pass.h"

#include <functional>
#include <memory>

namespace delgen {

/// Adds the del functions that `mx.del` requests. Each order is built from the one before
/// after the passes on func.func that `betweenOrders` adds have put that into a small form;
/// without it, as it stands.
/// Formula: d(dⁿf)(x, Δ ∪ {δ}) = d_x[dⁿf(x, Δ)](x, δ), Δ held constant.
std::unique_ptr<mlir::Pass>
createDifferentiatePass(std::function<void(mlir::OpPassManager &)> betweenOrders);
std::unique_ptr<mlir::Pass> createDifferentiatePass();

} // namespace delgen

#endif // DELGEN_DERIVE_H
