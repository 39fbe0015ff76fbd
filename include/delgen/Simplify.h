//===- Simplify.h - The normal form of matrix expressions -------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_SIMPLIFY_H
#define DELGEN_SIMPLIFY_H

#include "mlir/Pass/Pass.h"

#include <memory>

namespace delgen {

/// Brings every expression of a function to its normal form: sums and chains flattened,
/// like terms collected, scalars in front, transposes at the leaves, powers merged. Only
/// rewrites that are always an improvement; what depends on cost is Schedule's.
std::unique_ptr<mlir::Pass> createSimplifyPass();

} // namespace delgen

#endif // DELGEN_SIMPLIFY_H
