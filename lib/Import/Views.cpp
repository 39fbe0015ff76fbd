//===- Views.cpp - Variables that are parts of others ----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reference, and an expression of Eigen that is a part of a matrix, is read where it is used and
// written where the variable is that it refers to. Its indices are those of its declaration.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

const VarDecl *FunctionImporter::storageOf(const Expr *root) {
  root = root->IgnoreParenImpCasts();
  if (auto *reference = dyn_cast<DeclRefExpr>(root)) {
    if (auto *binding = dyn_cast<BindingDecl>(reference->getDecl()))
      return boundTo(binding) ? storageOf(boundTo(binding)) : nullptr;
    auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    return variable ? meant(variable) : nullptr;
  }
  if (!isa<MemberExpr>(root) && !fieldGot(root).first)
    return nullptr;
  std::optional<Place> place = placeOf(root);
  return place && place->local && !place->fields.empty() && !structOf(root->getType())
             ? fieldVariable(*place)
             : nullptr;
}

bool FunctionImporter::mayChange(const VarDecl *variable) {
  if (wholes.contains(variable))
    variable = wholes.lookup(variable);
  return variable->hasLocalStorage() &&
         !variable->getType().getNonReferenceType().isConstQualified();
}

std::optional<FunctionImporter::View> FunctionImporter::viewIn(const Expr *e) {
  const VarDecl *root = storageOf(rootOf(e));
  if (!root)
    return std::nullopt;
  auto outer = views.find(root);
  const VarDecl *to = outer == views.end() ? root : outer->second.variable;
  auto found = variables.find(to);
  if (found == variables.end() || !mayChange(to))
    return std::nullopt;
  // Nothing can be said of a part of what has no value.
  if (!found->second.value && rootOf(e) != e->IgnoreParenImpCasts())
    return std::nullopt;
  const bool isGood = !report.hasErrors();
  Target target = this->target(e, {}, true);
  if (!target.variable)
    return isGood && report.hasErrors() ? std::nullopt : std::optional<View>();
  View view{target.variable, {}, target.isWhole, target.part};
  for (auto [i, entry] : llvm::enumerate(target.entries))
    view.entries.emplace_back(entry.second, target.entryTypes[i]);
  return view;
}

Value FunctionImporter::viewed(const Expr *e, const View &view) {
  auto found = variables.find(view.variable);
  if (found == variables.end())
    return {};
  if (view.entries.empty() && view.isWhole)
    return valueOf(e, view.variable);
  Value v = found->second.value;
  for (auto [index, type] : view.entries)
    v = v && isa<mx::ListType>(v.getType()) ? entryAt(e, v, index, type) : Value();
  return !v || view.isWhole ? v : part(e, v, view.part);
}

void FunctionImporter::forgetViews(const VarDecl *variable, SourceLocation at) {
  llvm::SmallVector<const VarDecl *> gone;
  for (auto &[name, view] : views)
    if (view.variable == variable && !(view.isWhole && view.entries.empty()))
      gone.push_back(name);
  for (const VarDecl *name : gone) {
    views.erase(name);
    Variable stale;
    stale.value = variables[variable].value;
    stale.isReference = true;
    stale.changed = variable;
    stale.changedAt = at;
    variables[name] = stale;
  }
}

bool FunctionImporter::swap(const CallExpr *e) {
  auto sides = swapped(e);
  if (!sides)
    return false;
  auto [left, right] = *sides;
  if (structOf(left->getType())) {
    std::optional<Place> x = placeOf(left), y = placeOf(right);
    if (!x || !y || !x->local || !y->local) {
      report.error(e, "objects are swapped where both are local variables; copy them first");
      return true;
    }
    if (!isNeeded(x->local) && !isNeeded(y->local))
      return true;
    std::optional<Object> ofLeft = object(left), ofRight = object(right);
    if (ofLeft && ofRight) {
      store(*x, *ofRight, e->getExprLoc());
      store(*y, *ofLeft, e->getExprLoc());
    }
    return true;
  }
  Target x = target(left, {}, false), y = target(right, {}, false);
  Value ofLeft = x.variable ? read(left, x) : Value();
  Value ofRight = y.variable ? read(right, y) : Value();
  const bool arePlain =
      isList(left->getType()) || left->getType()->isArithmeticType() ||
      (eigenType(ast, left->getType()) && eigenType(ast, left->getType())->isPlain);
  if ((!arePlain || !ast.hasSameUnqualifiedType(left->getType(), right->getType())) &&
      (x.variable || y.variable)) {
    // Parts exchange their entries, which have one size.
    if (!ofLeft || !ofRight || !agree(e, ofLeft, ofRight))
      ofLeft = ofRight = {};
  }
  if (x.variable)
    write(left, x, ofRight);
  // Both may be entries of one list.
  if (y.variable && x.variable == y.variable)
    y = target(right, {}, true);
  if (y.variable)
    write(right, y, ofLeft);
  for (const Target &side : {x, y})
    if (side.variable)
      forgetViews(side.variable, e->getExprLoc());
  return true;
}

} // namespace delgen
