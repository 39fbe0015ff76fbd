//===- Del.cpp - The family of del functions of a module ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// d_x f(x, δ) is the part of f(x + δ) that is linear in δ. A value's tangent stands
// beside the value; an absent tangent is zero. The next order is the same pass over the
// del function, with the directions that it already has held constant.
//
//===----------------------------------------------------------------------===//

#include "Del.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/ScopeExit.h"
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

void keepLinear(func::FuncOp f, unsigned i) {
  dropObject(f, i);
  auto assumed = f.getArgAttrOfType<ArrayAttr>(i, attr::assume);
  if (!assumed)
    return;
  OpBuilder b(f.getContext());
  llvm::SmallVector<llvm::StringRef> kept;
  for (llvm::StringRef property : assumed.getAsValueRange<StringAttr>()) {
    if (property == "spd")
      property = "symmetric";
    if (property != "orthogonal" && !llvm::is_contained(kept, property))
      kept.push_back(property);
  }
  if (kept.empty())
    f.removeArgAttr(i, b.getStringAttr(attr::assume));
  else
    f.setArgAttr(i, attr::assume, b.getStrArrayAttr(kept));
}

//===-- One function ------------------------------------------------------===//

/// Writes the body of a del function beside a copy of the function it differentiates.
class DelFunctions::Builder {
public:
  Builder(DelFunctions &family, func::FuncOp from, func::FuncOp to, size_t order)
      : family(family), order(order), b(to.getContext()) {
    b.setInsertionPointToStart(to.addEntryBlock());
    for (auto [old, copied] : llvm::zip(from.getArguments(), to.getArguments()))
      copy.map(old, copied);
  }

  void setTangent(Value v, Value t) { tangent[v] = t; }

  /// The tangent of what `from` returns, null where it is zero.
  FailureOr<Value> run(func::FuncOp from) {
    for (Operation &op : from.front().without_terminator()) {
      Operation *twin = b.clone(op, copy);
      if (llvm::none_of(op.getOperands(), [&](Value v) { return tangent.lookup(v); }))
        continue;
      FailureOr<Value> t = tangentOf(op, twin);
      if (failed(t))
        return failure();
      nameTangent(op.getResult(0), *t);
      tangent[op.getResult(0)] = *t;
    }
    return tangent.lookup(from.front().getTerminator()->getOperand(0));
  }

  OpBuilder &builder() { return b; }

private:
  FailureOr<Value> tangentOf(Operation &op, Operation *twin) {
    llvm::SmallVector<Value> tangents;
    for (Value operand : op.getOperands())
      tangents.push_back(tangent.lookup(operand));
    if (auto call = dyn_cast<CallOp>(twin))
      return chainRule(call, tangents);
    if (auto rule = dyn_cast<RuleInterface>(twin))
      return rule.tangent(b, twin->getOperands(), twin->getResult(0), tangents);
    return op.emitError("no tangent rule for '") << op.getName() << "'";
  }

