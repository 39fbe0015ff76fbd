//===- Sum.cpp - Sums: flattened, like terms collected --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"

#include <functional>

using namespace mlir;

namespace delgen::mx {

double leadingConstant(Value v) {
  if (auto c = constantValue(v))
    return *c;
  if (auto mul = v.getDefiningOp<MulOp>())
    if (auto c = mul.getFactors().front().getDefiningOp<ConstantOp>())
      return c.number();
  return 1;
}

using Powers = llvm::SmallVector<std::pair<Value, double>>;

/// Leaves in `common` what is a plain factor of `term` as well. Powers do not count: r⁻¹
/// before a sum with r⁻³ in it is no simpler, and differentiates into more.
static void intersect(Powers &common, const Powers &term) {
  llvm::erase_if(common, [&](const auto &factor) {
    return factor.second != 1 || !llvm::is_contained(term, factor);
  });
}

/// Divides `term` by `common`.
static void divide(Powers &term, const Powers &common) {
  llvm::erase_if(term, [&](const auto &factor) { return llvm::is_contained(common, factor); });
}

/// s a + s b = s (a + b) and a ∘ c + b ∘ c = (a + b) ∘ c for factors of all terms; null
/// where there is none. Derivatives in several directions have their directions in common.
Value Algebra::factorCommon(llvm::ArrayRef<Value> terms) {
  Type type = terms.front().getType();
  FloatType element = elementType(type);
  auto matrix = dyn_cast<MatrixType>(type);
  // The scalar of an outer product scales a vector, which is cheaper than the sum's matrix.
  const bool pullsScalars = !matrix || matrix.isVector() || llvm::none_of(terms, [&](Value t) {
    return bool(splitOuter(t).first);
  });
  llvm::SmallVector<Product> products;
  llvm::SmallVector<Powers> entrywise;
  for (Value term : terms) {
    Product &p = products.emplace_back();
    multiply(p, term);
    normalizeChain(p);
    Powers &factors = entrywise.emplace_back();
    if (p.chain.size() == 1)
      factors = entrywiseFactors(p.chain[0]);
  }
  Powers scalars = pullsScalars ? products.front().scalars : Powers();
  Powers entries = entrywise.front();
  for (size_t i = 1; i < terms.size(); ++i) {
    intersect(scalars, products[i].scalars);
    intersect(entries, entrywise[i]);
  }
  if (scalars.empty() && entries.empty())
    return {};

  auto power = [&](const Powers &powers) {
    llvm::SmallVector<Value> values;
    for (const auto &[base, exponent] : powers)
      values.push_back(pow(base, exponent));
    return values;
  };
  llvm::SmallVector<Value> rests;
  for (auto [p, factors] : llvm::zip(products, entrywise)) {
    divide(p.scalars, scalars);
    if (!entries.empty()) {
      divide(factors, entries);
      p.chain = {factors.empty() ? uniform(1, type) : hadamard(power(factors))};
    }
    rests.push_back(build(p, element));
  }
  Value rest = sum(rests);
  if (!entries.empty()) {
    llvm::SmallVector<Value> factors = power(entries);
    factors.push_back(rest);
    rest = hadamard(factors);
  }
  llvm::SmallVector<Value> factors = power(scalars);
  factors.push_back(rest);
  return product(factors);
}

bool Algebra::joinKroneckers(llvm::SmallVectorImpl<Value> &terms) {
  struct Scaled {
    size_t place;
    Value scalar;
    KronOp kron;
  };
  llvm::SmallVector<Scaled> found;
  for (auto [i, term] : llvm::enumerate(terms)) {
    if (!isMatrix(term))
      continue;
    auto [scalars, rest] = splitScalars(term);
    if (auto k = rest ? open<KronOp>(rest) : KronOp())
      found.push_back({i, scalarPart(scalars, elementType(term.getType())), k});
  }
  for (const auto *x = found.begin(); x != found.end(); ++x)
    for (const auto *y = x + 1; y != found.end(); ++y) {
      KronOp k = x->kron, l = y->kron;
      auto both = [&](Value a, Value b) {
        return sum({product({x->scalar, a}), product({y->scalar, b})});
      };
      if (k.getA() == l.getA() && k.getB().getType() == l.getB().getType())
        terms[x->place] = kron(k.getA(), both(k.getB(), l.getB()), k.getType());
      else if (k.getB() == l.getB() && k.getA().getType() == l.getA().getType())
        terms[x->place] = kron(both(k.getA(), l.getA()), k.getB(), k.getType());
      else
        continue;
      terms.erase(terms.begin() + y->place);
      return true;
    }
  return false;
}

/// The number of products that differ in more than a number.
size_t Algebra::countUnlike(llvm::ArrayRef<Product> products) {
  llvm::DenseSet<Value> keys;
  for (const Product &p : products)
    keys.insert(chainPart(p));
  return keys.size();
}

void Algebra::multiplyOut(llvm::SmallVectorImpl<Product> &terms) {
  constexpr size_t most = 32;
  // Taken apart even where others use it: that repeats multiplications only.
  std::function<void(Value, llvm::SmallVectorImpl<Value> &)> flatten =
      [&](Value v, llvm::SmallVectorImpl<Value> &factors) {
        if (auto product = v.getDefiningOp<HadamardOp>())
          for (Value factor : product.getFactors())
            flatten(factor, factors);
        else
          factors.push_back(v);
      };
  // a (b + c) + d (b + c) = (a + d) (b + c)
  llvm::DenseMap<Value, unsigned> counts;
  for (const Product &p : terms)
    ++counts[chainPart(p)];
  llvm::SmallVector<Product> opened, pending(llvm::reverse(terms));
  bool isChanged = false;
  while (!pending.empty()) {
    Product p = pending.pop_back_val();
    llvm::SmallVector<Value> factors;
    if (p.chain.size() == 1 && counts.lookup(chainPart(p)) < 2)
      flatten(p.chain[0], factors);
    auto product = factors.size() > 1 ? p.chain[0].getDefiningOp<HadamardOp>() : HadamardOp();
    auto *sum = llvm::find_if(factors, [](Value v) { return bool(v.getDefiningOp<AddOp>()); });
    if (sum == factors.end() && (!product || factors.size() == product.getFactors().size())) {
      opened.push_back(std::move(p));
      continue;
    }
    isChanged = true;
    auto add = [&] {
      Product q;
      q.constant = p.constant;
      q.scalars = p.scalars;
      multiply(q, hadamard(factors));
      normalizeChain(q);
      pending.push_back(std::move(q));
    };
    if (sum == factors.end()) {
      add();
      continue;
    }
    auto inner = sum->getDefiningOp<AddOp>();
    if (opened.size() + pending.size() + inner.getTerms().size() > most)
      return;
    for (Value term : llvm::reverse(inner.getTerms())) {
      *sum = term;
      add();
    }
  }
  if (isChanged && opened.size() - countUnlike(opened) > terms.size() - countUnlike(terms))
    terms.assign(opened.begin(), opened.end());
}

Value Algebra::sum(llvm::ArrayRef<Value> terms) {
  Type type = terms.front().getType();
  FloatType element = elementType(type);

  // a + (b + c) = a + b + c, and c (a + b) = c a + c b where it stands in a sum
  llvm::SmallVector<Product> flat;
  llvm::SmallVector<std::pair<Value, double>> pending;
  llvm::DenseMap<Value, unsigned> counts;
  for (Value term : llvm::reverse(terms)) {
    pending.emplace_back(term, 1.0);
    ++counts[term];
  }
  while (!pending.empty()) {
    auto [term, scale] = pending.pop_back_val();
    // (a + b) + (a + b) = 2 (a + b), which is not opened
    const bool isRepeated = counts.lookup(term) > 1;
    if (auto add = isRepeated ? AddOp() : open<AddOp>(term)) {
      for (Value inner : llvm::reverse(add.getTerms()))
        pending.emplace_back(inner, scale);
      continue;
    }
    // (a + b)ᵀ = aᵀ + bᵀ where it stands in a sum
    if (auto t = open<TransposeOp>(term))
      if (auto add = open<AddOp>(t.getA())) {
        for (Value inner : llvm::reverse(add.getTerms()))
          pending.emplace_back(transpose(inner), scale);
        continue;
      }
    Product p;
    multiply(p, term);
    normalizeChain(p);
    p.constant *= scale;
    bool isScaledSum =
        isRepeated ? false
        : isa<MatrixType>(type)
            ? p.scalars.empty() && p.chain.size() == 1 && open<AddOp>(p.chain[0])
            : p.scalars.size() == 1 && p.scalars[0].second == 1 && open<AddOp>(p.scalars[0].first);
    if (isScaledSum) {
      Value inner = isa<MatrixType>(type) ? p.chain[0] : p.scalars[0].first;
      for (Value v : llvm::reverse(inner.getDefiningOp<AddOp>().getTerms()))
        pending.emplace_back(v, p.constant);
      continue;
    }
    if (p.constant != 0)
      flat.push_back(std::move(p));
  }

  if (isa<MatrixType>(type))
    multiplyOut(flat);

  // s A + t A = (s + t) A for matrices; 2 s + 3 s = 5 s for scalars
  llvm::MapVector<Value, llvm::SmallVector<Product>> like;
  for (Product &p : flat) {
    Value key = chainPart(p);
    if (!key) {
      Product bare = p;
      bare.constant = 1;
      key = scalarPart(bare, element);
    }
    like[key].push_back(std::move(p));
  }
  llvm::SmallVector<Value> collected;
  for (auto &[key, group] : like) {
    Value term;
    if (group.size() == 1) {
      term = build(group.front(), element);
    } else if (isa<MatrixType>(type)) {
      llvm::SmallVector<Value> coefficients;
      for (Product &p : group) {
        p.chain.clear();
        coefficients.push_back(scalarPart(p, element));
      }
      term = product({sum(coefficients), key});
    } else {
      double total = 0;
      for (const Product &p : group)
        total += p.constant;
      term = product({constant(total, element), key});
    }
    if (constantValue(term) != 0.0)
      collected.push_back(term);
  }

  // A ⊗ B + A ⊗ C = A ⊗ (B + C)
  if (joinKroneckers(collected))
    return sum(collected);
  if (collected.empty())
    return uniform(0, type);
  if (collected.size() == 1)
    return collected.front();
  if (joinBlocks(collected) || joinWrites(collected))
    return sum(collected);
  if (Value v = factorCommon(collected))
    return v;
  // aᵀ + bᵀ = (a + b)ᵀ for columns a and b
  auto isTransposedColumn = [](Value v) {
    if (auto mul = v.getDefiningOp<MulOp>())
      v = *llvm::find_if(mul.getFactors(), isMatrix);
    return bool(v.getDefiningOp<TransposeOp>());
  };
  if (auto matrix = dyn_cast<MatrixType>(type);
      matrix && matrix.isRow() && llvm::all_of(collected, isTransposedColumn)) {
    for (Value &term : collected)
      term = transpose(term);
    return transpose(sum(collected));
  }
  // What is added comes before what is subtracted.
  llvm::sort(collected, [&](Value a, Value b) {
    bool x = leadingConstant(a) < 0, y = leadingConstant(b) < 0;
    return x != y ? y : compareStructure(a, b) < 0;
  });
  return make<AddOp>(collected);
}

} // namespace delgen::mx
