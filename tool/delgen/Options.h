//===- Options.h - The command line of delgen -------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TOOL_OPTIONS_H
#define DELGEN_TOOL_OPTIONS_H

#include <optional>
#include <string>
#include <vector>

namespace delgen {

enum class Emit { Cpp, Mlir, Latex, Check, Report, Explanation };
enum class Stage { Import, Differentiate, Simplify, Schedule };

struct Options {
  std::string input;
  std::string output = "-";
  /// The flags after `--`, where there is one.
  std::optional<std::vector<std::string>> flags;
  std::string database; // a directory, or empty
  std::vector<std::string> differentiate;
  std::string depfile;
  std::string verify;
  /// What the output includes; nothing where it is empty.
  std::string include;
  Emit emit = Emit::Cpp;
  Stage lastStage = Stage::Schedule;
  bool warnNonSmooth = true;

  /// True where the input is IR instead of C++.
  bool isMlir() const;
  /// True where the input's name is that of a header.
  bool isHeader() const;
};

/// Exit statuses.
enum : int { Written = 0, Refused = 1, WrongCommandLine = 2 };

/// Reads the command line. Where there is nothing left to do, after --help or a message
/// about a mistake, returns nothing and sets `status`.
std::optional<Options> parseCommandLine(int argc, char **argv, int &status);

} // namespace delgen

#endif // DELGEN_TOOL_OPTIONS_H
