//===- Structs.cpp - Objects whose fields are read ------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each field that is read, or in which a derivative is asked for, is an argument of its own.
// Which fields are read shows while the body is read; the next attempt has an argument for
// each from the start, in the order of the declarations.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Signature.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- What may be an argument -------------------------------------------===//

/// The first field, nested ones included, of a type that is supported by itself.
static std::optional<Place> firstReadable(const ASTContext &ast, const FunctionDecl &function,
                                          const Place &place) {
  QualType type = typeOf(function, place);
  const CXXRecordDecl *record = structOf(type);
  if (!record) {
    const bool isKnown = isReal(ast, type) || type->isIntegralOrEnumerationType();
    return isKnown ? std::optional(place) : std::nullopt;
  }
  for (const FieldDecl *field : fieldsOf(record))
    if (!whyUnreadable(record, field))
      if (auto found = firstReadable(ast, function, place.field(field)))
        return found;
  return std::nullopt;
}

/// What is supported by itself, for a message about something else.
static constexpr llvm::StringLiteral supported =
    "; only double, float, integers, Matrix and Array of Eigen, Eigen::Ref to these, std::vector "
    "and std::array of these, and objects with such members are";

bool FunctionImporter::accepts(const ParmVarDecl *parameter) {
  QualType type = parameter->getType();
  QualType object = type.getNonReferenceType();
  const Place place{parameter->getFunctionScopeIndex()};
  auto no = [&](const llvm::Twine &text) {
    report.error(parameter->getLocation(), text, parameter->getSourceRange());
    return false;
  };
  if (type->isRValueReferenceType())
    return no("parameters that are rvalue references are not supported; take the value by const "
              "reference");
  if (object->isPointerType() || object->isArrayType())
    return no("pointers and arrays are not supported; take a matrix of Eigen by const reference");
  std::optional<EigenType> eigen = eigenType(ast, object);
  const bool mayWrite = type->isLValueReferenceType() && !object.isConstQualified();
  if (mayWrite || (eigen && eigen->isRef && !eigen->isConstRef))
    return no("output parameters are not supported; return the result" +
              llvm::Twine(eigen && eigen->isRef ? ", and take an argument by 'Eigen::Ref<const T>'"
                                                : ", and take an argument by const reference"));
  if (!structOf(object))
    return mayBeArgument(place, no);
  if (!firstReadable(ast, *function, place))
    return no("parameters of type " + quoted(typeName(object)) + " are not supported" +
              whyRefused(object, ", for it has no public member that is a number, a matrix or a "
                                 "list of these"));
  return true;
}

bool FunctionImporter::mayBeArgument(const Place &place, Complain complain) {
  QualType type = typeOf(*function, place);
  if (type->isIntegralOrEnumerationType() || floatType(type))
    return true;
  if (std::optional<ListOf> list = listOf(ast, type))
    return bool(listType(*list, complain));
  std::optional<EigenType> eigen = eigenType(ast, type);
  // Of an instance of a template no declaration is written.
  const bool mayBeAny = place.fields.empty() && function->isTemplateInstantiation();
  if (!eigen || !(eigen->isPlain || eigen->isConstRef || mayBeAny)) {
    complain((place.fields.empty() ? "parameters of type " : "members of type ") +
             quoted(typeName(type)) + " are not supported" + whyRefused(type, supported));
    return false;
  }
  if (floatType(eigen->scalar))
    return true;
  complain("matrices of " + quoted(typeName(eigen->scalar)) +
           " are not supported; use double or float");
  return false;
}

mlir::Type FunctionImporter::argumentType(Argument &argument) {
  QualType type = typeOf(*function, argument.place);
  if (structOf(type))
    return b.getIndexType(); // of a class without members, which nobody reads
  if (type->isIntegralOrEnumerationType()) {
    sizeOf(argument);
    return b.getIndexType();
  }
  if (FloatType real = floatType(type))
    return real;
  if (std::optional<ListOf> list = listOf(ast, type))
    return listType(*list, [](const llvm::Twine &) {});
  std::optional<EigenType> eigen = eigenType(ast, type);
  auto size = [&](std::optional<int64_t> n, unsigned which) {
    if (!n)
      return sizes.getParameter(&argument, which);
    mx::Size known = sizes.number(*n);
    if (known.isSymbol())
      sizes.setMeaning(known);
    return known;
  };
  mx::Size rows = size(eigen->rows, 0), cols = size(eigen->cols, 1);
  if (llvm::any_of(requests.assumptions,
                   [&](const Assumption &a) { return a.place == argument.place; }))
    sizes.unify(rows, cols); // all that can be assumed makes a matrix square
  return shaped(rows, cols, floatType(eigen->scalar));
}

