//===- Output.cpp - What is written, and how ------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Output.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace delgen {

bool writeFile(StringRef file, StringRef text) {
  Error error = writeToOutput(file, [&](raw_ostream &os) {
    os << text;
    return Error::success();
  });
  if (file == "-") {
    outs().flush();
    if (outs().has_error()) {
      error = joinErrors(std::move(error), errorCodeToError(outs().error()));
      outs().clear_error(); // or it would end the program at its exit
    }
  }
  if (!error)
    return true;
  // Some errors of files begin with a path, of the temporary file or of this one.
  errs() << "delgen: error: cannot write '" << file
         << "': " << errorToErrorCode(std::move(error)).message() << "\n";
  return false;
}

static std::string escapedForMake(StringRef name) {
  std::string text;
  for (char c : name) {
    if (c == ' ' || c == '#')
      text += '\\';
    if (c == '$')
      text += '$';
    text += c;
  }
  return text;
}

std::string makeRule(StringRef target, ArrayRef<std::string> files) {
  std::string text = escapedForMake(target) + ":";
  for (const std::string &file : files)
    text += " \\\n  " + escapedForMake(file);
  return text + "\n";
}

bool verifyFile(StringRef file, StringRef text) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> found = MemoryBuffer::getFile(file);
  if (!found) {
    errs() << "delgen: error: cannot read '" << file << "': " << found.getError().message() << "\n";
    return false;
  }
  if ((*found)->getBuffer() == text)
    return true;
  errs() << "delgen: error: '" << file << "' is not what would be written\n";
  printDiff(outs(), file, (*found)->getBuffer(), "generated", text);
  return false;
}

} // namespace delgen
