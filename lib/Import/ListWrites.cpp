//===- ListWrites.cpp - Lists that a function makes, and changes ----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A list is a value: what changes an entry makes another list of it. An array of C that is
// local is a list, too.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- What a list is in C++ ---------------------------------------------===//

std::optional<ListOf> anyListOf(const ASTContext &ast, QualType type) {
  if (const ConstantArrayType *array = ast.getAsConstantArrayType(type.getNonReferenceType()))
    return ListOf{array->getElementType(), static_cast<int64_t>(array->getZExtSize())};
  return listOf(ast, type);
}

bool isList(QualType type) {
  type = type.getNonReferenceType();
  if (type->isConstantArrayType())
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && listOf(record->getASTContext(), type);
}

const Expr *listOfEntry(const Expr *e) {
  if (auto *index = dyn_cast<ArraySubscriptExpr>(e)) {
    const Expr *base = index->getBase()->IgnoreParenImpCasts();
    return isList(base->getType()) ? base : nullptr;
  }
  if (auto *index = dyn_cast<CXXOperatorCallExpr>(e))
    return index->getOperator() == OO_Subscript && isList(index->getArg(0)->getType())
               ? index->getArg(0)
               : nullptr;
  auto *member = dyn_cast<CXXMemberCallExpr>(e);
  const CXXMethodDecl *method = member ? member->getMethodDecl() : nullptr;
  if (!method || !method->getDeclName().isIdentifier() ||
      !isList(member->getImplicitObjectArgument()->getType()))
    return nullptr;
  return llvm::is_contained({"at", "front", "back"}, method->getName())
             ? member->getImplicitObjectArgument()
             : nullptr;
}

Value FunctionImporter::indexOf(const Expr *e, Value list) {
  if (auto *index = dyn_cast<ArraySubscriptExpr>(e))
    return position(index->getIdx());
  if (auto *index = dyn_cast<CXXOperatorCallExpr>(e))
    return position(index->getArg(1));
  auto *member = cast<CXXMemberCallExpr>(e);
  llvm::StringRef name = member->getMethodDecl()->getName();
  if (name == "front")
    return integer(e, 0);
  if (name == "at")
    return position(member->getArg(0));
  std::optional<ListOf> of = anyListOf(ast, member->getImplicitObjectArgument()->getType());
  Value length = of && of->length ? integer(e, *of->length) : make<mx::LengthOp>(e, list);
  return integerOperation(e, BO_Sub, ast.LongTy, length, integer(e, 1));
}

Value FunctionImporter::subscript(const ArraySubscriptExpr *e) {
  const Expr *object = listOfEntry(e);
  if (!object)
    return refuse(e,
                  "pointers are not supported; use std::vector, std::array or a matrix of Eigen");
  Value list = expression(object);
  Value index = list ? indexOf(e, list) : Value();
  if (!index)
    return {};
  if (!isa<mx::ListType>(list.getType()))
    return refuse(e, unforeseen);
  auto number = index.getDefiningOp<arith::ConstantIndexOp>();
  const int64_t length = *anyListOf(ast, object->getType())->length;
  if (number && (number.value() < 0 || number.value() >= length))
    return refuse(e, "the index " + llvm::Twine(number.value()) +
                         " is outside of this array, which has " + llvm::Twine(length) +
                         " entries");
  return entryAt(e, list, index, e->getType());
}

//===-- Making lists ------------------------------------------------------===//

mlir::Type FunctionImporter::madeType(const ListOf &list, SourceLocation at) {
  if (list.element->isConstantArrayType()) {
    mlir::Type entry = madeType(*anyListOf(ast, list.element), at);
    return entry ? mx::ListType::get(context, entry) : entry;
  }
  return listType(list, [&](const llvm::Twine &text) { report.error(at, text); });
}

Value FunctionImporter::emptyEntry(SourceLocation at, QualType type) {
  if (std::optional<ListOf> list = anyListOf(ast, type)) {
    mlir::Type made = madeType(*list, at);
    if (!made)
      return {};
    llvm::SmallVector<Value> entries;
    if (list->length) {
      Value entry = emptyEntry(at, list->element);
      if (!entry)
        return {};
      entries.assign(*list->length, entry);
    }
    return mx::MakeListOp::create(b, locationOf(at), made, entries);
  }
  if (type->isIntegralOrEnumerationType())
    return arith::ConstantIndexOp::create(b, locationOf(at), 0);
  if (FloatType element = floatType(type))
    return mx::ConstantOp::create(b, locationOf(at), element, b.getF64FloatAttr(0));
  std::optional<EigenType> eigen = eigenType(ast, type);
  FloatType element = eigen ? floatType(eigen->scalar) : FloatType();
  if (!element)
    return {};
  auto size = [&](std::optional<int64_t> n) { return sizes.number(n.value_or(0)); };
  return zero(at, {size(eigen->rows), size(eigen->cols)}, element);
}

