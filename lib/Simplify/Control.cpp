//===- Control.cpp - Loops and branches without what they do not need -----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Differentiation builds loops that carry everything; here they lose what nothing needs. What
// costs nothing where it is read moves into bodies, what does not vary moves out.
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"
#include "Sameness.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;

namespace delgen::mx {

//===-- In and out of bodies ----------------------------------------------===//

/// Costs nothing where it is read, or is seen only by the algebra where it is used: an inverse
/// becomes a solve, of which the factorisation leaves the loop again when it is scheduled.
static bool belongsInside(Operation *op) {
  if (op->getNumOperands() == 0)
    return isa<ConstantOp, IdentityOp, ExtentOp, arith::ConstantOp>(op);
  return isa<TransposeOp, FillOp, RealOp, InverseOp, DiagOp, LengthOp>(op);
}

static void sink(Operation *op) {
  MutableOperandRange outer = outerOperands(op);
  for (unsigned i = 0; i < outer.size(); ++i) {
    Operation *made = outer[i].get().getDefiningOp();
    if (!made || !belongsInside(made))
      continue;
    for (Region &region : op->getRegions()) {
      Block &body = region.front();
      Value argument = outerArguments(op, body)[i];
      if (argument.use_empty())
        continue;
      IRMapping inside;
      for (Value operand : made->getOperands())
        if (!inside.contains(operand))
          inside.map(operand, passTo(op, body, operand));
      OpBuilder b = OpBuilder::atBlockBegin(&body);
      Operation *copy = b.clone(*made, inside);
      copy->setLoc(withoutName(copy->getLoc()));
      argument.replaceAllUsesWith(copy->getResult(0));
    }
    outer = outerOperands(op);
  }
}

/// True for what takes work. What stays inside is either free or better seen by the algebra.
static bool takesWork(Operation *op) {
  if (belongsInside(op) || !isa<RuleInterface, CallOp, LoopOp, IfOp>(op))
    return false;
  if (isa<ElementOp, SliceOp, ReverseOp, ReshapeOp, TriangleOp, SymmetricOp, DiagonalOp, CompareOp>(
          op))
    return false;
  // A multiple is read as cheaply as what it is a multiple of.
  if (isa<MulOp>(op))
    return llvm::count_if(op->getOperands(), [](Value v) { return !constantValue(v); }) > 1;
  return true;
}

//===-- What is carried ---------------------------------------------------===//

/// Replaces what a loop carries without changing it by the value outside.
static void takeOutInvariants(LoopOp loop) {
  for (unsigned i = 0; i < loop.getInits().size(); ++i) {
    BlockArgument argument = loop.getCarried()[i];
    Value init = loop.getInits()[i];
    if (loop.getYielded()[i] != argument || init.getType() != argument.getType() ||
        init.getType() != loop.getResult(i).getType())
      continue;
    loop.getResult(i).replaceAllUsesWith(init);
    if (!argument.use_empty())
      argument.replaceAllUsesWith(passTo(loop, loop.getBody().front(), init));
  }
}

/// Carries values once that are equal in every iteration.
static void mergeEqual(LoopOp loop) {
  Block &body = loop.getBody().front();
  Sameness same(loop, body, loop, body, std::equal_to<Value>());
  for (unsigned j = 1; j < loop.getInits().size(); ++j)
    for (unsigned i = 0; i < j; ++i)
      if (same.areCarriedAlike(i, j)) {
        loop.getCarried()[j].replaceAllUsesWith(loop.getCarried()[i]);
        loop.getResult(j).replaceAllUsesWith(loop.getResult(i));
        break;
      }
}

//===-- The order of the iterations ---------------------------------------===//

/// True where what is carried is only added to, and no iteration reads a sum so far, so that the
/// order of the additions is free.
static bool isAccumulated(LoopOp loop, unsigned i) {
  BlockArgument argument = loop.getCarried()[i];
  Value next = loop.getYielded()[i];
  if (!next.hasOneUse())
    return false;
  if (Operation *sum = next.getDefiningOp(); isa_and_nonnull<AddOp, AddListsOp>(sum))
    return argument.hasOneUse() && llvm::is_contained(sum->getOperands(), argument);
  // An inner loop may do the adding.
  if (auto inner = next.getDefiningOp<LoopOp>()) {
    const unsigned place = cast<OpResult>(next).getResultNumber();
    return argument.hasOneUse() && inner.getInits()[place] == argument &&
           isAccumulated(inner, place);
  }
  auto set = next.getDefiningOp<SetAtOp>();
  if (!set || set.getA() != argument)
    return false;
  auto sum = set.getValue().getDefiningOp<AddOp>();
  return sum && sum->hasOneUse() && llvm::all_of(argument.getUsers(), [&](Operation *user) {
           auto read = dyn_cast<AtOp>(user);
           return user == set.getOperation() ||
                  (read && read.getI() == set.getI() && read->hasOneUse() &&
                   llvm::is_contained(sum.getTerms(), read.getResult()));
         });
}

/// Lets a loop run upwards that runs downwards, n − 1 − k, where the order does not matter: it
/// may then be one with the loop that computes the value.
static void turnUpwards(LoopOp loop) {
  BlockArgument counter = loop.getCounter();
  if (!loop.isCounted() || counter.use_empty())
    return;
  for (unsigned i = 0; i < loop.getInits().size(); ++i)
    if (!isAccumulated(loop, i))
      return;
  const unsigned first = 1 + loop.getInits().size();
  auto isLast = [&](Value v) {
    auto argument = dyn_cast<BlockArgument>(v);
    if (!argument || argument.getArgNumber() < first)
      return false;
    Value outer = loop.getOthers()[argument.getArgNumber() - first];
    if (auto number = outer.getDefiningOp<arith::ConstantIndexOp>())
      if (auto times = loop.getTimes().getDefiningOp<arith::ConstantIndexOp>())
        return number.value() == times.value() - 1;
    return Affine::of(outer, loop->getBlock()) ==
           Affine::of(loop.getTimes(), loop->getBlock()) - Affine(1);
  };
  llvm::SmallVector<Operation *> turned;
  for (Operation *user : counter.getUsers()) {
    auto difference = dyn_cast<arith::SubIOp>(user);
    if (!difference || difference.getRhs() != counter || !isLast(difference.getLhs()))
      return;
    turned.push_back(user);
  }
  for (Operation *user : turned)
    user->getResult(0).replaceAllUsesWith(counter);
}

//===-- Where sums start --------------------------------------------------===//

/// True for zero, or a list of zeros.
static bool isZero(Value v) {
  if (auto made = v.getDefiningOp<MakeListOp>())
    return !made.getValues().empty() && llvm::all_of(made.getValues(), isZero);
  return v.getDefiningOp<ZerosLikeOp>() || constantValue(v) == 0.0;
}

/// a + (0 + b₁ + b₂ + ⋯), the second a sum that a loop makes, as (a + b₁ + b₂ + ⋯): what is
/// carried starts from what it is added to.
static void startFromSum(LoopOp loop) {
  for (OpResult result : loop.getResults()) {
    const unsigned i = result.getResultNumber();
    if (!result.hasOneUse() || !isZero(loop.getInits()[i]) || !isAccumulated(loop, i))
      continue;
    Operation *sum = *result.user_begin();
    if (!isa<AddOp, AddListsOp>(sum) || sum->getBlock() != loop->getBlock())
      continue;
    llvm::SmallVector<Value> rest;
    llvm::copy_if(sum->getOperands(), std::back_inserter(rest),
                  [&](Value v) { return v != result; });
    auto isEarlier = [&](Value v) {
      return !v.getDefiningOp() || v.getDefiningOp()->isBeforeInBlock(loop);
    };
    if (rest.empty() || !llvm::all_of(rest, isEarlier) ||
        llvm::any_of(rest, [&](Value v) { return v.getType() != loop.getCarried()[i].getType(); }))
      continue;
    OpBuilder b(loop);
    Value start = rest.front();
    if (rest.size() > 1)
      start = AddOp::create(b, withoutName(sum->getLoc()), rest);
    loop.getInitsMutable()[i].set(start);
    sum->getResult(0).replaceAllUsesWith(result);
  }
}

//===-- Each --------------------------------------------------------------===//

static void simplifyLoop(LoopOp loop) {
  takeOutInvariants(loop);
  mergeEqual(loop);
  loop = dropDead(loop);
  sink(loop);
  hoist(loop, takesWork);
  turnUpwards(loop);
  startFromSum(loop);
  dropUnusedOuter(loop);
  if (loop.isCounted())
    if (auto times = loop.getTimes().getDefiningOp<arith::ConstantIndexOp>();
        times && times.value() <= 0)
      for (auto [result, init] : llvm::zip(loop.getResults(), loop.getInits()))
        if (result.getType() == init.getType())
          result.replaceAllUsesWith(init);
}

/// What the body yields at `i` where it only passes it on, as it stands outside.
static Value passedThrough(IfOp branch, Region &body, unsigned i) {
  Value v = body.front().getTerminator()->getOperand(i);
  auto argument = dyn_cast<BlockArgument>(v);
  return argument ? branch.getOthers()[argument.getArgNumber()] : Value();
}

static void simplifyBranch(IfOp branch) {
  if (std::optional<double> c = constantValue(branch.getCondition())) {
    Block &body = (*c != 0 ? branch.getThen() : branch.getOtherwise()).front();
    OpBuilder b(branch);
    IRMapping outside;
    outside.map(body.getArguments(), branch.getOthers());
    for (Operation &op : body.without_terminator())
      b.clone(op, outside);
    for (auto [result, v] : llvm::zip(branch.getResults(), body.getTerminator()->getOperands()))
      result.replaceAllUsesWith(outside.lookup(v));
    branch.erase();
    return;
  }
  for (OpResult result : branch.getResults()) {
    const unsigned i = result.getResultNumber();
    Value v = passedThrough(branch, branch.getThen(), i);
    if (v && v == passedThrough(branch, branch.getOtherwise(), i) &&
        v.getType() == result.getType())
      result.replaceAllUsesWith(v);
  }
  branch = dropDead(branch);
  sink(branch);
  dropUnusedOuter(branch);
}

void simplifyControl(Block &block) {
  for (Operation *op : controlIn(block)) {
    if (auto loop = dyn_cast<LoopOp>(op))
      simplifyLoop(loop);
    else
      simplifyBranch(cast<IfOp>(op));
  }
  fuseControl(block);
}

} // namespace delgen::mx
