//===- Expressions.h - What Eigen makes of expressions ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_SCHEDULE_EXPRESSIONS_H
#define DELGEN_LIB_SCHEDULE_EXPRESSIONS_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// A triangle, or a matrix that is given by one, is a view where it is one factor of a product.
bool isView(mlir::Operation *op);

/// The user of a transpose that has only one; otherwise the operation itself.
mlir::Operation *onlyUser(mlir::Operation *op);

/// True for a product of matrices, or a multiple of one, that is no scaling and no outer product
/// and has no variable.
bool isProduct(mlir::Value v);

} // namespace delgen::mx

#endif // DELGEN_LIB_SCHEDULE_EXPRESSIONS_H
