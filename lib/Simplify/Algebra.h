//===- Algebra.h - Builds matrix expressions in normal form -----*- C++ -*-===//
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

#include "delgen/Mx/Affine.h"
#include "delgen/Mx/Mx.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Shapes.h"

namespace delgen::mx {

/// Simplifies the loops and branches that stand in `block`: takes out what does not vary, what
/// nothing needs, and what is computed twice.
void simplifyControl(mlir::Block &block);
/// Makes one of loops that run equally often, and of choices on the same condition.
void fuseControl(mlir::Block &block);

/// The number in front of a term, 1 where there is none.
double leadingConstant(mlir::Value v);

/// True for A⁻¹ and A⁻ᵀ.
bool isInverse(mlir::Value v);
/// True where l r is the identity, for one is the other's inverse.
bool cancel(mlir::Value l, mlir::Value r);
/// True for A⁻¹ x with a column x, which stands for one value in a chain.
bool isSolve(mlir::Value v);

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

  /// A value and its first entry's place in a matrix.
  struct Block {
    mlir::Value value, row, col;
  };

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
  mlir::Value inverse(mlir::Value a, llvm::StringRef kind);
  mlir::Value det(mlir::Value a, llvm::StringRef kind);
  mlir::Value logDet(mlir::Value a, llvm::StringRef kind);
  mlir::Value cholesky(mlir::Value a) { return make<CholeskyOp>(a); }
  mlir::Value triangle(mlir::Value a, bool lower, double diagonal);
  mlir::Value symmetric(mlir::Value a, bool lower);
  /// The block of `type`, a matrix or a scalar, from (row, col) on.
  mlir::Value part(mlir::Value a, mlir::Type type, mlir::Value row, mlir::Value col);
  mlir::Value assemble(mlir::Type type, llvm::ArrayRef<Block> blocks);
  mlir::Value insert(mlir::Value a, mlir::Value b, mlir::Value row, mlir::Value col);
  mlir::Value reverse(mlir::Value a, bool rows, bool cols);
  mlir::Value reshape(mlir::Value a, mlir::Type type);
  // Choices.cpp
  mlir::Value compare(llvm::StringRef relation, mlir::Value a, mlir::Value b);
  mlir::Value select(mlir::Value condition, mlir::Value a, mlir::Value b);
  mlir::Value extremum(bool isMax, mlir::Value a, mlir::Value b);
  /// The function of two values that `op` is, mx.atan2 or mx.hypot.
  mlir::Value pair(mlir::Operation *op, mlir::Value a, mlir::Value b);
  mlir::Value polygamma(int64_t order, mlir::Value a);
  mlir::Value prod(mlir::Value a, llvm::ArrayRef<mlir::Value> directions, mlir::Type type);
  mlir::Value prodOthers(mlir::Value a, llvm::ArrayRef<mlir::Value> directions, Over over);
  mlir::Value pick(llvm::StringRef extremum, mlir::Value a, mlir::Value b, mlir::Type type);
  mlir::Value extremal(llvm::StringRef extremum, mlir::Value a, Over over);
  mlir::Value cross(mlir::Value a, mlir::Value b);
  /// The result's type, for its sizes are products of sizes.
  mlir::Value kron(mlir::Value a, mlir::Value b, mlir::Type type);
  mlir::Value blockInner(mlir::Value a, mlir::Value b, mlir::Type type);
  mlir::Value blockSum(mlir::Value a, mlir::Value b, mlir::Type type);
  /// Stays where the halves of a symmetric matrix may be rounded otherwise.
  mlir::Value mirror(mlir::Value a);

  // Lists.cpp
  mlir::Value at(mlir::Value list, mlir::Value i, mlir::Type type, mlir::Value like = {});
  mlir::Value zerosLike(mlir::Value list);
  mlir::Value dropLast(mlir::Value list);
  mlir::Value setAt(mlir::Value list, mlir::Value i, mlir::Value value);
  mlir::Value length(mlir::Value list);
  mlir::Value addLists(mlir::Value a, mlir::Value b);

