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

/// Eigen stores the expressions that products read. One that may be written where a product stands,
/// or what is not read again, gets a variable, and so no memory of its own.
static void storeFactors(Block &block) {
  auto unit = UnitAttr::get(block.getParentOp()->getContext());
  for (Operation &op : block.without_terminator()) {
    auto mul = dyn_cast<MulOp>(op);
    if (!(isa<AddOp, HadamardOp, MapOp, PowOp>(op) || (mul && !isProduct(mul))) ||
        op.hasAttr(attr::local) || !op.hasOneUse() || !isDynamic(op.getResult(0)))
      continue;
    Value v = op.getResult(0);
    auto product = dyn_cast<MulOp>(onlyUser(*op.getUsers().begin()));
    if (!product || llvm::count_if(product.getFactors(), isMatrix) < 2 ||
        llvm::any_of(product.getFactors(), [](Value factor) {
          return isa_and_nonnull<DiagOp, FillOp>(factor.getDefiningOp());
        }))
      continue;
    auto isLastRead = [&](Value old) {
      Operation *from = old.getDefiningOp();
      if (!from || from->getBlock() != &block || !isDynamic(old) || isa<LoopOp, IfOp>(from))
        return false;
      bool isLast = true;
      for (OpOperand &use : old.getUses())
        forEachReading(use, [&](OpOperand &read, bool) {
          isLast &= read.getOwner() == &op || read.getOwner()->isBeforeInBlock(&op);
        });
      return isLast;
    };
    op.setAttr(attr::local, unit);
    if (startOf(v, true) || llvm::any_of(overwritable(&op), isLastRead))
      op.setAttr(attr::scratch, unit);
    else
      op.removeAttr(attr::local);
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
  storeFactors(block);
  startWithProducts(block);
}

} // namespace delgen::mx
