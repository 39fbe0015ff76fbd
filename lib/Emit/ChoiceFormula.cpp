//===- ChoiceFormula.cpp - Choices and reductions as mathematics ----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formula.h"

#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/TypeSwitch.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

/// a > b
std::string Formula::comparison(CompareOp op) {
  StringRef relation = op.getRelation();
  const char *sign = relation == "lt"   ? "<"
                     : relation == "le" ? (isLatex() ? "\\leq" : "≤")
                     : relation == "gt" ? ">"
                     : relation == "ge" ? (isLatex() ? "\\geq" : "≥")
                     : relation == "eq" ? "="
                                        : (isLatex() ? "\\neq" : "≠");
  return fmt::format("{} {} {}", use(op.getA()).text, sign, use(op.getB()).text);
}

/// What decides a choice, without what says that it is a number.
std::string Formula::condition(Value v) {
  if (auto fill = v.getDefiningOp<FillOp>())
    v = fill.getA();
  v = names.outer(v);
  Operation *op = v.getDefiningOp();
  auto isPart = [](Value part) { return bool(part.getDefiningOp<CompareOp>()); };
  if (op && !isNamed(v)) {
    if (auto compare = dyn_cast<CompareOp>(op))
      return comparison(compare);
    if (isa<MulOp, HadamardOp, MaxOp>(op) && llvm::all_of(op->getOperands(), isPart)) {
      const StringRef word = isa<MaxOp>(op) ? "or" : "and";
      const std::string between =
          isLatex() ? " \\text{ " + word.str() + " } " : " " + word.str() + " ";
      std::string text;
      for (Value part : op->getOperands())
        text += (text.empty() ? "" : between) + condition(part);
      return text;
    }
  }
  return use(v).text + (isLatex() ? " \\neq 0" : " ≠ 0");
}

/// What of a matrix a reduction runs over, behind its name; empty where it is everything.
static StringRef suffix(Over over) { return over == Over::Everything ? "" : wordFor(over); }
static StringRef reduced(Operation *op) {
  return suffix(reducedOver(op->getOperand(0).getType(), op->getResult(0).getType()));
}

std::optional<Text> Formula::choice(Operation *op) {
  auto named = [&](StringRef name, StringRef over) {
    if (isLatex())
      return "\\" + (name == "prod" ? "operatorname{prod}" : name.str()) +
             (over.empty() ? "" : "_{\\text{" + over.str() + "}}");
    return name.str() + (over.empty() ? "" : "_" + over.str());
  };
  auto applied = [&](const std::string &name, const std::string &arguments) {
    return Text{isLatex() ? name + "\\left(" + arguments + "\\right)"
                          : name + "(" + arguments + ")"};
  };
  auto placeOf = [&](StringRef extremum, StringRef over, Value a) {
    std::string where = isLatex() ? "\\operatorname{arg\\," + extremum.str() + "}" +
                                        (over.empty() ? "" : "_{\\text{" + over.str() + "}}")
                                  : named(("arg" + extremum).str(), over);
    return applied(where, use(a).text).text;
  };
  auto listed = [&](Value a, ValueRange directions) {
    std::string arguments = use(a).text;
    for (auto [k, d] : llvm::enumerate(directions))
      arguments += (k == 0 ? "; " : ", ") + use(d).text;
    return arguments;
  };
  return llvm::TypeSwitch<Operation *, std::optional<Text>>(op)
      .Case([&](CompareOp c) {
        // Iverson's bracket: a number that is 1 where the condition holds.
        std::string text = comparison(c);
        return Text{isLatex() ? "\\left[" + text + "\\right]" : "[" + text + "]"};
      })
      .Case([&](ColumnwiseOp c) { return columnwise(c); })
      .Case([&](SelectOp s) {
        std::string a = use(s.getA()).text, b = use(s.getB()).text;
        return chosen(a, condition(s.getCondition()), b);
      })
      .Case([&](PickOp p) {
        if (p.getA() == p.getB())
          return applied(named(p.getExtremum(), reduced(p)), use(p.getA()).text);
        std::string b = group(use(p.getB()), Binding::Primary);
        std::string place = placeOf(p.getExtremum(), reduced(p), p.getA());
        return Text{isLatex() ? b + "_{" + place + "}" : b + "[" + place + "]"};
      })
      .Case([&](ProdOp p) {
        return applied(named("prod", reduced(p)), listed(p.getA(), p.getDirections()));
      })
      .Case([&](ExtremalOp e) {
        // One at the place, zero elsewhere.
        return applied(isLatex() ? "\\operatorname{onehot}" : "onehot",
                       placeOf(e.getExtremum(), suffix(*overCalled(e.getOver())), e.getA()));
      })
      .Case([&](ProdOthersOp p) {
        const StringRef over = suffix(*overCalled(p.getOver()));
        const std::string name = isLatex()
                                     ? "\\operatorname{prod}^{\\text{others}}" +
                                           (over.empty() ? "" : "_{\\text{" + over.str() + "}}")
                                     : "prod_others" + (over.empty() ? "" : "_" + over.str());
        return applied(name, listed(p.getA(), p.getDirections()));
      })
      .Case([&](PolygammaOp p) {
        const int64_t order = p.order();
        std::string k = std::to_string(order);
        std::string name = isLatex() ? (order < 0    ? "\\log\\Gamma"
                                        : order == 0 ? "\\psi"
                                                     : "\\psi^{(" + k + ")}")
                                     : (order < 0    ? "log Γ"
                                        : order == 0 ? "ψ"
                                                     : "ψ^(" + k + ")");
        return applied(name, use(p.getA()).text);
      })
      .Default([](Operation *) { return std::nullopt; });
}

} // namespace delgen
