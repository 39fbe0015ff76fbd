//===- Carried.cpp - What loops carry -------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The variables that a loop changes are carried from one iteration to the next. The sizes of what
// is carried are taken to change until something tells that they do not.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "clang/Basic/SourceManager.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

llvm::SmallVector<const VarDecl *> FunctionImporter::carriedBy(llvm::ArrayRef<const Stmt *> parts,
                                                               bool returns) {
  llvm::DenseSet<const VarDecl *> assigned;
  for (const Stmt *s : parts)
    if (s)
      for (const VarDecl *variable : effectsOf(ast, s).assigned) {
        variable = meant(variable);
        assigned.insert(variable);
        // By a parameter of a function that is read here, another is.
        if (auto view = views.find(variable); view != views.end())
          assigned.insert(view->second.variable);
        if (auto place = objects.find(variable); place != objects.end() && place->second.local)
          assigned.insert(place->second.local);
      }
  if (returns)
    assigned.insert_range(std::array{frame.returned, frame.isReturned});
  llvm::SmallVector<const VarDecl *> carried;
  for (auto &[variable, v] : variables)
    if ((assigned.contains(variable) || assigned.contains(wholes.lookup(variable))) &&
        (v.value || v.isUnset))
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

bool FunctionImporter::staysInPlace(const Stmt *s, const VarDecl *variable) {
  bool hasParts = false;
  for (auto &[name, view] : views)
    if (view.variable == variable) {
      if (view.isWhole && view.entries.empty())
        return false;
      hasParts = true;
    }
  return hasParts && keepsSizes(ast, s, variable);
}

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
      const bool mayVary =
          eigen && !isLive({frame.returned}, c.variable) && !staysInPlace(s, c.variable);
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
  // What changes is carried, or the loop would be another one. Macros may write the head.
  const SourceManager &sources = ast.getSourceManager();
  const SourceLocation begin = sources.getExpansionLoc(s->getBeginLoc()),
                       end = sources.getExpansionLoc(s->getEndLoc());
  for (auto &[variable, old] : before) {
    auto now = variables.find(variable);
    const SourceLocation declared = sources.getExpansionLoc(variable->getLocation());
    const bool isOwn =
        declared.isInvalid() || (!sources.isBeforeInTranslationUnit(declared, begin) &&
                                 !sources.isBeforeInTranslationUnit(end, declared));
    if (now != variables.end() && now->second.value != old.value && !isOwn &&
        !llvm::is_contained(variablesCarried, variable) && !report.hasErrors())
      report.error(s->getBeginLoc(),
                   "this loop gives " + quoted(variable->getName()) +
                       " a value in a way that delgen does not see: please report this");
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
    return type == next.getType() ? type : no(" a value of another type: please report this");
  if (mx::elementType(type) != mx::elementType(next.getType()))
    return no(" a value of another type: please report this");
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
