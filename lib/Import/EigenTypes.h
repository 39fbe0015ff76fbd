//===- EigenTypes.h - What Eigen's types say at compile time ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_EIGENTYPES_H
#define DELGEN_IMPORT_EIGENTYPES_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace delgen {

/// A dense type of Eigen: Matrix, Array, Ref or an expression.
struct EigenType {
  clang::QualType scalar;
  std::optional<int64_t> rows, cols; // where they are known at compile time
  bool isArray = false;              // `*` multiplies entry by entry
  bool isPlain = false;              // Matrix or Array itself, which owns its entries
  bool isRef = false;                // Ref<T>
  bool isConstRef = false;           // Ref<const T>
  bool isRowMajor = false;
  /// What follows the sizes in a plain type that has other than the usual options or
  /// bounds, as code writes it.
  std::string unusual;

  bool isScalar() const { return rows == 1 && cols == 1; }
  bool isVector() const { return rows == 1 || cols == 1; }
};

/// What `type`, or what it refers to, is as a dense type of Eigen.
std::optional<EigenType> eigenType(const clang::ASTContext &ast, clang::QualType type);

/// The shortest name of the plain type with these properties: `Eigen::VectorXd`.
std::string plainTypeName(const EigenType &type);

/// True where the outermost namespace around `decl` is `name`.
bool isInNamespace(const clang::Decl *decl, llvm::StringRef name);

/// The name of the class template of Eigen of which `record` is an instance, or empty.
llvm::StringRef eigenTemplate(const clang::CXXRecordDecl *record);

/// The instance of Eigen's class template `name` that `record` is or derives from, or null.
const clang::CXXRecordDecl *eigenBase(const clang::CXXRecordDecl *record, llvm::StringRef name);

/// The class template of Eigen that `type` is an instance of where that is a decomposition
/// of a matrix, `LLT`; otherwise empty.
llvm::StringRef decomposition(clang::QualType type);

/// The type's name as a message gives it: `Eigen::VectorXd`, without what Clang appends.
std::string typeName(const clang::ASTContext &ast, clang::QualType type);

/// The type's name as code elsewhere must write it: `const Eigen::VectorXd&`.
std::string qualifiedTypeName(const clang::ASTContext &ast, clang::QualType type);

} // namespace delgen

#endif // DELGEN_IMPORT_EIGENTYPES_H
