//===- Properties.h - What is known of a matrix -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What follows from an expression's form and from the assumptions on parameters. An answer
// of false says that nothing is known.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_PROPERTIES_H
#define DELGEN_MX_PROPERTIES_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// The number that a scalar or filled matrix holds in all entries, if it is constant.
std::optional<double> constantValue(mlir::Value v);

/// True where `v` is a parameter of which `property` is assumed, as `mx.assume` lists it.
bool isAssumed(mlir::Value v, llvm::StringRef property);

/// True where a use of the parameter, in its function or in one that this calls, says that it is
/// symmetric: a factorisation that reads one triangle, or eigenvalues.
bool isTakenSymmetric(mlir::BlockArgument parameter);

/// aᵀ = b
bool areTransposes(mlir::Value a, mlir::Value b);
inline bool isSymmetric(mlir::Value v) { return areTransposes(v, v); }
bool isPositiveDefinite(mlir::Value v);
bool isDiagonal(mlir::Value v);
bool isLower(mlir::Value v);
bool isUpper(mlir::Value v);
bool isOrthogonal(mlir::Value v);

/// For a loop that does nothing but to run an `mx.if` while the condition of that holds,
/// `while (c) …`, the choice; otherwise null.
IfOp chosenWhile(LoopOp loop);

/// The factorisation that the value is, which a body may be given from outside; or null.
FactorizeOp factorizationOf(mlir::Value v);

/// True for the inverse (L Lᵀ)⁻¹ of a matrix of dynamic size, which is computed as L⁻ᵀ L⁻¹, in
/// several statements.
bool isHalved(InverseOp op);

} // namespace delgen::mx

#endif // DELGEN_MX_PROPERTIES_H
