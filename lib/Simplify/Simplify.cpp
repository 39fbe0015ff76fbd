//===- Simplify.cpp - The pass that brings a function to normal form ------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Sizes.h"
#include "delgen/Simplify.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Dominance.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/CSE.h"
#include "llvm/ADT/Hashing.h"

using namespace mlir;

namespace delgen::mx {
#define GEN_PASS_DEF_SIMPLIFYPASS
#include "delgen/Mx/Passes.h.inc"

namespace {

/// A hash of the function's operations with values by position.
uint64_t fingerprint(func::FuncOp f) {
  llvm::DenseMap<Value, size_t> number;
  uint64_t hash = 0;
  f.walk<WalkOrder::PreOrder>([&](Operation *op) {
    for (Region &region : op->getRegions())
      for (BlockArgument a : region.getArguments())
        number[a] = number.size();
    if (op == f)
      return;
    hash = llvm::hash_combine(hash, op->getName().getAsOpaquePointer(),
                              op->getAttrDictionary().getAsOpaquePointer(),
                              op->getBlock()->getNumArguments());
    for (Value v : op->getOperands())
      hash = llvm::hash_combine(hash, number.lookup(v));
    for (Value v : op->getResults()) {
      hash = llvm::hash_combine(hash, v.getType().getAsOpaquePointer());
      number[v] = number.size();
    }
  });
  return hash;
}

/// True for a sum or product of scalars that is only a part of another, which is brought to normal
/// form as a whole: of n nested ones each would be sorted n times.
bool isPart(Operation *op) {
  return isa<AddOp, MulOp>(op) && op->hasOneUse() &&
         op->getName() == (*op->user_begin())->getName() && isScalar(op->getResult(0)) &&
         llvm::all_of(op->getOperands(), isScalar);
}

/// True where taking `op` apart in a user would leave it for the others.
bool isShared(Operation *op) {
  // Of blocks that are only read in parts, no user needs the whole.
  if (isa<AssembleOp>(op) && llvm::all_of(op->getUsers(), llvm::IsaPred<SliceOp, ElementOp>))
    return false;
  return !op->hasOneUse();
}

/// Brings every operation of `block` to normal form, once, in order.
void normalize(Block &block) {
  OpBuilder b(block.front().getContext());
  Algebra algebra(b);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    algebra.setLocation(withoutName(op->getLoc()));
    Value v = isPart(op) ? algebra.keep(op, operands) : algebra.rebuild(op, operands);
    if (isShared(op))
      algebra.setShared(v);
    return v;
  });
}

struct SimplifyPass : impl::SimplifyPassBase<SimplifyPass> {
  void runOnOperation() override {
    func::FuncOp f = getOperation();
    if (f.isExternal())
      return;
    IRRewriter rewriter(&getContext());
    // What one round flattens or collects may leave a value with one user, which the next
    // round opens. Each round that changes anything removes operations or moves towards
    // the leaves, so few are needed; the bound only guards against a mistake in a rule.
    constexpr int maxRounds = 10;
    uint64_t before = 0;
    for (int round = 0; round < maxRounds; ++round) {
      DominanceInfo dominance(f);
      eliminateCommonSubExpressions(rewriter, dominance, f);
      forEachBody(f, [](Block &body) {
        normalize(body);
        orderByUse(body);
        simplifyControl(body);
        orderByUse(body);
      });
      dropUnmentioned(f);
      uint64_t after = fingerprint(f);
      if (after == before)
        return;
      before = after;
    }
  }
};

} // namespace
} // namespace delgen::mx

std::unique_ptr<mlir::Pass> delgen::createSimplifyPass() {
  return std::make_unique<mx::SimplifyPass>();
}
