//===- Convolve.cpp - Series of products, solves and powers ---------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// (l r)ₖ = Σ lᵢ rₖ₋ᵢ. A product of more factors is cut in two, and so are these, where the
// parts are small: u vᵀ B is cut in u and vᵀ B. Only the parts have series; a matrix is
// never formed on the way to a vector. An inverse that varies is cut off as a solve.
//
//===----------------------------------------------------------------------===//

#include "Series.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include <cmath>

using namespace mlir;

namespace delgen::mx {

//===-- How a product is cut ----------------------------------------------===//

static bool isSquare(Value v) { return rowsOf(v.getType()) == colsOf(v.getType()); }

/// The inverse that `v` is or is the transpose of.
static InverseOp inverseIn(Value v) {
  if (auto t = v.getDefiningOp<TransposeOp>())
    v = t.getA();
  return v.getDefiningOp<InverseOp>();
}

bool Series::isVaryingInverse(Value v) {
  InverseOp inverse = inverseIn(v);
  return inverse && isActive(inverse.getA()) && isMatrix(inverse.getA()) && isSquare(v);
}

bool Series::isVaryingLeftInverse(Value v) {
  auto inverse = v.getDefiningOp<InverseOp>();
  return inverse && isActive(inverse.getA()) && isMatrix(inverse.getA()) && !isSquare(v);
}

/// 0 for a scalar, 1 for a vector, 2 for a matrix.
static unsigned rank(Type type) {
  auto matrix = dyn_cast<MatrixType>(type);
  return !matrix ? 0 : matrix.isVector() ? 1 : 2;
}

/// Where to cut a chain in two, so that the parts' products are small and `mayCut` agrees; 0
/// if it never does. Factors that are constant stay with the smaller part.
static size_t cutOf(llvm::ArrayRef<Value> chain, llvm::function_ref<bool(size_t)> mayCut) {
  size_t best = 0;
  unsigned least = ~0u;
  const bool isRow = chain.size() > 1 && rank(productShape(chain)) == 1 &&
                     cast<MatrixType>(productShape(chain)).isRow();
  for (size_t i = 1; i < chain.size(); ++i) {
    if (!mayCut(i))
      continue;
    const unsigned cost =
        rank(productShape(chain.take_front(i))) + rank(productShape(chain.drop_front(i)));
    if (cost < least || (cost == least && isRow)) {
      best = i;
      least = cost;
    }
  }
  return best;
}

/// True where xᵀ C y = yᵀ C x for x, y in the place of the two ends.
static bool isSymmetricForm(llvm::ArrayRef<Value> chain) {
  for (size_t i = 0; i < (chain.size() + 1) / 2; ++i)
    if (!areTransposes(chain[i], chain[chain.size() - 1 - i]))
      return false;
  return true;
}

Series::Plan Series::planOfChain(MulOp op) {
  llvm::SmallVector<Value> numbers, scalars, chain; // constant and varying scalars, matrices
  for (Value factor : op.getFactors())
    (isMatrix(factor) ? chain : isActive(factor) ? scalars : numbers).push_back(factor);
  auto isVarying = [&](Value v) { return isActive(v); };
  auto with = [](llvm::ArrayRef<Value> front, llvm::ArrayRef<Value> rest) {
    llvm::SmallVector<Value> all(front);
    llvm::append_range(all, rest);
    return all;
  };
  llvm::ArrayRef<Value> factors = chain;
  const size_t varying = llvm::count_if(chain, isVarying);
  Plan plan;
  auto cutIn = [&](llvm::ArrayRef<Value> left, llvm::ArrayRef<Value> right) {
    plan.pair = {times(left), times(right)};
    return plan;
  };

  if (varying == 0 && scalars.size() == 1)
    return plan;
  if (varying == 0 && numbers.empty() && chain.empty())
    return cutIn(scalars.front(), llvm::ArrayRef(scalars).drop_front());
  if (varying == 0) {
    plan.same = times(with(with(numbers, times(scalars)), chain));
    return plan;
  }
  // u vᵀ, with the scalars at the part that varies
  auto isOuter = [&](size_t i) {
    return colsOf(factors[i - 1].getType()).is(1) && rowsOf(factors[i].getType()).is(1);
  };
  if (const size_t i = cutOf(chain, isOuter)) {
    llvm::ArrayRef<Value> left = factors.take_front(i), right = factors.drop_front(i);
    llvm::SmallVector<Value> front = with(numbers, scalars);
    return llvm::any_of(left, isVarying) ? cutIn(with(front, left), right)
                                         : cutIn(left, with(front, right));
  }
  if (!scalars.empty())
    return cutIn(scalars, with(numbers, chain));

  const auto *found = llvm::find_if(chain, [&](Value v) {
    return isVaryingInverse(v) || (isVaryingLeftInverse(v) && v != chain.back());
  });
  if (found != chain.end()) {
    const size_t i = found - chain.begin(), after = i + 1;
    const bool isFirst = i == 0, isLast = after == chain.size();
    // uᵀ A⁻¹ B is (uᵀ A⁻¹) B, M A⁻¹ B is M (A⁻¹ B)
    if (!isFirst && !isLast)
      return rank(productShape(factors.take_front(i))) == 1
                 ? cutIn(with(numbers, factors.take_front(after)), factors.drop_front(after))
                 : cutIn(with(numbers, factors.take_front(i)), factors.drop_front(i));
    // c A⁻¹
    if (chain.size() == 1)
      return numbers.empty() ? plan : cutIn(numbers, chain);
    plan.inverse = *found;
    plan.isLeft = isFirst;
    plan.rest = times(with(numbers, isFirst ? factors.drop_front() : factors.drop_back()));
    return plan;
  }
  const size_t cut = cutOf(chain, [&](size_t i) {
    return llvm::any_of(factors.take_front(i), isVarying) &&
           llvm::any_of(factors.drop_front(i), isVarying);
  });
  if (cut == 0)
    return plan;
  cutIn(factors.take_front(cut), with(numbers, factors.drop_front(cut)));
  plan.pair.isSymmetric = varying == 2 && cut == 1 && isa<FloatType>(op.getType()) &&
                          isActive(chain.back()) && isSymmetricForm(chain);
  return plan;
}

Series::Plan Series::planOfHadamard(HadamardOp op) {
  llvm::SmallVector<Value> fixed, varying;
  for (Value factor : op.getFactors())
    (isActive(factor) ? varying : fixed).push_back(factor);
  Plan plan;
  if (varying.size() < 2)
    return plan;
  auto product = [&](llvm::ArrayRef<Value> factors) {
    return factors.size() == 1 ? factors.front() : addNew<HadamardOp>(factors);
  };
  fixed.push_back(varying.front());
  plan.pair = {product(fixed), product(llvm::ArrayRef(varying).drop_front())};
  plan.pair.isSymmetric = plan.pair.left == plan.pair.right;
  return plan;
}

Series::Plan Series::plan(Operation *op) {
  auto known = plans.find(op->getResult(0));
  if (known != plans.end())
    return known->second;
  Plan plan;
  if (auto mul = dyn_cast<MulOp>(op)) {
    plan = planOfChain(mul);
  } else if (auto hadamard = dyn_cast<HadamardOp>(op)) {
    plan = planOfHadamard(hadamard);
  } else if (isa<InverseOp>(op)) {
    plan.inverse = op->getResult(0);
  } else if (llvm::all_of(op->getOperands(), [&](Value v) { return isActive(v); })) {
    plan.pair = {op->getOperand(0), op->getOperand(1)};
    plan.pair.isSymmetric = isa<InnerOp>(op) && plan.pair.left == plan.pair.right;
  }
  return plans[op->getResult(0)] = plan;
}

//===-- Products ----------------------------------------------------------===//

Value Series::product(Operation *op, int64_t k) {
  const Plan plan = this->plan(op);
  if (plan.same)
    return coefficient(plan.same, k);
  if (plan.inverse)
    return isSquare(plan.inverse) ? solve(op->getResult(0), plan, k)
                                  : fit(op->getResult(0), plan, k);
  if (plan.pair.left)
    return convolve(op, plan.pair, k);
  return linear(op, k);
}

/// The product of two coefficients, in the way of `op`.
Value Series::combine(Operation *op, Value l, Value r) {
  Location loc = locationOf(op);
  if (isa<MulOp>(op) || isScalar(l))
    return multiply(out, loc, {l, r});
  if (isa<HadamardOp, PowOp, PowerOp>(op))
    return HadamardOp::create(out, loc, ValueRange{l, r});
  Operation *copy = out.clone(*op);
  copy->setOperands({l, r});
  copy->setLoc(loc);
  return copy->getResult(0);
}

Value Series::convolve(Operation *op, const Pair &pair, int64_t k) {
  llvm::SmallVector<Value> terms;
  for (int64_t i = 0; i <= k; ++i) {
    const bool isTwice = pair.isSymmetric && 2 * i != k;
    if (pair.isSymmetric && 2 * i > k)
      break;
    Value l = coefficient(pair.left, i), r = coefficient(pair.right, k - i);
    if (l && r)
      terms.push_back(isTwice ? fraction(2, combine(op, l, r)) : combine(op, l, r));
  }
  return sumOfTangents(out, locationOf(op), terms);
}

//===-- Solves ------------------------------------------------------------===//

Value Series::solve(Value s, const Plan &plan, int64_t k) {
  Location loc = withoutName(s.getLoc());
  Value matrix = inverseIn(plan.inverse).getA();
  const bool isTransposed = bool(plan.inverse.getDefiningOp<TransposeOp>());
  llvm::SmallVector<Value> terms;
  for (int64_t i = 1; i <= k; ++i) {
    Value a = coefficient(matrix, i), previous = coefficient(s, k - i);
    if (!a || !previous)
      continue;
    if (isTransposed)
      a = transpose(out, loc, a);
    terms.push_back(plan.isLeft ? multiply(out, loc, {a, previous})
                                : multiply(out, loc, {previous, a}));
  }
  Value moved = sumOfTangents(out, loc, terms);
  Value rest = plan.rest ? coefficient(plan.rest, k) : Value();
  Value right = sumOfTangents(out, loc, {rest, moved ? negate(out, loc, moved) : Value()});
  if (!right)
    return {};
  Value inverse = coefficient(plan.inverse, 0);
  return plan.isLeft ? multiply(out, loc, {inverse, right}) : multiply(out, loc, {right, inverse});
}

Value Series::fit(Value s, const Plan &plan, int64_t k) {
  Location loc = withoutName(s.getLoc());
  Value matrix = inverseIn(plan.inverse).getA();
  Value minus = addNew<ConstantOp>(elementType(s.getType()), b.getF64FloatAttr(-1));
  Value residual = addNew<AddOp>(ValueRange{plan.rest, times({minus, matrix, s})});
  llvm::SmallVector<Value> terms = {coefficient(plan.rest, k)}, turned;
  for (int64_t i = 1; i <= k; ++i) {
    Value a = coefficient(matrix, i);
    if (!a)
      continue;
    if (Value previous = coefficient(s, k - i))
      terms.push_back(negate(out, loc, multiply(out, loc, {a, previous})));
    if (Value previous = coefficient(residual, k - i))
      turned.push_back(multiply(out, loc, {transpose(out, loc, a), previous}));
  }
  Value right = sumOfTangents(out, loc, terms), normal = sumOfTangents(out, loc, turned);
  Value inverse = coefficient(plan.inverse, 0);
  if (right)
    right = multiply(out, loc, {inverse, right});
  if (normal)
    normal = multiply(out, loc, {inverse, transpose(out, loc, inverse), normal});
  return sumOfTangents(out, loc, {right, normal});
}

//===-- Powers ------------------------------------------------------------===//

Value Series::power(Operation *op, int64_t k) {
  Value y = op->getResult(0), a = op->getOperand(0);
  Location loc = locationOf(op);
  auto constant = dyn_cast<PowOp>(op);
  const double p = constant ? constant.exponentValue() : 0;
  if (constant && p == std::floor(p) && p >= 2) {
    // Not by the recurrence, which divides by a₀: that may be 0.
    auto part = [&](double q) { return q == 1 ? a : addNew<PowOp>(a, b.getF64FloatAttr(q)); };
    const double half = std::fmod(p, 2) == 0 ? p / 2 : 1;
    return convolve(op, {part(half), part(p - half), half == p - half}, k);
  }
  Value exponent = constant ? Value() : op->getOperand(1);
  if (exponent && isActive(exponent)) {
    // aᵇ = exp(b log a)
    Value e = adopt([&](OpBuilder &rules) -> Value {
      return exp(Entry(rules, loc, exponent) * log(Entry(rules, loc, a)));
    });
    return byEquation(e.getDefiningOp(), y, k);
  }
  // Where aᵇ⁻¹ may be finite at a₀ = 0, it has a series of its own.
  if (k == 1 || p > 1 || (exponent && isWhole(exponent)))
    return byEquation(op, y, k);
  // a y′ = p a′ y, so yₖ = a₀⁻¹ Σ ((p + 1) i/k − 1) aᵢ yₖ₋ᵢ, i from 1 to k
  llvm::SmallVector<Value> terms;
  for (int64_t i = 1; i <= k; ++i) {
    Value l = coefficient(a, i), r = coefficient(y, k - i);
    if (!l || !r)
      continue;
    const double share = static_cast<double>(i) / static_cast<double>(k);
    Value term = combine(op, l, r);
    if (exponent)
      terms.push_back((share * Entry(out, loc, coefficient(exponent, 0)) + (share - 1)) *
                      Entry(out, loc, term));
    else if (const double weight = (p + 1) * share - 1; weight != 0)
      terms.push_back(fraction(weight, term));
  }
  Value sum = sumOfTangents(out, loc, terms);
  return sum ? combine(op, pow(Entry(out, loc, coefficient(a, 0)), -1), sum) : sum;
}

/// ∏(a₀ + a₁ t + …): for each way to write k as a sum of indices, the part of the product
/// that is linear in these coefficients.
Value Series::prod(ProdOp op, int64_t k) {
  // The code of the part that is linear in r directions has 2ʳ statements.
  constexpr int64_t most = 8;
  if (k > most) {
    op.emitError("Taylor coefficients of a product of all entries are supported up to order ")
        << most << "; beyond it, where the entries are positive, write exp(x.array().log().sum())";
    hasFailed = true;
    return {};
  }
  Location loc = locationOf(op);
  Value a = coefficient(op.getA(), 0);
  llvm::SmallVector<Value> terms, directions;
  // `repeats` of index `last` are the last directions; `weight` is ∏ 1/m! over the repeats m.
  auto extend = [&](auto &self, int64_t rest, int64_t last, int repeats, double weight) -> void {
    if (rest == 0) {
      Value part = ProdOp::create(out, loc, op.getType(), a, directions);
      terms.push_back(weight == 1 ? part : fraction(weight, part));
      return;
    }
    for (int64_t i = std::min(rest, last); i > 0; --i)
      if (Value d = coefficient(op.getA(), i)) {
        const int count = i == last ? repeats + 1 : 1;
        directions.push_back(d);
        self(self, rest - i, i, count, weight / count);
        directions.pop_back();
      }
  };
  extend(extend, k, k, 0, 1);
  return sumOfTangents(out, loc, terms);
}

} // namespace delgen::mx
