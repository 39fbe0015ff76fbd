//===- Flow.cpp - Statements in order, and how they leave ----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A body has one end. What follows a branch that leaves it early is read as a part of the
// branches that do not; where more than one does not, a variable tells whether it is run.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

const VarDecl *FunctionImporter::invented(const void *place, llvm::StringRef name, QualType type) {
  const VarDecl *&variable = inventions[{place, name.str()}];
  if (!variable)
    variable = VarDecl::Create(ast, const_cast<FunctionDecl *>(function), SourceLocation(),
                               SourceLocation(), &ast.Idents.get(name), type, nullptr, SC_None);
  return variable;
}

Value FunctionImporter::functionBody(const FunctionDecl *f, Live outputs) {
  if (!refuseHandles(ast, report, f))
    return {};
  const Frame outerFrame = frame;
  const Exits outerExits = std::exchange(exits, Exits());
  frame.function = f;
  frame.returned = invented(f, "returned", f->getReturnType().getNonReferenceType());
  frame.isReturned = invented(f, "isReturned", ast.DoubleTy);
  unsigned returns = 0;
  walk(f->getBody(), [&](const Stmt *s) { returns += isa<ReturnStmt>(s); });
  auto *block = dyn_cast<CompoundStmt>(f->getBody());
  const bool isLast = block && !block->body_empty() && isa<ReturnStmt>(block->body_back());
  frame.hasSeveralReturns = returns > 1 || (returns == 1 && !isLast);
  const bool isObject = structOf(frame.returned->getType());
  if (isObject)
    declareObject(frame.returned);
  else
    variables[frame.returned].isUnset = true;
  variables[frame.isReturned].isUnset = true;

  const bool hasResult = !f->getReturnType()->isVoidType();
  llvm::SmallVector<const VarDecl *> live(outputs);
  live.push_back(frame.returned);
  flow(f->getBody(), live);
  if (hasResult && endsOf(ast, f->getBody()).falls && !report.hasErrors())
    report.error(f->getBody()->getEndLoc(),
                 quoted(f->getNameAsString()) +
                     " reaches its end without a return; return a value on every way");
  Value v = isObject ? Value() : variables[frame.returned].value;
  if (isObject)
    returnedObject = objectAt(nullptr, Place::of(frame.returned), frame.returned->getType());
  variables.remove_if([&](const auto &entry) {
    return entry.first == frame.isReturned || isLive({frame.returned}, entry.first);
  });
  frame = outerFrame;
  exits = outerExits;
  return v;
}

bool FunctionImporter::isIgnored(const Stmt *s) {
  const Effects effects = effectsOf(ast, s);
  return !effects.isUnknown && !endsOf(ast, s).leaves() &&
         llvm::none_of(effects.assigned, [&](const VarDecl *v) { return needed.contains(v); });
}

void FunctionImporter::flow(const Stmt *s, std::optional<Live> live) {
  if (s)
    flow(Rest{s}, live);
}

void FunctionImporter::flow(const Rest &rest, std::optional<Live> live) {
  Rest now = rest;
  while (true) {
    while (now.list.empty()) {
      if (!now.next)
        return;
      now = Rest(*now.next);
    }
    const Stmt *s = now.list.front();
    now.list = now.list.drop_front();
    while (auto *attributed = dyn_cast<AttributedStmt>(s))
      s = attributed->getSubStmt();
    if (auto *block = dyn_cast<CompoundStmt>(s)) {
      llvm::SmallVector<const Stmt *> list(block->body());
      return flow(Rest{list, &now}, live);
    }
    if (auto *r = dyn_cast<ReturnStmt>(s))
      return returnStatement(r);
    if (isa<BreakStmt>(s))
      return leave(exits.isBroken, s);
    if (isa<ContinueStmt>(s))
      return leave(exits.isSkipped, s);
    if (!isa<IfStmt, SwitchStmt, ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(s)) {
      statement(s);
      continue;
    }
    if (isIgnored(s))
      continue;
    if (auto *choice = dyn_cast<IfStmt>(s)) {
      if (branch(choice, now, live))
        return;
    } else if (auto *choice = dyn_cast<SwitchStmt>(s)) {
      if (branch(choice, now, live))
        return;
    } else {
      const Ends ends = endsOf(ast, s);
      loop(s);
      if (!ends.falls)
        return;
      if (ends.returns)
        return guarded(s, now, live);
    }
  }
}

//===-- Leaving -----------------------------------------------------------===//

void FunctionImporter::leave(const VarDecl *flag, const Stmt *s) {
  if (!flag) {
    report.error(s->getBeginLoc(), unforeseen);
    return;
  }
  variables[flag].value =
      mx::ConstantOp::create(b, locationOf(s->getBeginLoc()), b.getF64Type(), b.getF64FloatAttr(1));
  variables[flag].isUnset = false;
}

void FunctionImporter::returnStatement(const ReturnStmt *s) {
  const Expr *returned = s->getRetValue();
  if (returned && structOf(frame.returned->getType())) {
    if (std::optional<Object> made = object(returned)) {
      for (auto &[path, held] : *made) {
        Place leaf = Place::of(frame.returned);
        leaf.fields = path;
        const VarDecl *field = fieldVariable(leaf);
        if (frame.hasSeveralReturns && held.value && eigenType(ast, field->getType()) &&
            (!agree(returned, sizes.get(frame.function, field, 0), rowsOf(held.value),
                    "another return has another size") ||
             !agree(returned, sizes.get(frame.function, field, 1), colsOf(held.value),
                    "another return has another size")))
          held.value = {};
      }
      store(Place::of(frame.returned), *made, returned->getExprLoc());
    }
  } else if (const Expr *e = returned; e && !e->getType()->isVoidType()) {
    Value v = expression(e);
    // All of them have one shape.
    if (v && frame.hasSeveralReturns && !v.getType().isIndex() && applied.empty()) {
      const std::string why = "another return has another size, this is " + shapeOf(v);
      if (!agree(e, sizes.get(frame.function, frame.returned, 0), rowsOf(v), why) ||
          !agree(e, sizes.get(frame.function, frame.returned, 1), colsOf(v), why))
        v = {};
    }
    variables[frame.returned].value = v;
    variables[frame.returned].isUnset = false;
  }
  if (frame.hasSeveralReturns)
    leave(frame.isReturned, s);
}

Value FunctionImporter::hasLeft(const Stmt *place, llvm::ArrayRef<const VarDecl *> flags) {
  Value left;
  Location loc = locationOf(place->getBeginLoc());
  for (const VarDecl *flag : flags) {
    auto found = flag ? variables.find(flag) : variables.end();
    Value v = found == variables.end() ? Value() : found->second.value;
    if (v)
      left = left ? mx::MaxOp::create(b, loc, left, v).getResult() : v;
  }
  return left;
}

void FunctionImporter::guarded(const Stmt *place, const Rest &rest, std::optional<Live> live) {
  Value left = hasLeft(place, {exits.isBroken, exits.isSkipped, frame.isReturned});
  if (!left)
    return flow(rest, live);
  bool hasMore = false;
  for (const Rest *r = &rest; r; r = r->next)
    hasMore |= !r->list.empty();
  if (hasMore)
    choose(place, left, [] {}, [&] { flow(rest, live); }, live);
}

} // namespace delgen
