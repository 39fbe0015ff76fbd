//===- Templates.cpp - Templates are read as instances --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Templates.h"
#include "EigenTypes.h"
#include "Report.h"
#include "Sizes.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace delgen {

//===-- What the parameters are -------------------------------------------===//

std::optional<unsigned> placeOf(const TemplateArgument &argument) {
  if (argument.getKind() == TemplateArgument::Type) {
    auto *parameter = argument.getAsType()->getAs<TemplateTypeParmType>();
    return parameter ? std::optional(parameter->getIndex()) : std::nullopt;
  }
  if (argument.getKind() != TemplateArgument::Expression)
    return std::nullopt;
  auto *reference = dyn_cast<DeclRefExpr>(argument.getAsExpr()->IgnoreParenImpCasts());
  auto *parameter = reference ? dyn_cast<NonTypeTemplateParmDecl>(reference->getDecl()) : nullptr;
  return parameter ? std::optional(parameter->getIndex()) : std::nullopt;
}

llvm::StringRef eigenPattern(const ASTContext &ast, QualType type,
                             llvm::ArrayRef<TemplateArgument> &arguments) {
  type = ast.getCanonicalType(type.getNonReferenceType());
  auto *pattern = dyn_cast<TemplateSpecializationType>(type.getTypePtr());
  const TemplateDecl *of = pattern ? pattern->getTemplateName().getAsTemplateDecl() : nullptr;
  if (!of || !isInNamespace(of, "Eigen"))
    return {};
  arguments = pattern->template_arguments();
  return of->getName();
}

/// True for what is a base of matrices and of others, and is read as one of matrices.
static bool isOfMatrices(llvm::StringRef base) {
  return base == "EigenBase" || base == "PlainObjectBase";
}

bool isExpressionBase(llvm::StringRef name) {
  return name == "MatrixBase" || name == "ArrayBase" || name == "DenseBase" || isOfMatrices(name);
}

/// Notes what the type of a parameter of the function says of the template's.
static void learn(const ASTContext &ast, QualType type,
                  std::vector<std::optional<TemplateParameter>> &known) {
  using Kind = TemplateParameter::Kind;
  auto note = [&](const TemplateArgument &argument, Kind kind, llvm::StringRef base = "") {
    std::optional<unsigned> place = placeOf(argument);
    if (!place || *place >= known.size())
      return;
    // Entries say more than a number does.
    if (!known[*place] || known[*place]->kind == Kind::Number)
      known[*place] = TemplateParameter{kind, "", base};
  };
  type = type.getNonReferenceType().getUnqualifiedType();
  if (type->isTemplateTypeParmType())
    return note(TemplateArgument(type), Kind::Number);
  llvm::ArrayRef<TemplateArgument> arguments;
  llvm::StringRef name = eigenPattern(ast, type, arguments);
  if (name == "Ref" && !arguments.empty())
    return learn(ast, arguments[0].getAsType(), known);
  if (isExpressionBase(name))
    return note(arguments[0], Kind::Expression, name);
  if (name != "Matrix" && name != "Array")
    return;
  static constexpr Kind kinds[] = {Kind::Scalar,  Kind::Size,  Kind::Size,
                                   Kind::Options, Kind::Bound, Kind::Bound};
  for (auto [argument, kind] : llvm::zip(arguments, kinds))
    note(argument, kind);
}

