//===- Types.h - How Eigen spells a shape -----------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_TYPES_H
#define DELGEN_LIB_EMIT_TYPES_H

#include "mlir/IR/Types.h"

#include <string>

namespace delgen {

/// `float` or `double`.
std::string spellScalar(mlir::Type type);
/// The plain object that holds a value of the type: `double`, `Eigen::VectorXd`,
/// `Eigen::Array33f`, `Eigen::Matrix<double, 2, Eigen::Dynamic>`.
std::string spellType(mlir::Type type, bool array);

} // namespace delgen

#endif // DELGEN_LIB_EMIT_TYPES_H
