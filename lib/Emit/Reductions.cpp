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

/// What a reduction runs over.
Over rangeOf(Operation *op) {
  return reducedOver(op->getOperand(0).getType(), op->getResult(0).getType());
}

/// The view on which a reduction over this is a method.
const char *views(Over over) {
  return over == Over::Everything ? "" : over == Over::Rows ? ".rowwise()" : ".colwise()";
}

/// The method that finds an extremum.
std::string finder(StringRef extremum) { return extremum == "max" ? "maxCoeff" : "minCoeff"; }

/// `for (Eigen::Index i = 0; i < n; ++i) {`
std::string loop(const std::string &indent, const std::string &i, const std::string &count) {
  return fmt::format("{0}for (Eigen::Index {1} = 0; {1} < {2}; ++{1}) {{", indent, i, count);
}

/// The same from the last to the first.
std::string loopBack(const std::string &indent, const std::string &i, const std::string &count) {
  return fmt::format("{0}for (Eigen::Index {1} = {2}; {1}-- > 0;) {{", indent, i, count);
}

/// The entry of a loop over groups, `i`, and over the entries of each, `j`.
std::string placeIn(Over over, const std::string &i, const std::string &j) {
  return over == Over::Rows ? i + ", " + j : j + ", " + i;
}

/// Products of the entries seen so far, one for each set of directions, of which every one
/// stands in for one entry: p₁₂ ← p₁₂ a + p₁ d₂ + p₂ d₁. Nothing is divided, so entries may
/// be zero.
class PartialProducts {
public:
  PartialProducts(std::string scalar, std::string a, llvm::SmallVector<std::string> directions)
      : scalar(std::move(scalar)), a(std::move(a)), directions(std::move(directions)) {}

  unsigned sets() const { return 1u << directions.size(); }

  /// The directions in a set, as digits.
  std::string digits(unsigned set) const {
    std::string text;
    for (size_t k = 0; k < directions.size(); ++k)
      if (set >> k & 1)
        text += std::to_string(k + 1);
    return text;
  }

  /// The products before there is an entry.
  std::string declare(const std::string &indent, llvm::ArrayRef<std::string> partial) const {
    std::string line;
    for (unsigned s = 0; s < sets(); ++s)
      line += fmt::format("{}{} = {}", s == 0 ? indent + scalar + " " : ", ", partial[s],
                          s == 0 ? 1 : 0);
    return line + ";";
  }

  /// One more entry.
  std::vector<std::string> step(const std::string &indent, llvm::ArrayRef<std::string> partial,
                                const std::string &place) const {
    std::vector<std::string> lines;
    for (unsigned s = sets(); s-- > 0;) {
      std::string sum;
      for (size_t k = 0; k < directions.size(); ++k)
        if (s >> k & 1)
          sum += fmt::format(" + {} * {}({})", partial[s & ~(1u << k)], directions[k], place);
      lines.push_back(
          s == 0 ? fmt::format("{}{} *= {}({});", indent, partial[0], a, place)
                 : fmt::format("{0}{1} = {1} * {2}({3}){4};", indent, partial[s], a, place, sum));
    }
    return lines;
  }

private:
  std::string scalar, a;
  llvm::SmallVector<std::string> directions;
};

} // namespace

//===-- Extrema -----------------------------------------------------------===//

std::string Expressions::place(Value a, const std::string &method,
                               std::vector<std::string> &lines) {
  // Where the extremum is serves all that is found there.
  auto [place, isNew] = places.try_emplace({a.getAsOpaquePointer(), method});
  if (!isNew)
    return place->second;
  const std::string object = use(a).within(Binding::Primary);
  auto index = [&](const char *wanted) {
    std::string i = names.helper(wanted);
    lines.push_back("Eigen::Index " + i + " = 0;");
    return i;
  };
  if (isVector(a)) {
    std::string i = index("place");
    lines.push_back(fmt::format("{}.{}(&{});", object, method, i));
    place->second = i;
  } else {
    std::string i = index("row"), j = index("col");
    lines.push_back(fmt::format("{}.{}(&{}, &{});", object, method, i, j));
    place->second = i + ", " + j;
  }
  return place->second;
}

