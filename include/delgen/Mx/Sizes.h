//===- Sizes.h - Sizes that only a computation tells ------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Types mention sizes without an operand, so what tells a size must be kept although nothing
// reads its value: an entry of a list, what a loop that changes sizes ends with. A binding names
// it, `mx.bind "k" = mx.dim`, and holds until the function is scheduled.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_SIZES_H
#define DELGEN_MX_SIZES_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringSet.h"

namespace delgen::mx {

/// The sizes that the types of `values` mention.
llvm::StringSet<> sizesIn(mlir::ValueRange values);

/// Binds the sizes of `v` that are symbols and not yet `told`, behind the operation that makes
/// it, and adds them to `told`.
void bindSizes(mlir::Value v, llvm::StringSet<> &told);

/// Binds every size in `f` that an entry of a list, a loop or a branch tells and nothing before.
void bindSizes(mlir::func::FuncOp f);

/// Removes the bindings of sizes that nothing mentions.
void dropUnmentioned(mlir::func::FuncOp f);

/// Removes the bindings of sizes that a value in sight has which stays, and what only they need;
/// as the last that is done to a function, for this value is not kept for its size.
void dropTold(mlir::func::FuncOp f);

/// A loop that carries the sizes that the values at `dead` have in each iteration besides, where
/// they change and no other value has them; what read the sizes of its results reads those instead.
/// Erases `loop`.
LoopOp carrySizes(LoopOp loop, const llvm::BitVector &dead);

/// Lets every loop in `f` carry the sizes that change in it: transposed, a loop is given what the
/// original ends with, of which then nothing else tells the size.
void carrySizes(mlir::func::FuncOp f);

/// A branch that yields the sizes of the results at `dead` besides, where they are read. Erases
/// `branch`.
IfOp yieldSizes(IfOp branch, const llvm::BitVector &dead);

/// The sizes that `op`, or an operation inside of it, takes from operands or makes, and does not
/// tell itself.
llvm::StringSet<> sizesMentioned(mlir::Operation *op);

/// True where a value of `v` is read, and not only one of its sizes.
bool isRead(mlir::Value v);

} // namespace delgen::mx

#endif // DELGEN_MX_SIZES_H
