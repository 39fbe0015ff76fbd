//===- Choices.cpp - Comparisons, choices and functions of two values in C++ ===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

#include <cmath>
#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

//===-- Conditions --------------------------------------------------------===//

std::string Expressions::localType(Value v) {
  if (isa<ListType>(v.getType()))
    return listType(v);
  if (!isConditionLocal(v))
    return spellType(names.variable(v)->type, isArrayLocal(v));
  auto matrix = dyn_cast<MatrixType>(v.getType());
  if (!matrix)
    return "bool";
  return fmt::format("Eigen::Array<bool, {}, {}>", generic.size(matrix.getRows()),
                     generic.size(matrix.getCols()));
}

/// `v` beside a sign of comparison.
std::string Expressions::operand(Value v) {
  return useAs(v, true).within(inlined<SelectOp>(v) ? Binding::Primary : Binding::Sum);
}

/// The integer that a real number is made of, as C++ compares it.
std::optional<std::string> Expressions::wholeNumber(Value v) {
  if (auto real = inlined<RealOp>(v))
    return index(real.getA()).within(Binding::Sum);
  auto number = v.getDefiningOp<ConstantOp>();
  if (number && number.number() == std::floor(number.number()) && std::abs(number.number()) < 1e9)
    return std::to_string(static_cast<int64_t>(number.number()));
  return std::nullopt;
}

/// True where `v` is a parameter of type bool as a number.
bool Expressions::isBool(Value v) {
  auto real = inlined<RealOp>(v);
  auto argument = real ? dyn_cast<BlockArgument>(names.outer(real.getA())) : BlockArgument();
  if (!argument || argument.getOwner() != &f.front())
    return false;
  StringRef type = paramAttr(f, argument.getArgNumber(), attr::type);
  type.consume_front("const ");
  type.consume_back("&");
  return type.trim() == "bool";
}

std::string Expressions::comparison(CompareOp op) {
  StringRef relation = op.getRelation();
  const char *sign = relation == "lt"   ? "<"
                     : relation == "le" ? "<="
                     : relation == "gt" ? ">"
                     : relation == "ge" ? ">="
                     : relation == "eq" ? "=="
                                        : "!=";
  if (isScalar(op) && flags.contains(names.variable(op.getA())))
    return (relation == "eq" ? "!" : "") + condition(op.getA(), false);
  if (isScalar(op)) {
    auto a = wholeNumber(op.getA()), b = wholeNumber(op.getB());
    const bool areIntegers = a && b && (inlined<RealOp>(op.getA()) || inlined<RealOp>(op.getB()));
    // A bool is its own comparison with 0.
    if (areIntegers && *b == "0" && (relation == "eq" || relation == "ne") && isBool(op.getA()))
      return (relation == "ne" ? "" : "!") + use(inlined<RealOp>(op.getA()).getA()).text;
    if (areIntegers)
      return fmt::format("{} {} {}", *a, sign, *b);
  }
  // A number compares with an array as it is.
  auto fillA = inlined<FillOp>(op.getA()), fillB = inlined<FillOp>(op.getB());
  auto side = [&](Value v, FillOp fill, FillOp other) {
    return operand(fill && !other ? fill.getA() : v);
  };
  return fmt::format("{} {} {}", side(op.getA(), fillA, fillB), sign,
                     side(op.getB(), fillB, FillOp()));
}

/// A condition as a bool or an array of bool, which binds less tightly than a sum.
std::string Expressions::condition(Value v, bool isPart) {
  v = names.outer(v);
  if (!names[v].empty()) {
    std::string name = useAs(v, isMatrix(v)).text;
    if (isConditionLocal(v))
      return names[v].str();
    std::string test = name + " != " + literal(0, elementType(v.getType()));
    return isPart ? "(" + test + ")" : test;
  }
  return spelledCondition(v, isPart);
}

