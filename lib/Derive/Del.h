//===- Del.h - The family of del functions of a module ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_DEL_H
#define DELGEN_LIB_DERIVE_DEL_H

#include "delgen/Mx/Signature.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"

#include <functional>
#include <map>
#include <set>

namespace delgen::mx {

/// Leaves of what is assumed of parameter `i` of `f`, a direction, what a sum and a multiple
/// keep: a direction of spd matrices is symmetric, one of orthogonal matrices has no such
/// property. A direction in a field of an object is no field.
void keepLinear(mlir::func::FuncOp f, unsigned i);

/// Builds del functions on demand, each once.
class DelFunctions {
public:
  /// `prepare` is run on every function before it is differentiated.
  DelFunctions(mlir::ModuleOp module,
               std::function<mlir::LogicalResult(mlir::func::FuncOp)> prepare);

  /// The del function dⁿ of `base`, n the number of `directions`, built from dⁿ⁻¹. Fails,
  /// with an error at the operation, where an operation has no rule. It is called f_d2_x_x
  /// instead of f_d2_x if `namesAll` says so.
  mlir::FailureOr<mlir::func::FuncOp>
  get(mlir::func::FuncOp base, llvm::ArrayRef<Pattern> directions, bool namesAll = false);

  /// `wanted`, with underscores behind it where the user has that name already or another
  /// derivative of `base` is called so.
  std::string pickName(mlir::func::FuncOp base, std::string wanted);

private:
  class Builder;

  mlir::FailureOr<mlir::func::FuncOp> build(mlir::func::FuncOp base,
                                            llvm::ArrayRef<Pattern> directions, bool namesAll);
  /// Null where it is identically zero.
  mlir::FailureOr<mlir::func::FuncOp> getNonzero(mlir::func::FuncOp base,
                                                 llvm::ArrayRef<Pattern> directions);
  /// The declaration of a del function, as yet without a body.
  mlir::func::FuncOp declare(mlir::func::FuncOp base, llvm::ArrayRef<Pattern> directions,
                             llvm::StringRef name);

  mlir::ModuleOp module;
  mlir::SymbolTable symbols;
  std::function<mlir::LogicalResult(mlir::func::FuncOp)> prepare;
  /// By the base function's name, the directions, and how it is named.
  std::map<std::tuple<std::string, std::vector<std::vector<int64_t>>, bool>, mlir::func::FuncOp>
      known;
  /// Those that could not be built, which has been reported.
  std::set<std::tuple<std::string, std::vector<std::vector<int64_t>>, bool>> broken;
  llvm::DenseSet<mlir::Operation *> zero, prepared;
  /// The functions being differentiated now, outermost first.
  llvm::SmallVector<mlir::Operation *> open;
  llvm::StringSet<> takenNames;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_DEL_H
