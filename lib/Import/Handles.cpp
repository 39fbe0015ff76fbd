//===- Handles.cpp - What writes to variables from elsewhere --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A view of Eigen, an iterator or a pointer is a handle: code that has one writes to a variable
// without naming it. Views that a function is given are followed; what is not followed is refused,
// whether or not the result seems to depend on it.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace delgen {

/// True for an expression of Eigen that can be assigned to.
static bool isWritableView(const CXXRecordDecl *record) {
  static const llvm::StringSet<> classes = {
      "Block",         "VectorBlock", "Map",       "Ref",         "Transpose",
      "Diagonal",      "Reshaped",    "Reverse",   "IndexedView", "ArrayWrapper",
      "MatrixWrapper", "MatrixBase",  "ArrayBase", "DenseBase",   "CwiseUnaryView"};
  auto *instance = dyn_cast_or_null<ClassTemplateSpecializationDecl>(record);
  llvm::StringRef name = eigenTemplate(instance);
  if (!classes.contains(name) || instance->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return false;
  QualType of = instance->getTemplateArgs()[0].getAsType();
  const CXXRecordDecl *inner = of->getAsCXXRecordDecl();
  llvm::StringRef innerName = eigenTemplate(inner);
  if (of.isConstQualified() || name == "Map" || name == "Ref")
    return !of.isConstQualified();
  const bool isBase = name.ends_with("Base");
  return isWritableView(inner) || (!isBase && (innerName == "Matrix" || innerName == "Array"));
}

bool isHandle(const ASTContext &ast, QualType type) {
  type = ast.getCanonicalType(type);
  if (type->isPointerType())
    return !type->getPointeeType().isConstQualified() && !type->getPointeeType()->isFunctionType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || record->isLambda())
    return false;
  if (std::optional<ListOf> list = anyListOf(ast, type))
    return isHandle(ast, list->element);
  // What they hold, or refer to, is not known from their types.
  static const llvm::StringSet<> opaque = {"any",        "function", "move_only_function",
                                           "shared_ptr", "weak_ptr", "unique_ptr"};
  if (isWritableView(record) ||
      (record->isInStdNamespace() && record->getIdentifier() && opaque.contains(record->getName())))
    return true;
  auto *instance = dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (!instance || !record->getIdentifier() || instance->getTemplateArgs().size() == 0 ||
      instance->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return false;
  const bool refers = record->getName().contains_insensitive("iterator") ||
                      (record->isInStdNamespace() &&
                       (record->getName() == "span" || record->getName() == "reference_wrapper"));
  QualType of = instance->getTemplateArgs()[0].getAsType();
  return refers && !of.isConstQualified() &&
         (!of->isPointerType() || !of->getPointeeType().isConstQualified());
}

bool copiesHandle(const FunctionDecl *f, const ParmVarDecl *parameter) {
  const FunctionDecl *definition = f->getDefinition();
  if (!definition || !definition->hasBody())
    return false;
  bool found = false;
  walk(definition->getBody(), [&](const Stmt *s) {
    auto *declarations = dyn_cast<DeclStmt>(s);
    if (!declarations)
      return;
    for (const Decl *d : declarations->decls()) {
      auto *variable = dyn_cast<VarDecl>(d);
      if (!variable || !variable->getInit() || !isHandle(f->getASTContext(), variable->getType()))
        continue;
      walk(variable->getInit(), [&](const Stmt *read) {
        auto *reference = dyn_cast<DeclRefExpr>(read);
        auto *from = reference ? dyn_cast<ParmVarDecl>(reference->getDecl()) : nullptr;
        found |= from && from->getFunctionScopeIndex() == parameter->getFunctionScopeIndex() &&
                 from->getDeclContext() == definition;
      });
    }
  });
  return found;
}

bool castsConstAway(const FunctionDecl *f) {
  const FunctionDecl *definition = f ? f->getDefinition() : nullptr;
  bool found = false;
  if (definition && definition->hasBody())
    walk(definition->getBody(), [&](const Stmt *s) { found |= isa<CXXConstCastExpr>(s); });
  return found;
}

namespace {

/// Looks through the body of a function.
class Scan {
public:
  Scan(const ASTContext &ast, Report &report) : ast(ast), report(report) {}

  /// False after an error.
  bool run(const FunctionDecl *f) {
    walk(f->getBody(), [&](const Stmt *s) { visit(s); });
    return isGood;
  }

private:
  const ASTContext &ast;
  Report &report;
  bool isGood = true;

  void refuse(SourceLocation at, const llvm::Twine &text, SourceRange range) {
    report.error(at, text, range);
    isGood = false;
  }
  void refuse(const Expr *e, const llvm::Twine &text) {
    refuse(e->getExprLoc(), text, e->getSourceRange());
  }

  void visit(const Stmt *s) {
    if (auto *made = dyn_cast<CXXConstructExpr>(s)) {
      construct(made);
    } else if (auto *list = dyn_cast<InitListExpr>(s)) {
      if (const CXXRecordDecl *record = structOf(list->getType()))
        object(list, record, false);
    } else if (auto *lambda = dyn_cast<LambdaExpr>(s)) {
      for (const LambdaCapture &capture : lambda->captures())
        if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByCopy &&
            isHandle(ast, capture.getCapturedVar()->getType()))
          refuse(capture.getLocation(),
                 "a view or pointer that a lambda captures is not "
                 "supported; capture the variable by reference",
                 capture.getLocation());
    } else if (auto *declarations = dyn_cast<DeclStmt>(s)) {
      for (const Decl *d : declarations->decls())
        if (auto *variable = dyn_cast<VarDecl>(d))
          if (std::optional<ListOf> list = anyListOf(ast, variable->getType());
              list && isHandle(ast, list->element))
            refuse(variable->getLocation(),
                   "lists of " + quoted(typeName(ast, list->element)) +
                       " are not supported; only those of double, float, integers, and "
                       "Matrix and Array of Eigen are",
                   variable->getLocation());
    }
  }

  void construct(const CXXConstructExpr *made) {
    const CXXRecordDecl *record = structOf(made->getType());
    if (!record || isPair(record))
      return;
    const CXXConstructorDecl *constructor = made->getConstructor();
    object(made, record, constructor->isCopyOrMoveConstructor());
    if (constructor->isCopyOrMoveConstructor() || !constructor->isUserProvided())
      return;
    for (const ParmVarDecl *parameter : constructor->parameters()) {
      QualType type = parameter->getType();
      const bool isWritten = type->isLValueReferenceType()
                                 ? !type->getPointeeType().isConstQualified()
                                 : isHandle(ast, type.getNonReferenceType());
      if (isWritten && !isLambda(type))
        return void(refuse(made, "a constructor that may write to its argument is not "
                                 "supported; take it by value or const reference"));
    }
  }

  /// Objects of which a copy, or the end, does something, and such that refer to others.
  void object(const Expr *e, const CXXRecordDecl *record, bool isCopy) {
    const std::string name = quoted(record->getName());
    const CXXDestructorDecl *end = record->getDestructor();
    if (end && end->isUserProvided()) {
      auto *body = dyn_cast_or_null<CompoundStmt>(end->getBody());
      if (!body || !body->body_empty())
        return void(refuse(e, name + " has a destructor that does something, which is not "
                                     "read; do it in a function that is called"));
    }
    for (const CXXConstructorDecl *constructor : record->ctors())
      if (constructor->isCopyOrMoveConstructor() && constructor->isUserProvided() &&
          !constructor->isDeleted())
        return void(refuse(e, name + " is copied by code of its own, which is not read; "
                                     "let the compiler copy it"));
    for (const CXXBaseSpecifier &base : record->bases())
      if (const CXXRecordDecl *inner = structOf(base.getType()))
        object(e, inner, isCopy);
    for (const FieldDecl *field : record->fields()) {
      QualType type = field->getType();
      if (!isCopy && (type->isReferenceType() || isHandle(ast, type)))
        return void(refuse(e, quoted(field->getName()) + " in " + name +
                                  " refers to another variable, which is not supported in "
                                  "an object that a function makes; hold the value"));
      if (const CXXRecordDecl *inner = type->isReferenceType() ? nullptr : structOf(type))
        object(e, inner, isCopy);
    }
  }
};

} // namespace

bool refuseHandles(const ASTContext &ast, Report &report, const FunctionDecl *f) {
  return Scan(ast, report).run(f);
}

} // namespace delgen
