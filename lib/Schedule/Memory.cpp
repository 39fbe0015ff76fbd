//===- Memory.cpp - Expressions in the memory of others -------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expressions.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/InPlace.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

/// The product of which the entries of `v`, which is computed in one pass, are made one by one, so
/// that it may be written to the variable of `v` instead of one of its own; or null.
static MulOp startOf(Value v, bool isTop) {
  Operation *op = v.getDefiningOp();
  if (!op || (!isTop && (op->hasAttr(attr::local) || !op->hasOneUse())))
    return {};
  auto under = [&](Value operand) {
    return operand.getType() == v.getType() ? startOf(operand, false) : MulOp();
  };
  auto mul = dyn_cast<MulOp>(op);
  if (mul && llvm::count_if(mul.getFactors(), isMatrix) > 1) {
    if (mul.getFactors().front().getDefiningOp<DiagOp>())
      return under(mul.getFactors().back());
    auto isPlain = [](Value factor) {
      return isMatrix(factor) && !(factor.getDefiningOp() && isView(factor.getDefiningOp()));
    };
    return !isTop && isProduct(v) && llvm::all_of(mul.getFactors(), isPlain) ? mul : MulOp();
  }
  if (!isa<MulOp, MapOp, HadamardOp, PowOp, AddOp>(op))
    return {};
  for (Value operand : op->getOperands()) {
    // Eigen adds a product to a sum, and scales it, without a variable of its own.
    if (isTop && isa<AddOp, MulOp>(op) && isProduct(operand))
      continue;
    if (MulOp product = under(operand))
      return product;
  }
  return {};
}

/// True for a result of a loop, or what it starts from, if that has one size all along: it then
/// lives in the variable that is carried.
static bool keepsType(LoopOp loop, Value v) {
  for (auto [init, result, carried, yielded] :
       llvm::zip(loop.getInits(), loop.getResults(), loop.getCarried(), loop.getYielded()))
    if (v == init || v == result)
      return init.getType() == result.getType() && carried.getType() == result.getType() &&
             yielded.getType() == result.getType();
  return false;
}

/// True where `use` reads a matrix from memory, so that Eigen stores an expression that stands
/// there: in a product, where a loop starts, and what is written to a parameter.
static bool isStored(OpOperand &use) {
  Operation *user = use.getOwner();
  if (auto loop = dyn_cast<LoopOp>(user))
    return keepsType(loop, use.get());
  if (user->hasTrait<OpTrait::IsTerminator>())
    return isa<func::FuncOp>(user->getParentOp()) && use.getOperandNumber() > 0;
  auto product = dyn_cast<MulOp>(onlyUser(user));
  return product && llvm::count_if(product.getFactors(), isMatrix) > 1 &&
         llvm::none_of(product.getFactors(), [](Value factor) {
           return isa_and_nonnull<DiagOp, FillOp>(factor.getDefiningOp());
         });
}

/// True where all that reads `v` stands in front of `op`, or is `op`.
static bool isReadUntil(Value v, Operation *op) {
  Operation *last = lastReading(v);
  return !last || last == op || last->isBeforeInBlock(op);
}

/// True for an expression that Eigen stores and that may be computed in a variable of its own.
static bool isStoredExpression(Operation &op) {
  auto mul = dyn_cast<MulOp>(op);
  return (isa<AddOp, HadamardOp, MapOp, PowOp>(op) || (mul && !isProduct(mul))) &&
         !op.hasAttr(attr::local) && op.hasOneUse() && isDynamic(op.getResult(0)) &&
         isStored(*op.use_begin());
}

bool startsInProduct(Operation &op) {
  return isStoredExpression(op) && !op.getUsers().begin()->hasTrait<OpTrait::IsTerminator>() &&
         startOf(op.getResult(0), true);
}

/// Gives an expression that is stored anyway a variable, where it may be written over what is not
/// read again: it then needs no memory of its own. True where one got one.
static bool storeExpressions(Block &block) {
  auto unit = UnitAttr::get(block.getParentOp()->getContext());
  bool isChanged = false;
  for (Operation &op : block.without_terminator()) {
    if (!isStoredExpression(op))
      continue;
    const bool isResult = op.getUsers().begin()->hasTrait<OpTrait::IsTerminator>();
    auto isLastRead = [&](Value old) {
      Operation *from = old.getDefiningOp();
      if (auto loop = dyn_cast_or_null<LoopOp>(from); loop && !keepsType(loop, old))
        return false;
      // Only what loops sum up is written to parameters.
      return from && from->getBlock() == &block && isDynamic(old) && !isa<IfOp>(from) &&
             (!isResult || isa<LoopOp>(from)) && isReadUntil(old, &op);
    };
    op.setAttr(attr::local, unit);
    if (llvm::any_of(overwritable(&op), isLastRead)) {
      op.setAttr(attr::scratch, unit);
      isChanged = true;
    } else {
      op.removeAttr(attr::local);
    }
  }
  return isChanged;
}

