//===- Tangent.cpp - Writes tangents beside values ------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tangent.h"

#include "Activity.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace delgen::mx {

/// The directions that a del function has; none for a function of the user.
static llvm::SmallVector<Pattern> directionsOf(func::FuncOp f) {
  llvm::SmallVector<Pattern> directions;
  if (auto list = f->getAttrOfType<ArrayAttr>(attr::directions))
    for (Attribute direction : list)
      directions.emplace_back(cast<DenseI64ArrayAttr>(direction).asArrayRef());
  return directions;
}

/// The name of the tangent of `value` in direction `n`: r, then d1_r, then d12_r.
static std::string tangentName(llvm::StringRef value, size_t n) {
  llvm::StringRef rest = value;
  if (rest.consume_front("d")) {
    llvm::StringRef digits = rest.take_while(llvm::isDigit);
    if (!digits.empty() && rest.drop_front(digits.size()).starts_with("_"))
      return ("d" + digits + llvm::Twine(n) + rest.drop_front(digits.size())).str();
  }
  return ("d" + llvm::Twine(n) + "_" + value).str();
}

DelFunctions::Builder::Builder(DelFunctions &family, func::FuncOp from, func::FuncOp to,
                               size_t order)
    : family(family), order(order), b(to.getContext()) {
  b.setInsertionPointToStart(to.addEntryBlock());
  for (auto [old, copied] : llvm::zip(from.getArguments(), to.getArguments()))
    copy.map(old, copied);
}

FailureOr<Value> DelFunctions::Builder::run(func::FuncOp from) {
  if (failed(body(from.front())))
    return failure();
  return tangent.lookup(from.front().getTerminator()->getOperand(0));
}

LogicalResult DelFunctions::Builder::body(Block &from) {
  for (Operation &op : from.without_terminator()) {
    const bool isActive = mayBeActive(&op) && llvm::any_of(op.getOperands(), [&](Value v) {
                            return bool(tangent.lookup(v));
                          });
    if (isActive && isControl(&op)) {
      auto loop = dyn_cast<LoopOp>(op);
      if (failed(loop ? this->loop(loop) : branch(cast<IfOp>(op))))
        return failure();
      continue;
    }
    Operation *twin = b.clone(op, copy);
    if (!isActive)
      continue;
    FailureOr<Value> t = tangentOf(op, twin);
    if (failed(t))
      return failure();
    nameTangent(op.getResult(0), *t);
    tangent[op.getResult(0)] = *t;
  }
  return success();
}

FailureOr<Value> DelFunctions::Builder::tangentOf(Operation &op, Operation *twin) {
  llvm::SmallVector<Value> tangents;
  for (Value operand : op.getOperands())
    tangents.push_back(tangent.lookup(operand));
  if (auto call = dyn_cast<CallOp>(twin))
    return chainRule(call, tangents);
  if (auto rule = dyn_cast<RuleInterface>(twin))
    return rule.tangent(b, twin->getOperands(), twin->getResult(0), tangents);
  if (isLinearInLists(twin))
    return listTangent(twin, tangents);
  return op.emitError("no tangent rule for '") << op.getName() << "'";
}

//===-- Calls -------------------------------------------------------------===//

static std::pair<Pattern, llvm::SmallVector<Value>> nonzero(llvm::ArrayRef<Value> tangents) {
  std::pair<Pattern, llvm::SmallVector<Value>> found;
  for (auto [i, t] : llvm::enumerate(tangents))
    if (t) {
      found.first.push_back(i);
      found.second.push_back(t);
    }
  return found;
}