std::string Expressions::spelledCondition(Value v, bool isPart) {
  if (auto cast = v.getDefiningOp<CastOp>(); cast && isCondition(v))
    return condition(cast.getA(), isPart);
  if (auto compare = v.getDefiningOp<CompareOp>())
    return isPart && isMatrix(v) ? "(" + comparison(compare) + ")" : comparison(compare);
  Operation *op = v.getDefiningOp();
  if (isCondition(v)) {
    std::string text;
    const char *sign = isa<MaxOp>(op) ? " || " : " && ";
    for (Value part : op->getOperands()) {
      std::string one = condition(part, true);
      if (!isa_and_nonnull<CompareOp>(part.getDefiningOp()) && names[part].empty())
        one = "(" + one + ")";
      text += (text.empty() ? "" : sign) + one;
    }
    return text;
  }
  return fmt::format("{} != {}", operand(v), literal(0, elementType(v.getType())));
}

Text Expressions::compare(CompareOp op) {
  std::string type = spellScalar(elementType(op.getType()));
  if (isScalar(op))
    return {fmt::format("static_cast<{}>({})", type, comparison(op))};
  return {fmt::format("({}).cast<{}>()", comparison(op), type), Binding::Primary, Binding::Primary,
          true};
}

Text Expressions::select(SelectOp op) {
  auto fillA = inlined<FillOp>(op.getA()), fillB = inlined<FillOp>(op.getB());
  if (isScalar(op)) {
    // The last side may be a choice itself.
    auto side = [&](Value v) {
      return inlined<SelectOp>(v) ? use(v).within(Binding::Primary) : use(v).text;
    };
    return {fmt::format("{} ? {} : {}", condition(op.getCondition(), false), side(op.getA()),
                        side(op.getB())),
            Binding::Sum};
  }
  // One condition for the whole matrix: both sides are objects of one type.
  if (auto fill = inlined<FillOp>(op.getCondition())) {
    const bool array = use(op.getA()).array || use(op.getB()).array;
    std::string type = spellType(op.getType(), array);
    return {fmt::format("({} ? {}({}) : {}({}))", condition(fill.getA(), false), type,
                        useAs(op.getA(), array).text, type, useAs(op.getB(), array).text),
            Binding::Primary, Binding::Primary, array};
  }
  // A number stands for itself, but not on both sides.
  const bool isNumber = fillA && !fillB;
  const bool array =
      (!isNumber && use(op.getA()).array) || (!fillB && use(op.getB()).array) || (fillA && fillB);
  std::string first = isNumber ? use(fillA.getA()).text : useAs(op.getA(), array).text;
  std::string second = fillB ? use(fillB.getA()).text : useAs(op.getB(), array).text;
  std::string c = condition(op.getCondition(), false);
  if (!(isConditionLocal(op.getCondition()) && !names[op.getCondition()].empty()))
    c = "(" + c + ")";
  return {fmt::format("{}.select({}, {})", c, first, second), Binding::Primary, Binding::Primary,
          array};
}

//===-- Functions of two values -------------------------------------------===//

Text Expressions::extremum(Operation *op) {
  const bool isMax = isa<MaxOp>(op);
  Value a = op->getOperand(0), b = op->getOperand(1);
  if (isScalar(a))
    return {fmt::format("std::{}({}, {})", isMax ? "max" : "min", use(a).text, use(b).text)};
  if (inlined<FillOp>(a) && !inlined<FillOp>(b))
    std::swap(a, b);
  const bool array = use(a).array;
  auto fill = inlined<FillOp>(b);
  const char *name = array ? (isMax ? "max" : "min") : (isMax ? "cwiseMax" : "cwiseMin");
  return {fmt::format("{}.{}({})", use(a).within(Binding::Primary), name,
                      fill ? use(fill.getA()).text : useAs(b, array).text),
          Binding::Primary, Binding::Primary, array};
}

