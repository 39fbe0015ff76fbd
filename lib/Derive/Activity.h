//===- Activity.h - What depends on what varies -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_ACTIVITY_H
#define DELGEN_LIB_DERIVE_ACTIVITY_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/DenseSet.h"

namespace delgen::mx {

/// True where the results of `op` may have tangents.
bool mayBeActive(mlir::Operation *op);

/// Adds to `active` what depends on it in `body`, in the loops and branches there, too.
void findActive(mlir::Block &body, llvm::DenseSet<mlir::Value> &active);

/// The same for the body of a loop, where what is carried depends on what is yielded.
void findActive(LoopOp loop, llvm::DenseSet<mlir::Value> &active);

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_ACTIVITY_H
