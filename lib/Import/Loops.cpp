//===- Loops.cpp - Loops --------------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop over integers whose number of iterations is known before it is counted; any other
// goes on while a number that its body makes is not 0.
//
//===----------------------------------------------------------------------===//

#include "Induction.h"
#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- Loops over integers -----------------------------------------------===//

/// The variable of a loop over iterators, or null.
static const VarDecl *iteratorOf(const ForStmt *s) {
  auto *init = dyn_cast_or_null<DeclStmt>(s->getInit());
  auto *variable = init ? dyn_cast<VarDecl>(*init->decl_begin()) : nullptr;
  if (!variable || variable->getType()->isPointerType())
    return variable;
  const CXXRecordDecl *record = variable->getType()->getAsCXXRecordDecl();
  return record && record->getName().contains_insensitive("iterator") ? variable : nullptr;
}

void FunctionImporter::forLoop(const ForStmt *s) {
  if (const VarDecl *iterator = iteratorOf(s)) {
    report.error(iterator->getLocation(), "iterators are not supported; loop over the entries, as "
                                          "in 'for (double e : x)', or use an index");
    for (const VarDecl *changed : effectsOf(ast, s->getBody()).assigned)
      if (variables.contains(changed))
        assign(changed, {}, s->getBeginLoc());
    return;
  }
  std::optional<Induction> i = inductionOf(ast, s);
  // It may reach the other number by way of the largest of its type.
  if (i && i->relation == BO_NE && !i->isDown && mayStartLarge(i->variable))
    i.reset();
  if (s->getInit())
    statement(s->getInit());
  if (knownCondition(ast, s->getCond()) == false)
    return;
  if (!i)
    return whileLoop(s, s->getCond(), s->getConditionVariable(), s->getBody(), s->getInc());

  Location loc = locationOf(s->getBeginLoc());
  Value start = variables[i->variable].value, bound = expression(i->bound);
  Value step = i->step ? expression(i->step) : integer(s->getCond(), 1);
  const bool isKnown = start && bound && step;
  if (!isKnown)
    start = bound = step = integer(s->getCond(), 1); // its body is read all the same
  auto add = [&](Value x, Value y) { return b.createOrFold<arith::AddIOp>(loc, x, y); };
  auto subtract = [&](Value x, Value y) { return b.createOrFold<arith::SubIOp>(loc, x, y); };
  // ⌈(bound − start)/step⌉, for what ends before its bound.
  int64_t shift = i->isDown ? i->offset + i->first : -i->offset;
  shift += i->relation == BO_LE || i->relation == BO_GE;
  Value times = i->isDown ? subtract(start, bound) : subtract(bound, start);
  if (shift != 0)
    times = add(times, integer(s->getCond(), shift));
  if (i->first != 0)
    start = add(start, integer(s->getCond(), i->first));
  if (i->step) {
    times = add(times, subtract(step, integer(s->getCond(), 1)));
    times = b.createOrFold<arith::DivSIOp>(loc, times, step);
  }
  if (!times.getDefiningOp<arith::ConstantIndexOp>() && !computed.contains(times))
    computed[times] = Origin(s);

  llvm::SmallVector<const Stmt *> parts(i->others.begin(), i->others.end());
  parts.push_back(s->getBody());
  auto carried = carriedBy(parts, endsOf(ast, s->getBody()).returns);
  auto bind = [&](Value k) {
    Value offset = i->step ? b.createOrFold<arith::MulIOp>(loc, k, step) : k;
    Value n = i->isDown ? subtract(start, offset) : add(start, offset);
    computed[n] = Origin(s, i->variable);
    variables[i->variable] = Variable();
    variables[i->variable].value = n;
    if (auto argument = dyn_cast<BlockArgument>(n))
      argument.setLoc(NameLoc::get(b.getStringAttr(i->variable->getName()), loc));
    else
      nameValue(n, i->variable->getName());
  };
  auto finish = [&] {
    exits.isSkipped = nullptr;
    if (!i->others.empty())
      guarded(s->getInc(), Rest{i->others}, std::nullopt);
  };
  countedLoop(s, s->getCond(), times, s->getBody(), carried, nullptr, bind, finish);
}

