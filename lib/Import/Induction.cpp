//===- Induction.cpp - Which loops count ----------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Induction.h"

using namespace clang;

namespace delgen {

static const VarDecl *variableIn(const Expr *e) {
  auto *reference = dyn_cast<DeclRefExpr>(e->IgnoreParenImpCasts());
  return reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
}

static bool mentions(const Expr *e, llvm::function_ref<bool(const VarDecl *)> is) {
  bool found = false;
  walk(e, [&](const Stmt *s) {
    if (auto *reference = dyn_cast<DeclRefExpr>(s))
      if (auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
        found |= is(variable);
  });
  return found;
}

/// Reads `increment`, i += step, into `i`.
static bool stepsBy(const Expr *increment, Induction &i) {
  increment = increment->IgnoreParenImpCasts();
  if (auto *op = dyn_cast<UnaryOperator>(increment); op && op->isIncrementDecrementOp()) {
    i.variable = variableIn(op->getSubExpr());
    i.isDown = op->isDecrementOp();
  } else if (auto *op = dyn_cast<CompoundAssignOperator>(increment);
             op && (op->getOpcode() == BO_AddAssign || op->getOpcode() == BO_SubAssign)) {
    i.variable = variableIn(op->getLHS());
    i.isDown = op->getOpcode() == BO_SubAssign;
    i.step = op->getRHS()->IgnoreParenImpCasts();
  }
  return i.variable;
}

/// The operands of commas in order.
static llvm::SmallVector<const Expr *> inOrder(const Expr *e) {
  llvm::SmallVector<const Expr *> operands;
  for (auto *comma = dyn_cast<BinaryOperator>(e->IgnoreParenImpCasts());
       comma && comma->isCommaOp(); comma = dyn_cast<BinaryOperator>(e->IgnoreParenImpCasts())) {
    operands.push_back(comma->getRHS());
    e = comma->getLHS();
  }
  operands.push_back(e);
  std::reverse(operands.begin(), operands.end());
  return operands;
}

/// for (int i = n; i-- > 0;), whose body sees n - 1 first.
static std::optional<Induction> countsDown(const ASTContext &ast, const ForStmt *s,
                                           const BinaryOperator *condition, const DeclStmt *init) {
  if (s->getInc() || !init || !s->getCond())
    return std::nullopt;
  const Expr *stepped = s->getCond()->IgnoreParenImpCasts(), *bound = nullptr;
  if (condition) {
    if (condition->getOpcode() != BO_GT && condition->getOpcode() != BO_NE)
      return std::nullopt;
    stepped = condition->getLHS()->IgnoreParenImpCasts();
    bound = condition->getRHS()->IgnoreParenImpCasts();
    Expr::EvalResult zero;
    if (!bound->EvaluateAsInt(zero, ast) || zero.Val.getInt() != 0)
      return std::nullopt;
  }
  auto *step = dyn_cast<UnaryOperator>(stepped);
  if (!step || step->getOpcode() != UO_PostDec || !bound)
    return std::nullopt;
  Induction i;
  i.variable = variableIn(step->getSubExpr());
  if (!i.variable || !llvm::is_contained(init->decls(), i.variable) ||
      !i.variable->getType()->isIntegerType() || !i.variable->getInit() ||
      effectsOf(ast, s->getBody()).assigned.contains(i.variable))
    return std::nullopt;
  i.isDown = true;
  i.relation = BO_GE;
  i.bound = bound;
  i.first = -1;
  return i;
}

std::optional<Induction> inductionOf(const ASTContext &ast, const ForStmt *s) {
  auto *condition =
      s->getCond() ? dyn_cast<BinaryOperator>(s->getCond()->IgnoreParenImpCasts()) : nullptr;
  auto *init = dyn_cast_or_null<DeclStmt>(s->getInit());
  if (std::optional<Induction> down = countsDown(ast, s, condition, init))
    return down;
  if (!condition || !s->getInc() || !init || !condition->isComparisonOp() ||
      condition->getOpcode() == BO_EQ || condition->getOpcode() == BO_Cmp)
    return std::nullopt;
  Induction i;
  llvm::SmallVector<const Stmt *, 2> others;
  for (const Expr *increment : inOrder(s->getInc())) {
    Induction own;
    if (!i.variable && stepsBy(increment, own) && llvm::is_contained(init->decls(), own.variable) &&
        mentions(condition, [&](const VarDecl *v) { return v == own.variable; }))
      i = own;
    else
      others.push_back(increment);
  }
  i.others = others;
  if (!i.variable || !i.variable->getType()->isIntegerType() || !i.variable->getInit() ||
      i.variable->getType()->isBooleanType())
    return std::nullopt;
  if (i.step) {
    // The direction must be known.
    Expr::EvalResult number;
    if (!i.step->getType()->isIntegerType())
      return std::nullopt;
    if (i.step->EvaluateAsInt(number, ast) && number.Val.getInt() <= 0)
      return std::nullopt;
  }
  const Expr *left = condition->getLHS()->IgnoreParenImpCasts(), *right = condition->getRHS();
  i.relation = condition->getOpcode();
  auto isVariable = [&](const VarDecl *v) { return v == i.variable; };
  if (!mentions(left, isVariable)) {
    std::swap(left, right);
    i.relation = BinaryOperator::reverseComparisonOp(i.relation);
    left = left->IgnoreParenImpCasts();
  }
  i.bound = right->IgnoreParenImpCasts();
  if (auto *sum = dyn_cast<BinaryOperator>(left);
      sum && (sum->getOpcode() == BO_Add || sum->getOpcode() == BO_Sub)) {
    Expr::EvalResult number;
    if (!sum->getRHS()->EvaluateAsInt(number, ast))
      return std::nullopt;
    i.offset = number.Val.getInt().getExtValue();
    if (sum->getOpcode() == BO_Sub)
      i.offset = -i.offset;
    left = sum->getLHS();
  }
  // A narrow integer may reach another number by way of its largest.
  if (i.relation == BO_NE && ast.getIntWidth(i.variable->getType()) < ast.getIntWidth(ast.IntTy))
    return std::nullopt;
  const bool isUp = i.relation == BO_LT || i.relation == BO_LE;
  if (variableIn(left) != i.variable || !i.bound->getType()->isIntegerType() ||
      (i.relation == BO_NE ? i.step != nullptr : isUp == i.isDown))
    return std::nullopt;
  // What it depends on stays as it is.
  llvm::DenseSet<const VarDecl *> assigned;
  i.others.push_back(s->getBody());
  for (const Stmt *part : i.others)
    assigned.insert_range(effectsOf(ast, part).assigned);
  i.others.pop_back();
  if (!assigned.insert(i.variable).second || llvm::any_of(others, [&](const Stmt *other) {
        return mentions(cast<Expr>(other), [&](const VarDecl *v) { return v == i.variable; });
      }))
    return std::nullopt;
  auto isChanged = [&](const VarDecl *v) { return assigned.contains(v); };
  // The sizes of what is written part by part stay.
  llvm::DenseSet<const Stmt *> asked;
  walk(i.bound, [&](const Stmt *inner) {
    auto *call = dyn_cast<CXXMemberCallExpr>(inner);
    auto *object =
        call && isEigenMethod(call, {"rows", "cols", "size"})
            ? dyn_cast<DeclRefExpr>(call->getImplicitObjectArgument()->IgnoreParenImpCasts())
            : nullptr;
    auto *variable = object ? dyn_cast<VarDecl>(object->getDecl()) : nullptr;
    if (variable &&
        llvm::all_of(i.others, [&](const Stmt *part) { return keepsSizes(ast, part, variable); }) &&
        keepsSizes(ast, s->getBody(), variable))
      asked.insert(object);
  });
  bool isBoundChanged = false;
  walk(i.bound, [&](const Stmt *inner) {
    auto *reference = dyn_cast<DeclRefExpr>(inner);
    auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
    isBoundChanged |= variable && isChanged(variable) && !asked.contains(reference);
  });
  if (isBoundChanged || (i.step && mentions(i.step, isChanged)) || mayModify(i.bound))
    return std::nullopt;
  return i;
}

} // namespace delgen
