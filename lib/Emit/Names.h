//===- Names.h - Names of local variables -----------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_NAMES_H
#define DELGEN_LIB_EMIT_NAMES_H

#include "Storage.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <vector>

namespace delgen {

/// Gives every local variable of a function a name: the user's where the value has one,
/// otherwise one that says what the value is, r for a norm, t for anything. No name is
/// given twice, nor one of a parameter, a keyword or `reserved`.
class Names {
public:
  Names(mlir::func::FuncOp f, const llvm::StringSet<> &reserved);

  /// The name of a parameter or local variable, as C++ has it: `p.W1` for a field of an object;
  /// empty for any other value.
  llvm::StringRef operator[](mlir::Value v) const;

  /// What is passed to a body as `v`; `v` itself otherwise.
  mlir::Value outer(mlir::Value v) const { return storage.outer(v); }
  /// The variable that holds `v`, or null.
  const Storage::Variable *variable(mlir::Value v) const {
    std::optional<unsigned> number = storage.of(v);
    return number ? &storage.variables()[*number] : nullptr;
  }
  llvm::ArrayRef<Storage::Variable> variables() const { return storage.variables(); }
  /// True where both live in one variable.
  bool shareVariable(mlir::Value a, mlir::Value b) const {
    return variable(a) && variable(a) == variable(b);
  }
  /// True where `v` declares its variable.
  bool declares(mlir::Value v) const {
    return variable(v) && variable(v)->values.front() == v && !isReused(v) && !isOutput(v);
  }
  /// True where the variable of `v` is declared in front of loops.
  bool isReused(mlir::Value v) const { return variable(v) && variable(v)->before; }
  /// True where the variable of `v` is a parameter that a result is written to.
  bool isOutput(mlir::Value v) const { return variable(v) && variable(v)->output >= 0; }

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
  /// A name for what is declared in `scope`, which bodies beside that may use, too.
  std::string fresh(llvm::StringRef wanted, mlir::Block *scope);

  const llvm::StringSet<> &reserved;
  Storage storage;
  mutable llvm::StringSet<> taken;
  llvm::StringMap<llvm::SmallVector<mlir::Block *, 1>> scopes;
  llvm::DenseMap<mlir::Value, std::string> names, solvers;
  std::vector<std::string> variableNames;
};

} // namespace delgen

#endif // DELGEN_LIB_EMIT_NAMES_H
