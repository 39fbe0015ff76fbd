//===- Entrywise.cpp - Element-wise sums as Horner would write them -------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// a ∘ sin x + b ∘ sin x = (a + b) ∘ sin x: each function is then computed where it is used, in one
// pass over the entries, and not stored for its other uses. The same for powers leaves a polynomial
// in Horner's form.
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"

#include "llvm/ADT/MapVector.h"

#include <limits>
#include <tuple>

using namespace mlir;

namespace delgen::mx {
namespace {

/// c s₁ ⋯ sₖ (a^p ∘ b^q ∘ ⋯)
struct Term {
  llvm::SmallVector<Value> scalars;
  llvm::MapVector<Value, double> powers;
};

class Entrywise : public ScheduleBuilder {
public:
  using ScheduleBuilder::copy;
  using ScheduleBuilder::ScheduleBuilder;

  Value sum(Operation *op, ValueRange operands) {
    if (!isMatrix(operands.front()))
      return copy(op, operands);
    llvm::SmallVector<Term> terms;
    for (Value v : operands)
      terms.push_back(termOf(v));
    bool isChanged = false;
    Value v = sum(terms, operands.front().getType(), isChanged);
    return isChanged ? v : copy(op, operands);
  }

  /// a ∘ (1 vᵀ) = a diag(v) and a ∘ (v 1ᵀ) = diag(v) a: Eigen scales several entries at once, and
  /// repeats one by one.
  Value product(Operation *op, ValueRange operands) {
    llvm::SmallVector<Value> rest, left, right;
    for (Value factor : operands)
      if (Value v = repeatedBy(factor))
        (cast<MatrixType>(v.getType()).isColumn() ? left : right).push_back(v);
      else
        rest.push_back(factor);
    if (rest.empty() || rest.size() == operands.size() || isVector(op->getResult(0)))
      return copy(op, operands);
    llvm::SmallVector<Value> factors = {rest.size() == 1 ? rest.front() : make<HadamardOp>(rest)};
    auto scale = [&](llvm::ArrayRef<Value> by, bool isLeft) {
      if (by.empty())
        return;
      Value v = by.size() == 1 ? by.front() : make<HadamardOp>(by);
      factors.insert(isLeft ? factors.begin() : factors.end(), make<DiagOp>(v));
      factors = {make<MulOp>(factors)};
    };
    scale(left, true);
    scale(right, false);
    return factors.front();
  }

private:
  /// v of 1 vᵀ or v 1ᵀ; null for anything else.
  static Value repeatedBy(Value v) {
    auto mul = v.getDefiningOp<MulOp>();
    if (!mul || mul.getFactors().size() != 2 || isVector(v) ||
        !llvm::all_of(mul.getFactors(), isVector))
      return {};
    Value l = mul.getFactors()[0], r = mul.getFactors()[1];
    return constantValue(l) == 1.0 ? r : constantValue(r) == 1.0 ? l : Value();
  }

  Term termOf(Value v) {
    Term term;
    if (auto mul = open<MulOp>(v); mul && llvm::count_if(mul.getFactors(), isMatrix) == 1) {
      for (Value factor : mul.getFactors())
        if (isScalar(factor))
          term.scalars.push_back(factor);
        else
          v = factor;
    }
    auto product = open<HadamardOp>(v);
    for (Value factor : product ? ValueRange(product.getFactors()) : ValueRange(v)) {
      auto power = factor.getDefiningOp<PowOp>();
      const double exponent = power ? power.exponentValue() : 1;
      // Whole positive powers alone are products.
      if (power && exponent > 1 && exponent == static_cast<int>(exponent))
        term.powers[power.getA()] += exponent;
      else if (constantValue(factor) != 1.0)
        term.powers[factor] += 1;
    }
    return term;
  }

  /// The product of the scalars.
  Value scalarOf(const Term &term, Type type) {
    if (term.scalars.empty())
      return make<ConstantOp>(elementType(type), b.getF64FloatAttr(1));
    return term.scalars.size() == 1 ? term.scalars.front() : make<MulOp>(term.scalars);
  }

