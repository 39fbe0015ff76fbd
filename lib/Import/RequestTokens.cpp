//===- RequestTokens.cpp - The text of an annotation, where it stands -----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requests.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace clang;

namespace delgen {

llvm::StringRef spelling(const Token &token) {
  switch (token.getKind()) {
  case tok::raw_identifier:
    return token.getRawIdentifier();
  case tok::numeric_constant:
    return llvm::StringRef(token.getLiteralData(), token.getLength());
  default:
    const char *punctuator = tok::getPunctuatorSpelling(token.getKind());
    return punctuator ? punctuator : "this";
  }
}

static RequestTokens lexFile(ASTContext &ast, FileID file, unsigned offset) {
  SourceManager &sources = ast.getSourceManager();
  llvm::StringRef text = sources.getBufferData(file);
  Lexer lexer(sources.getLocForStartOfFile(file), ast.getLangOpts(), text.begin(),
              text.begin() + offset, text.end());
  RequestTokens tokens;
  Token token;
  while (lexer.LexFromRawLexer(token), token.isNot(tok::eof)) {
    tokens.push_back(token);
    // A whole file is not lexed for the sake of its first parentheses.
    if (offset && token.is(tok::semi))
      break;
  }
  return tokens;
}

RequestTokens requestTokens(ASTContext &ast, llvm::StringRef text, llvm::StringRef name) {
  SourceManager &sources = ast.getSourceManager();
  FileID file = sources.createFileID(llvm::MemoryBuffer::getMemBufferCopy(text, name));
  return lexFile(ast, file, 0);
}

RequestTokens requestTokens(ASTContext &ast, const AnnotateAttr &annotation) {
  SourceManager &sources = ast.getSourceManager();
  auto [file, offset] = sources.getDecomposedLoc(sources.getExpansionLoc(annotation.getLocation()));
  RequestTokens tokens = lexFile(ast, file, offset);
  if (tokens.size() > 1 && tokens[0].is(tok::raw_identifier) && spelling(tokens[0]) == "DELGEN" &&
      tokens[1].is(tok::l_paren)) {
    unsigned depth = 0;
    for (auto [i, token] : llvm::enumerate(tokens)) {
      depth += token.is(tok::l_paren);
      if (token.is(tok::r_paren) && --depth == 0)
        return RequestTokens(tokens.begin() + 2, tokens.begin() + i);
    }
  }
  // The annotation comes from another macro, or was written by hand.
  std::string text;
  for (const Expr *argument : annotation.args())
    if (auto *literal = dyn_cast<StringLiteral>(argument->IgnoreParenImpCasts()))
      text += literal->getString();
  return requestTokens(ast, text, "DELGEN");
}

} // namespace delgen
