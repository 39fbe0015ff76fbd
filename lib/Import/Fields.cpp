//===- Fields.cpp - Parameters, and what they are made of -----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fields.h"

#include "EigenTypes.h"
#include "Report.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace delgen {

bool Place::contains(const Place &other) const {
  return parameter == other.parameter && fields.size() <= other.fields.size() &&
         llvm::equal(fields, llvm::ArrayRef(other.fields).take_front(fields.size()));
}

Place Place::field(const FieldDecl *next) const {
  Place inner = *this;
  inner.fields.push_back(next);
  return inner;
}

const CXXRecordDecl *structOf(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  record = record ? record->getDefinition() : nullptr;
  if (!record || record->isUnion() || record->isLambda() ||
      (isInNamespace(record, "std") && !isPair(record)) || isInNamespace(record, "Eigen"))
    return nullptr;
  return record;
}

bool isPair(const CXXRecordDecl *record) {
  return record->isInStdNamespace() && record->getName() == "pair";
}

bool hasSelf(const FunctionDecl &function) {
  auto *method = dyn_cast<CXXMethodDecl>(&function);
  return method && !method->isStatic();
}

std::string parameterName(const FunctionDecl &function, unsigned i) {
  if (i != Place::self) {
    std::string name = function.getParamDecl(i)->getName().str();
    return name.empty() ? "unnamed" + std::to_string(i + 1) : name;
  }
  std::string name = "self";
  while (llvm::any_of(function.parameters(),
                      [&](const ParmVarDecl *p) { return p->getName() == name; }))
    name += '_';
  return name;
}

static QualType parameterType(const FunctionDecl &function, unsigned i) {
  return i == Place::self ? cast<CXXMethodDecl>(function).getFunctionObjectParameterType()
                          : function.getParamDecl(i)->getType();
}

/// The member function that gives the value of a field, and is public where that is not; or null.
static const CXXMethodDecl *accessorOf(const FieldDecl *field) {
  for (const CXXMethodDecl *method : cast<CXXRecordDecl>(field->getParent())->methods()) {
    const FunctionDecl *definition = method->getDefinition();
    if (method->isStatic() || !method->isConst() || method->getAccess() != AS_public ||
        method->getNumParams() != 0 || !method->getDeclName().isIdentifier() || !definition)
      continue;
    auto *body = dyn_cast_or_null<CompoundStmt>(definition->getBody());
    auto *end = body && body->size() == 1 ? dyn_cast<ReturnStmt>(body->body_front()) : nullptr;
    const Expr *value = end && end->getRetValue() ? end->getRetValue()->IgnoreImplicit() : nullptr;
    if (auto *copy = dyn_cast_or_null<CXXConstructExpr>(value); copy && copy->getNumArgs() == 1)
      value = copy->getArg(0)->IgnoreImplicit();
    auto *member = dyn_cast_or_null<MemberExpr>(value);
    if (member && member->getMemberDecl() == field &&
        isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()))
      return method;
  }
  return nullptr;
}

llvm::SmallVector<const FieldDecl *> fieldsOf(const CXXRecordDecl *record) {
  llvm::SmallVector<const FieldDecl *> fields;
  for (const CXXBaseSpecifier &base : record->bases())
    if (const CXXRecordDecl *inner = base.getType()->getAsCXXRecordDecl())
      if ((inner = inner->getDefinition()))
        llvm::append_range(fields, fieldsOf(inner));
  llvm::append_range(fields, record->fields());
  return fields;
}

/// True where all may use what is public in `base` with an object of class `record`.
static bool isPublicBase(const CXXRecordDecl *record, const CXXRecordDecl *base) {
  return record == base || llvm::any_of(record->bases(), [&](const CXXBaseSpecifier &next) {
           const CXXRecordDecl *inner = next.getType()->getAsCXXRecordDecl();
           return next.getAccessSpecifier() == AS_public && inner && inner->getDefinition() &&
                  isPublicBase(inner->getDefinition(), base);
         });
}