std::optional<std::vector<TemplateParameter>> parametersOf(const FunctionTemplateDecl *declaration,
                                                           Report &report) {
  const ASTContext &ast = declaration->getASTContext();
  const FunctionDecl *pattern = declaration->getTemplatedDecl();
  const TemplateParameterList *list = declaration->getTemplateParameters();
  bool isGood = true;
  auto no = [&](const Decl *at, const llvm::Twine &text) {
    report.error(at->getLocation(), text, at->getSourceRange());
    isGood = false;
  };
  for (const FunctionDecl *other : declaration->specializations())
    if (other->getTemplateSpecializationKind() == TSK_ExplicitSpecialization) {
      no(pattern, quoted(pattern->getName()) + " has an explicit specialisation, which is another "
                                               "function; give that another name");
      return std::nullopt;
    }
  std::vector<std::optional<TemplateParameter>> known(list->size());
  for (const ParmVarDecl *parameter : pattern->parameters())
    learn(ast, parameter->getType(), known);
  unsigned sizes = 0;
  for (auto [i, parameter] : llvm::enumerate(*list)) {
    const std::string name = quoted(parameter->getName());
    if (isa<TemplateTemplateParmDecl>(parameter))
      no(parameter, "templates as arguments of templates are not supported; take "
                    "'const Eigen::MatrixBase<Derived>&'");
    else if (parameter->isParameterPack())
      no(parameter, "parameter packs are not supported; write the function for the number of "
                    "parameters that you need");
    else if (auto *type = dyn_cast<TemplateTypeParmDecl>(parameter);
             parameter->isImplicit() || (type && type->isImplicit()))
      no(pattern, "parameters of type 'auto' are not supported; take "
                  "'const Eigen::MatrixBase<Derived>&', or name the type as in "
                  "'template <typename T>'");
    else if (!known[i])
      no(parameter, (parameter->getName().empty() ? "a parameter without a name" : name) +
                        " is neither the type of the entries nor a size of a parameter of " +
                        quoted(pattern->getName()) +
                        ", nor is it what Eigen::MatrixBase is a base of; write the function for "
                        "the argument that you need");
    else if (known[i]->kind == TemplateParameter::Size && sizes++ == std::size(standIns))
      no(parameter, "more than " + llvm::Twine(std::size(standIns)) +
                        " sizes are not supported; make some of them Eigen::Dynamic");
    else
      known[i]->name = parameter->getName();
  }
  if (!isGood)
    return std::nullopt;
  std::vector<TemplateParameter> found;
  for (const std::optional<TemplateParameter> &parameter : known)
    found.push_back(*parameter);
  return found;
}

//===-- Instances ---------------------------------------------------------===//

/// The type that Eigen calls so, or null.
static QualType eigenTypedef(ASTContext &ast, llvm::StringRef name) {
  for (NamedDecl *space : ast.getTranslationUnitDecl()->lookup(&ast.Idents.get("Eigen")))
    if (auto *eigen = dyn_cast<NamespaceDecl>(space))
      for (NamedDecl *found : eigen->lookup(&ast.Idents.get(name)))
        if (auto *type = dyn_cast<TypedefNameDecl>(found))
          return ast.getCanonicalType(type->getUnderlyingType());
  return {};
}

namespace {
/// What an expression of Eigen may be read as.
struct Stand {
  llvm::StringLiteral type;
  const char *condition, *message; // on the template's argument
};
} // namespace

/// The general before the special: what holds for a matrix holds for a vector.
static llvm::ArrayRef<Stand> standsOf(llvm::StringRef base) {
  static constexpr Stand matrices[] = {
      {"MatrixXd", nullptr, nullptr},
      {"VectorXd", "{0}::ColsAtCompileTime == 1", "is differentiated for columns"},
      {"RowVectorXd", "{0}::RowsAtCompileTime == 1", "is differentiated for rows"}};
  static constexpr Stand arrays[] = {
      {"ArrayXXd", nullptr, nullptr},
      {"ArrayXd", "{0}::ColsAtCompileTime == 1", "is differentiated for columns"}};
  return base == "ArrayBase" ? llvm::ArrayRef(arrays) : llvm::ArrayRef(matrices);
}

