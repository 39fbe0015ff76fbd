//===- Rebuild.h - Rebuilds a body, equal expressions once --*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_REBUILD_H
#define DELGEN_MX_REBUILD_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/DenseSet.h"

namespace delgen::mx {

/// Creates operations, each expression once.
class UniqueBuilder {
public:
  explicit UniqueBuilder(mlir::OpBuilder &b) : b(b), loc(b.getUnknownLoc()) {}

  /// Where operations that are built from now on come from.
  void setLocation(mlir::Location l) { loc = l; }

protected:
  /// Creates the operation, or returns the one that is equal to it.
  template <typename Op, typename... Args> mlir::Value make(Args &&...args) {
    return unique(Op::create(b, loc, std::forward<Args>(args)...));
  }
  mlir::Value unique(mlir::Operation *op);
  /// A copy of `op` on other operands.
  mlir::Value copy(mlir::Operation *op, mlir::ValueRange operands);

  mlir::OpBuilder &b;
  mlir::Location loc;

private:
  struct Equivalence : llvm::DenseMapInfo<mlir::Operation *> {
    static unsigned getHashValue(const mlir::Operation *op);
    static bool isEqual(const mlir::Operation *a, const mlir::Operation *b);
  };
  llvm::DenseSet<mlir::Operation *, Equivalence> known;
};

/// Replaces the operations of `block` by what `each` makes of them, in their order. `each`
/// is given an operation of the old block and its operands in the new one, and builds at
/// `b`. Operations with several results are copied. Names that users gave to values stay
/// with them.
void rebuild(mlir::Block &block, mlir::OpBuilder &b,
             llvm::function_ref<mlir::Value(mlir::Operation *, mlir::ValueRange)> each);

/// Puts every operation just before the first operation that needs it, and removes those
/// that nothing needs. The result depends on the expressions alone, not on the order in
/// which they were built.
void orderByUse(mlir::Block &block);

/// Calls `each` with the body of `f` and every body inside it, the innermost first.
void forEachBody(mlir::func::FuncOp f, llvm::function_ref<void(mlir::Block &)> each);

} // namespace delgen::mx

#endif // DELGEN_MX_REBUILD_H
