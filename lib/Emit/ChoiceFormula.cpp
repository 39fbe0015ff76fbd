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

/// What of a matrix a reduction runs over, behind its name.
static std::string reduced(Operation *op) {
  Type from = op->getOperand(0).getType(), to = op->getResult(0).getType();
  if (isa<FloatType>(to))
    return "";
  return rowsOf(to) == rowsOf(from) ? "rows" : "cols";
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
  return llvm::TypeSwitch<Operation *, std::optional<Text>>(op)
      .Case([&](CompareOp c) {
        // Iverson's bracket: a number that is 1 where the condition holds.
        std::string text = comparison(c);
        return Text{isLatex() ? "\\left[" + text + "\\right]" : "[" + text + "]"};
      })
      .Case([&](ColumnwiseOp c) { return columnwise(c); })
      .Case([&](SelectOp s) {
        std::string a = use(s.getA()).text, b = use(s.getB()).text;
        std::string c = condition(s.getCondition());
        return Text{isLatex()
                        ? fmt::format("\\begin{{cases}} {} & {} \\\\ {} & \\text{{otherwise}} "
                                      "\\end{{cases}}",
                                      a, c, b)
                        : fmt::format("({} if {} else {})", a, c, b)};
      })
      .Case([&](PickOp p) {
        if (p.getA() == p.getB())
          return applied(named(p.getExtremum(), reduced(p)), use(p.getA()).text);
        std::string b = group(use(p.getB()), Binding::Primary);
        std::string where = isLatex()
                                ? "\\operatorname{arg\\," + p.getExtremum().str() + "}" +
                                      (reduced(p).empty() ? "" : "_{\\text{" + reduced(p) + "}}")
                                : named(("arg" + p.getExtremum()).str(), reduced(p));
        std::string place = applied(where, use(p.getA()).text).text;
        return Text{isLatex() ? b + "_{" + place + "}" : b + "[" + place + "]"};
      })
      .Case([&](ProdOp p) {
        std::string arguments = use(p.getA()).text;
        for (auto [k, d] : llvm::enumerate(p.getDirections()))
          arguments += (k == 0 ? "; " : ", ") + use(d).text;
        return applied(named("prod", reduced(p)), arguments);
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
