//===- Flags.cpp - Numbers that are bool in C++ ---------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A condition is a number in mx. Where it only decides, it is a bool in C++, and so is a
// variable that holds nothing else, as one that says whether a loop goes on.
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

/// The number that a scalar constant is.
static std::optional<double> numberOf(Value v) {
  auto constant = v.getDefiningOp<ConstantOp>();
  return constant ? std::optional(constant.number()) : std::nullopt;
}

bool Expressions::isCondition(Value v) {
  v = names.outer(v);
  if (flags.contains(names.variable(v)))
    return true;
  Operation *op = v.getDefiningOp();
  if (isa_and_nonnull<CompareOp>(op))
    return true;
  return isa_and_nonnull<MulOp, HadamardOp, MaxOp, CastOp>(op) &&
         llvm::all_of(op->getOperands(), [&](Value part) { return isCondition(part); });
}

bool Expressions::decides(OpOperand &use) {
  Operation *user = use.getOwner();
  const unsigned i = use.getOperandNumber();
  auto isFlag = [&](Value v) { return flags.contains(names.variable(v)); };
  auto allDecide = [&](Value v) {
    return llvm::all_of(v.getUses(), [&](OpOperand &next) { return decides(next); });
  };
  if (isa<SelectOp>(user))
    return i == 0;
  if (auto choice = dyn_cast<IfOp>(user))
    return i == 0 || llvm::all_of(choice->getRegions(),
                                  [&](Region &side) { return allDecide(side.getArgument(i - 1)); });
  if (auto loop = dyn_cast<LoopOp>(user)) {
    const unsigned first = loop.isCounted() ? 1 : 0, inits = loop.getInits().size();
    return i < first + inits ? isFlag(loop.getResult(i - first))
                             : allDecide(loop.getBody().getArgument(1 + i - first));
  }
  if (isa<YieldOp>(user)) {
    Operation *parent = user->getParentOp();
    auto loop = dyn_cast<LoopOp>(parent);
    const unsigned first = loop && !loop.isCounted() ? 1 : 0;
    return i < first || (isa<LoopOp, IfOp>(parent) && isFlag(parent->getResult(i - first)));
  }
  // The opposite.
  if (auto compare = dyn_cast<CompareOp>(user))
    return i == 0 && numberOf(compare.getB()) == 0.0 && isFlag(use.get()) &&
           llvm::is_contained({"eq", "ne"}, compare.getRelation());
  return user->getNumResults() == 1 && isCondition(user->getResult(0)) &&
         isConditionLocal(user->getResult(0));
}

bool Expressions::isConditionLocal(Value v) {
  v = names.outer(v);
  if (flags.contains(names.variable(v)))
    return true;
  return isCondition(v) && llvm::all_of(v.getUses(), [&](OpOperand &use) { return decides(use); });
}

std::string Expressions::truth(Value v) {
  if (std::optional<double> number = numberOf(names.outer(v)))
    return *number == 0 ? "false" : "true";
  return condition(v, false);
}

void Expressions::findFlags() {
  // All that may be flags, less those of which something says that they are not.
  for (const Storage::Variable &variable : names.variables())
    if (isScalar(variable.values.front()) &&
        isa_and_nonnull<LoopOp, IfOp>(variable.values.front().getDefiningOp()))
      flags.insert(&variable);
  auto mayHold = [&](Value v) {
    std::optional<double> number = numberOf(names.outer(v));
    return number ? *number == 0 || *number == 1 : isCondition(v);
  };
  auto isFlag = [&](const Storage::Variable &variable) {
    return llvm::all_of(variable.values, [&](Value v) {
      if (!llvm::all_of(v.getUses(), [&](OpOperand &use) { return decides(use); }))
        return false;
      auto result = dyn_cast<OpResult>(v);
      if (!result)
        return true;
      Operation *op = result.getOwner();
      const unsigned i = result.getResultNumber();
      if (auto loop = dyn_cast<LoopOp>(op))
        return mayHold(loop.getInits()[i]) && mayHold(loop.getYielded()[i]);
      if (isa<IfOp>(op))
        return llvm::all_of(op->getRegions(), [&](Region &side) {
          return mayHold(side.front().getTerminator()->getOperand(i));
        });
      return isa<CompareOp>(op) ||
             (isa<MulOp, MaxOp>(op) && llvm::all_of(op->getOperands(), mayHold));
    });
  };
  for (bool hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const Storage::Variable &variable : names.variables())
      if (flags.contains(&variable) && !isFlag(variable)) {
        flags.erase(&variable);
        hasChanged = true;
      }
  }
}

} // namespace delgen
