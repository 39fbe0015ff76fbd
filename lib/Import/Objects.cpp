//===- Objects.cpp - Objects that a function makes --------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each field of an object of this function is a variable. A field whose type is not supported has
// none, and is refused where it is used.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "llvm/Support/SaveAndRestore.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;
using Path = llvm::SmallVector<const FieldDecl *, 2>;

/// Calls `visit` with each field of a class that is no object itself.
static void forEachLeaf(const CXXRecordDecl *record, Path &path,
                        llvm::function_ref<void(const Path &)> visit) {
  for (const FieldDecl *field : fieldsOf(record)) {
    path.push_back(field);
    if (const CXXRecordDecl *inner = structOf(field->getType()))
      forEachLeaf(inner, path, visit);
    else
      visit(path);
    path.pop_back();
  }
}

static void forEachLeaf(QualType type, llvm::function_ref<void(const Path &)> visit) {
  Path path;
  forEachLeaf(structOf(type), path, visit);
}

//===-- Variables ---------------------------------------------------------===//

const VarDecl *FunctionImporter::fieldVariable(const Place &place) {
  const VarDecl *&variable =
      fieldVariables[{place.local, {place.fields.begin(), place.fields.end()}}];
  if (!variable) {
    std::string name = place.local->getName().str();
    for (const FieldDecl *field : place.fields)
      name += ("_" + field->getName()).str();
    variable =
        VarDecl::Create(ast, const_cast<FunctionDecl *>(function), SourceLocation(),
                        place.fields.back()->getLocation(), &ast.Idents.get(name),
                        place.fields.back()->getType().getUnqualifiedType(), nullptr, SC_None);
    wholes[variable] = place.local;
  }
  return variable;
}

Place FunctionImporter::declareObject(const VarDecl *variable) {
  const Place place = Place::of(variable);
  objects[variable] = place;
  forEachLeaf(variable->getType(), [&](const Path &path) {
    Place leaf = place;
    leaf.fields = path;
    const VarDecl *field = fieldVariable(leaf);
    variables.erase(field);
    QualType type = field->getType();
    if (!floatType(type) && !type->isIntegralOrEnumerationType() && !eigenType(ast, type) &&
        !isList(type) && decomposition(type).empty())
      return;
    variables[field].isUnset = true;
    std::optional<EigenType> eigen = eigenType(ast, type);
    if (eigen && eigen->isPlain && eigen->rows && eigen->cols && floatType(eigen->scalar))
      variables[field].value =
          zero(variable->getLocation(), {sizes.number(*eigen->rows), sizes.number(*eigen->cols)},
               floatType(eigen->scalar));
  });
  return place;
}

void FunctionImporter::store(const Place &place, const Object &object, SourceLocation at) {
  for (const auto &[path, held] : object) {
    Place leaf = place;
    llvm::append_range(leaf.fields, path);
    const VarDecl *field = fieldVariable(leaf);
    if (!variables.contains(field))
      continue;
    assign(field, held.value, at);
    variables[field].isUnset = held.isUnset;
  }
}

void FunctionImporter::objectDeclaration(const VarDecl *declaration) {
  const Expr *init = declaration->getInit();
  std::optional<Place> place = init ? placeOf(init) : std::nullopt;
  const bool isReference = declaration->getType()->isReferenceType();
  // What is not changed here or there is the same object.
  if (place && (isReference || (!place->local && !written.contains(declaration)))) {
    objects[declaration] = *place;
    return;
  }
  std::optional<Object> made = init ? object(init) : Object();
  const Place own = declareObject(declaration);
  if (made)
    store(own, *made, declaration->getLocation());
  else // what uses it is silent
    forEachLeaf(declaration->getType(), [&](const Path &path) {
      Place leaf = own;
      leaf.fields = path;
      if (auto field = variables.find(fieldVariable(leaf)); field != variables.end())
        field->second = Variable();
    });
}

