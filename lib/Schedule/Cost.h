//===- Cost.h - What an evaluation costs ------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Costs are floating-point operations. Sizes that are numbers count as they are; every
// symbol counts as one large number, so that orders of growth decide before factors do.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_SCHEDULE_COST_H
#define DELGEN_LIB_SCHEDULE_COST_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// The number by which a size counts.
double weight(Size size);
/// The number of entries of a value; 1 for a scalar.
double entries(mlir::Type type);
/// The cost of the product of two neighbours in a chain.
double productCost(mlir::Type left, mlir::Type right);

/// True where Eigen has formulas for the inverse and the determinant of such a matrix, which
/// cost less than a factorisation: up to 4 × 4.
bool isSmall(mlir::Type type);

/// True for a matrix that is its own transpose, so that no transpose is written.
bool mirrors(mlir::Value v);

/// The best association of a chain.
struct Association {
  double cost = 0;
  /// split[i][j] is the last factor of the left part of factors i … j.
  llvm::SmallVector<llvm::SmallVector<size_t>> split;
};

/// A factor of a chain, as far as its cost goes.
struct Factor {
  Size rows, cols;
  /// Diagonal matrices scale and identities do nothing, so they count as vectors do.
  bool scalesFromLeft = false, scalesFromRight = false;

  explicit Factor(mlir::Value v);
  /// The product of a chain.
  explicit Factor(llvm::ArrayRef<Factor> chain)
      : rows(chain.front().rows), cols(chain.back().cols) {}
};

/// Dynamic programming over all parenthesisations (Cormen et al., Introduction to
/// Algorithms, "Matrix-chain multiplication"): time O(n³) in the number of factors. Of
/// equal costs the one that multiplies from the right wins, since it ends in A (B x).
Association associate(llvm::ArrayRef<mlir::Value> chain);
/// The same in a function some of whose sizes count samples.
Association associate(llvm::ArrayRef<Factor> chain, llvm::ArrayRef<Size> samples);

/// The sizes that only data has, and nothing that varies: samples, of which there are more than
/// there are of anything else.
llvm::SmallVector<Size> samplesOf(mlir::Block &block);

} // namespace delgen::mx

#endif // DELGEN_LIB_SCHEDULE_COST_H
