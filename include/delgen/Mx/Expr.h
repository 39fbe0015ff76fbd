//===- Expr.h - Lets a rule read as mathematics -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the rules of Operations.td and ElementWise.td are written with. Zero is absent: a
// null value is the zero of its shape, and no rule ever builds a matrix of zeros.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_EXPR_H
#define DELGEN_MX_EXPR_H

#include "delgen/Mx/Mx.h"

#include <numbers>

namespace delgen::mx {

/// A value under construction, read entry by entry: `*` is the element-wise product of
/// matrices and the product of scalars; numbers stand for constants of the same shape.
class Entry {
public:
  Entry(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value value)
      : builder(&builder), loc(loc), value(value) {}

  operator mlir::Value() const { return value; }
  /// Null is zero.
  bool isZero() const { return !value; }
  Entry zero() const { return {*builder, loc, {}}; }
  /// The constant `number` in the shape of this value.
  Entry constant(double number) const;

  friend Entry operator+(Entry a, Entry b);
  friend Entry operator*(Entry a, Entry b);
  friend Entry operator*(double c, Entry a);
  friend Entry operator-(Entry a) { return -1.0 * a; }
  friend Entry operator+(double c, Entry a) { return a.constant(c) + a; }
  friend Entry operator+(Entry a, double c) { return c + a; }
  friend Entry operator-(double c, Entry a) { return a.constant(c) + -a; }
  friend Entry operator-(Entry a, double c) { return a.constant(-c) + a; }
  friend Entry pow(Entry a, double exponent);
  friend Entry power(Entry a, Entry exponent);
  friend Entry operator-(Entry a, Entry b) { return a + -b; }
  friend Entry map(llvm::StringRef function, Entry a);
  friend Entry polygamma(int64_t order, Entry a);
  friend Entry compare(llvm::StringRef relation, Entry a, Entry b);
  friend Entry select(Entry condition, Entry a, Entry b);

private:
  mlir::OpBuilder *builder;
  mlir::Location loc;
  mlir::Value value;
};

/// True for a real number that is made of integers.
bool isWhole(mlir::Value v);

/// The exponent of the derivative of a power: `exponent` − 1, except that it is 0 where a
/// whole `exponent` is 0, so that 0 · a⁻¹ is not NaN at a = 0.
Entry lessOne(Entry exponent);

inline Entry exp(Entry a) { return map("exp", a); }
inline Entry log(Entry a) { return map("log", a); }
inline Entry sin(Entry a) { return map("sin", a); }
inline Entry cos(Entry a) { return map("cos", a); }
inline Entry sinh(Entry a) { return map("sinh", a); }
inline Entry cosh(Entry a) { return map("cosh", a); }
inline Entry logistic(Entry a) { return map("logistic", a); }
inline Entry sign(Entry a) { return map("sign", a); }

/// d op(a₁…aₖ) = Σⱼ op(a₁, …, daⱼ, …, aₖ) for an operation linear in each operand apart.
mlir::Value productRule(mlir::OpBuilder &builder, mlir::Operation *op, mlir::ValueRange args,
                        llvm::ArrayRef<mlir::Value> tangents);

/// d(a₁ + … + aₖ) = da₁ + … + daₖ.
mlir::Value sumOfTangents(mlir::OpBuilder &builder, mlir::Location loc,
                          llvm::ArrayRef<mlir::Value> tangents);

//===-- What rules are made of ----------------------------------------------===//

/// The product of scalars and of a chain of matrices.
mlir::Value multiply(mlir::OpBuilder &builder, mlir::Location loc, mlir::ValueRange factors);
/// −a
mlir::Value negate(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value a);
/// aᵀ
mlir::Value transpose(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value a);
/// The matrix of `type` with `a` in every entry; `a` itself for the type of a scalar.
mlir::Value filled(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value a, mlir::Type type);
/// The matrix of `type` that is zero but for the block or entry `a` from (row, col) on.
mlir::Value placed(mlir::OpBuilder &builder, mlir::Location loc, mlir::Type type, mlir::Value a,
                   mlir::Value row, mlir::Value col);
/// The block or, for the type of a scalar, the entry of `a` from (row, col) on.
mlir::Value partOf(mlir::OpBuilder &builder, mlir::Location loc, mlir::Type type, mlir::Value a,
                   mlir::Value row, mlir::Value col);

//===-- Rules that take more than a line ----------------------------------===//

/// The matrix or scalar `number` of the given type.
mlir::Value uniform(mlir::OpBuilder &builder, mlir::Location loc, double number, mlir::Type type);

/// select(c, da, db), with matrices of zeros only where the other tangent is not absent.
/// `args` and `tangents` are those of c, a and b.
mlir::Value selectTangent(mlir::OpBuilder &builder, mlir::Location loc,
                          llvm::ArrayRef<mlir::Value> args, llvm::ArrayRef<mlir::Value> tangents);
/// The blocks' tangents at their places; an absent one leaves zeros.
mlir::Value assembleTangent(mlir::OpBuilder &builder, AssembleOp op, mlir::ValueRange args,
                            llvm::ArrayRef<mlir::Value> tangents);
/// The tangent of the block written into that of the matrix.
mlir::Value insertTangent(mlir::OpBuilder &builder, InsertOp op, mlir::ValueRange args,
                          llvm::ArrayRef<mlir::Value> tangents);
/// ∏ with one more direction, da; and, linear in each direction, with dⱼ's tangent for dⱼ.
/// For mx.prod and mx.prod_others.
mlir::Value prodTangent(mlir::OpBuilder &builder, mlir::Operation *op, mlir::ValueRange args,
                        llvm::ArrayRef<mlir::Value> tangents);
/// The same entry of db; where a is largest does not change.
mlir::Value pickTangent(mlir::OpBuilder &builder, PickOp op, mlir::ValueRange args,
                        llvm::ArrayRef<mlir::Value> tangents);
/// −y da y for y = a⁻¹; with the part outside of a's range where a has more rows than
/// columns (G. Golub, V. Pereyra, The differentiation of pseudo-inverses, 1973, for full
/// column rank).
mlir::Value inverseTangent(mlir::OpBuilder &builder, InverseOp op, mlir::Value a, mlir::Value y,
                           mlir::Value da);
/// y tr(a⁻¹da) for an operation with an attribute `kind`; tr(a⁻¹da) where y is null.
mlir::Value determinantTangent(mlir::OpBuilder &builder, mlir::Operation *op, mlir::Value a,
                               mlir::Value y, mlir::Value da);
/// y Φ(y⁻¹ da y⁻ᵀ) (I. Murray, Differentiation of the Cholesky decomposition, 2016).
mlir::Value choleskyTangent(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value y,
                            mlir::Value da);
/// diagonal(vᵀ da v) for the eigenvectors v.
mlir::Value eigenvaluesTangent(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value a,
                               mlir::Value da);
/// y (gaps(λ) ∘ yᵀ da y) (J. Magnus, On differentiating eigenvalues and eigenvectors, 1985).
mlir::Value eigenvectorsTangent(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value a,
                                mlir::Value y, mlir::Value da);
/// y ∘ y ∘ (da 1ᵀ − 1 daᵀ).
mlir::Value gapsTangent(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value a, mlir::Value y,
                        mlir::Value da);

//===-- Transposes that take more than a line -------------------------------===//

// `args` are the operands, null where they vary; `w` is the cotangent of the result.

/// Lᵀ w Rᵀ for a factor between L and R; ⟨M, w⟩ for a scalar factor of M.
mlir::Value pullOfProduct(mlir::OpBuilder &builder, MulOp op, unsigned i,
                          llvm::ArrayRef<mlir::Value> args, mlir::Value w);
/// w ∘ the other factors.
mlir::Value pullOfHadamard(mlir::OpBuilder &builder, HadamardOp op, unsigned i,
                           llvm::ArrayRef<mlir::Value> args, mlir::Value w);
/// The diagonal of w as the column or row of `type`.
mlir::Value pullOfDiag(mlir::OpBuilder &builder, mlir::Location loc, mlir::Type type,
                       mlir::Value w);
/// The block of w that operand `i` is written to.
mlir::Value pullOfAssemble(mlir::OpBuilder &builder, AssembleOp op, unsigned i,
                           llvm::ArrayRef<mlir::Value> args, mlir::Value w);
/// That block of w, or w with zeros in its place.
mlir::Value pullOfInsert(mlir::OpBuilder &builder, InsertOp op, unsigned i,
                         llvm::ArrayRef<mlir::Value> args, mlir::Value w);
/// The triangle of w + wᵀ with half the diagonal.
mlir::Value pullOfSymmetric(mlir::OpBuilder &builder, SymmetricOp op, mlir::Value w);
/// w times the products of the other entries.
mlir::Value pullOfProd(mlir::OpBuilder &builder, ProdOp op, unsigned i,
                       llvm::ArrayRef<mlir::Value> args, mlir::Value w);
/// The same products with w for the direction: ⟨w, prod_others(a; δ)⟩ = ∏(a; w, δ).
mlir::Value pullOfProdOthers(mlir::OpBuilder &builder, ProdOthersOp op, unsigned i,
                             llvm::ArrayRef<mlir::Value> args, mlir::Value w);
/// w at the places that are picked, zero elsewhere.
mlir::Value pullOfPick(mlir::OpBuilder &builder, PickOp op, unsigned i,
                       llvm::ArrayRef<mlir::Value> args, mlir::Value w);
// ⟨w, a ⊗ b⟩ = Σ aᵢⱼ ⟨wᵢⱼ, b⟩ with the blocks of w; the other two say the same of w and of b.
mlir::Value pullOfKron(mlir::OpBuilder &builder, KronOp op, unsigned i,
                       llvm::ArrayRef<mlir::Value> args, mlir::Value w);
mlir::Value pullOfBlockInner(mlir::OpBuilder &builder, BlockInnerOp op, unsigned i,
                             llvm::ArrayRef<mlir::Value> args, mlir::Value w);
mlir::Value pullOfBlockSum(mlir::OpBuilder &builder, BlockSumOp op, unsigned i,
                           llvm::ArrayRef<mlir::Value> args, mlir::Value w);
/// w where the operand is chosen, zero elsewhere.
mlir::Value pullOfSelect(mlir::OpBuilder &builder, mlir::Location loc, unsigned i,
                         llvm::ArrayRef<mlir::Value> args, mlir::Value w);

} // namespace delgen::mx

#endif // DELGEN_MX_EXPR_H
