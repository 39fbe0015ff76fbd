//===- MaterializeControl.cpp - Matrices through loops, branches, lists ---===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop carries the matrix of each value that it carries, as the function of δ that it has
// become; what does not depend on δ is carried beside it.
//
//===----------------------------------------------------------------------===//

#include "Materializer.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Sizes.h"

#include "llvm/ADT/ScopeExit.h"

using namespace mlir;

namespace delgen::mx {

Value Materializer::wholeOrZero(Value v) {
  if (Value j = isActive(v) ? whole(v) : Value())
    return j;
  if (auto made = v.getDefiningOp<MakeListOp>()) {
    llvm::SmallVector<Value> zeros;
    for (Value entry : made.getValues())
      zeros.push_back(wholeOrZero(entry));
    if (llvm::is_contained(zeros, Value()))
      return {};
    return MakeListOp::create(b, loc, typeOf(v.getType()), zeros);
  }
  if (auto list = dyn_cast<ListType>(v.getType()))
    return isActive(v) ? Value() : zeros(copyOf(v), list);
  return uniform(b, loc, 0, typeOf(v.getType()));
}

Value Materializer::zeros(Value like, ListType type) {
  if (isa<ListType>(type.getElement())) {
    emitError(loc) << "Jacobians and Hessians through a list of lists that depend on the variable "
                      "are not supported; use one list, or 'vjp' and 'hvp'";
    return {};
  }
  auto none = cast<ListType>(typeOf(type));
  Value length = LengthOp::create(b, loc, b.getIndexType(), like);
  Value empty = MakeListOp::create(b, loc, none, ValueRange());
  auto to = LoopOp::create(b, loc, TypeRange(none), length, empty, ValueRange());
  {
    OpBuilder::InsertionGuard guard(b);
    Block *body = b.createBlock(&to.getBody());
    Value i = body->addArgument(b.getIndexType(), loc);
    Value made = body->addArgument(none, loc);
    Type entry = type.getElement();
    // As many rows as the entry of `like` has entries.
    if (auto matrix = dyn_cast<MatrixType>(entry)) {
      auto own = [&](Size size) { return size.isAny() ? sizes.fresh("n") : size; };
      entry = shaped(own(matrix.getRows()), own(matrix.getCols()), matrix.getElement());
      llvm::StringSet<> told = sizesIn(like);
      bindSizes(AtOp::create(b, loc, entry, like, i).getResult(), told);
      b.setInsertionPointToEnd(body);
    }
    Value zero = uniform(b, loc, 0, typeOf(entry));
    YieldOp::create(b, loc, ValueRange{AppendOp::create(b, loc, none, made, zero)});
  }
  isolate(to);
  return to.getResult(0);
}

void Materializer::enter(ValueRange outside, ValueRange arguments) {
  for (auto [outer, argument] : llvm::zip(outside, arguments)) {
    if (!isActive(outer)) {
      copies.map(argument, copyOf(outer));
    } else {
      maps[argument] = {whole(outer), {}};
      addVariable(argument);
    }
  }
}

LogicalResult Materializer::loop(LoopOp op) {
  Location at = withoutName(op.getLoc());
  Block &from = op.getBody().front();
  auto outerVariables = variables;
  llvm::scope_exit restore([&, wasInside = isInside] {
    variables = outerVariables;
    isInside = wasInside;
  });
  variables.clear();

  llvm::SmallVector<Value> inits;
  llvm::SmallVector<Type> types;
  llvm::SmallVector<unsigned> known, active;
  for (auto [i, argument] : llvm::enumerate(op.getCarried()))
    (isActive(argument) ? active : known).push_back(i);
  for (unsigned i : known) {
    inits.push_back(copyOf(op.getInits()[i]));
    types.push_back(op.getResult(i).getType());
  }
  for (unsigned i : active) {
    inits.push_back(wholeOrZero(op.getInits()[i]));
    if (!inits.back())
      return failure();
    types.push_back(typeOf(op.getResult(i).getType()));
  }
  Value times = op.getTimes() ? copyOf(op.getTimes()) : Value();
  // Of a list of many, J is made outside, once.
  isInside = true;
  enter(op.getOthers(), op.getOuter());
  auto to = LoopOp::create(b, at, types, times, inits, ValueRange());
  {
    OpBuilder::InsertionGuard guard(b);
    Block *fresh = b.createBlock(&to.getBody());
    copies.map(op.getCounter(), fresh->addArgument(b.getIndexType(), op.getCounter().getLoc()));
    for (unsigned i : known) {
      BlockArgument argument = op.getCarried()[i];
      copies.map(argument, fresh->addArgument(argument.getType(), argument.getLoc()));
    }
    for (unsigned i : active) {
      BlockArgument argument = op.getCarried()[i];
      maps[argument] = {fresh->addArgument(typeOf(argument.getType()), at), {}};
      addVariable(argument);
    }
    if (failed(body(from, op.getYielded())))
      return failure();
    llvm::SmallVector<Value> yielded;
    if (Value flag = op.getFlag())
      yielded.push_back(copyOf(flag));
    for (unsigned i : known)
      yielded.push_back(copyOf(op.getYielded()[i]));
    for (unsigned i : active) {
      yielded.push_back(wholeOrZero(op.getYielded()[i]));
      if (!yielded.back())
        return failure();
    }
    YieldOp::create(b, at, yielded);
  }
  isolate(to);
  unsigned next = 0;
  for (unsigned i : known)
    copies.map(op.getResult(i), to.getResult(next++));
  for (unsigned i : active)
    maps[op.getResult(i)] = {to.getResult(next++), {}};
  return success();
}

LogicalResult Materializer::branch(IfOp op) {
  Location at = withoutName(op.getLoc());
  auto outerVariables = variables;
  llvm::scope_exit restore([&, wasInside = isInside] {
    variables = outerVariables;
    isInside = wasInside;
  });
  llvm::SmallVector<Type> types;
  for (OpResult result : op.getResults())
    types.push_back(isActive(result) ? typeOf(result.getType()) : result.getType());
  // What both sides need of δ is made in front of them.
  isInside = true;
  for (Region &own : op->getRegions())
    enter(op.getOthers(), own.getArguments());
  auto to = IfOp::create(b, at, types, copyOf(op.getCondition()), ValueRange());
  for (auto [own, fresh] : llvm::zip(op->getRegions(), to->getRegions())) {
    OpBuilder::InsertionGuard guard(b);
    b.createBlock(&fresh);
    variables.clear();
    for (BlockArgument argument : own.getArguments())
      if (maps.contains(argument))
        addVariable(argument);
    ValueRange values = own.front().getTerminator()->getOperands();
    if (failed(body(own.front(), values)))
      return failure();
    llvm::SmallVector<Value> yielded;
    for (auto [result, v] : llvm::zip(op.getResults(), values)) {
      yielded.push_back(isActive(result) ? wholeOrZero(v) : copyOf(v));
      if (!yielded.back())
        return failure();
    }
    YieldOp::create(b, at, yielded);
  }
  isolate(to);
  for (auto [before, after] : llvm::zip(op.getResults(), to.getResults())) {
    if (isActive(before))
      maps[before] = {after, {}};
    else
      copies.map(before, after);
  }
  return success();
}

FailureOr<Value> Materializer::list(Operation *op) {
  // The list of the matrices; reading, writing and adding entries is the same for them.
  OperationState state(loc, op->getName());
  for (Value v : op->getOperands()) {
    const bool isPlace = isa<IndexType>(v.getType());
    auto read = dyn_cast<AtOp>(op);
    if (read && v == read.getLike())
      continue;
    state.operands.push_back(isPlace ? copyOf(v) : wholeOrZero(v));
    if (!state.operands.back())
      return failure();
  }
  state.types.push_back(typeOf(op->getResult(0).getType()));
  return b.create(state)->getResult(0);
}

} // namespace delgen::mx