Text Expressions::pair(Operation *op) {
  const char *name = isa<Atan2Op>(op) ? "atan2" : "hypot";
  Value a = op->getOperand(0), b = op->getOperand(1);
  if (isScalar(a))
    return {fmt::format("std::{}({}, {})", name, use(a).text, use(b).text)};
  std::string type = spellScalar(elementType(a.getType()));
  const std::string s = names.parameter("s"), t = names.parameter("t");
  return {fmt::format("{}.binaryExpr({}, []({} {}, {} {}) {{ return std::{}({}, {}); }})",
                      useAs(a, true).within(Binding::Primary), useAs(b, true).text, type, s, type,
                      t, name, s, t),
          Binding::Primary, Binding::Primary, true};
}

Text Expressions::polygamma(PolygammaOp op) {
  std::string type = spellScalar(elementType(op.getType()));
  const int64_t order = op.order();
  auto of = [&](const std::string &a) {
    return order == -1 ? "std::lgamma(" + a + ")"
           : order == 0
               ? "Eigen::numext::digamma(" + a + ")"
               : fmt::format("Eigen::numext::polygamma({}, {})",
                             literal(static_cast<double>(order), elementType(op.getType())), a);
  };
  if (isScalar(op))
    return {of(use(op.getA()).text)};
  std::string a = useAs(op.getA(), true).within(Binding::Primary), s = names.parameter("s");
  return {order <= 0
              ? a + (order == 0 ? ".digamma()" : ".lgamma()")
              : fmt::format("{0}.unaryExpr([]({1} {2}) {{ return {3}; }})", a, type, s, of(s)),
          Binding::Primary, Binding::Primary, true};
}

Text Expressions::power(PowerOp op) {
  Value a = op.getA(), b = op.getB();
  if (isScalar(a))
    return {fmt::format("std::pow({}, {})", use(a).text, use(b).text)};
  std::string exponent = useAs(b, true).text;
  if (auto fill = inlined<FillOp>(a); fill && isMatrix(b))
    return {fmt::format("Eigen::pow({}, {})", use(fill.getA()).text, exponent), Binding::Primary,
            Binding::Primary, true};
  return {fmt::format("{}.pow({})", useAs(a, true).within(Binding::Primary), exponent),
          Binding::Primary, Binding::Primary, true};
}

//===-- Vectors of ones ---------------------------------------------------===//

/// l r where one of the two is a vector of ones: sums of rows and columns, and repeated
/// vectors.
std::optional<Text> Expressions::productWithOnes(Value l, Value r) {
  auto size = [&](Size s) { return this->size(s).text; };
  auto lType = cast<MatrixType>(l.getType()), rType = cast<MatrixType>(r.getType());
  // Views of a matrix by rows are those of its transpose by columns.
  auto reduced = [&](Value v, bool byRows) -> Text {
    auto t = inlined<TransposeOp>(v);
    Text a = use(t ? t.getA() : v);
    std::string text =
        a.within(Binding::Primary) + (byRows != bool(t) ? ".rowwise().sum()" : ".colwise().sum()");
    return {t ? text + ".transpose()" : text, Binding::Primary, Binding::Primary, a.array};
  };
  if (constantValue(r) == 1.0 && rType.isColumn())
    return reduced(l, true);
  if (constantValue(l) == 1.0 && lType.isRow())
    return reduced(r, false);
  if (constantValue(r) == 1.0 && rType.isRow() && lType.isColumn()) {
    Text a = use(l);
    return Text{
        fmt::format("{}.replicate(1, {})", a.within(Binding::Primary), size(rType.getCols())),
        Binding::Primary, Binding::Primary, a.array};
  }
  if (constantValue(l) == 1.0 && lType.isColumn() && rType.isRow()) {
    Text a = use(r);
    return Text{
        fmt::format("{}.replicate({}, 1)", a.within(Binding::Primary), size(lType.getRows())),
        Binding::Primary, Binding::Primary, a.array};
  }
  return std::nullopt;
}

} // namespace delgen
