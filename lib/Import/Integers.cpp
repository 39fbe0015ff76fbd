//===- Integers.cpp - Sizes and other integers ----------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An integer is an `index`. What it is as a size follows from how it came about: a number,
// the extent of a matrix, an integer parameter, or something computed from these.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using clang::Expr;
using clang::QualType;

namespace delgen {

Value FunctionImporter::integer(const Expr *e, int64_t n) {
  return arith::ConstantIndexOp::create(b, locationOf(e), n);
}

Value FunctionImporter::extent(const Expr *e, mx::Size size) {
  size = sizes.resolve(size);
  if (size.isNumber())
    return integer(e, size.number());
  return mx::ExtentOp::create(b, locationOf(e), b.getIndexType(), b.getStringAttr(size.symbol()));
}

Value FunctionImporter::entryCount(const Expr *e, Value v) {
  mx::Size rows = rowsOf(v), cols = colsOf(v);
  if (cols.is(1))
    return extent(e, rows);
  if (rows.is(1))
    return extent(e, cols);
  return integerOperation(e, clang::BO_Mul, ast.LongTy, extent(e, rows), extent(e, cols));
}

std::optional<mx::Size> FunctionImporter::sizeFrom(const Expr *e, Value v) {
  if (!v)
    return std::nullopt;
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>()) {
    if (number.value() < 0) {
      report.error(e, "a size cannot be negative: this is " + llvm::Twine(number.value()));
      return std::nullopt;
    }
    return sizes.number(number.value());
  }
  if (auto extent = v.getDefiningOp<mx::ExtentOp>())
    return sizes.resolve(mx::Size::symbol(context, extent.getSymbol()));
  if (std::optional<mx::Size> size = parameterSize(v)) {
    sizes.markUsed(*size);
    return sizes.resolve(*size);
  }
  const Origin origin = computed.lookup(v);
  mx::Size size = sizes.get(origin.place ? origin.place : e, origin.key, 0);
  if (!sizes.hasMeaning(size)) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointAfterValue(v);
    mx::BindOp::create(b, v.getLoc(), v, b.getStringAttr(size.symbol()));
    // It has this meaning wherever the integer is known.
    auto *body = llvm::find(bodies, v.getParentRegion());
    sizes.setMeaning(size, body == bodies.end() ? 0 : body - bodies.begin() + 1);
  }
  return size;
}

std::optional<mx::Size> FunctionImporter::parameterSize(Value v) {
  Argument *argument = argumentOf(v);
  return argument && v.getType().isIndex() ? std::optional(sizeOf(*argument)) : std::nullopt;
}

Value FunctionImporter::integerOperation(const Expr *e, clang::BinaryOperatorKind kind,
                                         QualType type, Value x, Value y) {
  Location loc = locationOf(e);
  auto xNumber = x.getDefiningOp<arith::ConstantIndexOp>();
  auto yNumber = y.getDefiningOp<arith::ConstantIndexOp>();
  Value v;
  switch (kind) {
  case clang::BO_Add:
    v = b.createOrFold<arith::AddIOp>(loc, x, y);
    break;
  case clang::BO_Sub:
    if (type->isUnsignedIntegerType() && !(xNumber && yNumber))
      return refuse(e, "subtraction of unsigned integers is not supported, for it wraps below 0; "
                       "convert them to Eigen::Index first");
    v = b.createOrFold<arith::SubIOp>(loc, x, y);
    break;
  case clang::BO_Mul:
    v = b.createOrFold<arith::MulIOp>(loc, x, y);
    break;
  case clang::BO_Div:
  case clang::BO_Rem:
    if (yNumber && yNumber.value() == 0)
      return refuse(e, "division by zero");
    v = kind == clang::BO_Div ? b.createOrFold<arith::DivSIOp>(loc, x, y)
                              : b.createOrFold<arith::RemSIOp>(loc, x, y);
    break;
  default:
    return refuse(e, "this operation on integers is not supported; integers may be added, "
                     "subtracted, multiplied and divided");
  }
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>()) {
    const bool isSigned = type->isSignedIntegerType();
    const unsigned bits = ast.getIntWidth(type);
    if (isSigned ? !llvm::isIntN(bits, number.value())
                 : number.value() < 0 || !llvm::isUIntN(bits, number.value()))
      return refuse(e, "this integer does not fit into " + quoted(typeName(type)));
  }
  // Folding gives a constant, or one of the operands, which knows what it is.
  if (v.getDefiningOp() && v != x && v != y)
    computed[v] = e;
  return v;
}

/// True for a number, an extent, or a product of these.
static bool isSize(Value v) {
  Operation *op = v.getDefiningOp();
  return op && (isa<mx::ExtentOp, arith::ConstantIndexOp>(op) ||
                (isa<arith::MulIOp>(op) && llvm::all_of(op->getOperands(), isSize)));
}

Value FunctionImporter::convertInteger(const Expr *e, Value v, QualType from, QualType to) {
  if (to->isBooleanType() && !from->isBooleanType())
    return refuse(e, "an integer as a bool is supported in conditions only");
  // An enumerator is the number that it has.
  if (from->isEnumeralType() || to->isEnumeralType())
    return v;
  const unsigned fromBits = ast.getIntWidth(from), toBits = ast.getIntWidth(to);
  const bool fromSigned = from->isSignedIntegerType(), toSigned = to->isSignedIntegerType();
  // A size is not negative, and fits where the programmer puts it.
  if (isSize(v))
    return v;
  if (toBits < fromBits || (toBits == fromBits && toBits < 64 && !fromSigned && toSigned))
    return refuse(e, "the conversion from '" + typeName(from) + "' to '" + typeName(to) +
                         "' may lose bits; use Eigen::Index throughout");
  if (fromSigned && !toSigned)
    return refuse(e, "the conversion from '" + typeName(from) + "' to '" + typeName(to) +
                         "' wraps below 0; use Eigen::Index throughout");
  return v;
}

} // namespace delgen
