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

bool FunctionImporter::mayBeNegative(Value v) {
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>())
    return number.value() < 0;
  Operation *op = v.getDefiningOp();
  if (Argument *argument = argumentOf(v))
    return !typeOf(*function, argument->place)->isUnsignedIntegerType();
  if (!op) {
    // The number of an iteration; a loop is made when its body is read.
    auto argument = cast<BlockArgument>(v);
    Operation *around = argument.getOwner()->getParentOp();
    return (around && !isa<mx::LoopOp>(around)) || argument.getArgNumber() != 0;
  }
  if (isa<mx::ExtentOp, mx::LengthOp>(op))
    return false;
  // The variable of a loop that counts is computed from the number of the iteration.
  if (isa<arith::AddIOp, arith::SubIOp>(op) && computed.lookup(v).key)
    return false;
  auto operandMayBe = [&](Value operand) { return mayBeNegative(operand); };
  if (isa<arith::AndIOp>(op))
    return llvm::all_of(op->getOperands(), operandMayBe);
  // A large factor is that of a hash.
  auto isLarge = [](Value operand) {
    auto number = operand.getDefiningOp<arith::ConstantIndexOp>();
    return number && number.value() >= int64_t(1) << 31;
  };
  if (isa<arith::MulIOp, arith::AddIOp>(op) && llvm::any_of(op->getOperands(), isLarge))
    return true;
  return !isa<arith::AddIOp, arith::MulIOp, arith::DivSIOp, arith::RemSIOp, arith::OrIOp,
              arith::XOrIOp, arith::ShLIOp, arith::ShRSIOp>(op) ||
         llvm::any_of(op->getOperands(), operandMayBe);
}

/// The number in which the bits of an unsigned integer of `bits` bits are set.
static int64_t allBits(unsigned bits) { return int64_t(llvm::maskTrailingOnes<uint64_t>(bits)); }

/// True for what has been reduced to the bits of its type.
static bool isReduced(Value v) {
  auto both = v.getDefiningOp<arith::AndIOp>();
  auto mask = both ? both.getRhs().getDefiningOp<arith::ConstantIndexOp>() : nullptr;
  return mask && mask.value() == allBits(32);
}

/// True for a sum or product that may be too large for an unsigned type, as in a hash or a
/// generator of random numbers, which large numbers show: what counts something never is.
static bool mayWrap(Value v) {
  Operation *op = v.getDefiningOp();
  return op && isa<arith::AddIOp, arith::SubIOp, arith::MulIOp, arith::ShLIOp>(op) &&
         llvm::any_of(op->getOperands(), [](Value operand) {
           auto number = operand.getDefiningOp<arith::ConstantIndexOp>();
           return isReduced(operand) || (number && number.value() >= int64_t(1) << 16);
         });
}

/// True where `v` is a multiple of `part`: repeated, it grows beyond all bounds.
static bool multiplies(Value v, Value part, bool isMultiplied = false) {
  if (v == part)
    return isMultiplied;
  Operation *op = v.getDefiningOp();
  if (!op ||
      !isa<arith::AddIOp, arith::SubIOp, arith::MulIOp, arith::ShLIOp, arith::OrIOp, arith::XOrIOp>(
          op))
    return false;
  isMultiplied |= isa<arith::MulIOp, arith::ShLIOp>(op);
  return llvm::any_of(op->getOperands(),
                      [&](Value operand) { return multiplies(operand, part, isMultiplied); });
}

Value FunctionImporter::reduced(const Expr *e, Value v) {
  return b.createOrFold<arith::AndIOp>(locationOf(e), v, integer(e, allBits(32)));
}

/// True for an unsigned constant in the upper half of its type, from where one goes on at 0.
static bool isLargeConstant(const clang::ASTContext &ast, const Expr *e) {
  Expr::EvalResult number;
  return !e->isValueDependent() && e->getType()->isUnsignedIntegerType() &&
         e->EvaluateAsInt(number, ast) && number.Val.getInt().countLeadingZeros() == 0;
}

