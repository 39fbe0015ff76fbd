//===- Adjoint.cpp - The transpose of a linear function -------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ⟨w, L δ⟩ = ⟨Lᵀw, δ⟩: the operations between δ and L δ are transposed from the last to the
// first. A value that is used several times gets the sum of what its uses give; each is
// visited once, so the transpose costs what the function costs.
//
//===----------------------------------------------------------------------===//

#include "Adjoint.h"
#include "Activity.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"

using namespace mlir;

namespace delgen::mx {

Value Adjoint::copyOf(Value v) {
  if (Value known = copies.lookupOrNull(v))
    return known;
  if (active.empty()) {
    active.insert_range(variables);
    findActive(*v.getParentBlock(), active);
  }
  // Operands first, with a stack of its own: expressions may be deep.
  llvm::SmallVector<Operation *> pending = {v.getDefiningOp()};
  while (!pending.empty()) {
    Operation *op = pending.back();
    if (llvm::any_of(op->getResults(), [&](Value result) { return copies.contains(result); })) {
      pending.pop_back();
      continue;
    }
    // What a loop or branch computes besides, and nothing reads, may depend on the variables.
    auto isLeftOut = [&](Value operand) { return isControl(op) && isActive(operand); };
    const size_t before = pending.size();
    for (Value operand : op->getOperands())
      if (!copies.contains(operand) && !isLeftOut(operand))
        pending.push_back(operand.getDefiningOp());
    if (pending.size() > before)
      continue;
    if (llvm::any_of(op->getOperands(), isLeftOut)) {
      KnownPart known(b, copies, active);
      if (auto loop = dyn_cast<LoopOp>(op))
        known.loop(loop, nullptr);
      else
        known.branch(cast<IfOp>(op));
    } else {
      copyTo(b, op, copies);
    }
    pending.pop_back();
  }
  return copies.lookup(v);
}

FailureOr<Value> Adjoint::pullOfCall(CallOp call, unsigned i, Value w) {
  auto derivative = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(call, call.getCalleeAttr());
  auto symbol = derivative->getAttrOfType<FlatSymbolRefAttr>(attr::base);
  auto base =
      symbol ? SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(call, symbol) : func::FuncOp();
  // d¹g(u, δᵢ) of a function without a body; its transpose is the user's g_vjp.
  if (!base || i != base.getNumArguments() || derivative.getNumArguments() != i + 1)
    return call.emitError("gradients go backwards through each call, and '")
           << stringAttr(derivative, attr::cppName)
           << "' is a derivative that was written by hand, of which that is not known; ask for "
              "'del', or let delgen read the function's body";
  auto directions = derivative->getAttrOfType<ArrayAttr>(attr::directions);
  const int64_t parameter = cast<DenseI64ArrayAttr>(directions[0])[0];
  auto module = call->getParentOfType<ModuleOp>();
  auto vjp = module.lookupSymbol<func::FuncOp>(vjpSymbol(base, parameter));
  if (!vjp) {
    InFlightDiagnostic error =
        call.emitError("the body of '")
        << stringAttr(base, attr::cppName)
        << "' is not read, and the transpose of its derivative is not written; declare '"
        << vjpDeclaration(base, parameter) << "'";
    if (llvm::StringRef space = stringAttr(base, attr::nameSpace); !space.empty())
      error << " in namespace '" << space << "'";
    error.attachNote(base.getLoc())
        << "'" << stringAttr(base, attr::cppName) << "' is declared here";
    return error;
  }
  llvm::SmallVector<Value> arguments;
  for (Value argument : call.getArgs().drop_back())
    arguments.push_back(copyOf(argument));
  arguments.push_back(w);
  return CallOp::create(b, withoutName(call.getLoc()), call.getArgs()[i].getType(), vjp.getName(),
                        arguments)
      .getResult();
}

namespace {
/// select(c, value, 0) or select(c, 0, value).
struct Choice {
  Value condition, value;
  bool isFirst = true;

