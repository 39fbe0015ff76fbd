//===- Factor.cpp - Factored against distributed sums ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Cost.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace delgen::mx {
namespace {

/// s₁ ⋯ sₖ M₁ ⋯ Mₙ taken apart.
struct Factors {
  llvm::SmallVector<Value> scalars, chain;

  explicit Factors(ValueRange factors) {
    for (Value factor : factors)
      (isScalar(factor) ? scalars : chain).push_back(factor);
  }
  static Factors of(Value v) {
    auto mul = v.getDefiningOp<MulOp>();
    Factors f(mul ? ValueRange(mul.getFactors()) : ValueRange(v));
    if (MulOp inner = innerProduct(v)) {
      f.chain.clear();
      for (Value factor : inner.getFactors())
        (isScalar(factor) ? f.scalars : f.chain).push_back(factor);
    }
    return f;
  }

  /// The product A⁻¹ x in s (A⁻¹ x), for a solve is one value in the normal form.
  static MulOp innerProduct(Value v) {
    auto mul = v.getDefiningOp<MulOp>();
    if (!mul || llvm::count_if(mul.getFactors(), isMatrix) != 1)
      return {};
    return (*llvm::find_if(mul.getFactors(), isMatrix)).getDefiningOp<MulOp>();
  }

  double cost() const { return associate(chain).cost; }
};

class Factoring : public ScheduleBuilder {
public:
  using ScheduleBuilder::copy;
  using ScheduleBuilder::ScheduleBuilder;

  /// L (A + B) R = L A R + L B R where the right side is of a lower order, as it is for
  /// outer products A and B.
  Value product(MulOp mul, ValueRange operands) {
    // A factored sum, L (A + B), is more factors of this product.
    llvm::SmallVector<Value> factors;
    for (Value v : operands)
      if (auto inner = v.getDefiningOp<MulOp>(); inner && factored.contains(v) && !isShared(v))
        llvm::append_range(factors, inner.getFactors());
      else
        factors.push_back(v);
    Factors own(factors);
    for (size_t i = 0; i < own.chain.size(); ++i) {
      // Operands are in the order of their definition; only a sum that is used here alone
      // may be taken apart.
      auto add = own.chain[i].getDefiningOp<AddOp>();
      if (!add || own.chain.size() < 2 || !isUsedOnce(own.chain[i], factors))
        continue;
      double together = own.cost() + entries(add.getType()) * add.getTerms().size(), apart = 0;
      llvm::SmallVector<Factors> terms;
      for (Value term : add.getTerms()) {
        Factors whole(own.scalars);
        Factors inner = Factors::of(term);
        together += inner.cost() + entries(add.getType());
        llvm::append_range(whole.scalars, inner.scalars);
        llvm::append_range(whole.chain, llvm::ArrayRef(own.chain).take_front(i));
        llvm::append_range(whole.chain, inner.chain);
        llvm::append_range(whole.chain, llvm::ArrayRef(own.chain).drop_front(i + 1));
        apart += whole.cost() + entries(mul.getType());
        terms.push_back(std::move(whole));
      }
      if (apart * lowerOrder > together)
        continue;
      llvm::SmallVector<Value> sum;
      for (const Factors &term : terms)
        sum.push_back(join(term));
      Value result = this->sum(sum);
      if (result.getDefiningOp<AddOp>())
        distributed.insert(result);
      return result;
    }
    if (Value whole = scaledParts(mul, factors))
      return whole;
    return make<MulOp>(factors);
  }

  /// L A + L B = L (A + B), and the same on the right, as long as it saves work.
  Value sum(ValueRange operands) {
    // Distribution may have made a term that stands here already: a + a = 2 a.
    llvm::MapVector<Value, unsigned> counted;
    for (Value term : operands)
      if (distributed.contains(term) && !isShared(term))
        for (Value inner : term.getDefiningOp<AddOp>().getTerms())
          ++counted[inner];
      else
        ++counted[term];
    llvm::SmallVector<Value> terms;
    for (auto [term, count] : counted)
      terms.push_back(count == 1 ? term : times(count, term));
    while (terms.size() > 1 && factorOnce(terms))
      ;
    pairTransposes(terms);
    return terms.size() == 1 ? terms.front() : make<AddOp>(terms);
  }

private:
  /// By how much a cost must fall for a sum to be distributed: it makes the code longer.
  static constexpr double lowerOrder = 8;

  bool isUsedOnce(Value v, ValueRange operands) {
    return !isShared(v) && llvm::count(operands, v) == 1;
  }

