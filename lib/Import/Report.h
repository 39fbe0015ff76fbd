//===- Report.h - Problems of a file, collected and sorted ------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_REPORT_H
#define DELGEN_IMPORT_REPORT_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

#include <string>
#include <vector>

namespace clang {
class DiagnosticsEngine;
class Expr;
class QualType;
} // namespace clang

namespace delgen {

/// Collects problems, so that those of an attempt can be dropped and those that remain
/// come in the order of the source.
class Report {
public:
  struct Note {
    clang::SourceLocation location;
    std::string text;
  };
  struct Problem {
    bool isError;
    clang::SourceLocation location;
    clang::SourceRange range;
    std::string text;
    llvm::SmallVector<Note, 1> notes;

    Problem &note(clang::SourceLocation location, const llvm::Twine &text) {
      notes.push_back({location, text.str()});
      return *this;
    }
  };

  Problem &error(clang::SourceLocation location, const llvm::Twine &text,
                 clang::SourceRange range = {});
  /// An error at an expression, which is underlined.
  Problem &error(const clang::Expr *expression, const llvm::Twine &text);
  Problem &warning(clang::SourceLocation location, const llvm::Twine &text,
                   clang::SourceRange range = {});

  bool hasErrors() const;
  /// The place of the first error in the list.
  clang::SourceLocation firstError() const;
  /// Writes `to` for `from` in all texts.
  void replace(llvm::StringRef from, llvm::StringRef to);
  void clear() { problems.clear(); }
  /// Moves the problems of `other` to this.
  void take(Report &other);
  /// Adds a note to every error.
  void noteCall(clang::SourceLocation location, const llvm::Twine &text);
  /// Reports all problems, each once, in the order of the source.
  void emit(clang::DiagnosticsEngine &engine);

private:
  std::vector<Problem> problems;
};

/// `'x'`, as messages name things.
std::string quoted(const llvm::Twine &name);
/// `a, b, c`.
std::string listed(llvm::ArrayRef<std::string> names);
/// A note after a refusal: the few of `candidates` that are near to `name`, and where all are.
std::string similarNames(llvm::StringRef name, llvm::ArrayRef<std::string> candidates);
/// `; did you mean 'x'?` for the name of `candidates` that is nearest to `name`, or nothing
/// where none is near.
std::string suggestion(llvm::StringRef name, llvm::ArrayRef<std::string> candidates);

/// `; <what it is>: <why it is refused, and what to write instead>` for a name that
/// Refused.def lists, or nothing.
std::string whyRefused(llvm::StringRef name);
/// The same for the class that `type` is or refers to; `otherwise` for what is not listed.
std::string whyRefused(clang::QualType type, llvm::StringRef otherwise = "");

} // namespace delgen

#endif // DELGEN_IMPORT_REPORT_H
