//===- Materialize.cpp - The matrix of a linear function ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Materialize.h"

using namespace mlir;

namespace delgen::mx {

FailureOr<Value> materialize(OpBuilder &, func::FuncOp linear, ValueRange, bool) {
  return linear.emitError("matrices are not built yet");
}

} // namespace delgen::mx
