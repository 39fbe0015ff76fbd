//===- Readings.h - What is read off del functions --------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_READINGS_H
#define DELGEN_LIB_DERIVE_READINGS_H

#include "Del.h"

#include "delgen/Mx/Request.h"

#include "llvm/ADT/StringMap.h"

namespace delgen::mx {

/// Builds gradients, Jacobians and the like of the functions of a module.
class Readings {
public:
  /// `prepare` brings a function into a small form.
  Readings(mlir::ModuleOp module, DelFunctions &family,
           std::function<mlir::LogicalResult(mlir::func::FuncOp)> prepare)
      : module(module), symbols(module), family(family), prepare(std::move(prepare)) {}

  /// The function that `request` asks for of `base`. Fails, with an error at the operation,
  /// where an operation has no rule.
  mlir::FailureOr<mlir::func::FuncOp> get(mlir::func::FuncOp base, const Request &request);

  /// The del function of `base` in directions of which some are objects.
  mlir::FailureOr<mlir::func::FuncOp> del(mlir::func::FuncOp base,
                                          llvm::ArrayRef<int64_t> variables, bool namesAll);

private:
  /// A copy of `base` in a small form that calls nothing.
  mlir::FailureOr<mlir::func::FuncOp> flat(mlir::func::FuncOp base);
  /// The del function of `f` in one direction of each of the parameters `of`.
  mlir::FailureOr<mlir::func::FuncOp> linearized(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> of);
  /// The gradient of `base` in one parameter, apart from the one that was requested.
  mlir::FailureOr<mlir::func::FuncOp> gradient(mlir::func::FuncOp base, int64_t parameter);
  /// The declaration of a generated function, as yet without a body; it returns `results`.
  mlir::func::FuncOp declare(mlir::func::FuncOp base, const Request &request);
  /// Says what the results behind the value are in C++.
  void describeResults(mlir::func::FuncOp base, const Request &request, mlir::func::FuncOp to);

  mlir::LogicalResult pullback(mlir::func::FuncOp base, const Request &request,
                               mlir::func::FuncOp to);
  mlir::LogicalResult hvp(mlir::func::FuncOp base, const Request &request, mlir::func::FuncOp to);
  mlir::LogicalResult matrix(mlir::func::FuncOp base, const Request &request,
                             mlir::func::FuncOp to);
  mlir::LogicalResult series(mlir::func::FuncOp base, const Request &request,
                             mlir::func::FuncOp to);

  mlir::ModuleOp module;
  mlir::SymbolTable symbols;
  DelFunctions &family;
  std::function<mlir::LogicalResult(mlir::func::FuncOp)> prepare;
  llvm::StringMap<mlir::func::FuncOp> flatCopies;
  /// By the base function's symbol and the generated function's name; null where it could
  /// not be built, which has been reported.
  std::map<std::pair<std::string, std::string>, mlir::func::FuncOp> known;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_READINGS_H
