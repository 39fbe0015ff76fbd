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

namespace {

/// What results of loops and branches depend on, each found once: every loop around asks.
class Needs {
public:
  /// The arguments of the loop's body that the carried values at `wanted` depend on, in any
  /// iteration.
  llvm::BitVector of(LoopOp loop, const llvm::BitVector &wanted) {
    Block &body = loop.getBody().front();
    llvm::SmallVector<Value> values;
    if (Value flag = loop.getFlag())
      values.push_back(flag);
    // What binds a size has no result, and is needed with the body.
    for (auto bind : body.getOps<BindOp>())
      values.push_back(bind.getA());
    for (unsigned i : wanted.set_bits())
      values.push_back(loop.getYielded()[i]);
    llvm::BitVector needed = arguments(body, values, loop);
    for (unsigned i : wanted.set_bits())
      needed.set(1 + i);
    return needed;
  }

private:
  /// The same for one result; of a branch, what of the others the result depends on, whichever
  /// side is taken.
  const llvm::BitVector &of(OpResult result) {
    auto it = known.find(result);
    if (it == known.end()) {
      llvm::BitVector needed = find(result);
      it = known.try_emplace(result, std::move(needed)).first;
    }
    return it->second;
  }

  llvm::BitVector find(OpResult result) {
    const unsigned i = result.getResultNumber();
    if (auto branch = dyn_cast<IfOp>(result.getOwner())) {
      llvm::BitVector needed(branch.getOthers().size());
      for (Region &region : branch->getRegions())
        needed |=
            arguments(region.front(), region.front().getTerminator()->getOperand(i), LoopOp());
      return needed;
    }
    auto loop = cast<LoopOp>(result.getOwner());
    llvm::BitVector wanted(loop.getInits().size());
    wanted.set(i);
    return of(loop, wanted);
  }

  /// The arguments of a body on which the values depend; through the iterations of `loop`, if it is
  /// the body of one.
  llvm::BitVector arguments(Block &body, llvm::ArrayRef<Value> values, LoopOp loop) {
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
      if (auto result = dyn_cast<OpResult>(v)) {
        forEachNeeded(result, reach);
        continue;
      }
      const unsigned number = cast<BlockArgument>(v).getArgNumber();
      needed.set(number);
      if (loop && number > 0 && number <= loop.getInits().size())
        reach(loop.getYielded()[number - 1]);
    }
    return needed;
  }

  /// Calls `reach` with the operands on which one result of an operation depends.
  void forEachNeeded(OpResult result, llvm::function_ref<void(Value)> reach) {
    Operation *op = result.getOwner();
    auto reachOthers = [&](OperandRange others, unsigned first) {
      for (auto [i, other] : llvm::enumerate(others))
        if (of(result).test(first + i))
          reach(other);
    };
    if (auto loop = dyn_cast<LoopOp>(op)) {
      if (loop.getTimes())
        reach(loop.getTimes());
      reachOthers(loop.getInits(), 1);
      reachOthers(loop.getOthers(), 1 + loop.getInits().size());
    } else if (auto branch = dyn_cast<IfOp>(op)) {
      reach(branch.getCondition());
      reachOthers(branch.getOthers(), 0);
    } else {
      llvm::for_each(op->getOperands(), reach);
    }
  }

  llvm::DenseMap<Value, llvm::BitVector> known;
};

} // namespace

/// The carried values that neither a result nor what has a result depends on.
static llvm::BitVector deadCarried(LoopOp loop) {
  const unsigned n = loop.getInits().size();
  llvm::BitVector wanted(n), dead(n);
  for (unsigned i = 0; i < n; ++i)
    if (isRead(loop.getResult(i)))
      wanted.set(i);
  const llvm::BitVector needed = Needs().of(loop, wanted);
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
