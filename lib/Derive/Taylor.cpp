//===- Taylor.cpp - Coefficients in one direction -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Taylor.h"

#include "Series.h"

using namespace mlir;

namespace delgen::mx {

FailureOr<llvm::SmallVector<Value>> taylorCoefficients(OpBuilder &b, func::FuncOp f,
                                                       ValueRange arguments,
                                                       llvm::ArrayRef<int64_t> parameters,
                                                       ValueRange d, int64_t order) {
  // The copy is private to this: no symbol table knows it.
  OwningOpRef<func::FuncOp> work = f.cloneWithoutRegions();
  OpBuilder inside = OpBuilder::atBlockEnd(work->addEntryBlock());
  Series series(b, inside, f.front(), work->getBody(), arguments);
  // x + t d
  llvm::SmallVector<Value> line(order, Value());
  for (auto [parameter, step] : llvm::zip(parameters, d)) {
    if (order > 0)
      line.front() = step;
    series.vary(parameter, line);
  }
  auto found = series.run(order);
  if (failed(found))
    return failure();
  return llvm::SmallVector<Value>(found->front().begin(), found->front().end());
}

} // namespace delgen::mx