static bool isPublic(const CXXRecordDecl *record, const FieldDecl *field) {
  return field->getAccess() != AS_private && field->getAccess() != AS_protected &&
         isPublicBase(record, cast<CXXRecordDecl>(field->getParent()));
}

/// The function by which generated code reads a field that is not public, or null.
static const CXXMethodDecl *readerOf(const CXXRecordDecl *record, const FieldDecl *field) {
  if (!record || isPublic(record, field))
    return nullptr;
  const CXXMethodDecl *accessor = accessorOf(field);
  return accessor && isPublicBase(record, accessor->getParent()) ? accessor : nullptr;
}

/// True where several fields of the class, those of its bases included, have the name of this one.
static bool hasNamesake(const CXXRecordDecl *record, const FieldDecl *field) {
  return llvm::count_if(fieldsOf(record), [&](const FieldDecl *other) {
           return other->getName() == field->getName();
         }) > 1;
}

std::vector<unsigned> orderOf(const FunctionDecl &function, const Place &place) {
  // The object of a member function stands first.
  std::vector<unsigned> order = {place.parameter + 1};
  const CXXRecordDecl *record = structOf(parameterType(function, place.parameter));
  for (const FieldDecl *field : place.fields) {
    auto all = fieldsOf(record);
    order.push_back(llvm::find(all, field) - all.begin());
    record = structOf(field->getType());
  }
  return order;
}

QualType typeOf(const FunctionDecl &function, const Place &place) {
  QualType type = !place.fields.empty() ? place.fields.back()->getType()
                  : place.local         ? place.local->getType()
                                        : parameterType(function, place.parameter);
  return type.getNonReferenceType().getUnqualifiedType();
}

std::string spelled(const FunctionDecl &function, const Place &place, llvm::StringRef separator) {
  std::string text = parameterName(function, place.parameter);
  const CXXRecordDecl *record = structOf(parameterType(function, place.parameter));
  for (const FieldDecl *field : place.fields) {
    const CXXMethodDecl *accessor = readerOf(record, field);
    text += (separator + (accessor ? accessor->getName() : field->getName())).str();
    if (accessor && separator == ".")
      text += "()";
    record = structOf(field->getType());
  }
  return text;
}

std::optional<Place> fieldCalled(const ASTContext &ast, const FunctionDecl &function,
                                 const Place &object, llvm::StringRef name,
                                 llvm::function_ref<void(const llvm::Twine &)> complain) {
  QualType type = typeOf(function, object);
  const std::string what = quoted(typeName(ast, type));
  const CXXRecordDecl *record = structOf(type);
  if (!record) {
    complain(quoted(spelled(function, object)) + " is " + what +
             ", which has no fields to name; name the parameter alone");
    return std::nullopt;
  }
  std::vector<std::string> names;
  for (const FieldDecl *field : fieldsOf(record)) {
    if (!field->getName().empty())
      names.push_back(field->getName().str());
    const CXXMethodDecl *accessor = accessorOf(field);
    if (field->getName() != name && (!accessor || accessor->getName() != name))
      continue;
    if (std::optional<std::string> why = whyUnreadable(record, field)) {
      complain(*why);
      return std::nullopt;
    }
    return object.field(field);
  }
  complain(quoted(name) + " is not a field of " + what +
           (names.empty() ? ", which has none" : ", whose fields are " + listed(names)) +
           suggestion(name, names));
  return std::nullopt;
}

//===-- Lists -------------------------------------------------------------===//

std::optional<ListOf> listOf(const ASTContext &ast, QualType type) {
  type = ast.getCanonicalType(type.getNonReferenceType());
  auto *instance = dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!instance || !instance->isInStdNamespace())
    return std::nullopt;
  llvm::StringRef name = instance->getSpecializedTemplate()->getName();
  const TemplateArgumentList &args = instance->getTemplateArgs();
  if (name == "vector" && !args[0].getAsType()->isBooleanType())
    return ListOf{args[0].getAsType(), std::nullopt};
  if (name == "array")
    return ListOf{args[0].getAsType(), args[1].getAsIntegral().getExtValue()};
  return std::nullopt;
}

