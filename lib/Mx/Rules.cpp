//===- Rules.cpp - Tangents that take more than a line --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

Value uniform(OpBuilder &builder, Location loc, double number, Type type) {
  Value c = ConstantOp::create(builder, loc, elementType(type), builder.getF64FloatAttr(number));
  return isa<MatrixType>(type) ? FillOp::create(builder, loc, type, c).getResult() : c;
}

Value multiply(OpBuilder &builder, Location loc, ValueRange factors) {
  return factors.size() == 1 ? factors.front() : MulOp::create(builder, loc, factors).getResult();
}

Value negate(OpBuilder &builder, Location loc, Value a) {
  return multiply(builder, loc, {uniform(builder, loc, -1, elementType(a.getType())), a});
}

Value transpose(OpBuilder &builder, Location loc, Value a) {
  return TransposeOp::create(builder, loc, a);
}

Value filled(OpBuilder &builder, Location loc, Value a, Type type) {
  return isa<MatrixType>(type) ? FillOp::create(builder, loc, type, a).getResult() : a;
}

Value placed(OpBuilder &builder, Location loc, Type type, Value a, Value row, Value col) {
  return AssembleOp::create(builder, loc, type, a, row, col);
}

Value partOf(OpBuilder &builder, Location loc, Type type, Value a, Value row, Value col) {
  return isa<MatrixType>(type) ? SliceOp::create(builder, loc, type, a, row, col).getResult()
                               : ElementOp::create(builder, loc, a, row, col).getResult();
}

//===-- Choices and parts -------------------------------------------------===//

Value selectTangent(OpBuilder &builder, Location loc, llvm::ArrayRef<Value> args,
                    llvm::ArrayRef<Value> tangents) {
  Value da = tangents[1], db = tangents[2];
  if (!da && !db)
    return {};
  auto orZero = [&](Value t) { return t ? t : uniform(builder, loc, 0, args[1].getType()); };
  return SelectOp::create(builder, loc, args[0], orZero(da), orZero(db));
}

Value assembleTangent(OpBuilder &builder, AssembleOp op, ValueRange args,
                      llvm::ArrayRef<Value> tangents) {
  const size_t count = op.getBlocks().size();
  llvm::SmallVector<Value> blocks, rows, cols;
  for (size_t k = 0; k < count; ++k)
    if (tangents[k]) {
      blocks.push_back(tangents[k]);
      rows.push_back(args[count + k]);
      cols.push_back(args[2 * count + k]);
    }
  if (blocks.empty())
    return {};
  return AssembleOp::create(builder, withoutName(op.getLoc()), op.getType(), blocks, rows, cols);
}

Value insertTangent(OpBuilder &builder, InsertOp op, ValueRange args,
                    llvm::ArrayRef<Value> tangents) {
  Location loc = withoutName(op.getLoc());
  Value da = tangents[0], db = tangents[1], row = args[2], col = args[3];
  if (!db)
    return da ? AssembleOp::create(builder, loc, op.getType(), da, row, col).getResult() : Value();
  if (!da)
    da = uniform(builder, loc, 0, args[0].getType());
  return InsertOp::create(builder, loc, da, db, row, col);
}

Value prodTangent(OpBuilder &builder, Operation *op, ValueRange args,
                  llvm::ArrayRef<Value> tangents) {
  Location loc = withoutName(op->getLoc());
  llvm::SmallVector<Value> terms;
  for (auto [i, tangent] : llvm::enumerate(tangents)) {
    if (!tangent)
      continue;
    llvm::SmallVector<Value> operands(args);
    if (i == 0)
      operands.push_back(tangent);
    else
      operands[i] = tangent;
    OperationState term(loc, op->getName(), operands, op->getResultTypes(), op->getAttrs());
    terms.push_back(builder.create(term)->getResult(0));
  }
  return sumOfTangents(builder, loc, terms);
}

Value pickTangent(OpBuilder &builder, PickOp op, ValueRange args, llvm::ArrayRef<Value> tangents) {
  if (!tangents[1])
    return {};
  return PickOp::create(builder, withoutName(op.getLoc()), op.getType(), args[0], tangents[1],
                        op.getExtremumAttr());
}

//===-- Linear algebra ----------------------------------------------------===//

Value inverseTangent(OpBuilder &builder, InverseOp op, Value a, Value y, Value da) {
  if (!da)
    return {};
  Location loc = withoutName(op.getLoc());
  Value inside = negate(builder, loc, multiply(builder, loc, {y, da, y}));
  if (rowsOf(a.getType()) == colsOf(a.getType()))
    return inside;
  // y yᵀ daᵀ (I − a y)
  Value left = multiply(builder, loc, {y, transpose(builder, loc, y), transpose(builder, loc, da)});
  Value inRange = negate(builder, loc, multiply(builder, loc, {left, a, y}));
  return AddOp::create(builder, loc, ValueRange{inside, left, inRange});
}

Value determinantTangent(OpBuilder &builder, Operation *op, Value a, Value y, Value da) {
  if (!da)
    return {};
  Location loc = withoutName(op->getLoc());
  Value inverse = InverseOp::create(builder, loc, a, op->getAttrOfType<StringAttr>("kind"));
  Value trace = TraceOp::create(builder, loc, multiply(builder, loc, {inverse, da}));
  return y ? multiply(builder, loc, {y, trace}) : trace;
}

Value choleskyTangent(OpBuilder &builder, Location loc, Value y, Value da) {
  if (!da)
    return {};
  Value inverse = InverseOp::create(builder, loc, y, builder.getStringAttr("lower"));
  Value inside = multiply(builder, loc, {inverse, da, transpose(builder, loc, inverse)});
  Value half = TriangleOp::create(builder, loc, inside, builder.getBoolAttr(true),
                                  builder.getF64FloatAttr(0.5));
  return multiply(builder, loc, {y, half});
}

/// vᵀ da v
static Value inEigenvectors(OpBuilder &builder, Location loc, Value v, Value da) {
  return multiply(builder, loc, {transpose(builder, loc, v), da, v});
}

Value eigenvaluesTangent(OpBuilder &builder, Location loc, Value a, Value da) {
  if (!da)
    return {};
  Value v = EigenvectorsOp::create(builder, loc, a);
  return DiagonalOp::create(builder, loc, inEigenvectors(builder, loc, v, da));
}

Value eigenvectorsTangent(OpBuilder &builder, Location loc, Value a, Value y, Value da) {
  if (!da)
    return {};
  Value gaps = GapsOp::create(builder, loc, EigenvaluesOp::create(builder, loc, a));
  Value turned =
      HadamardOp::create(builder, loc, ValueRange{gaps, inEigenvectors(builder, loc, y, da)});
  return multiply(builder, loc, {y, turned});
}

Value gapsTangent(OpBuilder &builder, Location loc, Value a, Value y, Value da) {
  if (!da)
    return {};
  Value ones = uniform(builder, loc, 1, transpose(builder, loc, a).getType());
  Value spread = multiply(builder, loc, {da, ones});
  Value differences = AddOp::create(
      builder, loc, ValueRange{spread, negate(builder, loc, transpose(builder, loc, spread))});
  return HadamardOp::create(builder, loc, ValueRange{y, y, differences});
}

} // namespace delgen::mx