//===-- The arguments -----------------------------------------------------===//

FunctionImporter::Argument &FunctionImporter::addArgument(const Place &place) {
  auto [found, isNew] = arguments.try_emplace(orderOf(*function, place), Argument{place});
  Argument &argument = found->second;
  if (!isNew)
    return argument;
  const ParmVarDecl *own =
      place.parameter == Place::self ? nullptr : function->getParamDecl(place.parameter);
  auto isTaken = [&](llvm::StringRef name) {
    return llvm::any_of(function->parameters(),
                        [&](const ParmVarDecl *p) {
                          return p->getName() == name && (p != own || !place.fields.empty());
                        }) ||
           llvm::any_of(arguments, [&](const auto &other) {
             return &other.second != &argument && other.second.name == name;
           });
  };
  argument.name = spelled(*function, place, "_");
  while (isTaken(argument.name))
    argument.name += '_';
  return argument;
}

void FunctionImporter::addArguments() {
  for (const ParmVarDecl *parameter : function->parameters())
    if (!structOf(parameter->getType()))
      addArgument(Place{parameter->getFunctionScopeIndex()});
  for (const Place &place : requests.places)
    for (const Place &field : realFields(ast, *function, place))
      addArgument(field);
}

bool FunctionImporter::addMissingArguments() {
  bool isChanged = false;
  if (hasSelf(*function) && !report.hasErrors() &&
      (arguments.empty() || arguments.begin()->second.place.parameter != Place::self)) {
    // An object without anything to read is named all the same.
    const Place self{Place::self};
    addArgument(firstReadable(ast, *function, self).value_or(self));
    isChanged = true;
  }
  for (const ParmVarDecl *parameter : function->parameters()) {
    const unsigned i = parameter->getFunctionScopeIndex();
    if (report.hasErrors() || llvm::any_of(arguments, [&](const auto &entry) {
          return entry.second.place.parameter == i;
        }))
      continue;
    // The signature stands where its arguments do.
    if (auto field = firstReadable(ast, *function, Place{i})) {
      addArgument(*field);
      isChanged = true;
    }
  }
  return isChanged;
}

FunctionImporter::Argument *FunctionImporter::argumentOf(Value v) {
  for (auto &[order, argument] : arguments)
    if (v && argument.value == v)
      return &argument;
  return nullptr;
}

std::vector<Place> FunctionImporter::argumentPlaces() const {
  std::vector<Place> places;
  for (const auto &[order, argument] : arguments)
    places.push_back(argument.place);
  return places;
}

Value FunctionImporter::argument(const Expr *e, Argument &argument) {
  // An integer that must be one number, as a size of fixed matrices, is that number.
  if (argument.value.getType().isIndex())
    if (mx::Size size = sizeOf(argument); size.isNumber())
      return integer(e, size.number());
  return argument.value;
}

//===-- Reading fields ----------------------------------------------------===//