  /// The sum of scalars.
  Value total(llvm::ArrayRef<Value> numbers) {
    double constant = 0;
    llvm::SmallVector<Value> others;
    for (Value v : numbers)
      if (std::optional<double> c = constantValue(v))
        constant += *c;
      else
        others.push_back(v);
    if (constant != 0 || others.empty())
      others.push_back(make<ConstantOp>(numbers.front().getType(), b.getF64FloatAttr(constant)));
    return others.size() == 1 ? others.front() : make<AddOp>(others);
  }

  Value valueOf(const Term &term, Type type) {
    llvm::SmallVector<Value> factors, scaled(term.scalars);
    for (auto [base, exponent] : term.powers)
      factors.push_back(exponent == 1 ? base : make<PowOp>(base, b.getF64FloatAttr(exponent)));
    if (factors.empty())
      return make<FillOp>(type, scalarOf(term, type));
    Value v = factors.size() == 1 ? factors.front() : make<HadamardOp>(factors);
    if (scaled.empty())
      return v;
    scaled.push_back(v);
    return make<MulOp>(scaled);
  }

  /// The factor that most terms have. One that all have stands in front of the whole sum, and is
  /// read once; of others a function comes before anything else.
  Value commonOf(llvm::ArrayRef<Term> terms) {
    llvm::MapVector<Value, unsigned> counts;
    for (const Term &term : terms)
      for (auto [base, exponent] : term.powers)
        ++counts[base];
    Value best;
    std::tuple<bool, bool, unsigned> most = {false, false, 1};
    for (auto [base, count] : counts) {
      const std::tuple<bool, bool, unsigned> own = {count == terms.size(),
                                                    bool(base.getDefiningOp<MapOp>()), count};
      if (count > 1 && own > most) {
        most = own;
        best = base;
      }
    }
    return best;
  }

  Value sum(llvm::ArrayRef<Term> terms, Type type, bool &isChanged) {
    if (terms.size() == 1)
      return valueOf(terms.front(), type);
    Value common = terms.size() <= longest ? commonOf(terms) : Value();
    if (!common) {
      llvm::SmallVector<Value> values, numbers;
      size_t place = 0; // of the first number
      for (const Term &term : terms) {
        if (!term.powers.empty())
          values.push_back(valueOf(term, type));
        else
          numbers.push_back(scalarOf(term, type));
        place = numbers.empty() ? values.size() : place;
      }
      // The same number is added to each entry once.
      if (!numbers.empty())
        values.insert(values.begin() + place, make<FillOp>(type, total(numbers)));
      return values.size() == 1 ? values.front() : make<AddOp>(values);
    }
    isChanged = true;
    double exponent = std::numeric_limits<double>::infinity();
    llvm::SmallVector<Term> inside, rest;
    for (const Term &term : terms)
      if (term.powers.contains(common)) {
        inside.push_back(term);
        exponent = std::min(exponent, term.powers.lookup(common));
      } else {
        rest.push_back(term);
      }
    for (Term &term : inside)
      if ((term.powers[common] -= exponent) == 0)
        term.powers.erase(common);
    Term factored;
    factored.powers[common] = exponent;
    Value factor = sum(inside, type, isChanged);
    if (auto fill = factor.getDefiningOp<FillOp>(); !fill)
      factored.powers[factor] += 1;
    else if (constantValue(fill.getA()) != 1.0)
      factored.scalars.push_back(fill.getA());
    rest.insert(rest.begin(), factored);
    return sum(rest, type, isChanged);
  }

  /// Longer sums are left as they are.
  static constexpr size_t longest = 64;
};

} // namespace

void factorEntries(Block &block) {
  OpBuilder b(block.front().getContext());
  Entrywise entrywise(b);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    entrywise.setLocation(withoutName(op->getLoc()));
    Value v = isa<AddOp>(op)        ? entrywise.sum(op, operands)
              : isa<HadamardOp>(op) ? entrywise.product(op, operands)
                                    : entrywise.copy(op, operands);
    entrywise.noteUse(op->getResult(0), v);
    return v;
  });
}

} // namespace delgen::mx
