//===- ElementWise.cpp - Functions of each entry and of scalars -----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

#include <limits>
#include <numbers>

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- By name -----------------------------------------------------------===//

static std::optional<double> exponentOf(llvm::StringRef name) {
  return llvm::StringSwitch<std::optional<double>>(name)
      .Case("sqrt", 0.5)
      .Case("rsqrt", -0.5)
      .Case("square", 2)
      .Case("abs2", 2)
      .Case("cube", 3)
      .Case("inverse", -1)
      .Default(std::nullopt);
}

/// The row of ElementWise.td that another name means.
static llvm::StringRef synonymOf(llvm::StringRef name) {
  return llvm::StringSwitch<llvm::StringRef>(name)
      .Case("fabs", "abs")
      .Case("nearbyint", "rint")
      .Default(name);
}

/// The order of the polygamma function that `name` is.
static std::optional<int64_t> gammaOrder(llvm::StringRef name) {
  return llvm::StringSwitch<std::optional<int64_t>>(name)
      .Case("lgamma", -1)
      .Case("digamma", 0)
      .Default(std::nullopt);
}

bool isElementWise(llvm::StringRef name) {
  return exponentOf(name) || mx::lookupFunction(name) || gammaOrder(name) || name == "log2" ||
         name == "log10" || name == "exp2";
}

Value FunctionImporter::elementWise(const Expr *e, llvm::StringRef name, Value x) {
  if (std::optional<double> exponent = exponentOf(name)) {
    Value y = power(e, x, *exponent);
    // The norm, in other words.
    if (auto square = x.getDefiningOp<mx::InnerOp>();
        square && *exponent == 0.5 && square.getA() == square.getB())
      addKink(e, square.getA(), y,
              "sqrt() of a squared norm is not differentiable where that is 0; derivatives there "
              "are NaN");
    return y;
  }
  if (std::optional<int64_t> order = gammaOrder(name))
    return make<mx::PolygammaOp>(e, x, b.getI64IntegerAttr(*order));
  FloatType element = mx::elementType(x.getType());
  auto scaled = [&](double factor, Value v) {
    return multiply(e, {constant(e, factor, element), v});
  };
  if (name == "log2")
    return scaled(std::numbers::log2e, map(e, "log", x));
  if (name == "log10")
    return scaled(std::numbers::log10e, map(e, "log", x));
  if (name == "exp2")
    return map(e, "exp", scaled(std::numbers::ln2, x));
  const mx::Function *row = mx::lookupFunction(name);
  Value y = map(e, name, x);
  if (!row->kinks.empty())
    addKink(e, x, y, name + "() is not differentiable at " + row->kinks);
  return y;
}

Value FunctionImporter::raise(const Expr *e, Value base, Value exponent) {
  if (auto number = exponent.getDefiningOp<mx::ConstantOp>())
    return power(e, base, number.number());
  // One exponent serves all entries; a base does not.
  if ((mx::isMatrix(exponent) && !spread(e, base, exponent)) || !sameElements(e, base, exponent))
    return {};
  return make<mx::PowerOp>(e, base, exponent);
}

Value importPower(FunctionImporter &im, const Call &c, const Expr *base, const Expr *exponent) {
  Value x = base == c.object ? c.self : im.expression(base), p = im.expression(exponent);
  if (!x || !p)
    return {};
  // A number beside an array is one of its entries' type.
  const bool isBaseNumber = base->getType()->isArithmeticType();
  FloatType element = mx::elementType((isBaseNumber ? p : x).getType());
  if (isBaseNumber)
    x = im.toElement(c.e, x, element);
  if (exponent->getType()->isArithmeticType())
    p = im.toElement(c.e, p, element);
  return im.raise(c.e, x, p);
}

std::vector<std::string> elementWiseNames() {
  std::vector<std::string> names = {"abs2",  "cube", "exp2",   "inverse", "log10",  "log2",
                                    "rsqrt", "sqrt", "square", "lgamma",  "digamma"};
  for (const mx::Function &f : mx::MapOp::table())
    names.push_back(f.name.str());
  return names;
}

//===-- <cmath> and <algorithm> --------------------------------------------===//

