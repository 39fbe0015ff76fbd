//===- Lists.cpp - std::vector and std::array -----------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each entry of a list that is read has sizes of its own, for the list does not tell them.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

mlir::Type FunctionImporter::listType(const ListOf &list, Complain complain) {
  QualType type = list.element;
  if (std::optional<ListOf> inner = listOf(ast, type)) {
    mlir::Type entry = listType(*inner, complain);
    return entry ? mx::ListType::get(context, entry) : entry;
  }
  if (type->isIntegerType() && !type->isEnumeralType() && !type->isBooleanType())
    return mx::ListType::get(context, b.getIndexType());
  if (FloatType real = floatType(type))
    return mx::ListType::get(context, real);
  std::optional<EigenType> eigen = eigenType(ast, type);
  FloatType element = eigen && eigen->isPlain ? floatType(eigen->scalar) : FloatType();
  if (!element || eigen->isScalar()) {
    complain("lists of " + quoted(typeName(type)) + " are not supported; " +
             (structOf(type) ? "take a list for each field of the objects"
                             : "only those of double, float, integers, and Matrix and Array of "
                               "Eigen are"));
    return {};
  }
  auto size = [&](std::optional<int64_t> n) {
    return n ? sizes.number(*n) : mx::Size::any(context);
  };
  return mx::ListType::get(context, mx::shaped(size(eigen->rows), size(eigen->cols), element));
}

Value FunctionImporter::constantList(const Expr *e, const APValue &known, QualType type) {
  const std::optional<ListOf> list = anyListOf(ast, type);
  if (!list && known.isInt())
    return integer(e, known.getInt().getExtValue());
  if (!list)
    return constant(e, known.getFloat().convertToDouble(), floatType(type));
  // A std::array has one member.
  const APValue *array = &known;
  while (array->isStruct() && array->getStructNumFields() == 1)
    array = &array->getStructField(0);
  mlir::Type made = madeType(*list, e->getExprLoc());
  if (!made || !array->isArray())
    return {};
  llvm::SmallVector<Value> entries;
  for (unsigned i = 0; i < array->getArraySize(); ++i)
    entries.push_back(constantList(e,
                                   i < array->getArrayInitializedElts()
                                       ? array->getArrayInitializedElt(i)
                                       : array->getArrayFiller(),
                                   list->element));
  return llvm::is_contained(entries, Value()) ? Value() : make<mx::MakeListOp>(e, made, entries);
}

std::optional<Value> FunctionImporter::constantList(const Expr *e, const VarDecl *variable) {
  if (!isList(variable->getType()) || !variable->getType().isConstQualified() ||
      !variable->hasInit() || variable->getInit()->isValueDependent())
    return std::nullopt;
  if (Value known = tables.lookup(variable))
    return known;
  const APValue *value = variable->evaluateValue();
  if (!value)
    return std::nullopt;
  bool hasSize = false;
  if (isGeneric && (dependentConstants.contains(e->getExprLoc()) ||
                    dependsOnArguments(variable->getInit(), hasSize)))
    return refuse(e, dependentConstant);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(&result.front());
  return tables[variable] = constantList(e, *value, variable->getType());
}

Value FunctionImporter::position(const Expr *e) {
  e = e->IgnoreParenImpCasts();
  // Of a conversion of a sum only: other numbers may lose bits in one.
  if (auto *cast = dyn_cast<ExplicitCastExpr>(e);
      cast && cast->getSubExpr()->getType()->isIntegerType() && e->getType()->isIntegerType())
    if (auto *op = dyn_cast<BinaryOperator>(cast->getSubExpr()->IgnoreParenImpCasts());
        op && op->isAdditiveOp())
      return position(op);
  // Below 0 it would be no position, whatever the type: k - 1 does not wrap.
  if (auto *op = dyn_cast<BinaryOperator>(e); op && op->isAdditiveOp() &&
                                              op->getLHS()->getType()->isIntegerType() &&
                                              op->getRHS()->getType()->isIntegerType()) {
    if (std::optional<Value> v = evaluate(e))
      return *v;
    Value x = position(op->getLHS()), y = position(op->getRHS());
    return x && y ? integerOperation(e, op->getOpcode(), ast.LongTy, x, y) : Value();
  }
  return expression(e);
}

std::optional<llvm::SmallVector<Value>> listedIn(Value list) {
  if (auto set = list.getDefiningOp<mx::SetAtOp>()) {
    auto all = listedIn(set.getA());
    auto index = set.getI().getDefiningOp<arith::ConstantIndexOp>();
    if (!all || !index || index.value() < 0 || index.value() >= int64_t(all->size()))
      return std::nullopt;
    (*all)[index.value()] = set.getValue();
    return all;
  }
  if (auto longer = list.getDefiningOp<mx::AppendOp>()) {
    auto all = listedIn(longer.getA());
    if (all)
      all->push_back(longer.getValue());
    return all;
  }
  auto made = list.getDefiningOp<mx::MakeListOp>();
  return made ? std::optional(llvm::SmallVector<Value>(made.getValues())) : std::nullopt;
}