Value FunctionImporter::longer(Location loc, Value list, Value times,
                               llvm::function_ref<Value(Value)> entry) {
  mlir::Type type = list.getType();
  auto body = std::make_unique<Region>();
  {
    OpBuilder::InsertionGuard guard(b);
    enterBody(*body);
    Value k = body->addArgument(b.getIndexType(), loc);
    Value carried = body->addArgument(type, loc);
    Value more = mx::AppendOp::create(b, loc, type, carried, entry(k));
    mx::YieldOp::create(b, loc, more);
    leaveBody();
  }
  llvm::SetVector<Value> used;
  collectOuter(*body, used);
  passOuter(*body, used.getArrayRef());
  auto op = mx::LoopOp::create(b, loc, TypeRange(type), times, list, used.getArrayRef());
  op.getBody().takeBody(*body);
  return op.getResult(0);
}

Value FunctionImporter::copies(const Stmt *place, Value times, Value value, mlir::Type type) {
  if (!times || !value)
    return {};
  Location loc = locationOf(place->getBeginLoc());
  if (auto number = times.getDefiningOp<arith::ConstantIndexOp>();
      number && number.value() >= 0 && number.value() <= 16)
    return mx::MakeListOp::create(b, loc, type, llvm::SmallVector<Value>(number.value(), value));
  Value none = mx::MakeListOp::create(b, loc, type, ValueRange());
  return longer(loc, none, times, [&](Value) { return value; });
}

Value FunctionImporter::joined(const Expr *e, Value first, Value second, QualType element) {
  if (std::optional<llvm::SmallVector<Value>> known = listedIn(second)) {
    for (Value entry : *known)
      first = make<mx::AppendOp>(e, first.getType(), first, entry);
    return first;
  }
  Value times = make<mx::LengthOp>(e, second);
  return longer(locationOf(e), first, times,
                [&](Value k) { return entryAt(e, second, k, element); });
}

Value FunctionImporter::listMade(const Stmt *place, const Expr *e, QualType type) {
  const ListOf of = *anyListOf(ast, type);
  mlir::Type made = madeType(of, place->getBeginLoc());
  if (!made)
    return {};
  if (!e)
    return emptyEntry(place->getBeginLoc(), type);
  for (const Expr *inner = nullptr; inner != e; e = inner->IgnoreParens()->IgnoreImplicit()) {
    if (auto *list = dyn_cast<CXXStdInitializerListExpr>(e))
      e = list->getSubExpr();
    inner = e;
  }
  if (auto *list = dyn_cast<InitListExpr>(e)) {
    // std::array{{a, b}} has an array of C inside.
    if (list->getNumInits() == 1 && isa<InitListExpr>(list->getInit(0)->IgnoreImplicit()) &&
        !isList(of.element) && !eigenType(ast, of.element))
      return listMade(place, list->getInit(0), type);
    if (list->getNumInits() == 1 && list->getInit(0)->getType()->isConstantArrayType() &&
        !of.element->isConstantArrayType())
      return listMade(place, list->getInit(0), type);
    llvm::SmallVector<Value> entries;
    for (const Expr *init : list->inits()) {
      const bool isEmpty = isa<ImplicitValueInitExpr>(init);
      entries.push_back(isEmpty              ? emptyEntry(e->getBeginLoc(), of.element)
                        : isList(of.element) ? listMade(init, init, of.element)
                                             : entryMade(init, of.element));
    }
    while (of.length && entries.size() < static_cast<size_t>(*of.length))
      entries.push_back(emptyEntry(e->getBeginLoc(), of.element));
    if (llvm::is_contained(entries, Value()))
      return {};
    return make<mx::MakeListOp>(e, made, entries);
  }
  if (isa<ImplicitValueInitExpr>(e)) // std::array<double, 2> b{}
    return emptyEntry(place->getBeginLoc(), type);
  auto *construct = dyn_cast<CXXConstructExpr>(e);
  if (!construct)
    return expression(e);
  auto args = writtenArguments(construct->arguments());
  if (args.empty())
    return emptyEntry(e->getBeginLoc(), type);
  const bool isCount = !of.length && args[0]->getType()->isIntegralOrEnumerationType();
  if (isCount && args.size() <= 2) {
    Value value = args.size() == 2 ? isList(of.element) ? listMade(args[1], args[1], of.element)
                                                        : entryMade(args[1], of.element)
                                   : emptyEntry(e->getBeginLoc(), of.element);
    return copies(e, position(args[0]), value, made);
  }
  if (args.size() == 1)
    return listMade(place, args[0], type);
  return refuse(e, "a list that is made of iterators is not supported; fill it in a loop");
}

