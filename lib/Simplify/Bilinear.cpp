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

Value Algebra::bilinear(Value a, Value b, Type type,
                        llvm::function_ref<Value(Value, Value)> function) {
  // f(s a, b) = s f(a, b) = f(a, s b)
  return pullScalars(a, [&](Value x) {
    return pullScalars(b, [&](Value y) -> Value {
      if (constantValue(x) == 0.0 || constantValue(y) == 0.0)
        return uniform(0, type);
      return function(x, y);
    });
  });
}

Value Algebra::cross(Value a, Value b) {
  return bilinear(a, b, a.getType(), [&](Value x, Value y) -> Value {
    // a × a = 0
    if (x == y)
      return uniform(0, x.getType());
    // b × a = −(a × b): of the two the smaller one stands.
    if (compareStructure(x, y) > 0)
      return product({constant(-1, elementType(x.getType())), make<CrossOp>(y, x)});
    return make<CrossOp>(x, y);
  });
}

//===-- Kronecker products ------------------------------------------------===//

Value Algebra::kron(Value a, Value b, Type type) {
  return bilinear(a, b, type, [&](Value x, Value y) -> Value {
    // I ⊗ I = I
    if (x.getDefiningOp<IdentityOp>() && y.getDefiningOp<IdentityOp>() && isSquare(x) &&
        isSquare(y))
      return make<IdentityOp>(type);
    return make<KronOp>(type, x, y);
  });
}

/// The matrix whose columns are the blocks of a vector, each as long as the vector `block`;
/// there is one for each entry of the vector `count`.
static Type blocksAsColumns(Type count, Type block) {
  auto length = [](Type vector) {
    auto matrix = cast<MatrixType>(vector);
    return matrix.isColumn() ? matrix.getRows() : matrix.getCols();
  };
  return shaped(length(block), length(count), elementType(block));
}

static bool isColumn(Type type) { return cast<MatrixType>(type).isColumn(); }
static bool isRow(Type type) { return cast<MatrixType>(type).isRow(); }

// For vectors these are products: with x = reshape(w), whose columns are the blocks of a
// column or row w, ⟨blocks(w), b⟩ is xᵀb and ⟨a, blocks(w)⟩ is x a; u ⊗ vᵀ is u vᵀ.

Value Algebra::blockInner(Value a, Value b, Type type) {
  return bilinear(a, b, type, [&](Value w, Value y) -> Value {
    Type block = y.getType();
    if (isColumn(type) && isColumn(block))
      return product({transpose(reshape(w, blocksAsColumns(type, block))), y});
    if (isRow(type) && isRow(block))
      return product({y, reshape(w, blocksAsColumns(type, block))});
    if (isColumn(type) && isRow(block))
      return product({w, transpose(y)});
    if (isRow(type) && isColumn(block))
      return product({transpose(y), w});
    return make<BlockInnerOp>(type, w, y);
  });
}

Value Algebra::blockSum(Value a, Value b, Type type) {
  return bilinear(a, b, type, [&](Value x, Value w) -> Value {
    Type count = x.getType();
    if (isColumn(count) && isColumn(type))
      return product({reshape(w, blocksAsColumns(count, type)), x});
    if (isRow(count) && isRow(type))
      return product({x, transpose(reshape(w, blocksAsColumns(count, type)))});
    if (isColumn(count) && isRow(type))
      return product({transpose(x), w});
    if (isRow(count) && isColumn(type))
      return product({w, transpose(x)});
    return make<BlockSumOp>(type, x, w);
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
