//===- Control.h - Changes what bodies of loops and branches take -*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_CONTROL_H
#define DELGEN_MX_CONTROL_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/BitVector.h"

namespace delgen::mx {

/// True for mx.loop and mx.if.
inline bool isControl(mlir::Operation *op) { return llvm::isa<LoopOp, IfOp>(op); }

/// The loops and branches of a block, not those inside of them: each may be replaced, and what
/// reads its sizes be removed, while the others are gone through.
llvm::SmallVector<mlir::Operation *> controlIn(mlir::Block &block);

/// True for an operation that is linear in the lists and entries that it takes, all together.
inline bool isLinearInLists(mlir::Operation *op) {
  return llvm::isa<MakeListOp, AtOp, SetAtOp, AppendOp, DropLastOp, AddListsOp>(op);
}

/// The matrix or list of which `op` makes another by writing to a part of it, which may happen
/// in its place; or null.
mlir::Value writtenBase(mlir::Operation *op);

/// What of the same block needs a result of `from`, for values or for sizes; `from` is one of them.
llvm::DenseSet<mlir::Operation *> dependents(mlir::Operation *from);

/// Copies `op` to where its operands are what `copies` has for them, and adds its results. An
/// operation with bodies may be copied again: what is inside of it is not added.
void copyTo(mlir::OpBuilder &b, mlir::Operation *op, mlir::IRMapping &copies);

/// What the bodies of a loop or branch read from outside.
mlir::MutableOperandRange outerOperands(mlir::Operation *op);
/// The arguments of a body of `op` that stand for what it reads from outside.
mlir::Block::BlockArgListType outerArguments(mlir::Operation *op, mlir::Block &body);

/// Passes `v` to every body of `op` and returns the argument for it in `body`.
mlir::Value passTo(mlir::Operation *op, mlir::Block &body, mlir::Value v);
/// Passes each value once, and nothing that no body reads.
void dropUnusedOuter(mlir::Operation *op);

/// A copy of `loop` that carries only the values that are not `dead`; the results of those must
/// have no uses. Erases `loop`.
LoopOp withoutCarried(LoopOp loop, const llvm::BitVector &dead);
/// The same for the results of a branch.
IfOp withoutResults(IfOp branch, const llvm::BitVector &dead);

/// Drops what nothing needs from the loops and branches in `body`, which stay where they are. Of a
/// value of which only a size is needed, the size stays.
void dropDead(mlir::Block &body);
/// The same for one, and what it is now.
LoopOp dropDead(LoopOp loop);
IfOp dropDead(IfOp branch);

/// Moves the operations of the loop's body for which `isWorthIt` holds, and whose operands do
/// not change from one iteration to the next, in front of the loop. True where one was moved.
bool hoist(LoopOp loop, llvm::function_ref<bool(mlir::Operation *)> isWorthIt);

/// Turns what operations in the body use from outside of it into arguments, for a loop or branch
/// whose bodies were built as if they were not isolated.
void isolate(mlir::Operation *op);

} // namespace delgen::mx

#endif // DELGEN_MX_CONTROL_H
