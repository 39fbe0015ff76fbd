//===- Materializer.h - Builds the matrix of a linear function --*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_MATERIALIZER_H
#define DELGEN_LIB_DERIVE_MATERIALIZER_H

#include "ProductSizes.h"

#include "mlir/IR/IRMapping.h"

namespace delgen::mx {

/// Builds the matrix J of each operation between δ and the result of a linear function,
/// vec(v) = J vec(δ), as a closed form where the algebra has one.
class Materializer {
public:
  Materializer(mlir::OpBuilder &b, mlir::func::FuncOp linear, mlir::ValueRange arguments);

  mlir::FailureOr<mlir::Value> run(bool isSymmetric);

private:
  /// vec(v) = straight · vec(δ) + vec of the transpose of what turned · vec(δ) holds; null is
  /// zero. Only a matrix has a part that is turned.
  struct Map {
    mlir::Value straight, turned;
  };

  //===-- Materialize.cpp ---------------------------------------------------===//

  /// Finds the maps of what `values` need in `from`, whose arguments have theirs, and copies
  /// what does not depend on δ.
  mlir::LogicalResult body(mlir::Block &from, mlir::ValueRange values);
  /// Says that what comes behind `v` may be written with it.
  void addVariable(mlir::Value v);
  mlir::FailureOr<Map> map(mlir::Operation *op);
  /// vec(G)ᵀ for a scalar ⟨G, δ⟩.
  mlir::FailureOr<mlir::Value> row(mlir::Value scalar);
  mlir::FailureOr<Map> product(MulOp op);
  /// J of L F R, where `j` is that of F, an r × c matrix; null factors are absent.
  mlir::Value between(mlir::Value left, mlir::Value j, Size rows, Size cols, mlir::Value right);
  mlir::Value leftOf(mlir::Value left, mlir::Value j, Size rows, Size cols);
  mlir::Value rightOf(mlir::Value j, mlir::Value right, Size rows, Size cols);
  /// The matrix whose columns are those of `right` times those of `left`, as Kronecker
  /// products.
  mlir::Value khatriRao(mlir::Value right, mlir::Value left);

  //===-- MaterializeControl.cpp --------------------------------------------===//

  mlir::LogicalResult loop(LoopOp op);
  mlir::LogicalResult branch(IfOp op);
  mlir::FailureOr<mlir::Value> list(mlir::Operation *op);
  /// Gives what a body is given from outside to its copy, with J where it depends on δ.
  void enter(mlir::ValueRange outside, mlir::ValueRange arguments);
  /// A list of as many zeros as `like` has entries; null after an error.
  mlir::Value zeros(mlir::Value like, ListType type);
  /// All of J, zeros where it is zero.
  mlir::Value wholeOrZero(mlir::Value v);

  //===-- MaterializeParts.cpp ----------------------------------------------===//

  Map hadamard(HadamardOp op);
  mlir::Value select(SelectOp op);
  /// An entry or block of `a` whose entries stand together in vec.
  mlir::Value part(mlir::Value a, mlir::Type type, mlir::Value row, mlir::Value col);
  mlir::FailureOr<mlir::Value> assemble(AssembleOp op);
  mlir::FailureOr<mlir::Value> insert(InsertOp op);
  mlir::FailureOr<mlir::Value> reverse(ReverseOp op);
  mlir::Value cross(CrossOp op);
  /// An operation that is linear in what varies, applied to each column by itself.
  mlir::FailureOr<mlir::Value> columnwise(mlir::Operation *op);
  mlir::Value columnwise(mlir::Value columns, mlir::Type shape, mlir::ValueRange others,
                         mlir::Type result,
                         llvm::function_ref<mlir::Value(mlir::OpBuilder &, mlir::ValueRange)> body);

  //===-- What both are made of ---------------------------------------------===//

  bool isActive(mlir::Value v) const { return active.contains(v); }
  /// The copy of a value that does not depend on δ.
  mlir::Value copyOf(mlir::Value v) const { return copies.lookup(v); }
  /// All of J.
  mlir::Value whole(mlir::Value v);
  /// The type of J of a value of this type.
  mlir::Type typeOf(mlir::Type type);
  /// The entries of an inactive value as a column.
  mlir::Value vec(mlir::Value v);
  mlir::Value reshape(mlir::Value v, mlir::Type type);
  mlir::Value turn(mlir::Value j, mlir::Type type);
  mlir::Value sum(llvm::ArrayRef<mlir::Value> terms);
  mlir::Value times(mlir::ValueRange left, mlir::Value j);
  mlir::Value kron(mlir::Value a, Size aSize, mlir::Value b, Size bSize);
  mlir::Value identity(Size n, mlir::FloatType element);
  /// diag(w) J
  mlir::Value scaled(mlir::Value w, mlir::Value j);
  bool isIdentity(mlir::Value j) const { return bool(j.getDefiningOp<IdentityOp>()); }
  /// True where the entries of the block stand together in vec of a matrix of type `of`.
  static bool isContiguous(mlir::Type block, mlir::Type of);
  /// True for an entry that is read from the rows of a J that is there.
  static bool isRead(mlir::Operation *op);

  mlir::OpBuilder &b;
  mlir::Location loc;
  mlir::func::FuncOp linear;
  mlir::Value delta;
  /// Those on which the values of the body depend that is being read: δ, or in a loop or
  /// branch what it is given, what is read of lists and what inner bodies make.
  llvm::SmallVector<mlir::Value> variables;
  bool isInside = false; // in a loop or branch, or in a function that has one
  Size one, total;       // 1 and N
  mlir::IRMapping copies;
  ProductSizes sizes;
  llvm::DenseSet<mlir::Value> active;
  llvm::DenseMap<mlir::Value, Map> maps;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_MATERIALIZER_H
