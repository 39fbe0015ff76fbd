//===- Requests.h - What an annotation asks for -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_REQUESTS_H
#define DELGEN_IMPORT_REQUESTS_H

#include "Fields.h"
#include "Report.h"

#include "delgen/Mx/Request.h"

#include "clang/Basic/TokenKinds.h"
#include "clang/Lex/Token.h"

#include <cstdint>

namespace clang {
class AnnotateAttr;
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace delgen {

/// What `assume` states of a parameter.
struct Assumption {
  Place place;
  std::string property;

  bool operator==(const Assumption &other) const {
    return place == other.place && property == other.property;
  }
};

/// What is asked of one function.
struct Requests {
  /// The parameters and fields that are named, each once. What follows names them by their
  /// place here.
  std::vector<Place> places;
  /// The del functions, each as the parameters to perturb in turn; no two are equal.
  std::vector<std::vector<int64_t>> del;
  /// Those that were asked for by naming every direction.
  std::vector<std::vector<int64_t>> delNamed;
  /// What is read off the del functions.
  std::vector<mx::Request> readings;
  /// What is known of its parameters.
  std::vector<Assumption> assumptions;
  /// Its body is not read: the user wrote its derivatives.
  bool isOpaque = false;

  bool asksForDerivatives() const { return !del.empty() || !delNamed.empty() || !readings.empty(); }
};

/// A text of requests as tokens, each of which knows its place in the source.
using RequestTokens = std::vector<clang::Token>;

/// The tokens between the parentheses of the DELGEN(...) that made `annotation`: those of
/// the source, so that messages point there.
RequestTokens requestTokens(clang::ASTContext &ast, const clang::AnnotateAttr &annotation);

/// The tokens of a text that stands in no file; messages call it `name`.
RequestTokens requestTokens(clang::ASTContext &ast, llvm::StringRef text, llvm::StringRef name);

/// Reads the requests `tokens` for `function`, adds them to `requests` and reports what is
/// wrong with them. `where` is the place of the whole list.
void parseRequests(clang::ASTContext &ast, llvm::ArrayRef<clang::Token> tokens,
                   clang::SourceLocation where, const clang::FunctionDecl &function, Report &report,
                   Requests &requests);

/// The text of a token.
llvm::StringRef spelling(const clang::Token &token);

} // namespace delgen

#endif // DELGEN_IMPORT_REQUESTS_H
