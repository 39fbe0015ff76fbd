//===- Fields.h - Parameters, and what they are made of ---------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_FIELDS_H
#define DELGEN_IMPORT_FIELDS_H

#include "clang/AST/ASTContext.h"

#include <optional>

namespace delgen {

/// A std::vector, or a std::array of `length` entries.
struct ListOf {
  clang::QualType element;
  std::optional<int64_t> length;
};
std::optional<ListOf> listOf(const clang::ASTContext &ast, clang::QualType type);

} // namespace delgen

#endif // DELGEN_IMPORT_FIELDS_H
