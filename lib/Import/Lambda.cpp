//===- Lambda.cpp - Functions that Eigen applies to every entry -----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// a.unaryExpr(f): the body of f is read once, with its parameter standing for the whole
// matrix. What is arithmetic on numbers there acts entry by entry, and what does not depend
// on the parameter is a scalar as elsewhere.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

/// What is called with numbers where `lambda` is; null where that is not known.
static const FunctionDecl *callOperator(const LambdaExpr *lambda) {
  FunctionTemplateDecl *generic = lambda->getLambdaClass()->getDependentLambdaCallOperator();
  if (!generic)
    return lambda->getCallOperator();
  // Of the instances only the one for numbers has been given a body.
  for (const FunctionDecl *instance : generic->specializations())
    if (instance->hasBody() && llvm::all_of(instance->parameters(), [](const ParmVarDecl *p) {
          return p->getType().getNonReferenceType()->isRealFloatingType();
        }))
      return instance->getDefinition();
  return nullptr;
}

Value FunctionImporter::applyToEntries(const Call &c, llvm::ArrayRef<Value> args) {
  const Expr *code = withoutCopies(c.args.back());
  if (auto *call = dyn_cast<CallExpr>(code); call && call->getNumArgs() == 1 &&
                                             call->getDirectCallee() &&
                                             call->getDirectCallee()->isInStdNamespace())
    code = withoutCopies(call->getArg(0)); // std::ptr_fun(f)
  if (auto *reference = dyn_cast<DeclRefExpr>(code))
    if (auto *callee = dyn_cast<FunctionDecl>(reference->getDecl()))
      return applyToEntries(c.e, callee, args);
  std::optional<Closure> closure = closureOf(code);
  if (!closure)
    return refuse(c.args.back(), c.name + "() is supported with a lambda or a function whose body "
                                          "is visible here; write a lambda");
  if (closure->lambda->isMutable())
    return refuse(c.args.back(), "a lambda that is mutable is not supported, for it remembers "
                                 "between its calls; capture a variable by reference");
  const FunctionDecl *callee = callOperator(closure->lambda);
  if (!callee)
    return refuse(c.args.back(), unforeseen);
  if (const Effects effects = writtenOutside(callee);
      effects.isUnknown || !effects.assigned.empty())
    return refuse(c.args.back(),
                  "a lambda that changes a variable is not supported here, for it is "
                  "called for one entry after the other; write the loop");
  const Copies outer = std::exchange(frame.copies, closure->copies);
  Value v = applyToEntries(c.e, callee, args);
  frame.copies = outer;
  return v;
}

/// Adds every local variable of `s`.
static void addVariables(const Stmt *s, llvm::DenseSet<const VarDecl *> &variables) {
  if (auto *declarations = dyn_cast<DeclStmt>(s))
    for (const Decl *d : declarations->decls())
      if (auto *variable = dyn_cast<VarDecl>(d))
        variables.insert(variable);
  for (const Stmt *child : s->children())
    if (child)
      addVariables(child, variables);
}

Value FunctionImporter::applyToEntries(const Expr *e, const FunctionDecl *callee,
                                       llvm::ArrayRef<Value> args) {
  const FunctionDecl *definition = callee->getDefinition();
  const std::string name = quoted(callee->getNameAsString());
  if (!definition || !definition->hasBody())
    return refuse(e, "the body of " + name +
                         " is not visible here: define it in this file or a "
                         "header, or call it in a lambda");
  if (llvm::is_contained(applied, definition))
    return refuse(e, "recursion is not supported: this leads back to " + name);
  if (definition->getNumParams() != args.size())
    return refuse(e, name + " takes another number of values than it is given here; call it in a "
                            "lambda that gives it all");
  mlir::Type shape;
  for (auto [parameter, argument] : llvm::zip(definition->parameters(), args)) {
    QualType type = parameter->getType();
    FloatType element = floatType(type.getNonReferenceType());
    if (argument.getType().isIndex() && type->isIntegerType()) {
      variables[parameter].value = argument;
      continue;
    }
    if (!element || (type->isReferenceType() && !type.getNonReferenceType().isConstQualified()))
      return refuse(
          e, "a function of entries takes double or float, by value; declare the parameter so");
    Variable variable;
    variable.value = toElement(e, argument, element);
    variables[parameter] = variable;
    if (mx::isMatrix(argument))
      shape = argument.getType();
  }
  addVariables(definition->getBody(), needed);
  applied.push_back(definition);
  const void *outer = sizes.enterCall(e);
  Value v = functionBody(definition);
  sizes.leaveCall(outer);
  applied.pop_back();
  if (!v || !shape)
    return v;
  if (v.getType().isIndex())
    return refuse(e, "a function of entries returns double or float; convert what it returns");
  return mx::isMatrix(v) ? v : fill(e, v, mx::rowsOf(shape), mx::colsOf(shape));
}

bool FunctionImporter::readsEntries(const Stmt *s) {
  if (auto *reference = dyn_cast<DeclRefExpr>(s)) {
    auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    auto found = variable ? variables.find(meant(variable)) : variables.end();
    return found != variables.end() &&
           variable->getType().getNonReferenceType()->isArithmeticType() && found->second.value &&
           mx::isMatrix(found->second.value);
  }
  return llvm::any_of(s->children(),
                      [&](const Stmt *child) { return child && readsEntries(child); });
}

} // namespace delgen
