//===- Eigenvalues.cpp - Cross and Kronecker products, eigenvalues in C++ -===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

bool Expressions::mayBeDynamic(Value v) {
  if (!names[v].empty() && !isa<BlockArgument>(v))
    return false; // a local variable has the type of its shape
  if (auto argument = dyn_cast<BlockArgument>(v))
    return argument.getOwner() == &f.front() &&
           bool(f.getArgAttr(argument.getArgNumber(), attr::dynamic));
  return v.getDefiningOp<CallOp>() ||
         llvm::any_of(v.getDefiningOp()->getOperands(),
                      [&](Value operand) { return isMatrix(operand) && mayBeDynamic(operand); });
}

Text Expressions::cross(CrossOp op) {
  // Eigen takes a cross product of vectors only that have three entries by their type.
  auto operand = [&](Value v) {
    Text text = useAs(v, false);
    return mayBeDynamic(v) ? Text{fmt::format("{}({})", spellType(v.getType(), false), text.text)}
                           : text;
  };
  return {operand(op.getA()).within(Binding::Primary) + ".cross(" + operand(op.getB()).text + ")"};
}

Text Expressions::kron(KronOp op) {
  // Each entry of the left is multiplied by the whole of the right.
  auto operand = [&](Value v) {
    const bool isObject = isa<BlockArgument>(v) || !names[v].empty() || inlined<KronOp>(v);
    Text text = useAs(v, false);
    return isObject ? text.text : text.within(Binding::Primary) + ".eval()";
  };
  return {fmt::format("Eigen::kroneckerProduct({}, {}).eval()", operand(op.getA()),
                      operand(op.getB()))};
}

std::vector<std::string>
Expressions::blocks(Value whole, Type count, Type block,
                    llvm::function_ref<std::string(std::string, std::string)> statement) {
  const std::string object = useAs(whole, false).within(Binding::Primary);
  const std::string i = names.helper("i"), j = names.helper("j");
  auto times = [&](const std::string &index, Size size) {
    return size.is(1) ? index : index + " * " + this->size(size).within(Binding::Unary);
  };
  const Size rows = rowsOf(block), cols = colsOf(block);
  const std::string corner = times(i, rows) + ", " + times(j, cols);
  const std::string extent = size(rows).text + ", " + size(cols).text;
  const std::string part = rows.isNumber() && cols.isNumber()
                               ? fmt::format("{}.block<{}>({})", object, extent, corner)
                               : fmt::format("{}.block({}, {})", object, corner, extent);
  return {
      fmt::format("for (Eigen::Index {0} = 0; {0} < {1}; ++{0}) {{", j, size(colsOf(count)).text),
      fmt::format("  for (Eigen::Index {0} = 0; {0} < {1}; ++{0}) {{", i, size(rowsOf(count)).text),
      "    " + statement(i + ", " + j, part),
      "  }",
      "}",
  };
}

std::vector<std::string> Expressions::blockInner(BlockInnerOp op, StringRef name) {
  auto type = cast<MatrixType>(op.getType());
  const std::string b = useAs(op.getB(), false).text;
  std::vector<std::string> lines = {
      fmt::format("{} {}{};", spellType(type, false), name.str(), sizes(type))};
  llvm::append_range(
      lines, blocks(op.getA(), type, op.getB().getType(), [&](auto place, auto block) {
        return fmt::format("{}({}) = {}.cwiseProduct({}).sum();", name.str(), place, block, b);
      }));
  return lines;
}

std::vector<std::string> Expressions::blockSum(BlockSumOp op, StringRef name) {
  const std::string a = use(op.getA()).within(Binding::Primary);
  std::vector<std::string> lines = {fmt::format("{} {} = {};", spellType(op.getType(), false),
                                                name.str(), factory(op.getType(), "Zero").text)};
  llvm::append_range(
      lines, blocks(op.getB(), op.getA().getType(), op.getType(), [&](auto place, auto block) {
        return fmt::format("{} += {}({}) * {};", name.str(), a, place, block);
      }));
  return lines;
}

//===-- Eigenvalues -------------------------------------------------------===//

std::vector<std::string> Expressions::eigen(Operation *op, StringRef name) {
  Value a = op->getOperand(0);
  const std::string solver = names.solver(a).str();
  std::vector<std::string> lines;
  if (solvers.insert(a).second) {
    const std::string matrix = useAs(a, false).text;
    const bool needsVectors = llvm::any_of(a.getUsers(), llvm::IsaPred<EigenvectorsOp>);
    lines.push_back(fmt::format("const Eigen::SelfAdjointEigenSolver<{}> {}({}{});",
                                spellType(a.getType(), false), solver, matrix,
                                needsVectors ? "" : ", Eigen::EigenvaluesOnly"));
  }
  lines.push_back(fmt::format("const {}& {} = {}.{}();",
                              spellType(op->getResult(0).getType(), false), name.str(), solver,
                              isa<EigenvaluesOp>(op) ? "eigenvalues" : "eigenvectors"));
  return lines;
}

std::vector<std::string> Expressions::gaps(GapsOp op, StringRef name) {
  const std::string a = useAs(op.getA(), false).within(Binding::Primary);
  const Size rows = rowsOf(op.getType());
  const std::string n = rows.isNumber() ? std::to_string(rows.number()) : a + ".size()";
  const std::string g = name.str();
  const std::string one = literal(1, elementType(op.getType()));
  return {fmt::format("{} {} = {};", spellType(op.getType(), false), g,
                      factory(op.getType(), "Zero").text),
          fmt::format("for (Eigen::Index j = 0; j < {}; ++j)", n),
          fmt::format("  for (Eigen::Index i = 0; i < {}; ++i)", n), "    if (i != j)",
          fmt::format("      {0}(i, j) = {1} / ({2}(j) - {2}(i));", g, one, a)};
}

} // namespace delgen
