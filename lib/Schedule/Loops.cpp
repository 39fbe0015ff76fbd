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
#include "mlir/IR/IRMapping.h"
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
    if (rest.empty())
      continue;
    const llvm::DenseSet<Operation *> after = dependents(branch);
    if (llvm::any_of(rest, [&](Value other) { return after.contains(other.getDefiningOp()); }))
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

/// What takes work and is not a view of something, or is the same number in each iteration.
static bool takesWork(Operation *op) {
  if (isa<MulOp>(op))
    return llvm::count_if(op->getOperands(), isMatrix) > 1;
  if (isa<PowOp>(op))
    return isMatrix(op->getResult(0));
  return isa<FactorizeOp, InverseOp, DetOp, LogDetOp, CholeskyOp, SolveOp, EigenvaluesOp,
             EigenvectorsOp, MapOp, HadamardOp, InnerOp, CallOp, KronOp, LoopOp, LengthOp>(op);
}

//===-- Parts of what loops do not change ---------------------------------===//

/// The loop around `loop`, whose body has it as a statement; or null.
static LoopOp loopAround(LoopOp loop) { return dyn_cast<LoopOp>(loop->getParentOp()); }

/// True where what `loop` is given as `v` is the same in each iteration of the loop around it too.
static bool isSameOutside(LoopOp loop, Value v) {
  LoopOp around = loopAround(loop);
  auto argument = dyn_cast<BlockArgument>(v);
  if (!around || !argument || argument.getOwner() != &loop.getBody().front())
    return false;
  const unsigned first = 1 + loop.getInits().size();
  if (argument.getArgNumber() < first)
    return false;
  auto isGiven = [&](Value outer) {
    auto given = dyn_cast<BlockArgument>(outer);
    return given && given.getOwner() == &around.getBody().front() &&
           given.getArgNumber() > around.getInits().size();
  };
  Value outer = loop.getOthers()[argument.getArgNumber() - first];
  if (Operation *made = outer.getDefiningOp())
    return takesWork(made) && llvm::all_of(made->getOperands(), isGiven);
  return isGiven(outer);
}

/// The sums of the columns of what `loop` is given as `whole`, computed in front of the loop
/// around it; null where it is computed after that.
static Value columnSums(LoopOp loop, Value whole) {
  LoopOp around = loopAround(loop);
  auto given = [](LoopOp of, Value argument) {
    const unsigned i = cast<BlockArgument>(argument).getArgNumber();
    return of.getOthers()[i - 1 - of.getInits().size()];
  };
  Value outer = given(loop, whole);
  if (!isa<BlockArgument>(outer))
    return {};
  outer = given(around, outer);
  OpBuilder b(around);
  const Location loc = withoutName(whole.getLoc());
  auto type = cast<MatrixType>(outer.getType());
  Value one = ConstantOp::create(b, loc, type.getElement(), b.getF64FloatAttr(1));
  Type row = shaped(Size::number(b.getContext(), 1), type.getRows(), type.getElement());
  Value ones = FillOp::create(b, loc, row, one);
  Value sums = MulOp::create(b, loc, ValueRange{ones, outer});
  return passTo(loop, loop.getBody().front(), passTo(around, around.getBody().front(), sums));
}

/// Entries of f(A) for f of entries of A: the loop around computes f(A) once, where f of parts of A
/// is computed in each of its iterations.
static bool widenParts(LoopOp loop) {
  bool isChanged = false;
  for (Operation &op : llvm::make_early_inc_range(loop.getBody().front().without_terminator())) {
    if (!isa<MapOp, PowOp, SumOp>(op))
      continue;
    Operation *part = op.getOperand(0).getDefiningOp();
    if (!isa_and_nonnull<SliceOp, ElementOp>(part) || !isSameOutside(loop, part->getOperand(0)))
      continue;
    Value whole = part->getOperand(0);
    auto type = cast<MatrixType>(whole.getType());
    OpBuilder b(&op);
    Value widened;
    Value row = part->getOperand(1), col = part->getOperand(2);
    if (isa<SumOp>(op)) {
      // Of a whole column.
      if (isVector(whole) || !isVector(part->getResult(0)) ||
          rowsOf(part->getResult(0).getType()) != type.getRows())
        continue;
      Value v = columnSums(loop, whole);
      if (!v)
        continue;
      widened = v;
    } else {
      IRMapping inside;
      inside.map(op.getOperand(0), whole);
      widened = b.clone(op, inside)->getResult(0);
      widened.setType(type);
    }
    Value entry =
        isScalar(op.getResult(0))
            ? ElementOp::create(b, op.getLoc(), widened, row, col).getResult()
            : SliceOp::create(b, op.getLoc(), op.getResult(0).getType(), widened, row, col);
    op.replaceAllUsesWith(ValueRange(entry));
    op.erase();
    isChanged = true;
  }
  return isChanged;
}

//===-- Loops -------------------------------------------------------------===//

void hoistInvariants(func::FuncOp f) {
  // From the innermost loop on, so that what leaves it can go on.
  f.walk<WalkOrder::PostOrder>([](LoopOp loop) {
    int64_t count = 0;
    auto takesWork = [&](Operation *op) {
      const bool isMoved = mx::takesWork(op);
      count += isMoved;
      return isMoved;
    };
    bool isChanged = hoist(loop, takesWork);
    // What was widened leaves the loop, and may then be a part of something wider.
    while (widenParts(loop))
      isChanged |= hoist(loop, takesWork);
    if (count > 0)
      loop->setAttr(attr::hoisted, Builder(loop.getContext()).getI64IntegerAttr(count));
    if (isChanged)
      dropUnusedOuter(loop);
  });
  IRRewriter rewriter(f.getContext());
  DominanceInfo dominance(f);
  eliminateCommonSubExpressions(rewriter, dominance, f);
  forEachBody(f, orderByUse);
  f.walk<WalkOrder::PostOrder>([](LoopOp loop) { dropUnusedOuter(loop); });
}

} // namespace delgen::mx
