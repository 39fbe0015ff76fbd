//===- Opaque.cpp - Derivatives that the user wrote -----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function whose body is not read has the derivatives that stand beside it under the
// names that generated ones would have: g_d1_x, g_d2_x_y.
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

std::string declarationOf(func::FuncOp f, const Directions &directions) {
  llvm::SmallVector<mx::Pattern> patterns;
  for (int64_t i : directions)
    patterns.push_back({i});
  return mx::delDeclaration(f, patterns);
}

} // namespace

void findDerivatives(ASTContext &ast, const FunctionDecl *function, func::FuncOp f,
                     Report &report) {
  const std::string prefix = function->getName().str() + "_d";
  llvm::SmallVector<DeclContext *> blocks; // of a namespace that is opened again
  const_cast<DeclContext *>(function->getDeclContext()->getRedeclContext())
      ->collectAllContexts(blocks);
  unsigned overloads = 0;
  std::set<Directions> given;
  struct Unfit {
    const FunctionDecl *function;
    Directions directions;
  };
  std::vector<Unfit> unfit;
  for (const DeclContext *block : blocks)
    for (const Decl *d : block->decls()) {
      auto *candidate = dyn_cast<FunctionDecl>(d);
      if (!candidate || !candidate->getDeclName().isIdentifier() ||
          candidate->getCanonicalDecl() != candidate)
        continue;
      overloads += candidate->getName() == function->getName();
      llvm::StringRef rest = candidate->getName();
      if (!rest.consume_front(prefix))
        continue;
      std::vector<Directions> all = decode(f, rest);
      std::vector<Directions> fitting;
      for (const Directions &directions : all)
        if (fits(ast, candidate, function, directions))
          fitting.push_back(directions);
      if (fitting.size() > 1)
        report.error(candidate->getLocation(),
                     quoted(candidate->getName()) + " may be two different derivatives of " +
                         quoted(function->getName()) + "; rename the parameters of that");
      given.insert(fitting.begin(), fitting.end());
      if (fitting.empty() && !all.empty())
        unfit.push_back({candidate, all.front()});
    }
  // What does not fit this function may fit an overload of it.
  if (overloads < 2)
    for (const Unfit &u : unfit)
      if (!given.contains(u.directions))
        report
            .error(u.function->getLocation(), quoted(u.function->getName()) +
                                                  " is not declared as the derivative of " +
                                                  quoted(function->getName()) + " is: '" +
                                                  declarationOf(f, u.directions) + "'")
            .note(function->getLocation(), quoted(function->getName()) + " is declared here");
  OpBuilder b(f.getContext());
  llvm::SmallVector<Attribute> list;
  for (const Directions &directions : given)
    list.push_back(b.getDenseI64ArrayAttr(directions));
  if (!list.empty())
    f->setAttr(mx::attr::given, b.getArrayAttr(list));
}

} // namespace delgen
