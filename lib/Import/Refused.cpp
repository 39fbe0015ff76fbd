//===- Refused.cpp - Why something of Eigen is not supported --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/SmallVector.h"

namespace delgen {

std::string whyRefused(llvm::StringRef name) {
  static constexpr struct {
    llvm::StringLiteral names, what, why;
  } table[] = {
#define REFUSED(NAMES, WHAT, WHY) {NAMES, WHAT, WHY},
#include "Refused.def"
  };
  for (const auto &row : table) {
    llvm::SmallVector<llvm::StringRef> names;
    row.names.split(names, ' ');
    if (llvm::is_contained(names, name))
      return ("; " + row.what + ": " + row.why).str();
  }
  return {};
}

std::string whyRefused(clang::QualType type, llvm::StringRef otherwise) {
  const clang::CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  std::string why = record && record->getIdentifier() ? whyRefused(record->getName()) : "";
  return why.empty() ? otherwise.str() : why;
}

} // namespace delgen