void FunctionImporter::countedLoop(const Stmt *s, const Expr *at, Value times, const Stmt *body,
                                   Live carried, const VarDecl *variable,
                                   llvm::function_ref<void(Value)> bind,
                                   llvm::function_ref<void()> finish) {
  llvm::SmallVector<const VarDecl *> live(carried);
  if (variable)
    live.push_back(variable);
  const Ends ends = endsOf(ast, body);
  const bool leaves = ends.breaks || ends.returns;
  repeat(s, leaves ? Value() : times, carried, [&](Value k) -> Value {
    if (!leaves) {
      bind(k);
      iteration(s, live, body);
      finish();
      return {};
    }
    Location loc = locationOf(s->getBeginLoc());
    Value goes = compare(at, "lt", asReal(k, loc), asReal(times, loc));
    return iterate(s, goes, live, body, finish, [&] { bind(k); });
  });
}

void FunctionImporter::rangeLoop(const CXXForRangeStmt *s) {
  if (s->getInit())
    statement(s->getInit());
  const Expr *range = s->getRangeInit();
  const VarDecl *variable = s->getLoopVariable();
  std::optional<ListOf> list = anyListOf(ast, range->getType());
  std::optional<EigenType> eigen = eigenType(ast, range->getType());
  if (!list && !(eigen && eigen->isVector())) {
    report.error(s->getBeginLoc(),
                 "a loop over this range is not supported; write it with an index");
    return;
  }
  auto carried = carriedBy({s->getBody()}, endsOf(ast, s->getBody()).returns);
  if (list && structOf(list->element)) {
    madeType(*list, range->getExprLoc());
    return;
  }
  Value all = expression(range);
  // What is assigned to a reference is assigned to the entry.
  const bool isWritten = effectsOf(ast, s->getBody()).assigned.contains(variable) &&
                         variable->getType()->isReferenceType() && needed.contains(variable);
  const VarDecl *written = isWritten ? storageOf(range) : nullptr;
  auto view = views.find(written);
  if (view != views.end())
    written =
        view->second.isWhole && view->second.entries.empty() ? view->second.variable : nullptr;
  if (isWritten && (!list || !written || !variables.contains(written))) {
    report.error(s->getBeginLoc(), "entries that are changed in a loop over them are supported "
                                   "for a list that is a variable; write it with an index");
    return;
  }
  if (written && !llvm::is_contained(carried, written))
    carried.push_back(written);
  if (!all) {
    for (const VarDecl *v : carried)
      assign(v, {}, s->getBeginLoc());
    return;
  }
  Value times = !list          ? entryCount(range, all)
                : list->length ? integer(range, *list->length)
                               : make<mx::LengthOp>(range, all);
  if (!times.getDefiningOp<arith::ConstantIndexOp>())
    computed[times] = Origin(s);
  Value index;
  auto bind = [&](Value k) {
    index = k;
    variables[variable] = Variable();
    if (!needed.contains(variable)) {
      variables.erase(variable);
      return;
    }
    Value now = written ? variables[written].value : all;
    Value zero = integer(range, 0);
    const bool isRow = eigen && eigen->rows == 1;
    Value v = list ? entryAt(range, now, k, list->element)
                   : element(range, all, isRow ? zero : k, isRow ? k : zero);
    variables[variable].value = v;
    variables[variable].isEntry = isWritten;
    if (v && v.getDefiningOp())
      nameValue(v, variable->getName());
  };
  auto finish = [&] {
    if (Value v = written ? variables[variable].value : Value(); v && variables[written].value)
      assign(written,
             make<mx::SetAtOp>(range, variables[written].value.getType(), variables[written].value,
                               index, v),
             s->getBeginLoc());
  };
  countedLoop(s, range, times, s->getBody(), carried, isWritten ? variable : nullptr, bind, finish);
}

//===-- Other loops -------------------------------------------------------===//

void FunctionImporter::loop(const Stmt *s) {
  if (auto *l = dyn_cast<ForStmt>(s))
    return forLoop(l);
  if (auto *l = dyn_cast<CXXForRangeStmt>(s))
    return rangeLoop(l);
  if (auto *l = dyn_cast<DoStmt>(s))
    return doLoop(l);
  auto *l = cast<WhileStmt>(s);
  whileLoop(l, l->getCond(), l->getConditionVariable(), l->getBody(), nullptr);
}

