//===- Fields.cpp - Parameters, and what they are made of -----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fields.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace delgen {

std::optional<ListOf> listOf(const ASTContext &ast, QualType type) {
  type = ast.getCanonicalType(type.getNonReferenceType());
  auto *instance = dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!instance || !instance->isInStdNamespace())
    return std::nullopt;
  llvm::StringRef name = instance->getSpecializedTemplate()->getName();
  const TemplateArgumentList &args = instance->getTemplateArgs();
  if (name == "vector" && !args[0].getAsType()->isBooleanType())
    return ListOf{args[0].getAsType(), std::nullopt};
  if (name == "array")
    return ListOf{args[0].getAsType(), args[1].getAsIntegral().getExtValue()};
  return std::nullopt;
}

} // namespace delgen
