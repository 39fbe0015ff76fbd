//===- Layout.h - Numbers, parentheses and line breaks ----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_LAYOUT_H
#define DELGEN_LIB_EMIT_LAYOUT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace delgen {

/// How tightly an expression's outermost operator binds.
enum class Binding { Sum, Product, Unary, Primary };

/// An expression as text.
struct Text {
  std::string text;
  Binding binding = Binding::Primary;
  /// The same for what follows a leading minus.
  Binding magnitude = Binding::Primary;
  /// In C++: the expression is an Eigen Array, where a Matrix is not one.
  bool array = false;

  /// The text, in parentheses if it binds less tightly than `least`.
  std::string within(Binding least, llvm::StringRef open = "(", llvm::StringRef close = ")") const {
    return binding >= least ? text : open.str() + text + close.str();
  }
};

/// The shortest decimal that reads back as `number`.
std::string decimal(double number);

/// Decimal digits, and parentheses, as superscripts.
std::string raised(llvm::StringRef digits);

/// The number of columns that UTF-8 text takes, one a code point.
size_t columns(llvm::StringRef text);

/// Breaks `text` at spaces so that no line is longer than `width` where that is possible.
/// The first line starts at column `column`, the others with `indent`.
std::string wrap(llvm::StringRef text, size_t column, llvm::StringRef indent, size_t width = 100);

/// Replaces {0}, {1}, … by the arguments.
std::string substitute(llvm::StringRef form, llvm::ArrayRef<std::string> arguments);

} // namespace delgen

#endif // DELGEN_LIB_EMIT_LAYOUT_H
