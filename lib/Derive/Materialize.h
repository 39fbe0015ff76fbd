//===- Materialize.h - The matrix of a linear function ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_MATERIALIZE_H
#define DELGEN_LIB_DERIVE_MATERIALIZE_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// The matrix J with vec(linear(…, δ)) = J vec(δ), where δ is the last argument of `linear`,
/// in which that function is linear; built at `b`. `arguments` are the others. Where the matrix
/// is known to be symmetric, exactly that is returned. Fails with an error at the operation
/// that has no transpose.
mlir::FailureOr<mlir::Value> materialize(mlir::OpBuilder &b, mlir::func::FuncOp linear,
                                         mlir::ValueRange arguments, bool isSymmetric);

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_MATERIALIZE_H