static bool isRealNumber(QualType type) {
  return type->isSpecificBuiltinType(BuiltinType::Double) ||
         type->isSpecificBuiltinType(BuiltinType::Float);
}

bool isReal(const ASTContext &ast, QualType type) {
  type = type.getNonReferenceType();
  if (isRealNumber(type))
    return true;
  if (std::optional<EigenType> eigen = eigenType(ast, type))
    return (eigen->isPlain || eigen->isConstRef) && isRealNumber(eigen->scalar);
  std::optional<ListOf> list = listOf(ast, type);
  return list && isReal(ast, list->element);
}

//===-- Whole objects -----------------------------------------------------===//

std::vector<Place> realFields(const ASTContext &ast, const FunctionDecl &function,
                              const Place &place) {
  const CXXRecordDecl *record = structOf(typeOf(function, place));
  if (!record)
    return isReal(ast, typeOf(function, place)) ? std::vector{place} : std::vector<Place>();
  std::vector<Place> found;
  for (const FieldDecl *field : fieldsOf(record))
    if (isPublic(record, field) && !whyUnreadable(record, field))
      llvm::append_range(found, realFields(ast, function, place.field(field)));
  return found;
}

std::optional<std::string> whyUnreadable(const CXXRecordDecl *record, const FieldDecl *field) {
  const std::string name = quoted(field->getName());
  if (field->getName().empty())
    return "members of classes without a name are not supported; give the class a name";
  if (hasNamesake(record, field))
    return quoted(record->getName()) + " has several fields that are called " + name +
           ", of which one hides the other; give them different names";
  if (field->isBitField())
    return name +
           " is a bit-field, which keeps a part of what is written to it; make it an integer "
           "of its own";
  if (!isPublic(record, field) && !readerOf(record, field))
    return name + " is not public, so that generated code cannot read it; make it public, give the "
                  "class a public function that returns it, or take its value as a parameter";
  if (field->getType()->isReferenceType() || field->getType()->isPointerType())
    return name + " is a reference or pointer, which is not supported in an object; take its value "
                  "as a parameter";
  return std::nullopt;
}

std::optional<std::string> whyUnreadable(const FunctionDecl &function, const Place &place) {
  const CXXRecordDecl *record =
      structOf(place.local ? place.local->getType() : parameterType(function, place.parameter));
  for (const FieldDecl *field : place.fields) {
    if (std::optional<std::string> why = whyUnreadable(record, field))
      return why;
    record = structOf(field->getType());
  }
  return std::nullopt;
}

std::optional<std::string> whyNotReturned(const ASTContext &ast, const FunctionDecl &function,
                                          const Place &place) {
  const CXXRecordDecl *record = structOf(typeOf(function, place));
  if (!record)
    return std::nullopt;
  const std::string name = quoted(typeName(ast, typeOf(function, place)));
  if (record->isAbstract() || !record->hasCopyConstructorWithConstParam() ||
      (record->needsOverloadResolutionForCopyConstructor() &&
       record->defaultedCopyConstructorIsDeleted()))
    return name + " cannot be copied";
  for (const CXXConstructorDecl *constructor : record->ctors())
    if (constructor->isCopyConstructor() &&
        (constructor->isDeleted() || constructor->getAccess() != AS_public))
      return name + " cannot be copied";
  for (const FieldDecl *field : fieldsOf(record)) {
    if (readerOf(record, field))
      return quoted(field->getName()) + " in " + name + " is not public";
    if (hasNamesake(record, field))
      return quoted(field->getName()) + " in " + name + " stands for several fields";
    if (field->getType().isConstQualified() || field->getType()->isReferenceType())
      return quoted(field->getName()) + " in " + name + " cannot be assigned to";
    if (std::optional<std::string> why = whyNotReturned(ast, function, place.field(field)))
      return why;
  }
  return std::nullopt;
}

} // namespace delgen
