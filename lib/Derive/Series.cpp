//===- Series.cpp - Truncated power series of all values ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// No derivative is known here. A linear operation acts on each coefficient; a product is a
// convolution (Convolve.cpp); of any other operation the tangent rule is read as a
// differential equation, y′ = T(a, y, a′), whose coefficient k − 1 gives k yₖ. T is built
// once, of operations that have series themselves. Equal ones are one value: the series of
// sin a and cos a are computed side by side, so each takes O(n²) products.
//
//===----------------------------------------------------------------------===//

#include "Series.h"

#include "Activity.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/IR/IRMapping.h"

using namespace mlir;

namespace delgen::mx {

//===-- The function ------------------------------------------------------===//

Series::Series(OpBuilder &out, OpBuilder &inside, Block &body, Region &work, ValueRange arguments)
    : UniqueBuilder(inside), out(out), work(work), placeholders(&work.emplaceBlock()) {
  IRMapping copies;
  for (auto [own, copy, argument] :
       llvm::zip(body.getArguments(), work.getArguments(), arguments)) {
    copies.map(own, copy);
    coefficients[copy].push_back(argument);
  }
  auto copyOf = [&](Value v) { return copies.lookup(v); };
  for (Operation &op : body.without_terminator()) {
    llvm::SmallVector<Value> operands(llvm::map_range(op.getOperands(), copyOf));
    if (isControl(&op)) {
      own.push_back(b.clone(op, copies));
      continue;
    }
    if (auto bind = dyn_cast<BindOp>(op)) {
      bindings.emplace_back(bind, operands.front());
      continue;
    }
    Value copy = this->copy(&op, operands);
    copies.map(op.getResult(0), copy);
    own.push_back(copy.getDefiningOp());
  }
  results = llvm::to_vector(llvm::map_range(body.getTerminator()->getOperands(), copyOf));
}

void Series::vary(unsigned i, llvm::ArrayRef<Value> higher) {
  Value x = work.getArgument(i);
  llvm::append_range(coefficients[x], higher);
  active.insert(x);
  findActive(work.front(), active);
}

FailureOr<std::vector<Series::Coefficients>> Series::run(int64_t order) {
  highest = order;
  // A size that the function makes stands for all of it. What it is read of may vary.
  for (auto [bind, v] : bindings) {
    Value number = coefficient(v, 0);
    out.clone(*bind)->setOperands(number);
  }
  std::vector<Coefficients> found(results.size());
  for (int64_t k = 0; k <= order && !hasFailed; ++k) {
    // In order, so that no coefficient is far from those it takes.
    if (k > 0)
      for (Operation *op : own)
        if (!hasFailed && op->getNumResults() > 0)
          coefficient(op->getResult(0), k);
    for (auto [result, own] : llvm::zip(results, found))
      own.push_back(hasFailed ? Value() : coefficient(result, k));
  }
  if (hasFailed)
    return failure();
  return found;
}

Value Series::note(Value v) {
  Operation *op = v.getDefiningOp();
  // What a comparison says changes nowhere but at kinks.
  if (!isa<CompareOp>(op) && llvm::any_of(op->getOperands(), [&](Value a) { return isActive(a); }))
    active.insert(v);
  return v;
}

Value Series::add(Operation *op, ValueRange operands) {
  // −(−a) = a: a rule that leads back to a must find it.
  if (auto mul = dyn_cast<MulOp>(op); mul && operands.size() == 2)
    if (auto number = operands[0].getDefiningOp<ConstantOp>())
      if (auto inner = operands[1].getDefiningOp<MulOp>())
        if (auto other = inner.getFactors().front().getDefiningOp<ConstantOp>()) {
          const double product = number.number() * other.number();
          llvm::SmallVector<Value> factors(inner.getFactors().drop_front());
          if (product != 1)
            factors.insert(factors.begin(),
                           addNew<ConstantOp>(number.getType(), b.getF64FloatAttr(product)));
          return times(factors);
        }
  return note(copy(op, operands));
}

Value Series::times(llvm::ArrayRef<Value> factors) {
  return factors.size() == 1 ? factors.front() : addNew<MulOp>(factors);
}

Location Series::locationOf(Operation *op) const { return withoutName(op->getLoc()); }

//===-- Coefficients ------------------------------------------------------===//

Value Series::coefficient(Value v, int64_t k) {
  if (k > 0 && !isActive(v))
    return {};
  if (Value base = derivativeOf.lookup(v)) {
    Value next = coefficient(base, k + 1);
    return next && k > 0 ? fraction(static_cast<double>(k + 1), next) : next;
  }
  auto known = [&]() -> Coefficients & { return coefficients[v]; };
  if (Operation *op = v.getDefiningOp(); op && isControl(op) && known().empty() && !hasFailed) {
    auto loop = dyn_cast<LoopOp>(op);
    hasFailed = failed(loop ? this->loop(loop) : branch(cast<IfOp>(op)));
  }
  while (static_cast<int64_t>(known().size()) <= k) {
    const auto next = static_cast<int64_t>(known().size());
    Value c;
    if (Operation *op = v.getDefiningOp(); op && !hasFailed)
      c = next == 0 ? zeroth(op) : compute(op, next);
    // Coefficients of the user's variables are named after them.
    if (llvm::StringRef name = nameOf(v);
        next > 0 && !name.empty() && c && c.getDefiningOp() && nameOf(c).empty())
      c.setLoc(NameLoc::get(out.getStringAttr(name + "_" + llvm::Twine(next)), c.getLoc()));
    known().push_back(c);
  }
  return known()[k];
}

/// number · v
Value Series::fraction(double number, Value v) {
  Location loc = withoutName(v.getLoc());
  return multiply(out, loc, {uniform(out, loc, number, elementType(v.getType())), v});
}

llvm::SmallVector<Value> Series::points(Operation *op) {
  llvm::SmallVector<Value> found;
  for (Value operand : op->getOperands()) {
    Value point = coefficient(operand, 0);
    found.push_back(point ? point : uniform(out, locationOf(op), 0, operand.getType()));
  }
  return found;
}

/// True for an operation whose coefficients are those of its operands in the place of its
/// tangent rule: it is linear in all operands that have tangents taken together, where what
/// else it depends on is decided by the coefficients of order 0.
static bool isLinear(Operation *op) {
  return isa<AddOp, AssembleOp, CastOp, DiagonalOp, DiagOp, ElementOp, FillOp, InsertOp, MaxOp,
             MinOp, PickOp, ReshapeOp, ReverseOp, SelectOp, SliceOp, SumOp, SymmetricOp, TraceOp,
             TransposeOp, TriangleOp>(op);
}

static bool isProduct(Operation *op) {
  return isa<CrossOp, HadamardOp, InnerOp, KronOp, MulOp>(op);
}

Value Series::zeroth(Operation *op) {
  auto isAbsent = [&](Value operand) { return !coefficient(operand, 0); };
  if (llvm::any_of(op->getOperands(), isAbsent)) {
    if (isLinear(op))
      return linear(op, 0);
    if (isProduct(op))
      return {};
  }
  llvm::SmallVector<Value> operands = points(op);
  Operation *copy = out.clone(*op);
  copy->setOperands(operands);
  return copy->getResult(0);
}

Value Series::linear(Operation *op, int64_t k) {
  llvm::SmallVector<Value> tangents;
  for (Value operand : op->getOperands())
    tangents.push_back(isa<IndexType>(operand.getType()) ? Value() : coefficient(operand, k));
  if (llvm::none_of(tangents, [](Value t) { return bool(t); }))
    return {};
  return cast<RuleInterface>(op).tangent(out, points(op), {}, tangents);
}

Value Series::compute(Operation *op, int64_t k) {
  if (isLinearInLists(op))
    return list(op, k);
  if (isLinear(op))
    return linear(op, k);
  if (isProduct(op))
    return product(op, k);
  if (isa<PowOp, PowerOp>(op))
    return power(op, k);
  if (auto prod = dyn_cast<ProdOp>(op))
    return this->prod(prod, k);
  if (isa<InverseOp>(op) && isVaryingInverse(op->getResult(0)))
    return solve(op->getResult(0), plan(op), k);
  if (isa<RuleInterface>(op))
    return byEquation(op, op->getResult(0), k);
  if (auto call = dyn_cast<CallOp>(op))
    op->emitError("the body of '")
        << call.getCallee()
        << "' is not read, and Taylor coefficients through a function without a body are not "
           "supported; ask for 'del', or let delgen read the body";
  else
    op->emitError("no tangent rule for '") << op->getName() << "'";
  hasFailed = true;
  return {};
}

//===-- Differential equations --------------------------------------------===//

Value Series::derivative(Value a) {
  Value &known = derivatives[a];
  if (!known) {
    known = placeholders->addArgument(a.getType(), withoutName(a.getLoc()));
    derivativeOf[known] = a;
    active.insert(known);
  }
  return known;
}

Value Series::adopt(llvm::function_ref<Value(OpBuilder &)> rule) {
  Block scratch;
  OpBuilder rules(b.getContext());
  rules.setInsertionPointToEnd(&scratch);
  Value built = rule(rules);
  IRMapping added;
  auto copyOf = [&](Value v) { return added.lookupOrDefault(v); };
  for (Operation &op : scratch)
    added.map(op.getResult(0),
              add(&op, llvm::SmallVector<Value>(llvm::map_range(op.getOperands(), copyOf))));
  scratch.dropAllReferences();
  return built ? copyOf(built) : built;
}

Value Series::equation(Operation *op, Value y) {
  auto known = equations.find(y);
  if (known != equations.end())
    return known->second;
  llvm::SmallVector<Value> tangents;
  for (Value operand : op->getOperands())
    tangents.push_back(isActive(operand) ? derivative(operand) : Value());
  return equations[y] = adopt([&](OpBuilder &rules) {
           return cast<RuleInterface>(op).tangent(rules, op->getOperands(), y, tangents);
         });
}

Value Series::byEquation(Operation *op, Value y, int64_t k) {
  Value t = equation(op, y);
  Value last = t ? coefficient(t, k - 1) : Value();
  return last && k > 1 ? fraction(1 / static_cast<double>(k), last) : last;
}

} // namespace delgen::mx
