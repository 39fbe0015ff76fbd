//===- Product.cpp - Products: scalars in front, chains flattened ---------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "llvm/ADT/STLExtras.h"

#include <array>
#include <cmath>

using namespace mlir;

namespace delgen::mx {

void Product::addScalar(Value base, double exponent) {
  // s^p s^q = s^(p+q)
  for (auto &[known, power] : scalars)
    if (known == base) {
      power += exponent;
      return;
    }
  scalars.emplace_back(base, exponent);
}

/// True for u vᵀ: a chain through a size of 1.
static bool isOuter(MulOp mul) {
  bool first = true;
  for (Value factor : mul.getFactors())
    if (auto matrix = dyn_cast<MatrixType>(factor.getType())) {
      if (!first && matrix.isRow())
        return !isa<FloatType>(mul.getType());
      first = false;
    }
  return false;
}

void Algebra::multiply(Product &product, Value factor, double exponent) {
  if (auto c = factor.getDefiningOp<ConstantOp>()) {
    product.constant *= std::pow(c.number(), exponent);
    return;
  }
  if (auto fill = factor.getDefiningOp<FillOp>(); fill && constantValue(fill) != 1.0) {
    multiply(product, fill.getA());
    product.chain.push_back(uniform(1, fill.getType()));
    return;
  }
  if (auto power = factor.getDefiningOp<PowOp>(); power && isScalar(factor)) {
    product.addScalar(power.getA(), power.exponentValue() * exponent);
    return;
  }
  if (auto mul = factor.getDefiningOp<MulOp>()) {
    // Opened where it has one user; where it is shared, an outer product all the same,
    // since (u vᵀ) B costs more than u (vᵀ B); and scalars come to the front in any case. A
    // short scalar product is opened too: its factors may be collected with others.
    constexpr size_t shortProduct = 3;
    // A solve is one value wherever it stands, and is put together again.
    bool opens =
        open<MulOp>(factor) || isOuter(mul) || isSolve(factor) ||
        (hasVector && llvm::any_of(mul.getFactors(), isInverse)) ||
        (mul.getFactors().size() <= shortProduct && llvm::all_of(mul.getFactors(), isScalar));
    if (isScalar(factor)) {
      if (opens) {
        for (Value inner : mul.getFactors())
          if (isScalar(inner))
            multiply(product, inner, exponent);
        llvm::SmallVector<Value> chain;
        llvm::copy_if(mul.getFactors(), std::back_inserter(chain), isMatrix);
        if (!chain.empty())
          product.addScalar(scalarChain(chain), exponent);
        return;
      }
      // A number comes to the front even from a shared product.
      if (auto c = mul.getFactors().front().getDefiningOp<ConstantOp>()) {
        product.constant *= std::pow(c.number(), exponent);
        ValueRange rest = mul.getFactors().drop_front();
        factor = rest.size() == 1 ? rest.front() : make<MulOp>(rest);
        setShared(factor);
        return multiply(product, factor, exponent);
      }
      product.addScalar(factor, exponent);
      return;
    }
    llvm::SmallVector<Value> chain;
    for (Value inner : mul.getFactors())
      if (isScalar(inner)) {
        multiply(product, inner);
      } else if (opens && isSolve(inner)) {
        Product nested;
        multiply(nested, inner);
        llvm::append_range(chain, nested.chain);
      } else {
        chain.push_back(inner);
      }
    if (!opens && chain.size() > 1) {
      Value rest = make<MulOp>(chain);
      setShared(rest);
      chain = {rest};
    }
    llvm::append_range(product.chain, chain);
    return;
  }
  if (isScalar(factor)) {
    product.addScalar(factor, exponent);
    return;
  }
  // (A⁻¹ x)ᵀ = xᵀ A⁻ᵀ, until it is put together again
  if (auto t = factor.getDefiningOp<TransposeOp>(); t && isSolve(t.getA())) {
    Product mirrored;
    multiply(mirrored, t.getA());
    for (Value f : llvm::reverse(mirrored.chain))
      product.chain.push_back(transpose(f));
    product.constant *= mirrored.constant;
    for (auto [base, power] : mirrored.scalars)
      product.addScalar(base, power);
    return;
  }
  product.chain.push_back(factor);
}

/// One rewrite of two neighbours in a chain; false when there is none.
bool Algebra::joinNeighbours(llvm::SmallVectorImpl<Value> &chain) {
  for (size_t i = 0; i + 1 < chain.size(); ++i) {
    Value l = chain[i], r = chain[i + 1];
    auto replace = [&](Value by) {
      chain.erase(chain.begin() + i + 1);
      chain[i] = by;
      return true;
    };
    // I A = A, A I = A
    auto isSquareIdentity = [](Value v) {
      auto type = cast<MatrixType>(v.getType());
      return v.getDefiningOp<IdentityOp>() && type.getRows() == type.getCols();
    };
    if (isSquareIdentity(l))
      return replace(r);
    if (isSquareIdentity(r))
      return replace(l);
    Value dl = diagonalOf(l), dr = diagonalOf(r);
    // diag(a) diag(b) = diag(a ∘ b)
    if (dl && dr && dl.getType() == dr.getType())
      return replace(diag(hadamard({dl, dr})));
    // diag(a) x = a ∘ x
    if (dl && dl.getType() == r.getType())
      return replace(hadamard({dl, r}));
    if (Value v = productOfBlock(l, r))
      return replace(v);
    // xᵀ diag(a) = (x ∘ a)ᵀ
    if (dr && dr.getType() == transposed(l))
      return replace(transpose(hadamard({transpose(l), dr})));
    if (cancel(l, r))
      return replace(make<IdentityOp>(
          shaped(rowsOf(l.getType()), colsOf(r.getType()), elementType(l.getType()))));
  }
  return false;
}

Value Algebra::innerOfUnits(Value a, Value b) {
  struct Term {
    Product scalars;
    Value vector;
  };
  auto termsOf = [&](Value v) {
    llvm::SmallVector<Term> terms;
    auto add = v.getDefiningOp<AddOp>();
    for (Value term : add ? ValueRange(add.getTerms()) : ValueRange(v)) {
      auto [scalars, vector] = splitScalars(term);
      terms.push_back({std::move(scalars), vector});
    }
    return terms;
  };
  if (!a.getDefiningOp<AddOp>() && !b.getDefiningOp<AddOp>())
    return {};
  llvm::SmallVector<Term> left = termsOf(a), right = termsOf(b);
  bool cancels = false;
  for (const Term &s : left)
    for (const Term &t : right) {
      if (s.vector != t.vector || s.vector.getDefiningOp<AddOp>())
        continue;
      Value square = product({transpose(s.vector), s.vector});
      for (const Term *term : {&s, &t})
        cancels |= llvm::is_contained(llvm::make_first_range(term->scalars.scalars), square);
    }
  if (!cancels)
    return {};
  FloatType element = elementType(a.getType());
  llvm::SmallVector<Value> terms;
  for (const Term &s : left)
    for (const Term &t : right)
      terms.push_back(product({scalarPart(s.scalars, element), scalarPart(t.scalars, element),
                               product({transpose(s.vector), t.vector})}));
  return sum(terms);
}

/// A chain whose result is 1×1. xᵀAy = yᵀAᵀx: of the two the smaller one stands.
Value Algebra::scalarChain(llvm::ArrayRef<Value> chain) {
  // ⟨a ∘ b, c⟩ = Σ a ∘ b ∘ c
  if (chain.size() == 2) {
    Value l = transpose(chain[0]), r = chain[1];
    if (open<HadamardOp>(l) || open<HadamardOp>(r))
      return entrySum(hadamard({l, r}));
    if (Value v = innerOfUnits(l, r))
      return v;
    // 1ᵀa = Σ a
    if (constantValue(l) == 1.0)
      return entrySum(r);
    if (constantValue(r) == 1.0)
      return entrySum(l);
  }
  llvm::SmallVector<Value> mirrored;
  for (Value factor : llvm::reverse(chain))
    mirrored.push_back(transpose(factor));
  for (auto [own, other] : llvm::zip(chain, mirrored))
    if (int order = compareStructure(own, other)) {
      if (order > 0)
        chain = mirrored;
      break;
    }
  return make<MulOp>(bindScalarSolves(chain));
}

/// Cuts the chain where a size is 1: pieces that are 1×1 are scalars, so that at most one
/// column and one row remain.
void Algebra::normalizeChain(Product &product) {
  llvm::SmallVector<Value> &chain = product.chain;
  while (joinNeighbours(chain)) {
    // A join may bring scalars with it.
    llvm::SmallVector<Value> joined = std::move(chain);
    chain.clear();
    for (Value factor : joined)
      multiply(product, factor);
  }
  llvm::SmallVector<Value> rest, piece;
  // fill(1) A = 1 1ᵀA with columns of ones
  if (chain.size() > 1) {
    Size one = Size::number(b.getContext(), 1);
    for (Value factor : std::exchange(chain, {})) {
      auto type = cast<MatrixType>(factor.getType());
      if (!type.isVector() && constantValue(factor) == 1.0)
        llvm::append_range(chain,
                           std::array{uniform(1, shaped(type.getRows(), one, type.getElement())),
                                      uniform(1, shaped(one, type.getCols(), type.getElement()))});
      else
        chain.push_back(factor);
    }
  }
  for (Value factor : chain) {
    piece.push_back(factor);
    auto last = cast<MatrixType>(factor.getType());
    if (!last.isColumn())
      continue;
    if (cast<MatrixType>(piece.front().getType()).isRow())
      product.addScalar(scalarChain(piece), 1);
    else
      llvm::append_range(rest, bindSolves(piece));
    piece.clear();
  }
  if (!piece.empty() && cast<MatrixType>(piece.front().getType()).isRow())
    piece = bindRowSolves(piece);
  llvm::append_range(rest, piece);
  chain = rest;
}

Value Algebra::scalarPart(const Product &product, FloatType element) {
  llvm::SmallVector<Value> factors;
  for (auto [base, exponent] : product.scalars)
    if (exponent == 1)
      factors.push_back(base);
    else if (exponent != 0)
      factors.push_back(make<PowOp>(base, b.getF64FloatAttr(exponent)));
  sortByStructure(factors);
  if (product.constant == 0)
    return constant(0, element);
  if (product.constant != 1 || factors.empty())
    factors.insert(factors.begin(), constant(product.constant, element));
  if (factors.size() == 1)
    return factors.front();
  // A chain that is the only factor beside a constant stands in the same product.
  llvm::SmallVector<Value> flat;
  for (Value factor : factors) {
    auto chain = factor.getDefiningOp<MulOp>();
    if (chain && factor == factors.back() && open<MulOp>(factor) &&
        llvm::all_of(chain.getFactors(), isMatrix))
      llvm::append_range(flat, chain.getFactors());
    else
      flat.push_back(factor);
  }
  return make<MulOp>(flat);
}

Value Algebra::chainPart(const Product &product) {
  if (product.chain.empty())
    return {};
  return product.chain.size() == 1 ? product.chain.front() : make<MulOp>(product.chain);
}

/// −(a − b) = b − a, and c (2 a + b) = 2c a + c b where all terms but one take the number
/// into one of their own; null where that would make more products.
Value Algebra::scaleSum(double c, Value sum) {
  auto add = open<AddOp>(sum);
  if (!add || c == 1)
    return {};
  size_t bare = llvm::count_if(add.getTerms(),
                               [](Value term) { return std::abs(leadingConstant(term)) == 1; });
  if (c != -1 && bare > 1)
    return {};
  llvm::SmallVector<Value> terms;
  Value factor = constant(c, elementType(sum.getType()));
  for (Value term : add.getTerms())
    terms.push_back(product({factor, term}));
  return this->sum(terms);
}

Value Algebra::build(Product product, FloatType element) {
  Value scalars = scalarPart(product, element);
  if (product.chain.empty())
    return scalars;
  if (auto c = constantValue(scalars)) {
    if (*c == 0)
      return uniform(0, productShape(product.chain));
    if (product.chain.size() == 1)
      if (Value sum = scaleSum(*c, product.chain[0]))
        return sum;
  }
  // 1 1ᵀ = fill(1)
  if (product.chain.size() == 2 &&
      llvm::all_of(product.chain, [](Value v) { return constantValue(v) == 1.0; }))
    product.chain = {uniform(1, productShape(product.chain))};
  // s [b] = [s b]
  if (product.chain.size() == 1 && constantValue(scalars) != 1.0)
    if (std::optional<Block> block = onlyBlock(product.chain[0])) {
      Type type = product.chain[0].getType();
      return assemble(type, Block{this->product({scalars, block->value}), block->row, block->col});
    }
  // s fill(1) = fill(s)
  if (product.chain.size() == 1 && constantValue(product.chain[0]) == 1.0)
    return make<FillOp>(product.chain[0].getType(), scalars);
  llvm::SmallVector<Value> factors;
  auto front = open<MulOp>(scalars);
  if (front && llvm::all_of(front.getFactors(), isScalar))
    llvm::append_range(factors, front.getFactors());
  else if (constantValue(scalars) != 1.0)
    factors.push_back(scalars);
  llvm::append_range(factors, product.chain);
  return factors.size() == 1 ? factors.front() : make<MulOp>(factors);
}

Value Algebra::product(llvm::ArrayRef<Value> factors) {
  if (Value v = distribute(factors))
    return v;
  FloatType element = elementType(factors.front().getType());
  Product p;
  const bool outside = std::exchange(hasVector, llvm::any_of(factors, isVector));
  for (Value factor : factors)
    multiply(p, factor);
  hasVector = outside;
  normalizeChain(p);
  if (p.chain.empty() && p.scalars.size() == 1 && p.scalars[0].second == 1)
    if (Value sum = scaleSum(p.constant, p.scalars[0].first))
      return sum;
  return build(std::move(p), element);
}

std::pair<Product, Value> Algebra::splitScalars(Value matrix) {
  Product p;
  multiply(p, matrix);
  if (p.constant == 1 && p.scalars.empty())
    return {Product(), matrix};
  Value rest = chainPart(p);
  p.chain.clear();
  return {p, rest};
}

std::pair<Value, Value> Algebra::splitOuter(Value matrix) {
  auto mul = matrix.getDefiningOp<MulOp>();
  if (!mul || !isOuter(mul))
    return {};
  llvm::SmallVector<Value> left, right;
  for (Value factor : mul.getFactors()) {
    auto type = dyn_cast<MatrixType>(factor.getType());
    bool starts = !right.empty() || (type && type.isRow());
    (starts ? right : left).push_back(factor);
  }
  return {product(left), product(right)};
}

} // namespace delgen::mx