std::vector<std::string>
Expressions::atPlaces(Value a, const std::string &method, Over over,
                      llvm::function_ref<std::string(std::string, std::string)> statement) {
  auto type = cast<MatrixType>(a.getType());
  const std::string i = names.helper("i"), j = names.helper("j");
  return {
      loop("", i, size(over == Over::Rows ? type.getRows() : type.getCols()).text),
      fmt::format("  Eigen::Index {} = 0;", j),
      fmt::format("  {}.{}({}).{}(&{});", use(a).within(Binding::Primary),
                  over == Over::Rows ? "row" : "col", i, method, j),
      "  " + statement(i, placeIn(over, i, j)),
      "}",
  };
}

std::vector<std::string> Expressions::pick(PickOp op, StringRef name) {
  const std::string method = finder(op.getExtremum());
  const std::string result = spellType(op.getType(), false);
  const Over over = rangeOf(op);
  if (op.getA() == op.getB()) {
    return {fmt::format("const {} {} = {}{}.{}();", result, name.str(),
                        use(op.getA()).within(Binding::Primary), views(over), method)};
  }
  const std::string b = use(op.getB()).within(Binding::Primary);
  std::vector<std::string> lines;
  if (over == Over::Everything) {
    const std::string at = place(op.getA(), method, lines);
    lines.push_back(fmt::format("const {} {} = {}({});", result, name.str(), b, at));
    return lines;
  }
  auto type = cast<MatrixType>(op.getType());
  lines = {fmt::format("{} {}({});", result, name.str(),
                       size(over == Over::Rows ? type.getRows() : type.getCols()).text)};
  llvm::append_range(lines, atPlaces(op.getA(), method, over, [&](auto i, auto at) {
                       return fmt::format("{}({}) = {}({});", name.str(), i, b, at);
                     }));
  return lines;
}

std::vector<std::string> Expressions::extremal(ExtremalOp op, StringRef name) {
  const std::string method = finder(op.getExtremum());
  const Over over = *overCalled(op.getOver());
  std::vector<std::string> lines;
  auto one = [&](const std::string &at) { return fmt::format("{}({}) = 1;", name.str(), at); };
  const std::string at = over == Over::Everything ? place(op.getA(), method, lines) : "";
  lines.push_back(fmt::format("{} {} = {};", spellType(op.getType(), false), name.str(),
                              factory(op.getType(), "Zero").text));
  if (over == Over::Everything)
    lines.push_back(one(at));
  else
    llvm::append_range(
        lines, atPlaces(op.getA(), method, over, [&](auto, auto place) { return one(place); }));
  return lines;
}

//===-- Products ----------------------------------------------------------===//

std::vector<std::string> Expressions::prod(ProdOp op, StringRef name) {
  auto type = cast<MatrixType>(op.getA().getType());
  const Over over = rangeOf(op);
  const std::string a = use(op.getA()).within(Binding::Primary);
  const std::string result = spellType(op.getType(), false);
  if (op.getDirections().empty()) {
    return {fmt::format("const {} {} = {}{}.prod();", result, name.str(), a, views(over))};
  }
  llvm::SmallVector<std::string> directions;
  for (Value d : op.getDirections())
    directions.push_back(use(d).within(Binding::Primary));
  PartialProducts products(spellScalar(type.getElement()), a, directions);
  const unsigned sets = products.sets();
  const bool isAll = over == Over::Everything;
  // The product with all directions is the result.
  llvm::SmallVector<std::string> partial;
  for (unsigned s = 0; s < sets; ++s)
    partial.push_back(isAll && s + 1 == sets ? name.str() : names.helper("p" + products.digits(s)));
  const std::string rows = size(type.getRows()).text, cols = size(type.getCols()).text;
  std::vector<std::string> lines;
  auto append = [&](const std::vector<std::string> &more) { llvm::append_range(lines, more); };
  const std::string i = names.helper("i");
  if (isAll && type.isVector()) {
    lines = {products.declare("", partial), loop("", i, type.isColumn() ? rows : cols)};
    append(products.step("  ", partial, i));
    lines.push_back("}");
    return lines;
  }
  const std::string j = names.helper("j");
  if (isAll) {
    lines = {products.declare("", partial), loop("", j, cols), loop("  ", i, rows)};
    append(products.step("    ", partial, i + ", " + j));
    append({"  }", "}"});
    return lines;
  }
  const bool byRows = over == Over::Rows;
  const std::string outer = byRows ? rows : cols;
  lines = {fmt::format("{} {}({});", result, name.str(), outer), loop("", i, outer),
           products.declare("  ", partial), loop("  ", j, byRows ? cols : rows)};
  append(products.step("    ", partial, placeIn(over, i, j)));
  append({"  }", fmt::format("  {}({}) = {};", name.str(), i, partial[sets - 1]), "}"});
  return lines;
}