void FunctionImporter::objectAssignment(const Expr *e, const Expr *left, const Expr *source) {
  auto *call = dyn_cast<CXXOperatorCallExpr>(e);
  auto *method = call ? dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee()) : nullptr;
  std::optional<Place> to = placeOf(left);
  const bool isOwn = method && method->isUserProvided() &&
                     !(isPair(structOf(left->getType())) &&
                       ast.hasSameUnqualifiedType(left->getType(), source->getType()));
  if (!to || !to->local || !method || isOwn) {
    report.error(e, isOwn
                        ? "an assignment operator that is written by hand is not supported; assign "
                          "the fields"
                        : "an assignment to an object is supported where that is a local variable "
                          "or a field of one; copy the parameter first");
    return;
  }
  if (!isNeeded(to->local))
    return;
  if (std::optional<Object> made = object(source)) {
    store(*to, *made, e->getExprLoc());
    return;
  }
  forEachLeaf(left->getType(), [&](const Path &path) {
    Place leaf = *to;
    llvm::append_range(leaf.fields, path);
    if (auto field = variables.find(fieldVariable(leaf)); field != variables.end())
      field->second = Variable();
  });
}

//===-- Values ------------------------------------------------------------===//

std::optional<FunctionImporter::Object>
FunctionImporter::objectAt(const Expr *e, const Place &place, QualType type) {
  Object all;
  bool isGood = true;
  forEachLeaf(type, [&](const Path &path) {
    Place leaf = place;
    llvm::append_range(leaf.fields, path);
    if (place.local) {
      auto field = variables.find(fieldVariable(leaf));
      if (field != variables.end())
        all.emplace_back(path, field->second);
      return;
    }
    if (whyUnreadable(*function, leaf) || !mayBeArgument(leaf, [](const llvm::Twine &) {}))
      return;
    Variable held;
    held.value = read(e, leaf);
    isGood &= bool(held.value);
    all.emplace_back(path, held);
  });
  return isGood ? std::optional(std::move(all)) : std::nullopt;
}

void FunctionImporter::addInner(Object &object, const FieldDecl *field, const Object &inner) {
  for (const auto &[path, held] : inner) {
    Path whole = {field};
    llvm::append_range(whole, path);
    object.emplace_back(whole, held);
  }
}

bool FunctionImporter::addField(Object &object, const Expr *e, const FieldDecl *field,
                                const Expr *init, bool isZero) {
  auto *own = dyn_cast_or_null<CXXDefaultInitExpr>(init);
  if (!own && (init || !field->hasInClassInitializer()))
    return addFieldMade(object, e, field, init, isZero);
  init = own ? own->getExpr() : field->getInClassInitializer();
  bool readsOthers = false;
  walk(init, [&](const Stmt *s) { readsOthers |= isa<CXXThisExpr>(s); });
  if (!readsOthers)
    return addFieldMade(object, e, field, init, isZero);
  // The initialiser of a field reads those before it of an object that is there while it is read.
  const QualType type = ast.getCanonicalTagType(field->getParent());
  const VarDecl *whole = invented(field, field->getParent()->getName(), type);
  llvm::SaveAndRestore<std::optional<Place>> outer(frame.self, declareObject(whole));
  needed.insert(whole);
  store(*frame.self, object, e->getExprLoc());
  const bool isGood = addFieldMade(object, e, field, init, isZero);
  forEachLeaf(type, [&](const Path &path) {
    Place leaf = Place::of(whole);
    leaf.fields = path;
    variables.erase(fieldVariable(leaf));
  });
  objects.erase(whole);
  return isGood;
}

