//===- InPlace.cpp - What may be written over what it reads ---------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/InPlace.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace delgen::mx {

bool isDynamic(Value v) {
  return isMatrix(v) && (rowsOf(v.getType()).isSymbol() || colsOf(v.getType()).isSymbol());
}

bool isStatement(Operation *op) {
  return op->hasAttr(attr::local) || op->getNumResults() != 1 || isa<LoopOp, IfOp>(op);
}

void forEachReading(OpOperand &use, llvm::function_ref<void(OpOperand &, bool)> each,
                    bool isDirect) {
  if (isStatement(use.getOwner()))
    return each(use, isDirect);
  for (OpOperand &next : use.getOwner()->getResult(0).getUses())
    forEachReading(next, each, false);
}

Operation *lastReading(Value v) {
  Operation *last = nullptr;
  for (OpOperand &use : v.getUses())
    forEachReading(use, [&](OpOperand &read, bool) {
      if (!last || last->isBeforeInBlock(read.getOwner()))
        last = read.getOwner();
    });
  return last;
}

namespace {

/// What an expression reads, and whether each entry of it is read for the entry in its place only.
class Readings {
public:
  explicit Readings(Operation *op) { visitOperands(op, true); }

  llvm::MapVector<Value, bool> inPlace;
  /// A part of the expression is written to the variable of the whole before the rest is computed.
  bool hasStart = false;

private:
  void visit(Value v, bool isInPlace) {
    // A number is computed before any entry is written.
    if (!isa<MatrixType>(v.getType()))
      return;
    Operation *op = v.getDefiningOp();
    if (!op || isStatement(op)) {
      auto [it, isNew] = inPlace.try_emplace(v, isInPlace);
      it->second &= isInPlace;
      return;
    }
    hasStart |= op->hasAttr(attr::start);
    visitOperands(op, isInPlace);
  }

  void visitOperands(Operation *op, bool isInPlace) {
    auto mul = dyn_cast<MulOp>(op);
    const bool isScaled =
        mul && (llvm::count_if(mul.getFactors(), isMatrix) == 1 ||
                llvm::any_of(mul.getFactors(), [](Value v) { return v.getDefiningOp<DiagOp>(); }));
    const bool isEntrywise =
        isScaled || isa<AddOp, HadamardOp, MapOp, PowOp, PowerOp, MaxOp, MinOp>(op);
    for (Value operand : op->getOperands())
      visit(operand, isInPlace && isEntrywise && operand.getType() == op->getResult(0).getType() &&
                         !operand.getDefiningOp<DiagOp>());
  }
};

} // namespace

bool solvesInPlace(SolveOp solve) {
  const Factorization &row = factorizationOf(solve.getA()).row();
  return row.isSymmetric && !solve.getTransposed();
}

llvm::SmallVector<Value> overwritable(Operation *op) {
  llvm::SmallVector<Value> values;
  const Type type = op->getResult(0).getType();
  if (auto columns = dyn_cast<ColumnwiseOp>(op)) {
    for (auto [v, column] : llvm::zip(columns.getColumns(), columns.getBody().getArguments()))
      if (v.getType() == type && v.getDefiningOp() && isStatement(v.getDefiningOp()) &&
          column.getType() == columns.getBody().front().getTerminator()->getOperand(0).getType() &&
          isVector(column) && colsOf(column.getType()).is(1) &&
          !llvm::is_contained(columns.getOthers(), v))
        values.push_back(v);
    return values;
  }
  if (auto solve = dyn_cast<SolveOp>(op)) {
    Value b = solve.getB();
    if (solvesInPlace(solve) && b.getType() == type && b.getDefiningOp() &&
        isStatement(b.getDefiningOp()))
      values.push_back(b);
    return values;
  }
  const Readings readings(op);
  if (readings.hasStart)
    return {};
  for (auto [v, isInPlace] : readings.inPlace)
    if (isInPlace && v.getType() == type)
      values.push_back(v);
  return values;
}

} // namespace delgen::mx
