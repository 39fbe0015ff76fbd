//===- parser.cpp - Any text to the parser of mx, for libFuzzer -----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is parsed is printed, and what is printed is parsed and printed in the same way.
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Mx.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"

#include <cstdint>
#include <cstdlib>

using namespace mlir;

static std::string print(ModuleOp module) {
  std::string text;
  llvm::raw_string_ostream os(text);
  module.print(os);
  return text;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static DialectRegistry registry;
  registry.insert<delgen::mx::MxDialect, func::FuncDialect, arith::ArithDialect>();
  // One for each text, since a context keeps all attributes and types that it has seen.
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  ScopedDiagnosticHandler handler(&context, [](Diagnostic &) { return success(); });
  const std::string text(reinterpret_cast<const char *>(data), size);
  ParserConfig config(&context);
  auto module = parseSourceString<ModuleOp>(text, config);
  if (!module)
    return 0;
  const std::string printed = print(*module);
  auto again = parseSourceString<ModuleOp>(printed, config);
  if (!again || print(*again) != printed)
    std::abort();
  return 0;
}
