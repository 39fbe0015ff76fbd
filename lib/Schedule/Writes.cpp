//===- Writes.cpp - What is overwritten is read before --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A matrix of which a part is replaced is copied only where the old one is read afterwards. A
// scalar or a part that is read of it can be read before.
//
//===----------------------------------------------------------------------===//

#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Sizes.h"

using namespace mlir;

namespace delgen::mx {

/// What `op` may write to instead of copying it.
static llvm::SmallVector<Value> overwritten(Operation *op) {
  if (Value base = writtenBase(op))
    return {base};
  if (auto loop = dyn_cast<LoopOp>(op))
    return llvm::to_vector(loop.getInits());
  // What a side yields or makes another of.
  llvm::SmallVector<Value> values;
  if (auto choice = dyn_cast<IfOp>(op))
    for (Region &side : op->getRegions())
      for (auto [other, argument] : llvm::zip(choice.getOthers(), side.getArguments()))
        if (llvm::any_of(argument.getUses(), [](OpOperand &use) {
              Operation *user = use.getOwner();
              return isa<YieldOp, LoopOp, IfOp>(user) || writtenBase(user) == use.get();
            }))
          values.push_back(other);
  return values;
}

namespace {

/// Which operation of a block is the first that tells a size.
class Tellers {
public:
  explicit Tellers(Block &block) {
    for (const auto &size : sizesIn(block.getArguments()))
      first[size.first()] = nullptr;
    for (Operation &op : block)
      add(&op);
  }

  /// Says that `op` stands where it did not.
  void add(Operation *op) {
    auto tell = [&](StringRef size) {
      auto [it, isNew] = first.try_emplace(size, op);
      if (!isNew && it->second && op->isBeforeInBlock(it->second))
        it->second = op;
    };
    if (auto bind = dyn_cast<BindOp>(op))
      tell(bind.getSymbol());
    for (const auto &size : sizesIn(op->getResults()))
      tell(size.first());
  }

  /// True where `op` mentions a size that is told before it, but not before `write`.
  bool needsSizeBehind(Operation *op, Operation *write) const {
    return llvm::any_of(sizesMentioned(op), [&](const auto &size) {
      auto it = first.find(size.first());
      Operation *teller = it == first.end() ? nullptr : it->second;
      return teller && teller != op && teller->isBeforeInBlock(op) &&
             !teller->isBeforeInBlock(write);
    });
  }

private:
  llvm::StringMap<Operation *> first; // null for an argument
};

} // namespace

/// Collects what of the block `op` is made of and stands behind `write`, in order; false where
/// that is `write` itself, or tells one of its sizes.
static bool collect(Operation *op, Operation *write, const Tellers &tellers,
                    llvm::SetVector<Operation *> &moved) {
  if (op == write)
    return false;
  if (op->getBlock() != write->getBlock() || op->isBeforeInBlock(write) || moved.contains(op))
    return true;
  if (tellers.needsSizeBehind(op, write))
    return false;
  for (Value operand : op->getOperands())
    if (Operation *from = operand.getDefiningOp(); from && !collect(from, write, tellers, moved))
      return false;
  moved.insert(op);
  return true;
}

/// True where a statement that `op` is part of stands behind `write`, or inside.
static bool isReadAfter(Operation *op, Operation *write) {
  if (op == write)
    return false;
  if (op->getNumResults() != 1 || op->hasAttr(attr::local))
    return write->isBeforeInBlock(op);
  return llvm::any_of(op->getUses(), [&](OpOperand &use) {
    const bool isInside = use.getOwner() == write &&
                          (isa<LoopOp>(write) || (isa<IfOp>(write) && use.getOperandNumber() > 0));
    // `while (c)` tests before it runs the choice.
    auto loop = dyn_cast<LoopOp>(write->getParentOp());
    const bool isTested = loop && isa<YieldOp>(use.getOwner()) && use.getOperandNumber() == 0 &&
                          chosenWhile(loop) == write;
    return isInside || (!isTested && isReadAfter(use.getOwner(), write));
  });
}

void readBeforeWrites(Block &block) {
  llvm::SmallVector<Operation *> writes;
  for (Operation &op : block.without_terminator())
    if (!overwritten(&op).empty())
      writes.push_back(&op);
  Tellers tellers(block);
  for (Operation *write : writes)
    for (Value base : overwritten(write))
      for (Operation *reader : llvm::SetVector<Operation *>(base.user_begin(), base.user_end())) {
        if (!isReadAfter(reader, write) || reader->hasTrait<OpTrait::IsTerminator>() ||
            reader->getNumResults() == 0)
          continue;
        // One of two that write to it has a copy, whichever comes first.
        if (llvm::is_contained(overwritten(reader), base))
          continue;
        // A view of all of it would be a copy, too.
        if (isa<TransposeOp, ReverseOp, ReshapeOp, DiagOp, FillOp, InsertOp>(reader))
          continue;
        llvm::SetVector<Operation *> moved;
        if (!collect(reader, write, tellers, moved))
          continue;
        reader->setAttr(attr::local, UnitAttr::get(block.getParentOp()->getContext()));
        for (Operation *op : moved) {
          op->moveBefore(write);
          tellers.add(op);
        }
      }
}

} // namespace delgen::mx
