//===- Fields.h - Parameters, and what they are made of ---------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An object of a class of the user is never a value: its fields are, each for itself.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_FIELDS_H
#define DELGEN_IMPORT_FIELDS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

#include <optional>
#include <string>
#include <vector>

namespace delgen {

/// A parameter or local variable of a function, or a field of one.
struct Place {
  /// In place of a parameter: the object of a member function.
  static constexpr unsigned self = ~0u;

  unsigned parameter = 0;
  /// From the outermost object to the innermost.
  llvm::SmallVector<const clang::FieldDecl *, 2> fields = {};
  /// In place of a parameter: an object that the function makes.
  const clang::VarDecl *local = nullptr;

  bool operator==(const Place &other) const {
    return parameter == other.parameter && fields == other.fields && local == other.local;
  }
  static Place of(const clang::VarDecl *local) { return {0, {}, local}; }
  /// True where `other` is this or a part of it.
  bool contains(const Place &other) const;
  Place field(const clang::FieldDecl *next) const;
};

/// The class that `type` is or refers to where its fields are looked at one by one, or null.
const clang::CXXRecordDecl *structOf(clang::QualType type);
/// True for an instance of std::pair, which is an object with the fields first and second.
bool isPair(const clang::CXXRecordDecl *record);

/// True for a member function that has an object.
bool hasSelf(const clang::FunctionDecl &function);

/// What parameter `i` is called, or the object of a member function.
std::string parameterName(const clang::FunctionDecl &function, unsigned i);

/// The fields of a class, those of its bases first.
llvm::SmallVector<const clang::FieldDecl *> fieldsOf(const clang::CXXRecordDecl *record);

/// The places of the fields along the way: they sort the fields of a parameter.
std::vector<unsigned> orderOf(const clang::FunctionDecl &function, const Place &place);

/// The type of the object.
clang::QualType typeOf(const clang::FunctionDecl &function, const Place &place);
/// `p.W1`, or with another `separator` than the dot, `p_W1`.
std::string spelled(const clang::FunctionDecl &function, const Place &place,
                    llvm::StringRef separator = ".");

/// The field of an object that a request calls `name`, or nothing after a complaint.
std::optional<Place> fieldCalled(const clang::ASTContext &ast, const clang::FunctionDecl &function,
                                 const Place &object, llvm::StringRef name,
                                 llvm::function_ref<void(const llvm::Twine &)> complain);

/// What a std::vector or std::array holds.
struct ListOf {
  clang::QualType element;
  std::optional<int64_t> length; // of an array
};
/// What `type` is or refers to as a list.
std::optional<ListOf> listOf(const clang::ASTContext &ast, clang::QualType type);

/// True for float and double, matrices of these, and lists of what is real.
bool isReal(const clang::ASTContext &ast, clang::QualType type);

/// The fields of the object `place`, nested ones included, that are real; the object alone
/// where it is no struct.
std::vector<Place> realFields(const clang::ASTContext &ast, const clang::FunctionDecl &function,
                              const Place &place);

/// Why generated code cannot read the field of an object of class `record`, or nothing.
std::optional<std::string> whyUnreadable(const clang::CXXRecordDecl *record,
                                         const clang::FieldDecl *field);
/// The same for all fields along the way to a place.
std::optional<std::string> whyUnreadable(const clang::FunctionDecl &function, const Place &place);

/// Why generated code cannot return an object like this one with other values in its real
/// fields, or nothing.
std::optional<std::string> whyNotReturned(const clang::ASTContext &ast,
                                          const clang::FunctionDecl &function, const Place &place);

} // namespace delgen

#endif // DELGEN_IMPORT_FIELDS_H
