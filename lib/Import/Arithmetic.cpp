//===- Arithmetic.cpp - Constants, and arithmetic on numbers ---------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

#include <cmath>

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- Constants ---------------------------------------------------------===//

FloatType FunctionImporter::floatType(QualType type) {
  type = ast.getCanonicalType(type).getUnqualifiedType();
  if (type->isSpecificBuiltinType(BuiltinType::Double))
    return b.getF64Type();
  if (type->isSpecificBuiltinType(BuiltinType::Float))
    return b.getF32Type();
  return {};
}

FloatType FunctionImporter::computedType(QualType type) {
  if (type->isSpecificBuiltinType(BuiltinType::LongDouble))
    return b.getF64Type();
  return floatType(type);
}

/// True where Clang's evaluator, which recurses, might exhaust the stack.
static bool isDeep(const Expr *e) {
  llvm::SmallVector<std::pair<const Stmt *, unsigned>> open = {{e, 0}};
  while (!open.empty()) {
    auto [s, depth] = open.pop_back_val();
    if (depth > 1000)
      return true;
    for (const Stmt *child : s->children())
      if (child)
        open.push_back({child, depth + 1});
  }
  return false;
}

std::optional<Value> FunctionImporter::evaluate(const Expr *e) {
  Expr::EvalResult found;
  if (e->isValueDependent() || isDeep(e) || !e->EvaluateAsRValue(found, ast) ||
      found.HasSideEffects)
    return std::nullopt;
  bool hasSize = false;
  if (isGeneric && dependsOnArguments(e, hasSize))
    return refuse(e, dependentConstant);
  // N is the number of rows, whatever it is.
  if (found.Val.isInt() && found.Val.getInt().isRepresentableByInt64())
    if (std::optional<mx::Size> size = sizes.standIn(found.Val.getInt().getExtValue()))
      return extent(e, *size);
  return hasSize ? std::nullopt : constant(e, found.Val);
}

std::optional<Value> FunctionImporter::constant(const Expr *e, const APValue &known) {
  if (known.isInt()) {
    const llvm::APSInt &n = known.getInt();
    // Below 0 where it has no sign and needs all bits: see asUnsigned().
    if (n.getBitWidth() == 64)
      return integer(e, int64_t(n.getRawData()[0]));
    if (!n.isRepresentableByInt64())
      return refuse(
          e, "this integer does not fit into 64 bits with a sign; use smaller numbers, or double");
    return integer(e, n.getExtValue());
  }
  if (!known.isFloat())
    return std::nullopt;
  llvm::APFloat n = known.getFloat();
  if (!n.isFinite())
    return refuse(e, "this constant is not finite; start from a finite number, as the first of "
                     "those that are compared");
  bool isRounded;
  n.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &isRounded);
  FloatType element = floatType(e->getType());
  return constant(e, n.convertToDouble(), element ? element : b.getF64Type());
}

//===-- Arithmetic on scalars ---------------------------------------------===//

Value FunctionImporter::unary(const UnaryOperator *e) {
  switch (e->getOpcode()) {
  case UO_Plus:
  case UO_Extension:
    return expression(e->getSubExpr());
  case UO_Minus: {
    Value v = expression(e->getSubExpr());
    if (!v)
      return v;
    if (v.getType().isIndex())
      return integerOperation(e, BO_Sub, e->getType(), integer(e, 0), v);
    if (auto number = v.getDefiningOp<mx::ConstantOp>())
      return constant(e, -number.number(), mx::elementType(v.getType()));
    return negate(e, v);
  }
  case UO_Not: {
    Value v = expression(e->getSubExpr());
    return v && v.getType().isIndex() ? integerOperation(e, BO_Sub, e->getType(), integer(e, -1), v)
                                      : refuse(e, unknownOperator);
  }
  case UO_LNot: {
    Value v = condition(e->getSubExpr());
    return v ? negateCondition(e, v) : v;
  }
  case UO_PreInc:
  case UO_PostInc:
  case UO_PreDec:
  case UO_PostDec:
    return increment(e);
  case UO_AddrOf:
  case UO_Deref:
    return refuse(e, "pointers are not supported; use references");
  default:
    return refuse(e, unknownOperator);
  }
}

Value FunctionImporter::binary(const BinaryOperator *e) {
  if (e->isCommaOp()) {
    expressionStatement(e->getLHS());
    return expression(e->getRHS());
  }
  if (e->isAssignmentOp()) {
    // The variable has a value all the same, about which there is nothing to say.
    if (auto found = variables.find(assignedVariable(e->getLHS())); found != variables.end())
      found->second = Variable();
    return refuse(e, "an assignment inside an expression is not supported; write it as a "
                     "statement of its own");
  }
  if (e->isComparisonOp() || e->isLogicalOp())
    return comparison(e);
  if (std::optional<Value> flag = bitwise(e))
    return convertArithmetic(e, *flag, ast.BoolTy, e->getType());
  Value x = expression(e->getLHS()), y = expression(e->getRHS());
  if (!x || !y)
    return {};
  return binary(e, e->getOpcode(), e->getType(), x, y);
}

/// x op y for constants, rounded as the type T is.
template <typename T> static double fold(BinaryOperatorKind kind, T x, T y) {
  switch (kind) {
  case BO_Add:
    return x + y;
  case BO_Sub:
    return x - y;
  case BO_Mul:
    return x * y;
  default:
    return x / y;
  }
}

Value FunctionImporter::binary(const Expr *e, BinaryOperatorKind kind, QualType type, Value x,
                               Value y) {
  if (x.getType().isIndex() && y.getType().isIndex())
    return integerOperation(e, kind, type, x, y);
  FloatType element = computedType(type);
  if (!element)
    return refuse(e, quoted(typeName(type)) + " is not supported; use double or float");
  auto xNumber = x.getDefiningOp<mx::ConstantOp>(), yNumber = y.getDefiningOp<mx::ConstantOp>();
  if (xNumber && yNumber) {
    const double xn = xNumber.number(), yn = yNumber.number();
    const double n = element.isF32() ? fold<float>(kind, xn, yn) : fold<double>(kind, xn, yn);
    return std::isfinite(n) ? constant(e, n, element)
                            : refuse(e, "this constant is not finite; start from a finite number, "
                                        "as the first of those that are compared");
  }
  return arithmetic(e, kind, x, y);
}

Value FunctionImporter::arithmetic(const Expr *e, BinaryOperatorKind kind, Value x, Value y) {
  // In a function that is applied to entries, a number may stand for a matrix.
  auto times = [&](Value l, Value r) {
    return mx::isMatrix(l) && mx::isMatrix(r) ? hadamard(e, l, r)
           : mx::isMatrix(l)                  ? multiply(e, {r, l})
                                              : multiply(e, {l, r});
  };
  switch (kind) {
  case BO_Add:
    return spread(e, x, y) ? add(e, x, y) : Value();
  case BO_Sub:
    return spread(e, x, y) ? add(e, x, negate(e, y)) : Value();
  case BO_Mul:
    return times(x, y);
  case BO_Div:
    return times(power(e, y, -1), x);
  default:
    return refuse(e, unknownOperator);
  }
}

} // namespace delgen
