//===- Branches.cpp - if and switch --------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Both sides of a branch start from the same variables; those that a side changed are results.
// A side that throws or ends the program is a check: derivatives are those of the other side.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- Statements --------------------------------------------------------===//

bool FunctionImporter::branch(const IfStmt *s, const Rest &rest, std::optional<Live> live) {
  if (const Stmt *init = s->getInit())
    statement(init);
  if (const VarDecl *variable = s->getConditionVariable())
    declaration(variable);
  const Stmt *sides[] = {s->getThen(), s->getElse()};
  auto only = [&](const Stmt *side) {
    llvm::SmallVector<const Stmt *> list;
    if (side)
      list.push_back(side);
    flow(Rest{list, &rest}, live);
    return true;
  };
  if (std::optional<bool> known = knownCondition(ast, s->getCond()))
    return only(sides[*known ? 0 : 1]);
  for (unsigned i : {0, 1})
    if (sides[i] && endsOf(ast, sides[i]).aborts())
      return only(sides[1 - i]);
  Alternative then{s, [this, s] { return condition(s->getCond()); }, {sides[0]}};
  Alternative otherwise{s, nullptr, {}};
  if (sides[1])
    otherwise.body.push_back(sides[1]);
  return branch(s, {then, otherwise}, rest, live, true);
}

bool FunctionImporter::branch(const SwitchStmt *s, const Rest &rest, std::optional<Live> live) {
  if (const Stmt *init = s->getInit())
    statement(init);
  if (const VarDecl *variable = s->getConditionVariable())
    declaration(variable);
  Value chosen = expression(s->getCond());
  if (!chosen)
    return false;
  std::vector<Case> cases = casesOf(ast, s);
  llvm::SmallVector<Alternative> list;
  Alternative remaining{s, nullptr, {}};
  bool breaks = false;
  for (const Case &c : cases) {
    const Ends ends = endsOf(ast, c.body);
    breaks |= ends.breaks;
    if (c.values.empty()) {
      // Where it is a check, nothing is chosen.
      if (!ends.aborts())
        remaining.body = c.body;
      continue;
    }
    if (ends.aborts())
      continue;
    auto isChosen = [this, s, chosen, values = c.values] {
      Value any;
      for (const Expr *e : values) {
        Value one = expression(e);
        if (!one)
          return one;
        Value is =
            compare(s->getCond(), "eq", asReal(chosen, locationOf(e)), asReal(one, locationOf(e)));
        any = any ? both(s->getCond(), true, any, is) : is;
      }
      return any;
    };
    list.push_back({c.label, isChosen, c.body});
  }
  const bool isTotal = llvm::any_of(
      cases, [&](const Case &c) { return c.values.empty() && endsOf(ast, c.body).aborts(); });
  // Where what remains is a check, the last case is what remains.
  if (isTotal && !list.empty()) {
    list.back().condition = nullptr;
  } else {
    list.push_back(remaining);
  }
  const Exits outer = exits;
  if (breaks)
    variables[exits.isBroken = invented(s, "isBroken", ast.DoubleTy)].isUnset = true;
  const bool isDone = branch(s, list, rest, live, !breaks);
  exits = outer;
  return isDone;
}

bool FunctionImporter::branch(const Stmt *s, llvm::ArrayRef<Alternative> list, const Rest &rest,
                              std::optional<Live> live, bool takesRest) {
  unsigned falling = 0;
  bool leaves = false;
  for (const Alternative &a : list) {
    const Ends ends = endsOf(ast, a.body);
    falling += ends.falls || (!takesRest && ends.breaks);
    leaves |= ends.returns || ends.continues || (takesRest && ends.breaks);
  }
  if (leaves && takesRest && falling <= 1) {
    alternative(list, &rest, live);
    return true;
  }
  const Exits inner = exits;
  alternative(list, nullptr, std::nullopt);
  if (!leaves)
    return false;
  if (!takesRest)
    exits.isBroken = nullptr; // a break of a switch has led here
  guarded(s, rest, live);
  exits = inner;
  return true;
}

void FunctionImporter::alternative(llvm::ArrayRef<Alternative> list, const Rest *rest,
                                   std::optional<Live> live) {
  const Alternative &first = list.front();
  auto run = [&] { flow(Rest{first.body, rest}, live); };
  if (!first.condition)
    return run();
  choose(
      first.place, first.condition(), run, [&] { alternative(list.drop_front(), rest, live); },
      live);
}

//===-- Two sides ---------------------------------------------------------===//