std::optional<Place> FunctionImporter::placeOf(const Expr *e) {
  e = withoutTemporaries(e);
  // A copy has the same fields, and they stay as they are.
  if (auto *construct = dyn_cast<CXXConstructExpr>(e);
      construct && construct->getConstructor()->isCopyOrMoveConstructor())
    return placeOf(construct->getArg(0));
  if (isa<CXXThisExpr>(e) && frame.self)
    return frame.self;
  if (isa<CXXThisExpr>(e) && hasSelf(*function))
    return Place{Place::self};
  if (auto *op = dyn_cast<UnaryOperator>(e);
      op && op->getOpcode() == UO_Deref &&
      isa<CXXThisExpr>(op->getSubExpr()->IgnoreParenImpCasts()))
    return placeOf(op->getSubExpr());
  if (auto *reference = dyn_cast<DeclRefExpr>(e)) {
    if (auto *binding = dyn_cast<BindingDecl>(reference->getDecl()))
      return boundTo(binding) ? placeOf(boundTo(binding)) : std::nullopt;
    const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    variable = variable ? meant(variable) : nullptr;
    if (auto found = objects.find(variable); found != objects.end())
      return found->second;
    auto *parameter = dyn_cast_or_null<ParmVarDecl>(variable);
    const bool isOwn = parameter && llvm::is_contained(function->parameters(), parameter);
    return isOwn && structOf(parameter->getType())
               ? std::optional(Place{parameter->getFunctionScopeIndex()})
               : std::nullopt;
  }
  if (auto [got, pair] = fieldGot(e); got) {
    std::optional<Place> object = placeOf(pair);
    return object ? std::optional(object->field(got)) : std::nullopt;
  }
  auto *member = dyn_cast<MemberExpr>(e);
  auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  const bool isPointer =
      member && member->isArrow() && !isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts());
  if (!field || isPointer)
    return std::nullopt;
  std::optional<Place> object = placeOf(member->getBase());
  return object ? std::optional(object->field(field)) : std::nullopt;
}

Value FunctionImporter::member(const MemberExpr *e) {
  if (std::optional<Place> place = placeOf(e))
    return read(e, *place);
  if (std::optional<Value> v = evaluate(e))
    return *v;
  // A field of what an expression makes.
  if (auto *field = dyn_cast<FieldDecl>(e->getMemberDecl()); field && !e->isArrow())
    if (structOf(e->getBase()->getType())) {
      std::optional<Place> object = objectPlace(e->getBase());
      return object ? read(e, object->field(field)) : Value();
    }
  if (dependentConstants.contains(e->getMemberLoc()) && !isa<FieldDecl>(e->getMemberDecl()))
    return refuse(e, dependentConstant);
  // p.rows, of which Clang does not know what p is.
  if (auto *enumerator = dyn_cast<EnumConstantDecl>(e->getMemberDecl()))
    return integer(e, enumerator->getInitVal().getExtValue());
  if (auto *variable = dyn_cast<VarDecl>(e->getMemberDecl());
      variable && variable->mightBeUsableInConstantExpressions(ast))
    if (const APValue *known = variable->evaluateValue())
      if (std::optional<Value> v = constant(e, *known))
        return *v;
  if (!isa<FieldDecl>(e->getMemberDecl()))
    return refuse(e, quoted(e->getMemberDecl()->getNameAsString()) +
                         " is not a constant that is known while compiling; pass it as a "
                         "parameter");
  return refuse(e, "members are read of parameters and their fields only; pass the value as a "
                   "parameter");
}

Value FunctionImporter::read(const Expr *e, const Place &place) {
  QualType type = typeOf(*function, place);
  if (llvm::any_of(place.fields, [](const FieldDecl *f) { return f->getParent()->isUnion(); }))
    return refuse(e, ofUnion);
  if (place.local && !structOf(type)) {
    if (place.fields.back()->isBitField())
      return refuse(e, *whyUnreadable(*function, place));
    const VarDecl *field = fieldVariable(place);
    if (variables.contains(field))
      return valueOf(e, field);
    return refuse(e, "fields of type " + quoted(typeName(type)) + " are not supported" +
                         whyRefused(type, "; only numbers, matrices, lists and objects of these "
                                          "are"));
  }
  if (std::optional<std::string> why = whyUnreadable(*function, place))
    return refuse(e, *why);
  if (structOf(type))
    return refuse(e, unforeseen);
  auto known = arguments.find(orderOf(*function, place));
  if (known == arguments.end() || !known->second.value) {
    if (!mayBeArgument(place, [&](const llvm::Twine &text) { report.error(e, text); }))
      return {};
    Argument &added = addArgument(place);
    mlir::Type own = argumentType(added);
    if (failed(result.insertArgument(result.getNumArguments(), own, {},
                                     NameLoc::get(b.getStringAttr(added.name), locationOf(e)))))
      return {};
    added.value = result.getArguments().back();
    hasNewArguments = true;
    return argument(e, added);
  }
  return argument(e, known->second);
}

} // namespace delgen
