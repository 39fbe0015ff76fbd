//===- KnownPart.h - What of loops and branches does not vary ---*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_KNOWNPART_H
#define DELGEN_LIB_DERIVE_KNOWNPART_H

#include "delgen/Mx/Mx.h"

#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"

namespace delgen::mx {

/// What is kept of the iterations of a loop: lists with an entry for each iteration.
struct Record {
  mlir::Value times;
  /// Of what is carried, at the start of each iteration and at the end.
  llvm::MapVector<unsigned, mlir::Value> states;
  /// Of what is costly to compute again.
  llvm::MapVector<mlir::Value, mlir::Value> values;
  /// Lists that only grow: at the end they still have what an iteration read of them.
  llvm::MapVector<unsigned, mlir::Value> grown;
};

/// Copies what of loops and branches does not depend on what is `active`; `copies` has what they
/// are given.
class KnownPart {
public:
  KnownPart(mlir::OpBuilder &b, mlir::IRMapping &copies, const llvm::DenseSet<mlir::Value> &active)
      : b(b), copies(copies), active(active) {}

  void branch(IfOp from);
  void loop(LoopOp from, Record *record);

private:
  bool isKnown(mlir::Value v) const { return !active.contains(v); }
  void body(mlir::Block &from);
  mlir::Value integer(int64_t n);
  mlir::Value emptyList(mlir::Type of);

  mlir::OpBuilder &b;
  mlir::IRMapping &copies;
  const llvm::DenseSet<mlir::Value> &active;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_KNOWNPART_H
