//===- Algebra.h - Builds matrix expressions in normal form -*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One method per operation: given operands in normal form it returns the operation's
// normal form. Equal expressions are one value.
//
// What a legal rule is here:
//  - it holds for all real operands for which its left side is finite;
//  - it never makes the expression dearer at any sizes;
//  - what it builds does not depend on the order in which terms or factors arrive.
// Whatever depends on sizes or on how often a value is used for more than sharing it is
// Schedule's.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_SIMPLIFY_ALGEBRA_H
#define DELGEN_LIB_SIMPLIFY_ALGEBRA_H

#include "delgen/Mx/Mx.h"
#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Shapes.h"

namespace delgen::mx {

/// A total order of expressions by their structure: arguments by position, then
/// operations by name, attributes and operands. Negative, zero or positive.
int compareStructure(mlir::Value a, mlir::Value b);

/// The number that a scalar or filled matrix holds in all entries, if it is constant.
std::optional<double> constantValue(mlir::Value v);

/// The number in front of a term, 1 where there is none.
double leadingConstant(mlir::Value v);

/// c · s₁^p₁ ⋯ sₖ^pₖ · M₁ ⋯ Mₙ, the normal form of a product. An empty chain is a scalar.
struct Product {
  double constant = 1;
  llvm::SmallVector<std::pair<mlir::Value, double>> scalars;
  llvm::SmallVector<mlir::Value> chain;

  void addScalar(mlir::Value base, double exponent);
};

class Algebra : public UniqueBuilder {
public:
  using UniqueBuilder::UniqueBuilder;

  /// Says that `v` is used more than once, so that opening it would repeat its work.
  void setShared(mlir::Value v) { shared.insert(v); }

  mlir::Value constant(double number, mlir::Type element);
  /// The constant matrix or scalar `number` of the given type.
  mlir::Value uniform(double number, mlir::Type type);
  mlir::Value sum(llvm::ArrayRef<mlir::Value> terms);
  mlir::Value product(llvm::ArrayRef<mlir::Value> factors);
  mlir::Value hadamard(llvm::ArrayRef<mlir::Value> factors);
  mlir::Value pow(mlir::Value a, double exponent);
  mlir::Value power(mlir::Value a, mlir::Value exponent);
  mlir::Value map(llvm::StringRef function, mlir::Value a);
  mlir::Value transpose(mlir::Value a);
  mlir::Value inner(mlir::Value a, mlir::Value b);
  mlir::Value trace(mlir::Value a);
  mlir::Value entrySum(mlir::Value a);
  mlir::Value diagonal(mlir::Value a);
  mlir::Value diag(mlir::Value a);
  mlir::Value fill(mlir::Value scalar, mlir::Type type);
  mlir::Value element(mlir::Value a, mlir::Value row, mlir::Value col);
  // Choices.cpp
  mlir::Value compare(llvm::StringRef relation, mlir::Value a, mlir::Value b);
  mlir::Value select(mlir::Value condition, mlir::Value a, mlir::Value b);
  mlir::Value extremum(bool isMax, mlir::Value a, mlir::Value b);
  /// The function of two values that `op` is, mx.atan2 or mx.hypot.
  mlir::Value pair(mlir::Operation *op, mlir::Value a, mlir::Value b);
  mlir::Value polygamma(int64_t order, mlir::Value a);
  mlir::Value prod(mlir::Value a, llvm::ArrayRef<mlir::Value> directions, mlir::Type type);
  mlir::Value pick(llvm::StringRef extremum, mlir::Value a, mlir::Value b, mlir::Type type);

  /// The normal form of `op`, whose operands are `operands`.
  mlir::Value rebuild(mlir::Operation *op, mlir::ValueRange operands);

private:
  /// The defining operation of `v` if it is an `Op` that may be opened, that is, taken
  /// apart in its one user.
  template <typename Op> Op open(mlir::Value v) {
    return shared.contains(v) ? Op() : v.getDefiningOp<Op>();
  }

  mlir::Value entryByEntry(llvm::ArrayRef<mlir::Value> operands,
                           llvm::function_ref<mlir::Value(llvm::ArrayRef<mlir::Value>)> function);
  mlir::Value mapIdentity(llvm::StringRef function, mlir::Value a);
  mlir::Value powIdentity(mlir::Value a, double exponent);
  mlir::Value withoutNumber(mlir::Value v);
  mlir::Value negative(mlir::Value v);
  mlir::Value factorCommon(llvm::ArrayRef<mlir::Value> terms);
  /// A matrix without scalars as an element-wise product of powers.
  llvm::SmallVector<std::pair<mlir::Value, double>> entrywiseFactors(mlir::Value matrix);
  void multiply(Product &product, mlir::Value factor, double exponent = 1);
  mlir::Value build(Product product, mlir::FloatType element);
  /// The product's scalar part alone.
  mlir::Value scalarPart(const Product &product, mlir::FloatType element);
  /// The product's chain alone; null where it is a scalar.
  mlir::Value chainPart(const Product &product);
  mlir::Value scaleSum(double c, mlir::Value sum);
  void normalizeChain(Product &product);
  bool joinNeighbours(llvm::SmallVectorImpl<mlir::Value> &chain);
  mlir::Value scalarChain(llvm::ArrayRef<mlir::Value> chain);
  /// A matrix value as scalar factors and the rest: 2 s A B is (2 s, A B).
  std::pair<Product, mlir::Value> splitScalars(mlir::Value matrix);
  /// Applies a linear function to the matrix part and puts the scalars in front again.
  template <typename Function> mlir::Value pullScalars(mlir::Value matrix, Function linear);
  /// u and v of a product u vᵀ; null values for anything else.
  std::pair<mlir::Value, mlir::Value> splitOuter(mlir::Value matrix);
  mlir::Value extent(Size size, mlir::FloatType element);

  llvm::DenseSet<mlir::Value> shared;
};

template <typename Function> mlir::Value Algebra::pullScalars(mlir::Value matrix, Function linear) {
  auto [scalars, rest] = splitScalars(matrix);
  mlir::Value mapped = linear(rest);
  if (scalars.constant == 1 && scalars.scalars.empty())
    return mapped;
  return product({scalarPart(scalars, elementType(mapped.getType())), mapped});
}

} // namespace delgen::mx

#endif // DELGEN_LIB_SIMPLIFY_ALGEBRA_H