/// True where `f`, or what it calls, has such a constant.
static bool hasLargeConstant(const clang::FunctionDecl *f) {
  const clang::ASTContext &ast = f->getASTContext();
  llvm::SmallPtrSet<const clang::FunctionDecl *, 8> seen;
  llvm::SmallVector<const clang::Stmt *> open;
  auto enter = [&](const clang::FunctionDecl *callee) {
    const clang::FunctionDecl *definition = callee ? callee->getDefinition() : nullptr;
    if (!definition || isInNamespace(definition, "Eigen") || isInNamespace(definition, "std") ||
        !seen.insert(definition).second)
      return;
    if (auto *constructor = dyn_cast<clang::CXXConstructorDecl>(definition))
      for (const clang::CXXCtorInitializer *init : constructor->inits())
        open.push_back(init->getInit());
    if (definition->hasBody())
      open.push_back(definition->getBody());
  };
  bool found = false;
  enter(f);
  while (!open.empty() && !found)
    walk(open.pop_back_val(), [&](const clang::Stmt *s) {
      if (auto *call = dyn_cast<clang::CallExpr>(s))
        enter(call->getDirectCallee());
      else if (auto *construct = dyn_cast<clang::CXXConstructExpr>(s))
        enter(construct->getConstructor());
      else if (auto *init = dyn_cast<clang::CXXDefaultInitExpr>(s))
        open.push_back(init->getExpr());
      else if (auto *argument = dyn_cast<clang::CXXDefaultArgExpr>(s))
        open.push_back(argument->getExpr());
      auto *e = dyn_cast<Expr>(s);
      found |= e && isLargeConstant(ast, e);
    });
  return found;
}

bool FunctionImporter::mayStartLarge(const clang::VarDecl *variable) {
  if (!variable->getType().getNonReferenceType()->isUnsignedIntegerType())
    return false;
  auto [known, isNew] = largeStarts.try_emplace(variable, false);
  if (!isNew)
    return known->second;
  llvm::SmallVector<const Expr *> values;
  if (variable->getInit())
    values.push_back(variable->getInit());
  auto *owner = dyn_cast<clang::FunctionDecl>(variable->getDeclContext());
  if (const clang::Stmt *body = owner ? owner->getBody() : nullptr)
    walk(body, [&](const clang::Stmt *s) {
      auto *op = dyn_cast<clang::BinaryOperator>(s);
      auto *left = op && op->getOpcode() == clang::BO_Assign
                       ? dyn_cast<clang::DeclRefExpr>(op->getLHS()->IgnoreParenImpCasts())
                       : nullptr;
      if (left && left->getDecl() == variable)
        values.push_back(op->getRHS());
    });
  // Of another value than a constant no more is known than that it comes from one.
  const bool areKnown = !values.empty() && llvm::all_of(values, [&](const Expr *value) {
    Expr::EvalResult number;
    return !value->isValueDependent() && value->EvaluateAsInt(number, ast);
  });
  const bool isLarge =
      areKnown ? llvm::any_of(values, [&](const Expr *v) { return isLargeConstant(ast, v); })
               : hasLargeConstant(function);
  return largeStarts[variable] = isLarge;
}

Value FunctionImporter::nextInteger(const Expr *e, const clang::VarDecl *variable, Value value,
                                    Value before) {
  QualType type = variable->getType().getNonReferenceType();
  if (!type->isUnsignedIntegerType() || ast.getIntWidth(type) != 32)
    return value;
  return mayStartLarge(variable) || mayWrap(value) || multiplies(value, before) ? reduced(e, value)
                                                                                : value;
}

