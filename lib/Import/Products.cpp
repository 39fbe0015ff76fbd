//===- Products.cpp - The operators of Eigen ------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The C++ types of the operands say what an operator means: a product of matrices, or
// entry by entry for arrays, or with a scalar.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

Value FunctionImporter::product(const Expr *e, Value x, Value y) {
  const std::string why = "the left factor is " + shapeOf(x) + ", the right factor " + shapeOf(y);
  if (!agree(e, colsOf(x), rowsOf(y), why) || !sameElements(e, x, y))
    return {};
  return multiply(e, {x, y});
}

Value FunctionImporter::eigenBinary(const Expr *e, OverloadedOperatorKind kind, Value x,
                                    QualType xType, Value y, QualType yType) {
  const bool xScalar = xType->isArithmeticType(), yScalar = yType->isArithmeticType();
  if (isCondition(ast, xType) || isCondition(ast, yType))
    return refuse(e, "this operator is not supported on a comparison of arrays; convert it with "
                     ".cast<double>()");
  auto isArray = [&](QualType type) {
    std::optional<EigenType> eigen = eigenType(ast, type);
    return eigen && eigen->isArray;
  };
  const bool array = isArray(xScalar ? yType : xType);
  FloatType element = mx::elementType((xScalar ? y : x).getType());
  if (xScalar)
    x = toElement(e, x, element);
  if (yScalar)
    y = toElement(e, y, element);

  switch (kind) {
  case OO_Plus:
  case OO_Minus:
    // Array + scalar adds to every entry.
    if (xScalar)
      x = fill(e, x, rowsOf(y), colsOf(y));
    if (yScalar)
      y = fill(e, y, rowsOf(x), colsOf(x));
    return add(e, x, kind == OO_Plus ? y : negate(e, y));
  case OO_Star:
    if (xScalar || yScalar)
      return xScalar ? multiply(e, {x, y}) : multiply(e, {y, x});
    return array ? hadamard(e, x, y) : product(e, x, y);
  case OO_Slash:
    y = power(e, y, -1);
    if (xScalar || yScalar)
      return xScalar ? multiply(e, {x, y}) : multiply(e, {y, x});
    return hadamard(e, x, y);
  default:
    return refuse(e, unknownOperator);
  }
}

Value FunctionImporter::eigenOperator(const CXXOperatorCallExpr *e) {
  const OverloadedOperatorKind kind = e->getOperator();
  if (kind == OO_Call || kind == OO_Subscript) {
    Call c(e, e->getDirectCallee(), llvm::drop_begin(e->arguments()));
    c.name = "coeff";
    c.object = e->getArg(0);
    c.self = expression(c.object);
    if (!c.self)
      return {};
    return eigenOperation(c);
  }
  if (!applied.empty() && readsEntries(e))
    return refuse(e, "an operation of Eigen on an entry is not supported inside of a function of "
                     "entries; write it with functions of <cmath>");
  if (e->isAssignmentOp())
    return refuse(e, "an assignment inside an expression is not supported; write it as a "
                     "statement of its own");
  if (e->isComparisonOp() || kind == OO_AmpAmp || kind == OO_PipePipe || kind == OO_Exclaim)
    return eigenCondition(e);
  if (e->getNumArgs() == 1) {
    Value x = expression(e->getArg(0));
    if (!x || kind == OO_Plus)
      return x;
    if (kind != OO_Minus)
      return refuse(e, unknownOperator);
    return negate(e, x);
  }
  Value x = expression(e->getArg(0)), y = expression(e->getArg(1));
  if (!x || !y)
    return {};
  if (std::optional<bool> rows = byRows(e->getArg(0)->getType()))
    return importVectorwiseBinary(*this, e, kind, x, *rows, y);
  return eigenBinary(e, kind, x, e->getArg(0)->getType(), y, e->getArg(1)->getType());
}

} // namespace delgen