std::vector<TemplateInstance> instancesOf(const FunctionTemplateDecl *declaration,
                                          llvm::ArrayRef<TemplateParameter> parameters) {
  ASTContext &ast = declaration->getASTContext();
  const std::string name = declaration->getNameAsString();
  std::vector<TemplateInstance> all(1);
  all.front().declaration = declaration;
  all.front().parameters = parameters;
  unsigned sizes = 0;
  auto number = [&](unsigned i, int64_t n) {
    QualType type =
        cast<NonTypeTemplateParmDecl>(declaration->getTemplateParameters()->getParam(i))->getType();
    return TemplateArgument(ast, ast.MakeIntValue(n, type), ast.getCanonicalType(type));
  };
  for (auto [i, parameter] : llvm::enumerate(parameters)) {
    std::optional<TemplateArgument> argument;
    switch (parameter.kind) {
    case TemplateParameter::Scalar:
      argument = TemplateArgument(ast.DoubleTy);
      break;
    case TemplateParameter::Number:
      argument = TemplateArgument(ast.DoubleTy);
      for (TemplateInstance &instance : all)
        instance.asserts.emplace_back("std::is_floating_point<" + parameter.name + ">::value",
                                      name + " is differentiated for real numbers");
      break;
    case TemplateParameter::Size:
      argument = number(i, standIns[sizes++]);
      break;
    case TemplateParameter::Bound:
      argument = number(i, -1);
      break;
    case TemplateParameter::Options:
      argument = number(i, 0);
      break;
    case TemplateParameter::Expression:
      if (isOfMatrices(parameter.base))
        for (TemplateInstance &instance : all)
          instance.asserts.emplace_back("std::is_base_of<Eigen::MatrixBase<" + parameter.name +
                                            ">, " + parameter.name + ">::value",
                                        name + " is differentiated for matrices " + parameter.name);
      break;
    }
    std::vector<TemplateInstance> next;
    for (const TemplateInstance &instance : all) {
      if (argument) {
        next.push_back(instance);
        next.back().arguments.push_back(*argument);
        continue;
      }
      for (const Stand &stand : standsOf(parameter.base)) {
        next.push_back(instance);
        next.back().arguments.push_back(TemplateArgument(eigenTypedef(ast, stand.type)));
        if (stand.condition)
          next.back().asserts.emplace_back(parameter.name +
                                               llvm::StringRef(stand.condition).drop_front(3).str(),
                                           name + " " + stand.message + " " + parameter.name);
      }
    }
    all = std::move(next);
  }
  return all;
}

namespace {
/// Keeps the errors of the compiler instead of printing them.
class ErrorKeeper : public DiagnosticConsumer {
public:
  explicit ErrorKeeper(Report &report) : report(report) {}
  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &info) override {
    if (level < DiagnosticsEngine::Error)
      return;
    llvm::SmallString<128> text;
    info.FormatDiagnostic(text);
    report.error(info.getLocation(), text);
  }

private:
  Report &report;
};
} // namespace

bool compile(Sema &sema, TemplateInstance &instance, Report &report) {
  DiagnosticsEngine &diagnostics = sema.getDiagnostics();
  DiagnosticConsumer *usual = diagnostics.getClient();
  std::unique_ptr<DiagnosticConsumer> owned = diagnostics.takeClient();
  Report errors;
  ErrorKeeper keeper(errors);
  diagnostics.setClient(&keeper, /*ShouldOwnClient=*/false);

  ASTContext &ast = sema.getASTContext();
  auto *declaration = const_cast<FunctionTemplateDecl *>(instance.declaration);
  const SourceLocation at = declaration->getLocation();
  const TemplateArgumentList *arguments = TemplateArgumentList::CreateCopy(ast, instance.arguments);
  FunctionDecl *function = sema.InstantiateFunctionDeclaration(declaration, arguments, at);
  if (function) {
    sema.InstantiateFunctionDefinition(at, function, /*Recursive=*/true,
                                       /*DefinitionRequired=*/true, /*AtEndOfTU=*/true);
    sema.PerformPendingInstantiations();
  }
  const bool isGood = function && !function->isInvalidDecl() && !errors.hasErrors();
  if (!isGood && !errors.hasErrors())
    errors.error(at, quoted(declaration->getName()) + " has no instance for " + quoted("double") +
                         "; write the function for the type that you need");

  diagnostics.setClient(usual, /*ShouldOwnClient=*/owned.release() != nullptr);
  diagnostics.Reset(/*soft=*/true);
  report.take(errors);
  instance.function = function;
  return isGood;
}

} // namespace delgen