mlir::Type FunctionImporter::merge(const Stmt *place, const VarDecl *variable, Value &x, Value &y,
                                   llvm::function_ref<void(unsigned)> enterSide) {
  auto differ = [&] {
    report.error(place->getBeginLoc(), "the two sides of this branch give " +
                                           quoted(variable->getName()) +
                                           " values that have no common type: please report this");
    return mlir::Type();
  };
  Location loc = locationOf(place->getBeginLoc());
  const bool isBool = variable->getType()->isBooleanType();
  if (isBool && x.getType() != y.getType()) {
    enterSide(0);
    x = asReal(x, loc);
    enterSide(1);
    y = asReal(y, loc);
  }
  if (x.getType() == y.getType())
    return x.getType();
  // In a function of entries, a number may stand for a matrix.
  if (variable->getType()->isArithmeticType() && mx::isScalar(x) != mx::isScalar(y)) {
    const bool isFirst = mx::isScalar(x);
    mlir::Type type = (isFirst ? y : x).getType();
    enterSide(isFirst ? 0 : 1);
    Value &scalar = isFirst ? x : y;
    scalar = mx::FillOp::create(b, loc, type, scalar);
    return type;
  }
  auto isReal = [](Value v) { return isa<mx::MatrixType, FloatType>(v.getType()); };
  if (!isReal(x) || !isReal(y) || mx::elementType(x.getType()) != mx::elementType(y.getType()))
    return differ();
  auto size = [&](mx::Size a, mx::Size c, unsigned which) {
    if (a == c)
      return a;
    // Nothing but this value has the size; where it must be one that is known, both are it.
    mx::Size own = sizes.get(place, variable, which);
    if (sizes.isAlone(own)) {
      sizes.setMeaning(own);
      sizes.addChoice(own, {a, c});
    } else if (!sizes.unify(own, a) || !sizes.unify(own, c)) {
      report.error(place->getBeginLoc(), "the two sides of this branch give " +
                                             quoted(variable->getName()) +
                                             " sizes that cannot agree: one is " + shapeOf(x) +
                                             ", the other " + shapeOf(y));
    }
    return own;
  };
  mx::Size rows = size(rowsOf(x), rowsOf(y), 0), cols = size(colsOf(x), colsOf(y), 1);
  return shaped(rows, cols, mx::elementType(x.getType()));
}

void FunctionImporter::choose(const Stmt *place, Value c, llvm::function_ref<void()> then,
                              llvm::function_ref<void()> otherwise, std::optional<Live> live) {
  if (auto number = c ? c.getDefiningOp<mx::ConstantOp>() : mx::ConstantOp())
    return number.number() != 0 ? then() : otherwise();
  Location loc = locationOf(place->getBeginLoc());
  // A condition on entries chooses between values, entry by entry.
  const bool isOfEntries = c && mx::isMatrix(c);
  const size_t firstKink = kinks.size();
  const Variables before = variables;
  Variables after[2];
  std::unique_ptr<Region> body[2];
  Block *blocks[2] = {b.getInsertionBlock(), b.getInsertionBlock()};
  for (unsigned i : {0, 1}) {
    OpBuilder::InsertionGuard guard(b);
    if (!isOfEntries) {
      body[i] = std::make_unique<Region>();
      enterBody(*body[i]);
      blocks[i] = &body[i]->front();
    }
    i == 0 ? then() : otherwise();
    after[i] = std::exchange(variables, before);
    if (!isOfEntries)
      leaveBody();
  }

  llvm::SmallVector<const VarDecl *> changed;
  llvm::SmallVector<Value> values[2];
  llvm::SmallVector<mlir::Type> types;
  const bool isGood = bool(c);
  {
    OpBuilder::InsertionGuard guard(b);
    auto enterSide = [&](unsigned i) { b.setInsertionPointToEnd(blocks[i]); };
    for (auto &[variable, old] : before) {
      Variable *sides[2];
      for (unsigned i : {0, 1}) {
        auto found = after[i].find(variable);
        sides[i] = found == after[i].end() ? nullptr : &found->second;
      }
      if (!sides[0] || !sides[1] || (live && !isLive(*live, variable)))
        continue;
      Variable &merged = variables[variable];
      for (Variable *side : sides)
        if (side->changed) {
          merged.changed = side->changed;
          merged.changedAt = side->changedAt;
        }
      auto isSame = [&](Variable *side) {
        return side->value == old.value && side->isUnset == old.isUnset;
      };
      if (isSame(sides[0]) && isSame(sides[1]))
        continue;
      merged.isUnset = sides[0]->isUnset && sides[1]->isUnset;
      merged.value = {};
      bool isKnown = true;
      for (unsigned i : {0, 1}) {
        enterSide(i);
        if (!sides[i]->value && sides[i]->isUnset)
          sides[i]->value = emptyValue(variable);
        isKnown &= bool(sides[i]->value);
      }
      if (!isKnown)
        continue;
      Value x = sides[0]->value, y = sides[1]->value;
      if (isOfEntries) {
        const Expr *at = conditionOf(place);
        merged.value = at ? select(at, c, x, y) : Value();
        continue;
      }
      mlir::Type type = merge(place, variable, x, y, enterSide);
      if (!type)
        continue;
      changed.push_back(variable);
      values[0].push_back(x);
      values[1].push_back(y);
      types.push_back(type);
    }
    for (unsigned i : {0, 1})
      if (!isOfEntries) {
        enterSide(i);
        mx::YieldOp::create(b, loc, values[i]);
      }
  }
  if (isOfEntries)
    return;
  if (!isGood || changed.empty()) {
    for (const VarDecl *variable : changed)
      variables[variable].value = {};
    for (auto &region : body)
      drop(std::move(region), firstKink);
    return;
  }
  llvm::SetVector<Value> used;
  for (auto &region : body)
    collectOuter(*region, used);
  for (auto &region : body)
    passOuter(*region, used.getArrayRef());
  auto op = mx::IfOp::create(b, loc, types, c, used.getArrayRef());
  op.getThen().takeBody(*body[0]);
  op.getOtherwise().takeBody(*body[1]);
  for (auto [variable, v] : llvm::zip(changed, op.getResults())) {
    variables[variable].value = v;
    if (v.getType().isIndex())
      computed[v] = Origin(place, variable);
    if (!variable->getName().empty())
      nameValue(v, variable->getName());
  }
}

} // namespace delgen