  /// For dᵏg(u, v₁…vₖ): the del function of order k + 1 in the tangents of u, and, since
  /// dᵏg is linear in each vⱼ, dᵏg itself with vⱼ replaced by its tangent.
  FailureOr<Value> chainRule(CallOp call, llvm::ArrayRef<Value> tangents) {
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

  static std::pair<Pattern, llvm::SmallVector<Value>> nonzero(llvm::ArrayRef<Value> tangents) {
    std::pair<Pattern, llvm::SmallVector<Value>> found;
    for (auto [i, t] : llvm::enumerate(tangents))
      if (t) {
        found.first.push_back(i);
        found.second.push_back(t);
      }
    return found;
  }

  FailureOr<Value> callDel(CallOp call, func::FuncOp base, llvm::ArrayRef<Value> arguments,
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
    return CallOp::create(b, withoutName(call.getLoc()), call.getType(), callee->getName(),
                          operands)
        .getResult();
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
    error.attachNote(base.getLoc())
        << "'" << stringAttr(base, attr::cppName) << "' is declared here";
    return error;
  }

  /// Tangents of the user's variables are named after them.
  void nameTangent(Value v, Value t) {
    llvm::StringRef name = nameOf(v);
    if (name.empty() || !t || !t.getDefiningOp() || !nameOf(t).empty())
      return;
    t.setLoc(NameLoc::get(b.getStringAttr(tangentName(name, order)), t.getLoc()));
  }

  DelFunctions &family;
  size_t order;
  OpBuilder b;
  IRMapping copy;
  llvm::DenseMap<Value, Value> tangent;
};

//===-- The family --------------------------------------------------------===//

DelFunctions::DelFunctions(ModuleOp module, std::function<LogicalResult(func::FuncOp)> prepare)
    : module(module), symbols(module), prepare(std::move(prepare)) {
  if (auto names = module->getAttrOfType<ArrayAttr>(attr::reserved))
    for (Attribute name : names)
      takenNames.insert(cast<StringAttr>(name).getValue());
}

FailureOr<func::FuncOp> DelFunctions::get(func::FuncOp base, llvm::ArrayRef<Pattern> directions,
                                          bool namesAll) {
  // Both ways of naming give the same name unless one parameter is perturbed repeatedly.
  namesAll = namesAll && directions.size() > 1 && llvm::all_equal(directions);
  std::vector<std::vector<int64_t>> patterns;
  for (const Pattern &direction : directions)
    patterns.emplace_back(direction.begin(), direction.end());
  std::tuple key(base.getName().str(), std::move(patterns), namesAll);
  if (auto it = known.find(key); it != known.end())
    return it->second;
  if (broken.contains(key))
    return failure();
  FailureOr<func::FuncOp> built = build(base, directions, namesAll);
  if (succeeded(built))
    known[key] = *built;
  else
    broken.insert(std::move(key));
  return built;
}

FailureOr<func::FuncOp> DelFunctions::getNonzero(func::FuncOp base,
                                                 llvm::ArrayRef<Pattern> directions) {
  FailureOr<func::FuncOp> del = get(base, directions);
  return succeeded(del) && zero.contains(*del) ? func::FuncOp() : del;
}

FailureOr<func::FuncOp> DelFunctions::build(func::FuncOp base, llvm::ArrayRef<Pattern> directions,
                                            bool namesAll) {
  if (base.isExternal())
    return declare(base, directions, delName(base, directions));
  func::FuncOp from = base;
  if (directions.size() > 1) {
    FailureOr<func::FuncOp> previous = get(base, directions.drop_back());
    if (failed(previous))
      return failure();
    from = *previous;
  }
  if (from.getNumResults() != 1)
    return from.emitError("'") << from.getName()
                               << "' cannot be differentiated: it has not one result";
  if (llvm::is_contained(open, from.getOperation()))
    return from.emitError("'") << from.getName() << "' cannot be differentiated: it calls itself";
  if (prepared.insert(from).second && failed(prepare(from)))
    return failure();
  open.push_back(from);
  llvm::scope_exit close([&] { open.pop_back(); });

  func::FuncOp to = declare(base, directions, pickName(base, delName(base, directions, namesAll)));
  Builder body(*this, from, to, directions.size());
  for (auto [k, i] : llvm::enumerate(directions.back()))
    body.setTangent(from.getArgument(i), to.getArgument(from.getNumArguments() + k));
  FailureOr<Value> tangent = body.run(from);
  if (failed(tangent))
    return failure();
  if (!*tangent) {
    zero.insert(to);
    Type type = from.getResultTypes().front();
    OpBuilder &b = body.builder();
    tangent = uniform(b, from.getLoc(), 0, type);
  }
  func::ReturnOp::create(body.builder(), from.getLoc(), *tangent);
  return to;
}

func::FuncOp DelFunctions::declare(func::FuncOp base, llvm::ArrayRef<Pattern> directions,
                                   llvm::StringRef name) {
  OpBuilder b(base.getContext());
  llvm::SmallVector<Type> inputs(base.getArgumentTypes());
  llvm::SmallVector<Attribute> patterns;
  for (const Pattern &direction : directions) {
    patterns.push_back(b.getDenseI64ArrayAttr(direction));
    for (int64_t i : direction)
      inputs.push_back(base.getArgumentTypes()[i]);
  }
  auto to = func::FuncOp::create(base.getLoc(), base.getName(),
                                 b.getFunctionType(inputs, base.getResultTypes()));
  to->setDiscardableAttrs(
      llvm::to_vector(llvm::make_filter_range(base->getDiscardableAttrs(), [](NamedAttribute a) {
        return !llvm::is_contained(
            {attr::del, attr::delNamed, attr::given, attr::requests, attr::reading}, a.getName());
      })));
  llvm::StringRef nameSpace = stringAttr(base, attr::nameSpace);
  to.setName(nameSpace.empty() ? name.str() : (nameSpace + "::" + name).str());
  to->setAttr(attr::cppName, b.getStringAttr(name));
  to->setAttr(attr::base, FlatSymbolRefAttr::get(base.getNameAttr()));
  to->setAttr(attr::directions, b.getArrayAttr(patterns));
  // Private until it is known to be requested: a step to a higher order may be all it is for.
  to.setPrivate();
  symbols.insert(to);

  unsigned next = base.getNumArguments();
  for (unsigned i = 0; i < next; ++i)
    to.setArgAttrs(i, base.getArgAttrDict(i));
  auto names = directionNames(base, directions);
  const std::string *own = names.begin();
  for (const Pattern &direction : directions)
    for (int64_t i : direction) {
      to.setArgAttrs(next, directionAttrs(base, i));
      to.setArgAttr(next, attr::name, b.getStringAttr(*own++));
      keepLinear(to, next++);
    }
  return to;
}

std::string DelFunctions::pickName(func::FuncOp base, std::string name) {
  // Overloads share a name; two derivatives of one function must not.
  while (takenNames.contains(name) ||
         !takenNames.insert((base.getName() + " " + name).str()).second)
    name += '_';
  return name;
}

} // namespace delgen::mx
