//===- Sameness.h - Values that are equal whatever they are -----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_SIMPLIFY_SAMENESS_H
#define DELGEN_LIB_SIMPLIFY_SAMENESS_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/SetVector.h"

namespace delgen::mx {

/// Tells values that are the same by what they are computed from, given pairs that are: through
/// branches, and through loops whose carried values start equal and stay so.
class Sameness {
public:
  using Pair = std::pair<mlir::Value, mlir::Value>;

  Sameness() = default;
  /// Of two bodies of `first` and `second`, two loops that run equally often or two branches on
  /// one condition, or one and the same, as if both ran side by side: what is given to both from
  /// outside is the same, and so are carried values that start equal and are carried on alike.
  /// `outside` tells which operands are the same.
  Sameness(mlir::Operation *first, mlir::Block &own, mlir::Operation *second, mlir::Block &other,
           llvm::function_ref<bool(mlir::Value, mlir::Value)> outside);

  bool operator()(mlir::Value a, mlir::Value b);

  /// True where the i-th carried value of the first loop and the j-th of the second are the same
  /// in every iteration.
  bool areCarriedAlike(unsigned i, unsigned j) const { return carried.contains({i, j}); }

private:
  bool compare(mlir::Value a, mlir::Value b);
  bool compareResults(mlir::OpResult a, mlir::OpResult b);

  llvm::DenseSet<Pair> assumed;
  llvm::DenseMap<Pair, bool> known;
  llvm::SetVector<std::pair<unsigned, unsigned>> carried;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_SIMPLIFY_SAMENESS_H
