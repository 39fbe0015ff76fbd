//===- Induction.h - Which loops count --------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_INDUCTION_H
#define DELGEN_IMPORT_INDUCTION_H

#include "Syntax.h"

namespace delgen {

/// for (i = …; i + offset relation bound; i += step, others)
struct Induction {
  const clang::VarDecl *variable = nullptr;
  /// What else is done behind the body. It does not read the variable.
  llvm::SmallVector<const clang::Stmt *, 2> others;
  const clang::Expr *bound;
  clang::BinaryOperatorKind relation;
  int64_t offset = 0;
  const clang::Expr *step = nullptr; // 1
  bool isDown = false;
  int64_t first = 0; // what is added to the start
};

/// The induction of a loop whose iterations can be counted before it runs.
std::optional<Induction> inductionOf(const clang::ASTContext &ast, const clang::ForStmt *s);

} // namespace delgen

#endif // DELGEN_IMPORT_INDUCTION_H
