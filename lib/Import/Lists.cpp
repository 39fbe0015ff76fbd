//===- Lists.cpp - std::vector, std::array and arrays of C ----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

/// The standard container that `type` is an instance of, or empty.
static llvm::StringRef container(QualType type) {
  auto *record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!record || !record->isInStdNamespace())
    return {};
  llvm::StringRef name = record->getSpecializedTemplate()->getName();
  return name == "vector" || name == "array" ? name : llvm::StringRef();
}

bool isList(QualType type) {
  return !container(type).empty() || type.getNonReferenceType()->isConstantArrayType();
}

const Expr *listOfEntry(const Expr *e) {
  if (auto *index = dyn_cast<ArraySubscriptExpr>(e))
    return index->getBase()->IgnoreParenImpCasts();
  if (auto *index = dyn_cast<CXXOperatorCallExpr>(e))
    return index->getOperator() == OO_Subscript && isList(index->getArg(0)->getType())
               ? index->getArg(0)
               : nullptr;
  auto *member = dyn_cast<CXXMemberCallExpr>(e);
  const CXXMethodDecl *method = member ? member->getMethodDecl() : nullptr;
  if (!method || !method->getDeclName().isIdentifier() ||
      !isList(member->getImplicitObjectArgument()->getType()))
    return nullptr;
  return llvm::is_contained({"at", "front", "back"}, method->getName())
             ? member->getImplicitObjectArgument()
             : nullptr;
}

} // namespace delgen