Value FunctionImporter::entryMade(const Expr *e, QualType type) {
  // VectorXd(n), whose entries are given later.
  const Expr *inner = e->IgnoreParens()->IgnoreImplicit();
  if (auto *conversion = dyn_cast<CXXFunctionalCastExpr>(inner))
    inner = conversion->getSubExpr()->IgnoreImplicit();
  std::optional<EigenType> eigen = eigenType(ast, type);
  auto *construct = dyn_cast<CXXConstructExpr>(inner);
  if (eigen && construct && eigenType(ast, construct->getType()) &&
      llvm::all_of(construct->arguments(),
                   [](const Expr *a) { return a->getType()->isIntegerType(); })) {
    if (construct->getNumArgs() == 0)
      return emptyEntry(e->getExprLoc(), type);
    if (!(eigen->isScalar() || (construct->getNumArgs() > 1 && eigen->isVector())))
      if (auto shape = shapeOfNew(construct, *eigen))
        return zero(e->getExprLoc(), *shape, floatType(eigen->scalar));
  }
  Value v = expression(e);
  if (v && floatType(type))
    return toElement(e, v, floatType(type));
  return v;
}

//===-- Changing lists ----------------------------------------------------===//

bool FunctionImporter::listModification(const CXXMemberCallExpr *e) {
  const Expr *object = e->getImplicitObjectArgument();
  const CXXMethodDecl *method = e->getMethodDecl();
  std::optional<ListOf> of = method ? anyListOf(ast, object->getType()) : std::nullopt;
  if (!of || !method->getDeclName().isIdentifier())
    return false;
  llvm::StringRef name = method->getName();
  if (name == "reserve" || name == "shrink_to_fit")
    return true;
  auto args = writtenArguments(e->arguments());
  const bool adds = (name == "push_back" || name == "emplace_back") && args.size() == 1;
  const bool sets = name == "clear" || name == "assign" || name == "fill";
  // Where it is inserted: before all, or behind them.
  auto iterator = [&](size_t i) -> std::pair<llvm::StringRef, const Expr *> {
    auto *call = i < args.size() ? dyn_cast<CXXMemberCallExpr>(withoutCopies(args[i])) : nullptr;
    const CXXMethodDecl *of = call ? call->getMethodDecl() : nullptr;
    if (!of || !of->getDeclName().isIdentifier() ||
        !isList(call->getImplicitObjectArgument()->getType()))
      return {};
    llvm::StringRef which = of->getName();
    which.consume_front("c");
    return {which, call->getImplicitObjectArgument()};
  };
  const llvm::StringRef where = name == "insert" ? iterator(0).first : "";
  const bool inserts = (where == "begin" || where == "end") && args.size() == 2;
  const bool appends = where == "end" && args.size() == 3 && iterator(1).first == "begin" &&
                       iterator(2).first == "end";
  if (name == "assign" && args.size() == 2 && iterator(0).first == "begin" &&
      iterator(1).first == "end") {
    Target target = this->target(object, args, true);
    if (target.variable)
      write(e, target, expression(iterator(0).second));
    return true;
  }
  if (!adds && !sets && name != "resize" && !inserts && !appends) {
    report.error(e, quoted(name) + " of a list is not supported; lists grow by push_back(), and "
                                   "their entries are assigned to; make another list for the rest");
    return true;
  }
  Target target = this->target(object, args, true);
  if (!target.variable)
    return true;
  Value old = target.entry ? target.entry : variables[target.variable].value;
  if (!old)
    return true;
  mlir::Type type = old.getType();
  Value value;
  if (adds || inserts) {
    Value entry = isList(of->element) ? listMade(args.back(), args.back(), of->element)
                                      : entryMade(args.back(), of->element);
    if (entry && eigenType(ast, of->element) && entry.getType().isIndex())
      entry = refuse(args.back(), "make the matrix here, as in push_back(T(n))");
    value = !entry             ? entry
            : where == "begin" ? joined(e, make<mx::MakeListOp>(e, type, entry), old, of->element)
                               : make<mx::AppendOp>(e, type, old, entry);
  } else if (appends) {
    Value rest = expression(iterator(1).second);
    value = rest && rest.getType() == type ? joined(e, old, rest, of->element) : Value();
    if (rest && !value)
      refuse(args[1], "a list of another type is not supported here; append its entries in a loop");
  } else if (name == "clear") {
    value = make<mx::MakeListOp>(e, type, ValueRange());
  } else if (name == "fill") {
    value = copies(e, integer(e, *of->length), entryMade(args[0], of->element), type);
  } else if (name == "assign" && args.size() == 2 &&
             args[0]->getType()->isIntegralOrEnumerationType()) {
    value = copies(e, position(args[0]), entryMade(args[1], of->element), type);
  } else if (auto known = old.getDefiningOp<mx::MakeListOp>();
             name == "resize" && known && known.getValues().empty()) {
    value = copies(e, position(args[0]),
                   args.size() == 2 ? entryMade(args[1], of->element)
                                    : emptyEntry(e->getExprLoc(), of->element),
                   type);
  } else {
    report.error(
        e, name == "resize"
               ? "resize() is supported for a list that is empty only; "
                 "declare another"
               : "this way to change a list is not supported; assign it whole, or append to it");
  }
  write(e, target, value);
  return true;
}

} // namespace delgen
