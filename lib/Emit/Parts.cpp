//===- Parts.cpp - Parts of matrices, and matrices made of parts, in C++ --===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Affine.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

//===-- Views -------------------------------------------------------------===//

namespace {

/// Where some of the rows or of the columns stand.
enum Where : unsigned { first, last, inside, all };

Where whereIs(const Affine &start, const Affine &size, const Affine &total) {
  if (size == total)
    return all;
  return start.is(0) ? first : start + size == total ? last : inside;
}

} // namespace

std::string Expressions::view(std::string object, MatrixType of, Type type, Value row, Value col) {
  const Size rows = rowsOf(type), cols = colsOf(type);
  if (isa<FloatType>(type)) {
    std::string i = index(row).text, j = index(col).text;
    return object + "(" + (of.isColumn() ? i : of.isRow() ? j : i + ", " + j) + ")";
  }
  Block *scope = scopes.back();
  const Place p = Place::of(type, row, col, scope), whole = Place::whole(of, scope);
  const Where down = whereIs(p.row, p.rows, whole.rows), right = whereIs(p.col, p.cols, whole.cols);
  // One range, of a vector or of whole rows or columns: name<n>(start), name(start, n).
  auto range = [&](std::array<const char *, 3> names, Where where, Value start, Size size) {
    std::string from = where == inside ? index(start).text : "";
    if (size.isNumber())
      return fmt::format(".{}<{}>({})", names[where], size.number(), from);
    return fmt::format(".{}({}{}{})", names[where], from, from.empty() ? "" : ", ",
                       this->size(size).text);
  };
  constexpr std::array<const char *, 3> alongVector = {"head", "tail", "segment"};
  if (of.isColumn())
    return object + (down == all ? "" : range(alongVector, down, row, rows));
  if (of.isRow())
    return object + (right == all ? "" : range(alongVector, right, col, cols));
  // A row or column of a matrix is a vector for Eigen too, and so is a part of it.
  if (rows.is(1))
    return object + ".row(" + index(row).text + ")" +
           (right == all ? "" : range(alongVector, right, col, cols));
  if (cols.is(1))
    return object + ".col(" + index(col).text + ")" +
           (down == all ? "" : range(alongVector, down, row, rows));
  if (right == all && down == all)
    return object;
  if (right == all)
    return object + range({"topRows", "bottomRows", "middleRows"}, down, row, rows);
  if (down == all)
    return object + range({"leftCols", "rightCols", "middleCols"}, right, col, cols);

  static const char *const corners[2][2] = {{"topLeftCorner", "topRightCorner"},
                                            {"bottomLeftCorner", "bottomRightCorner"}};
  const bool isCorner = down != inside && right != inside;
  std::string text = object + "." + (isCorner ? corners[down][right] : "block"), arguments;
  auto add = [&](const std::string &argument) {
    arguments += (arguments.empty() ? "" : ", ") + argument;
  };
  if (!isCorner) {
    add(index(row).text);
    add(index(col).text);
  }
  auto fixed = [](Size s) { return s.isNumber() ? std::to_string(s.number()) : "Eigen::Dynamic"; };
  if (rows.isNumber() || cols.isNumber())
    text += fmt::format("<{}, {}>", fixed(rows), fixed(cols));
  if (rows.isSymbol() || cols.isSymbol()) {
    add(size(rows).text);
    add(size(cols).text);
  }
  return text + "(" + arguments + ")";
}

Text Expressions::slice(SliceOp op) {
  Text a = use(op.getA());
  return {view(a.within(Binding::Primary), cast<MatrixType>(op.getA().getType()), op.getType(),
               op.getRow(), op.getCol()),
          Binding::Primary, Binding::Primary, a.array};
}

Text Expressions::reverse(ReverseOp op) {
  Text a = use(op.getA());
  const bool isVector = mx::isVector(op.getA()), isBoth = op.getRows() && op.getCols();
  const char *way = isVector || isBoth ? "" : op.getRows() ? ".colwise()" : ".rowwise()";
  return {a.within(Binding::Primary) + way + ".reverse()", Binding::Primary, Binding::Primary,
          a.array};
}

std::string Expressions::shape(MatrixType type) {
  auto fixed = [&](Size s) {
    return s.isNumber() ? fmt::format("Eigen::fix<{}>", s.number()) : size(s).text;
  };
  return fmt::format("({}, {})", fixed(type.getRows()), fixed(type.getCols()));
}

Text Expressions::reshape(ReshapeOp op) {
  Text a = use(op.getA());
  auto type = cast<MatrixType>(op.getType());
  std::string text = a.within(Binding::Primary);
  // A column and its transpose are vectors for Eigen too.
  if (type.isVector())
    text += type.isRow() ? ".reshaped().transpose()" : ".reshaped()";
  else
    text += ".reshaped" + shape(type);
  return {text, Binding::Primary, Binding::Primary, a.array};
}

//===-- Matrices made of parts --------------------------------------------===//

/// A matrix of scalars that is no larger than this is written entry by entry.
static constexpr int64_t mostEntries = 16;

