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
  friend Entry operator-(double c, Entry a) { return a.constant(c) + -a; }
  friend Entry operator-(Entry a, double c) { return a.constant(-c) + a; }
  friend Entry pow(Entry a, double exponent);
  friend Entry power(Entry a, Entry exponent);
  friend Entry map(llvm::StringRef function, Entry a);

private:
  mlir::OpBuilder *builder;
  mlir::Location loc;
  mlir::Value value;
};

inline Entry exp(Entry a) { return map("exp", a); }
inline Entry log(Entry a) { return map("log", a); }
inline Entry sin(Entry a) { return map("sin", a); }
inline Entry cos(Entry a) { return map("cos", a); }
inline Entry sinh(Entry a) { return map("sinh", a); }
inline Entry cosh(Entry a) { return map("cosh", a); }

/// d op(a₁…aₖ) = Σⱼ op(a₁, …, daⱼ, …, aₖ) for an operation linear in each operand apart.
mlir::Value productRule(mlir::OpBuilder &builder, mlir::Operation *op, mlir::ValueRange args,
                        llvm::ArrayRef<mlir::Value> tangents);

/// d(a₁ + … + aₖ) = da₁ + … + daₖ.
mlir::Value sumOfTangents(mlir::OpBuilder &builder, mlir::Location loc,
                          llvm::ArrayRef<mlir::Value> tangents);

} // namespace delgen::mx

#endif // DELGEN_MX_EXPR_H
