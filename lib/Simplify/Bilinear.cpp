//===- Bilinear.cpp - Cross and Kronecker products, symmetric matrices ----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

using namespace mlir;

namespace delgen::mx {

static bool isSquare(Value v) { return rowsOf(v.getType()) == colsOf(v.getType()); }

Value Algebra::cross(Value a, Value b) {
  // (s a) × b = s (a × b) = a × (s b)
  return pullScalars(a, [&](Value x) {
    return pullScalars(b, [&](Value y) -> Value {
      // a × a = 0
      if (x == y || constantValue(x) == 0.0 || constantValue(y) == 0.0)
        return uniform(0, x.getType());
      // b × a = −(a × b): of the two the smaller one stands.
      if (compareStructure(x, y) > 0)
        return product({constant(-1, elementType(x.getType())), make<CrossOp>(y, x)});
      return make<CrossOp>(x, y);
    });
  });
}

Value Algebra::kron(Value a, Value b, Type type) {
  // (s A) ⊗ B = s (A ⊗ B) = A ⊗ (s B)
  return pullScalars(a, [&](Value x) {
    return pullScalars(b, [&](Value y) -> Value {
      if (constantValue(x) == 0.0 || constantValue(y) == 0.0)
        return uniform(0, type);
      // I ⊗ I = I
      if (x.getDefiningOp<IdentityOp>() && y.getDefiningOp<IdentityOp>() && isSquare(x) &&
          isSquare(y))
        return make<IdentityOp>(type);
      return make<KronOp>(type, x, y);
    });
  });
}

//===-- Symmetric matrices ------------------------------------------------===//

/// Zero beside the diagonal, whatever the scalars in front.
static bool isOnDiagonal(Value v) {
  if (auto mul = v.getDefiningOp<MulOp>())
    return llvm::all_of(mul.getFactors().drop_back(), isScalar) &&
           isOnDiagonal(mul.getFactors().back());
  return isa_and_nonnull<IdentityOp, DiagOp>(v.getDefiningOp()) && isSquare(v);
}

/// True where both halves are equal as they are rounded. A sum with products in it may be
/// rounded otherwise in one half than in the other, where products are added without being
/// rounded, and so may functions of entries, several of which are computed at once.
static bool isEvenRounded(Value v, unsigned depth) {
  constexpr unsigned deepest = 8;
  if (depth > deepest)
    return false;
  Operation *op = v.getDefiningOp();
  if (!op)
    return isSymmetric(v);
  auto all = [&](ValueRange values) {
    return llvm::all_of(values, [&](Value a) { return isEvenRounded(a, depth + 1); });
  };
  if (isa<FillOp, SymmetricOp, MirrorOp>(op) || isOnDiagonal(v))
    return true;
  if (isa<HadamardOp, KronOp, TransposeOp>(op))
    return all(op->getOperands());
  if (auto mul = dyn_cast<MulOp>(op)) {
    if (llvm::all_of(mul.getFactors().drop_back(), isScalar))
      return all(mul.getFactors().back());
    // u uᵀ
    if (mul.getFactors().size() != 2)
      return false;
    Value u = mul.getFactors()[0], ut = mul.getFactors()[1];
    auto t = ut.getDefiningOp<TransposeOp>();
    return t && t.getA() == u && cast<MatrixType>(u.getType()).isColumn();
  }
  auto add = dyn_cast<AddOp>(op);
  if (!add)
    return false;
  ValueRange terms = add.getTerms();
  // A + Aᵀ
  if (terms.size() >= 2 && (isa<BlockArgument>(terms[0]) || isa<BlockArgument>(terms[1])) &&
      areTransposes(terms[0], terms[1]))
    terms = terms.drop_front(2);
  return llvm::all_of(terms, [&](Value term) {
    return isOnDiagonal(term) ||
           (!isa_and_nonnull<MulOp, HadamardOp, KronOp>(term.getDefiningOp()) &&
            isEvenRounded(term, depth + 1));
  });
}

Value Algebra::mirror(Value a) {
  return isScalar(a) || isEvenRounded(a, 0) ? a : make<MirrorOp>(a);
}

} // namespace delgen::mx
