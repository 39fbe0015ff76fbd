//===- Emit.h - Generated text from scheduled mx ----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EMIT_H
#define DELGEN_EMIT_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/raw_ostream.h"

#include <string>

namespace delgen {

struct CppOptions {
  /// What stands between the quotes of the include of the annotated header; empty where
  /// the input is not a header.
  std::string include;
};

/// Prints the generated header: every del function of the scheduled `module`, callees
/// first, each under its formula. Fails with an error at the operation where one has no
/// spelling.
mlir::LogicalResult emitCpp(mlir::ModuleOp module, llvm::raw_ostream &os,
                            const CppOptions &options);

/// Prints a program that includes the generated header, compares every generated function with
/// differences of those it is read off at random points, and fails where one is wrong.
mlir::LogicalResult emitCheck(mlir::ModuleOp module, llvm::raw_ostream &os,
                              const CppOptions &options);

/// Prints the formula of every del function as LaTeX, one display each.
mlir::LogicalResult emitLatex(mlir::ModuleOp module, llvm::raw_ostream &os);

/// Prints a table of what each generated function of the scheduled `module` computes and stores,
/// as polynomials in the sizes, and how much that is of the work of the function itself.
mlir::LogicalResult emitReport(mlir::ModuleOp module, llvm::raw_ostream &os);

/// Says in words what was decided about each generated function of the scheduled `module`, a line
/// for each decision.
mlir::LogicalResult emitExplanation(mlir::ModuleOp module, llvm::raw_ostream &os);

} // namespace delgen

#endif // DELGEN_EMIT_H