/// The entries of `std::max({x, y, z})`; empty for anything else.
static llvm::ArrayRef<const Expr *> listedValues(const Expr *e) {
  e = e->IgnoreImplicit();
  while (true) {
    const Expr *inner = e;
    if (auto *list = dyn_cast<CXXStdInitializerListExpr>(inner))
      inner = list->getSubExpr();
    inner = inner->IgnoreImplicit();
    if (auto *list = dyn_cast<InitListExpr>(inner))
      return {reinterpret_cast<const Expr *const *>(list->getInits()), list->getNumInits()};
    if (inner == e)
      return {};
    e = inner;
  }
}

/// a - b n, where n is a / b, a whole number after `rounding`.
Value FunctionImporter::remainder(const Expr *e, llvm::StringRef rounding, Value a, Value b) {
  Value quotient = arithmetic(e, BO_Div, a, b);
  Value whole = quotient ? elementWise(e, rounding, quotient) : Value();
  Value multiple = whole ? arithmetic(e, BO_Mul, b, whole) : Value();
  return multiple ? arithmetic(e, BO_Sub, a, multiple) : Value();
}

/// |a|, below zero where b is.
Value FunctionImporter::withSign(const Expr *e, Value a, Value b) {
  FloatType element = mx::elementType(b.getType());
  Value size = elementWise(e, "abs", a), isBelow = compare(e, "lt", b, constant(e, 0, element));
  return size && isBelow ? select(e, isBelow, negate(e, size), size) : Value();
}

/// Whether a number is finite, infinite or no number: it equals itself, or not, and the largest of
/// its type is as large, or not. So each has its opposite in the opposite relations.
Value FunctionImporter::numberClass(const Expr *e, llvm::StringRef name, Value x) {
  auto relate = [&](llvm::StringRef relation, Value a, Value c) -> Value {
    return make<mx::CompareOp>(e, a, c, b.getStringAttr(relation));
  };
  FloatType element = mx::elementType(x.getType());
  if (name == "isnan")
    return relate("ne", x, x);
  const double largest =
      element.isF32() ? std::numeric_limits<float>::max() : std::numeric_limits<double>::max();
  Value size = make<mx::MapOp>(e, x, b.getStringAttr("abs"));
  return both(e, false, relate("eq", x, x),
              relate(name == "isfinite" ? "le" : "gt", size, constant(e, largest, element)));
}

/// The function of several numbers that `name` is; nothing where it is none.
std::optional<Value> FunctionImporter::functionOfSeveral(const Expr *e, llvm::StringRef name,
                                                         llvm::ArrayRef<Value> x) {
  if (x.size() == 2) {
    Value a = x[0], b = x[1];
    auto pair = [&]<typename Op>(Op) -> Value {
      if (!spread(e, a, b))
        return {};
      Value y = make<Op>(e, a, b);
      for (Value side : {a, b})
        addKink(e, side, y,
                name + "() is not differentiable where both are 0; derivatives there "
                       "are NaN");
      return y;
    };
    if (name == "pow")
      return raise(e, a, b);
    if (name == "atan2")
      return pair(mx::Atan2Op());
    if (name == "hypot")
      return pair(mx::HypotOp());
    if (name == "max" || name == "fmax" || name == "min" || name == "fmin")
      return extremum(e, name.ends_with("max"), a, b);
    if (name == "fmod" || name == "remainder")
      return remainder(e, name == "fmod" ? "trunc" : "rint", a, b);
    if (name == "copysign")
      return withSign(e, a, b);
    if (name == "fdim") {
      Value difference = spread(e, a, b) ? add(e, a, negate(e, b)) : Value();
      return difference ? extremum(e, true, difference,
                                   constant(e, 0, mx::elementType(difference.getType())))
                        : Value();
    }
  }
  if (x.size() == 3) {
    if (name == "hypot") {
      std::optional<Value> first = functionOfSeveral(e, name, x.take_front(2));
      return *first ? functionOfSeveral(e, name, {*first, x[2]}) : first;
    }
    if (name == "fma") {
      Value product = arithmetic(e, BO_Mul, x[0], x[1]);
      return product ? arithmetic(e, BO_Add, product, x[2]) : product;
    }
    if (name == "lerp") {
      Value step = arithmetic(e, BO_Sub, x[1], x[0]);
      step = step ? arithmetic(e, BO_Mul, x[2], step) : step;
      return step ? arithmetic(e, BO_Add, x[0], step) : step;
    }
    if (name == "clamp") {
      // std::clamp returns the value itself where it is equal to a bound.
      Value above = extremum(e, true, x[0], x[1]);
      return above ? extremum(e, false, above, x[2]) : above;
    }
  }
  return std::nullopt;
}

