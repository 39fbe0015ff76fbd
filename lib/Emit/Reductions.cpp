//===- Reductions.cpp - Products and extrema of entries in C++ ------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Shapes.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

namespace {

/// What a reduction runs over: everything, each row or each column.
enum class Over { Everything, Rows, Columns };

Over rangeOf(Operation *op) {
  Type from = op->getOperand(0).getType(), to = op->getResult(0).getType();
  if (isa<FloatType>(to))
    return Over::Everything;
  return rowsOf(to) == rowsOf(from) ? Over::Rows : Over::Columns;
}

/// The view on which a reduction over this is a method.
const char *views(Over over) {
  return over == Over::Everything ? "" : over == Over::Rows ? ".rowwise()" : ".colwise()";
}

} // namespace

std::vector<std::string> Expressions::pick(PickOp op, StringRef name) {
  const bool isMax = op.getExtremum() == "max";
  const std::string method = isMax ? "maxCoeff" : "minCoeff";
  const std::string a = use(op.getA()).within(Binding::Primary);
  auto type = cast<MatrixType>(op.getA().getType());
  const std::string result = spellType(op.getType(), false);
  const Over over = rangeOf(op);
  if (op.getA() == op.getB()) {
    return {fmt::format("const {} {} = {}{}.{}();", result, name.str(), a, views(over), method)};
  }
  const std::string b = use(op.getB()).within(Binding::Primary);
  if (over == Over::Everything) {
    // Where the extremum is serves all that is picked there.
    auto [place, isNew] = places.try_emplace({op.getA().getAsOpaquePointer(), method});
    std::vector<std::string> lines;
    if (isNew) {
      auto index = [&](const char *wanted) {
        std::string i = names.helper(wanted);
        lines.push_back("Eigen::Index " + i + " = 0;");
        return i;
      };
      if (type.isVector()) {
        std::string i = index("place");
        lines.push_back(fmt::format("{}.{}(&{});", a, method, i));
        place->second = i;
      } else {
        std::string i = index("row"), j = index("col");
        lines.push_back(fmt::format("{}.{}(&{}, &{});", a, method, i, j));
        place->second = i + ", " + j;
      }
    }
    lines.push_back(fmt::format("const {} {} = {}({});", result, name.str(), b, place->second));
    return lines;
  }
  const bool byRows = over == Over::Rows;
  const std::string i = names.helper("i"), j = names.helper("j");
  const std::string count = size(byRows ? type.getRows() : type.getCols()).text;
  return {
      fmt::format("{} {}({});", result, name.str(), count),
      fmt::format("for (Eigen::Index {0} = 0; {0} < {1}; ++{0}) {{", i, count),
      fmt::format("  Eigen::Index {} = 0;", j),
      fmt::format("  {}.{}({}).{}(&{});", a, byRows ? "row" : "col", i, method, j),
      fmt::format("  {}({}) = {}({});", name.str(), i, b, byRows ? i + ", " + j : j + ", " + i),
      "}",
  };
}

/// A product carries one partial product for each set of directions, of which every one
/// stands in for one entry: p₁₂ ← p₁₂ a + p₁ d₂ + p₂ d₁. Nothing is divided, so entries may
/// be zero.
std::vector<std::string> Expressions::prod(ProdOp op, StringRef name) {
  auto type = cast<MatrixType>(op.getA().getType());
  const Over over = rangeOf(op);
  const std::string a = use(op.getA()).within(Binding::Primary);
  const std::string result = spellType(op.getType(), false);
  if (op.getDirections().empty()) {
    return {fmt::format("const {} {} = {}{}.prod();", result, name.str(), a, views(over))};
  }
  const std::string scalar = spellScalar(type.getElement());
  llvm::SmallVector<std::string> directions;
  for (Value d : op.getDirections())
    directions.push_back(use(d).within(Binding::Primary));
  const unsigned sets = 1u << directions.size();
  const bool isAll = over == Over::Everything;
  // Partial products by the set of their directions; the last is the result.
  llvm::SmallVector<std::string> partial;
  for (unsigned s = 0; s < sets; ++s) {
    std::string digits;
    for (size_t k = 0; k < directions.size(); ++k)
      if (s >> k & 1)
        digits += std::to_string(k + 1);
    partial.push_back(isAll && s + 1 == sets ? name.str() : names.helper("p" + digits));
  }
  auto declare = [&](const std::string &indent) {
    std::string line;
    for (unsigned s = 0; s < sets; ++s)
      line += fmt::format("{}{} = {}", s == 0 ? indent + scalar + " " : ", ", partial[s],
                          s == 0 ? 1 : 0);
    return line + ";";
  };
  auto step = [&](const std::string &indent, const std::string &place) {
    std::vector<std::string> lines;
    for (unsigned s = sets; s-- > 0;) {
      std::string sum;
      for (size_t k = 0; k < directions.size(); ++k)
        if (s >> k & 1)
          sum += fmt::format(" + {} * {}({})", partial[s & ~(1u << k)], directions[k], place);
      lines.push_back(
          s == 0 ? fmt::format("{}{} *= {}({});", indent, partial[0], a, place)
                 : fmt::format("{0}{1} = {1} * {2}({3}){4};", indent, partial[s], a, place, sum));
    }
    return lines;
  };
  auto loop = [&](const std::string &indent, const std::string &i, Size size) {
    return fmt::format("{0}for (Eigen::Index {1} = 0; {1} < {2}; ++{1}) {{", indent, i,
                       this->size(size).text);
  };
  std::vector<std::string> lines;
  auto append = [&](std::vector<std::string> more) { llvm::append_range(lines, more); };
  const std::string i = names.helper("i");
  if (isAll && type.isVector()) {
    lines = {declare(""), loop("", i, type.isColumn() ? type.getRows() : type.getCols())};
    append(step("  ", i));
    lines.push_back("}");
    return lines;
  }
  const std::string j = names.helper("j");
  if (isAll) {
    lines = {declare(""), loop("", j, type.getCols()), loop("  ", i, type.getRows())};
    append(step("    ", i + ", " + j));
    append({"  }", "}"});
    return lines;
  }
  const bool byRows = over == Over::Rows;
  Size outer = byRows ? type.getRows() : type.getCols();
  Size inner = byRows ? type.getCols() : type.getRows();
  lines = {fmt::format("{} {}({});", result, name.str(), size(outer).text), loop("", i, outer),
           declare("  "), loop("  ", j, inner)};
  append(step("    ", byRows ? i + ", " + j : j + ", " + i));
  append({"  }", fmt::format("  {}({}) = {};", name.str(), i, partial[sets - 1]), "}"});
  return lines;
}

} // namespace delgen
