//===- LinearAlgebra.cpp - Factorisations, inverses and triangles ---------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"
#include "Formula.h"

#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

//===-- In C++ ------------------------------------------------------------===//

Text Expressions::factorized(Operation *op) {
  Value a = op->getOperand(0);
  if (auto f = factorizationOf(a)) {
    const Factorization &row = f.row();
    StringRef form = isa<InverseOp>(op) ? StringRef(row.inverse)
                     : isa<DetOp>(op)   ? StringRef(row.determinant)
                                        : StringRef(row.logDeterminant);
    std::string text = substitute(form, {use(a).text});
    if (size_t at = text.find("IDENTITY"); at != std::string::npos)
      text.replace(at, 8, factory(squareOf(f), "Identity").text);
    return {text, isa<LogDetOp>(op) && row.isSymmetric ? Binding::Product : Binding::Primary};
  }
  std::string matrix = useAs(a, false).within(Binding::Primary);
  if (isa<InverseOp>(op))
    return {matrix + ".inverse()"};
  if (isa<DetOp>(op))
    return {matrix + ".determinant()"};
  return {fmt::format("std::log(std::abs({}.determinant()))", matrix)};
}

Type Expressions::squareOf(FactorizeOp f) {
  Size n = rowsOf(f.getA().getType());
  return shaped(n, n, elementType(f.getA().getType()));
}

Text Expressions::factorization(FactorizeOp op) {
  return {fmt::format("{}.triangularView<Eigen::{}>()",
                      useAs(op.getA(), false).within(Binding::Primary), op.row().view.str())};
}

Text Expressions::solve(SolveOp op) {
  return {fmt::format("{}{}.solve({})", use(op.getA()).text,
                      op.getTransposed() ? ".transpose()" : "", useAs(op.getB(), false).text)};
}

Text Expressions::triangle(Operation *op) {
  auto t = dyn_cast<TriangleOp>(op);
  const bool lower = t ? t.getLower() : cast<SymmetricOp>(op).getLower();
  return {fmt::format("{}.{}<Eigen::{}>()",
                      useAs(op->getOperand(0), false).within(Binding::Primary),
                      t ? "triangularView" : "selfadjointView", lower ? "Lower" : "Upper")};
}

std::vector<std::string> Expressions::factorizationStatements(Operation *op, StringRef name) {
  if (auto f = dyn_cast<FactorizeOp>(op))
    return {fmt::format("const Eigen::{}<{}> {}({});", f.row().cpp.str(),
                        spellType(f.getA().getType(), false), name.str(),
                        useAs(f.getA(), false).text)};
  const std::string type = spellType(op->getResult(0).getType(), false);
  if (auto c = dyn_cast<CholeskyOp>(op))
    return {fmt::format("const {} {} = {}.matrixL();", type, name.str(), use(c.getA()).text)};
  auto t = cast<TriangleOp>(op);
  const double d = t.diagonalFactor();
  if (d == 1)
    return {fmt::format("const {} {} = {};", type, name.str(), triangle(t).text)};
  std::vector<std::string> lines = {fmt::format("{} {} = {}.triangularView<Eigen::Strictly{}>();",
                                                d == 0 ? "const " + type : type, name.str(),
                                                useAs(t.getA(), false).within(Binding::Primary),
                                                t.getLower() ? "Lower" : "Upper")};
  if (d != 0) {
    lines.push_back(fmt::format("{}.diagonal() = {} * {}.diagonal();", name.str(),
                                literal(d, elementType(t.getType())),
                                useAs(t.getA(), false).within(Binding::Primary)));
  }
  return lines;
}

