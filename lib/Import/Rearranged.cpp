//===- Rearranged.cpp - The same entries elsewhere: reverse, reshaped, replicate ===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

Value importReverse(FunctionImporter &im, const Call &c) {
  if (mx::isScalar(c.self))
    return c.self;
  // x.rowwise().reverse() turns every row round.
  auto *inner = dyn_cast<CXXMemberCallExpr>(c.object->IgnoreParenImpCasts());
  llvm::StringRef way;
  if (inner && inner->getMethodDecl() && inner->getMethodDecl()->getDeclName().isIdentifier())
    way = inner->getMethodDecl()->getName();
  auto flag = [&](bool isSet) { return BoolAttr::get(c.self.getContext(), isSet); };
  return im.make<mx::ReverseOp>(c.e, c.self, flag(way != "rowwise"), flag(way != "colwise"));
}

Value importReshaped(FunctionImporter &im, const Call &c) {
  if (const TemplateArgumentList *arguments = c.callee->getTemplateSpecializationArgs())
    for (const TemplateArgument &a : arguments->asArray())
      if (a.getKind() == TemplateArgument::Integral && a.getAsIntegral() != 0)
        return im.refuse(c.e, "reshaped() is supported column by column only; transpose first");
  mx::Size rows = im.sizes.number(1), cols = rows;
  if (c.args.empty()) {
    std::optional<mx::Size> size = im.sizeFrom(c.e, im.entryCount(c.e, c.self));
    if (!size)
      return {};
    rows = *size;
  } else {
    std::optional<EigenType> result = eigenType(im.ast, c.e->getType());
    auto size = [&](unsigned i) -> std::optional<mx::Size> {
      const std::optional<int64_t> known = !result  ? std::nullopt
                                           : i == 0 ? result->rows
                                                    : result->cols;
      if (known)
        return im.sizes.number(*known);
      // AutoSize is an enumerator.
      if (!c.args[i]->getType()->isIntegerType() ||
          c.args[i]->IgnoreImplicit()->getType()->isEnumeralType()) {
        im.refuse(c.args[i], "reshaped() needs both sizes as integers; give both");
        return std::nullopt;
      }
      Value v = im.expression(c.args[i]);
      return v ? im.sizeFrom(c.args[i], v) : std::nullopt;
    };
    std::optional<mx::Size> m = size(0), n = size(1);
    if (!m || !n)
      return {};
    rows = *m;
    cols = *n;
  }
  const mx::Size own[] = {im.rowsOf(c.self), im.colsOf(c.self)};
  const bool areNumbers =
      rows.isNumber() && cols.isNumber() && own[0].isNumber() && own[1].isNumber();
  if (areNumbers && rows.number() * cols.number() != own[0].number() * own[1].number())
    return im.refuse(c.e,
                     "reshaped() keeps the number of entries: this value is " + im.shapeOf(c.self));
  mlir::Type type = im.shaped(rows, cols, mx::elementType(c.self.getType()));
  if (type == c.self.getType())
    return c.self;
  if (isa<FloatType>(type) || mx::isScalar(c.self))
    return im.mustBeScalar(c.e, c.self) ? c.self : Value();
  return im.make<mx::ReshapeOp>(c.e, type, c.self);
}

Value importReplicate(FunctionImporter &im, const Call &c) {
  std::optional<mx::Size> counts[2];
  if (const TemplateArgumentList *arguments = c.callee->getTemplateSpecializationArgs();
      arguments && c.args.empty()) {
    for (unsigned i = 0; i < 2 && i < arguments->size(); ++i)
      counts[i] = im.sizes.number(arguments->get(i).getAsIntegral().getSExtValue());
  } else if (c.args.size() == 2) {
    for (unsigned i = 0; i < 2; ++i)
      if (Value v = im.expression(c.args[i]))
        counts[i] = im.sizeFrom(c.args[i], v);
  }
  if (!counts[0] || !counts[1])
    return {};
  FloatType element = mx::elementType(c.self.getType());
  mx::Size one = im.sizes.number(1);
  auto ones = [&](mx::Size rows, mx::Size cols) {
    return im.fill(c.e, im.constant(c.e, 1, element), rows, cols);
  };
  if (mx::isScalar(c.self))
    return im.fill(c.e, c.self, *counts[0], *counts[1]);
  const bool isColumn = im.colsOf(c.self).is(1), isRow = im.rowsOf(c.self).is(1);
  if (isColumn && counts[0]->is(1))
    return counts[1]->is(1) ? c.self : im.multiply(c.e, {c.self, ones(one, *counts[1])});
  if (isRow && counts[1]->is(1))
    return counts[0]->is(1) ? c.self : im.multiply(c.e, {ones(*counts[0], one), c.self});
  return im.refuse(c.e, "replicate() is supported for a column beside itself, replicate(1, n), and "
                        "for a row below itself, replicate(n, 1), only");
}

Value importHomogeneous(FunctionImporter &im, const Call &c) {
  const bool isRow = im.rowsOf(c.self).is(1) && !im.colsOf(c.self).is(1);
  if (!isRow && !im.agree(c.e, im.colsOf(c.self), im.sizes.number(1),
                          "homogeneous() is supported for vectors only"))
    return {};
  Value zero = im.integer(c.e, 0);
  Value length = im.extent(c.e, isRow ? im.colsOf(c.self) : im.rowsOf(c.self));
  std::optional<mx::Size> size =
      im.sizeFrom(c.e, im.shift(c.e, BO_Add, length, im.integer(c.e, 1)));
  if (!size)
    return {};
  FloatType element = mx::elementType(c.self.getType());
  mx::Size one = im.sizes.number(1);
  mlir::Type type = im.shaped(isRow ? one : *size, isRow ? *size : one, element);
  llvm::SmallVector<Value> blocks = {c.self, im.constant(c.e, 1, element)};
  llvm::SmallVector<Value> along = {zero, length}, across = {zero, zero};
  return im.make<mx::AssembleOp>(c.e, type, blocks, isRow ? across : along, isRow ? along : across);
}

Value importHnormalized(FunctionImporter &im, const Call &c) {
  const bool isRow = im.rowsOf(c.self).is(1) && !im.colsOf(c.self).is(1);
  if (!isRow && !im.agree(c.e, im.colsOf(c.self), im.sizes.number(1),
                          "hnormalized() is supported for vectors only"))
    return {};
  Value zero = im.integer(c.e, 0);
  Value last = im.shift(c.e, BO_Sub, im.extent(c.e, isRow ? im.colsOf(c.self) : im.rowsOf(c.self)),
                        im.integer(c.e, 1));
  std::optional<mx::Size> size = last ? im.sizeFrom(c.e, last) : std::nullopt;
  if (!size)
    return {};
  mx::Size one = im.sizes.number(1);
  Part head{zero, zero, isRow ? one : *size, isRow ? *size : one};
  Part end{isRow ? zero : last, isRow ? last : zero, one, one};
  Value above = im.part(c.e, c.self, head), below = im.part(c.e, c.self, end);
  return above && below ? im.multiply(c.e, {im.power(c.e, below, -1), above}) : Value();
}

} // namespace delgen
