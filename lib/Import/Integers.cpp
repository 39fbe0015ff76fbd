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

#include <cmath>

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
    return size;
  }
  // Other expressions may need it to be what it cannot be: n where it is n - 1.
  const mx::Affine own = mx::Affine::of(
      v, b.getInsertionBlock(), [&](BlockArgument argument) { return parameterSize(argument); });
  const std::optional<int64_t> excess = (own - affine(size)).number();
  if (excess && *excess != 0) {
    std::string name;
    llvm::raw_string_ostream(name) << size;
    report.error(e, "sizes " + name + " and " + name + (*excess < 0 ? " - " : " + ") +
                        llvm::Twine(std::abs(*excess)) +
                        " cannot agree: this is the second, and other expressions need the first");
    return std::nullopt;
  }
  return size;
}

std::optional<mx::Size> FunctionImporter::parameterSize(Value v) {
  Argument *argument = argumentOf(v);
  return argument && v.getType().isIndex() ? std::optional(sizeOf(*argument)) : std::nullopt;
}

/// False for an integer of which it is known that it is at least 0; `isNatural` tells it of
/// arguments and of what loops count with.
static bool mayBeNegative(Value v, llvm::function_ref<bool(Value)> isNatural) {
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>())
    return number.value() < 0;
  if (isNatural(v))
    return false;
  Operation *op = v.getDefiningOp();
  if (!op) {
    // The number of an iteration; a loop is made when its body is read.
    auto argument = cast<BlockArgument>(v);
    Operation *around = argument.getOwner()->getParentOp();
    return (around && !isa<mx::LoopOp>(around)) || argument.getArgNumber() != 0;
  }
  if (isa<mx::ExtentOp, mx::LengthOp>(op))
    return false;
  return !isa<arith::AddIOp, arith::MulIOp, arith::DivSIOp, arith::RemSIOp>(op) ||
         llvm::any_of(op->getOperands(),
                      [&](Value operand) { return mayBeNegative(operand, isNatural); });
}

Value FunctionImporter::integerOperation(const Expr *e, clang::BinaryOperatorKind kind,
                                         QualType type, Value x, Value y) {
  Location loc = locationOf(e);
  auto isNatural = [&](Value v) {
    // The variable of a loop that counts is computed from the number of the iteration.
    if (Operation *op = v.getDefiningOp())
      return isa<arith::AddIOp, arith::SubIOp>(op) && computed.lookup(v).key;
    Argument *argument = argumentOf(v);
    return argument && typeOf(*function, argument->place)->isUnsignedIntegerType();
  };
  auto yNumber = y.getDefiningOp<arith::ConstantIndexOp>();
  Value v;
  switch (kind) {
  case clang::BO_Add:
    v = b.createOrFold<arith::AddIOp>(loc, x, y);
    break;
  case clang::BO_Sub:
    // Below 0 an unsigned integer is larger than all others: see asUnsigned().
    v = b.createOrFold<arith::SubIOp>(loc, x, y);
    break;
  case clang::BO_Mul:
    v = b.createOrFold<arith::MulIOp>(loc, x, y);
    break;
  case clang::BO_Div:
  case clang::BO_Rem:
    if (yNumber && yNumber.value() == 0)
      return refuse(e, "division by zero; divide by another number");
    if (type->isUnsignedIntegerType() &&
        (mayBeNegative(x, isNatural) || mayBeNegative(y, isNatural)))
      return refuse(e, "a difference of unsigned integers, which wraps below 0, is divided here; "
                       "convert them to Eigen::Index first");
    v = kind == clang::BO_Div ? b.createOrFold<arith::DivSIOp>(loc, x, y)
                              : b.createOrFold<arith::RemSIOp>(loc, x, y);
    break;
  case clang::BO_Shl:
    if (!yNumber || yNumber.value() < 0 || yNumber.value() > 62)
      return refuse(e, "a shift by a number that is not known while compiling is not supported; "
                       "multiply in a loop");
    v = b.createOrFold<arith::MulIOp>(loc, x, integer(e, int64_t(1) << yNumber.value()));
    break;
  default:
    return refuse(e, "this operation on integers is not supported; integers may be added, "
                     "subtracted, multiplied and divided");
  }
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>()) {
    const bool isSigned = type->isSignedIntegerType();
    const unsigned bits = ast.getIntWidth(type);
    if (isSigned ? !llvm::isIntN(bits, number.value())
                 : number.value() >= 0 && !llvm::isUIntN(bits, number.value()))
      return refuse(e, "this integer does not fit into " + quoted(typeName(type)) +
                           "; use Eigen::Index");
  }
  // Folding gives a constant, or one of the operands, which knows what it is.
  if (v.getDefiningOp() && v != x && v != y)
    computed[v] = e;
  return v;
}

