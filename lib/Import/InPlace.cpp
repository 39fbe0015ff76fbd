//===- InPlace.cpp - Bodies that are read in place of calls ----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function of mx has one result, a number, matrix or list, and knows its arguments only. A
// function that writes to its arguments, that takes or returns an object, and one that is a lambda
// or is given one, is read in place of each call of it. A parameter that may be written is a view
// of the caller's variable.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "clang/AST/Attr.h"

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

bool FunctionImporter::isInPlace(const CallExpr *e) {
  const FunctionDecl *callee = e->getDirectCallee();
  if (!callee || isInNamespace(callee, "Eigen") || isInNamespace(callee, "std"))
    return false;
  if (closureCall(e) || !outputsOf(e).empty())
    return true;
  const FunctionDecl *definition = callee->getDefinition();
  if (module.isOpaque(callee) || !definition || !definition->hasBody())
    return false;
  auto isOwn = [&](const Expr *object) {
    std::optional<Place> place = placeOf(object);
    return !place || place->local;
  };
  // An integer has no derivative, and neither has a function that returns one.
  if (structOf(callee->getReturnType()) || callee->getReturnType()->isIntegralOrEnumerationType())
    return true;
  if (hasSelf(*callee)) {
    const Expr *object = objectOf(e);
    if (structOf(object->getType()->isPointerType() ? object->getType()->getPointeeType()
                                                    : object->getType()) &&
        isOwn(object))
      return true;
  }
  for (auto [parameter, argument] : llvm::zip(callee->parameters(), argumentsOf(e)))
    if (structOf(parameter->getType()) && isOwn(argument))
      return true;
  return false;
}

static constexpr llvm::StringLiteral changesResult =
    "an object that a call returns by reference is changed here, which is not supported; change "
    "the object that it is in a statement of its own";

bool FunctionImporter::isResult(const Expr *e) {
  return e->isLValue() && !placeOf(e) && !isa<MaterializeTemporaryExpr>(e->IgnoreParens());
}

Value FunctionImporter::callInPlace(const CallExpr *e) {
  const FunctionDecl *callee = e->getDirectCallee(), *definition = callee->getDefinition();
  auto *method = dyn_cast<CXXMethodDecl>(callee);
  const bool isClosure = method && method->getParent()->isLambda();
  const std::string name = quoted(callee->getQualifiedNameAsString());
  if (!isClosure && (module.isOpaque(callee) || !definition || !definition->hasBody()))
    return refuse(e, outputsOf(e).empty()
                         ? name + " returns an object, and its body is not visible here; define it "
                                  "in this file or a header, or return a matrix"
                         : name + " writes to its arguments, and its body is not visible here; "
                                  "define it in this file or a header, or return the result");
  std::optional<Closure> closure;
  std::optional<Place> self;
  if (isClosure) {
    if (isa<CXXConversionDecl>(method))
      return refuse(e,
                    "a lambda that is converted to a pointer is not supported; pass the lambda to "
                    "a function template");
    const Expr *object = objectOf(e);
    closure = closureOf(object);
    if (!closure)
      return refuse(object, "a lambda that is called is a variable of this function, or one "
                            "that is passed to it; what stands elsewhere is not known");
    if (closure->lambda->isMutable())
      return refuse(e, "a lambda that is mutable is not supported, for it remembers between its "
                       "calls; capture a variable by reference");
    self = frame.self;
  } else if (method && hasSelf(*method)) {
    if (method->isVirtual() && !method->hasAttr<FinalAttr>() &&
        !method->getParent()->isEffectivelyFinal())
      return refuse(e, name + " is virtual, and may be another function in another class; write a "
                              "function that is not, or declare it final");
    const Expr *object = objectOf(e);
    if (changesObject(method) && !object->getType()->isPointerType() && isResult(object))
      return refuse(object, changesResult);
    self = object->getType()->isPointerType() ? placeOf(object) : objectPlace(object);
    if (!self)
      return object->getType()->isPointerType()
                 ? refuse(object, "pointers are not supported; pass the object by reference")
                 : Value();
    if (changesObject(method) && !self->local)
      return refuse(object, "an object that is written is a local variable; copy the parameter "
                            "first");
  }
  return readBody(e, definition, argumentsOf(e), closure, self);
}

