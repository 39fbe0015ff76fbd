//===- Adjoint.h - The transpose of a linear function -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_ADJOINT_H
#define DELGEN_LIB_DERIVE_ADJOINT_H

#include "KnownPart.h"

#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace delgen::mx {

/// Transposes functions that are linear in some of their arguments. Knows no derivatives:
/// each operation says what its transpose is, and a loop is transposed by running the
/// transposes of its iterations backwards, on what was recorded of them.
class Adjoint {
public:
  /// Works on a body that depends linearly on `variables`, arguments of it or values beyond
  /// which nothing is asked, and builds at `b`, where `copies` has the other arguments and, as
  /// it grows, every other value that does not depend on the variables.
  Adjoint(mlir::OpBuilder &b, mlir::IRMapping &copies, mlir::ValueRange variables)
      : b(b), copies(copies), variables(variables) {}

  /// For each variable δ its cotangent Lᵀ w, where L δ is `value`; null where it is zero.
  /// Fails with an error at the operation that has no transpose. With `bindsSizes` the sizes that
  /// the body binds are bound here too.
  mlir::FailureOr<llvm::SmallVector<mlir::Value>> run(mlir::Value value, mlir::Value w,
                                                      bool bindsSizes);
  /// The same for several values of `body` with a cotangent each, null for zero.
  mlir::FailureOr<llvm::SmallVector<mlir::Value>>
  run(mlir::Block &body, mlir::ValueRange values, llvm::ArrayRef<mlir::Value> ws, bool bindsSizes);

  /// The copy of a value that does not depend on the variables.
  mlir::Value copyOf(mlir::Value v);

private:
  mlir::FailureOr<mlir::Value> pull(mlir::Operation *op, unsigned i, mlir::Value w);
  mlir::FailureOr<mlir::Value> pullOfCall(CallOp call, unsigned i, mlir::Value w);
  /// The sum of what the uses of a value give.
  mlir::Value collect(mlir::Location loc, llvm::ArrayRef<mlir::Value> cotangents);
  void add(mlir::Value v, mlir::Value w) { cotangents[v].push_back(w); }
  /// The cotangent that `v` has, or null.
  mlir::Value cotangentOf(mlir::Value v);

  // AdjointControl.cpp
  bool isActive(mlir::Value v) const { return active.contains(v); }
  mlir::LogicalResult pullOfList(mlir::Operation *op, mlir::Value w);
  mlir::LogicalResult pullOfBranch(IfOp branch);
  mlir::LogicalResult pullOfLoop(LoopOp loop);
  /// Copies what does not depend on the variables of a loop or branch that has other parts.
  void copyKnownPart(mlir::Operation *op);
  mlir::Value takeList(mlir::Value v);
  /// A zero shaped as the active `v`; null, after an error, where nothing says its shape.
  mlir::Value zero(mlir::Value v);

  mlir::OpBuilder &b;
  mlir::IRMapping &copies;
  mlir::ValueRange variables;
  llvm::DenseSet<mlir::Value> active; // what depends on the variables
  llvm::DenseMap<mlir::Value, llvm::SmallVector<mlir::Value, 2>> cotangents;

  llvm::DenseMap<mlir::Operation *, Record> records;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_ADJOINT_H
