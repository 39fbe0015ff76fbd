//===- Import.h - Annotated C++ functions as mx -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the functions that a translation unit annotates, and the functions that they
// call, from Clang's syntax tree.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_H
#define DELGEN_IMPORT_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

#include <string>
#include <vector>

namespace clang {
class Decl;
class Sema;
} // namespace clang

namespace delgen {

struct ImportOptions {
  /// Requests for functions that are not annotated: `ns::f: del(x, 2)`.
  std::vector<std::string> differentiate;
  /// Whether functions that are not smooth are warned about.
  bool warnNonSmooth = true;
};

/// One function of mx for every C++ function that is annotated with DELGEN(...) in the
/// main file or named in `options`, and for every function that these call: in source
/// order, callees first. `sema` has read the file to its end, and makes instances of
/// templates. All problems are reported through its diagnostics engine; the result is null
/// where one is an error.
mlir::OwningOpRef<mlir::ModuleOp> importFunctions(clang::Sema &sema, mlir::MLIRContext &context,
                                                  const ImportOptions &options);

/// True for a function whose body import never reads, so that the parser may skip it:
/// nearly all of Eigen and of the standard library.
bool isBodyUnused(const clang::Decl &function);

} // namespace delgen

#endif // DELGEN_IMPORT_H
