//===- Loops.cpp - What is written in part, and what leaves loops ---------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Cost.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Properties.h"

#include "mlir/IR/Dominance.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/CSE.h"

using namespace mlir;

namespace delgen::mx {

//===-- Parts -------------------------------------------------------------===//

/// A matrix of blocks that is zero for the greater part, and of which nothing else is needed.
static bool isMostlyZero(Value term) {
  auto assembled = term.getDefiningOp<AssembleOp>();
  if (!assembled || !assembled->hasOneUse())
    return false;
  double written = 0;
  for (Value block : assembled.getBlocks())
    written += entries(block.getType());
  return written < entries(term.getType());
}

namespace {

class Accumulation : public ScheduleBuilder {
public:
  using ScheduleBuilder::ScheduleBuilder;
  using UniqueBuilder::copy;

  /// a + [b at (i, j), …] as a with a(i, j) + b written there.
  Value sum(AddOp add, ValueRange operands) {
    llvm::SmallVector<Value> rest;
    llvm::SmallVector<AssembleOp> blocks;
    for (auto [old, term] : llvm::zip(add.getTerms(), operands)) {
      // A matrix that holds nothing but the blocks is made only once.
      if (isMostlyZero(old) && term.getDefiningOp<AssembleOp>())
        blocks.push_back(term.getDefiningOp<AssembleOp>());
      else
        rest.push_back(term);
    }
    if (blocks.empty() || rest.empty())
      return copy(add, operands);
    Value base = rest.size() == 1 ? rest.front() : make<AddOp>(rest);
    for (AssembleOp assembled : blocks)
      for (auto [block, row, col] :
           llvm::zip(assembled.getBlocks(), assembled.getRows(), assembled.getCols())) {
        Value old = isScalar(block) ? make<ElementOp>(base, row, col)
                                    : make<SliceOp>(block.getType(), base, row, col);
        base = make<InsertOp>(make<AddOp>(ValueRange{old, block}), base, row, col);
      }
    return base;
  }
};

} // namespace

void accumulateParts(Block &block) {
  OpBuilder b(block.front().getContext());
  Accumulation accumulation(b);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    accumulation.setLocation(withoutName(op->getLoc()));
    auto add = dyn_cast<AddOp>(op);
    return add ? accumulation.sum(add, operands) : accumulation.copy(op, operands);
  });
}

//===-- Sums in branches ---------------------------------------------------===//

/// True for a term that some body leaves zero, or zero but for a part.
static bool isSparseChoice(OpResult term) {
  auto branch = dyn_cast<IfOp>(term.getOwner());
  return branch && isMatrix(term) && term.hasOneUse() &&
         llvm::any_of(branch->getRegions(), [&](Region &region) {
           Value v = region.front().getTerminator()->getOperand(term.getResultNumber());
           return constantValue(v) == 0.0 || isMostlyZero(v);
         });
}

/// a + (c ? b : 0) as c ? a + b : a, since adding a zero takes as long as adding anything.
static bool addInBranch(AddOp add) {
  for (Value v : add.getTerms()) {
    auto term = dyn_cast<OpResult>(v);
    if (!term || !isSparseChoice(term))
      continue;
    auto branch = cast<IfOp>(term.getOwner());
    llvm::SmallVector<Value> rest;
    llvm::copy_if(add.getTerms(), std::back_inserter(rest),
                  [&](Value other) { return other != v; });
    if (rest.empty() || llvm::any_of(rest, [&](Value other) {
          Operation *made = other.getDefiningOp();
          return made && (made == branch || dependsOn(made, branch));
        }))
      continue;
    OpBuilder b(add);
    Value base = rest.size() == 1 ? rest.front() : AddOp::create(b, add.getLoc(), rest);
    // The order is put right by the caller.
    passTo(branch, branch.getThen().front(), base);
    for (Region &region : branch->getRegions()) {
      Block &body = region.front();
      Operation *yield = body.getTerminator();
      Value inside = body.getArguments().back(), own = yield->getOperand(term.getResultNumber());
      b.setInsertionPoint(yield);
      yield->setOperand(term.getResultNumber(),
                        constantValue(own) == 0.0
                            ? inside
                            : AddOp::create(b, add.getLoc(), ValueRange{inside, own}).getResult());
    }
    add.replaceAllUsesWith(term);
    add.erase();
    return true;
  }
  return false;
}

void accumulateInBranches(Block &block) {
  bool hasChanged = false;
  for (Operation &op : llvm::make_early_inc_range(block))
    if (auto add = dyn_cast<AddOp>(op))
      hasChanged |= addInBranch(add);
  for (IfOp branch : block.getOps<IfOp>())
    for (Region &region : branch->getRegions())
      if (hasChanged)
        accumulateInBranches(region.front());
  if (hasChanged)
    orderByUse(block);
}

//===-- Loops -------------------------------------------------------------===//

/// What takes work and is not a view of something, or is the same number in each iteration.
static bool takesWork(Operation *op) {
  if (isa<MulOp>(op))
    return llvm::count_if(op->getOperands(), isMatrix) > 1;
  return isa<FactorizeOp, InverseOp, DetOp, LogDetOp, CholeskyOp, SolveOp, EigenvaluesOp,
             EigenvectorsOp, MapOp, HadamardOp, InnerOp, CallOp, KronOp, LoopOp, LengthOp>(op);
}

void hoistInvariants(func::FuncOp f) {
  // From the innermost loop on, so that what leaves it can go on.
  f.walk<WalkOrder::PostOrder>([](LoopOp loop) {
    if (hoist(loop, takesWork))
      dropUnusedOuter(loop);
  });
  IRRewriter rewriter(f.getContext());
  DominanceInfo dominance(f);
  eliminateCommonSubExpressions(rewriter, dominance, f);
  forEachBody(f, orderByUse);
}

} // namespace delgen::mx
