//===- Activity.cpp - What depends on what varies -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Activity.h"

using namespace mlir;

namespace delgen::mx {

bool mayBeActive(Operation *op) {
  return !isa<CompareOp, ZerosLikeOp, LengthOp>(op) &&
         !(op->getNumResults() > 0 && llvm::all_of(op->getResultTypes(), llvm::IsaPred<IndexType>));
}

/// Makes active in `to` what is active at the same place in `from`; true where that is new.
static bool passOn(ValueRange from, ValueRange to, llvm::DenseSet<Value> &active) {
  bool isNew = false;
  for (auto [outer, inner] : llvm::zip(from, to))
    if (active.contains(outer) && !isa<IndexType>(inner.getType()))
      isNew |= active.insert(inner).second;
  return isNew;
}

void findActive(LoopOp loop, llvm::DenseSet<Value> &active) {
  do
    findActive(loop.getBody().front(), active);
  while (passOn(loop.getYielded(), loop.getCarried(), active));
}

void findActive(Block &body, llvm::DenseSet<Value> &active) {
  for (Operation &op : body.without_terminator()) {
    if (auto loop = dyn_cast<LoopOp>(op)) {
      passOn(loop.getInits(), loop.getCarried(), active);
      passOn(loop.getOthers(), loop.getOuter(), active);
      findActive(loop, active);
      passOn(loop.getCarried(), loop.getResults(), active);
    } else if (auto branch = dyn_cast<IfOp>(op)) {
      for (Region &region : branch->getRegions()) {
        passOn(branch.getOthers(), region.getArguments(), active);
        findActive(region.front(), active);
        passOn(region.front().getTerminator()->getOperands(), branch.getResults(), active);
      }
    } else if (mayBeActive(&op) &&
               llvm::any_of(op.getOperands(), [&](Value v) { return active.contains(v); })) {
      active.insert_range(op.getResults());
    }
  }
}

} // namespace delgen::mx
