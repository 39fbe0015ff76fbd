//===- Bilinear.cpp - Cross and Kronecker products, symmetric matrices ----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

using namespace mlir;

namespace delgen::mx {

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
  return bilinear(a, b, type, [&](Value x, Value y) { return make<KronOp>(type, x, y); });
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

} // namespace delgen::mx