/// The products before each entry, which are stored, times those behind it: over all ways to
/// share the directions among the two.
std::vector<std::string> Expressions::prodOthers(ProdOthersOp op, StringRef name) {
  auto type = cast<MatrixType>(op.getA().getType());
  const Over over = *overCalled(op.getOver());
  llvm::SmallVector<std::string> directions;
  for (Value d : op.getDirections())
    directions.push_back(use(d).within(Binding::Primary));
  PartialProducts products(spellScalar(type.getElement()), use(op.getA()).within(Binding::Primary),
                           directions);
  const unsigned sets = products.sets(), all = sets - 1;
  llvm::SmallVector<std::string> before, behind, stored;
  for (unsigned s = 0; s < sets; ++s) {
    before.push_back(names.helper("p" + products.digits(s)));
    behind.push_back(names.helper("q" + products.digits(s)));
    stored.push_back(s == all ? name.str() : names.helper("before" + products.digits(s)));
  }
  std::vector<std::string> lines;
  auto append = [&](const std::vector<std::string> &more) { llvm::append_range(lines, more); };
  for (const std::string &matrix : stored)
    lines.push_back(fmt::format("{} {}{};", spellType(type, false), matrix, sizes(type)));

  auto forth = [&](const std::string &indent, const std::string &place) {
    for (unsigned s = 0; s < sets; ++s)
      lines.push_back(fmt::format("{}{}({}) = {};", indent, stored[s], place, before[s]));
    append(products.step(indent, before, place));
  };
  auto back = [&](const std::string &indent, const std::string &place) {
    std::string sum;
    for (unsigned s = 0; s < all; ++s)
      sum += fmt::format(" + {}({}) * {}", stored[s], place, behind[all & ~s]);
    const std::string entry = fmt::format("{}({})", name.str(), place);
    lines.push_back(sum.empty()
                        ? fmt::format("{}{} *= {};", indent, entry, behind[0])
                        : fmt::format("{0}{1} = {1} * {2}{3};", indent, entry, behind[0], sum));
    append(products.step(indent, behind, place));
  };
  const std::string rows = size(type.getRows()).text, cols = size(type.getCols()).text;
  const std::string i = names.helper("i");
  if (over == Over::Everything && type.isVector()) {
    const std::string count = type.isColumn() ? rows : cols;
    append({products.declare("", before), loop("", i, count)});
    forth("  ", i);
    append({"}", products.declare("", behind), loopBack("", i, count)});
    back("  ", i);
    lines.push_back("}");
    return lines;
  }
  const std::string j = names.helper("j");
  if (over == Over::Everything) {
    append({products.declare("", before), loop("", j, cols), loop("  ", i, rows)});
    forth("    ", i + ", " + j);
    append(
        {"  }", "}", products.declare("", behind), loopBack("", j, cols), loopBack("  ", i, rows)});
    back("    ", i + ", " + j);
    append({"  }", "}"});
    return lines;
  }
  const bool byRows = over == Over::Rows;
  const std::string inner = byRows ? cols : rows;
  append({loop("", i, byRows ? rows : cols), products.declare("  ", before), loop("  ", j, inner)});
  forth("    ", placeIn(over, i, j));
  append({"  }", products.declare("  ", behind), loopBack("  ", j, inner)});
  back("    ", placeIn(over, i, j));
  append({"  }", "}"});
  return lines;
}

} // namespace delgen
