//===- Opaque.cpp - Derivatives that the user wrote -----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function whose body is not read has the derivatives that stand beside it under the
// names that generated ones would have: g_d1_x, g_d2_x_y; g_vjp_x is the transpose of g_d1_x.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Signature.h"

#include <set>

using namespace mlir;
using namespace clang;

namespace delgen {

namespace {

/// The parameters that each direction of a del function perturbs.
using Directions = std::vector<int64_t>;

/// Adds to `found` all ascending lists of `order` parameters of `f` whose names make `rest`.
void decode(func::FuncOp f, llvm::StringRef rest, size_t order, Directions &directions,
            std::vector<Directions> &found) {
  if (directions.size() == order) {
    if (rest.empty())
      found.push_back(directions);
    return;
  }
  for (int64_t i = directions.empty() ? 0 : directions.back(); i < f.getNumArguments(); ++i) {
    llvm::StringRef tail = rest;
    if (!isa<mx::MatrixType, FloatType>(f.getArgumentTypes()[i]) || !tail.consume_front("_") ||
        !tail.consume_front(mx::paramAttr(f, i, mx::attr::name)))
      continue;
    directions.push_back(i);
    decode(f, tail, order, directions, found);
    directions.pop_back();
  }
}

/// What the name of a function, behind g_d, says that it is the derivative in.
std::vector<Directions> decode(func::FuncOp f, llvm::StringRef text) {
  std::vector<Directions> found;
  size_t order = 0;
  if (text.consumeInteger(10, order) || order == 0 || order > 12)
    return found;
  Directions directions;
  decode(f, text, order, directions, found);
  // One name stands for all directions where they are the same, and only then.
  llvm::erase_if(found, [](const Directions &d) { return d.size() > 1 && llvm::all_equal(d); });
  for (int64_t i = 0; i < f.getNumArguments(); ++i)
    if (order > 1 && isa<mx::MatrixType, FloatType>(f.getArgumentTypes()[i]) &&
        text == ("_" + mx::paramAttr(f, i, mx::attr::name)).str())
      found.emplace_back(order, i);
  return found;
}

/// True where `f` may be called where `g` may: T and const T& are alike.
bool takesTheSame(const ASTContext &ast, QualType f, QualType g) {
  const bool mayWrite = f->isRValueReferenceType() ||
                        (f->isLValueReferenceType() && !f.getNonReferenceType().isConstQualified());
  return !mayWrite && ast.hasSameUnqualifiedType(f.getNonReferenceType(), g.getNonReferenceType());
}

bool fits(const ASTContext &ast, const FunctionDecl *derivative, const FunctionDecl *function,
          const Directions &directions) {
  const unsigned own = function->getNumParams();
  if (derivative->isVariadic() || derivative->getNumParams() != own + directions.size() ||
      !ast.hasSameUnqualifiedType(derivative->getReturnType().getNonReferenceType(),
                                  function->getReturnType().getNonReferenceType()))
    return false;
  for (unsigned i = 0; i < derivative->getNumParams(); ++i) {
    const unsigned like = i < own ? i : directions[i - own];
    if (!takesTheSame(ast, derivative->getParamDecl(i)->getType(),
                      function->getParamDecl(like)->getType()))
      return false;
  }
  return true;
}

/// True where `result` is the type of an object that holds what `parameter` holds.
bool isPlainTypeOf(const ASTContext &ast, QualType result, QualType parameter) {
  result = result.getNonReferenceType();
  parameter = parameter.getNonReferenceType();
  std::optional<EigenType> x = eigenType(ast, parameter), plain = eigenType(ast, result);
  if (!x || x->isPlain)
    return ast.hasSameUnqualifiedType(result, parameter);
  return plain && plain->isPlain && plain->rows == x->rows && plain->cols == x->cols &&
         plain->isArray == x->isArray && ast.hasSameUnqualifiedType(plain->scalar, x->scalar);
}

/// True where `vjp` may be the transpose of the first derivative of `function` in `parameter`.
bool fitsTranspose(const ASTContext &ast, const FunctionDecl *vjp, const FunctionDecl *function,
                   unsigned parameter) {
  const unsigned own = function->getNumParams();
  if (vjp->isVariadic() || vjp->getNumParams() != own + 1 ||
      !isPlainTypeOf(ast, vjp->getReturnType(), function->getParamDecl(parameter)->getType()))
    return false;
  for (unsigned i = 0; i <= own; ++i) {
    QualType like = i < own ? function->getParamDecl(i)->getType() : function->getReturnType();
    if (!takesTheSame(ast, vjp->getParamDecl(i)->getType(), like))
      return false;
  }
  return true;
}

std::string declarationOf(func::FuncOp f, const Directions &directions) {
  llvm::SmallVector<mx::Pattern> patterns;
  for (int64_t i : directions)
    patterns.push_back({i});
  return mx::delDeclaration(f, patterns);
}

/// The declaration that says most of a function without a body.
const FunctionDecl *bestDeclaration(const FunctionDecl *function) {
  auto namesAll = [](const FunctionDecl *f) {
    return llvm::all_of(f->parameters(),
                        [](const ParmVarDecl *p) { return !p->getName().empty(); });
  };
  if (const FunctionDecl *definition = function->getDefinition())
    return definition;
  for (const FunctionDecl *declaration : function->redecls())
    if (namesAll(declaration))
      return declaration;
  return function->getCanonicalDecl();
}

/// Finds the derivatives that stand beside a function.
class DerivativeFinder {
public:
  DerivativeFinder(ModuleImporter &module, const FunctionDecl *function, func::FuncOp f)
      : module(module), function(function), f(f) {}

