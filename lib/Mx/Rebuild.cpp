//===- Rebuild.cpp - Rebuilds a body, equal expressions once ----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Attributes.h"

#include "mlir/IR/IRMapping.h"
#include "mlir/IR/OperationSupport.h"

using namespace mlir;

namespace delgen::mx {

unsigned UniqueBuilder::Equivalence::getHashValue(const Operation *op) {
  return OperationEquivalence::computeHash(
      const_cast<Operation *>(op), OperationEquivalence::directHashValue,
      OperationEquivalence::ignoreHashValue, OperationEquivalence::IgnoreLocations);
}

bool UniqueBuilder::Equivalence::isEqual(const Operation *a, const Operation *b) {
  if (a == b)
    return true;
  if (a == getEmptyKey() || a == getTombstoneKey() || b == getEmptyKey() || b == getTombstoneKey())
    return false;
  return OperationEquivalence::isEquivalentTo(const_cast<Operation *>(a),
                                              const_cast<Operation *>(b),
                                              OperationEquivalence::IgnoreLocations);
}

Value UniqueBuilder::unique(Operation *op) {
  auto [it, isNew] = known.insert(op);
  if (!isNew)
    op->erase();
  return (*it)->getResult(0);
}

Value UniqueBuilder::copy(Operation *op, ValueRange operands) {
  IRMapping mapping;
  mapping.map(op->getOperands(), operands);
  return unique(b.clone(*op, mapping));
}

void rebuild(Block &old, OpBuilder &b, llvm::function_ref<Value(Operation *, ValueRange)> each) {
  Region *region = old.getParent();
  Block *fresh = b.createBlock(region, region->end());
  llvm::DenseMap<Value, Value> rebuilt;
  auto lookup = [&](Value v) { return isa<BlockArgument>(v) ? v : rebuilt.lookup(v); };
  for (Operation &op : old) {
    llvm::SmallVector<Value> operands(llvm::map_range(op.getOperands(), lookup));
    // What is yielded once or not at all has nothing to be found equal to.
    if (op.getNumResults() != 1 || isa<LoopOp, IfOp>(op)) {
      Operation *copy = b.clone(op);
      copy->setOperands(operands);
      for (auto [before, after] : llvm::zip(op.getResults(), copy->getResults()))
        rebuilt[before] = after;
      continue;
    }
    Value v = op.getResult(0), n = each(&op, operands);
    rebuilt[v] = n;
    if (!nameOf(v).empty() && n.getDefiningOp() && nameOf(n).empty())
      n.setLoc(v.getLoc());
  }
  old.dropAllReferences();
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(old)))
    op.erase();
  old.getOperations().splice(old.end(), fresh->getOperations());
  fresh->erase();
}

void forEachBody(func::FuncOp f, llvm::function_ref<void(Block &)> each) {
  f.walk<WalkOrder::PostOrder>([&](Block *block) { each(*block); });
}

void orderByUse(Block &block) {
  llvm::SmallVector<Operation *> order;
  llvm::DenseSet<Operation *> placed;
  // Depth first over the operands, with a stack of its own: expressions may be deep.
  auto place = [&](Operation *root) {
    llvm::SmallVector<std::pair<Operation *, unsigned>> stack;
    if (placed.insert(root).second)
      stack.emplace_back(root, 0);
    while (!stack.empty()) {
      auto &[op, next] = stack.back();
      if (next == op->getNumOperands()) {
        order.push_back(op);
        stack.pop_back();
        continue;
      }
      Operation *operand = op->getOperand(next++).getDefiningOp();
      if (operand && placed.insert(operand).second)
        stack.emplace_back(operand, 0);
    }
  };
  // What binds a size stands first, because types refer to it without an operand.
  for (Operation &op : block)
    if (op.getNumResults() == 0 && !op.hasTrait<OpTrait::IsTerminator>())
      place(&op);
  place(block.getTerminator());
  for (Operation *op : order)
    op->moveBefore(&block, block.end());
  // Users come after what they use, so the dead go from the back.
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
    if (!placed.contains(&op))
      op.erase();
}

} // namespace delgen::mx