FailureOr<Value> DelFunctions::Builder::chainRule(CallOp call, llvm::ArrayRef<Value> tangents) {
  auto callee = family.symbols.lookup<func::FuncOp>(call.getCallee());
  llvm::SmallVector<Pattern> directions = directionsOf(callee);
  func::FuncOp base = callee;
  if (auto symbol = callee->getAttrOfType<FlatSymbolRefAttr>(attr::base))
    base = family.symbols.lookup<func::FuncOp>(symbol.getValue());
  const unsigned own = base.getNumArguments();

  llvm::SmallVector<Value> arguments(call.getArgs().take_front(own));
  llvm::SmallVector<llvm::SmallVector<Value>> steps;
  unsigned next = own;
  for (const Pattern &direction : directions) {
    steps.emplace_back(call.getArgs().slice(next, direction.size()));
    next += direction.size();
  }

  llvm::SmallVector<Value> terms;
  auto add = [&](llvm::ArrayRef<Pattern> perturbed,
                 llvm::ArrayRef<llvm::SmallVector<Value>> along) -> LogicalResult {
    FailureOr<Value> term = callDel(call, base, arguments, perturbed, along);
    if (failed(term))
      return failure();
    if (*term)
      terms.push_back(*term);
    return success();
  };
  // In the callee's own arguments. The user writes the del functions of a function without
  // a body, in one parameter for each direction.
  llvm::SmallVector<std::pair<Pattern, llvm::SmallVector<Value>>> outer;
  auto [pattern, step] = nonzero(tangents.take_front(own));
  if (base.isExternal())
    for (auto [i, t] : llvm::zip(pattern, step))
      outer.push_back({{i}, {t}});
  else if (!pattern.empty())
    outer.push_back({pattern, step});
  for (auto &[places, moved] : outer) {
    auto perturbed = directions;
    auto along = steps;
    perturbed.push_back(places);
    along.push_back(moved);
    if (failed(add(perturbed, along)))
      return failure();
  }
  // In each direction that the callee already has.
  next = own;
  for (auto [j, direction] : llvm::enumerate(directions)) {
    auto [places, step] = nonzero(tangents.slice(next, direction.size()));
    next += direction.size();
    if (places.empty())
      continue;
    auto perturbed = directions;
    auto along = steps;
    perturbed[j].clear();
    for (int64_t place : places)
      perturbed[j].push_back(direction[place]);
    along[j] = step;
    if (failed(add(perturbed, along)))
      return failure();
  }
  return sumOfTangents(b, withoutName(call.getLoc()), terms);
}

/// True where the user wrote this del function of a function without a body.
static bool isGiven(func::FuncOp base, llvm::ArrayRef<Pattern> patterns) {
  auto list = base->getAttrOfType<ArrayAttr>(attr::given);
  return list && llvm::any_of(list, [&](Attribute given) {
           auto parameters = cast<DenseI64ArrayAttr>(given).asArrayRef();
           return llvm::equal(parameters, patterns, [](int64_t i, const Pattern &pattern) {
             return pattern.size() == 1 && pattern.front() == i;
           });
         });
}

static LogicalResult reportMissing(CallOp call, func::FuncOp base,
                                   llvm::ArrayRef<Pattern> patterns) {
  llvm::StringRef space = stringAttr(base, attr::nameSpace);
  InFlightDiagnostic error = call.emitError("the body of '")
                             << stringAttr(base, attr::cppName)
                             << "' is not read, and its derivative '" << delName(base, patterns)
                             << "' is not written; declare '" << delDeclaration(base, patterns)
                             << "'";
  if (!space.empty())
    error << " in namespace '" << space << "'";
  error.attachNote(base.getLoc()) << "'" << stringAttr(base, attr::cppName) << "' is declared here";
  return error;
}

FailureOr<Value> DelFunctions::Builder::callDel(CallOp call, func::FuncOp base,
                                                llvm::ArrayRef<Value> arguments,
                                                llvm::ArrayRef<Pattern> directions,
                                                llvm::ArrayRef<llvm::SmallVector<Value>> steps) {
  // dᵏ is symmetric in its directions: one order of them serves all calls.
  auto sorted = llvm::to_vector(llvm::seq<size_t>(0, directions.size()));
  llvm::sort(sorted, [&](size_t i, size_t j) {
    return std::pair(directions[i], i) < std::pair(directions[j], j);
  });
  llvm::SmallVector<Pattern> patterns;
  llvm::SmallVector<Value> operands(arguments);
  for (size_t i : sorted) {
    patterns.push_back(directions[i]);
    llvm::append_range(operands, steps[i]);
  }
  if (base.isExternal() && !isGiven(base, patterns))
    return reportMissing(call, base, patterns);
  FailureOr<func::FuncOp> callee = family.getNonzero(base, patterns);
  if (failed(callee))
    return failure();
  if (!*callee)
    return Value();
  return CallOp::create(b, withoutName(call.getLoc()), call.getType(), callee->getName(), operands)
      .getResult();
}

//===-- Names -------------------------------------------------------------===//

void DelFunctions::Builder::nameTangent(Value v, Value t) {
  llvm::StringRef name = nameOf(v);
  if (name.empty() || !t || !t.getDefiningOp() || !nameOf(t).empty())
    return;
  t.setLoc(NameLoc::get(b.getStringAttr(tangentName(name, order)), t.getLoc()));
}

} // namespace delgen::mx
