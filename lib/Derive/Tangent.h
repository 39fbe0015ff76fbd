//===- Tangent.h - Writes tangents beside values ----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_TANGENT_H
#define DELGEN_LIB_DERIVE_TANGENT_H

#include "Del.h"

#include "delgen/Mx/Control.h"

#include "mlir/IR/IRMapping.h"

namespace delgen::mx {

/// Writes the body of a del function beside a copy of the function it differentiates.
class DelFunctions::Builder {
public:
  Builder(DelFunctions &family, mlir::func::FuncOp from, mlir::func::FuncOp to, size_t order);

  void setTangent(mlir::Value v, mlir::Value t) { tangent[v] = t; }

  /// The tangent of what `from` returns, null where it is zero.
  mlir::FailureOr<mlir::Value> run(mlir::func::FuncOp from);

  /// The tangent of `v`, a value of the function, or a zero of its shape.
  mlir::Value tangentOrZero(mlir::Value v);

  mlir::OpBuilder &builder() { return b; }

private:
  /// Copies the operations of `from` and writes their tangents beside them.
  mlir::LogicalResult body(mlir::Block &from);
  mlir::FailureOr<mlir::Value> tangentOf(mlir::Operation &op, mlir::Operation *twin);
  /// For dᵏg(u, v₁…vₖ): the del function of order k + 1 in the tangents of u, and, since
  /// dᵏg is linear in each vⱼ, dᵏg itself with vⱼ replaced by its tangent.
  mlir::FailureOr<mlir::Value> chainRule(CallOp call, llvm::ArrayRef<mlir::Value> tangents);
  mlir::FailureOr<mlir::Value> callDel(CallOp call, mlir::func::FuncOp base,
                                       llvm::ArrayRef<mlir::Value> arguments,
                                       llvm::ArrayRef<Pattern> directions,
                                       llvm::ArrayRef<llvm::SmallVector<mlir::Value>> steps);

  // TangentControl.cpp
  mlir::LogicalResult loop(LoopOp from);
  mlir::LogicalResult branch(IfOp from);
  /// The tangent of a list, or of what is read of one.
  mlir::Value listTangent(mlir::Operation *twin, llvm::ArrayRef<mlir::Value> tangents);
  /// Copies the body of a loop or branch into `to`, with tangents beside its values.
  mlir::LogicalResult copyBody(mlir::Block &from, mlir::Block &to, mlir::ValueRange yielded,
                               llvm::ArrayRef<unsigned> active);
  void addArgument(mlir::Block &to, mlir::BlockArgument argument);
  void addTangentArgument(mlir::Block &to, mlir::BlockArgument argument);
  /// What a body is given from outside, and behind that the tangents of what has one.
  llvm::SmallVector<mlir::Value> withTangents(mlir::ValueRange outer);
  void addOuterArguments(mlir::Block &to, mlir::ValueRange outer,
                         mlir::Block::BlockArgListType arguments);
  /// The results of the copy `to`: those of `from`, and the tangents of those that are active.
  void takeResults(mlir::Operation *from, mlir::Operation *to, llvm::ArrayRef<unsigned> active);
  /// A zero shaped as `like`, a value of the copy.
  mlir::Value zero(mlir::Value like);

  /// Tangents of the user's variables are named after them.
  void nameTangent(mlir::Value v, mlir::Value t);

  DelFunctions &family;
  size_t order;
  mlir::OpBuilder b;
  mlir::IRMapping copy;
  llvm::DenseMap<mlir::Value, mlir::Value> tangent;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_TANGENT_H
