//===- Work.h - How much an operation computes ------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Counts of operations as polynomials in the sizes and trip counts, which is how a user
// knows them: 2 m n + 3 m. The records of the operations are written with the functions here.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_WORK_H
#define DELGEN_MX_WORK_H

#include "mlir/IR/ValueRange.h"

#include <map>
#include <string>
#include <vector>

namespace delgen::mx {

/// A polynomial in named sizes.
class Polynomial {
public:
  Polynomial() = default;
  Polynomial(double number);
  static Polynomial symbol(llvm::StringRef name);

  Polynomial &operator+=(const Polynomial &other);
  friend Polynomial operator+(Polynomial a, const Polynomial &b) { return a += b; }
  friend Polynomial operator*(const Polynomial &a, const Polynomial &b);

  /// Its value where every symbol is `n`.
  double at(double n) const;
  /// With another polynomial in the place of each symbol.
  Polynomial substitute(llvm::function_ref<Polynomial(llvm::StringRef)> valueOf) const;
  /// Terms of high degree first: `2 m² n + 3 m`; `0` where there is none.
  std::string text() const;

private:
  /// The symbols of a term in alphabetical order, as often as they are factors of it.
  using Monomial = std::vector<std::string>;
  std::map<Monomial, double> terms;
};

/// What an evaluation computes.
struct Work {
  Polynomial flops;     ///< additions, multiplications, divisions, roots and comparisons
  Polynomial functions; ///< evaluations of exp, sin and other elementary functions

  Work() = default;
  Work(Polynomial flops) : flops(std::move(flops)) {}
  Work(double flops) : flops(flops) {}
  Work &operator+=(const Work &other);
  friend Work operator+(Work a, const Work &b) { return a += b; }
  friend Work operator*(const Polynomial &times, const Work &work);
  Work substitute(llvm::function_ref<Polynomial(llvm::StringRef)> valueOf) const;
  /// One number for comparisons: every size is 100, and a function counts as ten flops.
  double weight() const { return flops.at(100) + 10 * functions.at(100); }
};

/// The evaluation of an elementary function `times` times.
Work functionCalls(Polynomial times);

/// The number of entries, rows or columns of a value; of a factorisation, those of the matrix.
Polynomial entriesOf(mlir::Value v);
Polynomial rowsIn(mlir::Value v);
Polynomial colsIn(mlir::Value v);
/// The product of scalars and of matrices, in their order; diagonal matrices scale.
Polynomial productFlops(mlir::ValueRange factors);
/// The power of every entry of `a`.
Work powerWork(mlir::Value a, double exponent);
/// A product of entries and of its parts that are linear in `directions` directions.
Polynomial prodFlops(mlir::Value a, size_t directions);

/// The work of any operation, but for that of bodies and callees; of lists, whose entries have
/// sizes that nothing tells, none.
Work workOf(mlir::Operation *op);

} // namespace delgen::mx

#endif // DELGEN_MX_WORK_H
