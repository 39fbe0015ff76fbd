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

std::optional<std::array<std::optional<mx::Size>, 2>>
FunctionImporter::givenSizes(const EigenType &type, llvm::ArrayRef<const Expr *> arguments) {
  std::array<std::optional<mx::Size>, 2> shape;
  for (auto [size, known] : llvm::zip(shape, std::array{type.rows, type.cols}))
    if (known)
      size = sizes.number(*known);
  auto give = [&](const Expr *argument, std::optional<mx::Size> &size) {
    // Eigen::NoChange and its like are enumerators; those of users are numbers.
    auto *marker = argument->IgnoreImplicit()->getType()->getAs<EnumType>();
    if (!argument->getType()->isIntegralOrEnumerationType() ||
        (marker && isInNamespace(marker->getDecl(), "Eigen"))) {
      refuse(argument, "a size is an integer; give it as one");
      return false;
    }
    std::optional<mx::Size> n = sizeFrom(argument, expression(argument));
    if (!n || (size && !agree(argument, *size, *n, "the type has a size already")))
      return false;
    size = n;
    return true;
  };
  bool isGood = true;
  if (arguments.size() == 1)
    isGood = give(arguments[0], shape[type.cols == 1 ? 0 : 1]);
  else
    for (auto [argument, size] : llvm::zip(arguments, shape))
      isGood &= give(argument, size);
  return isGood ? std::optional(shape) : std::nullopt;
}

/// The shape of an object that a static method makes; the first `count` arguments are sizes.
static std::optional<std::pair<mx::Size, mx::Size>> sizesOf(FunctionImporter &im, const Call &c,
                                                            const EigenType &type, size_t count) {
  const std::string name = c.name.str() + "()";
  if (count == 1 && !type.isVector()) {
    im.refuse(c.e, name + " of a matrix takes rows and columns; give both");
    return std::nullopt;
  }
  auto shape = im.givenSizes(type, llvm::ArrayRef(c.args).take_front(count));
  if (!shape)
    return std::nullopt;
  auto [rows, cols] = *shape;
  if (!rows || !cols) {
    im.refuse(c.e, name + " needs sizes here, for the type has none; give them as arguments");
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
