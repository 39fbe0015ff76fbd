//===- Dyads.cpp - Sums of outer products, column by column ---------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// u vᵀ + w zᵀ as one expression reads v and z again for every few entries of a column; column by
// column, vⱼ u + zⱼ w, they are two numbers for all of it.
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Expressions.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/InPlace.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

/// The outer product u vᵀ that `v` is and nothing else reads, of as many entries as its sizes tell;
/// null for anything else.
static MulOp dyadOf(Value v) {
  auto mul = v.getDefiningOp<MulOp>();
  if (!mul || !v.hasOneUse() || mul.getFactors().size() != 2)
    return {};
  auto left = dyn_cast<MatrixType>(mul.getFactors()[0].getType());
  auto right = dyn_cast<MatrixType>(mul.getFactors()[1].getType());
  const bool isDyad = left && right && left.isColumn() && right.isRow() &&
                      left.getRows().isSymbol() && right.getCols().isSymbol();
  const bool hasOnes = isDyad && (constantValue(mul.getFactors()[0]) == 1.0 ||
                                  constantValue(mul.getFactors()[1]) == 1.0);
  return isDyad && !hasOnes ? mul : MulOp();
}

/// Computes what a column is made of once, before.
static void store(Value v) {
  if (auto t = v.getDefiningOp<TransposeOp>())
    v = t.getA();
  Operation *op = v.getDefiningOp();
  if (!op || !isa<AddOp, MulOp, HadamardOp, MapOp, PowOp, SolveOp>(op) || op->hasAttr(attr::local))
    return;
  op->setAttr(attr::local, UnitAttr::get(op->getContext()));
  if (op->hasOneUse() && nameOf(v).empty())
    op->setAttr(attr::scratch, UnitAttr::get(op->getContext()));
}

void addDyadsByColumns(Block &block) {
  for (AddOp add : llvm::make_early_inc_range(block.getOps<AddOp>())) {
    // What is stored, or returned; any other sum is one pass with what reads it, or with the
    // variable that it is written to.
    Operation *user = add.use_empty() ? nullptr : *add->user_begin();
    const bool isStored =
        !add->hasOneUse() || (isa<func::ReturnOp>(user) && user->getNumOperands() == 1);
    if (add.use_empty() || !isStored || !llvm::all_of(add.getTerms(), dyadOf))
      continue;
    llvm::SmallVector<Value> rows, columns;
    for (Value term : add.getTerms()) {
      rows.push_back(dyadOf(term).getFactors()[1]);
      columns.push_back(dyadOf(term).getFactors()[0]);
    }
    OpBuilder b(add);
    auto whole = ColumnwiseOp::create(b, add.getLoc(), add.getType(), rows, columns);
    if (add->hasOneUse() && nameOf(add).empty())
      whole->setAttr(attr::scratch, b.getUnitAttr());
    Block *body = b.createBlock(&whole.getBody());
    llvm::SmallVector<Value> terms;
    for (Value row : rows)
      body->addArgument(elementType(row.getType()), add.getLoc());
    for (auto [i, column] : llvm::enumerate(columns)) {
      Value u = body->addArgument(column.getType(), add.getLoc());
      terms.push_back(
          MulOp::create(b, add.getLoc(), ValueRange{body->getArgument(i), u}).getResult());
    }
    YieldOp::create(b, add.getLoc(), AddOp::create(b, add.getLoc(), terms).getResult());
    add.replaceAllUsesWith(whole.getResult());
    llvm::SmallVector<Value> dyads(add.getTerms());
    add.erase();
    for (Value dyad : dyads)
      dyad.getDefiningOp()->erase();
    llvm::for_each(rows, store);
    llvm::for_each(columns, store);
  }
}

} // namespace delgen::mx
