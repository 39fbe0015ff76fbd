//===- Layouts.cpp - Matrices made of parts: lists, comma initialisers ----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

bool FunctionImporter::settleLayout(llvm::ArrayRef<Value> blocks, mx::Size rows, mx::Size cols) {
  using Equations = llvm::SmallVector<std::pair<mx::Size, mx::Size>>;
  // False where the two cannot be equal: sizes are not 0, and no size is taken to be a number.
  auto mayBeEqual = [](const mx::Affine &a, const mx::Affine &b, Equations &equations) {
    const mx::Affine d = a - b;
    auto atoms = d.atoms();
    if (atoms.empty())
      return d.is(0);
    auto hasSign = [&](int64_t sign) {
      return d.offset() * sign >= 0 && llvm::all_of(atoms, [&](const auto &a) {
               return a.first.size && a.second * sign > 0;
             });
    };
    if (atoms.size() == 1 || hasSign(1) || hasSign(-1))
      return false;
    if (atoms.size() == 2 && d.offset() == 0 && atoms[0].second + atoms[1].second == 0 &&
        atoms[0].first.size && atoms[1].first.size)
      equations.emplace_back(*atoms[0].first.size, *atoms[1].first.size);
    return true;
  };
  const size_t count = blocks.size();
  if (count > 10)
    return false;
  llvm::SmallVector<Equations> possible;
  // Bit i says that a row of blocks ends behind block i.
  for (unsigned ends = 1u << (count - 1); ends < 1u << count; ++ends) {
    Equations equations;
    mx::Affine width(0), height(0), down(0);
    bool isGood = true, isFirst = true;
    for (size_t i = 0; i < count && isGood; ++i) {
      const mx::Affine own = affine(rowsOf(blocks[i]));
      isGood = isFirst || mayBeEqual(own, height, equations);
      if (std::exchange(isFirst, false))
        height = own;
      width = width + affine(colsOf(blocks[i]));
      if (!(ends >> i & 1))
        continue;
      isGood &= mayBeEqual(width, affine(cols), equations);
      down = down + height;
      width = 0;
      isFirst = true;
    }
    if (isGood && mayBeEqual(down, affine(rows), equations))
      possible.push_back(equations);
  }
  if (possible.size() != 1 || possible.front().empty())
    return false;
  for (auto [a, b] : possible.front())
    sizes.unify(a, b);
  return true;
}

Value FunctionImporter::tiled(const Expr *e, llvm::ArrayRef<const Expr *> items, mx::Size rows,
                              mx::Size cols, FloatType element) {
  llvm::SmallVector<Value> blocks, rowPlaces, colPlaces;
  Value row = integer(e, 0), col = row;
  const mx::Affine width = affine(cols), height = affine(rows);
  mx::Affine down(0), right(0);
  mx::Size panel = sizes.number(0); // height of the blocks beside each other
  bool isGood = true;
  // All of them first, since any may say more about the sizes of the others.
  llvm::SmallVector<Value> values;
  for (const Expr *item : items) {
    const bool isNumber = item->getType()->isArithmeticType();
    Value v = isNumber ? real(item, element) : expression(item);
    if (v && mx::elementType(v.getType()) != element)
      v = refuse(item, "float and double are mixed; convert one of them with .cast<double>() or "
                       ".cast<float>()");
    isGood &= bool(v);
    values.push_back(v);
  }
  if (!isGood)
    return {};
  for (auto [item, v] : llvm::zip(items, values)) {
    const std::string why = "this block is " + shapeOf(v);
    if ((cols.is(1) && !agree(item, colsOf(v), cols, why)) ||
        (rows.is(1) && !agree(item, rowsOf(v), rows, why))) {
      isGood = false;
      continue;
    }
    // A row of blocks is complete where it is as wide as the matrix.
    const bool isComplete = !blocks.empty() && right == width;
    if (isComplete) {
      down = down + affine(panel);
      row = shift(item, BO_Add, row, extent(item, panel));
      col = integer(item, 0);
      right = 0;
    } else if (!blocks.empty() && !rows.is(1)) {
      std::optional<int64_t> left = (width - right).number();
      if (!left) {
        // Another attempt may tell; what follows may say more about the sizes, too.
        if (!settleLayout(values, rows, cols))
          refuse(item,
                 "the sizes of these blocks do not tell where a row of blocks ends; assign the "
                 "blocks one by one");
        return fill(e, constant(e, 0, element), rows, cols);
      }
      if (*left < 0)
        return refuse(item, "the blocks before this one are wider than the matrix; end their row "
                            "where the matrix does");
    }
    if (blocks.empty() || isComplete)
      panel = rowsOf(v);
    else if (!agree(item, rowsOf(v), panel, why + ", and beside another"))
      isGood = false;
    blocks.push_back(v);
    rowPlaces.push_back(row);
    colPlaces.push_back(col);
    right = right + affine(colsOf(v));
    col = shift(item, BO_Add, col, extent(item, colsOf(v)));
    isGood &= row && col;
    if (!isGood)
      return {};
  }
  if (!isGood)
    return {};
  auto difference = [](const mx::Affine &a, const mx::Affine &b) {
    std::optional<int64_t> n = (a - b).number();
    return n && *n != 0;
  };
  if (difference(down + affine(panel), height) || difference(right, width)) {
    std::string text;
    llvm::raw_string_ostream(text) << "these entries do not fill a " << sizes.resolve(rows) << " x "
                                   << sizes.resolve(cols) << " matrix";
    return refuse(e, text);
  }
  mlir::Type type = shaped(rows, cols, element);
  if (blocks.size() == 1 && blocks.front().getType() == type)
    return blocks.front();
  if (isa<FloatType>(type))
    return blocks.front();
  return make<mx::AssembleOp>(e, type, blocks, rowPlaces, colPlaces);
}

std::optional<std::pair<mx::Size, mx::Size>> FunctionImporter::shapeOfNew(const Expr *init,
                                                                          const EigenType &type) {
  auto *construct = init ? dyn_cast<CXXConstructExpr>(init->IgnoreImplicit()) : nullptr;
  auto shape = givenSizes(type, construct ? writtenArguments(construct->arguments())
                                          : llvm::SmallVector<const Expr *, 4>());
  if (!shape)
    return std::nullopt;
  auto [rows, cols] = *shape;
  if (!rows || !cols)
    return std::nullopt;
  return std::pair(*rows, *cols);
}

} // namespace delgen
