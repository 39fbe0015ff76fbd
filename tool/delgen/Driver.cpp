//===- Driver.cpp - From the command line to the output -------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Frontend.h"
#include "Options.h"
#include "Output.h"

#include "delgen/Derive.h"
#include "delgen/Emit.h"
#include "delgen/Mx/Mx.h"
#include "delgen/Schedule.h"
#include "delgen/Simplify.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/thread.h"

#include <csignal>

using namespace mlir;
using namespace delgen;

//===-- Messages of the passes --------------------------------------------===//

/// The first place in a file that a location names.
static FileLineColLoc placeOf(Location location) {
  FileLineColLoc found;
  location->walk([&](Location l) {
    found = dyn_cast<FileLineColLoc>(l);
    return found ? WalkResult::interrupt() : WalkResult::advance();
  });
  return found;
}

/// Prints the line and a caret beneath the column, as Clang does; nothing where the file
/// cannot be read any more.
static void printLine(FileLineColLoc place) {
  auto buffer = llvm::MemoryBuffer::getFile(place.getFilename().getValue());
  if (!buffer)
    return;
  llvm::line_iterator line(**buffer, /*SkipBlanks=*/false);
  while (!line.is_at_end() && line.line_number() < place.getLine())
    ++line;
  if (line.is_at_end() || place.getColumn() == 0 || place.getColumn() > line->size() + 1)
    return;
  std::string caret;
  for (char c : line->take_front(place.getColumn() - 1))
    if ((c & 0xC0) != 0x80) // not inside a character of UTF-8
      caret += c == '\t' ? '\t' : ' ';
  llvm::errs() << llvm::formatv("{0,5} | {1}\n      | {2}^\n", place.getLine(), line->rtrim('\r'),
                                caret);
}

static void printMessage(Diagnostic &diagnostic) {
  auto print = [](Diagnostic &d, llvm::StringRef kind) {
    FileLineColLoc place = placeOf(d.getLocation());
    if (place)
      llvm::errs() << place.getFilename().getValue() << ":" << place.getLine() << ":"
                   << place.getColumn() << ": ";
    else
      llvm::errs() << "delgen: ";
    llvm::errs() << kind << ": " << d << "\n";
    if (place)
      printLine(place);
  };
  print(diagnostic, diagnostic.getSeverity() == DiagnosticSeverity::Warning ? "warning" : "error");
  for (Diagnostic &note : diagnostic.getNotes())
    print(note, "note");
}

//===-- Stages ------------------------------------------------------------===//

static void addStages(OpPassManager &passes, Stage last) {
  if (last >= Stage::Differentiate)
    passes.addPass(createDifferentiatePass(
        [](OpPassManager &function) { function.addPass(createSimplifyPass()); }));
  if (last >= Stage::Simplify)
    passes.addNestedPass<func::FuncOp>(createSimplifyPass());
  if (last >= Stage::Schedule)
    passes.addNestedPass<func::FuncOp>(createSchedulePass());
}

static LogicalResult emit(const Options &options, ModuleOp module, std::string &text) {
  llvm::raw_string_ostream os(text);
  switch (options.emit) {
  case Emit::Cpp: {
    CppOptions cpp;
    cpp.include = options.include;
    return emitCpp(module, os, cpp);
  }
  case Emit::Check: {
    CppOptions cpp;
    cpp.include = options.include.empty() ? options.input : options.include;
    return emitCheck(module, os, cpp);
  }
  case Emit::Mlir:
    // %x and %y instead of %arg0 and %0, where the user has named the value.
    module.print(os, OpPrintingFlags().printNameLocAsPrefix());
    return success();
  case Emit::Latex:
    return emitLatex(module, os);
  case Emit::Report:
    return emitReport(module, os);
  }
  llvm_unreachable("not a kind of output");
}

static int run(const Options &options) {
  DialectRegistry registry;
  registry.insert<mx::MxDialect, func::FuncDialect, arith::ArithDialect>();
  // Threads take longer to start than most inputs take in all.
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  context.printOpOnDiagnostic(false); // Messages are for the user, whose line they show.
  context.loadAllAvailableDialects();
  bool hasError = false;
  ScopedDiagnosticHandler handler(&context, [&](Diagnostic &diagnostic) {
    hasError |= diagnostic.getSeverity() == DiagnosticSeverity::Error;
    printMessage(diagnostic);
  });

  int status = Refused;
  std::vector<std::string> files;
  OwningOpRef<ModuleOp> module;
  if (options.isMlir()) {
    files.push_back(options.input);
    module = parseSourceFile<ModuleOp>(options.input, &context);
  } else {
    module = importFile(options, context, files, status);
  }
  if (!module)
    return status;

  PassManager passes(&context);
  addStages(passes, options.lastStage);
  std::string text;
  if (failed(verify(*module)) || failed(passes.run(*module)) ||
      failed(emit(options, *module, text)) || hasError) {
    if (!hasError)
      llvm::errs()
          << "delgen: error: '" << options.input
          << "' could not be processed, and delgen does not know why: please report this\n";
    return Refused;
  }

  if (!options.verify.empty())
    return verifyFile(options.verify, text) ? Written : Refused;
  llvm::SmallVector<std::pair<llvm::StringRef, std::string>, 2> outputs;
  if (!options.depfile.empty())
    outputs.emplace_back(options.depfile, makeRule(options.output, files));
  // What Make looks at comes last.
  outputs.emplace_back(options.output, std::move(text));
  return writeFiles(outputs) ? Written : Refused;
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
#ifdef SIGXFSZ
  std::signal(SIGXFSZ, SIG_IGN); // or a limit of the file size would end the program unsaid
#endif
  int status;
  std::optional<Options> options = parseCommandLine(argc, argv, status);
  if (!options)
    return status;
  // Clang reads expressions by recursion, and so does Import. Of this stack only what is used
  // becomes memory.
  constexpr unsigned stackSize = 512u << 20;
  llvm::thread work(std::optional(stackSize), [&] { status = run(*options); });
  work.join();
  return status;
}