Value FunctionImporter::readBody(const Expr *e, const FunctionDecl *definition,
                                 llvm::ArrayRef<const Expr *> given,
                                 const std::optional<Closure> &closure,
                                 const std::optional<Place> &self) {
  returnedObject = std::nullopt;
  const std::string name = closure ? "this lambda" : quoted(definition->getQualifiedNameAsString());
  if (llvm::is_contained(inlined, definition) || definition == function ||
      module.isOpen(definition, false) || module.isOpen(definition, true))
    return refuse(e, "recursion is not supported: this call leads back to " + name);

  // What is written: by the body, and by a lambda that is passed to it, outside; by parameters.
  llvm::SmallVector<const Expr *> outputs;
  if (auto *call = dyn_cast<CallExpr>(e))
    outputs = outputsOf(call);
  llvm::SmallVector<const VarDecl *> live, wanted;
  for (const VarDecl *outside : writtenOutside(definition).assigned) {
    live.push_back(meant(outside));
    wanted.push_back(outside);
  }
  for (const Expr *output : outputs)
    if (const VarDecl *to = assignedVariable(output))
      live.push_back(meant(to));
  if (self && self->local)
    live.push_back(self->local);

  // All arguments have their values before any parameter is one of them.
  llvm::SmallVector<std::pair<const ParmVarDecl *, Variable>> values;
  llvm::SmallVector<std::pair<const ParmVarDecl *, View>> parts;
  llvm::SmallVector<std::pair<const ParmVarDecl *, Closure>> functions;
  llvm::SmallVector<std::pair<const ParmVarDecl *, Place>> places;
  llvm::SmallVector<std::pair<const ParmVarDecl *, Object>> copies;
  const Effects inside = effectsOf(ast, definition->getBody());
  bool isGood = true;
  for (auto [parameter, argument] : llvm::zip(definition->parameters(), given)) {
    QualType type = parameter->getType();
    const auto *output = llvm::find_if(outputs, [&, whole = argument](const Expr *part) {
      bool isInside = false;
      walk(whole, [&](const Stmt *s) { isInside |= s == part; });
      return isInside;
    });
    const bool isOutput = output != outputs.end();
    if (isLambda(type)) {
      if (std::optional<Closure> passed = closureOf(argument)) {
        functions.emplace_back(parameter, *passed);
      } else {
        report.error(argument, "a lambda that is passed on is a variable of this function, or "
                               "stands here; write it here");
        isGood = false;
      }
      continue;
    }
    if (structOf(type) && isOutput && isResult(argument)) {
      refuse(argument, changesResult);
      isGood = false;
      continue;
    }
    if (structOf(type)) {
      std::optional<Place> place = objectPlace(argument);
      const bool isCopy = !type->isReferenceType();
      if (place && isCopy && (place->local || inside.assigned.contains(parameter))) {
        std::optional<Object> copy = objectAt(argument, *place, type.getUnqualifiedType());
        isGood &= bool(copy);
        if (copy)
          copies.emplace_back(parameter, *copy);
      } else if (place && isOutput && !place->local) {
        report.error(argument, "an object that is written is a local variable; copy the parameter "
                               "first");
        isGood = false;
      } else if (place) {
        places.emplace_back(parameter, *place);
      }
      isGood &= bool(place);
      if (isOutput)
        wanted.push_back(parameter);
      continue;
    }
    const VarDecl *to = assignedVariable(isOutput ? *output : argument);
    to = to ? meant(to) : nullptr;
    Variable own;
    if (isOutput && to && !isNeeded(to)) {
      own.isEntry = own.isUnset = true;
      values.emplace_back(parameter, own); // not looked at
      continue;
    }
    const bool isChanged = llvm::is_contained(live, to);
    if (isOutput) {
      wanted.push_back(parameter);
      if (std::optional<View> view = viewIn(*output)) {
        parts.emplace_back(parameter, *view);
      } else {
        if (!report.hasErrors())
          refuse(*output, "what is written here is not supported; pass a local variable, or a part "
                          "of it");
        isGood = false;
      }
      continue;
    }
    if (type->isReferenceType() && !isCopied(argument) && to && isChanged) {
      const Expr *object = argument->IgnoreParens();
      auto *temporary = dyn_cast<MaterializeTemporaryExpr>(object);
      std::optional<EigenType> eigen = eigenType(ast, object->getType());
      const bool isCopyOf = temporary && (!eigen || eigen->isPlain);
      if (!isCopyOf && !(eigen && eigen->isConstRef))
        if (std::optional<View> view = viewIn(argument)) {
          parts.emplace_back(parameter, *view);
          continue;
        }
    }
    if (type->isReferenceType() && !isCopied(argument))
      for (const VarDecl *changed : live)
        if (reads(argument, changed)) {
          report.error(argument, quoted(changed->getName()) +
                                     " is written and read by one call, which is not supported; "
                                     "pass a copy of it");
          isGood = false;
          break;
        }
    own.value = isList(type) ? listMade(argument, argument, type) : expression(argument);
    isGood &= bool(own.value);
    values.emplace_back(parameter, own);
  }
  if (!isGood) {
    for (const VarDecl *variable : live)
      if (auto found = variables.find(variable); found != variables.end())
        found->second = Variable();
    return {};
  }
  const size_t known = variables.size();
  for (auto &[parameter, own] : values) {
    views.erase(parameter); // that it was in another call
    variables[parameter] = own;
  }
  for (auto &[parameter, view] : parts)
    views.insert_or_assign(parameter, view);
  for (auto &[parameter, passed] : functions)
    closures[parameter] = passed;
  for (auto &[parameter, place] : places)
    objects[parameter] = place;
  for (auto &[parameter, copy] : copies)
    store(declareObject(parameter), copy, e->getExprLoc());
  needed.insert_range(neededVariables(definition, wanted));
  written.insert_range(inside.assigned);

  Report outer = std::move(report);
  report.clear();
  inlined.push_back(definition);
  const Frame outerFrame = frame;
  frame.copies = closure ? closure->copies : Copies();
  frame.self = self;
  const void *path = sizes.enterCall(e);
  if (auto *constructor = dyn_cast<CXXConstructorDecl>(definition))
    initializers(e, constructor, *self);
  Value v = functionBody(definition, live);
  sizes.leaveCall(path);
  frame = outerFrame;
  inlined.pop_back();
  report.noteCall(e->getExprLoc(),
                  (closure ? "the lambda" : quoted(definition->getNameAsString())) +
                      " is called here");
  outer.take(report);
  report = std::move(outer);
  // Its variables are gone.
  while (variables.size() > known)
    variables.pop_back();
  return v;
}

void FunctionImporter::initializers(const Expr *e, const CXXConstructorDecl *constructor,
                                    const Place &self) {
  for (const CXXCtorInitializer *init : constructor->inits()) {
    Object made;
    if (init->isMemberInitializer()) {
      if (!addField(made, init->getInit(), init->getMember(), init->getInit(), false))
        continue;
    } else if (init->isBaseInitializer() || init->isDelegatingInitializer()) {
      std::optional<Object> of = object(init->getInit());
      if (!of)
        continue;
      made = *of;
    } else {
      refuse(e, "members of classes without a name are not supported; give the class a name");
      continue;
    }
    store(self, made, e->getExprLoc());
  }
}

} // namespace delgen
