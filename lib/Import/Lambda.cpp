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

/// `e` without what copies or converts it on the way to a call.
static const Expr *withoutCopies(const Expr *e) {
  while (true) {
    const Expr *inner = e->IgnoreParens()->IgnoreImplicit();
    if (auto *construct = dyn_cast<CXXConstructExpr>(inner);
        construct && construct->getNumArgs() == 1)
      inner = construct->getArg(0);
    else if (auto *cast = dyn_cast<CastExpr>(inner))
      inner = cast->getSubExpr();
    else if (auto *address = dyn_cast<UnaryOperator>(inner);
             address && address->getOpcode() == UO_AddrOf)
      inner = address->getSubExpr();
    if (inner == e)
      return e;
    e = inner;
  }
}

static const VarDecl *closureVariable(const Expr *e) {
  auto *reference = dyn_cast<DeclRefExpr>(withoutCopies(e));
  auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && lambdaOf(variable) ? variable : nullptr;
}

const LambdaExpr *lambdaOf(const VarDecl *variable) {
  return variable->getInit() ? dyn_cast<LambdaExpr>(withoutCopies(variable->getInit())) : nullptr;
}

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

FunctionImporter::Closure FunctionImporter::capture(const LambdaExpr *lambda) {
  Closure closure;
  for (auto [captured, init] : llvm::zip(lambda->captures(), lambda->capture_inits())) {
    if (!captured.capturesVariable())
      continue;
    auto *variable = dyn_cast<VarDecl>(captured.getCapturedVar());
    if (!variable)
      continue;
    if (lambda->isInitCapture(&captured)) {
      if (variable->getType()->isReferenceType())
        report.error(captured.getLocation(), "a capture by reference with a name of its own is not "
                                             "supported; capture the variable itself");
      closure[variable].value = expression(variable->getInit());
    } else if (captured.getCaptureKind() == LCK_ByCopy) {
      if (auto found = variables.find(variable); found != variables.end())
        closure[variable] = found->second;
    }
  }
  return closure;
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
  const VarDecl *variable = closureVariable(code);
  auto *lambda = variable ? lambdaOf(variable) : dyn_cast<LambdaExpr>(code);
  if (!lambda)
    return refuse(c.args.back(), c.name + "() is supported with a lambda or a function whose body "
                                          "is visible here");
  if (lambda->isMutable())
    return refuse(c.args.back(), "a lambda that is mutable is not supported");
  const FunctionDecl *callee = callOperator(lambda);
  if (!callee)
    return refuse(c.args.back(), "the parameters of this lambda are not numbers; write their type");
  Closure closure;
  if (auto known = variable ? closures.find(variable) : closures.end(); known != closures.end())
    closure = known->second;
  else
    closure = capture(lambda);
  // What the lambda holds stands for the time of the call.
  Closure outside;
  for (auto &[captured, value] : closure) {
    if (auto found = variables.find(captured); found != variables.end())
      outside[captured] = found->second;
    variables[captured] = value;
  }
  Value v = applyToEntries(c.e, callee, args);
  for (auto &[captured, value] : closure)
    if (auto found = outside.find(captured); found != outside.end())
      variables[captured] = found->second;
    else
      variables.erase(captured);
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
    return refuse(e, name + " takes another number of values than it is given here");
  mlir::Type shape;
  for (auto [parameter, argument] : llvm::zip(definition->parameters(), args)) {
    QualType type = parameter->getType();
    FloatType element = floatType(type.getNonReferenceType());
    if (argument.getType().isIndex() && type->isIntegerType()) {
      variables[parameter].value = argument;
      continue;
    }
    if (!element || (type->isReferenceType() && !type.getNonReferenceType().isConstQualified()))
      return refuse(e, "a function of entries takes double or float, by value");
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
    return refuse(e, "a function of entries returns double or float");
  return mx::isMatrix(v) ? v : fill(e, v, mx::rowsOf(shape), mx::colsOf(shape));
}

bool FunctionImporter::readsEntries(const Stmt *s) {
  if (auto *reference = dyn_cast<DeclRefExpr>(s)) {
    auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    auto found = variable ? variables.find(variable) : variables.end();
    return found != variables.end() &&
           variable->getType().getNonReferenceType()->isArithmeticType() && found->second.value &&
           mx::isMatrix(found->second.value);
  }
  return llvm::any_of(s->children(),
                      [&](const Stmt *child) { return child && readsEntries(child); });
}

} // namespace delgen
