//===- Broadcast.cpp - Reductions and operations by rows and columns ------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A.rowwise() is A itself, and the class of what is called on it, VectorwiseOp, says that
// it is meant by rows. A vector that is repeated is its product with a vector of ones, and
// so is a sum by rows or columns.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

std::optional<bool> byRows(QualType type) {
  auto *record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      type.getNonReferenceType()->getAsCXXRecordDecl());
  if (eigenTemplate(record) != "VectorwiseOp")
    return std::nullopt;
  return record->getTemplateArgs()[1].getAsIntegral() == 1; // Eigen::Horizontal
}

namespace {

/// The values of A.rowwise() or A.colwise().
class Vectorwise {
public:
  Vectorwise(FunctionImporter &im, const Expr *e, Value a, bool rows)
      : im(im), e(e), a(a), rows(rows), element(mx::elementType(a.getType())) {}

  /// A column with an entry for each row, or a row with one for each column.
  mlir::Type reduced() {
    mx::Size one = im.sizes.number(1);
    return rows ? im.shaped(im.rowsOf(a), one, element) : im.shaped(one, im.colsOf(a), element);
  }
  /// How many entries a row or column has.
  mx::Size length() { return rows ? im.colsOf(a) : im.rowsOf(a); }

  /// A vector of as many ones as there are entries in a row, as a column; in a column, as a
  /// row.
  Value ones() {
    mx::Size one = im.sizes.number(1);
    Value number = im.constant(e, 1, element);
    return rows ? im.fill(e, number, length(), one) : im.fill(e, number, one, length());
  }
  Value sum(Value v) { return rows ? im.multiply(e, {v, ones()}) : im.multiply(e, {ones(), v}); }
  Value sumOfSquares() { return sum(im.power(e, a, 2)); }

  /// v in every column, or in every row; v is checked to fit.
  bool fits(Value &v) {
    // Eigen takes a vector that lies the other way only where one is meant.
    mx::Size one = im.sizes.number(1);
    const std::string why = "the matrix is " + im.shapeOf(a) + ", the vector " + im.shapeOf(v);
    return rows ? im.agree(e, im.rowsOf(v), one, why) &&
                      im.agree(e, im.colsOf(v), im.colsOf(a), why) && im.sameElements(e, a, v)
                : im.agree(e, im.colsOf(v), one, why) &&
                      im.agree(e, im.rowsOf(v), im.rowsOf(a), why) && im.sameElements(e, a, v);
  }
  Value repeated(Value v, mx::Size count) {
    mx::Size one = im.sizes.number(1);
    Value number = im.constant(e, 1, element);
    return rows ? im.multiply(e, {im.fill(e, number, count, one), v})
                : im.multiply(e, {v, im.fill(e, number, one, count)});
  }
  /// Every row times the entries of the row v, or every column times those of v.
  Value scaled(Value v) {
    Value d = mx::isScalar(v) ? v : im.make<mx::DiagOp>(e, rows ? im.column(e, v) : v);
    return rows ? im.multiply(e, {a, d}) : im.multiply(e, {d, a});
  }

  Value binary(OverloadedOperatorKind kind, Value v) {
    if (!fits(v))
      return {};
    mx::Size count = rows ? im.rowsOf(a) : im.colsOf(a);
    switch (kind) {
    case OO_Plus:
      return im.add(e, a, repeated(v, count));
    case OO_Minus:
      return im.add(e, a, im.negate(e, repeated(v, count)));
    case OO_Star:
      return scaled(v);
    case OO_Slash:
      return scaled(im.power(e, v, -1));
    case OO_Equal:
      return repeated(v, count);
    default:
      return im.refuse(e, unknownOperator);
    }
  }

private:
  FunctionImporter &im;
  const Expr *e;
  Value a;
  bool rows;
  FloatType element;
};

} // namespace

Value importVectorwiseBinary(FunctionImporter &im, const Expr *e, OverloadedOperatorKind kind,
                             Value a, bool rows, Value v) {
  return Vectorwise(im, e, a, rows).binary(kind, v);
}

/// The number p of lpNorm<p>.
static std::optional<int64_t> normOrder(FunctionImporter &im, const FunctionDecl *callee) {
  const TemplateArgumentList *args = callee->getTemplateSpecializationArgs();
  if (!args || args->size() == 0 || args->get(0).getKind() != TemplateArgument::Integral)
    return std::nullopt;
  const int64_t p = args->get(0).getAsIntegral().getSExtValue();
  return im.sizes.standIn(p) ? std::nullopt : std::optional(p);
}

