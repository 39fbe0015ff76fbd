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

} // namespace delgen::mx
