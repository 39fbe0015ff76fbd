//===- Shapes.cpp - Type rules of the operations --------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

Type shaped(Size rows, Size cols, Type element) {
  if (rows.is(1) && cols.is(1))
    return element;
  return MatrixType::get(element.getContext(), rows, cols, cast<FloatType>(element));
}

/// The matrix that `type` is, or of which it is a factorisation; null for a scalar.
static MatrixType matrixOf(Type type) {
  if (auto factorization = dyn_cast<FactorizationType>(type))
    return factorization.getOf();
  return dyn_cast<MatrixType>(type);
}

Size rowsOf(Type type) {
  MatrixType matrix = matrixOf(type);
  return matrix ? matrix.getRows() : Size::number(type.getContext(), 1);
}

Size colsOf(Type type) {
  MatrixType matrix = matrixOf(type);
  return matrix ? matrix.getCols() : Size::number(type.getContext(), 1);
}

FloatType elementType(Type type) {
  MatrixType matrix = matrixOf(type);
  return matrix ? matrix.getElement() : cast<FloatType>(type);
}

bool isVector(Value v) {
  auto matrix = dyn_cast<MatrixType>(v.getType());
  return matrix && matrix.isVector();
}

Type sameAsFirst(ValueRange operands) {
  return operands.empty() ? Type() : operands.front().getType();
}

Type elementOf(Value a) { return elementType(a.getType()); }

Type transposed(Value a) {
  return shaped(colsOf(a.getType()), rowsOf(a.getType()), elementType(a.getType()));
}

Type choleskyShape(Value a) {
  return shaped(rowsOf(a.getType()), colsOf(a.getType()), elementType(a.getType()));
}

Type productShape(ValueRange factors) {
  MatrixType first, last;
  for (Value factor : factors)
    if (auto matrix = dyn_cast<MatrixType>(factor.getType())) {
      first = first ? first : matrix;
      last = matrix;
    }
  if (!first)
    return sameAsFirst(factors);
  return shaped(first.getRows(), last.getCols(), first.getElement());
}

Type diagonalShape(Value a) {
  // A column as long as the rows; import makes the matrix square.
  return shaped(rowsOf(a.getType()), Size::number(a.getContext(), 1), elementType(a.getType()));
}

Type diagShape(Value a) {
  auto vector = dyn_cast<MatrixType>(a.getType());
  if (!vector || !vector.isVector())
    return {};
  Size n = vector.isColumn() ? vector.getRows() : vector.getCols();
  return shaped(n, n, vector.getElement());
}

Over reducedOver(Type from, Type to) {
  if (isa<FloatType>(to) && !isa<FloatType>(from))
    return Over::Everything;
  return colsOf(to).is(1) ? Over::Rows : Over::Columns;
}

static constexpr std::pair<Over, llvm::StringLiteral> wordsForOver[] = {
    {Over::Everything, "all"}, {Over::Rows, "rows"}, {Over::Columns, "cols"}};

llvm::StringRef wordFor(Over over) {
  return llvm::find_if(wordsForOver, [&](auto &row) { return row.first == over; })->second;
}

std::optional<Over> overCalled(llvm::StringRef word) {
  for (auto [over, called] : wordsForOver)
    if (called == word)
      return over;
  return std::nullopt;
}

} // namespace delgen::mx
