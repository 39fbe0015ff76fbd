//===- Affine.cpp - Integers as sums, to compare places -------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Affine.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

void Affine::add(const Atom &atom, int64_t coefficient) {
  auto *known = llvm::find_if(terms, [&](const auto &term) { return term.first == atom; });
  if (known == terms.end())
    terms.emplace_back(atom, coefficient);
  else if ((known->second += coefficient) == 0)
    terms.erase(known);
}

Affine operator+(const Affine &a, const Affine &b) {
  Affine sum = a;
  sum.constant += b.constant;
  for (const auto &[atom, coefficient] : b.terms)
    sum.add(atom, coefficient);
  return sum;
}

Affine operator-(const Affine &a, const Affine &b) {
  Affine difference = a;
  difference.constant -= b.constant;
  for (const auto &[atom, coefficient] : b.terms)
    difference.add(atom, -coefficient);
  return difference;
}

/// The integer to which a symbol is bound, or null.
static Value bound(llvm::StringRef symbol, Block *block) {
  for (auto bind : block->getOps<BindOp>())
    if (bind.getSymbol() == symbol)
      return bind.getA();
  return {};
}

Affine Affine::of(Size size, Block *block, SizeOf sizeOf) {
  if (size.isNumber())
    return size.number();
  if (Value v = bound(size.symbol(), block))
    return of(v, block, sizeOf);
  Affine affine(0);
  affine.add({{}, size}, 1);
  return affine;
}

static std::optional<Size> sizeByAttribute(BlockArgument argument) {
  auto f = dyn_cast_or_null<func::FuncOp>(argument.getOwner()->getParentOp());
  llvm::StringRef symbol =
      f ? paramAttr(f, argument.getArgNumber(), attr::size) : llvm::StringRef();
  if (symbol.empty())
    return std::nullopt;
  return Size::symbol(argument.getContext(), symbol);
}

Affine Affine::of(Value v, Block *block, SizeOf sizeOf) {
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>())
    return number.value();
  if (auto extent = v.getDefiningOp<ExtentOp>())
    return of(Size::symbol(v.getContext(), extent.getSymbol()), block, sizeOf);
  if (auto argument = dyn_cast<BlockArgument>(v))
    if (std::optional<Size> size = sizeOf ? sizeOf(argument) : sizeByAttribute(argument))
      return of(*size, block, sizeOf);
  if (auto sum = v.getDefiningOp<arith::AddIOp>())
    return of(sum.getLhs(), block, sizeOf) + of(sum.getRhs(), block, sizeOf);
  if (auto difference = v.getDefiningOp<arith::SubIOp>())
    return of(difference.getLhs(), block, sizeOf) - of(difference.getRhs(), block, sizeOf);
  if (auto product = v.getDefiningOp<arith::MulIOp>()) {
    Affine l = of(product.getLhs(), block, sizeOf), r = of(product.getRhs(), block, sizeOf);
    if (!l.terms.empty())
      std::swap(l, r);
    if (l.terms.empty()) {
      Affine scaled(l.constant * r.constant);
      for (const auto &[atom, coefficient] : r.terms)
        if (l.constant != 0)
          scaled.add(atom, l.constant * coefficient);
      return scaled;
    }
  }
  Affine affine(0);
  affine.add({v, {}}, 1);
  return affine;
}

bool Affine::isNeverNegative() const {
  return constant >= 0 &&
         llvm::all_of(terms, [](const auto &term) { return term.first.size && term.second > 0; });
}

std::optional<std::pair<Affine::Atom, int64_t>> Affine::shiftedAtom() const {
  if (terms.size() != 1 || terms.front().second != 1)
    return std::nullopt;
  return std::pair(terms.front().first, constant);
}

//===-- Places ------------------------------------------------------------===//

Place Place::of(Type type, Value row, Value col, Block *block) {
  return {Affine::of(row, block), Affine::of(col, block), Affine::of(rowsOf(type), block),
          Affine::of(colsOf(type), block)};
}

Place Place::whole(Type type, Block *block) {
  return {0, 0, Affine::of(rowsOf(type), block), Affine::of(colsOf(type), block)};
}

bool Place::operator==(const Place &other) const {
  return row == other.row && col == other.col && rows == other.rows && cols == other.cols;
}

bool Place::isApartFrom(const Place &other) const {
  auto isBefore = [](const Affine &end, const Affine &begin) {
    return (begin - end).isNeverNegative();
  };
  return isBefore(row + rows, other.row) || isBefore(other.row + other.rows, row) ||
         isBefore(col + cols, other.col) || isBefore(other.col + other.cols, col);
}

bool Place::contains(const Place &other) const {
  auto isInside = [](const Affine &begin, const Affine &size, const Affine &otherBegin,
                     const Affine &otherSize) {
    return (otherBegin - begin).isNeverNegative() &&
           (begin + size - otherBegin - otherSize).isNeverNegative();
  };
  return isInside(row, rows, other.row, other.rows) && isInside(col, cols, other.col, other.cols);
}

} // namespace delgen::mx
