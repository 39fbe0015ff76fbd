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

#include "delgen/Mx/Control.h"

#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace delgen::mx {

/// True where `op` needs a result of `from`, which stands in the same block before it.
static bool dependsOn(Operation *op, Operation *from) {
  llvm::DenseSet<Operation *> seen;
  llvm::SmallVector<Operation *> open = {op};
  while (!open.empty())
    for (Value v : open.pop_back_val()->getOperands()) {
      Operation *made = v.getDefiningOp();
      if (made == from)
        return true;
      if (made && from->isBeforeInBlock(made) && seen.insert(made).second)
        open.push_back(made);
    }
  return false;
}

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

/// What is given from outside to a body as `v`; or null.
static Value outside(Operation *op, Value v) {
  auto argument = dyn_cast<BlockArgument>(v);
  auto loop = dyn_cast<LoopOp>(op);
  const unsigned skipped = loop ? 1 + loop.getInits().size() : 0;
  return argument && argument.getArgNumber() >= skipped
             ? outerOperands(op)[argument.getArgNumber() - skipped].get()
             : Value();
}

/// True where two integers of two bodies are the same, when both bodies have become one.
static bool areSame(Operation *first, Value a, Operation *second, Value b) {
  if (auto l = dyn_cast<LoopOp>(first); l && a == l.getCounter())
    return b == cast<LoopOp>(second).getCounter();
  if (Value v = outside(first, a))
    return v == outside(second, b);
  Operation *p = a.getDefiningOp(), *q = b.getDefiningOp();
  return p && q && p->getName() == q->getName() &&
         p->getDiscardableAttrDictionary() == q->getDiscardableAttrDictionary() &&
         p->getPropertiesAsAttribute() == q->getPropertiesAsAttribute() &&
         p->getNumOperands() == q->getNumOperands() &&
         llvm::all_of(llvm::zip(p->getOperands(), q->getOperands()), [&](auto pair) {
           return areSame(first, std::get<0>(pair), second, std::get<1>(pair));
         });
}

/// The sizes that a body has of its own, and the integers that they are, or null.
static llvm::StringMap<Value> ownSizes(Operation *op, Block &body) {
  llvm::StringMap<Value> sizes;
  auto add = [&](Type type) {
    auto matrix = dyn_cast<MatrixType>(type);
    if (!matrix)
      return;
    for (Size size : {matrix.getRows(), matrix.getCols()})
      if (!size.isNumber())
        sizes.try_emplace(size.symbol());
  };
  if (auto loop = dyn_cast<LoopOp>(op))
    for (auto [argument, init] : llvm::zip(loop.getCarried(), loop.getInits()))
      if (argument.getType() != init.getType())
        add(argument.getType());
  for (auto entry : body.getOps<AtOp>())
    add(entry.getType());
  for (auto bind : body.getOps<BindOp>())
    sizes[bind.getSymbol()] = bind.getA();
  return sizes;
}

/// True where a name stands for a size in one body and for another in the other.
static bool clashInSizes(Operation *first, Operation *second) {
  for (auto [own, other] : llvm::zip(first->getRegions(), second->getRegions())) {
    const llvm::StringMap<Value> others = ownSizes(second, other.front());
    for (const auto &size : ownSizes(first, own.front()))
      if (auto it = others.find(size.getKey());
          it != others.end() && !(size.getValue() && it->getValue() &&
                                  areSame(first, size.getValue(), second, it->getValue())))
        return true;
  }
  return false;
}

static bool fuseTwo(Block &block) {
  llvm::SmallVector<Operation *> control;
  for (Operation &op : block)
    if (isControl(&op))
      control.push_back(&op);
  for (size_t i = 0; i < control.size(); ++i)
    for (size_t j = i + 1; j < control.size(); ++j) {
      auto l = dyn_cast<LoopOp>(control[i]), r = dyn_cast<LoopOp>(control[j]);
      auto p = dyn_cast<IfOp>(control[i]), q = dyn_cast<IfOp>(control[j]);
      const bool areLoops = l && r && l.isCounted() && l.getTimes() == r.getTimes();
      const bool areBranches = p && q && p.getCondition() == q.getCondition();
      if ((!areLoops && !areBranches) || dependsOn(control[j], control[i]) ||
          clashInSizes(control[i], control[j]))
        continue;
      moveUsersBehind(areLoops ? fuse(l, r).getOperation() : fuse(p, q).getOperation());
      return true;
    }
  return false;
}

void fuseControl(Block &block) {
  while (fuseTwo(block))
    ;
}

} // namespace delgen::mx
