//===- Taylor.h - Coefficients in one direction -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_TAYLOR_H
#define DELGEN_LIB_DERIVE_TAYLOR_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// The coefficients f₀ … fₙ of f(x + t d) = Σ fₖ tᵏ for `parameters` of `f`, which calls nothing
/// that has a body; built at `b`. `arguments` are f's own, `d` is the direction in each of the
/// parameters. A null coefficient is zero. Fails with an error at the operation that has no
/// rule.
mlir::FailureOr<llvm::SmallVector<mlir::Value>>
taylorCoefficients(mlir::OpBuilder &b, mlir::func::FuncOp f, mlir::ValueRange arguments,
                   llvm::ArrayRef<int64_t> parameters, mlir::ValueRange d, int64_t order);

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_TAYLOR_H
