//===- FormulaParts.cpp - Parts of matrices, and matrices made of parts, in formulas ===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"
#include "Formula.h"

#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

std::string Formula::spell(const Affine &integer) {
  std::string text;
  const std::string minus = isLatex() ? "-" : "−";
  auto add = [&](int64_t number, const std::string &what) {
    if (number < 0)
      text += text.empty() ? minus : " " + minus + " ";
    else if (!text.empty())
      text += " + ";
    number = std::abs(number);
    text += what.empty()  ? std::to_string(number)
            : number == 1 ? what
                          : std::to_string(number) + " " + what;
  };
  const auto [counters, rest] = inCounters(integer);
  for (const auto &[counter, coefficient] : counters)
    add(coefficient, use(counter).text);
  for (const auto &[atom, coefficient] : rest.atoms())
    add(coefficient,
        atom.value ? group(use(atom.value), Binding::Unary) : symbol(atom.size->symbol()));
  if (rest.offset() != 0 || text.empty())
    add(rest.offset(), "");
  return text;
}

std::string Formula::range(MatrixType of, Type type, Value row, Value col) {
  ::mlir::Block *scope = &f.front();
  const Place p = Place::of(type, row, col, scope), whole = Place::whole(of, scope);
  auto along = [&](const Affine &start, const Affine &size, const Affine &total) -> std::string {
    if (size.is(1))
      return spell(start);
    if (size == total)
      return ":";
    return spell(start) + (isLatex() ? "{:}" : ":") + spell(start + size);
  };
  std::string rows = along(p.row, p.rows, whole.rows), cols = along(p.col, p.cols, whole.cols);
  return of.isColumn() ? rows : of.isRow() ? cols : rows + ", " + cols;
}

Text Formula::part(Value of, const std::string &range) {
  std::string base = group(use(of), Binding::Primary);
  return {isLatex() ? base + "_{" + range + "}" : base + "[" + range + "]"};
}

/// A function by its name, as in `reverse(a)`.
static std::string named(bool isLatex, StringRef name, const std::string &arguments) {
  return isLatex ? ("\\operatorname{" + name + "}\\left(" + arguments + "\\right)").str()
                 : (name + "(" + arguments + ")").str();
}

Text Formula::reversed(ReverseOp op) {
  const bool isWhole = isVector(op.getA()) || (op.getRows() && op.getCols());
  const char *name = isWhole ? "reverse" : op.getRows() ? "reverseRows" : "reverseCols";
  return {named(isLatex(), name, use(op.getA()).text)};
}

Text Formula::reshaped(ReshapeOp op) {
  auto type = cast<MatrixType>(op.getType());
  if (type.isColumn())
    return {named(isLatex(), "vec", use(op.getA()).text)};
  ::mlir::Block *scope = &f.front();
  return {named(isLatex(), "reshape",
                use(op.getA()).text + ", " + spell(Affine::of(type.getRows(), scope)) + ", " +
                    spell(Affine::of(type.getCols(), scope)))};
}

Text Formula::assembled(AssembleOp op) {
  if (auto rows = tilesOf(op)) {
    std::string text;
    for (const std::vector<Value> &row : *rows) {
      text += text.empty() ? "" : isLatex() ? " \\\\ " : "; ";
      for (auto [i, v] : llvm::enumerate(row)) {
        text += i == 0 ? "" : isLatex() ? " & " : ", ";
        text += v ? use(v).text : "0";
      }
    }
    return {isLatex() ? "\\begin{bmatrix} " + text + " \\end{bmatrix}" : "[" + text + "]"};
  }
  // Zero elsewhere.
  std::string text;
  for (auto [value, row, col] : llvm::zip(op.getBlocks(), op.getRows(), op.getCols()))
    text += (text.empty() ? "" : "; ") +
            range(cast<MatrixType>(op.getType()), value.getType(), row, col) +
            (isLatex() ? " \\mapsto " : " ↦ ") + use(value).text;
  return {isLatex() ? "0\\left[" + text + "\\right]" : "0[" + text + "]"};
}

Text Formula::inserted(InsertOp op) {
  std::string text =
      range(cast<MatrixType>(op.getType()), op.getA().getType(), op.getRow(), op.getCol()) +
      (isLatex() ? " \\mapsto " : " ↦ ") + use(op.getA()).text;
  std::string base = group(use(op.getB()), Binding::Primary);
  return {base + (isLatex() ? "\\left[" + text + "\\right]" : "[" + text + "]")};
}

Text Formula::sum(llvm::ArrayRef<Text> terms) {
  const StringRef minus = isLatex() ? "-" : "−";
  std::string text;
  for (Text t : terms) {
    const bool negative = StringRef(t.text).starts_with(minus) && t.binding != Binding::Sum;
    if (negative)
      t.text.erase(0, minus.size());
    if (text.empty())
      text = negative ? minus.str() : "";
    else
      text += negative ? " " + minus.str() + " " : " + ";
    text += t.binding == Binding::Sum ? t.text : group(t, Binding::Product);
  }
  return {text, Binding::Sum};
}

} // namespace delgen
