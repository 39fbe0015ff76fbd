//===- Request.cpp - What is read off del functions -----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Request.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Signature.h"

using namespace mlir;

namespace delgen::mx {
namespace {

/// A word of DELGEN(...), and what its functions have in their names behind f_.
struct Row {
  Reading reading;
  llvm::StringLiteral word, infix;
  bool needsScalar, hasOrder;
};

constexpr Row rows[] = {
    {Reading::Directional, "directional", "dir", false, true},
    {Reading::Taylor, "taylor", "taylor", false, true},
    {Reading::Gradient, "gradient", "grad", true, false},
    {Reading::ValueAndGradient, "value_and_gradient", "value_and_grad", true, false},
    {Reading::Jacobian, "jacobian", "jac", false, false},
    {Reading::Hessian, "hessian", "hess", true, false},
    {Reading::Hvp, "hvp", "hvp", true, false},
    {Reading::Vjp, "vjp", "vjp", false, false},
};

const Row &rowOf(Reading reading) {
  return *llvm::find_if(rows, [&](const Row &row) { return row.reading == reading; });
}

} // namespace

std::optional<Reading> readingCalled(llvm::StringRef word) {
  const Row *row = llvm::find_if(rows, [&](const Row &r) { return r.word == word; });
  return row == std::end(rows) ? std::nullopt : std::optional(row->reading);
}

bool Request::needsScalar() const { return rowOf(reading).needsScalar; }

std::optional<Request> Request::from(Attribute attribute) {
  auto dictionary = dyn_cast_or_null<DictionaryAttr>(attribute);
  if (!dictionary)
    return std::nullopt;
  auto what = dictionary.getAs<StringAttr>("what");
  auto of = dictionary.getAs<DenseI64ArrayAttr>("of");
  auto order = dictionary.getAs<IntegerAttr>("order");
  std::optional<Reading> reading = what ? readingCalled(what) : std::nullopt;
  if (!reading || !of || of.empty() || bool(order) != rowOf(*reading).hasOrder)
    return std::nullopt;
  Request request{*reading, llvm::SmallVector<int64_t, 2>(of.asArrayRef())};
  if (order)
    request.order = order.getInt();
  return request;
}

DictionaryAttr Request::attribute(MLIRContext *context) const {
  Builder b(context);
  llvm::SmallVector<NamedAttribute> entries = {
      b.getNamedAttr("what", b.getStringAttr(rowOf(reading).word)),
      b.getNamedAttr("of", b.getDenseI64ArrayAttr(of))};
  if (rowOf(reading).hasOrder)
    entries.push_back(b.getNamedAttr("order", b.getI64IntegerAttr(order)));
  return b.getDictionaryAttr(entries);
}

std::string requestName(func::FuncOp base, const Request &request) {
  std::string name = (stringAttr(base, attr::cppName) + "_" + rowOf(request.reading).infix).str();
  if (rowOf(request.reading).hasOrder)
    name += std::to_string(request.order);
  for (int64_t i : request.of)
    name += "_" + variableOf(base, i).name;
  return name;
}

} // namespace delgen::mx
