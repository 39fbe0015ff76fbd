//===- LinearAlgebra.cpp - Cross and Kronecker products, eigenvalues ------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An object of a decomposition is the matrix that it is made of; its methods are read on
// that.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

Value importCross(FunctionImporter &im, const Call &c) {
  Value x = c.self, y = im.expression(c.args[0]);
  if (!y)
    return y;
  auto isTriple = [&](Value v) {
    return (im.rowsOf(v).is(3) && im.colsOf(v).is(1)) || (im.rowsOf(v).is(1) && im.colsOf(v).is(3));
  };
  for (Value v : {x, y})
    if (!isTriple(v))
      return im.refuse(c.e, "cross() takes vectors of three entries, not " + im.shapeOf(v) +
                                "; declare them so, or take head<3>()");
  if (!im.sameElements(c.e, x, y))
    return {};
  if (x.getType() != y.getType())
    y = im.transpose(c.e, y);
  return im.make<mx::CrossOp>(c.e, x, y);
}

Value importKronecker(FunctionImporter &im, const Call &c) {
  Value x = im.expression(c.args[0]), y = im.expression(c.args[1]);
  if (!x || !y || !im.sameElements(c.e, x, y))
    return {};
  if (mx::isScalar(x) || mx::isScalar(y))
    return im.multiply(c.e, {x, y});
  // Each of the two products of sizes has an argument for its key.
  auto times = [&](const Expr *key, mx::Size a, mx::Size b) {
    Value product =
        im.integerOperation(key, BO_Mul, im.ast.LongTy, im.extent(c.e, a), im.extent(c.e, b));
    return im.sizeFrom(key, product);
  };
  std::optional<mx::Size> rows = times(c.args[0], im.rowsOf(x), im.rowsOf(y));
  std::optional<mx::Size> cols = times(c.args[1], im.colsOf(x), im.colsOf(y));
  if (!rows || !cols)
    return {};
  mlir::Type type = im.shaped(*rows, *cols, mx::elementType(x.getType()));
  return im.make<mx::KronOp>(c.e, type, x, y);
}

//===-- Symmetric matrices and their eigenvalues --------------------------===//

static void warnOfEqual(FunctionImporter &im, const Expr *e, Value matrix, Value result) {
  im.addKink(e, matrix, result,
             "eigenvalues and eigenvectors are not differentiable where two eigenvalues are equal; "
             "derivatives there are those for the eigenvectors found, or not finite");
}

Value importEigenvalues(FunctionImporter &im, const Call &c) {
  if (mx::isScalar(c.self))
    return c.self;
  Value y = im.make<mx::EigenvaluesOp>(c.e, c.self);
  if (decomposition(c.object->getType()).empty())
    warnOfEqual(im, c.e, c.self, y);
  return y;
}

Value importEigenvectors(FunctionImporter &im, const Call &c) {
  if (mx::isScalar(c.self))
    return im.constant(c.e, 1, mx::elementType(c.self.getType()));
  return im.make<mx::EigenvectorsOp>(c.e, c.self);
}

Value importEigenSolver(FunctionImporter &im, const Expr *e, Value a) {
  if (!im.mustBeSquare(e, a, "SelfAdjointEigenSolver"))
    return {};
  warnOfEqual(im, e, a, a);
  return a;
}

} // namespace delgen