Value FunctionImporter::asUnsigned(const Expr *e, Value v, QualType type) {
  auto isNatural = [&](Value v) {
    // The variable of a loop that counts is computed from the number of the iteration.
    if (Operation *op = v.getDefiningOp())
      return isa<arith::AddIOp, arith::SubIOp>(op) && computed.lookup(v).key;
    Argument *argument = argumentOf(v);
    return argument && typeOf(*function, argument->place)->isUnsignedIntegerType();
  };
  Value real = toElement(e, v, b.getF64Type());
  if (!real || !type->isUnsignedIntegerType() || type->isBooleanType() ||
      !mayBeNegative(v, isNatural))
    return real;
  Value zero = constant(e, 0, b.getF64Type());
  Value isBelow = make<mx::CompareOp>(e, real, zero, b.getStringAttr("lt"));
  Value wraps = constant(e, std::ldexp(1.0, ast.getIntWidth(type)), b.getF64Type());
  return add(e, real, multiply(e, {wraps, isBelow}));
}

Value FunctionImporter::integerFunction(const Expr *e, llvm::StringRef name,
                                        llvm::ArrayRef<Value> x) {
  QualType type = e->getType().getNonReferenceType();
  auto choice = [&](llvm::StringRef relation, Value a, Value c, Value then, Value otherwise) {
    auto m = a.getDefiningOp<arith::ConstantIndexOp>(),
         n = c.getDefiningOp<arith::ConstantIndexOp>();
    if (m && n && !type->isUnsignedIntegerType())
      return (relation == "lt" ? m.value() < n.value() : m.value() > n.value()) ? then : otherwise;
    if (a == c)
      return otherwise;
    Value is = compare(e, relation, asUnsigned(e, a, type), asUnsigned(e, c, type));
    return chooseValue(e, is, [&] { return then; }, [&] { return otherwise; });
  };
  if (name == "abs" && x.size() == 1) {
    Value zero = integer(e, 0);
    Value minus = integerOperation(e, clang::BO_Sub, type, zero, x[0]);
    return minus ? choice("lt", x[0], zero, minus, x[0]) : minus;
  }
  if (name == "clamp" && x.size() == 3)
    return choice("lt", x[0], x[1], x[1], choice("gt", x[0], x[2], x[2], x[0]));
  if ((name == "min" || name == "max") && !x.empty()) {
    Value found = x[0];
    for (Value next : x.drop_front())
      found = choice(name == "min" ? "lt" : "gt", next, found, next, found);
    return found;
  }
  return refuse(e, unforeseen);
}

/// True for a number, an extent, or a product of these.
static bool isSize(Value v) {
  Operation *op = v.getDefiningOp();
  return op && (isa<mx::ExtentOp, arith::ConstantIndexOp>(op) ||
                (isa<arith::MulIOp>(op) && llvm::all_of(op->getOperands(), isSize)));
}

Value FunctionImporter::convertInteger(const Expr *e, Value v, QualType from, QualType to) {
  if (to->isBooleanType() && !from->isBooleanType()) {
    Value number = toElement(e, v, b.getF64Type());
    return compare(e, "ne", number, constant(e, 0, b.getF64Type()));
  }
  // An enumerator is the number that it has.
  if (from->isEnumeralType() || to->isEnumeralType())
    return v;
  if (ast.getIntWidth(to) < std::min(32u, unsigned(ast.getIntWidth(from))) && !isSize(v))
    return refuse(e, "a number of type '" + typeName(from) + "' as '" + typeName(to) +
                         "' may lose bits; use Eigen::Index throughout");
  // A number fits where the programmer puts it; below 0 an unsigned one is larger than all others.
  const bool widens = ast.getIntWidth(to) > ast.getIntWidth(from) && !from->isBooleanType();
  if (widens && from->isUnsignedIntegerType() && v.getDefiningOp<arith::SubIOp>())
    return refuse(e, "a difference of type '" + typeName(from) +
                         "', which wraps below 0, becomes '" + typeName(to) +
                         "'; use Eigen::Index throughout");
  return v;
}

} // namespace delgen
