//===- LinearAlgebra.cpp - Inverses, determinants, triangles --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include <cmath>

using namespace mlir;

namespace delgen::mx {

Value Algebra::diagonalOf(Value a) {
  if (auto d = a.getDefiningOp<DiagOp>())
    return d.getA();
  return isAssumed(a, "diagonal") ? diagonal(a) : Value();
}

/// The kind of the factorisation of aᵀ that mirrors one of a.
static StringRef mirrored(StringRef kind) {
  for (auto [lower, upper] : {std::pair<StringRef, StringRef>("lower", "upper"),
                              std::pair<StringRef, StringRef>("unitlower", "unitupper")}) {
    if (kind == lower)
      return upper;
    if (kind == upper)
      return lower;
  }
  return kind;
}

/// The cheapest way to factorise `a` of which its form or the assumptions on it tell.
static StringRef cheapest(Value a, StringRef kind) {
  const Factorization *row = lookupFactorization(kind);
  if (row->isTriangular() || rowsOf(a.getType()) != colsOf(a.getType()))
    return kind;
  if (isLower(a))
    return "lower";
  if (isUpper(a))
    return "upper";
  return !row->isSymmetric && isPositiveDefinite(a) ? "llt" : kind;
}

//===-- Inverses ----------------------------------------------------------===//

Value Algebra::inverse(Value a, StringRef kind) {
  // (s A)⁻¹ = s⁻¹ A⁻¹
  auto [scalars, rest] = splitScalars(a);
  if (rest != a) {
    Value s = scalarPart(scalars, elementType(a.getType()));
    return product({pow(s, -1), inverse(rest, kind)});
  }
  // I⁻¹ = Iᵀ, which has another shape where I has more rows; diag(v)⁻¹ = diag(1/v), Q⁻¹ = Qᵀ
  if (a.getDefiningOp<IdentityOp>())
    return transpose(a);
  if (Value v = diagonalOf(a))
    return diag(pow(v, -1));
  if (isOrthogonal(a))
    return transpose(a);
  const bool isSquare = rowsOf(a.getType()) == colsOf(a.getType());
  // (A⁻¹)⁻¹ = A
  if (auto inner = a.getDefiningOp<InverseOp>(); inner && isSquare)
    return inner.getA();
  // (Aᵀ)⁻¹ = (A⁻¹)ᵀ
  if (auto t = a.getDefiningOp<TransposeOp>(); t && isSquare)
    return transpose(inverse(t.getA(), mirrored(kind)));
  return make<InverseOp>(a, b.getStringAttr(cheapest(a, kind)));
}

//===-- Determinants ------------------------------------------------------===//

Value Algebra::det(Value a, StringRef kind) {
  FloatType element = elementType(a.getType());
  Size n = rowsOf(a.getType());
  // det(s A) = sⁿ det A
  auto [scalars, rest] = splitScalars(a);
  if (rest != a && n.isNumber()) {
    Value s = scalarPart(scalars, element);
    return product({pow(s, static_cast<double>(n.number())), det(rest, kind)});
  }
  // det I = 1, det Aᵀ = det A, det A⁻¹ = 1/det A
  if (a.getDefiningOp<IdentityOp>())
    return constant(1, element);
  if (auto t = a.getDefiningOp<TransposeOp>())
    return det(t.getA(), mirrored(kind));
  if (auto inner = a.getDefiningOp<InverseOp>())
    return pow(det(inner.getA(), inner.getKind()), -1);
  // det L = √det A for A = L Lᵀ
  if (auto factor = a.getDefiningOp<CholeskyOp>())
    return pow(det(factor.getA(), "llt"), 0.5);
  // The determinant of a triangular matrix is the product of its diagonal.
  if (isLower(a) || isUpper(a))
    return make<ProdOp>(element, diagonal(a), ValueRange());
  return make<DetOp>(a, b.getStringAttr(cheapest(a, kind)));
}

Value Algebra::logDet(Value a, StringRef kind) {
  FloatType element = elementType(a.getType());
  auto logOf = [&](Value v) { return map("log", map("abs", v)); };
  // log |det s A| = n log |s| + log |det A|
  auto [scalars, rest] = splitScalars(a);
  if (rest != a) {
    Value s = scalarPart(scalars, element);
    return sum({product({extent(rowsOf(a.getType()), element), logOf(s)}), logDet(rest, kind)});
  }
  if (a.getDefiningOp<IdentityOp>() || isOrthogonal(a))
    return constant(0, element);
  if (auto t = a.getDefiningOp<TransposeOp>())
    return logDet(t.getA(), mirrored(kind));
  if (auto inner = a.getDefiningOp<InverseOp>())
    return product({constant(-1, element), logDet(inner.getA(), inner.getKind())});
  if (auto factor = a.getDefiningOp<CholeskyOp>())
    return product({constant(0.5, element), logDet(factor.getA(), "llt")});
  if (isLower(a) || isUpper(a))
    return entrySum(logOf(diagonal(a)));
  return make<LogDetOp>(a, b.getStringAttr(cheapest(a, kind)));
}

Value Algebra::logOfDeterminant(Value a) {
  Product p;
  multiply(p, a);
  FloatType element = elementType(a.getType());
  // log(abs(det A)) = log |det A|, and log |∏ v| = Σ log |v|; null for any other number
  auto logOf = [&](Value v) -> Value {
    if (auto m = v.getDefiningOp<MapOp>(); m && m.getFunction() == "abs")
      v = m.getA();
    if (auto d = v.getDefiningOp<DetOp>())
      return logDet(d.getA(), d.getKind());
    auto prod = v.getDefiningOp<ProdOp>();
    return prod && prod.getDirections().empty() ? entrySum(map("log", map("abs", prod.getA())))
                                                : Value();
  };
  auto isDeterminant = [&](const auto &factor) { return bool(logOf(factor.first)); };
  if (!p.chain.empty() || p.constant <= 0 || llvm::none_of(p.scalars, isDeterminant))
    return {};
  // Where the logarithm of the product exists, it is that of the product's magnitude.
  llvm::SmallVector<Value> terms = {constant(std::log(p.constant), element)};
  for (auto [base, exponent] : p.scalars) {
    Value term = logOf(base);
    if (!term)
      term = map("log", map("abs", base));
    terms.push_back(product({constant(exponent, element), term}));
  }
  return sum(terms);
}

Value Algebra::sumOfLogPivots(Value a) {
  auto log = a.getDefiningOp<MapOp>();
  auto pivots =
      log && log.getFunction() == "log" ? log.getA().getDefiningOp<DiagonalOp>() : DiagonalOp();
  auto factor = pivots ? pivots.getA().getDefiningOp<CholeskyOp>() : CholeskyOp();
  if (!factor)
    return {};
  return product({constant(0.5, elementType(a.getType())), logDet(factor.getA(), "llt")});
}

//===-- Triangles ---------------------------------------------------------===//

Value Algebra::triangle(Value a, bool lower, double diagonal) {
  return pullScalars(a, [&](Value x) -> Value {
    auto scaled = [&](double c, Value v) {
      return c == 1 ? v : product({constant(c, elementType(v.getType())), v});
    };
    if (isDiagonal(x))
      return scaled(diagonal, x);
    const bool ownTriangle = lower ? isLower(x) : isUpper(x);
    if (ownTriangle && diagonal == 1)
      return x;
    if (auto inner = x.getDefiningOp<TriangleOp>()) {
      const double both = diagonal * inner.diagonalFactor();
      if (inner.getLower() == lower)
        return triangle(inner.getA(), lower, both);
      return scaled(both, diag(this->diagonal(inner.getA())));
    }
    // tril(sym(A)) = tril(A) where that triangle is the one that is read
    if (auto s = x.getDefiningOp<SymmetricOp>(); s && s.getLower() == lower)
      return triangle(s.getA(), lower, diagonal);
    return make<TriangleOp>(x, b.getBoolAttr(lower), b.getF64FloatAttr(diagonal));
  });
}

Value Algebra::symmetric(Value a, bool lower) {
  return pullScalars(a, [&](Value x) -> Value {
    if (isSymmetric(x))
      return x;
    if (auto t = x.getDefiningOp<TransposeOp>())
      return symmetric(t.getA(), !lower);
    return make<SymmetricOp>(x, b.getBoolAttr(lower));
  });
}

} // namespace delgen::mx
