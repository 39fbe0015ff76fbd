//===- Order.h - The generated functions of a module ------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_ORDER_H
#define DELGEN_LIB_EMIT_ORDER_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"

namespace delgen {

/// True for a function that delgen has made.
bool isGenerated(mlir::func::FuncOp f);

/// The generated functions of `module`, each after those that it calls.
llvm::SmallVector<mlir::func::FuncOp> inOrderOfUse(mlir::ModuleOp module);

} // namespace delgen

#endif // DELGEN_LIB_EMIT_ORDER_H
