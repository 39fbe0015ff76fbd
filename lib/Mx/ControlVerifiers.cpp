//===- ControlVerifiers.cpp - What loops, branches and lists must be ------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Mx.h"

#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

/// True where values of the one type may stand for the other but for sizes that are symbols:
/// a size may change from one iteration, or one entry of a list, to the next.
static bool matchesButForSymbols(Type a, Type b) {
  if (a == b)
    return true;
  if (auto list = dyn_cast<ListType>(a)) {
    auto other = dyn_cast<ListType>(b);
    return other && matchesButForSymbols(list.getElement(), other.getElement());
  }
  auto isReal = llvm::IsaPred<MatrixType, FloatType>;
  if (!isReal(a) || !isReal(b) || elementType(a) != elementType(b))
    return false;
  auto agree = [](Size x, Size y) { return x == y || x.isSymbol() || y.isSymbol(); };
  return agree(rowsOf(a), rowsOf(b)) && agree(colsOf(a), colsOf(b));
}

/// Checks that a body takes `passed` behind its first `skipped` arguments.
static LogicalResult verifyPassed(Operation *op, Region &body, unsigned skipped,
                                  ValueRange passed) {
  if (body.getNumArguments() != skipped + passed.size())
    return op->emitOpError("passes ")
           << passed.size() << " values to a body that takes " << body.getNumArguments();
  for (auto [value, argument] : llvm::zip(passed, body.getArguments().drop_front(skipped)))
    if (value.getType() != argument.getType())
      return op->emitOpError("passes ")
             << value.getType() << " to a body that takes " << argument.getType();
  return success();
}

/// Checks that a body yields values for the results, behind `skipped` others.
static LogicalResult verifyYielded(Operation *op, Region &body, unsigned skipped) {
  auto yield = dyn_cast<YieldOp>(body.front().back());
  if (!yield || yield.getNumOperands() != skipped + op->getNumResults())
    return op->emitOpError("has a body that does not yield its results");
  for (auto [value, type] :
       llvm::zip(yield.getOperands().drop_front(skipped), op->getResultTypes()))
    if (!matchesButForSymbols(value.getType(), type))
      return op->emitOpError("yields ") << value.getType() << " where its result is " << type;
  return success();
}

LogicalResult LoopOp::verify() {
  const unsigned carried = getInits().size();
  if (getNumResults() != carried)
    return emitOpError("carries ")
           << carried << " values and has " << getNumResults() << " results";
  if (getBody().getNumArguments() != 1 + carried + getOthers().size() ||
      !getBody().getArgument(0).getType().isIndex())
    return emitOpError("has a body that does not take a counter, what is carried and the others");
  for (auto [init, argument] : llvm::zip(getInits(), getCarried()))
    if (!matchesButForSymbols(init.getType(), argument.getType()))
      return emitOpError("carries ")
             << init.getType() << " to a body that takes " << argument.getType();
  if (failed(verifyPassed(*this, getBody(), 1 + carried, getOthers())) ||
      failed(verifyYielded(*this, getBody(), isCounted() ? 0 : 1)))
    return failure();
  if (Value flag = getFlag(); flag && !isa<FloatType>(flag.getType()))
    return emitOpError("ends with a scalar that is 0, not with ") << flag.getType();
  return success();
}

LogicalResult IfOp::verify() {
  for (Region *body : {&getThen(), &getOtherwise()})
    if (failed(verifyPassed(*this, *body, 0, getOthers())) ||
        failed(verifyYielded(*this, *body, 0)))
      return failure();
  return success();
}

LogicalResult AtOp::verify() {
  if (!matchesButForSymbols(getA().getType().getElement(), getType()))
    return emitOpError("takes ") << getType() << " from " << getA().getType();
  return success();
}

/// Checks that a list that `op` makes can have the value as an entry.
static LogicalResult verifyEntry(Operation *op, ListType list, Value value) {
  if (matchesButForSymbols(list.getElement(), value.getType()))
    return success();
  return op->emitOpError("puts ") << value.getType() << " into " << list;
}

/// Checks an operation that makes a list of another.
static LogicalResult verifyChanged(Operation *op, ListType a, ListType y, Value value) {
  if (!matchesButForSymbols(a, y))
    return op->emitOpError("makes ") << y << " of " << a;
  return verifyEntry(op, y, value);
}

LogicalResult SetAtOp::verify() {
  return verifyChanged(*this, getA().getType(), getY().getType(), getValue());
}

LogicalResult AppendOp::verify() {
  return verifyChanged(*this, getA().getType(), getY().getType(), getValue());
}

LogicalResult MakeListOp::verify() {
  for (Value value : getValues())
    if (failed(verifyEntry(*this, getY().getType(), value)))
      return failure();
  return success();
}

} // namespace delgen::mx
