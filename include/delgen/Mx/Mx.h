//===- Mx.h - The dialect of matrix expressions -----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The C++ face of Operations.td: the matrix type, its sizes, the operations.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_MX_H
#define DELGEN_MX_MX_H

#include "delgen/Mx/Work.h"

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include <array>

namespace delgen::mx {

/// One size of a matrix: a number, or a symbol that stands for one run-time number
/// throughout a function.
class Size {
public:
  Size() = default;
  static Size number(mlir::MLIRContext *context, int64_t n);
  static Size symbol(mlir::MLIRContext *context, llvm::StringRef name);

  /// `_` in the element type of a list: a size that may be another in each entry.
  static Size any(mlir::MLIRContext *context) { return symbol(context, "_"); }
  bool isAny() const { return isSymbol() && symbol() == "_"; }

  bool isNumber() const { return llvm::isa<mlir::IntegerAttr>(attr); }
  bool isSymbol() const { return llvm::isa<mlir::StringAttr>(attr); }
  int64_t number() const { return llvm::cast<mlir::IntegerAttr>(attr).getInt(); }
  llvm::StringRef symbol() const { return llvm::cast<mlir::StringAttr>(attr).getValue(); }
  /// True for the number `n`; a symbol is never known to be one.
  bool is(int64_t n) const { return isNumber() && number() == n; }

  bool operator==(Size other) const { return attr == other.attr; }
  friend llvm::hash_code hash_value(Size s) { return mlir::hash_value(s.attr); }

private:
  explicit Size(mlir::Attribute attr) : attr(attr) {}
  mlir::Attribute attr;
};

llvm::raw_ostream &operator<<(llvm::raw_ostream &os, Size size);
mlir::Diagnostic &operator<<(mlir::Diagnostic &diagnostic, Size size);

class Entry;

/// A row of ElementWise.td.
struct Function {
  llvm::StringLiteral name, scalar, array, text, latex, header, kinks;
  /// s′(a), given a and y = s(a).
  Entry (*derivative)(Entry a, Entry y);
};

/// The row called `name`, or null.
const Function *lookupFunction(llvm::StringRef name);

/// A row of Factorization.td.
struct Factorization {
  llvm::StringLiteral name, cpp, view;
  std::array<const char *, 2> methods; // null where there are fewer
  bool isSymmetric, isRectangular;
  llvm::StringLiteral inverse, determinant, logDeterminant; // in C++, {0} is the factorisation

  bool isTriangular() const { return cpp.empty(); }
};

/// The row called `name`, or null.
const Factorization *lookupFactorization(llvm::StringRef name);

} // namespace delgen::mx

#include "delgen/Mx/MxDialect.h.inc"
#define GET_TYPEDEF_CLASSES
#include "delgen/Mx/MxInterfaces.h.inc"
#include "delgen/Mx/MxTypes.h.inc"
#define GET_OP_CLASSES
#include "delgen/Mx/MxOps.h.inc"

#endif // DELGEN_MX_MX_H
