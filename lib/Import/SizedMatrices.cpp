//===- SizedMatrices.cpp - Matrices that are made of sizes ----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

/// The object type of a static method, and the sizes that its arguments give, of which
/// `count` are sizes.
static std::optional<std::pair<mx::Size, mx::Size>> sizesOf(FunctionImporter &im, const Call &c,
                                                            const EigenType &type, size_t count) {
  auto known = [&](std::optional<int64_t> n) {
    return n ? std::optional<mx::Size>(im.sizes.number(*n)) : std::nullopt;
  };
  std::optional<mx::Size> rows = known(type.rows), cols = known(type.cols);
  const std::string name = c.name.str() + "()";
  auto given = [&](const Expr *argument, std::optional<mx::Size> &size) {
    std::optional<mx::Size> n = im.sizeFrom(argument, im.expression(argument));
    if (!n)
      return false;
    if (size && !im.agree(argument, *size, *n, "the type has a size already"))
      return false;
    size = n;
    return true;
  };
  if (count == 1) {
    if (!type.isVector()) {
      im.refuse(c.e, name + " of a matrix takes rows and columns");
      return std::nullopt;
    }
    if (!given(c.args[0], type.cols == 1 ? rows : cols))
      return std::nullopt;
  } else if (count == 2) {
    const bool hasRows = given(c.args[0], rows), hasCols = given(c.args[1], cols);
    if (!hasRows || !hasCols)
      return std::nullopt;
  }
  if (!rows || !cols) {
    im.refuse(c.e, name + " needs sizes here, for the type has none");
    return std::nullopt;
  }
  return std::pair(*rows, *cols);
}

/// The type T of a static method T::Zero, which belongs to DenseBase<T>.
static std::optional<EigenType> staticType(FunctionImporter &im, const Call &c) {
  auto *method = dyn_cast<CXXMethodDecl>(c.callee);
  auto *parent =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(method ? method->getParent() : nullptr);
  if (!parent)
    return std::nullopt;
  std::optional<EigenType> type = eigenType(im.ast, parent->getTemplateArgs()[0].getAsType());
  if (type && !im.floatType(type->scalar)) {
    im.refuse(c.e, "matrices of " + quoted(im.typeName(type->scalar)) +
                       " are not supported; use double or float");
    return std::nullopt;
  }
  return type;
}

Value importConstantMatrix(FunctionImporter &im, const Call &c, std::optional<double> number) {
  std::optional<EigenType> type = staticType(im, c);
  if (!type)
    return {};
  const size_t count = c.args.size() - !number;
  auto shape = sizesOf(im, c, *type, count);
  FloatType element = im.floatType(type->scalar);
  Value entry = number ? im.constant(c.e, *number, element) : im.real(c.args.back(), element);
  if (!shape || !entry)
    return {};
  return im.fill(c.e, entry, shape->first, shape->second);
}

Value importIdentity(FunctionImporter &im, const Call &c) {
  std::optional<EigenType> type = staticType(im, c);
  if (!type)
    return {};
  auto shape = sizesOf(im, c, *type, c.args.size());
  if (!shape)
    return {};
  FloatType element = im.floatType(type->scalar);
  mlir::Type result = im.shaped(shape->first, shape->second, element);
  return isa<FloatType>(result) ? im.constant(c.e, 1, element)
                                : im.make<mx::IdentityOp>(c.e, result);
}

} // namespace delgen
