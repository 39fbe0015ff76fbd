//===- InPlace.cpp - Bodies that are read in place of calls ----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function of mx has one result, and knows its arguments only. A function that writes to its
// arguments, and one that is a lambda or is given one, is read in place of each call of it. What
// it writes to by a parameter is a variable of its own, which the variable of the caller, or a
// part of it, becomes at the end; what a lambda captured by reference is the variable itself.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

/// True for a number that is copied where it is passed.
static bool isCopied(const Expr *e) {
  return e->getType()->isArithmeticType() && isa<MaterializeTemporaryExpr>(e->IgnoreParens());
}

/// True where `e` reads `variable`.
static bool reads(const Expr *e, const VarDecl *variable) {
  bool found = false;
  walk(e, [&](const Stmt *s) {
    auto *reference = dyn_cast<DeclRefExpr>(s);
    found |= reference && reference->getDecl() == variable;
  });
  return found;
}

Value FunctionImporter::callInPlace(const CallExpr *e) {
  const FunctionDecl *callee = e->getDirectCallee(), *definition = callee->getDefinition();
  auto *method = dyn_cast<CXXMethodDecl>(callee);
  const bool isClosure = method && method->getParent()->isLambda();
  const std::string name = isClosure ? "this lambda" : quoted(callee->getQualifiedNameAsString());
  if (!isClosure && (module.isOpaque(callee) || !definition || !definition->hasBody()))
    return refuse(e, name + " writes to its arguments, and its body is not visible here; define "
                            "it in this file or a header, or return the result");
  if (llvm::is_contained(inlined, definition) || definition == function ||
      module.isOpen(definition, false) || module.isOpen(definition, true))
    return refuse(e, "recursion is not supported: this call leads back to " + name);
  std::optional<Closure> closure;
  if (isClosure) {
    closure = closureOf(e->getArg(0));
    if (!closure)
      return refuse(e->getArg(0), "a lambda that is called is a variable of this function, or one "
                                  "that is passed to it; what stands elsewhere is not known");
    if (closure->lambda->isMutable())
      return refuse(e, "a lambda that is mutable is not supported, for it remembers between its "
                       "calls; capture a variable by reference");
  }
  const llvm::ArrayRef<const Expr *> given = argumentsOf(e);

  // All arguments have their values before any parameter is one of them.
  const auto outputs = outputsOf(e);
  struct Output {
    const ParmVarDecl *parameter;
    const Expr *argument;
    Target target;
  };
  llvm::SmallVector<Output> written;
  llvm::SmallVector<std::pair<const ParmVarDecl *, Variable>> parameters;
  llvm::SmallVector<std::pair<const ParmVarDecl *, Closure>> functions;
  llvm::SmallVector<const VarDecl *> live;
  // What it captured, or a lambda that is passed to it, is there behind it.
  for (const VarDecl *outside : writtenOutside(definition).assigned) {
    live.push_back(meant(outside));
    for (auto [parameter, argument] : llvm::zip(definition->parameters(), given))
      if (parameter->getType()->isReferenceType() && !isCopied(argument) &&
          reads(argument, outside))
        return refuse(argument, quoted(outside->getName()) +
                                    " is written and read by one call, which is not supported; "
                                    "pass a copy of it");
  }
  bool isGood = true;
  for (auto [parameter, argument] : llvm::zip(definition->parameters(), given)) {
    Variable own;
    const auto *output = llvm::find_if(outputs, [&, whole = argument](const Expr *part) {
      bool isInside = false;
      walk(whole, [&](const Stmt *s) { isInside |= s == part; });
      return isInside;
    });
    if (output == outputs.end()) {
      if (isLambda(parameter->getType())) {
        std::optional<Closure> passed = closureOf(argument);
        isGood &= bool(passed);
        if (passed)
          functions.emplace_back(parameter, *passed);
        else
          report.error(argument, "a lambda that is passed on is a variable of this function, or "
                                 "stands here");
        continue;
      }
      own.value = isList(parameter->getType()) ? listMade(argument, argument, parameter->getType())
                                               : expression(argument);
      isGood &= bool(own.value);
      parameters.emplace_back(parameter, own);
      continue;
    }
    const VarDecl *to = assignedVariable(*output);
    for (auto [other, value] : llvm::zip(definition->parameters(), given))
      if (to && value != argument && other->getType()->isReferenceType() && !isCopied(value) &&
          reads(value, to)) {
        report.error(value, quoted(to->getName()) + " is written and read by one call, which is "
                                                    "not supported; pass a copy of it");
        isGood = false;
      }
    own.isEntry = true;
    own.isUnset = true;
    if (to && !needed.contains(to)) {
      parameters.emplace_back(parameter, own); // not looked at
      continue;
    }
    Target target = this->target(*output, {}, true);
    if (!target.variable) {
      isGood = false;
      continue;
    }
    const Variable &before = variables[target.variable];
    if (target.isWhole && !target.entry) {
      own.value = before.value;
      own.isUnset = before.isUnset;
    } else {
      own.value = read(*output, target);
      own.isUnset = false;
    }
    parameters.emplace_back(parameter, own);
    live.push_back(parameter);
    written.push_back({parameter, *output, target});
  }
  auto giveUp = [&] {
    for (const Output &output : written)
      assign(output.target.variable, {}, e->getExprLoc());
    return Value();
  };
  if (!isGood)
    return giveUp();
  const size_t known = variables.size();
  for (auto &[parameter, own] : parameters)
    variables[parameter] = own;
  for (auto &[parameter, passed] : functions)
    closures[parameter] = passed;
  needed.insert_range(neededVariables(definition, live));

  Report outer = std::move(report);
  report.clear();
  inlined.push_back(definition);
  const Copies outerCopies = std::exchange(frame.copies, closure ? closure->copies : Copies());
  const void *path = sizes.enterCall(e);
  Value v = functionBody(definition, live);
  sizes.leaveCall(path);
  frame.copies = outerCopies;
  inlined.pop_back();
  report.noteCall(e->getExprLoc(), (isClosure ? "the lambda" : quoted(callee->getNameAsString())) +
                                       " is called here");
  outer.take(report);
  report = std::move(outer);

  for (const Output &output : written) {
    const Variable own = variables[output.parameter];
    if (own.isUnset)
      continue;
    Value value = own.value;
    // A part keeps its size.
    if (value && (!output.target.isWhole || output.target.entry))
      if (Value old = read(output.argument, output.target);
          old && !isa<mx::ListType>(old.getType()) && !agree(output.argument, old, value))
        value = {};
    write(output.argument, output.target, value);
  }
  // Its variables are gone.
  while (variables.size() > known)
    variables.pop_back();
  return v;
}

} // namespace delgen
