//===- Loops.cpp - Loops --------------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop over integers whose number of iterations is known before it is counted; any other
// goes on while a number that its body makes is not 0. The variables that a loop changes are
// carried from one iteration to the next. The sizes of what is carried are taken to change
// until something tells that they do not.
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

void FunctionImporter::forLoop(const ForStmt *s) {
  std::optional<Induction> i = inductionOf(ast, s);
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
  int64_t shift = i->isDown ? i->offset : -i->offset;
  shift += i->relation == BO_LE || i->relation == BO_GE;
  Value times = i->isDown ? subtract(start, bound) : subtract(bound, start);
  if (shift != 0)
    times = add(times, integer(s->getCond(), shift));
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
  Value all = expression(range);
  // What is assigned to a reference is assigned to the entry.
  const bool isWritten = effectsOf(ast, s->getBody()).assigned.contains(variable) &&
                         variable->getType()->isReferenceType() && needed.contains(variable);
  const VarDecl *written = isWritten ? assignedVariable(range) : nullptr;
  if (isWritten && (!list || !written || !isa<DeclRefExpr>(range->IgnoreParenImpCasts()))) {
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
    choose(
        s->getCond(), left, [] {},
        [&] {
          variables[goes].value = test();
          variables[goes].isUnset = false;
        },
        Live(goes));
    return variables[goes].isUnset ? emptyValue(goes) : variables[goes].value;
  });
}

//===-- What is carried ---------------------------------------------------===//

llvm::SmallVector<const VarDecl *> FunctionImporter::carriedBy(llvm::ArrayRef<const Stmt *> parts,
                                                               bool returns) {
  llvm::DenseSet<const VarDecl *> assigned;
  for (const Stmt *s : parts)
    if (s)
      assigned.insert_range(effectsOf(ast, s).assigned);
  if (returns)
    assigned.insert_range(std::array{frame.returned, frame.isReturned});
  llvm::SmallVector<const VarDecl *> carried;
  for (auto &[variable, v] : variables)
    if (assigned.contains(variable) && (v.value || v.isUnset))
      carried.push_back(variable);
  return carried;
}

namespace {

/// The keys of the sizes of what a loop carries. A branch at the same place has 0 and 1.
enum : unsigned { inRows = 2, inCols, outRows, outCols };

/// What a loop carries.
struct Carried {
  const VarDecl *variable;
  Value init, argument, next;
  bool isEmpty; // declared without a value
};

} // namespace

