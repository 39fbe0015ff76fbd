//===- Templates.h - Templates are read as instances ------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function template is read as one of its instances: real numbers are double, an integer
// that is a size is a number that stands for any, and an expression of Eigen is an object. What
// may be another thing in another instance is refused.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_TEMPLATES_H
#define DELGEN_IMPORT_TEMPLATES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/DenseSet.h"

#include <optional>
#include <string>
#include <vector>

namespace clang {
class Sema;
}

namespace delgen {

class Report;

/// What a parameter of a template is.
struct TemplateParameter {
  enum Kind {
    Scalar,     // a type of real numbers that the entries of a matrix have
    Number,     // a type of real numbers that a parameter of the function has
    Expression, // what Eigen::MatrixBase<…> and the like are a base of
    Size,       // of a matrix
    Bound,      // on the size of a matrix
    Options     // how a matrix is stored
  };
  Kind kind;
  std::string name;
  llvm::StringRef base; // of an expression: MatrixBase
};

/// A template and the instance that it is read as.
struct TemplateInstance {
  const clang::FunctionTemplateDecl *declaration = nullptr;
  const clang::FunctionDecl *function = nullptr; // null until it is compiled
  llvm::SmallVector<clang::TemplateArgument> arguments;
  std::vector<TemplateParameter> parameters;
  /// What must hold for the template's arguments, and a message.
  std::vector<std::pair<std::string, std::string>> asserts;
};

/// What the parameters of a function template are; nothing, after an error, where it has others
/// than can be.
std::optional<std::vector<TemplateParameter>>
parametersOf(const clang::FunctionTemplateDecl *declaration, Report &report);

/// The instances that a template may be read as, the most general first.
std::vector<TemplateInstance> instancesOf(const clang::FunctionTemplateDecl *declaration,
                                          llvm::ArrayRef<TemplateParameter> parameters);

/// Makes the instance, with its body; false after reporting what the compiler says of it.
bool compile(clang::Sema &sema, TemplateInstance &instance, Report &report);

/// The place in its list of the template's parameter that `argument` is; nothing for any other.
std::optional<unsigned> placeOf(const clang::TemplateArgument &argument);

/// The template of Eigen of which a dependent type is an instance, and its arguments.
llvm::StringRef eigenPattern(const clang::ASTContext &ast, clang::QualType type,
                             llvm::ArrayRef<clang::TemplateArgument> &arguments);

/// True for MatrixBase and what else is a base of any expression.
bool isExpressionBase(llvm::StringRef name);

/// Spells in generated templates what depends on a template's parameters.
class DependentSpelling {
public:
  explicit DependentSpelling(const clang::FunctionTemplateDecl *declaration)
      : ast(declaration->getASTContext()), list(declaration->getTemplateParameters()) {}

  /// `const Eigen::Matrix<Scalar, N, 1>&`
  std::string type(clang::QualType type) const;
  /// `template <typename Scalar, int N>`
  std::string head() const;
  /// The types of a parameter, and what its sizes and its entries are called.
  struct Parameter {
    std::string type, plain, rows, cols, scalar;
    bool isExpression = false, mayBeArray = false;
  };
  Parameter parameter(const clang::ParmVarDecl *parameter) const;

private:
  std::string argument(const clang::TemplateArgument &argument) const;
  void shape(clang::QualType type, Parameter &parameter) const;

  const clang::ASTContext &ast;
  const clang::TemplateParameterList *list;
};

/// Reports what in `pattern` may differ between instances in a way that one does not show, and
/// adds the places of what is a constant in each to `constants`.
void checkPattern(const clang::FunctionDecl *pattern, Report &report,
                  llvm::DenseSet<clang::SourceLocation> &constants);

} // namespace delgen

#endif // DELGEN_IMPORT_TEMPLATES_H
