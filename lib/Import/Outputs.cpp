//===- Outputs.cpp - Functions that write to their arguments --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function of mx has one result. A function that writes to its arguments is read in place
// of each call of it: what it writes to is a variable of its own, which the variable of the
// caller, or a part of it, becomes at the end.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

/// True where `e` reads `variable`.
static bool reads(const Expr *e, const VarDecl *variable) {
  bool found = false;
  walk(e, [&](const Stmt *s) {
    auto *reference = dyn_cast<DeclRefExpr>(s);
    found |= reference && reference->getDecl() == variable;
  });
  return found;
}

Value FunctionImporter::callWithOutputs(const CallExpr *e) {
  const FunctionDecl *callee = e->getDirectCallee(), *definition = callee->getDefinition();
  const std::string name = quoted(callee->getQualifiedNameAsString());
  if (module.isOpaque(callee) || !definition || !definition->hasBody())
    return refuse(e, name + " writes to its arguments, and its body is not visible here; define "
                            "it in this file or a header, or return the result");
  if (llvm::is_contained(inlined, definition) || definition == function ||
      module.isOpen(definition, false) || module.isOpen(definition, true))
    return refuse(e, "recursion is not supported: this call leads back to " + name);

  // All arguments have their values before any parameter is one of them.
  const auto outputs = outputsOf(e);
  struct Output {
    const ParmVarDecl *parameter;
    const Expr *argument;
    Target target;
  };
  llvm::SmallVector<Output> written;
  llvm::SmallVector<std::pair<const ParmVarDecl *, Variable>> parameters;
  llvm::SmallVector<const VarDecl *> live;
  bool isGood = true;
  for (auto [parameter, argument] : llvm::zip(definition->parameters(), e->arguments())) {
    Variable own;
    const auto *output = llvm::find_if(outputs, [&, whole = argument](const Expr *part) {
      bool isInside = false;
      walk(whole, [&](const Stmt *s) { isInside |= s == part; });
      return isInside;
    });
    if (output == outputs.end()) {
      own.value = expression(argument);
      isGood &= bool(own.value);
      parameters.emplace_back(parameter, own);
      continue;
    }
    const VarDecl *to = assignedVariable(*output);
    for (auto [other, value] : llvm::zip(definition->parameters(), e->arguments()))
      if (to && value != argument && other->getType()->isReferenceType() && reads(value, to) &&
          !value->getType()->isArithmeticType()) {
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
  for (auto &[parameter, own] : parameters)
    variables[parameter] = own;
  needed.insert_range(neededVariables(definition, live));

  Report outer = std::move(report);
  report.clear();
  inlined.push_back(definition);
  const void *path = sizes.enterCall(e);
  Value v = functionBody(definition, live);
  sizes.leaveCall(path);
  inlined.pop_back();
  report.noteCall(e->getExprLoc(), quoted(callee->getNameAsString()) + " is called here");
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
  for (auto &[parameter, own] : parameters)
    variables.erase(parameter);
  return v;
}

} // namespace delgen
