//===- Patterns.cpp - Templates as they are written -----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EigenTypes.h"
#include "Importer.h"
#include "Templates.h"

#include "delgen/Mx/Attributes.h"

#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/QualTypeNames.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace clang;

namespace delgen {

//===-- Spelling ----------------------------------------------------------===//

static std::string numberName(int64_t n) { return n == -1 ? "Eigen::Dynamic" : std::to_string(n); }

std::string DependentSpelling::argument(const TemplateArgument &argument) const {
  if (std::optional<unsigned> place = placeOf(argument))
    return list->getParam(*place)->getName().str();
  if (argument.getKind() == TemplateArgument::Type)
    return type(argument.getAsType());
  if (argument.getKind() == TemplateArgument::Integral)
    return numberName(argument.getAsIntegral().getExtValue());
  if (argument.getKind() == TemplateArgument::Expression) {
    const Expr *e = argument.getAsExpr();
    Expr::EvalResult found;
    if (!e->isValueDependent() && e->EvaluateAsInt(found, ast))
      return numberName(found.Val.getInt().getExtValue());
  }
  std::string text;
  llvm::raw_string_ostream os(text);
  argument.print(ast.getPrintingPolicy(), os, /*IncludeType=*/false);
  return text;
}

std::string DependentSpelling::type(QualType of) const {
  if (of->isLValueReferenceType())
    return type(of->getPointeeType()) + "&";
  if (of.isLocalConstQualified())
    return "const " + type(of.getLocalUnqualifiedType());
  if (!of->isDependentType())
    return qualifiedTypeName(ast, of);
  if (auto *parameter = of->getAs<TemplateTypeParmType>())
    return list->getParam(parameter->getIndex())->getName().str();
  if (auto *name = dyn_cast<DependentNameType>(of.getTypePtr());
      name && name->getQualifier().getKind() == NestedNameSpecifier::Kind::Type) {
    std::string outer = type(QualType(name->getQualifier().getAsType(), 0));
    llvm::StringRef inner = outer;
    inner.consume_front("typename ");
    return ("typename " + inner + "::" + name->getIdentifier()->getName()).str();
  }
  auto *instance = dyn_cast<TemplateSpecializationType>(of.getTypePtr());
  const TemplateDecl *pattern =
      instance ? instance->getTemplateName().getAsTemplateDecl() : nullptr;
  if (!pattern)
    return TypeName::getFullyQualifiedName(of, ast, ast.getPrintingPolicy());
  auto arguments = llvm::map_range(instance->template_arguments(),
                                   [&](const TemplateArgument &a) { return argument(a); });
  const std::string space = namespaceOf(pattern);
  return (space.empty() ? "" : space + "::") + pattern->getNameAsString() + "<" +
         llvm::join(arguments, ", ") + ">";
}

std::string DependentSpelling::head() const {
  const SourceManager &sources = ast.getSourceManager();
  SourceLocation end = list->getRAngleLoc();
  if (const Expr *clause = list->getRequiresClause())
    end = clause->getEndLoc();
  std::string text = Lexer::getSourceText(CharSourceRange::getTokenRange(list->getLAngleLoc(), end),
                                          sources, ast.getLangOpts())
                         .str();
  // On one line.
  llvm::SmallVector<llvm::StringRef> words;
  llvm::SplitString(text, words);
  return "template " + llvm::join(words, " ");
}

void DependentSpelling::shape(QualType of, Parameter &parameter) const {
  llvm::ArrayRef<TemplateArgument> arguments;
  llvm::StringRef name = eigenPattern(ast, of, arguments);
  if (name == "Ref")
    return shape(arguments[0].getAsType(), parameter);
  if (isExpressionBase(name)) {
    const std::string derived = argument(arguments[0]);
    parameter.isExpression = true;
    parameter.mayBeArray = name == "DenseBase";
    parameter.plain = "typename " + derived + "::PlainObject";
    parameter.scalar = "typename " + derived + "::Scalar";
    parameter.rows = derived + "::RowsAtCompileTime";
    parameter.cols = derived + "::ColsAtCompileTime";
  } else if (name == "Matrix" || name == "Array") {
    parameter.scalar = argument(arguments[0]);
    parameter.rows = argument(arguments[1]);
    parameter.cols = argument(arguments[2]);
  }
}

DependentSpelling::Parameter DependentSpelling::parameter(const ParmVarDecl *declaration) const {
  Parameter found;
  QualType of = declaration->getType();
  found.type = type(of.getUnqualifiedType());
  QualType object = of.getNonReferenceType().getUnqualifiedType();
  if (!object->isDependentType())
    return found;
  found.plain = found.scalar = type(object);
  llvm::ArrayRef<TemplateArgument> arguments;
  if (auto *instance = dyn_cast<TemplateSpecializationType>(object.getTypePtr());
      instance && eigenPattern(ast, object, arguments) == "Ref")
    found.plain = type(instance->template_arguments()[0].getAsType().getUnqualifiedType());
  shape(of, found);
  return found;
}

//===-- What one instance does not show -----------------------------------===//

namespace {
class PatternChecker : public ConstDynamicRecursiveASTVisitor {
public:
  PatternChecker(Report &report, llvm::DenseSet<SourceLocation> &constants)
      : report(report), constants(constants) {}

