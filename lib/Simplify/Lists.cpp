//===- Lists.cpp - What is known of the entries of lists ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

static std::optional<int64_t> numberOf(Value i) {
  auto number = i.getDefiningOp<arith::ConstantIndexOp>();
  return number ? std::optional<int64_t>(number.value()) : std::nullopt;
}

Value Algebra::at(Value list, Value i, Type type, Value like) {
  while (auto set = list.getDefiningOp<SetAtOp>()) {
    if (set.getI() == i)
      return set.getValue().getType() == type ? set.getValue() : make<AtOp>(type, list, i, like);
    // Two numbers that differ are two places.
    if (!numberOf(set.getI()) || !numberOf(i))
      break;
    list = set.getA();
  }
  if (auto made = list.getDefiningOp<MakeListOp>())
    if (std::optional<int64_t> n = numberOf(i); n && *n >= 0 && *n < made.getNumOperands())
      if (Value v = made.getValues()[*n]; v.getType() == type)
        return v;
  // An entry of which the list does not tell the sizes is what tells them.
  if (list.getDefiningOp<ZerosLikeOp>() && isa<MatrixType, FloatType>(type) &&
      type == cast<ListType>(list.getType()).getElement())
    return uniform(0, type);
  return make<AtOp>(type, list, i, like);
}

Value Algebra::zerosLike(Value list) {
  // Only the sizes of the entries matter.
  while (Operation *op = list.getDefiningOp()) {
    if (!isa<SetAtOp, ZerosLikeOp, AddListsOp>(op))
      break;
    list = op->getOperand(0);
  }
  auto made = list.getDefiningOp<MakeListOp>();
  if (!made)
    return make<ZerosLikeOp>(list);
  llvm::SmallVector<Value> zeros;
  for (Value entry : made.getValues()) {
    if (isa<IndexType>(entry.getType()))
      return make<ZerosLikeOp>(list);
    zeros.push_back(isa<ListType>(entry.getType()) ? zerosLike(entry)
                                                   : uniform(0, entry.getType()));
  }
  return make<MakeListOp>(list.getType(), zeros);
}

Value Algebra::dropLast(Value list) {
  if (auto append = list.getDefiningOp<AppendOp>())
    return append.getA();
  return make<DropLastOp>(list);
}

Value Algebra::setAt(Value list, Value i, Value value) {
  // What is written over was never read.
  if (auto set = list.getDefiningOp<SetAtOp>(); set && set.getI() == i)
    list = set.getA();
  // It stands there already.
  if (auto read = value.getDefiningOp<AtOp>(); read && read.getA() == list && read.getI() == i)
    return list;
  return make<SetAtOp>(list.getType(), list, i, value);
}

Value Algebra::length(Value list) {
  while (Operation *op = list.getDefiningOp()) {
    if (isa<SetAtOp, ZerosLikeOp, AddListsOp>(op))
      list = op->getOperand(0);
    else if (auto made = dyn_cast<MakeListOp>(op))
      return make<arith::ConstantIndexOp>(made.getNumOperands());
    else if (auto append = dyn_cast<AppendOp>(op))
      return integer(unique(arith::AddIOp::create(b, loc, length(append.getA()),
                                                  make<arith::ConstantIndexOp>(int64_t(1)))));
    else
      break;
  }
  return make<LengthOp>(b.getIndexType(), list);
}

Value Algebra::addLists(Value l, Value r) {
  if (l.getDefiningOp<ZerosLikeOp>())
    return r;
  if (r.getDefiningOp<ZerosLikeOp>())
    return l;
  // One entry is added in its place.
  if (l.getDefiningOp<SetAtOp>() && !r.getDefiningOp<SetAtOp>())
    std::swap(l, r);
  if (auto set = r.getDefiningOp<SetAtOp>(); set && set.getA().getDefiningOp<ZerosLikeOp>()) {
    Value old =
        at(l, set.getI(), set.getValue().getType(), set.getA().getDefiningOp<ZerosLikeOp>().getA());
    Value sum = isa<ListType>(old.getType()) ? addLists(old, set.getValue())
                                             : this->sum({old, set.getValue()});
    return setAt(l, set.getI(), sum);
  }
  return make<AddListsOp>(l.getType(), l, r);
}

} // namespace delgen::mx
