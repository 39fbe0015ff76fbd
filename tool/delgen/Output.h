//===- Output.h - What is written, and how ----------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TOOL_OUTPUT_H
#define DELGEN_TOOL_OUTPUT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <utility>

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace delgen {

/// Writes texts to files, `-` for standard output. All are written whole, or all stay as they
/// were; false, after a message, where one cannot be written.
bool writeFiles(llvm::ArrayRef<std::pair<llvm::StringRef, std::string>> files);

/// The rule by which Make knows that `target` follows from `files`.
std::string makeRule(llvm::StringRef target, llvm::ArrayRef<std::string> files);

/// True where `file` contains `text`; otherwise says why not, with a diff.
bool verifyFile(llvm::StringRef file, llvm::StringRef text);

/// Prints what turns `before` into `after`, in the unified format.
void printDiff(llvm::raw_ostream &os, llvm::StringRef beforeName, llvm::StringRef before,
               llvm::StringRef afterName, llvm::StringRef after);

} // namespace delgen

#endif // DELGEN_TOOL_OUTPUT_H
