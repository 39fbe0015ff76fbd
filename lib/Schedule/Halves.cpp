//===- Halves.cpp - Symmetric products by half --------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expressions.h"
#include "Stages.h"

#include "delgen/Mx/InPlace.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

void halveProducts(Block &block) {
  auto isStored = [](Value v) {
    auto product = dyn_cast<MulOp>(*v.user_begin());
    return !v.hasOneUse() || (product && llvm::count_if(product.getFactors(), isMatrix) > 1);
  };
  for (MulOp mul : llvm::make_early_inc_range(block.getOps<MulOp>())) {
    Value v = mul.getResult();
    if (mul.getFactors().size() != 2 || v.use_empty() || !isStored(v) || !isDynamic(v))
      continue;
    Value l = mul.getFactors()[0], r = mul.getFactors()[1];
    if (!isMatrix(l) || !isMatrix(r) || isVector(l) || isVector(r) || !areTransposes(l, r))
      continue;
    OpBuilder b(mul->getContext());
    b.setInsertionPointAfter(mul);
    auto mirrored = MirrorOp::create(b, mul.getLoc(), v);
    v.replaceAllUsesExcept(mirrored, mirrored);
  }
}

} // namespace delgen::mx
