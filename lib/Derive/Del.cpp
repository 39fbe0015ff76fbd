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

#include "Tangent.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/ScopeExit.h"

using namespace mlir;

namespace delgen::mx {

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
    tangent = body.tangentOrZero(from.front().getTerminator()->getOperand(0));
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