/// (Σ |a|ᵖ)^(1/p), where `sum` and `max` reduce; p = −1 is Eigen::Infinity.
template <typename Sum, typename Max>
static Value lpNorm(FunctionImporter &im, const Call &c, Sum sum, Max max) {
  std::optional<int64_t> p = normOrder(im, c.callee);
  if (!p)
    return im.refuse(c.e, "lpNorm() needs a number that is known while compiling and does not "
                          "depend on the arguments of a template; write the number");
  const std::string name = "lpNorm<" + std::to_string(*p) + ">";
  auto absolute = [&] { return im.map(c.e, "abs", c.self); };
  if (*p == 1) {
    Value y = sum(absolute());
    im.addKink(c.e, c.self, y,
               name + "() is not differentiable where an entry is 0, which adds 0 to the "
                      "derivative");
    return y;
  }
  if (*p == -1)
    return max(im.elementWise(c.e, "abs", c.self));
  if (*p < 1)
    return im.refuse(
        c.e,
        "lpNorm() is supported for p >= 1 and Eigen::Infinity; write another as a sum of powers");
  const double exponent = static_cast<double>(*p);
  Value powers = im.power(c.e, *p % 2 == 0 ? c.self : absolute(), exponent);
  Value y = im.power(c.e, sum(powers), 1 / exponent);
  im.addKinkAtZero(c.e, c.self, y, name);
  return y;
}

Value importLpNorm(FunctionImporter &im, const Call &c) {
  return lpNorm(
      im, c, [&](Value v) { return mx::isScalar(v) ? v : im.make<mx::SumOp>(c.e, v); },
      [&](Value v) {
        Call inner = c;
        inner.self = v;
        return importPick(im, inner, mx::elementType(v.getType()), true);
      });
}

Value importProd(FunctionImporter &im, const Call &c, mlir::Type shape) {
  if (mx::isScalar(c.self) || shape == c.self.getType())
    return c.self;
  return im.make<mx::ProdOp>(c.e, shape, c.self, mlir::ValueRange());
}

static const llvm::StringSet<> &vectorwiseNames() {
  static const llvm::StringSet<> names = {
      "sum",  "mean",     "norm",     "stableNorm", "blueNorm",  "hypotNorm", "squaredNorm",
      "prod", "maxCoeff", "minCoeff", "lpNorm",     "replicate", "normalized"};
  return names;
}

Value importVectorwise(FunctionImporter &im, const Call &c, bool rows) {
  Vectorwise v(im, c.e, c.self, rows);
  FloatType element = mx::elementType(c.self.getType());
  llvm::StringRef name = c.name;
  auto warnAtZero = [&](Value y) {
    im.addKinkAtZero(c.e, c.self, y, name, rows ? "a row" : "a column");
    return y;
  };
  if (name == "replicate" && c.args.size() <= 1) {
    const bool isVector = rows ? im.colsOf(c.self).is(1) : im.rowsOf(c.self).is(1);
    if (!isVector)
      return im.refuse(c.e, "replicate() is supported for a column by rows and for a row by "
                            "columns");
    std::optional<EigenType> type = eigenType(im.ast, c.e->getType());
    std::optional<int64_t> known = !type ? std::nullopt : rows ? type->cols : type->rows;
    std::optional<mx::Size> count =
        c.args.empty() ? (known ? std::optional(im.sizes.number(*known)) : std::nullopt)
                       : im.sizeFrom(c.args[0], im.expression(c.args[0]));
    if (!count)
      return {};
    // By rows a column is repeated, by columns a row is.
    return Vectorwise(im, c.e, c.self, !rows).repeated(c.self, *count);
  }
  if (!c.args.empty() || !vectorwiseNames().contains(name)) {
    std::vector<std::string> known;
    for (const auto &entry : vectorwiseNames())
      known.push_back(entry.getKey().str());
    llvm::sort(known);
    return im.refuse(c.e, "delgen has no rule for " + quoted(c.callee->getNameAsString()) +
                              " on rows or columns" + (c.args.empty() ? "" : " with arguments") +
                              "; available here: " + listed(known));
  }
  if (name == "sum")
    return v.sum(c.self);
  if (name == "mean") {
    Value count = im.toElement(c.e, im.extent(c.e, v.length()), element);
    return im.multiply(c.e, {im.power(c.e, count, -1), v.sum(c.self)});
  }
  if (name == "squaredNorm")
    return v.sumOfSquares();
  if (name == "norm" || name == "stableNorm" || name == "blueNorm" || name == "hypotNorm")
    return warnAtZero(im.power(c.e, v.sumOfSquares(), 0.5));
  if (name == "normalized")
    return warnAtZero(
        Vectorwise(im, c.e, c.self, !rows).scaled(im.power(c.e, v.sumOfSquares(), -0.5)));
  if (name == "lpNorm")
    return lpNorm(
        im, c, [&](Value a) { return v.sum(a); },
        [&](Value a) {
          Call inner = c;
          inner.self = a;
          return importPick(im, inner, v.reduced(), true);
        });
  if (name == "prod")
    return importProd(im, c, v.reduced());
  return importPick(im, c, v.reduced(), name == "maxCoeff");
}

} // namespace delgen
