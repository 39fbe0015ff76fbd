//===- Names.h - Names of local variables -----------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_NAMES_H
#define DELGEN_LIB_EMIT_NAMES_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/StringSet.h"

namespace delgen {

/// True where the write to a part goes into the variable that holds the old value, because
/// nothing else reads that.
bool isInPlace(mx::InsertOp write);
/// The write that takes over the variable of `v`, or null.
mx::InsertOp overwrittenBy(mlir::Value v);

/// Gives every local variable of a function a name: the user's where the value has one,
/// otherwise one that says what the value is, r for a norm, t for anything. No name is
/// given twice, nor one of a parameter, a keyword or `reserved`.
class Names {
public:
  Names(mlir::func::FuncOp f, const llvm::StringSet<> &reserved);

  /// The name of a parameter or local variable, as C++ has it: `p.W1` for a field of an object;
  /// empty for any other value.
  llvm::StringRef operator[](mlir::Value v) const {
    auto it = names.find(v);
    return it == names.end() ? llvm::StringRef() : it->second;
  }

  /// A name for a variable that holds no value of mx, as a loop's index.
  std::string helper(llvm::StringRef wanted) const { return fresh(wanted); }
  /// A name for the parameter of a lambda, which hides no other.
  std::string parameter(llvm::StringRef wanted) const {
    return taken.contains(wanted) ? parameter((wanted + "_").str()) : wanted.str();
  }
  /// The name of the object that computes the eigenvalues of `matrix`.
  llvm::StringRef solver(mlir::Value matrix) const { return solvers.find(matrix)->second; }

private:
  std::string describe(mlir::Value v, unsigned &temporaries);
  std::string fresh(llvm::StringRef wanted) const;

  const llvm::StringSet<> &reserved;
  mutable llvm::StringSet<> taken;
  llvm::DenseMap<mlir::Value, std::string> names, solvers;
};

} // namespace delgen

#endif // DELGEN_LIB_EMIT_NAMES_H