/// (L Lᵀ)⁻¹ = L⁻ᵀ L⁻¹, of which one triangle is computed where that pays.
std::vector<std::string> Expressions::inverse(InverseOp op, StringRef name) {
  if (!isHalved(op))
    return {};
  auto f = factorizationOf(op.getA());
  const std::string type = spellType(op.getType(), false), n = name.str(),
                    half = names.helper(n + "_half");
  return {fmt::format("const {} {} = {}.matrixL().solve({});", type, half, use(op.getA()).text,
                      factory(squareOf(f), "Identity").text),
          fmt::format("{} {}{};", type, n, sizes(cast<MatrixType>(op.getType()))),
          fmt::format("if ({}.rows() < {})", n, smallestHalf),
          fmt::format("  {0}.noalias() = {1}.transpose() * {1};", n, half),
          "else",
          fmt::format("  {0}.triangularView<Eigen::Lower>() = {1}.transpose() * {1};", n, half),
          fmt::format("{0}.triangularView<Eigen::StrictlyUpper>() = {0}.transpose();", n)};
}

//===-- In formulas -------------------------------------------------------===//

/// What a factorisation makes of the matrix of which it reads a part.
Text Formula::factorizedMatrix(FactorizeOp f) {
  Value a = f.getA();
  auto read = [&](const char *name, Value of) -> Text {
    return {isLatex() ? fmt::format("\\operatorname{{{}}}\\left({}\\right)", name, use(of).text)
                      : fmt::format("{}({})", name, use(of).text)};
  };
  if (f.row().isTriangular()) {
    const bool isLowerRead = f.row().view.ends_with("Lower");
    return (isLowerRead ? isLower(a) : isUpper(a)) ? use(a)
                                                   : read(isLowerRead ? "tril" : "triu", a);
  }
  if (!f->hasAttr(attr::oneTriangle))
    return use(a);
  auto t = a.getDefiningOp<TransposeOp>();
  return read("sym", t ? t.getA() : a);
}

Text Formula::inverse(Value a, bool isTransposed) {
  const bool isLeft = rowsOf(a.getType()) != colsOf(a.getType());
  auto f = factorizationOf(a);
  std::string base = group(f ? factorizedMatrix(f) : use(a), Binding::Primary);
  if (isLatex())
    return {base + (isLeft ? "^{+" : "^{-") + (isTransposed ? "\\top}" : isLeft ? "}" : "1}")};
  return {base + (isLeft ? "⁺" : "⁻") + (isTransposed ? "ᵀ" : isLeft ? "" : "¹")};
}

Text Formula::linearAlgebra(Operation *op) {
  auto function = [&](StringRef text, StringRef latex, Value a) -> Text {
    std::string argument = use(a).text;
    return {isLatex() ? "\\operatorname{" + latex.str() + "}\\left(" + argument + "\\right)"
                      : text.str() + "(" + argument + ")"};
  };
  if (auto f = dyn_cast<FactorizeOp>(op))
    return factorizedMatrix(f);
  if (auto s = dyn_cast<SolveOp>(op))
    return {inverse(s.getA(), s.getTransposed()).text + " " +
                group(use(s.getB()), Binding::Product),
            Binding::Product};
  if (auto i = dyn_cast<InverseOp>(op))
    return inverse(i.getA(), false);
  if (auto d = dyn_cast<DetOp>(op))
    return function("det", "det", d.getA());
  if (auto d = dyn_cast<LogDetOp>(op))
    return {isLatex() ? "\\log\\left|\\det " + group(use(d.getA()), Binding::Primary) + "\\right|"
                      : "log|det(" + use(d.getA()).text + ")|"};
  if (auto c = dyn_cast<CholeskyOp>(op))
    return function("chol", "chol", c.getA());
  auto t = cast<TriangleOp>(op);
  // Whole, without and with half of the diagonal.
  const double d = t.diagonalFactor();
  std::string name = t.getLower() ? "tril" : "triu";
  if (d != 1)
    name += d == 0 ? (isLatex() ? "_{0}" : "₀") : d == 0.5 ? (isLatex() ? "_{1/2}" : "½") : "";
  return function(name, name, t.getA());
}

} // namespace delgen
