//===- Fusion.cpp - Loops that are one, and branches ----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loops that run equally often become one, and so do choices on the same condition.
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"
#include "Sameness.h"

#include "delgen/Mx/Control.h"

#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace delgen::mx {

/// The values of both ranges.
template <typename Range> static auto joined(Range &&x, Range &&y) {
  llvm::SmallVector<std::decay_t<decltype(*x.begin())>> all(x.begin(), x.end());
  all.append(y.begin(), y.end());
  return all;
}

/// Replaces the results of two by those of the one that they have become.
static void replaceBoth(Operation *first, Operation *second, Operation *fused) {
  unsigned next = 0;
  for (Operation *op : {first, second})
    for (OpResult result : op->getResults()) {
      fused->getResult(next).setLoc(result.getLoc());
      result.replaceAllUsesWith(fused->getResult(next++));
    }
  first->erase();
  second->erase();
}

/// Makes one loop of two that run equally often.
static LoopOp fuse(LoopOp first, LoopOp second) {
  OpBuilder b(second);
  auto fused = LoopOp::create(
      b, first.getLoc(), joined(first.getResultTypes(), second.getResultTypes()), first.getTimes(),
      joined(first.getInits(), second.getInits()), joined(first.getOthers(), second.getOthers()));
  Block *body = b.createBlock(&fused.getBody());
  IRMapping copies;
  BlockArgument counter = body->addArgument(b.getIndexType(), first.getCounter().getLoc());
  for (LoopOp loop : {first, second})
    copies.map(loop.getCounter(), counter);
  auto take = [&](Block::BlockArgListType arguments) {
    for (BlockArgument argument : arguments)
      copies.map(argument, body->addArgument(argument.getType(), argument.getLoc()));
  };
  take(first.getCarried());
  take(second.getCarried());
  take(first.getOuter());
  take(second.getOuter());
  llvm::SmallVector<Value> yielded;
  for (LoopOp loop : {first, second}) {
    for (Operation &op : loop.getBody().front().without_terminator())
      b.clone(op, copies);
    if (loop == first && !first.isCounted())
      yielded.push_back(copies.lookup(first.getFlag()));
    for (Value v : loop.getYielded())
      yielded.push_back(copies.lookup(v));
  }
  YieldOp::create(b, first.getLoc(), yielded);
  replaceBoth(first, second, fused);
  return fused;
}

static IfOp fuse(IfOp first, IfOp second) {
  OpBuilder b(second);
  auto fused =
      IfOp::create(b, first.getLoc(), joined(first.getResultTypes(), second.getResultTypes()),
                   first.getCondition(), joined(first.getOthers(), second.getOthers()));
  for (auto [region, own, other] :
       llvm::zip(fused->getRegions(), first->getRegions(), second->getRegions())) {
    Block *body = b.createBlock(&region);
    IRMapping copies;
    llvm::SmallVector<Value> yielded;
    for (Region *from : {&own, &other})
      for (BlockArgument argument : from->getArguments())
        copies.map(argument, body->addArgument(argument.getType(), argument.getLoc()));
    for (Region *from : {&own, &other}) {
      for (Operation &op : from->front().without_terminator())
        b.clone(op, copies);
      for (Value v : from->front().getTerminator()->getOperands())
        yielded.push_back(copies.lookup(v));
    }
    YieldOp::create(b, first.getLoc(), yielded);
  }
  replaceBoth(first, second, fused);
  return fused;
}

/// Puts what needs a result of `op` behind it, where two that were apart have become one.
static void moveUsersBehind(Operation *op) {
  llvm::SetVector<Operation *> users;
  for (Operation *next = op->getBlock()->front().getNextNode() ? &op->getBlock()->front() : nullptr;
       next && next != op; next = next->getNextNode())
    if (llvm::any_of(next->getOperands(), [&](Value v) {
          return v.getDefiningOp() == op ||
                 (v.getDefiningOp() && users.contains(v.getDefiningOp()));
        }))
      users.insert(next);
  Operation *after = op;
  for (Operation *user : users) {
    user->moveAfter(after);
    after = user;
  }
}

namespace {

/// A size that a body has of its own: one of a value of the body, or an integer bound to it.
struct OwnSize {
  Value value;
  enum { Rows, Columns, Itself } which;
};

} // namespace

static llvm::StringMap<llvm::SmallVector<OwnSize, 1>> ownSizes(Operation *op, Block &body) {
  llvm::StringMap<llvm::SmallVector<OwnSize, 1>> sizes;
  auto add = [&](Value v) {
    auto matrix = dyn_cast<MatrixType>(v.getType());
    if (!matrix)
      return;
    if (Size rows = matrix.getRows(); rows.isSymbol())
      sizes[rows.symbol()].push_back({v, OwnSize::Rows});
    if (Size cols = matrix.getCols(); cols.isSymbol())
      sizes[cols.symbol()].push_back({v, OwnSize::Columns});
  };
  if (auto loop = dyn_cast<LoopOp>(op))
    for (auto [argument, init] : llvm::zip(loop.getCarried(), loop.getInits()))
      if (argument.getType() != init.getType())
        add(argument);
  for (auto entry : body.getOps<AtOp>())
    add(entry);
  for (auto bind : body.getOps<BindOp>())
    sizes[bind.getSymbol()].push_back({bind.getA(), OwnSize::Itself});
  return sizes;
}

/// True where a name stands for a size in one body and for another in the other.
static bool clashInSizes(Operation *first, Operation *second) {
  for (auto [own, other] : llvm::zip(first->getRegions(), second->getRegions())) {
    Sameness same(first, own.front(), second, other.front(), std::equal_to<Value>());
    const auto others = ownSizes(second, other.front());
    for (const auto &size : ownSizes(first, own.front()))
      if (auto it = others.find(size.getKey()); it != others.end())
        if (llvm::none_of(size.getValue(), [&](const OwnSize &a) {
              return llvm::any_of(it->getValue(), [&](const OwnSize &b) {
                return a.which == b.which && same(a.value, b.value);
              });
            }))
          return true;
  }
  return false;
}

/// True where two loops are known to run equally often.
static bool runEquallyOften(LoopOp first, LoopOp second) {
  if (first.isCounted() || second.isCounted())
    return first.getTimes() == second.getTimes();
  Sameness same(first, first.getBody().front(), second, second.getBody().front(),
                std::equal_to<Value>());
  return same(first.getFlag(), second.getFlag());
}

static bool fuseTwo(Block &block) {
  const llvm::SmallVector<Operation *> control = controlIn(block);
  for (size_t i = 0; i < control.size(); ++i) {
    std::optional<llvm::DenseSet<Operation *>> after;
    for (size_t j = i + 1; j < control.size(); ++j) {
      auto l = dyn_cast<LoopOp>(control[i]), r = dyn_cast<LoopOp>(control[j]);
      auto p = dyn_cast<IfOp>(control[i]), q = dyn_cast<IfOp>(control[j]);
      const bool areLoops = l && r && runEquallyOften(l, r);
      const bool areBranches = p && q && p.getCondition() == q.getCondition();
      if (!areLoops && !areBranches)
        continue;
      if (!after)
        after = dependents(control[i]);
      if (after->contains(control[j]) || clashInSizes(control[i], control[j]))
        continue;
      moveUsersBehind(areLoops ? fuse(l, r).getOperation() : fuse(p, q).getOperation());
      return true;
    }
  }
  return false;
}

void fuseControl(Block &block) {
  while (fuseTwo(block))
    ;
}

} // namespace delgen::mx