std::optional<std::vector<std::vector<Value>>> tilesOf(AssembleOp op) {
  auto type = cast<MatrixType>(op.getType());
  Block *scope = op->getBlock();
  std::vector<std::vector<Value>> rows;
  if (llvm::all_of(op.getBlocks(), isScalar) && type.getRows().isNumber() &&
      type.getCols().isNumber()) {
    const int64_t m = type.getRows().number(), n = type.getCols().number();
    if (m * n > mostEntries || (m * n > 9 && 2 * int64_t(op.getBlocks().size()) < m * n))
      return std::nullopt;
    rows.assign(m, std::vector<Value>(n));
    for (auto [value, row, col] : llvm::zip(op.getBlocks(), op.getRows(), op.getCols())) {
      std::optional<int64_t> i = Affine::of(row, scope).number(),
                             j = Affine::of(col, scope).number();
      if (!i || !j || *i < 0 || *i >= m || *j < 0 || *j >= n)
        return std::nullopt;
      rows[*i][*j] = value;
    }
    return rows;
  }
  const Place whole = Place::whole(type, scope);
  Affine down(0), right(0), height(0);
  for (auto [value, row, col] : llvm::zip(op.getBlocks(), op.getRows(), op.getCols())) {
    const Place p = Place::of(value.getType(), row, col, scope);
    if (rows.empty() || right == whole.cols) {
      down = down + height;
      right = 0;
      height = p.rows;
      rows.emplace_back();
    }
    if (!(p.row == down) || !(p.col == right) || !(p.rows == height))
      return std::nullopt;
    right = right + p.cols;
    rows.back().push_back(value);
  }
  if (!(right == whole.cols) || !(down + height == whole.rows))
    return std::nullopt;
  return rows;
}

std::string Expressions::sizes(MatrixType type) {
  if (type.getRows().isNumber() && type.getCols().isNumber())
    return {};
  if (type.isVector())
    return "(" + size(type.isColumn() ? type.getRows() : type.getCols()).text + ")";
  return "(" + size(type.getRows()).text + ", " + size(type.getCols()).text + ")";
}

std::string Expressions::written(const std::string &object, Value value,
                                 const Storage::Variable *variable) {
  if (auto fill = isMatrix(value) ? inlined<FillOp>(value) : FillOp()) {
    if (constantValue(fill) == 0.0)
      return object + ".setZero();";
    if (constantValue(fill) == 1.0)
      return object + ".setOnes();";
    return object + ".setConstant(" + use(fill.getA()).text + ");";
  }
  if (inlined<IdentityOp>(value))
    return object + ".setIdentity();";
  return writtenTo(object, value, variable, use(value));
}

std::vector<std::string> Expressions::assemble(AssembleOp op, StringRef name) {
  auto type = cast<MatrixType>(op.getType());
  const std::string spelled = spellType(type, false);
  auto isProduct = [&](Value v) {
    auto product = inlined<MulOp>(v);
    return product && llvm::count_if(product.getFactors(), isMatrix) > 1;
  };
  auto tiles = tilesOf(op);
  if (tiles && llvm::none_of(op.getBlocks(), isProduct)) {
    std::string entries;
    for (const std::vector<Value> &row : *tiles)
      for (Value v : row) {
        const std::string zero = literal(0, type.getElement());
        entries += (entries.empty() ? "" : ", ") + (v ? useAs(v, false).text : zero);
      }
    // Eigen's vectors of up to 4 entries have a constructor that takes them.
    const Size length = type.isColumn() ? type.getRows() : type.getCols();
    if (type.isVector() && llvm::all_of(op.getBlocks(), isScalar) && length.number() <= 4)
      return {fmt::format("{}{} {}({});", names.variable(op)->isWritten ? "" : "const ", spelled,
                          name.str(), entries)};
    return {fmt::format("{} {}{};", spelled, name.str(), sizes(type)),
            fmt::format("{} << {};", name.str(), entries)};
  }
  std::vector<std::string> lines;
  if (tiles)
    lines.push_back(fmt::format("{} {}{};", spelled, name.str(), sizes(type)));
  else
    lines.push_back(fmt::format("{} {} = {};", spelled, name.str(), factory(type, "Zero").text));
  for (auto [value, row, col] : llvm::zip(op.getBlocks(), op.getRows(), op.getCols()))
    lines.push_back(written(view(name.str(), type, value.getType(), row, col), value));
  return lines;
}

std::vector<std::string> Expressions::insert(InsertOp op, StringRef name) {
  auto type = cast<MatrixType>(op.getType());
  std::vector<std::string> lines;
  if (!names.shareVariable(op.getB(), op)) {
    // The last of a column has no variable, only a name.
    const bool isArray = isArrayLocal(op);
    const std::string spelled = names.variable(op) ? localType(op) : spellType(type, isArray);
    lines.push_back(fmt::format("{} {} = {};", spelled, name.str(),
                                convert(use(op.getB()), type, isArray).text));
  }
  lines.push_back(written(view(name.str(), type, op.getA().getType(), op.getRow(), op.getCol()),
                          op.getA(), names.variable(op)));
  return lines;
}

} // namespace delgen