  /// s [A, B] = [s A, s B] where that is the result: each part is scaled as it is written, and the
  /// whole is not read again. Null for anything else.
  Value scaledParts(MulOp mul, ValueRange factors) {
    auto whole = open<AssembleOp>(factors.back());
    auto isEnd = [](Operation *user) { return user->hasTrait<OpTrait::IsTerminator>(); };
    if (!whole || !llvm::all_of(factors.drop_back(), isScalar) ||
        !llvm::all_of(mul->getUsers(), isEnd))
      return {};
    ValueRange scalars = factors.drop_back();
    Value by = scalars.size() == 1 ? scalars.front() : make<MulOp>(scalars);
    llvm::SmallVector<Value> parts;
    for (Value part : whole.getBlocks()) {
      llvm::SmallVector<Value> scaled = {by};
      if (auto product = open<MulOp>(part))
        llvm::append_range(scaled, product.getFactors());
      else
        scaled.push_back(part);
      parts.push_back(constantValue(part) == 0.0 ? part : make<MulOp>(scaled));
    }
    return make<AssembleOp>(whole.getType(), parts, whole.getRows(), whole.getCols());
  }

  Value times(double number, Value term) {
    Factors f = Factors::of(term);
    f.scalars.push_back(make<ConstantOp>(elementType(term.getType()), b.getF64FloatAttr(number)));
    return join(f);
  }

  Value join(const Factors &f) {
    double number = 1;
    llvm::SmallVector<Value> factors;
    for (Value s : f.scalars)
      if (auto c = s.getDefiningOp<ConstantOp>())
        number *= c.number();
      else
        factors.push_back(s);
    // What is left of constants alone is their product, 1 as well.
    if (number != 1 || (factors.empty() && f.chain.empty()))
      factors.insert(
          factors.begin(),
          make<ConstantOp>(elementType((f.chain.empty() ? f.scalars : f.chain).front().getType()),
                           b.getF64FloatAttr(number)));
    llvm::append_range(factors, f.chain);
    return factors.size() == 1 ? factors.front() : make<MulOp>(factors);
  }

  bool factorOnce(llvm::SmallVectorImpl<Value> &terms) {
    // Terms by their first and by their last factor.
    enum : unsigned { front, back };
    llvm::MapVector<std::pair<Value, unsigned>, llvm::SmallVector<Value>> groups;
    for (Value term : terms) {
      Factors f = Factors::of(term);
      // ⟨x, a⟩ + ⟨x, b⟩ stays: a dot product is no dearer than the sum it would save.
      if (f.chain.size() < 2 || isShared(term) || isScalar(term))
        continue;
      // A solve that others need as well is computed anyway.
      if (MulOp inner = Factors::innerProduct(term); inner && isShared(inner))
        continue;
      groups[{f.chain.front(), front}].push_back(term);
      groups[{f.chain.back(), back}].push_back(term);
    }
    Common best;
    for (const auto &group : groups)
      if (group.second.size() > 1)
        considerFactors(group.second, group.first.second == back, best);
    if (best.saving <= 0)
      return false;
    llvm::SmallVector<Factors> apart;
    for (Value term : best.terms)
      apart.push_back(without(term, best));
    // s L A + s L B = s L (A + B)
    llvm::SmallVector<Value> scalars = commonScalars(apart), rests;
    for (Factors &rest : apart) {
      for (Value s : scalars)
        rest.scalars.erase(llvm::find(rest.scalars, s));
      rests.push_back(join(rest));
    }
    Value inside = sum(rests);
    llvm::SmallVector<Value> factors = best.factors;
    factors.insert(best.atEnd ? factors.begin() : factors.end(), inside);
    factors.insert(factors.begin(), scalars.begin(), scalars.end());
    Value factored = make<MulOp>(factors);
    this->factored.insert(factored);
    llvm::SmallVector<Value> left;
    for (Value term : terms)
      if (term == best.terms.front())
        left.push_back(factored);
      else if (!llvm::is_contained(best.terms, term))
        left.push_back(term);
    terms.assign(left.begin(), left.end());
    return true;
  }

  /// The scalars that all terms are multiplied by, but for signs, which sums have anyway.
  static llvm::SmallVector<Value> commonScalars(llvm::ArrayRef<Factors> terms) {
    llvm::SmallVector<Value> common;
    for (Value s : terms.front().scalars) {
      const bool isSign = constantValue(s) == -1.0;
      if (!isSign && !llvm::is_contained(common, s) &&
          llvm::all_of(terms, [&](const Factors &f) { return llvm::is_contained(f.scalars, s); }))
        common.push_back(s);
    }
    return common;
  }