  /// `op` as it is, on other operands.
  mlir::Value keep(mlir::Operation *op, mlir::ValueRange operands) { return copy(op, operands); }
  /// The normal form of `op`, whose operands are `operands`.
  mlir::Value rebuild(mlir::Operation *op, mlir::ValueRange operands);

private:
  /// A total order of expressions by their structure: arguments by position, then
  /// operations by name, attributes and operands. Negative, zero or positive.
  int compareStructure(mlir::Value a, mlir::Value b);
  /// How many operations stand upon one another in `v`.
  unsigned depthOf(mlir::Value v);
  void sortByStructure(llvm::MutableArrayRef<mlir::Value> values) {
    llvm::sort(values, [&](mlir::Value a, mlir::Value b) { return compareStructure(a, b) < 0; });
  }

  /// The defining operation of `v` if it is an `Op` that may be opened, that is, taken
  /// apart in its one user.
  template <typename Op> Op open(mlir::Value v) {
    return shared.contains(v) ? Op() : v.getDefiningOp<Op>();
  }

  /// v of a matrix that is diag(v), by its form or by assumption; null for any other.
  mlir::Value diagonalOf(mlir::Value a);
  /// log of a product with a determinant in it, as a sum; null where there is none.
  mlir::Value logOfDeterminant(mlir::Value a);
  /// ½ log det a for Σ log diagonal(l) of a's Cholesky factor l; null for anything else.
  mlir::Value sumOfLogPivots(mlir::Value a);
  /// `function`, linear in each of two values and zero in the shape of `type` where one is, of
  /// the two without their scalars, which are put in front.
  mlir::Value bilinear(mlir::Value a, mlir::Value b, mlir::Type type,
                       llvm::function_ref<mlir::Value(mlir::Value, mlir::Value)> function);
  /// `function`, linear in each direction, of directions without their scalars and in one
  /// order; the scalars are put in front.
  mlir::Value linearInEach(llvm::ArrayRef<mlir::Value> directions, mlir::Type type,
                           llvm::function_ref<mlir::Value(llvm::ArrayRef<mlir::Value>)> function);
  mlir::Value entryByEntry(llvm::ArrayRef<mlir::Value> operands,
                           llvm::function_ref<mlir::Value(llvm::ArrayRef<mlir::Value>)> function);
  mlir::Value mapIdentity(llvm::StringRef function, mlir::Value a);
  mlir::Value powIdentity(mlir::Value a, double exponent);
  mlir::Value withoutNumber(mlir::Value v);
  mlir::Value negative(mlir::Value v);
  mlir::Value factorCommon(llvm::ArrayRef<mlir::Value> terms);
  /// a ∘ (b + c) = a ∘ b + a ∘ c and s (a + b) = s a + s b in all terms of a sum, if some of what
  /// comes out is alike: an element-wise function keeps as many terms as its order asks for.
  void multiplyOut(llvm::SmallVectorImpl<Product> &terms);
  size_t countUnlike(llvm::ArrayRef<Product> products);
  /// A matrix without scalars as an element-wise product of powers.
  llvm::SmallVector<std::pair<mlir::Value, double>> entrywiseFactors(mlir::Value matrix);
  void multiply(Product &product, mlir::Value factor, double exponent = 1);
  /// A product with a vector and a sum of matrices with inverses among its factors, which is
  /// the sum of the products; null for any other.
  mlir::Value distribute(llvm::ArrayRef<mlir::Value> factors);
  mlir::Value build(Product product, mlir::FloatType element);
  /// The product's scalar part alone.
  mlir::Value scalarPart(const Product &product, mlir::FloatType element);
  /// The product's chain alone; null where it is a scalar.
  mlir::Value chainPart(const Product &product);
  mlir::Value scaleSum(double c, mlir::Value sum);
  void normalizeChain(Product &product);
  /// A chain that ends in a column, with each A⁻¹ R in it one value: A⁻¹ B A⁻¹ x becomes
  /// A⁻¹ (B (A⁻¹ x)), which derivatives have in common.
  llvm::SmallVector<mlir::Value> bindSolves(llvm::ArrayRef<mlir::Value> chain);
  /// The same for a chain that is a scalar: uᵀ A⁻¹ B A⁻¹ v = (A⁻ᵀ u)ᵀ B (A⁻¹ v).
  llvm::SmallVector<mlir::Value> bindScalarSolves(llvm::ArrayRef<mlir::Value> chain);
  /// The same for a chain that begins with a row, as the transpose of a column.
  llvm::SmallVector<mlir::Value> bindRowSolves(llvm::ArrayRef<mlir::Value> chain);
  bool joinNeighbours(llvm::SmallVectorImpl<mlir::Value> &chain);
  mlir::Value scalarChain(llvm::ArrayRef<mlir::Value> chain);
  /// ⟨a, b⟩ of sums with terms along one vector that is divided by its norm, which cancels;
  /// null for any other.
  mlir::Value innerOfUnits(mlir::Value a, mlir::Value b);
  /// A matrix value as scalar factors and the rest: 2 s A B is (2 s, A B).
  std::pair<Product, mlir::Value> splitScalars(mlir::Value matrix);
  /// Applies a linear function to the matrix part and puts the scalars in front again.
  template <typename Function> mlir::Value pullScalars(mlir::Value matrix, Function linear);
  /// u and v of a product u vᵀ; null values for anything else.
  std::pair<mlir::Value, mlir::Value> splitOuter(mlir::Value matrix);
  mlir::Value extent(Size size, mlir::FloatType element);

