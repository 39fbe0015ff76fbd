//===- Sameness.cpp - Values that are equal whatever they are -------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sameness.h"

#include "delgen/Mx/Control.h"

using namespace mlir;

namespace delgen::mx {

Sameness::Sameness(Operation *first, Block &own, Operation *second, Block &other,
                   llvm::function_ref<bool(Value, Value)> outside) {
  for (auto [a, x] : llvm::zip(outerArguments(first, own), outerOperands(first)))
    for (auto [b, y] : llvm::zip(outerArguments(second, other), outerOperands(second)))
      if (outside(x.get(), y.get()))
        assumed.insert({a, b});
  auto l = dyn_cast<LoopOp>(first), r = dyn_cast<LoopOp>(second);
  if (!l)
    return;
  assumed.insert({l.getCounter(), r.getCounter()});
  auto pair = [&](unsigned i, unsigned j) { return Pair(l.getCarried()[i], r.getCarried()[j]); };
  for (unsigned i = 0; i < l.getInits().size(); ++i)
    for (unsigned j = 0; j < r.getInits().size(); ++j)
      if (pair(i, j).first.getType() == pair(i, j).second.getType() &&
          l.getResult(i).getType() == r.getResult(j).getType() &&
          outside(l.getInits()[i], r.getInits()[j])) {
        carried.insert({i, j});
        assumed.insert(pair(i, j));
      }
  // The greatest set of pairs that follow from one another.
  for (bool isStable = false; !isStable;) {
    isStable = true;
    known.clear();
    for (auto [i, j] : carried.takeVector()) {
      if ((*this)(l.getYielded()[i], r.getYielded()[j])) {
        carried.insert({i, j});
        continue;
      }
      assumed.erase(pair(i, j));
      isStable = false;
    }
  }
  known.clear();
}

bool Sameness::operator()(Value a, Value b) {
  if (a == b || assumed.contains({a, b}))
    return true;
  if (auto it = known.find({a, b}); it != known.end())
    return it->second;
  const bool isSame = compare(a, b);
  known[{a, b}] = isSame;
  return isSame;
}

bool Sameness::compare(Value a, Value b) {
  Operation *p = a.getDefiningOp(), *q = b.getDefiningOp();
  if (!p || !q || a.getType() != b.getType() || p->getName() != q->getName())
    return false;
  if (isControl(p))
    return compareResults(cast<OpResult>(a), cast<OpResult>(b));
  return p->getNumRegions() == 0 && p->getNumResults() == 1 &&
         p->getDiscardableAttrDictionary() == q->getDiscardableAttrDictionary() &&
         p->getPropertiesAsAttribute() == q->getPropertiesAsAttribute() &&
         p->getNumOperands() == q->getNumOperands() &&
         llvm::all_of(llvm::zip(p->getOperands(), q->getOperands()), [&](auto operands) {
           return (*this)(std::get<0>(operands), std::get<1>(operands));
         });
}

bool Sameness::compareResults(OpResult a, OpResult b) {
  Operation *p = a.getOwner(), *q = b.getOwner();
  const unsigned i = a.getResultNumber(), j = b.getResultNumber();
  auto outside = [&](Value x, Value y) { return (*this)(x, y); };
  if (auto l = dyn_cast<LoopOp>(p)) {
    auto r = cast<LoopOp>(q);
    if (l.isCounted() != r.isCounted() || (l.isCounted() && !(*this)(l.getTimes(), r.getTimes())))
      return false;
    Sameness inside(p, l.getBody().front(), q, r.getBody().front(), outside);
    return inside.areCarriedAlike(i, j) && (l.isCounted() || inside(l.getFlag(), r.getFlag()));
  }
  if (!(*this)(cast<IfOp>(p).getCondition(), cast<IfOp>(q).getCondition()))
    return false;
  return llvm::all_of(llvm::zip(p->getRegions(), q->getRegions()), [&](auto regions) {
    Block &own = std::get<0>(regions).front(), &other = std::get<1>(regions).front();
    Sameness inside(p, own, q, other, outside);
    return inside(own.getTerminator()->getOperand(i), other.getTerminator()->getOperand(j));
  });
}

} // namespace delgen::mx