  /// P + Q = P + Pᵀ where Q is Pᵀ, and the product is worth a pass over a matrix; 2 P where they
  /// are numbers.
  void pairTransposes(llvm::SmallVectorImpl<Value> &terms) {
    constexpr double worth = 8;
    for (size_t i = 0; i < terms.size(); ++i) {
      Value term = terms[i];
      Factors f = Factors::of(term);
      if (f.chain.size() < 2 || isVector(term))
        continue;
      if (isMatrix(term) && f.cost() < worth * entries(term.getType()))
        continue;
      Factors twin(f.scalars);
      for (Value factor : llvm::reverse(f.chain))
        twin.chain.push_back(transpose(factor));
      auto *other = twin.chain == f.chain ? terms.end() : llvm::find(terms, join(twin));
      if (other == terms.end())
        continue;
      if (isMatrix(term)) {
        *other = make<TransposeOp>(term);
      } else {
        terms[i] = times(2, term);
        terms.erase(other);
      }
    }
  }

  /// What terms begin or end with, all of them.
  struct Common {
    llvm::ArrayRef<Value> terms;
    bool atEnd = false;
    llvm::SmallVector<Value> factors;
    double saving = 0;
  };

  static Factors without(Value term, const Common &common) {
    Factors f = Factors::of(term);
    if (common.atEnd)
      f.chain.pop_back_n(common.factors.size());
    else
      f.chain.erase(f.chain.begin(), f.chain.begin() + common.factors.size());
    return f;
  }

  /// Tries the first factor of `terms`, the first two, and so on; or the last.
  void considerFactors(llvm::ArrayRef<Value> terms, bool atEnd, Common &best) {
    llvm::SmallVector<llvm::SmallVector<Value>> chains;
    for (Value term : terms) {
      chains.push_back(Factors::of(term).chain);
      if (atEnd)
        std::reverse(chains.back().begin(), chains.back().end());
    }
    Common common{terms, atEnd, {}};
    for (size_t k = 0;; ++k) {
      if (llvm::any_of(chains, [&](auto &chain) {
            return k + 1 >= chain.size() || chain[k] != chains.front()[k];
          }))
        return;
      common.factors.insert(atEnd ? common.factors.begin() : common.factors.end(),
                            chains.front()[k]);
      common.saving = savingOf(common);
      if (common.saving > best.saving)
        best = common;
    }
  }

  /// What evaluating `term` costs by itself.
  double costOf(Value term) {
    // Asked for again in every round.
    auto [it, isNew] = costs.try_emplace(term);
    if (isNew)
      it->second = Factors::of(term).cost() + entries(term.getType());
    return it->second;
  }

  double savingOf(const Common &common) {
    double before = 0, after = 0;
    Type inside;
    for (Value term : common.terms) {
      Factors rest = without(term, common);
      inside = productShape(rest.chain);
      before += costOf(term);
      after += rest.cost() + entries(inside);
    }
    // A sum that a product reads is stored first.
    if (auto matrix = dyn_cast<MatrixType>(inside); matrix && !matrix.isVector())
      after += 2 * entries(inside);
    llvm::SmallVector<Value> outwards = common.factors;
    if (!common.atEnd)
      std::reverse(outwards.begin(), outwards.end());
    for (Value factor : outwards) {
      Type product = common.atEnd
                         ? shaped(rowsOf(inside), colsOf(factor.getType()), elementType(inside))
                         : shaped(rowsOf(factor.getType()), colsOf(inside), elementType(inside));
      // A diagonal matrix scales.
      after += isDiagonal(factor) ? entries(inside)
               : common.atEnd     ? productCost(inside, factor.getType())
                                  : productCost(factor.getType(), inside);
      inside = product;
    }
    return before - after;
  }

  llvm::DenseMap<Value, double> costs;
  llvm::DenseSet<Value> distributed, factored;
};

} // namespace

/// True for a sum of matrices all of whose users multiply it by vectors, and will take it
/// apart: factors that its terms have in common are then found among theirs.
static bool isDistributed(Operation *add) {
  auto type = dyn_cast<MatrixType>(add->getResult(0).getType());
  return type && !type.isVector() && add->hasOneUse() &&
         llvm::all_of(add->getUsers(), [](Operation *user) {
           return isa<MulOp>(user) && llvm::any_of(user->getOperands(), isVector);
         });
}

void chooseFactoring(Block &block) {
  OpBuilder b(block.front().getContext());
  Factoring factoring(b);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    factoring.setLocation(withoutName(op->getLoc()));
    Value v;
    if (auto mul = dyn_cast<MulOp>(op))
      v = factoring.product(mul, operands);
    else if (isa<AddOp>(op))
      v = isDistributed(op) ? factoring.copy(op, operands) : factoring.sum(operands);
    else
      v = factoring.copy(op, operands);
    factoring.noteUse(op->getResult(0), v);
    return v;
  });
}

} // namespace delgen::mx
