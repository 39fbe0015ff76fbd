//===- KnownPart.cpp - What of loops and branches does not vary -----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KnownPart.h"

#include "delgen/Mx/Control.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

/// The type of a list of values of the type: each entry may have sizes of its own.
static ListType listOf(Type type) {
  if (auto matrix = dyn_cast<MatrixType>(type)) {
    auto any = [&](Size size) { return size.isNumber() ? size : Size::any(type.getContext()); };
    type = MatrixType::get(type.getContext(), any(matrix.getRows()), any(matrix.getCols()),
                           matrix.getElement());
  }
  return ListType::get(type.getContext(), type);
}

/// True for what is worth its memory: products of matrices, factorisations, calls, bodies. An
/// inverse is not formed, so it is not recorded either.
static bool isCostly(Operation *op) {
  if (isa<MulOp>(op))
    return llvm::count_if(op->getOperands(), isMatrix) > 1;
  return isa<CallOp, DetOp, LogDetOp, CholeskyOp, EigenvaluesOp, EigenvectorsOp, KronOp>(op) ||
         isControl(op);
}

/// Adds to `found` what depends on it in the body, integers included.
static void findDependent(Block &body, llvm::DenseSet<Value> &found) {
  for (Operation &op : body.without_terminator())
    if (llvm::any_of(op.getOperands(), [&](Value v) { return found.contains(v); }))
      found.insert_range(op.getResults());
}

Value KnownPart::integer(int64_t n) {
  return arith::ConstantIndexOp::create(b, b.getUnknownLoc(), n);
}

Value KnownPart::emptyList(Type of) {
  return MakeListOp::create(b, b.getUnknownLoc(), listOf(of), ValueRange());
}

void KnownPart::body(Block &from) {
  for (Operation &op : from.without_terminator()) {
    const bool isAllKnown = llvm::all_of(op.getResults(), [&](Value v) { return isKnown(v); });
    if (isAllKnown && llvm::all_of(op.getOperands(), [&](Value v) { return isKnown(v); }))
      copyTo(b, &op, copies);
    else if (auto inner = dyn_cast<LoopOp>(op))
      loop(inner, nullptr);
    else if (auto inner = dyn_cast<IfOp>(op))
      branch(inner);
    else if (isAllKnown) // a comparison, a length
      b.clone(op, copies);
  }
}

void KnownPart::branch(IfOp from) {
  llvm::SmallVector<Type> types;
  llvm::SmallVector<OpResult> results;
  for (OpResult result : from.getResults())
    if (isKnown(result)) {
      results.push_back(result);
      types.push_back(result.getType());
    }
  if (results.empty())
    return;
  auto to = IfOp::create(b, from.getLoc(), types, copies.lookup(from.getCondition()), ValueRange());
  for (auto [own, fresh] : llvm::zip(from->getRegions(), to->getRegions())) {
    OpBuilder::InsertionGuard guard(b);
    b.createBlock(&fresh);
    for (auto [outer, argument] : llvm::zip(from.getOthers(), own.getArguments()))
      if (isKnown(outer))
        copies.map(argument, copies.lookup(outer));
    body(own.front());
    llvm::SmallVector<Value> yielded;
    for (OpResult result : results)
      yielded.push_back(
          copies.lookup(own.front().getTerminator()->getOperand(result.getResultNumber())));
    YieldOp::create(b, from.getLoc(), yielded);
  }
  isolate(to);
  for (auto [before, after] : llvm::zip(results, to.getResults()))
    copies.map(before, after);
}

void KnownPart::loop(LoopOp from, Record *record) {
  Block &own = from.getBody().front();
  llvm::SmallVector<unsigned> known;
  llvm::DenseSet<Value> dependent;
  for (auto [i, argument] : llvm::enumerate(from.getCarried()))
    if (isKnown(argument)) {
      known.push_back(i);
      dependent.insert(argument);
    }
  findDependent(own, dependent);

  llvm::SmallVector<Value> inits;
  for (unsigned i : known)
    inits.push_back(copies.lookup(from.getInits()[i]));
  const unsigned carried = inits.size();
  // Behind what is carried: the number of iterations, states, values.
  llvm::SmallVector<unsigned> states;
  llvm::SmallVector<Value> values;
  if (record) {
    inits.push_back(integer(0));
    for (unsigned i : known) {
      auto append = from.getYielded()[i].getDefiningOp<AppendOp>();
      // Only its entries and its length are those of the list at the end.
      const bool isRead =
          llvm::all_of(from.getCarried()[i].getUsers(), llvm::IsaPred<AtOp, LengthOp, AppendOp>);
      if (append && append.getA() == from.getCarried()[i] && isRead) {
        record->grown[i] = Value();
        continue;
      }
      states.push_back(i);
      Value init = copies.lookup(from.getInits()[i]);
      inits.push_back(MakeListOp::create(b, from.getLoc(), listOf(init.getType()), init));
    }
    for (Operation &op : own.without_terminator())
      if (isCostly(&op))
        for (Value v : op.getResults())
          if (isKnown(v) && dependent.contains(v)) {
            values.push_back(v);
            inits.push_back(emptyList(v.getType()));
          }
  }
  llvm::SmallVector<Type> types;
  for (Value init : inits)
    types.push_back(init.getType());
  for (auto [k, i] : llvm::enumerate(known))
    types[k] = from.getResult(i).getType();
  Value times = from.getTimes() ? copies.lookup(from.getTimes()) : Value();
  auto to = LoopOp::create(b, from.getLoc(), types, times, inits, ValueRange());
  {
    OpBuilder::InsertionGuard guard(b);
    Block *fresh = b.createBlock(&to.getBody());
    copies.map(from.getCounter(), fresh->addArgument(b.getIndexType(), from.getCounter().getLoc()));
    for (unsigned i : known) {
      BlockArgument argument = from.getCarried()[i];
      copies.map(argument, fresh->addArgument(argument.getType(), argument.getLoc()));
    }
    llvm::SmallVector<Value> lists;
    for (Value init : llvm::ArrayRef(inits).drop_front(carried))
      lists.push_back(fresh->addArgument(init.getType(), b.getUnknownLoc()));
    for (auto [outer, argument] : llvm::zip(from.getOthers(), from.getOuter()))
      if (isKnown(outer))
        copies.map(argument, copies.lookup(outer));
    body(own);
    llvm::SmallVector<Value> yielded;
    if (Value flag = from.getFlag())
      yielded.push_back(copies.lookup(flag));
    for (unsigned i : known)
      yielded.push_back(copies.lookup(from.getYielded()[i]));
    if (record) {
      yielded.push_back(arith::AddIOp::create(b, from.getLoc(), lists[0], integer(1)));
      unsigned next = 1;
      auto append = [&](Value v) {
        Value list = lists[next++];
        yielded.push_back(
            AppendOp::create(b, from.getLoc(), list.getType(), list, copies.lookup(v)));
      };
      for (unsigned i : states)
        append(from.getYielded()[i]);
      llvm::for_each(values, append);
    }
    YieldOp::create(b, from.getLoc(), yielded);
  }
  isolate(to);
  for (auto [k, i] : llvm::enumerate(known))
    copies.map(from.getResult(i), to.getResult(k));
  if (!record)
    return;
  for (auto &[i, list] : record->grown)
    list = copies.lookup(from.getResult(i));
  record->times = times ? times : to.getResult(carried);
  unsigned next = carried + 1;
  for (unsigned i : states)
    record->states[i] = to.getResult(next++);
  for (Value v : values)
    record->values[v] = to.getResult(next++);
}

} // namespace delgen::mx
