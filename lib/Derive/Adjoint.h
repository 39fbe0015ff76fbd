//===- Adjoint.h - The transpose of a linear function -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_ADJOINT_H
#define DELGEN_LIB_DERIVE_ADJOINT_H

#include "delgen/Mx/Mx.h"

#include "mlir/IR/IRMapping.h"

namespace delgen::mx {

/// Transposes functions that are linear in some of their arguments. Knows no derivatives:
/// each operation says what its transpose is.
class Adjoint {
public:
  /// Works on `value`, which depends linearly on `variables`, arguments of the function that
  /// computes it, and builds at `b`, where `copies` has the arguments and, as it grows, every
  /// other value that does not depend on the variables.
  Adjoint(mlir::OpBuilder &b, mlir::IRMapping &copies, mlir::ValueRange variables)
      : b(b), copies(copies), variables(variables) {}

  /// For each variable δ its cotangent Lᵀ w, where L δ is `value`; null where it is zero.
  /// Fails with an error at the operation that has no transpose.
  mlir::FailureOr<llvm::SmallVector<mlir::Value>> run(mlir::Value value, mlir::Value w);

  /// The copy of a value that does not depend on the variables.
  mlir::Value copyOf(mlir::Value v);

private:
  mlir::FailureOr<mlir::Value> pull(mlir::Operation *op, unsigned i, mlir::Value w);
  mlir::FailureOr<mlir::Value> pullOfCall(CallOp call, unsigned i, mlir::Value w);
  /// The sum of what the uses of a value give.
  mlir::Value collect(mlir::Location loc, llvm::ArrayRef<mlir::Value> cotangents);

  mlir::OpBuilder &b;
  mlir::IRMapping &copies;
  mlir::ValueRange variables;
  llvm::DenseSet<mlir::Value> active; // what depends on the variables
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_ADJOINT_H
