//===- SeriesControl.cpp - Coefficients through loops, branches, lists ----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop carries all coefficients of what it carries, and its body computes all coefficients of
// its values, by a series of its own.
//
//===----------------------------------------------------------------------===//

#include "Series.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

Value Series::orZero(Value v, int64_t k) {
  Value c = coefficient(v, k);
  if (c)
    return c;
  if (isa<ListType>(v.getType()))
    return ZerosLikeOp::create(out, withoutName(v.getLoc()), coefficient(v, 0));
  return uniform(out, withoutName(v.getLoc()), 0, v.getType());
}

LogicalResult Series::copyBody(Block &from, Block &to, llvm::ArrayRef<Coefficients> given,
                               unsigned first, llvm::ArrayRef<unsigned> varying) {
  OpBuilder bodyOut = OpBuilder::atBlockEnd(&to);
  Region region;
  Block &copy = region.emplaceBlock();
  for (BlockArgument argument : from.getArguments())
    copy.addArgument(argument.getType(), argument.getLoc());
  OpBuilder inside(out.getContext()); // the region stands in no operation
  inside.setInsertionPointToEnd(&copy);
  llvm::SmallVector<Value> points;
  for (const Coefficients &own : given)
    points.push_back(own.front());
  Series series(bodyOut, inside, from, region, points);
  for (auto [i, own] : llvm::enumerate(given))
    if (own.size() > 1)
      series.vary(i, llvm::ArrayRef(own).drop_front());
  auto found = series.run(highest);
  if (failed(found))
    return failure();
  llvm::SmallVector<Value> yielded;
  auto add = [&](size_t i, int64_t k) {
    Value c = (*found)[i][k];
    yielded.push_back(c ? c : series.orZero(series.results[i], k));
  };
  for (size_t i = 0; i < found->size(); ++i)
    add(i, 0);
  for (unsigned i : varying)
    for (int64_t k = 1; k <= highest; ++k)
      add(first + i, k);
  YieldOp::create(bodyOut, withoutName(from.getTerminator()->getLoc()), yielded);
  return success();
}

void Series::takeResults(Operation *from, Operation *to, llvm::ArrayRef<unsigned> varying) {
  unsigned next = from->getNumResults();
  for (OpResult result : from->getResults())
    coefficients[result] = {to->getResult(result.getResultNumber())};
  for (unsigned i : varying)
    for (int64_t k = 1; k <= highest; ++k)
      coefficients[from->getResult(i)].push_back(to->getResult(next++));
}

Series::Coefficients Series::allOf(Value v) {
  Coefficients all = {orZero(v, 0)};
  if (isActive(v))
    for (int64_t k = 1; k <= highest; ++k)
      all.push_back(coefficient(v, k));
  return all;
}

LogicalResult Series::loop(LoopOp op) {
  Location loc = withoutName(op.getLoc());
  llvm::SmallVector<unsigned> varying;
  llvm::SmallVector<Value> inits;
  llvm::SmallVector<Type> types(op.getResultTypes());
  for (Value v : op.getInits())
    inits.push_back(orZero(v, 0));
  for (auto [i, argument] : llvm::enumerate(op.getCarried()))
    if (isActive(argument)) {
      varying.push_back(i);
      for (int64_t k = 1; k <= highest; ++k) {
        inits.push_back(orZero(op.getInits()[i], k));
        types.push_back(op.getResult(i).getType());
      }
    }
  Value times = op.getTimes() ? coefficient(op.getTimes(), 0) : Value();
  auto to = LoopOp::create(out, loc, types, times, inits, ValueRange());
  Block &body = to.getBody().emplaceBlock();
  std::vector<Coefficients> given(op.getBody().getNumArguments());
  given[0] = {body.addArgument(out.getIndexType(), op.getCounter().getLoc())};
  const unsigned carried = op.getInits().size();
  for (unsigned i = 0; i < carried; ++i) {
    BlockArgument argument = op.getCarried()[i];
    given[1 + i] = {body.addArgument(argument.getType(), argument.getLoc())};
  }
  for (unsigned i : varying)
    for (int64_t k = 1; k <= highest; ++k)
      given[1 + i].push_back(body.addArgument(op.getCarried()[i].getType(), loc));
  // What is read from outside is used as it is; the body is isolated when it is there.
  {
    OpBuilder::InsertionGuard guard(out);
    out.setInsertionPoint(to);
    for (auto [i, v] : llvm::enumerate(op.getOthers()))
      given[1 + carried + i] = allOf(v);
  }
  if (failed(copyBody(op.getBody().front(), body, given, op.isCounted() ? 0 : 1, varying)))
    return failure();
  isolate(to);
  takeResults(op, to, varying);
  return success();
}

LogicalResult Series::branch(IfOp op) {
  Location loc = withoutName(op.getLoc());
  llvm::SmallVector<unsigned> varying;
  llvm::SmallVector<Type> types(op.getResultTypes());
  for (OpResult result : op.getResults())
    if (isActive(result)) {
      varying.push_back(result.getResultNumber());
      types.append(highest, result.getType());
    }
  std::vector<Coefficients> given;
  for (Value v : op.getOthers())
    given.push_back(allOf(v));
  auto to = IfOp::create(out, loc, types, coefficient(op.getCondition(), 0), ValueRange());
  for (auto [own, fresh] : llvm::zip(op->getRegions(), to->getRegions()))
    if (failed(copyBody(own.front(), fresh.emplaceBlock(), given, 0, varying)))
      return failure();
  isolate(to);
  takeResults(op, to, varying);
  return success();
}

Value Series::list(Operation *op, int64_t k) {
  llvm::SmallVector<Value> operands;
  for (Value v : op->getOperands())
    operands.push_back(isa<IndexType>(v.getType()) ? coefficient(v, 0) : orZero(v, k));
  Operation *copy = out.clone(*op);
  copy->setLoc(locationOf(op));
  copy->setOperands(operands);
  return copy->getResult(0);
}

} // namespace delgen::mx