  bool VisitIfStmt(const IfStmt *s) override {
    if (s->isConstexpr() && s->getCond()->isValueDependent())
      report.error(s->getCond(), "a choice by the template's arguments is not supported; write a "
                                 "function for each case");
    return true;
  }
  bool VisitDependentScopeDeclRefExpr(const DependentScopeDeclRefExpr *e) override {
    constants.insert(e->getLocation());
    return true;
  }
  bool VisitCXXDependentScopeMemberExpr(const CXXDependentScopeMemberExpr *e) override {
    constants.insert(e->getMemberLoc());
    auto *base = e->getBaseType().getNonReferenceType()->getAs<TemplateSpecializationType>();
    const TemplateDecl *of = base ? base->getTemplateName().getAsTemplateDecl() : nullptr;
    if (of && isInNamespace(of, "Eigen") && e->getMember().getAsString() == "derived" &&
        of->getName() == "DenseBase")
      report.error(e, "this may be a matrix or an array, which multiply differently; take an "
                      "'Eigen::MatrixBase' or an 'Eigen::ArrayBase'");
    return true;
  }
  bool VisitTemplateSpecializationTypeLoc(TemplateSpecializationTypeLoc type) override {
    auto *written = type.getTypePtr();
    const TemplateDecl *of = written->getTemplateName().getAsTemplateDecl();
    llvm::ArrayRef<TemplateArgument> arguments = written->template_arguments();
    if (of && isInNamespace(of, "std") && of->getName() == "array" && arguments.size() == 2 &&
        arguments[1].isDependent())
      report.error(
          type.getTemplateNameLoc(),
          "a std::array whose length is a parameter of the template is not supported; take "
          "a std::vector, or a vector of Eigen");
    return true;
  }
  bool VisitUnaryExprOrTypeTraitExpr(const UnaryExprOrTypeTraitExpr *e) override {
    if (e->isValueDependent())
      constants.insert(e->getBeginLoc());
    return true;
  }
  bool VisitTypeTraitExpr(const TypeTraitExpr *e) override {
    if (e->isValueDependent())
      constants.insert(e->getBeginLoc());
    return true;
  }
  bool TraverseTemplateArgumentLoc(const TemplateArgumentLoc &argument) override {
    if (argument.getArgument().getKind() == TemplateArgument::Expression) {
      const Expr *e = argument.getSourceExpression()->IgnoreParenImpCasts();
      if (isa<DeclRefExpr, DependentScopeDeclRefExpr>(e))
        return true; // a size as it is
      if (e->isValueDependent())
        report.error(e, "a size that is computed from a parameter of the template is not "
                        "supported; take the matrices whose sizes are known, or use dynamic ones");
    }
    return ConstDynamicRecursiveASTVisitor::TraverseTemplateArgumentLoc(argument);
  }

private:
  Report &report;
  llvm::DenseSet<SourceLocation> &constants;
};
} // namespace

void checkPattern(const FunctionDecl *pattern, Report &report,
                  llvm::DenseSet<SourceLocation> &constants) {
  PatternChecker(report, constants).TraverseDecl(pattern);
}

bool FunctionImporter::dependsOnArguments(const Expr *e, bool &hasSize) {
  llvm::SmallVector<const Stmt *> open = {e};
  llvm::SmallPtrSet<const Decl *, 4> seen;
  bool depends = false;
  while (!open.empty()) {
    const Stmt *s = open.pop_back_val();
    if (auto *size = dyn_cast<IntegerLiteral>(s))
      hasSize |= llvm::is_contained(standIns, size->getValue().getLimitedValue());
    depends |= dependentConstants.contains(s->getBeginLoc());
    if (auto *reference = dyn_cast<DeclRefExpr>(s)) {
      depends |= dependentConstants.contains(reference->getLocation());
      for (const TemplateArgumentLoc &argument : reference->template_arguments())
        if (argument.getArgument().getKind() == TemplateArgument::Expression)
          open.push_back(argument.getSourceExpression());
      auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (const Expr *init = variable ? variable->getAnyInitializer() : nullptr;
          init && seen.insert(variable).second)
        open.push_back(init);
    }
    for (const Stmt *child : s->children())
      if (child)
        open.push_back(child);
  }
  return depends;
}

//===-- What mx keeps of a template ---------------------------------------===//

void FunctionImporter::describeTemplate(const TemplateInstance &instance) {
  const DependentSpelling spelling(instance.declaration);
  const FunctionDecl *pattern = instance.declaration->getTemplatedDecl();
  std::string scalar, number;
  for (auto [i, argument] : llvm::enumerate(argumentPlaces())) {
    if (!argument.fields.empty())
      continue;
    const DependentSpelling::Parameter own =
        spelling.parameter(pattern->getParamDecl(argument.parameter));
    auto set = [&](llvm::StringRef name, const std::string &text) {
      if (!text.empty())
        result.setArgAttr(i, name, b.getStringAttr(text));
    };
    set(mx::attr::type, own.type);
    set(mx::attr::plain, own.plain);
    if (!own.plain.empty())
      result.setArgAttr(i, mx::attr::generic, b.getUnitAttr());
    set(mx::attr::staticRows, own.rows);
    set(mx::attr::staticCols, own.cols);
    std::string &first = own.rows.empty() ? number : scalar;
    // What is a type of its own, and no parameter, has no name to go by.
    if (first.empty() && !own.scalar.empty() && own.scalar != "double" && own.scalar != "float")
      first = own.scalar;
    if (!own.isExpression)
      continue;
    set(mx::attr::held, "Eigen::Ref<const " + own.plain + ">");
    set(mx::attr::directionType, "const " + own.plain + "&");
    if (own.mayBeArray && mx::paramAttr(result, i, mx::attr::view).empty())
      set(mx::attr::view, "{0}.matrix()");
  }
  QualType returns = pattern->getDeclaredReturnType();
  std::optional<EigenType> eigen = eigenType(ast, function->getReturnType());
  const bool isDeduced =
      returns->getContainedAutoType() || isa<DecltypeType>(returns) || (eigen && !eigen->isPlain);
  if (isDeduced)
    result->removeAttr(mx::attr::result);
  else
    result->setAttr(mx::attr::result, b.getStringAttr(spelling.type(
                                          returns.getNonReferenceType().getUnqualifiedType())));
  llvm::SmallVector<llvm::StringRef> names;
  for (const TemplateParameter &parameter : instance.parameters)
    names.push_back(parameter.name);
  llvm::SmallVector<Attribute> asserts;
  for (const auto &[condition, message] : instance.asserts)
    asserts.push_back(b.getStrArrayAttr({condition, message}));
  llvm::SmallVector<NamedAttribute> entries = {
      b.getNamedAttr("head", b.getStringAttr(spelling.head())),
      b.getNamedAttr("names", b.getStrArrayAttr(names)),
      b.getNamedAttr("asserts", b.getArrayAttr(asserts))};
  if (scalar.empty())
    scalar = number;
  if (!scalar.empty())
    entries.push_back(b.getNamedAttr("scalar", b.getStringAttr(scalar)));
  result->setAttr(mx::attr::templated, b.getDictionaryAttr(entries));
}

} // namespace delgen