  explicit operator bool() const { return bool(value); }
  Value of(OpBuilder &b, Location loc, Value inside) const {
    Value zero = uniform(b, loc, 0, inside.getType());
    return isFirst ? SelectOp::create(b, loc, condition, inside, zero)
                   : SelectOp::create(b, loc, condition, zero, inside);
  }
};
} // namespace

static Choice choiceOf(Value w) {
  auto select = w.getDefiningOp<SelectOp>();
  if (!select)
    return {};
  if (constantValue(select.getB()) == 0.0)
    return {select.getCondition(), select.getA(), true};
  if (constantValue(select.getA()) == 0.0)
    return {select.getCondition(), select.getB(), false};
  return {};
}

/// True where the transpose of `op` in operand `i` multiplies entry by entry.
static bool actsEntryByEntry(Operation *op, unsigned i) {
  if (op->getOperand(i).getType() != op->getResult(0).getType())
    return false;
  if (isa<MulOp>(op))
    return llvm::all_of(op->getOpOperands(), [&](OpOperand &other) {
      return other.getOperandNumber() == i || isScalar(other.get());
    });
  return isa<HadamardOp, SelectOp>(op);
}

Value Adjoint::collect(Location loc, llvm::ArrayRef<Value> cotangents) {
  if (isa<ListType>(cotangents.front().getType())) {
    Value sum = cotangents.front();
    for (Value w : cotangents.drop_front())
      sum = AddListsOp::create(b, loc, sum, w);
    return sum;
  }
  // select(c, u, 0) + select(c, v, 0) = select(c, u + v, 0)
  llvm::SmallVector<Value> terms;
  llvm::SmallVector<std::pair<Choice, llvm::SmallVector<Value, 2>>> choices;
  for (Value w : cotangents) {
    Choice choice = choiceOf(w);
    if (!choice) {
      terms.push_back(w);
      continue;
    }
    auto *known = llvm::find_if(choices, [&](const auto &entry) {
      return entry.first.condition == choice.condition && entry.first.isFirst == choice.isFirst;
    });
    if (known == choices.end())
      choices.push_back({choice, {choice.value}});
    else
      known->second.push_back(choice.value);
  }
  for (auto &[choice, values] : choices)
    terms.push_back(choice.of(b, loc, sumOfTangents(b, loc, values)));
  return sumOfTangents(b, loc, terms);
}

FailureOr<Value> Adjoint::pull(Operation *op, unsigned i, Value w) {
  if (auto call = dyn_cast<CallOp>(op))
    return pullOfCall(call, i, w);
  llvm::SmallVector<Value> arguments;
  for (unsigned k = 0; k < op->getNumOperands(); ++k)
    arguments.push_back(active.contains(op->getOperand(k)) ? Value() : copyOf(op->getOperand(k)));
  auto rule = dyn_cast<RuleInterface>(op);
  // What a choice has cut off stays so: 0 ∘ s where s is not finite there would be NaN.
  if (Choice choice = choiceOf(w); choice && actsEntryByEntry(op, i)) {
    Location loc = withoutName(op->getLoc());
    if (Value inside = rule.pull(b, i, arguments, choice.value))
      return choice.of(b, loc, inside);
  }
  Value pulled = rule ? rule.pull(b, i, arguments, w) : Value();
  if (!pulled)
    return op->emitError("'") << op->getName() << "' is not linear in operand " << i
                              << ", so it has no transpose: please report this";
  return pulled;
}

Value Adjoint::cotangentOf(Value v) {
  auto it = cotangents.find(v);
  return it == cotangents.end() ? Value() : collect(withoutName(v.getLoc()), it->second);
}

FailureOr<llvm::SmallVector<Value>> Adjoint::run(Value value, Value w, bool bindsSizes) {
  return run(*value.getParentBlock(), value, w, bindsSizes);
}

FailureOr<llvm::SmallVector<Value>> Adjoint::run(Block &body, ValueRange values,
                                                 llvm::ArrayRef<Value> ws, bool bindsSizes) {
  active.clear();
  cotangents.clear();
  active.insert_range(variables);
  findActive(body, active);
  // What the values are made of, up to the variables.
  llvm::DenseSet<Operation *> between;
  llvm::SmallVector<Value> open(values);
  const llvm::DenseSet<Value> ends(variables.begin(), variables.end());
  while (!open.empty()) {
    Value v = open.pop_back_val();
    Operation *op = v.getDefiningOp();
    if (op && isActive(v) && !ends.contains(v) && between.insert(op).second)
      llvm::append_range(open, op->getOperands());
  }
  llvm::SmallVector<Operation *> order;
  for (Operation &op : body.without_terminator()) {
    if (between.contains(&op)) {
      order.push_back(&op);
      if (isControl(&op))
        copyKnownPart(&op);
    } else if (auto bind = dyn_cast<BindOp>(op); bind && bindsSizes) {
      BindOp::create(b, bind.getLoc(), copyOf(bind.getA()), bind.getSymbolAttr());
    }
  }
  for (auto [value, w] : llvm::zip(values, ws))
    if (w && isActive(value))
      add(value, w);
  for (Operation *op : llvm::reverse(order)) {
    if (isControl(op)) {
      auto loop = dyn_cast<LoopOp>(op);
      if (failed(loop ? pullOfLoop(loop) : pullOfBranch(cast<IfOp>(op))))
        return failure();
      continue;
    }
    Value own = cotangentOf(op->getResult(0));
    if (!own)
      continue;
    if (isLinearInLists(op)) {
      if (failed(pullOfList(op, own)))
        return failure();
      continue;
    }
    for (OpOperand &operand : op->getOpOperands()) {
      if (!isActive(operand.get()))
        continue;
      FailureOr<Value> pulled = pull(op, operand.getOperandNumber(), own);
      if (failed(pulled))
        return failure();
      add(operand.get(), *pulled);
    }
  }
  llvm::SmallVector<Value> found;
  for (Value variable : variables)
    found.push_back(cotangentOf(variable));
  return found;
}

} // namespace delgen::mx