Value FunctionImporter::mathFunction(const Call &c) {
  // What functionOfSeveral and numberClass know.
  static const llvm::StringSet<> several = {"atan2", "clamp", "copysign", "fdim",     "fma",
                                            "fmax",  "fmin",  "fmod",     "hypot",    "lerp",
                                            "max",   "min",   "pow",      "remainder"};
  static const llvm::StringSet<> classes = {"isfinite", "isinf", "isnan"};
  FloatType element = computedType(c.e->getType());
  llvm::StringRef name = c.name;
  // C has a name for each type: sinf.
  if (element && element.isF32() && name.ends_with("f") && !mx::lookupFunction(name))
    name = name.drop_back();
  name = synonymOf(name);
  // What is named after a power in Eigen need not mean one here, and what Eigen or delgen
  // itself has is not in <cmath>.
  const bool isEigen = isInNamespace(c.callee, "Eigen");
  auto isKnown = [&](llvm::StringRef f) {
    if (f == "digamma" || f == "logistic" || f == "sign")
      return isEigen;
    return f != "softplus" && (f == "sqrt" || !exponentOf(f) || (isEigen && f == "rsqrt"));
  };
  if (isEigen && (name == "maxi" || name == "mini"))
    name = name.drop_back();
  if (element) {
    llvm::SmallVector<const Expr *> given(c.args.begin(), c.args.end());
    const bool isList = given.size() == 1 && (name == "max" || name == "min");
    if (isList) {
      llvm::ArrayRef<const Expr *> values = listedValues(c.args[0]);
      given.assign(values.begin(), values.end());
    }
    const bool isOne = given.size() == 1 && isElementWise(name) && isKnown(name);
    if (isOne) {
      Value x = real(given[0], element);
      return x ? elementWise(c.e, name, x) : x;
    }
    // Not std::max(a, b, compare).
    const bool areNumbers = llvm::all_of(given, [](const Expr *a) {
      return a->getType().getNonReferenceType()->isArithmeticType();
    });
    if (several.contains(name) && areNumbers && !given.empty()) {
      llvm::SmallVector<Value> x;
      for (const Expr *argument : given)
        x.push_back(real(argument, element));
      if (llvm::is_contained(x, Value()))
        return {};
      if (isList) {
        Value y = x.front();
        for (Value next : llvm::drop_begin(x))
          y = y ? extremum(c.e, name == "max", y, next) : y;
        return y;
      }
      if (std::optional<Value> y = functionOfSeveral(c.e, name, x))
        return *y;
    }
  }
  if (c.args.size() == 1 && classes.contains(name))
    if (FloatType own = floatType(c.args[0]->getType().getNonReferenceType())) {
      Value x = real(c.args[0], own);
      return x ? numberClass(c.e, name, x) : x;
    }
  static const llvm::StringSet<> ofIntegers = {"min", "max", "abs", "labs", "llabs", "clamp"};
  QualType type = c.e->getType().getNonReferenceType();
  if (type->isIntegerType() && !type->isBooleanType() && !isEigen && ofIntegers.contains(name)) {
    llvm::SmallVector<const Expr *> given(c.args.begin(), c.args.end());
    if (given.size() == 1 && name != "abs" && !name.ends_with("labs")) {
      llvm::ArrayRef<const Expr *> values = listedValues(c.args[0]);
      given.assign(values.begin(), values.end());
    }
    llvm::SmallVector<Value> x;
    for (const Expr *argument : given)
      x.push_back(argument->getType().getNonReferenceType()->isIntegerType() ? expression(argument)
                                                                             : Value());
    if (!llvm::is_contained(x, Value()) && !x.empty())
      return integerFunction(c.e, name.ends_with("labs") ? "abs" : name, x);
    if (report.hasErrors())
      return {};
  }
  std::vector<std::string> known = elementWiseNames();
  llvm::erase_if(known, [&](const std::string &f) { return !isKnown(f); });
  for (const llvm::StringSet<> &names :
       {several, classes, llvm::StringSet<>({"fabs", "nearbyint"})})
    for (const auto &name : names)
      known.push_back(name.getKey().str());
  llvm::sort(known);
  report
      .error(c.e, "delgen has no rule for " + quoted(c.callee->getQualifiedNameAsString()) +
                      whyRefused(c.name))
      .note(c.e->getExprLoc(), similarNames(c.name, known));
  return {};
}

} // namespace delgen
