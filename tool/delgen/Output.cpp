//===- Output.cpp - What is written, and how ------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Output.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <vector>

using namespace llvm;

namespace delgen {

static bool cannotWrite(StringRef file, std::error_code why) {
  errs() << "delgen: error: cannot write '" << file << "': " << why.message() << "\n";
  return false;
}

/// Writes to an open stream; the error stays with the caller, for the stream would end the program.
static std::error_code writeTo(raw_fd_ostream &os, StringRef text) {
  os << text;
  os.flush();
  std::error_code error = os.error();
  os.clear_error();
  return error;
}

/// True where nothing can be renamed to `file`: a device or a pipe, which is written to instead.
static bool isStream(StringRef file) {
  sys::fs::file_status status;
  return !sys::fs::status(file, status) && sys::fs::exists(status) &&
         !sys::fs::is_regular_file(status) && !sys::fs::is_directory(status);
}

static std::error_code writeToStream(StringRef file, StringRef text) {
  if (file == "-")
    return writeTo(outs(), text);
  std::error_code error;
  raw_fd_ostream os(file, error, sys::fs::CD_OpenExisting);
  return error ? error : writeTo(os, text);
}

bool writeFiles(ArrayRef<std::pair<StringRef, std::string>> files) {
  // All are there, under other names, before the first takes the place of what was there. These
  // names are beside the files, for a file moves whole only within a file system.
  std::vector<std::optional<sys::fs::TempFile>> staged(files.size());
  auto stage = [](StringRef file, StringRef text, std::optional<sys::fs::TempFile> &temporary) {
    if (sys::fs::is_directory(file))
      return std::make_error_code(std::errc::is_a_directory);
    Expected<sys::fs::TempFile> created =
        sys::fs::TempFile::create(file + ".%%%%%%%%.tmp", sys::fs::all_read | sys::fs::all_write);
    if (!created)
      return errorToErrorCode(created.takeError());
    temporary.emplace(std::move(*created));
    raw_fd_ostream os(temporary->FD, /*shouldClose=*/false);
    return writeTo(os, text);
  };
  bool isGood = true;
  for (auto [file, own] : zip(files, staged))
    if (isGood && file.first != "-" && !isStream(file.first))
      if (std::error_code error = stage(file.first, file.second, own))
        isGood = cannotWrite(file.first, error);
  for (auto [file, own] : zip(files, staged)) {
    std::error_code error;
    if (own)
      error = errorToErrorCode(isGood ? own->keep(file.first) : own->discard());
    else if (isGood)
      error = writeToStream(file.first, file.second);
    if (error && isGood) {
      isGood = cannotWrite(file.first, error);
      if (own)
        consumeError(own->discard());
    }
  }
  return isGood;
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
  errs() << "delgen: error: '" << file
         << "' is not what would be written; write it again with '-o'\n";
  printDiff(outs(), file, (*found)->getBuffer(), "generated", text);
  return false;
}

} // namespace delgen
