//===- Power.cpp - Powers and element-wise operations ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "llvm/ADT/STLExtras.h"

#include <cmath>

using namespace mlir;

namespace delgen::mx {

static bool isInteger(double p) { return p == std::floor(p); }
static bool isEven(double p) { return std::fmod(p, 2) == 0; }

Value Algebra::pow(Value a, double exponent) {
  if (exponent == 1)
    return a;
  if (exponent == 0)
    return uniform(1, a.getType());
  if (auto c = constantValue(a)) {
    double value = std::pow(*c, exponent);
    if (std::isfinite(value))
      return uniform(value, a.getType());
  }
  if (Value v = powIdentity(a, exponent))
    return v;
  // (a^q)^p = a^(q p), except √(a²) = |a| and its like
  if (auto inner = a.getDefiningOp<PowOp>()) {
    double q = inner.exponentValue();
    if (!isEven(q) || isInteger(exponent))
      return pow(inner.getA(), q * exponent);
  }
  if (isMatrix(a)) {
    // fill(s)^p = fill(s^p)
    if (auto fill = a.getDefiningOp<FillOp>())
      return this->fill(pow(fill.getA(), exponent), a.getType());
    // (aᵀ)^p = (a^p)ᵀ, (v 1ᵀ)^p = v^p 1ᵀ
    if (Value v = entryByEntry({a}, [&](llvm::ArrayRef<Value> s) { return pow(s[0], exponent); }))
      return v;
    auto [scalars, rest] = splitScalars(a);
    if (rest != a) {
      // (s A)^p = s^p A^p for whole p, and for any p where s is a positive number
      Value s = scalarPart(scalars, elementType(a.getType()));
      if (isInteger(exponent))
        return product({pow(s, exponent), pow(rest, exponent)});
      if (scalars.constant > 0 && scalars.constant != 1) {
        double c = std::exchange(scalars.constant, 1.0);
        Value base = product({scalarPart(scalars, elementType(a.getType())), rest});
        return product(
            {constant(std::pow(c, exponent), elementType(a.getType())), pow(base, exponent)});
      }
    }
    // (a ∘ b)^p = a^p ∘ b^p for whole p
    if (auto product = open<HadamardOp>(a); product && isInteger(exponent)) {
      llvm::SmallVector<Value> powers;
      for (Value factor : product.getFactors())
        powers.push_back(pow(factor, exponent));
      return hadamard(powers);
    }
    return make<PowOp>(a, b.getF64FloatAttr(exponent));
  }
  if (open<MulOp>(a)) {
    Product p;
    multiply(p, a);
    FloatType element = elementType(a.getType());
    // (c s t)^p = c^p s^p t^p for whole p
    if (isInteger(exponent)) {
      Product powers;
      powers.constant = std::pow(p.constant, exponent);
      for (auto [base, q] : p.scalars)
        powers.addScalar(base, q * exponent);
      return build(std::move(powers), element);
    }
    // (c s)^p = c^p s^p for a positive number c
    if (p.constant > 0 && p.constant != 1) {
      double c = std::exchange(p.constant, 1.0);
      return product(
          {constant(std::pow(c, exponent), element), pow(build(std::move(p), element), exponent)});
    }
  }
  return make<PowOp>(a, b.getF64FloatAttr(exponent));
}

Value Algebra::power(Value a, Value exponent) {
  if (auto p = constantValue(exponent))
    return pow(a, *p);
  // One exponent for all entries is a scalar.
  if (auto fill = exponent.getDefiningOp<FillOp>())
    return power(a, fill.getA());
  if (Value v =
          entryByEntry({a, exponent}, [&](llvm::ArrayRef<Value> s) { return power(s[0], s[1]); }))
    return v;
  return make<PowerOp>(a, exponent);
}

Value Algebra::map(llvm::StringRef function, Value a) {
  if (function == "log" && isScalar(a))
    if (Value v = logOfDeterminant(a))
      return v;
  if (Value v = mapIdentity(function, a))
    return v;
  if (Value v = entryByEntry({a}, [&](llvm::ArrayRef<Value> s) { return map(function, s[0]); }))
    return v;
  return make<MapOp>(a, b.getStringAttr(function));
}

llvm::SmallVector<std::pair<Value, double>> Algebra::entrywiseFactors(Value matrix) {
  llvm::SmallVector<Value> factors = {matrix};
  if (auto product = open<HadamardOp>(matrix))
    factors.assign(product.getFactors().begin(), product.getFactors().end());
  llvm::SmallVector<std::pair<Value, double>> powers;
  for (Value factor : factors)
    if (auto power = factor.getDefiningOp<PowOp>())
      powers.emplace_back(power.getA(), power.exponentValue());
    else if (constantValue(factor) != 1.0)
      powers.emplace_back(factor, 1);
  return powers;
}

Value Algebra::hadamard(llvm::ArrayRef<Value> factors) {
  Type type = factors.front().getType();
  if (isa<FloatType>(type))
    return product(factors);

  Product scalars;
  llvm::SmallVector<std::pair<Value, double>> bases;
  llvm::SmallVector<Value> pending(llvm::reverse(factors));
  while (!pending.empty()) {
    auto [front, rest] = splitScalars(pending.pop_back_val());
    // (s a) ∘ b = s (a ∘ b)
    scalars.constant *= front.constant;
    for (auto [base, exponent] : front.scalars)
      scalars.addScalar(base, exponent);
    // fill(1) ∘ a = a
    if (constantValue(rest) == 1.0)
      continue;
    // a ∘ (b ∘ c) = a ∘ b ∘ c
    if (auto inner = open<HadamardOp>(rest)) {
      llvm::append_range(pending, inner.getFactors());
      continue;
    }
    // a^p ∘ a^q = a^(p+q)
    double exponent = 1;
    if (auto power = rest.getDefiningOp<PowOp>()) {
      exponent = power.exponentValue();
      rest = power.getA();
    }
    auto *known = llvm::find_if(bases, [base = rest](auto &entry) { return entry.first == base; });
    if (known == bases.end())
      bases.emplace_back(rest, exponent);
    else
      known->second += exponent;
  }

  llvm::SmallVector<Value> flat;
  for (auto [base, exponent] : bases)
    if (exponent != 0)
      flat.push_back(pow(base, exponent));
  // aᵀ ∘ bᵀ = (a ∘ b)ᵀ
  const bool isTransposed =
      flat.size() > 1 && llvm::all_of(flat, [](Value v) { return v.getDefiningOp<TransposeOp>(); });
  if (isTransposed)
    for (Value &v : flat)
      v = v.getDefiningOp<TransposeOp>().getA();
  sortByStructure(flat);

  // a ∘ [b] = [that part of a ∘ b]
  for (Value v : flat)
    if (std::optional<Block> block = onlyBlock(v); block && flat.size() > 1) {
      llvm::SmallVector<Value> parts;
      for (Value factor : flat)
        if (factor != v)
          parts.push_back(part(factor, block->value.getType(), block->row, block->col));
      parts.push_back(block->value);
      Value joined =
          assemble(flat.front().getType(), Block{hadamard(parts), block->row, block->col});
      return product(
          {scalarPart(scalars, elementType(type)), isTransposed ? transpose(joined) : joined});
    }
  Value rest = flat.empty()       ? uniform(1, type)
               : flat.size() == 1 ? flat.front()
                                  : make<HadamardOp>(flat);
  return product({scalarPart(scalars, elementType(type)), isTransposed ? transpose(rest) : rest});
}

} // namespace delgen::mx
