//===- ProductSizes.cpp - Sizes that are products of sizes ----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProductSizes.h"

#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace delgen::mx {

ProductSizes::ProductSizes(OpBuilder &b, func::FuncOp f)
    : b(b), loc(f.getLoc()), taken(sizeSymbols(f)) {
  for (Type type : f.getArgumentTypes())
    if (auto matrix = dyn_cast<MatrixType>(type))
      for (Size size : {matrix.getRows(), matrix.getCols()})
        if (size.isSymbol())
          ofParameters.insert(size.symbol());
}

Size ProductSizes::fresh(llvm::StringRef wanted) {
  std::string name = wanted.str();
  for (unsigned i = 2; !taken.insert(name).second; ++i)
    name = (wanted + "_" + llvm::Twine(i)).str();
  return Size::symbol(b.getContext(), name);
}

Size ProductSizes::times(llvm::ArrayRef<Size> sizes) {
  Factors all = {1, {}};
  for (Size size : sizes) {
    if (size.isNumber()) {
      all.first *= size.number();
      continue;
    }
    auto it = factorsOf.find(size.symbol().str());
    const Factors own = it != factorsOf.end() ? it->second : Factors{1, {size.symbol().str()}};
    all.first *= own.first;
    all.second.insert(all.second.end(), own.second.begin(), own.second.end());
  }
  llvm::sort(all.second);
  MLIRContext *context = b.getContext();
  if (all.second.empty())
    return Size::number(context, all.first);
  if (all.first == 1 && all.second.size() == 1)
    return Size::symbol(context, all.second.front());
  auto [it, isNew] = known.try_emplace(all);
  auto &[size, bound] = it->second;
  // Sizes of one body may be called as those of another.
  Block *here = b.getInsertionBlock();
  while (here && here != bound)
    here = here->getParentOp() ? here->getParentOp()->getBlock() : nullptr;
  if (!isNew && here)
    return size;
  // A body may ask first, and what stands behind it next.
  OpBuilder::InsertionGuard guard(b);
  if (llvm::all_of(all.second, [&](const std::string &s) { return ofParameters.contains(s); })) {
    Operation *parent = b.getInsertionBlock()->getParentOp();
    auto f = dyn_cast<func::FuncOp>(parent);
    b.setInsertionPointToStart(&(f ? f : parent->getParentOfType<func::FuncOp>()).front());
  }
  std::string wanted = all.first == 1 ? "" : "n" + std::to_string(all.first);
  Value value = all.first == 1 ? Value() : integer(all.first);
  for (const std::string &symbol : all.second) {
    wanted += (wanted.empty() ? "" : "_") + symbol;
    Value factor = extent(Size::symbol(context, symbol));
    value = value ? arith::MulIOp::create(b, loc, value, factor).getResult() : factor;
  }
  if (isNew)
    size = fresh(wanted);
  BindOp::create(b, loc, value, b.getStringAttr(size.symbol()));
  bound = b.getInsertionBlock();
  factorsOf[size.symbol().str()] = all;
  return size;
}

Size ProductSizes::entries(Type type) { return times({rowsOf(type), colsOf(type)}); }

Value ProductSizes::integer(int64_t number) {
  return arith::ConstantIndexOp::create(b, loc, number);
}

Value ProductSizes::extent(Size size) {
  return size.isNumber() ? integer(size.number())
                         : ExtentOp::create(b, loc, b.getStringAttr(size.symbol())).getResult();
}

Value ProductSizes::place(Value row, Value col, Size rows) {
  auto number = [](Value v) -> std::optional<int64_t> {
    auto constant = v.getDefiningOp<arith::ConstantIndexOp>();
    return constant ? std::optional(constant.value()) : std::nullopt;
  };
  if (number(col) == 0)
    return row;
  if (rows.is(1))
    return col;
  Value above;
  if (rows.isNumber() && number(col))
    above = integer(rows.number() * *number(col));
  else
    above = arith::MulIOp::create(b, loc, extent(rows), col);
  if (number(row) == 0)
    return above;
  if (number(row) && number(above))
    return integer(*number(row) + *number(above));
  return arith::AddIOp::create(b, loc, row, above);
}

} // namespace delgen::mx
