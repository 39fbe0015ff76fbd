//===- Types.cpp - How Eigen spells a shape -------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Types.h"

#include "delgen/Mx/Mx.h"

#include <fmt/format.h>

using namespace delgen::mx;

namespace delgen {

std::string spellScalar(mlir::Type type) { return type.isF32() ? "float" : "double"; }

/// What Eigen's typedefs have in place of a size: X, 2, 3 or 4; 0 for no typedef.
static char letter(Size size) {
  if (size.isSymbol())
    return 'X';
  return size.number() >= 2 && size.number() <= 4 ? static_cast<char>('0' + size.number()) : '\0';
}

static std::string spellSize(Size size) {
  return size.isSymbol() ? "Eigen::Dynamic" : std::to_string(size.number());
}

std::string spellType(mlir::Type type, bool array) {
  if (type.isIndex())
    return "Eigen::Index";
  if (auto list = llvm::dyn_cast<ListType>(type))
    return "std::vector<" + spellType(list.getElement(), array) + ">";
  auto matrix = llvm::dyn_cast<MatrixType>(type);
  if (!matrix)
    return spellScalar(type);
  const Size rows = matrix.getRows(), cols = matrix.getCols();
  const char suffix = matrix.getElement().isF32() ? 'f' : 'd';
  if (matrix.isColumn() && letter(rows))
    return fmt::format("Eigen::{}{}{}", array ? "Array" : "Vector", letter(rows), suffix);
  if (matrix.isRow() && letter(cols) && !array)
    return fmt::format("Eigen::RowVector{}{}", letter(cols), suffix);
  if (!matrix.isVector() && letter(rows) && letter(rows) == letter(cols))
    return array ? fmt::format("Eigen::Array{0}{0}{1}", letter(rows), suffix)
                 : fmt::format("Eigen::Matrix{}{}", letter(rows), suffix);
  return fmt::format("Eigen::{}<{}, {}, {}>", array ? "Array" : "Matrix",
                     spellScalar(matrix.getElement()), spellSize(rows), spellSize(cols));
}

} // namespace delgen
