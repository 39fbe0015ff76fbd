//===- Solvers.cpp - Inverses, factorisations and triangular views --------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An object of a factorisation is represented by the matrix that it factorises, and a
// triangular view by the matrix that it shows; what a method means follows from its class.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- Matrices that are given by a triangle -----------------------------===//

/// Eigen::UpLoType and the like: bits of a mode.
enum Mode : unsigned { LowerBit = 1, UpperBit = 2, UnitDiagonalBit = 4, ZeroDiagonalBit = 8 };

/// The class template's second argument, the mode of a view, of an LLT or of an LDLT.
static unsigned modeOf(const CXXRecordDecl *record) {
  auto *instance = cast<ClassTemplateSpecializationDecl>(record);
  return instance->getTemplateArgs()[1].getAsIntegral().getZExtValue();
}

static Value triangle(FunctionImporter &im, const Expr *e, Value a, bool lower, double diagonal) {
  Builder b(a.getContext());
  return im.make<mx::TriangleOp>(e, a, b.getBoolAttr(lower), b.getF64FloatAttr(diagonal));
}

/// The symmetric matrix of which one triangle is read.
static Value symmetric(FunctionImporter &im, const Expr *e, Value a, unsigned mode) {
  if (mx::isScalar(a))
    return a;
  return im.make<mx::SymmetricOp>(e, a, Builder(a.getContext()).getBoolAttr(mode & LowerBit));
}

Value importTriangularView(FunctionImporter &im, const Call &c) {
  const unsigned mode = modeOf(c.e->getType()->getAsCXXRecordDecl());
  if (!im.mustBeSquare(c.e, c.self, c.name))
    return {};
  if (mx::isScalar(c.self))
    return im.refuse(c.e, c.name + "() of a 1 x 1 matrix is not supported; use the entry");
  const bool lower = mode & LowerBit;
  if (!(mode & (UnitDiagonalBit | ZeroDiagonalBit)))
    return triangle(im, c.e, c.self, lower, 1);
  Value strict = triangle(im, c.e, c.self, lower, 0);
  if (mode & ZeroDiagonalBit)
    return strict;
  return im.add(c.e, im.make<mx::IdentityOp>(c.e, strict.getType()), strict);
}

Value importSelfadjointView(FunctionImporter &im, const Call &c) {
  if (!im.mustBeSquare(c.e, c.self, c.name))
    return {};
  return symmetric(im, c.e, c.self, modeOf(c.e->getType()->getAsCXXRecordDecl()));
}

//===-- Factorisations ----------------------------------------------------===//

static const mx::Factorization *rowOfClass(llvm::StringRef name) {
  for (const mx::Factorization &row : mx::FactorizeOp::table())
    if (!row.cpp.empty() && row.cpp == name)
      return &row;
  return nullptr;
}

Value importDecomposition(FunctionImporter &im, const Expr *e, Value a, QualType type) {
  const std::string name = decomposition(type).str();
  const mx::Factorization *row = rowOfClass(name);
  if (!a)
    return a;
  if (!row && name != "SelfAdjointEigenSolver")
    return im.refuse(e, "decompositions of the class " + quoted("Eigen::" + name) +
                            " are not supported" + whyRefused(name));
  // As a parameter it is taken to be the symmetric matrix that its use says it is.
  if (!row)
    return importEigenSolver(im, e, isa<BlockArgument>(a) ? a : symmetric(im, e, a, LowerBit));
  auto *instance =
      cast<ClassTemplateSpecializationDecl>(type.getNonReferenceType()->getAsCXXRecordDecl());
  if (std::optional<EigenType> of = eigenType(im.ast, instance->getTemplateArgs()[0].getAsType());
      of && of->isRef)
    return im.refuse(e, "a factorisation in place is not supported, for it overwrites its matrix; "
                        "factorise a Matrix");
  if (!row->isRectangular && !im.mustBeSquare(e, a, name))
    return {};
  mx::Size rows = im.rowsOf(a), cols = im.colsOf(a);
  if (rows.isNumber() && cols.isNumber() && rows.number() < cols.number())
    return im.refuse(e, "a least-squares solution with fewer rows than columns is not unique and "
                        "has no rule; this is " +
                            im.shapeOf(a));
  if (mx::isScalar(a))
    return a;
  // A parameter is taken to be the symmetric matrix that its use says it is.
  if (row->isSymmetric && !isa<BlockArgument>(a))
    return symmetric(im, e, a, modeOf(type.getNonReferenceType()->getAsCXXRecordDecl()));
  return a;
}

template <typename Op>
static Value factored(FunctionImporter &im, const Expr *e, Value a, llvm::StringRef kind) {
  return im.make<Op>(e, a, Builder(a.getContext()).getStringAttr(kind));
}

static Value inverse(FunctionImporter &im, const Expr *e, Value a, llvm::StringRef kind) {
  return mx::isScalar(a) ? im.power(e, a, -1) : factored<mx::InverseOp>(im, e, a, kind);
}

static Value determinant(FunctionImporter &im, const Expr *e, Value a, llvm::StringRef kind) {
  return mx::isScalar(a) ? a : factored<mx::DetOp>(im, e, a, kind);
}

