//===- InPlace.h - What may be written over what it reads -------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In a scheduled body, where local variables are marked: a statement is an operation that reads
// its operands where it stands; what is no statement is spelled wherever it is used.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_INPLACE_H
#define DELGEN_MX_INPLACE_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// True for a matrix whose memory is allocated.
bool isDynamic(mlir::Value v);

/// True where what `op` reads is read there and then, not where its results are used.
bool isStatement(mlir::Operation *op);

/// Calls `each` with the operands by which statements read what `use` reads, and whether that is
/// itself the operand.
void forEachReading(mlir::OpOperand &use, llvm::function_ref<void(mlir::OpOperand &, bool)> each,
                    bool isDirect = true);

/// True where Eigen can write the solution over the right side.
bool solvesInPlace(SolveOp solve);

/// The last statement of its block that reads `v`; null where none does.
mlir::Operation *lastReading(mlir::Value v);

/// The values of the type of `op`'s result, a matrix, over which that may be written: of each entry
/// it reads only the one in whose place it stands, or all of them before.
llvm::SmallVector<mlir::Value> overwritable(mlir::Operation *op);

} // namespace delgen::mx

#endif // DELGEN_MX_INPLACE_H
