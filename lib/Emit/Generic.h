//===- Generic.h - What generated templates call types ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_GENERIC_H
#define DELGEN_LIB_EMIT_GENERIC_H

#include "Names.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

namespace delgen {

/// The names of types in a generated function: where that is a template, through its
/// parameters, so that they are right for all of its arguments.
class Generic {
public:
  Generic(mlir::func::FuncOp f, const Names &names);

  /// `Scalar`, `double`
  std::string scalar(mlir::Type type) const;
  /// The plain object that holds a value of the type, in the body or in the signature.
  std::string type(mlir::Type type, bool array, bool inBody = true) const;
  /// `Scalar(0.5)`, `0.5`
  std::string literal(double number, mlir::Type type) const;
  /// What is known of a size while compiling: `N`, `3`, `Eigen::Dynamic`.
  std::string size(mx::Size size) const;

  /// A use of a parameter of the function.
  std::string parameter(mlir::BlockArgument argument);
  /// `value` as what a function or an output of type `type` holds.
  std::string converted(std::string value, llvm::StringRef type, bool isMatrix) const;

  /// `template <typename Scalar>`, and what follows; empty for an ordinary function.
  std::string head() const;
  /// The statements that the others need, of which `body` is the text.
  std::vector<std::string> prologue(llvm::StringRef body) const;
  /// A statement with the words that C++ wants in templates.
  std::string statement(std::string text) const;

private:
  /// The number of entries of the parameter of which `product` multiplies the sizes.
  std::string entries(mlir::arith::MulIOp product) const;
  /// True for a type that names a parameter of the template.
  bool isDependent(llvm::StringRef type) const;

  mutable mlir::func::FuncOp f;
  const Names &names;
  mlir::DictionaryAttr form; // null for an ordinary function
  std::string ownScalar, alias;
  llvm::DenseMap<mlir::Value, std::string> held;
  /// What sizes are that are products of others.
  llvm::StringMap<mlir::arith::MulIOp> products;
  llvm::DenseSet<mlir::Value> read;
};

} // namespace delgen

#endif // DELGEN_LIB_EMIT_GENERIC_H
