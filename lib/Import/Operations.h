//===- Operations.h - Importers of single operations ------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_OPERATIONS_H
#define DELGEN_IMPORT_OPERATIONS_H

#include "Importer.h"

namespace delgen {

/// What an operation is applied to.
struct Call {
  template <typename Range>
  Call(const clang::Expr *e, const clang::FunctionDecl *callee, Range &&args)
      : e(e), callee(callee),
        name(callee->getDeclName().isIdentifier() ? callee->getName() : llvm::StringRef()),
        args(writtenArguments(args)) {}

  const clang::Expr *e;
  const clang::FunctionDecl *callee;
  llvm::StringRef name; // empty for an operator
  llvm::SmallVector<const clang::Expr *, 4> args;
  /// The object of a method; null for a function.
  const clang::Expr *object = nullptr;
  mlir::Value self;
};

/// True for a name that `FunctionImporter::elementWise` knows.
bool isElementWise(llvm::StringRef name);
/// All such names.
std::vector<std::string> elementWiseNames();

/// The entries of a list that is made one by one; nothing for any other.
std::optional<llvm::SmallVector<mlir::Value>> listedIn(mlir::Value list);

/// base raised to `exponent`, entry by entry; at least one of the two is an array.
mlir::Value importPower(FunctionImporter &im, const Call &c, const clang::Expr *base,
                        const clang::Expr *exponent);

/// condition.select(x, y).
mlir::Value importSelect(FunctionImporter &im, const Call &c);
/// a.max(b) and a.min(b).
mlir::Value importExtremum(FunctionImporter &im, const Call &c, bool isMax);
/// The largest or smallest of all entries, or of those of each row or column, as `shape` says.
mlir::Value importPick(FunctionImporter &im, const Call &c, mlir::Type shape, bool isMax);
/// The product of all entries, or of those of each row or column.
mlir::Value importProd(FunctionImporter &im, const Call &c, mlir::Type shape);
mlir::Value importLpNorm(FunctionImporter &im, const Call &c);

/// A method of A.rowwise() or A.colwise().
mlir::Value importVectorwise(FunctionImporter &im, const Call &c, bool rows);
/// A.rowwise() op v, A.colwise() op v.
mlir::Value importVectorwiseBinary(FunctionImporter &im, const clang::Expr *e,
                                   clang::OverloadedOperatorKind kind, mlir::Value a, bool rows,
                                   mlir::Value v);
mlir::Value importCross(FunctionImporter &im, const Call &c);
mlir::Value importKronecker(FunctionImporter &im, const Call &c);
/// Of the matrix that a SelfAdjointEigenSolver is made of, or of a selfadjointView.
mlir::Value importEigenvalues(FunctionImporter &im, const Call &c);
mlir::Value importEigenvectors(FunctionImporter &im, const Call &c);
/// An object that has the eigenvalues of `a`: the matrix itself.
mlir::Value importEigenSolver(FunctionImporter &im, const clang::Expr *e, mlir::Value a);

/// T::Zero, T::Ones and T::Constant: `number`, or the last argument, everywhere.
mlir::Value importConstantMatrix(FunctionImporter &im, const Call &c, std::optional<double> number);
/// A part of the object, read.
mlir::Value importPart(FunctionImporter &im, const Call &c);
/// The entries of the object at other places.
mlir::Value importReverse(FunctionImporter &im, const Call &c);
mlir::Value importReshaped(FunctionImporter &im, const Call &c);
mlir::Value importReplicate(FunctionImporter &im, const Call &c);
/// With a one appended; divided by the last entry, without it.
mlir::Value importHomogeneous(FunctionImporter &im, const Call &c);
mlir::Value importHnormalized(FunctionImporter &im, const Call &c);

/// T::Identity.
mlir::Value importIdentity(FunctionImporter &im, const Call &c);

//===-- Solvers.cpp -------------------------------------------------------===//

mlir::Value importInverse(FunctionImporter &im, const Call &c);
mlir::Value importDeterminant(FunctionImporter &im, const Call &c);
mlir::Value importTriangularView(FunctionImporter &im, const Call &c);
mlir::Value importSelfadjointView(FunctionImporter &im, const Call &c);
/// The matrix `a` as an object of the decomposition class `type` reads it.
mlir::Value importDecomposition(FunctionImporter &im, const clang::Expr *e, mlir::Value a,
                                clang::QualType type);
/// A method of a factorisation or of a triangular view; nothing where it is one of a matrix.
std::optional<mlir::Value> importSolverMethod(FunctionImporter &im, const Call &c);

} // namespace delgen

#endif // DELGEN_IMPORT_OPERATIONS_H