/// Gives a right side with products, which Eigen computes in memory of their own before it copies
/// them, the variable that the solution is then written to.
static void solveInPlace(Block &block) {
  auto unit = UnitAttr::get(block.getParentOp()->getContext());
  for (SolveOp solve : block.getOps<SolveOp>()) {
    Operation *b = solve.getB().getDefiningOp();
    if (!b || b->hasAttr(attr::local) || !b->hasOneUse() || !isDynamic(solve) ||
        solve.getB().getType() != solve.getType() || !solvesInPlace(solve))
      continue;
    auto sum = dyn_cast<AddOp>(b);
    if (!isProduct(solve.getB()) && !(sum && llvm::any_of(sum.getTerms(), isProduct)))
      continue;
    for (Operation *op : {b, solve.getOperation()})
      if (!op->hasAttr(attr::local)) {
        op->setAttr(attr::local, unit);
        op->setAttr(attr::scratch, unit);
      }
  }
}

/// Computes the number that is returned before what is written to parameters, where that may then
/// be written over what the number is made of.
static void returnNumberLast(Block &block) {
  Operation *end = block.getTerminator();
  if (!isa<func::FuncOp>(block.getParentOp()) || end->getNumOperands() < 2)
    return;
  Operation *number = end->getOperand(0).getDefiningOp();
  if (!number || !isa<FloatType>(end->getOperand(0).getType()) || number->hasAttr(attr::local))
    return;
  auto unit = UnitAttr::get(block.getParentOp()->getContext());
  number->setAttr(attr::local, unit);
  number->setAttr(attr::scratch, unit);
  if (storeExpressions(block))
    return;
  number->removeAttr(attr::local);
  number->removeAttr(attr::scratch);
}

/// True for a matrix that may be written to a variable of its type that nothing reads any more.
static bool mayReuse(Operation &op) {
  auto rule = dyn_cast<RuleInterface>(op);
  return op.getNumResults() == 1 && op.hasAttr(attr::local) && isDynamic(op.getResult(0)) &&
         nameOf(op.getResult(0)).empty() && !isa<ColumnwiseOp>(op) && op.getNumRegions() == 0 &&
         rule && !rule.takesStatements();
}

/// Gives a product in a product a variable, where a later value may be written to that.
static void storeFactors(Block &block) {
  auto unit = UnitAttr::get(block.getParentOp()->getContext());
  llvm::DenseMap<Type, std::vector<Operation *>> reusing; // in order
  for (Operation &op : block.without_terminator())
    if (mayReuse(op))
      reusing[op.getResult(0).getType()].push_back(&op);
  for (Operation &op : block.without_terminator()) {
    if (!isa<MulOp>(op) || op.hasAttr(attr::start) || !op.hasOneUse() ||
        !isDynamic(op.getResult(0)) || !isProduct(op.getResult(0)) || !isStored(*op.use_begin()) ||
        isa<LoopOp>(*op.user_begin()) || op.user_begin()->hasTrait<OpTrait::IsTerminator>())
      continue;
    auto all = reusing.find(op.getResult(0).getType());
    Operation *last = lastReading(op.getResult(0));
    if (all == reusing.end() || !last)
      continue;
    auto later = llvm::partition_point(
        all->second, [&](Operation *other) { return other->isBeforeInBlock(last); });
    if (later != all->second.end() && *later == last &&
        llvm::is_contained(overwritable(last), op.getResult(0)))
      ++later;
    if (later == all->second.end())
      continue;
    op.setAttr(attr::local, unit);
    op.setAttr(attr::scratch, unit);
  }
}

/// Marks the products that start the variables that they are computed for.
static void startWithProducts(Block &block) {
  auto unit = UnitAttr::get(block.getParentOp()->getContext());
  for (Operation &op : block.without_terminator()) {
    if (op.getNumResults() != 1 || !isDynamic(op.getResult(0)))
      continue;
    const bool isReturned = isa<func::FuncOp>(block.getParentOp()) && op.hasOneUse() &&
                            op.getUsers().begin()->hasTrait<OpTrait::IsTerminator>() &&
                            op.getUses().begin()->getOperandNumber() == 0;
    if (!op.hasAttr(attr::local) && !isReturned)
      continue;
    if (MulOp product = startOf(op.getResult(0), true)) {
      op.setAttr(attr::local, unit);
      product->setAttr(attr::start, unit);
    }
  }
}

void shareMemory(Block &block) {
  solveInPlace(block);
  storeExpressions(block);
  returnNumberLast(block);
  storeFactors(block);
  startWithProducts(block);
}

} // namespace delgen::mx