  void run();

private:
  void lookAtDel(const FunctionDecl *candidate, llvm::StringRef rest);
  void lookAtTranspose(const FunctionDecl *candidate, llvm::StringRef rest);
  void reportUnfit(const FunctionDecl *candidate, const std::string &wanted);

  ModuleImporter &module;
  const FunctionDecl *function;
  func::FuncOp f;
  std::set<Directions> given;
  llvm::MapVector<int64_t, const FunctionDecl *> transposes; // by parameter
  struct Unfit {
    const FunctionDecl *function;
    Directions directions;
  };
  std::vector<Unfit> unfit, unfitTransposes;
};

} // namespace

void DerivativeFinder::lookAtDel(const FunctionDecl *candidate, llvm::StringRef rest) {
  std::vector<Directions> all = decode(f, rest);
  std::vector<Directions> fitting;
  for (const Directions &directions : all)
    if (fits(module.ast, candidate, function, directions))
      fitting.push_back(directions);
  if (fitting.size() > 1)
    module.report.error(candidate->getLocation(),
                        quoted(candidate->getName()) + " may be two different derivatives of " +
                            quoted(function->getName()) + "; rename the parameters of that");
  given.insert(fitting.begin(), fitting.end());
  if (fitting.empty() && !all.empty())
    unfit.push_back({candidate, all.front()});
}

void DerivativeFinder::lookAtTranspose(const FunctionDecl *candidate, llvm::StringRef rest) {
  for (int64_t i = 0; i < f.getNumArguments(); ++i) {
    if (!isa<mx::MatrixType, FloatType>(f.getArgumentTypes()[i]) ||
        rest != mx::paramAttr(f, i, mx::attr::name))
      continue;
    if (fitsTranspose(module.ast, candidate, function, i))
      transposes[i] = candidate;
    else
      unfitTransposes.push_back({candidate, {i}});
  }
}

void DerivativeFinder::reportUnfit(const FunctionDecl *candidate, const std::string &wanted) {
  module.report
      .error(candidate->getLocation(), quoted(candidate->getName()) +
                                           " is not declared as the derivative of " +
                                           quoted(function->getName()) + " is: '" + wanted + "'")
      .note(function->getLocation(), quoted(function->getName()) + " is declared here");
}

void DerivativeFinder::run() {
  llvm::SmallVector<DeclContext *> blocks; // of a namespace that is opened again
  const_cast<DeclContext *>(function->getDeclContext()->getRedeclContext())
      ->collectAllContexts(blocks);
  unsigned overloads = 0;
  for (const DeclContext *block : blocks)
    for (const Decl *d : block->decls()) {
      auto *candidate = dyn_cast<FunctionDecl>(d);
      if (!candidate || !candidate->getDeclName().isIdentifier() ||
          candidate->getCanonicalDecl() != candidate)
        continue;
      overloads += candidate->getName() == function->getName();
      llvm::StringRef rest = candidate->getName();
      if (!rest.consume_front(function->getName()))
        continue;
      if (rest.consume_front("_vjp_"))
        lookAtTranspose(candidate, rest);
      else if (rest.consume_front("_d"))
        lookAtDel(candidate, rest);
    }
  // What does not fit this function may fit an overload of it.
  if (overloads < 2) {
    for (const Unfit &u : unfit)
      if (!given.contains(u.directions))
        reportUnfit(u.function, declarationOf(f, u.directions));
    for (const Unfit &u : unfitTransposes)
      if (!transposes.contains(u.directions.front()))
        reportUnfit(u.function, mx::vjpDeclaration(f, u.directions.front()));
  }
  OpBuilder b(f.getContext());
  llvm::SmallVector<Attribute> list;
  for (const Directions &directions : given)
    list.push_back(b.getDenseI64ArrayAttr(directions));
  if (!list.empty())
    f->setAttr(mx::attr::given, b.getArrayAttr(list));
  for (auto [parameter, transpose] : transposes)
    if (func::FuncOp vjp = declareOpaque(module, transpose, mx::vjpSymbol(f, parameter)))
      module.module.push_back(vjp);
}

func::FuncOp declareOpaque(ModuleImporter &module, const FunctionDecl *function,
                           llvm::StringRef symbol) {
  const FunctionDecl *declaration = bestDeclaration(function);
  func::FuncOp f = FunctionImporter(module, declaration).declare(symbol);
  if (f)
    DerivativeFinder(module, declaration, f).run();
  return f;
}

} // namespace delgen
