//===- Order.cpp - A total order of expressions by structure --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

static int compareNumbers(double a, double b) { return a < b ? -1 : a > b ? 1 : 0; }

/// What the body of an operation does, in words.
static std::string textOfBody(Operation *op) {
  std::string s;
  llvm::raw_string_ostream os(s);
  for (Region &region : op->getRegions())
    region.walk([&](Operation *inner) {
      os << inner->getName() << inner->getAttrDictionary();
      llvm::interleaveComma(inner->getOperandTypes(), os);
    });
  return s;
}

/// Numbers by value; whatever else there is by its spelling.
static int compareAttributes(Operation *a, Operation *b) {
  if (auto c = dyn_cast<ConstantOp>(a))
    return compareNumbers(c.number(), cast<ConstantOp>(b).number());
  if (auto p = dyn_cast<PowOp>(a))
    // The higher power stands first, as in a polynomial.
    return compareNumbers(cast<PowOp>(b).exponentValue(), p.exponentValue());
  if (auto m = dyn_cast<MapOp>(a))
    return m.getFunction().compare(cast<MapOp>(b).getFunction());
  if (auto r = dyn_cast<ReverseOp>(a)) {
    auto flags = [](ReverseOp op) { return 2 * op.getRows() + op.getCols(); };
    return flags(r) - flags(cast<ReverseOp>(b));
  }
  if (auto e = dyn_cast<ExtentOp>(a))
    return e.getSymbol().compare(cast<ExtentOp>(b).getSymbol());
  if (auto c = dyn_cast<CallOp>(a))
    return c.getCallee().compare(cast<CallOp>(b).getCallee());
  if (auto c = dyn_cast<arith::ConstantIndexOp>(a))
    return compareNumbers(c.value(), cast<arith::ConstantIndexOp>(b).value());
  if (a->getNumRegions() > 0)
    if (int order = textOfBody(a).compare(textOfBody(b)))
      return order;
  if (a->getAttrDictionary() == b->getAttrDictionary())
    return 0;
  auto text = [](Operation *op) {
    std::string s;
    llvm::raw_string_ostream(s) << op->getAttrDictionary();
    return s;
  };
  return text(a).compare(text(b));
}

/// Order by shape, for constants that differ in nothing else.
static int compareTypes(Type a, Type b) {
  if (a == b)
    return 0;
  auto text = [](Type t) {
    std::string s;
    llvm::raw_string_ostream(s) << t;
    return s;
  };
  return text(a).compare(text(b));
}

/// The order of two values that are not equal by all but their operands.
static int compareHeads(Value a, Value b) {
  auto x = dyn_cast<BlockArgument>(a), y = dyn_cast<BlockArgument>(b);
  if (x && y)
    return int(x.getArgNumber()) - int(y.getArgNumber());
  if (x || y)
    return x ? -1 : 1;
  Operation *p = a.getDefiningOp(), *q = b.getDefiningOp();
  if (int order = p->getName().getStringRef().compare(q->getName().getStringRef()))
    return order;
  if (int order = compareAttributes(p, q))
    return order;
  return int(p->getNumOperands()) - int(q->getNumOperands());
}

unsigned Algebra::depthOf(Value v) {
  llvm::SmallVector<Operation *> stack;
  auto enter = [&](Value v) {
    if (Operation *op = v.getDefiningOp(); op && !depths.contains(op))
      stack.push_back(op);
  };
  enter(v);
  while (!stack.empty()) {
    Operation *op = stack.back();
    const size_t before = stack.size();
    if (!depths.contains(op))
      llvm::for_each(op->getOperands(), enter);
    if (stack.size() > before)
      continue;
    unsigned deepest = 0;
    for (Value operand : op->getOperands())
      deepest = std::max(deepest, depths.lookup(operand.getDefiningOp()));
    depths[op] = deepest + 1;
    stack.pop_back();
  }
  return depths.lookup(v.getDefiningOp());
}

int Algebra::compareStructure(Value a, Value b) {
  // Of what is alike at the top and much deeper, the shallower comes first. Otherwise each value of
  // a long chain would be walked along with each other one.
  constexpr unsigned muchDeeper = 64;
  // Depth first over the operands, with a stack of its own: expressions may be deep.
  struct Pair {
    Value a, b;
    unsigned next = 0; // operands, of which those in front are equal
  };
  llvm::SmallVector<Pair> stack;
  int order = 0;
  auto enter = [&](Value a, Value b) {
    order = a == b ? 0 : compareHeads(a, b);
    if (a == b || order != 0 || isa<BlockArgument>(a))
      return;
    order = int(depthOf(a) / muchDeeper) - int(depthOf(b) / muchDeeper);
    if (order != 0)
      return;
    if (auto known = compared.find({a, b}); known != compared.end())
      order = known->second;
    else
      stack.push_back({a, b});
  };
  enter(a, b);
  while (!stack.empty()) {
    Pair &top = stack.back();
    Operation *p = top.a.getDefiningOp(), *q = top.b.getDefiningOp();
    if (order == 0 && top.next < p->getNumOperands()) {
      const unsigned i = top.next++;
      enter(p->getOperand(i), q->getOperand(i));
      continue;
    }
    if (order == 0)
      order = compareTypes(top.a.getType(), top.b.getType());
    compared[{top.a, top.b}] = order;
    stack.pop_back();
  }
  return order;
}

} // namespace delgen::mx