void FunctionImporter::repeat(const Stmt *s, Value times, Live variablesCarried,
                              llvm::function_ref<Value(Value)> iteration) {
  const size_t firstKink = kinks.size();
  Location loc = locationOf(s->getBeginLoc());
  llvm::SmallVector<Carried> carried;
  for (const VarDecl *variable : variablesCarried) {
    const Variable &v = variables[variable];
    Value init = v.value ? v.value : emptyValue(variable);
    if (init && variable->getType()->isBooleanType())
      init = asReal(init, loc);
    if (init)
      carried.push_back({variable, init, {}, {}, !v.value});
  }
  const Variables before = variables;
  const Exits outerExits = exits;
  auto body = std::make_unique<Region>();
  Value flag;
  {
    OpBuilder::InsertionGuard guard(b);
    enterBody(*body);
    sizes.enterLoop();
    Value counter = body->addArgument(b.getIndexType(), loc);
    for (Carried &c : carried) {
      mlir::Type type = c.init.getType();
      std::optional<EigenType> eigen = eigenType(ast, c.variable->getType());
      auto size = [&](std::optional<int64_t> n, unsigned which) {
        mx::Size own = n ? sizes.number(*n) : sizes.get(s, c.variable, which);
        sizes.setMeaning(own);
        return own;
      };
      const bool mayVary = eigen && c.variable != frame.returned;
      if (mayVary)
        type = shaped(size(eigen->rows, inRows), size(eigen->cols, inCols), mx::elementType(type));
      c.argument = body->addArgument(type, NameLoc::get(b.getStringAttr(c.variable->getName()),
                                                        locationOf(c.variable->getLocation())));
      // What reads the variable where it is used reads what the last iteration left.
      const bool isFlag = c.variable == frame.isReturned;
      assign(c.variable, isFlag ? Value() : c.argument, s->getBeginLoc());
      // An iteration is run where nothing has returned, be it from a loop before this one.
      variables[c.variable].isUnset = c.isEmpty || isFlag;
      if (type.isIndex())
        computed[c.argument] = Origin(s, c.variable);
    }
    flag = iteration(counter);
    b.setInsertionPointToEnd(&body->front());
    for (Carried &c : carried) {
      const Variable &v = variables[c.variable];
      c.next = v.value ? v.value : v.isUnset ? emptyValue(c.variable) : Value();
      if (c.next && c.variable->getType()->isBooleanType())
        c.next = asReal(c.next, loc);
    }
    leaveBody();
  }
  variables = before;
  exits = outerExits;
  bool isGood = times || flag;
  llvm::SmallVector<Value> inits, yields;
  llvm::SmallVector<mlir::Type> types;
  if (!times)
    yields.push_back(flag);
  for (Carried &c : carried) {
    mlir::Type type =
        c.next ? carriedType(s, c.variable, c.init, c.argument, c.next, c.isEmpty) : mlir::Type();
    isGood &= bool(type);
    inits.push_back(c.init);
    yields.push_back(c.next);
    types.push_back(type);
  }
  sizes.leaveLoop();
  if (!isGood) {
    drop(std::move(body), firstKink);
    for (const VarDecl *variable : variablesCarried)
      assign(variable, {}, s->getBeginLoc());
    return;
  }
  if (carried.empty())
    return drop(std::move(body), firstKink);
  // Sizes of results are asked for outside of the loop.
  for (auto [c, type] : llvm::zip(carried, types))
    if (auto matrix = dyn_cast<mx::MatrixType>(type); matrix && matrix != c.init.getType()) {
      auto size = [&](mx::Size in, mx::Size first, unsigned which) {
        if (in == first || in.isNumber())
          return in;
        mx::Size own = sizes.get(s, c.variable, which);
        sizes.setMeaning(own);
        sizes.addChoice(own, {first, in});
        return own;
      };
      type = shaped(size(matrix.getRows(), rowsOf(c.init), outRows),
                    size(matrix.getCols(), colsOf(c.init), outCols), matrix.getElement());
    }
  {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToEnd(&body->front());
    mx::YieldOp::create(b, loc, yields);
  }
  llvm::SetVector<Value> used;
  collectOuter(*body, used);
  passOuter(*body, used.getArrayRef());
  auto op = mx::LoopOp::create(b, loc, types, times, inits, used.getArrayRef());
  op.getBody().takeBody(*body);
  for (auto [c, v] : llvm::zip(carried, op.getResults())) {
    assign(c.variable, v, s->getBeginLoc());
    if (v.getType().isIndex())
      computed[v] = Origin(s, c.variable);
  }
}

mlir::Type FunctionImporter::carriedType(const Stmt *s, const VarDecl *variable, Value &init,
                                         Value argument, Value next, bool isEmpty) {
  auto no = [&](const llvm::Twine &text) {
    report.error(s->getBeginLoc(), "this loop gives " + quoted(variable->getName()) + text);
    return mlir::Type();
  };
  mlir::Type type = argument.getType();
  auto isReal = [](mlir::Type t) { return isa<mx::MatrixType, FloatType>(t); };
  if (!isReal(type) || !isReal(next.getType()))
    return type == next.getType() ? type : no(" a value of another type");
  if (mx::elementType(type) != mx::elementType(next.getType()))
    return no(" a value of another type");
  auto settle = [&](mx::Size in, mx::Size first, mx::Size last) {
    // By induction it is always the same.
    if (isEmpty ? last == in : sizes.isOneOf(last, {in, first}))
      return sizes.unify(in, isEmpty ? last : first);
    // Something tells that it is one that is known outside: then it is that always.
    if (!sizes.isLocal(in))
      return sizes.unify(in, last) && (isEmpty || sizes.unify(in, first));
    if (isEmpty && !sizes.isLocal(last))
      return sizes.unify(in, last);
    sizes.addChoice(in, {first, last});
    return true;
  };
  mx::Size rows = sizes.resolve(mx::rowsOf(type)), cols = sizes.resolve(mx::colsOf(type));
  if (!settle(rows, rowsOf(init), rowsOf(next)) || !settle(cols, colsOf(init), colsOf(next)))
    return no(" sizes that cannot agree: it is " + shapeOf(init) + " before, and " + shapeOf(next) +
              " after an iteration");
  // Where it is known, what is empty before has that size, too.
  auto known = [&](mx::Size in, mx::Size first) { return sizes.isLocal(in) ? first : in; };
  if (isEmpty && isa<mx::MatrixType>(init.getType()))
    init = zero(variable->getLocation(), {known(rows, rowsOf(init)), known(cols, colsOf(init))},
                mx::elementType(type));
  return shaped(rows, cols, mx::elementType(type));
}

} // namespace delgen
