//===- CheckPoints.h - Points and directions of a check ---------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_CHECKPOINTS_H
#define DELGEN_LIB_EMIT_CHECKPOINTS_H

#include "delgen/Mx/Signature.h"

#include "llvm/Support/raw_ostream.h"

namespace delgen {

using Texts = llvm::SmallVector<std::string>;

/// The arguments of a function in a check program: a0, a1, … in the order of C++, and directions
/// in what requests name: a parameter of mx or an object.
class CheckPoints {
public:
  explicit CheckPoints(mlir::func::FuncOp f) : f(f), parameters(mx::cppParameters(f)) {}

  /// Declares the arguments and draws them until f(…) is accepted.
  void print(llvm::raw_ostream &os, llvm::StringRef call) const;
  /// Declares direction k in a variable.
  void printDirection(llvm::raw_ostream &os, int64_t k, int64_t variable) const;
  /// Lists the real fields of the classes that are among the variables, each class once.
  void printFields(llvm::raw_ostream &os, llvm::StringSet<> &known) const;
  /// Statements of `derivative` depend on whether its sizes are large: points have some that are.
  void noteLarge(mlir::func::FuncOp derivative);

  /// The arguments of f; one variable is replaced.
  Texts arguments(std::optional<int64_t> replaced = std::nullopt, llvm::StringRef by = "") const;
  /// `arguments` with one variable, or a part of what it stands in, replaced.
  void replace(Texts &arguments, int64_t variable, const std::string &by) const;
  /// The value of a variable in `arguments`.
  std::string valueIn(const Texts &arguments, int64_t variable) const;
  std::string argument(int64_t variable) const { return valueIn(arguments(), variable); }
  static std::string direction(int64_t k, int64_t variable);
  static std::string idOf(int64_t variable) {
    return variable < 0 ? "o" + std::to_string(-variable) : std::to_string(variable);
  }
  /// The type of an object that holds a variable.
  std::string typeOf(int64_t variable) const;
  /// The real parts of a variable of which something is assumed: how each is reached from it, and
  /// what is assumed.
  llvm::SmallVector<std::pair<std::string, std::string>> structures(int64_t variable) const;

private:
  struct Spot {
    unsigned parameter; // of C++
    std::string path;   // from there, empty or with a dot in front
  };
  Spot spotOf(int64_t variable) const;
  std::string plainType(unsigned i) const;
  std::string instanceType(unsigned i) const;
  /// Of a size that is a parameter of a template: the one that is tested.
  std::optional<int64_t> fixedSize(mx::Size size) const;
  std::string sizeText(mx::Size size) const {
    return size.isNumber() ? std::to_string(size.number()) : "n_" + size.symbol().str();
  }
  /// What is assumed of a parameter, as the program spells it; empty where nothing is.
  llvm::StringRef structureOf(unsigned i) const;
  /// `T(rows, cols, "structure")` behind point or direction.
  std::string randomly(llvm::StringRef what, unsigned i) const;
  std::string randomDirection(unsigned i) const;
  bool hasLists() const;

  mutable mlir::func::FuncOp f; // MLIR knows no const
  llvm::SmallVector<mx::CppParameter> parameters;
  llvm::StringSet<> large; // the symbols that are large at some points
};

} // namespace delgen

#endif // DELGEN_LIB_EMIT_CHECKPOINTS_H