bool FunctionImporter::addFieldMade(Object &object, const Expr *e, const FieldDecl *field,
                                    const Expr *init, bool isZero) {
  QualType type = field->getType();
  if (const CXXRecordDecl *record = structOf(type)) {
    const bool isMade = init && !isa<ImplicitValueInitExpr>(init);
    std::optional<Object> inner =
        isMade ? this->object(init) : untouched(e, record, isZero || init);
    if (!inner)
      return false;
    addInner(object, field, *inner);
    return true;
  }
  Variable held;
  if (init && !isa<ImplicitValueInitExpr>(init)) {
    if (!floatType(type) && !type->isIntegralOrEnumerationType() && !eigenType(ast, type) &&
        !isList(type) && decomposition(type).empty())
      return true;
    held = made(e->getExprLoc(), type, init);
    if (!held.value && !held.isUnset)
      return false;
  } else {
    const bool isNumber = type->isArithmeticType() || type->isEnumeralType();
    held.isUnset = !isList(type) && !(isNumber && (isZero || init));
    if (!held.isUnset || (eigenType(ast, type) && eigenType(ast, type)->rows))
      held.value = isList(type) ? listMade(e, nullptr, type) : emptyEntry(e->getExprLoc(), type);
  }
  object.emplace_back(Path{field}, held);
  return true;
}

std::optional<FunctionImporter::Object>
FunctionImporter::aggregate(const Expr *e, const CXXRecordDecl *record,
                            llvm::ArrayRef<const Expr *> inits) {
  Object all;
  size_t next = 0;
  auto take = [&]() -> const Expr * { return next < inits.size() ? inits[next++] : nullptr; };
  for (const CXXBaseSpecifier &base : record->bases()) {
    const Expr *init = take();
    std::optional<Object> inner =
        init ? object(init) : untouched(e, structOf(base.getType()), true);
    if (!inner)
      return std::nullopt;
    llvm::append_range(all, *inner);
  }
  for (const FieldDecl *field : record->fields())
    if (!field->isUnnamedBitField() && !addField(all, e, field, take(), true))
      return std::nullopt;
  return all;
}

std::optional<FunctionImporter::Object>
FunctionImporter::untouched(const Expr *e, const CXXRecordDecl *record, bool isZero) {
  Object all;
  for (const CXXBaseSpecifier &base : record->bases())
    if (const CXXRecordDecl *of = structOf(base.getType())) {
      std::optional<Object> inner = untouched(e, of, isZero);
      if (!inner)
        return std::nullopt;
      llvm::append_range(all, *inner);
    }
  for (const FieldDecl *field : record->fields())
    if (!addField(all, e, field, nullptr, isZero))
      return std::nullopt;
  return all;
}

std::optional<FunctionImporter::Object>
FunctionImporter::pairOf(const Expr *e, const CXXRecordDecl *record,
                         llvm::ArrayRef<const Expr *> values) {
  Object all;
  for (auto [field, value] : llvm::zip(record->fields(), values)) {
    QualType type = field->getType(), from = value->getType();
    if (structOf(type)) {
      std::optional<Object> inner = object(value);
      if (!inner)
        return std::nullopt;
      addInner(all, field, *inner);
      continue;
    }
    Variable held = made(e->getExprLoc(), type, value);
    if (held.value && type->isArithmeticType())
      held.value = convertArithmetic(value, held.value, from, type);
    else if (held.value && eigenType(ast, type) && eigenType(ast, from))
      held.value = convert(value, held.value, from, type);
    if (!held.value && !held.isUnset)
      return std::nullopt;
    all.emplace_back(Path{field}, held);
  }
  return all;
}

std::optional<FunctionImporter::Object> FunctionImporter::constructed(const CXXConstructExpr *e) {
  const CXXConstructorDecl *constructor = e->getConstructor();
  if (constructor->isCopyOrMoveConstructor() && !constructor->isUserProvided())
    return object(e->getArg(0));
  const CXXRecordDecl *record = structOf(e->getType());
  if (isPair(record)) {
    auto args = writtenArguments(e->arguments());
    if (args.empty())
      return untouched(e, record, true);
    if (args.size() == 2)
      return pairOf(e, record, args);
    if (args.size() == 1 && ast.hasSameUnqualifiedType(args[0]->getType(), e->getType()))
      return object(args[0]);
    refuse(e, "a std::pair is made of its two values only; write both in braces");
    return std::nullopt;
  }
  if (constructor->isDefaultConstructor() && !constructor->isUserProvided())
    return untouched(e, record, e->requiresZeroInitialization());
  auto *definition = cast_or_null<CXXConstructorDecl>(constructor->getDefinition());
  if (!definition || !definition->hasBody()) {
    refuse(e, "the body of this constructor is not visible here; define it in this file or a "
              "header, or list the fields in braces");
    return std::nullopt;
  }
  const VarDecl *variable = invented(e, record->getName(), e->getType().getUnqualifiedType());
  const Place self = declareObject(variable);
  needed.insert(variable);
  readBody(e, definition, llvm::ArrayRef(e->getArgs(), e->getNumArgs()), std::nullopt, self);
  return objectAt(e, self, e->getType());
}

