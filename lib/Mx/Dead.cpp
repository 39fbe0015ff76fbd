//===- Dead.cpp - Removes what nothing needs of loops and branches --------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Control.h"
#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Sizes.h"

using namespace mlir;

namespace delgen::mx {

static llvm::BitVector neededArguments(Block &body, llvm::ArrayRef<Value> values);

/// The arguments of the loop's body that the carried values at `wanted` depend on, in any
/// iteration.
static llvm::BitVector neededArguments(LoopOp loop, const llvm::BitVector &wanted) {
  Block &body = loop.getBody().front();
  llvm::SmallVector<Value> values;
  if (Value flag = loop.getFlag())
    values.push_back(flag);
  // What binds a size has no result, and is needed with the body.
  for (auto bind : body.getOps<BindOp>())
    values.push_back(bind.getA());
  for (unsigned i : wanted.set_bits())
    values.push_back(loop.getYielded()[i]);
  llvm::BitVector needed, before;
  do {
    before = needed;
    needed = neededArguments(body, values);
    for (unsigned i = 0; i < loop.getInits().size(); ++i)
      if (needed.test(1 + i) && !llvm::is_contained(values, loop.getYielded()[i]))
        values.push_back(loop.getYielded()[i]);
  } while (needed != before);
  for (unsigned i : wanted.set_bits())
    needed.set(1 + i);
  return needed;
}

/// Calls `reach` with the operands on which one result of an operation depends.
static void forEachNeeded(OpResult result, llvm::function_ref<void(Value)> reach) {
  Operation *op = result.getOwner();
  if (auto loop = dyn_cast<LoopOp>(op)) {
    llvm::BitVector wanted(loop.getInits().size());
    wanted.set(result.getResultNumber());
    llvm::BitVector needed = neededArguments(loop, wanted);
    if (loop.getTimes())
      reach(loop.getTimes());
    for (auto [i, init] : llvm::enumerate(loop.getInits()))
      if (needed.test(1 + i))
        reach(init);
    for (auto [i, other] : llvm::enumerate(loop.getOthers()))
      if (needed.test(1 + loop.getInits().size() + i))
        reach(other);
  } else if (auto branch = dyn_cast<IfOp>(op)) {
    reach(branch.getCondition());
    for (Region &region : branch->getRegions()) {
      Value v = region.front().getTerminator()->getOperand(result.getResultNumber());
      llvm::BitVector needed = neededArguments(region.front(), v);
      for (auto [i, other] : llvm::enumerate(branch.getOthers()))
        if (needed.test(i))
          reach(other);
    }
  } else {
    llvm::for_each(op->getOperands(), reach);
  }
}

static llvm::BitVector neededArguments(Block &body, llvm::ArrayRef<Value> values) {
  llvm::BitVector needed(body.getNumArguments());
  llvm::DenseSet<Value> seen;
  llvm::SmallVector<Value> open;
  auto reach = [&](Value v) {
    if (seen.insert(v).second)
      open.push_back(v);
  };
  llvm::for_each(values, reach);
  while (!open.empty()) {
    Value v = open.pop_back_val();
    if (auto argument = dyn_cast<BlockArgument>(v))
      needed.set(argument.getArgNumber());
    else
      forEachNeeded(cast<OpResult>(v), reach);
  }
  return needed;
}

/// The carried values that neither a result nor what has a result depends on.
static llvm::BitVector deadCarried(LoopOp loop) {
  const unsigned n = loop.getInits().size();
  llvm::BitVector wanted(n), dead(n);
  for (unsigned i = 0; i < n; ++i)
    if (isRead(loop.getResult(i)))
      wanted.set(i);
  llvm::BitVector needed = neededArguments(loop, wanted);
  for (unsigned i = 0; i < n; ++i)
    if (!needed.test(1 + i))
      dead.set(i);
  return dead;
}

LoopOp dropDead(LoopOp loop) {
  llvm::BitVector dead = deadCarried(loop);
  loop = carrySizes(loop, dead);
  dead.resize(loop.getInits().size());
  Block &body = loop.getBody().front();
  if (dead.any()) {
    // An argument without a use may still be passed on to an inner body that has none for it.
    const unsigned first = loop.isCounted() ? 0 : 1;
    for (unsigned i : dead.set_bits())
      body.getTerminator()->setOperand(first + i, loop.getCarried()[i]);
    orderByUse(body);
  }
  dropDead(body);
  if (dead.any()) {
    for (unsigned i : dead.set_bits())
      if (!loop.getCarried()[i].hasOneUse())
        dead.reset(i);
    loop = withoutCarried(loop, dead);
  }
  dropUnusedOuter(loop);
  return loop;
}

IfOp dropDead(IfOp branch) {
  llvm::BitVector dead(branch.getNumResults());
  for (OpResult result : branch.getResults())
    if (!isRead(result))
      dead.set(result.getResultNumber());
  branch = yieldSizes(branch, dead);
  dead.resize(branch.getNumResults());
  if (dead.any())
    branch = withoutResults(branch, dead);
  for (Region &region : branch->getRegions()) {
    orderByUse(region.front());
    dropDead(region.front());
  }
  dropUnusedOuter(branch);
  return branch;
}

void dropDead(Block &body) {
  llvm::SmallVector<Operation *> control = controlIn(body);
  for (Operation *op : llvm::reverse(control)) {
    if (auto loop = dyn_cast<LoopOp>(op))
      dropDead(loop);
    else
      dropDead(cast<IfOp>(op));
  }
  orderByUse(body);
}

} // namespace delgen::mx