Value FunctionImporter::integerOperation(const Expr *e, clang::BinaryOperatorKind kind,
                                         QualType type, Value x, Value y) {
  Location loc = locationOf(e);
  const unsigned bits = ast.getIntWidth(type);
  const bool isUnsigned = type->isUnsignedIntegerType() && !type->isBooleanType();
  const bool wraps = isUnsigned && bits == 32;
  // What is unsigned wraps below 0, and is a difference here: of 32 bits the others are cut off,
  // of 64 none is left for a sign.
  for (Value *side : {&x, &y})
    if (wraps && kind != clang::BO_Add && kind != clang::BO_Sub && kind != clang::BO_Mul &&
        kind != clang::BO_Shl && mayBeNegative(*side))
      *side = reduced(e, *side);
  auto isNatural = [&] { return !isUnsigned || (!mayBeNegative(x) && !mayBeNegative(y)); };
  auto yNumber = y.getDefiningOp<arith::ConstantIndexOp>();
  if ((kind == clang::BO_Div || kind == clang::BO_Rem) && yNumber && yNumber.value() == 0)
    return refuse(e, "division by zero; divide by another number");
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
    v = isNatural() ? b.createOrFold<arith::DivSIOp>(loc, x, y)
                    : b.createOrFold<arith::DivUIOp>(loc, x, y);
    break;
  case clang::BO_Rem:
    v = isNatural() ? b.createOrFold<arith::RemSIOp>(loc, x, y)
                    : b.createOrFold<arith::RemUIOp>(loc, x, y);
    break;
  case clang::BO_Shl:
    if (yNumber && (yNumber.value() < 0 || yNumber.value() > 62))
      return refuse(e, "a shift by " + llvm::Twine(yNumber.value()) +
                           " bits is not supported; shift by 0 to 62");
    v = yNumber ? b.createOrFold<arith::MulIOp>(loc, x, integer(e, int64_t(1) << yNumber.value()))
                : b.createOrFold<arith::ShLIOp>(loc, x, y);
    break;
  case clang::BO_Shr:
    v = isNatural() ? b.createOrFold<arith::ShRSIOp>(loc, x, y)
                    : b.createOrFold<arith::ShRUIOp>(loc, x, y);
    break;
  case clang::BO_And:
    v = b.createOrFold<arith::AndIOp>(loc, x, y);
    break;
  case clang::BO_Or:
    v = b.createOrFold<arith::OrIOp>(loc, x, y);
    break;
  case clang::BO_Xor:
    v = b.createOrFold<arith::XOrIOp>(loc, x, y);
    break;
  default:
    return refuse(e, unknownOperator);
  }
  auto known = v.getDefiningOp<arith::ConstantIndexOp>();
  if (wraps && (mayWrap(v) || (known && known.value() > allBits(32))))
    v = reduced(e, v);
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>()) {
    const bool isSigned = type->isSignedIntegerType();
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
  Value real = toElement(e, v, b.getF64Type());
  if (!real || !type->isUnsignedIntegerType() || type->isBooleanType() || !mayBeNegative(v))
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
  const std::string loses = "a number of type '" + typeName(from) + "' as '" + typeName(to) +
                            "' may lose bits; use Eigen::Index throughout";
  const unsigned bits = ast.getIntWidth(to);
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>(); number && bits < 32)
    return integer(e, to->isUnsignedIntegerType() ? number.value() & allBits(bits)
                                                  : llvm::SignExtend64(number.value(), bits));
  if (bits < std::min(32u, unsigned(ast.getIntWidth(from))) && !isSize(v))
    return refuse(e, loses);
  // A hash is cut off where it is meant to be.
  Operation *op = v.getDefiningOp();
  const bool isHash =
      isReduced(v) || isa_and_nonnull<arith::ShRUIOp, arith::XOrIOp>(op) ||
      (from->isUnsignedIntegerType() && isa_and_nonnull<arith::MulIOp>(op) && mayBeNegative(v));
  if (isHash && bits == 32 && !to->isUnsignedIntegerType() && from->isUnsignedIntegerType())
    return refuse(e, loses);
  if (isHash && bits == 32 && ast.getIntWidth(from) > 32)
    return reduced(e, v);
  // A number fits where the programmer puts it; below 0 an unsigned one is larger than all others.
  const bool widens = bits > ast.getIntWidth(from) && !from->isBooleanType();
  return widens && from->isUnsignedIntegerType() && v.getDefiningOp<arith::SubIOp>() ? reduced(e, v)
                                                                                     : v;
}

} // namespace delgen
