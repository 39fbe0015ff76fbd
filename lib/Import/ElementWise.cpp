//===- ElementWise.cpp - Functions of each entry and of scalars -----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/StringSwitch.h"

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

bool isElementWise(llvm::StringRef name) {
  return exponentOf(name) || mx::lookupFunction(name) || name == "log2" || name == "log10" ||
         name == "exp2";
}

Value FunctionImporter::elementWise(const Expr *e, llvm::StringRef name, Value x) {
  if (std::optional<double> exponent = exponentOf(name))
    return power(e, x, *exponent);
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

Value importPower(FunctionImporter &im, const Call &c, Value base, const Expr *exponent) {
  if (eigenType(im.ast, exponent->getType()))
    return im.refuse(c.e, "delgen has no rule for pow() with an exponent for each entry; write it "
                          "with exp() and log()");
  FloatType element = mx::elementType(base.getType());
  Value p = im.real(exponent, element);
  if (!p)
    return p;
  if (auto number = p.getDefiningOp<mx::ConstantOp>())
    return im.power(c.e, base, number.number());
  return im.make<mx::PowerOp>(c.e, base, p);
}

std::vector<std::string> elementWiseNames() {
  std::vector<std::string> names = {"abs2", "cube",  "exp2", "inverse", "log10",
                                    "log2", "rsqrt", "sqrt", "square"};
  for (const mx::Function &f : mx::MapOp::table())
    names.push_back(f.name.str());
  return names;
}

//===-- <cmath> -----------------------------------------------------------===//

Value FunctionImporter::mathFunction(const Call &c) {
  FloatType element = floatType(c.e->getType());
  llvm::StringRef name = c.name;
  // C has a name for each type: sinf.
  if (element && element.isF32() && name.ends_with("f") && !mx::lookupFunction(name))
    name = name.drop_back();
  if (element && name == "pow" && c.args.size() == 2) {
    Value base = real(c.args[0], element);
    return base ? importPower(*this, c, base, c.args[1]) : base;
  }
  // What is named after a power in Eigen need not mean one here.
  auto isKnown = [](llvm::StringRef f) { return f == "sqrt" || !exponentOf(f); };
  if (element && c.args.size() == 1 && isElementWise(name) && isKnown(name)) {
    Value x = real(c.args[0], element);
    return x ? elementWise(c.e, name, x) : x;
  }
  std::vector<std::string> known = elementWiseNames();
  llvm::erase_if(known, [&](const std::string &f) { return !isKnown(f); });
  known.push_back("pow");
  llvm::sort(known);
  report.error(c.e, "delgen has no rule for " + quoted(c.callee->getQualifiedNameAsString()))
      .note(c.e->getExprLoc(), "available here: " + listed(known));
  return {};
}

} // namespace delgen
