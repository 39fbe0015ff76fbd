//===- ProductSizes.h - Sizes that are products of sizes --------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_PRODUCTSIZES_H
#define DELGEN_LIB_DERIVE_PRODUCTSIZES_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/StringSet.h"

#include <map>

namespace delgen::mx {

/// Binds a symbol to each product of sizes that is needed, once.
class ProductSizes {
public:
  /// Binds at `b`. The symbols of `f` are taken.
  ProductSizes(mlir::OpBuilder &b, mlir::func::FuncOp f);

  Size times(llvm::ArrayRef<Size> sizes);
  /// The number of entries.
  Size entries(mlir::Type type);
  mlir::Value extent(Size size);
  /// A size that is called as wanted, with a number behind it where that is taken.
  Size fresh(llvm::StringRef wanted);
  /// The place in vec of the entry (row, col) of a matrix with `rows` rows.
  mlir::Value place(mlir::Value row, mlir::Value col, Size rows);

private:
  /// A number and sorted symbols.
  using Factors = std::pair<int64_t, std::vector<std::string>>;

  mlir::Value integer(int64_t number);

  mlir::OpBuilder &b;
  mlir::Location loc;
  llvm::StringSet<> taken, ofParameters;
  /// With the block in which it is bound.
  std::map<Factors, std::pair<Size, mlir::Block *>> known;
  std::map<std::string, Factors> factorsOf;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_PRODUCTSIZES_H
