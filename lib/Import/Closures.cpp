//===- Closures.cpp - Lambdas, and what they captured ----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In the body of a lambda a variable that it captured by value is another variable, which was
// given the value where the lambda stands; one that it captured by reference is itself.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

const Expr *withoutCopies(const Expr *e) {
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
    else if (const Expr *argument = passedOn(inner))
      inner = argument;
    if (inner == e)
      return e;
    e = inner;
  }
}

const LambdaExpr *lambdaOf(const VarDecl *variable) {
  return variable->getInit() ? dyn_cast<LambdaExpr>(withoutCopies(variable->getInit())) : nullptr;
}

std::optional<FunctionImporter::Closure> FunctionImporter::closureOf(const Expr *e) {
  e = withoutCopies(e);
  if (auto *lambda = dyn_cast<LambdaExpr>(e))
    return capture(lambda);
  auto *reference = dyn_cast<DeclRefExpr>(e);
  auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  auto known = variable ? closures.find(meant(variable)) : closures.end();
  return known == closures.end() ? std::nullopt : std::optional(known->second);
}

FunctionImporter::Closure FunctionImporter::capture(const LambdaExpr *lambda) {
  Closure closure{lambda, frame.copies};
  for (auto [captured, init] : llvm::zip(lambda->captures(), lambda->capture_inits())) {
    auto *variable =
        captured.capturesVariable() ? dyn_cast<VarDecl>(captured.getCapturedVar()) : nullptr;
    if (!variable)
      continue;
    if (lambda->isInitCapture(&captured)) {
      if (variable->getType()->isReferenceType())
        report.error(captured.getLocation(), "a capture by reference with a name of its own is not "
                                             "supported; capture the variable itself");
      needed.insert(variable);
      declaration(variable);
    } else if (captured.getCaptureKind() == LCK_ByCopy) {
      const VarDecl *copy =
          invented(lambda, variable->getName(),
                   variable->getType().getNonReferenceType().getUnqualifiedType());
      if (copyTo(copy, meant(variable), lambda))
        closure.copies[variable] = copy;
    }
  }
  return closure;
}

bool FunctionImporter::copyTo(const VarDecl *copy, const VarDecl *from, const Expr *at) {
  std::optional<EigenType> eigen = eigenType(ast, copy->getType());
  views.erase(copy);
  if (auto found = views.find(from); found != views.end()) {
    const View view = found->second;
    // A copy of an expression of Eigen refers to what the expression does.
    if (eigen && !eigen->isPlain) {
      views.insert_or_assign(copy, view);
    } else {
      Variable own;
      own.value = viewed(at, view);
      variables[copy] = own;
    }
  } else if (auto found = variables.find(from); found != variables.end()) {
    const Variable value = found->second;
    variables[copy] = value;
  } else if (auto inner = closures.find(from); inner != closures.end()) {
    const Closure value = inner->second;
    closures[copy] = value;
  } else if (auto found = objects.find(from); found != objects.end()) {
    const Place place = found->second;
    if (!place.local)
      objects[copy] = place; // a parameter, which stays as it is
    else if (std::optional<Object> object = objectAt(at, place, copy->getType()))
      store(declareObject(copy), *object, at->getExprLoc());
  } else {
    return false;
  }
  return true;
}

} // namespace delgen
