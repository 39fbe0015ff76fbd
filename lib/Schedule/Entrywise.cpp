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

  void noteUse(Value old, Value fresh) {
    if (!old.hasOneUse())
      shared.insert(fresh);
  }

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
    if (auto mul = shared.contains(v) ? MulOp() : v.getDefiningOp<MulOp>();
        mul && llvm::count_if(mul.getFactors(), isMatrix) == 1) {
      for (Value factor : mul.getFactors())
        if (isScalar(factor))
          term.scalars.push_back(factor);
        else
          v = factor;
    }
    auto product = shared.contains(v) ? HadamardOp() : v.getDefiningOp<HadamardOp>();
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

  Value valueOf(const Term &term, Type type) {
    llvm::SmallVector<Value> factors, scaled(term.scalars);
    for (auto [base, exponent] : term.powers)
      factors.push_back(exponent == 1 ? base : make<PowOp>(base, b.getF64FloatAttr(exponent)));
    if (factors.empty()) {
      Value one = make<ConstantOp>(elementType(type), b.getF64FloatAttr(1));
      return make<FillOp>(type, scaled.empty()       ? one
                                : scaled.size() == 1 ? scaled.front()
                                                     : make<MulOp>(scaled));
    }
    Value v = factors.size() == 1 ? factors.front() : make<HadamardOp>(factors);
    if (scaled.empty())
      return v;
    scaled.push_back(v);
    return make<MulOp>(scaled);
  }

  /// The factor that most terms have, of several a function before anything else.
  Value commonOf(llvm::ArrayRef<Term> terms) {
    llvm::MapVector<Value, unsigned> counts;
    for (const Term &term : terms)
      for (auto [base, exponent] : term.powers)
        ++counts[base];
    Value best;
    std::pair<bool, unsigned> most = {false, 1};
    for (auto [base, count] : counts) {
      const std::pair<bool, unsigned> own = {bool(base.getDefiningOp<MapOp>()), count};
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
      llvm::SmallVector<Value> values;
      for (const Term &term : terms)
        values.push_back(valueOf(term, type));
      return make<AddOp>(values);
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
    factored.powers[sum(inside, type, isChanged)] += 1;
    rest.insert(rest.begin(), factored);
    return sum(rest, type, isChanged);
  }

  /// Longer sums are left as they are.
  static constexpr size_t longest = 64;
  llvm::DenseSet<Value> shared;
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
