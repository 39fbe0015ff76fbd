//===- Ends.cpp - Where control goes from a statement ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Syntax.h"

using namespace clang;

namespace delgen {

std::optional<bool> knownCondition(const ASTContext &ast, const Expr *e) {
  bool isTrue;
  if (e && !e->isValueDependent() && e->EvaluateAsBooleanCondition(isTrue, ast))
    return isTrue;
  return std::nullopt;
}

const Expr *conditionOf(const Stmt *s) {
  if (auto *e = dyn_cast<Expr>(s))
    return e;
  if (auto *choice = dyn_cast<IfStmt>(s))
    return choice->getCond();
  if (auto *label = dyn_cast<CaseStmt>(s))
    return label->getLHS();
  for (const Stmt *child : s->children())
    if (const Expr *e = child ? conditionOf(child) : nullptr)
      return e;
  return nullptr;
}

std::vector<Case> casesOf(const ASTContext &ast, const SwitchStmt *s) {
  std::vector<Case> cases;
  auto *body = dyn_cast<CompoundStmt>(s->getBody());
  if (!body)
    return cases;
  for (const Stmt *child : body->body()) {
    // case 1: case 2: s
    bool isOpen = true, hasDefault = false;
    while (auto *label = dyn_cast<SwitchCase>(child)) {
      if (std::exchange(isOpen, false))
        cases.push_back({label, {}, {}, false});
      if (auto *one = dyn_cast<CaseStmt>(label))
        cases.back().values.push_back(one->getLHS());
      hasDefault |= isa<DefaultStmt>(label);
      child = label->getSubStmt();
    }
    if (hasDefault)
      cases.back().values.clear(); // the others need no name then
    if (!cases.empty())
      cases.back().body.push_back(child);
  }
  for (Case &c : cases) {
    while (auto *block = dyn_cast<CompoundStmt>(c.body.back())) {
      c.body.pop_back();
      c.body.append(block->body_begin(), block->body_end());
      if (c.body.empty())
        break;
    }
    c.hasBreak = !c.body.empty() && isa<BreakStmt>(c.body.back());
    if (c.hasBreak)
      c.body.pop_back();
  }
  for (size_t i = cases.size(); i-- > 1;) {
    Case &c = cases[i - 1];
    if (c.hasBreak || !endsOf(ast, c.body).falls)
      continue;
    llvm::append_range(c.body, cases[i].body);
    c.hasBreak = cases[i].hasBreak;
  }
  return cases;
}

static Ends endsOfLoop(const ASTContext &ast, const Expr *condition, bool isEndless,
                       const Stmt *body) {
  const Ends inner = endsOf(ast, body);
  Ends ends;
  ends.falls = inner.breaks || !(isEndless || knownCondition(ast, condition) == true);
  ends.returns = inner.returns;
  return ends;
}

Ends endsOf(const ASTContext &ast, llvm::ArrayRef<const Stmt *> list) {
  Ends ends;
  ends.falls = true;
  for (const Stmt *s : list) {
    if (!ends.falls)
      break;
    ends.falls = false;
    ends = ends | endsOf(ast, s);
  }
  return ends;
}

Ends endsOf(const ASTContext &ast, const Stmt *s) {
  Ends ends;
  if (!s) {
    ends.falls = true;
    return ends;
  }
  if (auto *e = dyn_cast<Expr>(s)) {
    e = e->IgnoreParens()->IgnoreImplicit()->IgnoreParens();
    auto *call = dyn_cast<CallExpr>(e);
    const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
    ends.falls = !isa<CXXThrowExpr>(e) && !(callee && callee->isNoReturn());
    return ends;
  }
  if (auto *block = dyn_cast<CompoundStmt>(s))
    return endsOf(ast, llvm::SmallVector<const Stmt *>(block->body()));
  if (auto *attributed = dyn_cast<AttributedStmt>(s))
    return endsOf(ast, attributed->getSubStmt());
  if (auto *branch = dyn_cast<IfStmt>(s)) {
    if (std::optional<bool> known = knownCondition(ast, branch->getCond()))
      return endsOf(ast, *known ? branch->getThen() : branch->getElse());
    return endsOf(ast, branch->getThen()) | endsOf(ast, branch->getElse());
  }
  if (auto *choice = dyn_cast<SwitchStmt>(s)) {
    std::vector<Case> cases = casesOf(ast, choice);
    ends.falls =
        cases.empty() || llvm::all_of(cases, [](const Case &c) { return !c.values.empty(); });
    for (const Case &c : cases) {
      Ends inner = endsOf(ast, c.body);
      // What falls out of a case but the last is refused.
      inner.falls |= inner.breaks;
      inner.breaks = false;
      ends = ends | inner;
    }
    return ends;
  }
  if (auto *l = dyn_cast<ForStmt>(s))
    return endsOfLoop(ast, l->getCond(), !l->getCond(), l->getBody());
  if (auto *l = dyn_cast<WhileStmt>(s))
    return endsOfLoop(ast, l->getCond(), false, l->getBody());
  if (auto *l = dyn_cast<DoStmt>(s)) {
    Ends inner = endsOf(ast, l->getBody());
    Ends outer = endsOfLoop(ast, l->getCond(), false, l->getBody());
    outer.falls &= inner.falls || inner.breaks || inner.continues;
    return outer;
  }
  if (auto *l = dyn_cast<CXXForRangeStmt>(s))
    return endsOfLoop(ast, nullptr, false, l->getBody());
  ends.returns = isa<ReturnStmt>(s);
  ends.breaks = isa<BreakStmt>(s);
  ends.continues = isa<ContinueStmt>(s);
  ends.falls = !ends.leaves();
  return ends;
}

} // namespace delgen
