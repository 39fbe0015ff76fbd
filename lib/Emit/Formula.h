//===- Formula.h - What a function computes, as mathematics -----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_FORMULA_H
#define DELGEN_LIB_EMIT_FORMULA_H

#include "Layout.h"
#include "Names.h"

#include "delgen/Mx/Affine.h"
#include "delgen/Mx/Request.h"

#include <limits>
#include <map>
#include <optional>

namespace delgen {

/// Plain text with Unicode symbols, or LaTeX.
enum class Notation { Text, Latex };

/// The formula of one scheduled del function: `d²f(x; Δ₁, Δ₂) = …`, and a line
/// `where r = …` for each local variable that is more than a few symbols long.
class Formula {
public:
  Formula(mlir::func::FuncOp f, const Names &names, Notation notation);

  /// What result `i` is: the function, the variable and the directions.
  std::string leftSide(unsigned i);
  std::string rightSide(unsigned i);
  /// Names of local variables and what they are.
  using Definitions = std::vector<std::pair<std::string, std::string>>;
  /// The local variables that the right side names, in order; where these are more than `most`,
  /// only so many that this is seen.
  Definitions definitions(size_t most = std::numeric_limits<size_t>::max());

  /// True once an expression was too long to be spelled.
  bool isCut() const { return cut; }

  /// A value as formulas write a use of it.
  std::string text(mlir::Value v) { return use(v).text; }

private:
  Text use(mlir::Value v);
  Text define(mlir::Value v);
  Text spell(mlir::Value v);
  Text sum(mlir::ValueRange terms);
  Text sum(llvm::ArrayRef<Text> terms);
  Text product(mlir::ValueRange factors, const char *sign);
  Text power(mlir::Value base, double exponent);
  std::pair<mlir::Value, double> asPower(mlir::Value v);
  Text inner(mlir::Value a, mlir::Value b);
  Text integer(mlir::Operation *op);
  Text factorizedMatrix(mx::FactorizeOp f);
  /// a⁻¹ or a⁻ᵀ.
  Text inverse(mlir::Value a, bool isTransposed);
  Text linearAlgebra(mlir::Operation *op);
  Text record(mlir::Operation *op);
  /// `1:3` and `i, :`: which rows and columns of a matrix a block takes, counted from 0, the
  /// end not taken.
  std::string range(mx::MatrixType of, mlir::Type type, mlir::Value row, mlir::Value col);
  std::string spell(const mx::Affine &integer);
  Text part(mlir::Value of, const std::string &range);
  Text reversed(mx::ReverseOp op);
  Text reshaped(mx::ReshapeOp op);
  Text assembled(mx::AssembleOp op);
  Text inserted(mx::InsertOp op);
  /// (M ↦ Mᵀ)[A]: what is made of each column of A.
  Text columnwise(mx::ColumnwiseOp op);
  /// The local variables of a block that are named, in order.
  Definitions definitions(mlir::Block &block, size_t most = std::numeric_limits<size_t>::max());
  /// True for a loop that is no sum.
  bool isRecurrence(mx::LoopOp loop);
  bool decideRecurrence(mx::LoopOp loop);
  /// The carried values, and how they are made.
  std::pair<std::string, std::string> recurrence(mx::LoopOp loop);
  /// `k = 0, …, n − 1` in the form `between`; from the least on, if `isUp`.
  std::string iterations(mx::LoopOp loop, const char *between, bool isUp = false);
  /// Σ …: what a loop adds to carried value `i`.
  std::string summed(mx::LoopOp loop, unsigned i);
  /// A result of a loop or of a choice between computations.
  Text control(mlir::OpResult v);
  Text chosen(const std::string &a, const std::string &c, const std::string &b);
  /// What is made of or from lists; nothing for any other operation.
  std::optional<Text> list(mlir::Operation *op);
  /// A choice, a reduction or a function of ChoiceFormula.cpp; nothing for anything else.
  std::optional<Text> choice(mlir::Operation *op);
  std::string comparison(mx::CompareOp op);
  std::string condition(mlir::Value v);

  bool isLatex() const { return notation == Notation::Latex; }
  std::string group(const Text &text, Binding least);
  std::string symbol(llvm::StringRef name);
  /// The name of a local variable while it holds `v`.
  std::string local(mlir::Value v);
  /// `.W1` for a parameter that is a field of an object.
  std::string pathInside(mlir::BlockArgument argument);
  /// What a request names.
  std::string spelledVariable(int64_t i);
  /// The name of the function whose derivative this is.
  std::string baseName();
  std::string reading(const mx::Request &request, unsigned i);
  std::string superscript(double exponent);
  /// True where the local variable is named instead of spelled.
  bool isNamed(mlir::Value v);
  bool decideName(mlir::Value v);

  mlir::func::FuncOp f;
  const Names &names;
  Notation notation;
  llvm::DenseMap<mlir::Value, std::string> directions;
  llvm::DenseMap<mlir::Value, Text> spelled;
  bool cut = false;
  llvm::DenseMap<mlir::Value, bool> hasName;
  llvm::DenseMap<mlir::Operation *, bool> recurrences;
  /// How often the name of a variable is primed while it holds one of its values, of which those in
  /// front of `next` are counted.
  struct Primes {
    llvm::DenseMap<mlir::Value, unsigned> counts;
    size_t next = 0;
    unsigned count = 0;
    bool isNamedBefore = false;
  };
  std::map<const Storage::Variable *, Primes> primes;
};

} // namespace delgen

#endif // DELGEN_LIB_EMIT_FORMULA_H