std::optional<FunctionImporter::Object> FunctionImporter::object(const Expr *e) {
  if (std::optional<Place> place = placeOf(e))
    return objectAt(e, *place, e->getType());
  const Expr *inner = withoutTemporaries(e);
  if (auto *c = dyn_cast<CXXDefaultArgExpr>(inner))
    return object(c->getExpr());
  if (auto *c = dyn_cast<CXXDefaultInitExpr>(inner))
    return object(c->getExpr());
  const CXXRecordDecl *record = structOf(inner->getType());
  if (auto *list = dyn_cast<InitListExpr>(inner); list && record) {
    if (list->isTransparent())
      return object(list->getInit(0));
    if (const InitListExpr *semantic = list->isSemanticForm() ? list : list->getSemanticForm())
      list = semantic;
    return aggregate(list, record, list->inits());
  }
  if (auto *list = dyn_cast<CXXParenListInitExpr>(inner); list && record)
    return aggregate(list, record, llvm::to_vector_of<const Expr *>(list->getInitExprs()));
  if (auto *construct = dyn_cast<CXXConstructExpr>(inner); construct && record)
    return constructed(construct);
  if (auto *call = dyn_cast<CallExpr>(inner);
      call && record && isPair(record) && call->getDirectCallee() &&
      call->getDirectCallee()->isInStdNamespace() && call->getNumArgs() == 2 &&
      call->getDirectCallee()->getName() == "make_pair")
    return pairOf(call, record, llvm::ArrayRef(call->getArgs(), 2));
  // An entry of a list says what it is.
  if (const Expr *list = listOfEntry(inner)) {
    madeType(*anyListOf(ast, list->getType()), e->getExprLoc());
    return std::nullopt;
  }
  if (auto *call = dyn_cast<CallExpr>(inner); call && record && call->getDirectCallee()) {
    callInPlace(call);
    return std::exchange(returnedObject, std::nullopt);
  }
  if (auto *choice = dyn_cast<ConditionalOperator>(inner); choice && record) {
    if (const Expr *only = onlySide(choice))
      return object(only);
    Value c = condition(choice->getCond());
    const Place chosen =
        declareObject(invented(choice, "chosen", choice->getType().getUnqualifiedType()));
    bool isGood = bool(c);
    auto side = [&](const Expr *s) {
      std::optional<Object> made = object(s);
      isGood &= bool(made);
      if (made)
        store(chosen, *made, s->getExprLoc());
    };
    choose(
        choice, c, [&] { side(choice->getTrueExpr()); }, [&] { side(choice->getFalseExpr()); },
        std::nullopt);
    return isGood ? objectAt(e, chosen, choice->getType()) : std::nullopt;
  }
  refuse(e, "an object of type " + quoted(typeName(e->getType())) +
                " is not supported here; list its fields in braces, or pass their values");
  return std::nullopt;
}

std::optional<Place> FunctionImporter::objectPlace(const Expr *e) {
  if (std::optional<Place> place = placeOf(e))
    return place;
  std::optional<Object> made = object(e);
  if (!made)
    return std::nullopt;
  const VarDecl *variable =
      invented(e, structOf(e->getType())->getName(), e->getType().getUnqualifiedType());
  const Place place = declareObject(variable);
  needed.insert(variable);
  store(place, *made, e->getExprLoc());
  return place;
}

} // namespace delgen