Value FunctionImporter::entryAt(const Expr *e, Value list, Value index, QualType type) {
  mlir::Type entry = cast<mx::ListType>(list.getType()).getElement();
  // One place is read once: what is read again is the same value, of the same sizes.
  auto number = [](Value v) {
    auto constant = v.getDefiningOp<arith::ConstantIndexOp>();
    return constant ? std::optional(constant.value()) : std::nullopt;
  };
  auto isHere = [&](Operation *op, Value i) {
    return op->getBlock() == b.getInsertionBlock() &&
           (i == index || (number(index) && number(i) == number(index)) ||
            mx::Affine::of(i, op->getBlock()) == mx::Affine::of(index, op->getBlock()));
  };
  for (Operation *user : list.getUsers())
    if (auto at = dyn_cast<mx::AtOp>(user); at && at.getA() == list && isHere(at, at.getI()))
      return at.getY();
  // What has just been written.
  if (auto set = list.getDefiningOp<mx::SetAtOp>(); set && isHere(set, set.getI()))
    return set.getValue();
  // Of a list that is made one by one it is what was put there.
  if (std::optional<int64_t> place = number(index))
    if (auto all = listedIn(list); all && *place >= 0 && *place < int64_t(all->size()))
      return (*all)[*place];
  // Where all entries have one shape, it is that.
  if (auto made = list.getDefiningOp<mx::MakeListOp>();
      made && !made.getValues().empty() && llvm::all_equal(made.getValues().getTypes()))
    entry = made.getValues().front().getType();
  mlir::Type read = entry;
  std::optional<EigenType> eigen = eigenType(ast, type);
  if (auto matrix = dyn_cast<mx::MatrixType>(entry)) {
    auto size = [&](mx::Size size, unsigned which) {
      return size.isAny() ? sizes.get(e, which) : size;
    };
    mx::Size rows = size(matrix.getRows(), 0), cols = size(matrix.getCols(), 1);
    for (mx::Size own : {rows, cols})
      if (own.isSymbol())
        sizes.setMeaning(own);
    read = shaped(rows, cols, matrix.getElement());
  }
  auto at = mx::AtOp::create(b, locationOf(e), read, list, index);
  if (llvm::StringRef view = eigen ? viewOf(*eigen, read) : ""; !view.empty())
    at->setAttr(mx::attr::view, b.getStringAttr(view));
  if (eigen && eigen->isArray)
    at->setAttr(mx::attr::array, b.getUnitAttr());
  if (read.isIndex())
    computed[at.getY()] = e;
  return at.getY();
}

std::optional<Value> FunctionImporter::listOperation(const CallExpr *e,
                                                     const FunctionDecl *callee) {
  auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  if (!method)
    return std::nullopt;
  const Expr *object = nullptr;
  llvm::SmallVector<const Expr *> args(e->arguments());
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e)) {
    object = member->getImplicitObjectArgument();
  } else if (auto *op = dyn_cast<CXXOperatorCallExpr>(e); op && op->getOperator() == OO_Subscript) {
    object = args.front();
    args.erase(args.begin());
  }
  std::optional<ListOf> list = object ? listOf(ast, object->getType()) : std::nullopt;
  if (!list)
    return std::nullopt;
  const std::string name =
      method->getDeclName().isIdentifier() ? method->getName().str() : "operator[]";
  if (!llvm::is_contained({"operator[]", "at", "front", "back", "size", "empty"}, name))
    return refuse(e, quoted(name) + " of a list is not supported; a list is read by its entries "
                                    "and its size()");
  Value of = expression(object);
  if (!of)
    return Value();
  if (!isa<mx::ListType>(of.getType()))
    return refuse(e, unforeseen);
  auto length = [&]() -> Value {
    if (list->length)
      return integer(e, *list->length);
    for (Operation *user : of.getUsers())
      if (auto known = dyn_cast<mx::LengthOp>(user);
          known && known->getBlock() == b.getInsertionBlock())
        return known.getY();
    Value v = mx::LengthOp::create(b, locationOf(e), b.getIndexType(), of);
    computed[v] = e;
    return v;
  };
  if (name == "size")
    return length();
  if (name == "empty") {
    auto real = [&](Value v) { return toElement(e, v, b.getF64Type()); };
    return compare(e, "eq", real(length()), constant(e, 0, b.getF64Type()));
  }
  Value index;
  if (name == "front")
    index = integer(e, 0);
  else if (name == "back")
    index = integerOperation(e, BO_Sub, ast.LongTy, length(), integer(e, 1));
  else
    index = position(args.front());
  if (!index)
    return Value();
  if (auto number = index.getDefiningOp<arith::ConstantIndexOp>();
      number && (number.value() < 0 || (list->length && number.value() >= *list->length)))
    return refuse(e, "the index " + llvm::Twine(number.value()) + " is outside of this list" +
                         (list->length ? ", which has " + llvm::Twine(*list->length) + " entries"
                                       : llvm::Twine()));
  return entryAt(e, of, index, list->element);
}

} // namespace delgen