  //===-- Parts.cpp -------------------------------------------------------===//

  mlir::Value integer(int64_t number);
  /// a + b and a − b, and any integer, in normal form.
  mlir::Value plus(mlir::Value a, mlir::Value b);
  mlir::Value minus(mlir::Value a, mlir::Value b);
  mlir::Value integer(mlir::Value v);
  mlir::Value integer(Size size);
  Place placeOf(const Block &block);
  llvm::SmallVector<Block> blocksOf(AssembleOp op);
  /// The block of a matrix that is zero elsewhere; nothing for any other value.
  std::optional<Block> onlyBlock(mlir::Value v);
  /// The blocks of which `v` is made, where they may be taken apart; null for any other value.
  AssembleOp openBlocks(mlir::Value v);
  mlir::Value partOfDiagonal(mlir::Value diagonal, mlir::Type type, mlir::Value row,
                             mlir::Value col);
  mlir::Value partOfInsert(InsertOp insert, mlir::Type type, mlir::Value row, mlir::Value col);
  mlir::Value partOfAssemble(AssembleOp op, mlir::Type type, mlir::Value row, mlir::Value col);
  std::optional<Block> intersection(const Block &block, const Place &p);
  mlir::Value partOfReverse(ReverseOp op, mlir::Type type, mlir::Value row, mlir::Value col);
  /// True where the blocks, none of which overlap, are known to leave nothing of `type`.
  bool cover(llvm::ArrayRef<Block> blocks, mlir::Type type);
  /// l r where one of the two is zero outside of one block; null for any other.
  mlir::Value productOfBlock(mlir::Value l, mlir::Value r);
  /// b with a written to a block, plus a matrix that is zero but for c in that block, is b with
  /// a + c written to it; false where no terms are such.
  bool joinWrites(llvm::SmallVectorImpl<mlir::Value> &terms);
  /// [a] + [b] = [a + b] in the same place, [a, b] in places apart; null for anything else.
  mlir::Value addInPlaces(mlir::Value a, mlir::Value b);
  /// [a] + s [b] = [a + s [b]] where b stands within a; null for anything else.
  mlir::Value addWithin(mlir::Value a, mlir::Value b);
  /// Joins two terms that are made of blocks; false where there are none to join.
  bool joinBlocks(llvm::SmallVectorImpl<mlir::Value> &terms);

  /// Joins terms s (A ⊗ B) of one A, or of one B; false where there are none to join.
  bool joinKroneckers(llvm::SmallVectorImpl<mlir::Value> &terms);

  llvm::DenseSet<mlir::Value> shared;
  /// How expressions compare that were compared: those of a long chain would be walked along again
  /// and again.
  llvm::DenseMap<std::pair<mlir::Value, mlir::Value>, int> compared;
  llvm::DenseMap<mlir::Operation *, unsigned> depths;
  /// The product that is being built has a vector in its chain, so that a product of
  /// matrices with an inverse among them is never formed.
  bool hasVector = false;
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
