//===- Control.cpp - Changes what bodies of loops and branches take -------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Control.h"
#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Sizes.h"

#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace delgen::mx {

llvm::SmallVector<Operation *> controlIn(Block &block) {
  llvm::SmallVector<Operation *> found;
  for (Operation &op : block)
    if (isControl(&op))
      found.push_back(&op);
  return found;
}

Value writtenBase(Operation *op) {
  if (auto insert = dyn_cast<InsertOp>(op))
    return insert.getB();
  return isa<SetAtOp, AppendOp, DropLastOp, AddListsOp>(op) ? op->getOperand(0) : Value();
}

llvm::DenseSet<Operation *> dependents(Operation *from) {
  llvm::DenseSet<Operation *> found = {from};
  // Types mention sizes without an operand.
  llvm::StringSet<> sizes;
  auto needs = [&](Operation *op) {
    auto isFound = [&](Value v) { return found.contains(v.getDefiningOp()); };
    auto isSize = [&](const auto &size) { return sizes.contains(size.first()); };
    return llvm::any_of(op->getOperands(), isFound) ||
           (!sizes.empty() && llvm::any_of(sizesMentioned(op), isSize));
  };
  for (Operation *op = from->getNextNode(); op; op = op->getNextNode())
    if (needs(op)) {
      found.insert(op);
      if (auto bind = dyn_cast<BindOp>(op))
        sizes.insert(bind.getSymbol());
    }
  return found;
}

void copyTo(OpBuilder &b, Operation *op, IRMapping &copies) {
  // A body loses the arguments for which the mapping has something already.
  IRMapping outside;
  for (Value v : op->getOperands())
    outside.map(v, copies.lookup(v));
  copies.map(op->getResults(), b.clone(*op, outside)->getResults());
}

MutableOperandRange outerOperands(Operation *op) {
  if (auto loop = dyn_cast<LoopOp>(op))
    return loop.getOthersMutable();
  return cast<IfOp>(op).getOthersMutable();
}

Block::BlockArgListType outerArguments(Operation *op, Block &body) {
  auto loop = dyn_cast<LoopOp>(op);
  return loop ? loop.getOuter() : body.getArguments();
}

Value passTo(Operation *op, Block &body, Value v) {
  outerOperands(op).append(v);
  Value argument;
  for (Region &region : op->getRegions()) {
    Value own = region.addArgument(v.getType(), v.getLoc());
    if (&region.front() == &body)
      argument = own;
  }
  return argument;
}

void dropUnusedOuter(Operation *op) {
  MutableOperandRange operands = outerOperands(op);
  const unsigned skipped = isa<LoopOp>(op) ? 1 + cast<LoopOp>(op).getInits().size() : 0;
  llvm::SmallDenseMap<Value, unsigned> first;
  llvm::BitVector dead(operands.size());
  for (unsigned i = 0; i < operands.size(); ++i) {
    auto [it, isNew] = first.try_emplace(operands[i].get(), i);
    if (!isNew)
      for (Region &region : op->getRegions())
        region.getArgument(skipped + i)
            .replaceAllUsesWith(region.getArgument(skipped + it->second));
  }
  for (unsigned i = 0; i < operands.size(); ++i)
    if (llvm::all_of(op->getRegions(),
                     [&](Region &region) { return region.getArgument(skipped + i).use_empty(); }))
      dead.set(i);
  for (int i = dead.find_last(); i >= 0; i = dead.find_prev(i)) {
    operands.erase(i);
    for (Region &region : op->getRegions())
      region.eraseArgument(skipped + i);
  }
}

/// Removes the operands of the terminator at `dead`, behind the first `skipped`.
static void dropYielded(Block &body, unsigned skipped, const llvm::BitVector &dead) {
  llvm::BitVector operands(skipped + dead.size());
  for (unsigned i : dead.set_bits())
    operands.set(skipped + i);
  body.getTerminator()->eraseOperands(operands);
}