Value importInverse(FunctionImporter &im, const Call &c) {
  return im.mustBeSquare(c.e, c.self, c.name) ? inverse(im, c.e, c.self, "lu") : Value();
}

Value importDeterminant(FunctionImporter &im, const Call &c) {
  return im.mustBeSquare(c.e, c.self, c.name) ? determinant(im, c.e, c.self, "lu") : Value();
}

/// True for solve<OnTheRight>(b), which is b A⁻¹.
static bool isOnTheRight(const Call &c) {
  const TemplateArgumentList *args = c.callee->getTemplateSpecializationArgs();
  return args && args->size() > 0 && args->get(0).getKind() == TemplateArgument::Integral &&
         args->get(0).getAsIntegral() == 2; // Eigen::OnTheRight
}

/// a b for the inverse a of what `c` is called on.
static Value solve(FunctionImporter &im, const Call &c, Value a) {
  Value b = im.expression(c.args[0]);
  if (!b)
    return b;
  return isOnTheRight(c) ? im.product(c.e, b, a) : im.product(c.e, a, b);
}

/// A method of a triangular view that no method of matrices means.
static std::optional<Value> viewMethod(FunctionImporter &im, const Call &c,
                                       const CXXRecordDecl *view) {
  const unsigned mode = modeOf(view);
  const std::string kind =
      std::string(mode & UnitDiagonalBit ? "unit" : "") + (mode & LowerBit ? "lower" : "upper");
  if (c.name == "solve" && c.args.size() == 1)
    return mode & ZeroDiagonalBit
               ? im.refuse(c.e, "a strictly triangular matrix is not invertible; take Eigen::Lower "
                                "or Eigen::UnitLower")
               : solve(im, c, inverse(im, c.e, c.self, kind));
  if (c.name == "determinant")
    return determinant(im, c.e, c.self, kind);
  if (c.name == "nestedExpression")
    return im.refuse(c.e, "nestedExpression() is not supported; use the matrix itself");
  return std::nullopt;
}

std::optional<Value> importSolverMethod(FunctionImporter &im, const Call &c) {
  auto *method = dyn_cast<CXXMethodDecl>(c.callee);
  if (!method || !c.object)
    return std::nullopt;
  // A method of a base class is one of the object as it was declared.
  QualType type = c.object->IgnoreParenImpCasts()->getType().getNonReferenceType();
  const CXXRecordDecl *object = type->getAsCXXRecordDecl();
  if (eigenTemplate(object) == "TriangularView")
    return viewMethod(im, c, object);
  llvm::StringRef name = eigenTemplate(object);
  // lu.transpose() solves with the transpose.
  const bool isTransposed = name == "Transpose";
  if (isTransposed)
    name = decomposition(
        cast<ClassTemplateSpecializationDecl>(object)->getTemplateArgs()[0].getAsType());
  const mx::Factorization *row = rowOfClass(name);
  if (!row)
    return std::nullopt;
  auto is = [&](llvm::StringRef name, size_t count) {
    return c.name == name && c.args.size() == count;
  };
  // (A⁺)ᵀ, not the left inverse of Aᵀ, which there is for a square matrix alone.
  if (is("solve", 1) && isTransposed)
    return solve(im, c, im.transpose(c.e, inverse(im, c.e, im.transpose(c.e, c.self), row->name)));
  if (is("solve", 1))
    return solve(im, c, inverse(im, c.e, c.self, row->name));
  if (is("transpose", 0) || is("adjoint", 0))
    return im.transpose(c.e, c.self);
  if (isTransposed)
    return std::nullopt;
  if (is("inverse", 0))
    return inverse(im, c.e, c.self, row->name);
  if (is("determinant", 0) || is("absDeterminant", 0) || is("logAbsDeterminant", 0)) {
    if (!im.mustBeSquare(c.e, c.self, c.name))
      return Value();
    if (is("logAbsDeterminant", 0))
      return mx::isScalar(c.self) ? im.map(c.e, "log", im.map(c.e, "abs", c.self))
                                  : factored<mx::LogDetOp>(im, c.e, c.self, row->name);
    Value d = determinant(im, c.e, c.self, row->name);
    return is("absDeterminant", 0) ? im.map(c.e, "abs", d) : d;
  }
  if (row->name == "llt" && (is("matrixL", 0) || is("matrixU", 0))) {
    Value l =
        mx::isScalar(c.self) ? im.power(c.e, c.self, 0.5) : im.make<mx::CholeskyOp>(c.e, c.self);
    return is("matrixU", 0) ? im.transpose(c.e, l) : l;
  }
  if (row->isSymmetric && is("reconstructedMatrix", 0))
    return c.self;
  if (is("rows", 0) || is("cols", 0))
    return std::nullopt; // as of the matrix
  return im.refuse(c.e, quoted(c.name) + " of " + quoted("Eigen::" + row->cpp.str()) +
                            " is not supported; solve(), " +
                            (row->name == "llt"    ? "matrixL() and matrixU()"
                             : row->name == "ldlt" ? "reconstructedMatrix(), and determinant() of "
                                                     "the matrix itself"
                                                   : "inverse() and determinant()") +
                            " are");
}

} // namespace delgen
