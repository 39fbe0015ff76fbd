//===- TangentControl.cpp - Tangents through loops, branches and lists ----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a loop carries has its tangent carried beside it; a branch yields both. The derivative
// of an iteration is that of the iterations as they are executed: conditions and counts are not
// differentiated.
//
//===----------------------------------------------------------------------===//

#include "Activity.h"
#include "Tangent.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

//===-- Bodies ------------------------------------------------------------===//

Value DelFunctions::Builder::zero(Value like) {
  if (isa<ListType>(like.getType()))
    return ZerosLikeOp::create(b, like.getLoc(), like);
  return uniform(b, withoutName(like.getLoc()), 0, like.getType());
}

Value DelFunctions::Builder::tangentOrZero(Value v) {
  Value t = tangent.lookup(v);
  return t ? t : zero(copy.lookup(v));
}

void DelFunctions::Builder::addArgument(Block &to, BlockArgument argument) {
  copy.map(argument, to.addArgument(argument.getType(), argument.getLoc()));
}

void DelFunctions::Builder::addTangentArgument(Block &to, BlockArgument argument) {
  tangent[argument] = to.addArgument(argument.getType(), withoutName(argument.getLoc()));
  nameTangent(argument, tangent[argument]);
}

void DelFunctions::Builder::addOuterArguments(Block &to, ValueRange outer,
                                              Block::BlockArgListType arguments) {
  for (BlockArgument argument : arguments)
    addArgument(to, argument);
  for (auto [passed, argument] : llvm::zip(outer, arguments))
    if (tangent.lookup(passed))
      addTangentArgument(to, argument);
}

llvm::SmallVector<Value> DelFunctions::Builder::withTangents(ValueRange outer) {
  llvm::SmallVector<Value> values;
  for (Value v : outer)
    values.push_back(copy.lookup(v));
  for (Value v : outer)
    if (Value t = tangent.lookup(v))
      values.push_back(t);
  return values;
}

void DelFunctions::Builder::takeResults(Operation *from, Operation *to,
                                        llvm::ArrayRef<unsigned> active) {
  const unsigned own = from->getNumResults();
  for (unsigned i = 0; i < own; ++i)
    copy.map(from->getResult(i), to->getResult(i));
  for (auto [k, i] : llvm::enumerate(active))
    tangent[from->getResult(i)] = to->getResult(own + k);
}

LogicalResult DelFunctions::Builder::copyBody(Block &from, Block &to, ValueRange yielded,
                                              llvm::ArrayRef<unsigned> active) {
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToEnd(&to);
  if (failed(body(from)))
    return failure();
  llvm::SmallVector<Value> values;
  for (Value v : from.getTerminator()->getOperands())
    values.push_back(copy.lookup(v));
  for (unsigned i : active)
    values.push_back(tangentOrZero(yielded[i]));
  YieldOp::create(b, from.getTerminator()->getLoc(), values);
  return success();
}

LogicalResult DelFunctions::Builder::loop(LoopOp from) {
  // What is carried, and what comes to depend on the direction in some iteration.
  llvm::DenseSet<Value> found;
  for (auto [outer, inner] : llvm::zip(from.getOthers(), from.getOuter()))
    if (tangent.lookup(outer))
      found.insert(inner);
  for (auto [outer, inner] : llvm::zip(from.getInits(), from.getCarried()))
    if (tangent.lookup(outer))
      found.insert(inner);
  findActive(from, found);

  llvm::SmallVector<unsigned> active;
  llvm::SmallVector<Value> inits;
  llvm::SmallVector<Type> results(from.getResultTypes());
  for (Value v : from.getInits())
    inits.push_back(copy.lookup(v));
  for (auto [i, carried] : llvm::enumerate(from.getCarried()))
    if (found.contains(carried)) {
      active.push_back(i);
      inits.push_back(tangentOrZero(from.getInits()[i]));
      results.push_back(from.getResult(i).getType());
    }
  Value times = from.getTimes() ? copy.lookup(from.getTimes()) : Value();
  auto to = LoopOp::create(b, from.getLoc(), results, times, inits, withTangents(from.getOthers()));
  Block &body = to.getBody().emplaceBlock();
  addArgument(body, from.getCounter());
  for (BlockArgument argument : from.getCarried())
    addArgument(body, argument);
  for (unsigned i : active)
    addTangentArgument(body, from.getCarried()[i]);
  addOuterArguments(body, from.getOthers(), from.getOuter());
  if (failed(copyBody(from.getBody().front(), body, from.getYielded(), active)))
    return failure();
  // A tangent that no body reads would make a loop or branch that does not vary look as if it did.
  dropUnusedOuter(to);
  takeResults(from, to, active);
  return success();
}

LogicalResult DelFunctions::Builder::branch(IfOp from) {
  llvm::DenseSet<Value> found;
  for (auto [k, v] : llvm::enumerate(from.getOthers()))
    if (tangent.lookup(v))
      for (Region &region : from->getRegions())
        found.insert(region.getArgument(k));
  llvm::SmallVector<unsigned> active;
  llvm::SmallVector<Type> results(from.getResultTypes());
  for (Region &region : from->getRegions())
    findActive(region.front(), found);
  for (OpResult result : from.getResults()) {
    const unsigned i = result.getResultNumber();
    if (llvm::any_of(from->getRegions(), [&](Region &region) {
          return found.contains(region.front().getTerminator()->getOperand(i));
        })) {
      active.push_back(i);
      results.push_back(result.getType());
    }
  }
  auto to = IfOp::create(b, from.getLoc(), results, copy.lookup(from.getCondition()),
                         withTangents(from.getOthers()));
  for (auto [own, fresh] : llvm::zip(from->getRegions(), to->getRegions())) {
    Block &body = fresh.emplaceBlock();
    addOuterArguments(body, from.getOthers(), own.getArguments());
    if (failed(copyBody(own.front(), body, own.front().getTerminator()->getOperands(), active)))
      return failure();
  }
  dropUnusedOuter(to);
  takeResults(from, to, active);
  return success();
}

//===-- Lists -------------------------------------------------------------===//

Value DelFunctions::Builder::listTangent(Operation *twin, llvm::ArrayRef<Value> tangents) {
  Location loc = withoutName(twin->getLoc());
  // All of these are linear in lists and values together.
  llvm::SmallVector<Value> operands;
  for (auto [v, t] : llvm::zip(twin->getOperands(), tangents))
    operands.push_back(t ? t : isa<IndexType>(v.getType()) ? v : zero(v));
  Operation *linear = b.clone(*twin);
  linear->setLoc(loc);
  if (auto read = dyn_cast<AtOp>(twin)) {
    // The sizes of the entries are those of the list itself.
    operands.resize(2);
    operands.push_back(read.getLike() ? read.getLike() : read.getA());
  }
  linear->setOperands(operands);
  return linear->getResult(0);
}

} // namespace delgen::mx
