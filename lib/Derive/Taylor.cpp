//===- Taylor.cpp - Coefficients in one direction -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Taylor.h"

using namespace mlir;

namespace delgen::mx {

FailureOr<llvm::SmallVector<Value>> taylorCoefficients(OpBuilder &, func::FuncOp f, ValueRange,
                                                       int64_t, Value, int64_t) {
  return f.emitError("Taylor coefficients are not built yet");
}

} // namespace delgen::mx