Value FunctionImporter::goesOn(const Stmt *s) {
  Location loc = locationOf(s->getBeginLoc());
  Value one = mx::ConstantOp::create(b, loc, b.getF64Type(), b.getF64FloatAttr(1));
  Value left = hasLeft(s, {exits.isBroken, frame.isReturned});
  if (!left)
    return one;
  Value zero = mx::ConstantOp::create(b, loc, b.getF64Type(), b.getF64FloatAttr(0));
  if (auto number = left.getDefiningOp<mx::ConstantOp>())
    return number.number() != 0 ? zero : one;
  return mx::CompareOp::create(b, loc, left, zero, b.getStringAttr("eq"));
}

void FunctionImporter::iteration(const Stmt *s, Live carried, const Stmt *body) {
  exits.isBroken = invented(s, "isBroken", ast.DoubleTy);
  exits.isSkipped = invented(s, "isSkipped", ast.DoubleTy);
  for (const VarDecl *flag : {exits.isBroken, exits.isSkipped}) {
    variables[flag] = Variable();
    variables[flag].isUnset = true;
  }
  llvm::SmallVector<const VarDecl *> live(carried);
  live.push_back(exits.isBroken);
  flow(body, live);
}

Value FunctionImporter::iterate(const Stmt *s, std::optional<Value> condition, Live carried,
                                const Stmt *body, llvm::function_ref<void()> finish,
                                llvm::function_ref<void()> start) {
  const VarDecl *goes = invented(s, "goesOn", ast.DoubleTy);
  auto run = [&] {
    start();
    iteration(s, carried, body);
    finish();
    variables[goes].value = goesOn(s);
    variables[goes].isUnset = false;
  };
  variables[goes] = Variable();
  variables[goes].isUnset = true;
  const Ends ends = endsOf(ast, body);
  if (!condition) {
    run();
    return variables[goes].value;
  }
  llvm::SmallVector<const VarDecl *> live(carried);
  if (ends.breaks || ends.returns)
    live.push_back(goes);
  choose(body, *condition, run, [] {}, live);
  return ends.breaks || ends.returns ? variables[goes].value : *condition;
}

void FunctionImporter::whileLoop(const Stmt *s, const Expr *condition, const VarDecl *declared,
                                 const Stmt *body, const Stmt *increment) {
  const std::optional<bool> known = condition ? knownCondition(ast, condition) : true;
  if (known == false)
    return;
  auto carried = carriedBy({body, increment, condition}, endsOf(ast, body).returns);
  repeat(s, {}, carried, [&](Value) {
    if (declared)
      declaration(declared);
    auto finish = [&] {
      exits.isSkipped = nullptr;
      if (increment)
        guarded(increment, Rest{increment}, std::nullopt);
    };
    const std::optional<Value> test =
        known ? std::nullopt : std::optional(this->condition(condition));
    return iterate(s, test, carried, body, finish);
  });
}

void FunctionImporter::doLoop(const DoStmt *s) {
  const Ends ends = endsOf(ast, s->getBody());
  const std::optional<bool> known = knownCondition(ast, s->getCond());
  // do { … } while (0), which macros are made of.
  if (known == false && !ends.breaks && !ends.continues && !ends.returns)
    return flow(s->getBody(), std::nullopt);
  auto carried = carriedBy({s->getBody(), s->getCond()}, ends.returns);
  repeat(s, {}, carried, [&](Value) -> Value {
    llvm::SmallVector<const VarDecl *> live(carried);
    // The condition may read what the body gave a value.
    walk(s->getCond(), [&](const Stmt *inner) {
      if (auto *reference = dyn_cast<DeclRefExpr>(inner))
        if (auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
          live.push_back(variable);
    });
    iteration(s, live, s->getBody());
    auto test = [&] {
      return known ? Value(mx::ConstantOp::create(b, locationOf(s->getCond()), b.getF64Type(),
                                                  b.getF64FloatAttr(*known)))
                   : condition(s->getCond());
    };
    Value left = hasLeft(s, {exits.isBroken, frame.isReturned});
    if (!left)
      return test();
    const VarDecl *goes = invented(s, "goesOn", ast.DoubleTy);
    variables[goes] = Variable();
    variables[goes].isUnset = true;
    // What the test changes it changes on this side alone.
    llvm::SmallVector<const VarDecl *> merged;
    if (mayModify(s->getCond()))
      merged.append(carried.begin(), carried.end());
    merged.push_back(goes);
    choose(
        s->getCond(), left, [] {},
        [&] {
          variables[goes].value = test();
          variables[goes].isUnset = false;
        },
        Live(merged));
    return variables[goes].isUnset ? emptyValue(goes) : variables[goes].value;
  });
}

} // namespace delgen
