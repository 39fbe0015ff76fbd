//===- Shapes.h - Type rules of the operations ------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions that records of Operations.td name as their type rule. They take the
// shapes of the operands on trust; the verifiers check them.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_SHAPES_H
#define DELGEN_MX_SHAPES_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// The type of a rows × cols value: a scalar when both sizes are 1.
mlir::Type shaped(Size rows, Size cols, mlir::Type element);
/// The number of rows; 1 for a scalar.
Size rowsOf(mlir::Type type);
/// The number of columns; 1 for a scalar.
Size colsOf(mlir::Type type);
/// The type of one entry; the type itself for a scalar.
mlir::FloatType elementType(mlir::Type type);

inline bool isMatrix(mlir::Value v) { return llvm::isa<MatrixType>(v.getType()); }
inline bool isScalar(mlir::Value v) { return llvm::isa<mlir::FloatType>(v.getType()); }
/// A column or a row.
bool isVector(mlir::Value v);

mlir::Type sameAsFirst(mlir::ValueRange operands);
mlir::Type elementOf(mlir::Value a);
mlir::Type transposed(mlir::Value a);
/// The matrix that a factorisation is of.
mlir::Type choleskyShape(mlir::Value a);
/// Of a matrix or of its factorisation.
inline mlir::Type inverseShape(mlir::Value a) { return transposed(a); }
mlir::Type productShape(mlir::ValueRange factors);
mlir::Type diagonalShape(mlir::Value a);
mlir::Type diagShape(mlir::Value a);

/// What a reduction runs over: everything, each row or each column.
enum class Over { Everything, Rows, Columns };
/// What a reduction from a matrix of the one type to a value of the other runs over.
Over reducedOver(mlir::Type from, mlir::Type to);
/// The word for it that attributes have: `all`, `rows`, `cols`.
llvm::StringRef wordFor(Over over);
/// What a word stands for.
std::optional<Over> overCalled(llvm::StringRef word);

} // namespace delgen::mx

#endif // DELGEN_MX_SHAPES_H