/// `values` without those that are dead.
template <typename Range> static auto without(Range &&values, const llvm::BitVector &dead) {
  llvm::SmallVector<std::decay_t<decltype(*values.begin())>> kept;
  for (auto [i, v] : llvm::enumerate(values))
    if (!dead[i])
      kept.push_back(v);
  return kept;
}

/// Replaces the results of `before` that are not dead by those of `after`.
static void takeOver(Operation *before, Operation *after, const llvm::BitVector &dead) {
  for (auto [region, from] : llvm::zip(after->getRegions(), before->getRegions()))
    region.takeBody(from);
  unsigned next = 0;
  for (OpResult result : before->getResults())
    if (!dead[result.getResultNumber()]) {
      after->getResult(next).setLoc(result.getLoc());
      result.replaceAllUsesWith(after->getResult(next++));
    }
  before->erase();
}

LoopOp withoutCarried(LoopOp loop, const llvm::BitVector &dead) {
  Block &body = loop.getBody().front();
  dropYielded(body, loop.isCounted() ? 0 : 1, dead);
  orderByUse(body); // removes what the dead values alone need
  OpBuilder b(loop);
  auto fresh = LoopOp::create(b, loop.getLoc(), without(loop.getResultTypes(), dead),
                              loop.getTimes(), without(loop.getInits(), dead), loop.getOthers());
  const unsigned carried = dead.size();
  for (int i = static_cast<int>(carried) - 1; i >= 0; --i)
    if (dead[i])
      body.eraseArgument(1 + i);
  takeOver(loop, fresh, dead);
  return fresh;
}

IfOp withoutResults(IfOp branch, const llvm::BitVector &dead) {
  for (Region *region : {&branch.getThen(), &branch.getOtherwise()})
    dropYielded(region->front(), 0, dead);
  OpBuilder b(branch);
  auto fresh = IfOp::create(b, branch.getLoc(), without(branch.getResultTypes(), dead),
                            branch.getCondition(), branch.getOthers());
  takeOver(branch, fresh, dead);
  return fresh;
}

bool hoist(LoopOp loop, llvm::function_ref<bool(Operation *)> isWorthIt) {
  Block &body = loop.getBody().front();
  bool isChanged = false;
  for (Operation &op : llvm::make_early_inc_range(body.without_terminator())) {
    const unsigned first = 1 + loop.getInits().size();
    auto isOuter = [&](Value v) {
      auto argument = dyn_cast<BlockArgument>(v);
      return argument && argument.getOwner() == &body && argument.getArgNumber() >= first;
    };
    if (op.getNumOperands() == 0 || op.getNumResults() == 0 ||
        !llvm::all_of(op.getOperands(), isOuter) || !isWorthIt(&op))
      continue;
    IRMapping outside;
    for (Value v : op.getOperands())
      outside.map(v, loop.getOthers()[cast<BlockArgument>(v).getArgNumber() - first]);
    OpBuilder b(loop);
    Operation *moved = b.clone(op, outside);
    for (auto [before, after] : llvm::zip(op.getResults(), moved->getResults())) {
      // Inside, the value goes by the name that it has outside.
      before.replaceAllUsesWith(passTo(loop, body, after));
    }
    op.erase();
    isChanged = true;
  }
  return isChanged;
}

void isolate(Operation *op) {
  for (Region &region : op->getRegions()) {
    Block &body = region.front();
    llvm::MapVector<Value, Value> passed;
    region.walk([&](Operation *inner) {
      for (OpOperand &operand : inner->getOpOperands()) {
        Value v = operand.get();
        if (region.isAncestor(v.getParentRegion()))
          continue;
        auto [it, isNew] = passed.try_emplace(v);
        if (isNew)
          it->second = passTo(op, body, v);
        operand.set(it->second);
      }
    });
  }
  dropUnusedOuter(op);
}

} // namespace delgen::mx
