//===- Frontend.h - From a source file to imported functions ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TOOL_FRONTEND_H
#define DELGEN_TOOL_FRONTEND_H

#include "Options.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace delgen {

/// Parses the C++ file that `options` name and imports its functions. Null, after messages,
/// where something is wrong; then `status` says what. `files` receives what was read.
mlir::OwningOpRef<mlir::ModuleOp> importFile(const Options &options, mlir::MLIRContext &context,
                                             std::vector<std::string> &files, int &status);

} // namespace delgen

#endif // DELGEN_TOOL_FRONTEND_H
