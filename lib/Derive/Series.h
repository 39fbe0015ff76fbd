//===- Series.h - Truncated power series of all values ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every value v of a function becomes a series v₀ + v₁ t + v₂ t² + …, of which each
// coefficient is computed once, from those of the operands and the lower ones of v itself.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_SERIES_H
#define DELGEN_LIB_DERIVE_SERIES_H

#include "delgen/Mx/Mx.h"
#include "delgen/Mx/Rebuild.h"

namespace delgen::mx {

/// The coefficients of the values of one body, on demand. Works on a copy of it in `work`, to
/// which it adds the values that coefficients take: derivatives by the
/// operations' own rules, and products of some factors of a longer product.
class Series : UniqueBuilder {
public:
  using Coefficients = llvm::SmallVector<mlir::Value, 4>;

  /// Copies `body` to `work`, a region that has one empty block with the same arguments, at
  /// `inside`, and builds coefficients at `out`, where `arguments` are those of `body`.
  Series(mlir::OpBuilder &out, mlir::OpBuilder &inside, mlir::Block &body, mlir::Region &work,
         mlir::ValueRange arguments);

  /// Gives argument `i` coefficients beyond order 0, null where they are zero.
  void vary(unsigned i, llvm::ArrayRef<mlir::Value> higher);

  /// The coefficients 0 to `order` of what the body returns or yields, null where they are
  /// zero. Fails, with an error at the operation, where an operation has none.
  mlir::FailureOr<std::vector<Coefficients>> run(int64_t order);

private:
  /// A product of two, as a convolution sees it. Where `isSymmetric`, lᵢ rⱼ = lⱼ rᵢ.
  struct Pair {
    mlir::Value left, right;
    bool isSymmetric = false;
  };
  /// How a product is computed: as the value of the same product that is written otherwise,
  /// as a solve with a factor at one of its ends, or as a product of two.
  struct Plan {
    mlir::Value same;
    mlir::Value inverse, rest;
    bool isLeft = true;
    Pair pair;
  };

  mlir::Value coefficient(mlir::Value v, int64_t k);
  mlir::Value compute(mlir::Operation *op, int64_t k);
  mlir::Value zeroth(mlir::Operation *op);
  /// The operands' coefficients of order 0, with zeros where they are absent.
  llvm::SmallVector<mlir::Value> points(mlir::Operation *op);
  /// Coefficient k by the operation's own rule at order 0: for linear operations.
  mlir::Value linear(mlir::Operation *op, int64_t k);
  /// Coefficient k of y, which is what `op` computes, by y′ = T(a, y, a′), T the rule of `op`.
  mlir::Value byEquation(mlir::Operation *op, mlir::Value y, int64_t k);
  mlir::Value equation(mlir::Operation *op, mlir::Value y);
  /// The value a′, whose coefficient k is (k + 1) aₖ₊₁.
  mlir::Value derivative(mlir::Value a);

  // SeriesControl.cpp
  mlir::LogicalResult loop(LoopOp op);
  mlir::LogicalResult branch(IfOp op);
  /// Coefficient k of a list, or of what is read of one.
  mlir::Value list(mlir::Operation *op, int64_t k);
  mlir::Value orZero(mlir::Value v, int64_t k);
  /// The coefficients of what a body is given, beyond order 0 null where they are zero.
  Coefficients allOf(mlir::Value v);
  /// The results of the copy `to`: those of `from`, and the higher coefficients of the varying.
  void takeResults(mlir::Operation *from, mlir::Operation *to, llvm::ArrayRef<unsigned> varying);
  /// Copies a body to `to`, whose arguments have what `given` says, and yields the coefficients
  /// of what `varying` names beside all values.
  mlir::LogicalResult copyBody(mlir::Block &from, mlir::Block &to,
                               llvm::ArrayRef<Coefficients> given, unsigned first,
                               llvm::ArrayRef<unsigned> varying);

  // Convolve.cpp
  mlir::Value product(mlir::Operation *op, int64_t k);
  mlir::Value convolve(mlir::Operation *op, const Pair &pair, int64_t k);
  mlir::Value combine(mlir::Operation *op, mlir::Value l, mlir::Value r);
  /// s = A⁻¹ r for k > 0: sₖ = A₀⁻¹ (rₖ − Σ Aᵢ sₖ₋ᵢ), i from 1 to k; the same for s = r A⁻¹.
  mlir::Value solve(mlir::Value s, const Plan &plan, int64_t k);
  /// s = A⁺ r, which makes Aᵀρ = 0 for ρ = r − A s: sₖ = A₀⁺ (rₖ − Σ Aᵢ sₖ₋ᵢ) +
  /// (A₀ᵀA₀)⁻¹ Σ Aᵢᵀ ρₖ₋ᵢ, i from 1 to k.
  mlir::Value fit(mlir::Value s, const Plan &plan, int64_t k);
  Plan planOfChain(MulOp op);
  Plan planOfHadamard(HadamardOp op);
  Plan plan(mlir::Operation *op);
  mlir::Value power(mlir::Operation *op, int64_t k);
  mlir::Value prod(ProdOp op, int64_t k);
  bool isVaryingInverse(mlir::Value v);
  bool isVaryingLeftInverse(mlir::Value v);

  bool isActive(mlir::Value v) const { return active.contains(v); }
  /// The value that `rule` builds, as a value of the function.
  mlir::Value adopt(llvm::function_ref<mlir::Value(mlir::OpBuilder &)> rule);
  /// Adds an operation to the function, unless an equal one is there.
  mlir::Value add(mlir::Operation *op, mlir::ValueRange operands);
  template <typename Op, typename... Args> mlir::Value addNew(Args &&...args) {
    return note(make<Op>(std::forward<Args>(args)...));
  }
  mlir::Value note(mlir::Value v);
  mlir::Value times(llvm::ArrayRef<mlir::Value> factors);
  mlir::Value fraction(double number, mlir::Value v);
  mlir::Location locationOf(mlir::Operation *op) const;

  mlir::OpBuilder &out;
  mlir::Region &work;
  llvm::SmallVector<mlir::Value> results;
  int64_t highest = 0; // the order that is asked for
  /// The operations of the function itself, in order.
  llvm::SmallVector<mlir::Operation *> own;
  /// The sizes that the function binds, and what to.
  std::vector<std::pair<BindOp, mlir::Value>> bindings;
  llvm::DenseSet<mlir::Value> active; // what has coefficients beyond order 0
  llvm::DenseMap<mlir::Value, Coefficients> coefficients;
  llvm::DenseMap<mlir::Value, Plan> plans;
  llvm::DenseMap<mlir::Value, mlir::Value> equations;
  llvm::DenseMap<mlir::Value, mlir::Value> derivatives, derivativeOf;
  mlir::Block *placeholders;
  bool hasFailed = false;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_SERIES_H
