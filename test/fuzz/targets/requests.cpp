//===- requests.cpp - Any text as an annotation, for libFuzzer ------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requests.h"
#include "Report.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"

using namespace clang;

// Parameters of every kind of which requests speak, without Eigen.
static constexpr llvm::StringLiteral code = R"(
struct Inner { double w; float v; int k; };
struct Params { double a; Inner inner; bool b; };
double f(double x, float y, int n, const Params &p, double *q) { return x; }
)";

/// The file, parsed anew after some texts: each stays in the source manager.
static ASTUnit &unit() {
  static std::unique_ptr<ASTUnit> ast;
  static unsigned texts = 0;
  if (texts++ % 100000 == 0)
    ast = tooling::buildASTFromCodeWithArgs(code, {"-std=c++20", "-w"});
  return *ast;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  ASTContext &ast = unit().getASTContext();
  const FunctionDecl *function = nullptr;
  for (const Decl *d : ast.getTranslationUnitDecl()->decls())
    if (const auto *f = dyn_cast<FunctionDecl>(d); f && f->hasBody())
      function = f;
  llvm::StringRef text(reinterpret_cast<const char *>(data), size);
  delgen::RequestTokens tokens = delgen::requestTokens(ast, text, "requests");
  delgen::Report report;
  delgen::Requests requests;
  delgen::parseRequests(ast, tokens, function->getLocation(), *function, report, requests);
  return 0;
}
