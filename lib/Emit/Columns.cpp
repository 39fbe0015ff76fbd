//===- Columns.cpp - Matrices made column by column or by one triangle ----===//
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

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

//===-- In C++ ------------------------------------------------------------===//

/// vec⁻¹ of each column of s (A ⊗ B) transposed: s A e_k (B e_l)ᵀ.
std::vector<std::string> Expressions::dyads(ColumnwiseOp op, StringRef name) {
  Value v = op.getColumns().front();
  llvm::SmallVector<Value> scalars;
  if (auto mul = v.getDefiningOp<MulOp>()) {
    scalars.assign(mul.getFactors().begin(), std::prev(mul.getFactors().end()));
    v = mul.getFactors().back();
  }
  auto kron = v.getDefiningOp<KronOp>();
  auto type = cast<MatrixType>(op.getType());
  const std::string i = names.helper("i"), j = names.helper("j");
  const Size outer = colsOf(kron.getA().getType()), inner = colsOf(kron.getB().getType());
  auto column = [&](Value matrix, const std::string &of) {
    return useAs(matrix, false).within(Binding::Primary) + ".col(" + of + ")";
  };
  std::string left = column(kron.getA(), i);
  auto number = scalars.size() == 1 ? scalars.front().getDefiningOp<ConstantOp>() : ConstantOp();
  if (number && number.number() == -1)
    left = "-" + left;
  else if (!scalars.empty())
    left =
        (scalars.size() == 1 ? use(scalars.front()) : product(scalars)).within(Binding::Product) +
        " * " + left;
  auto shape = cast<MatrixType>(op.getBody().front().back().getOperand(0).getType());
  auto loop = [&](const std::string &index, Size count) {
    return fmt::format("for (Eigen::Index {0} = 0; {0} < {1}; ++{0})", index, size(count).text);
  };
  return {fmt::format("{} {}{};", spellType(type, false), name.str(), sizes(type)), loop(i, outer),
          "  " + loop(j, inner),
          fmt::format("    {}.col({} * {} + {}).reshaped{}.noalias() = {} * {}.transpose();",
                      name.str(), i, size(inner).within(Binding::Unary), j, this->shape(shape),
                      left, column(kron.getB(), j))};
}

std::vector<std::string> Expressions::columnwise(ColumnwiseOp op, StringRef name) {
  if (op->hasAttr(attr::dyads))
    return dyads(op, name);
  auto type = cast<MatrixType>(op.getType());
  Block &body = op.getBody().front();
  const std::string j = names.helper("j"), t = name.str();
  for (auto [columns, argument] : llvm::zip(op.getColumns(), body.getArguments())) {
    std::string matrix = useAs(columns, false).within(Binding::Primary);
    auto shape = dyn_cast<MatrixType>(argument.getType());
    // A row that is the transpose of a column is read from that.
    auto turned = inlined<TransposeOp>(columns);
    passed[argument] = {
        !shape && turned
            ? fmt::format("{}({})", useAs(turned.getA(), false).within(Binding::Primary), j)
        : !shape && isVector(columns) ? fmt::format("{}({})", matrix, j)
        : !shape                      ? fmt::format("{}(0, {})", matrix, j)
        : shape.isColumn()            ? fmt::format("{}.col({})", matrix, j)
        : shape.isRow() ? fmt::format("{}.col({}).transpose()", matrix, j)
                        : fmt::format("{}.col({}).reshaped{}", matrix, j, this->shape(shape))};
  }
  for (auto [other, argument] :
       llvm::zip(op.getOthers(), body.getArguments().drop_front(op.getColumns().size())))
    passed[argument] = use(other);

  // Its size is not that of one of its columns.
  const std::string declaration =
      names.declares(op) ? fmt::format("{} {}{};", spellType(type, false), t, sizes(type)) : "";
  scopes.push_back(&body);
  std::vector<std::string> before = block(body);
  auto end = llvm::scope_exit([&] { scopes.pop_back(); });
  Value v = body.back().getOperand(0);
  auto shape = dyn_cast<MatrixType>(v.getType());
  std::string target = fmt::format("{}.col({})", t, j);
  std::vector<std::string> lines;
  if (!declaration.empty())
    lines.push_back(declaration);
  lines.push_back(fmt::format("for (Eigen::Index {0} = 0; {0} < {1}; ++{0})", j,
                              type.getCols().isNumber() ? std::to_string(type.getCols().number())
                                                        : t + ".cols()"));
  auto add = [&](const std::string &line) { lines.push_back("  " + line); };
  if (!before.empty()) {
    lines.back() += " {";
    llvm::for_each(before, add);
  }
  if (Operation *last = names[v].empty() ? v.getDefiningOp() : nullptr)
    if (const std::string part = names.helper("y"); shape)
      if (auto own = statements(last, part); !own.empty()) {
        if (before.empty())
          lines.back() += " {";
        llvm::for_each(own, add);
        add(target + " = " + part + ".reshaped();");
        lines.emplace_back("}");
        return lines;
      }
  if (!shape)
    add(fmt::format("{}(0, {}) = {};", t, j, use(v).text));
  else if (shape.isColumn())
    add(written(target, v, names.variable(op)));
  else if (shape.isRow())
    add(fmt::format("{} = {}.transpose();", target, useAs(v, false).within(Binding::Primary)));
  else
    add(written(target + ".reshaped" + this->shape(shape), v));
  if (!before.empty())
    lines.emplace_back("}");
  return lines;
}

/// The scalars of s I or s diag(v), and what stands on the diagonal.
static std::pair<llvm::SmallVector<Value>, Value> onDiagonal(Value term) {
  llvm::SmallVector<Value> scalars;
  if (auto mul = term.getDefiningOp<MulOp>();
      mul && llvm::all_of(mul.getFactors().drop_back(), isScalar)) {
    llvm::append_range(scalars, mul.getFactors().drop_back());
    term = mul.getFactors().back();
  }
  if (term.getDefiningOp<IdentityOp>() || term.getDefiningOp<DiagOp>())
    return {scalars, term};
  return {};
}

std::vector<std::string> Expressions::mirror(MirrorOp op, StringRef name) {
  auto type = cast<MatrixType>(op.getType());
  const std::string h = name.str(), spelled = spellType(type, false);
  llvm::SmallVector<Value> terms = {op.getA()};
  if (auto add = inlined<AddOp>(op.getA()))
    terms.assign(add.getTerms().begin(), add.getTerms().end());
  // Eigen takes s (A B) for a sum, of which it computes all, and (s A) B for a product.
  auto opened = [&](Value v) {
    llvm::SmallVector<Value> factors;
    for (auto mul = inlined<MulOp>(v); mul; mul = inlined<MulOp>(factors.pop_back_val())) {
      llvm::append_range(factors, mul.getFactors());
      if (llvm::count_if(mul.getFactors(), isMatrix) > 1 || !inlined<MulOp>(factors.back()))
        break;
    }
    return factors;
  };
  auto isProduct = [&](Value v) { return llvm::count_if(opened(v), isMatrix) > 1; };
  const std::string mirrored =
      fmt::format("{0}.triangularView<Eigen::StrictlyUpper>() = {0}.transpose();", h);
  // Eigen computes one triangle of a product that is assigned to one; that does not pay where
  // the sizes are fixed.
  const bool isFixed = type.getRows().isNumber();
  const bool isWhole = isFixed || llvm::none_of(terms, isProduct);
  auto isAddedToDiagonal = [&](Value term) {
    Value diagonal = onDiagonal(term).second;
    return diagonal && names[term].empty() && names[diagonal].empty();
  };
  llvm::SmallVector<Value> rest;
  llvm::copy_if(terms, std::back_inserter(rest), [&](Value t) { return !isAddedToDiagonal(t); });
  if (isWhole && (rest.empty() || rest.size() == terms.size()))
    return {fmt::format("{} {} = {};", spelled, h, useAs(op.getA(), false).text), mirrored};

  std::vector<std::string> lines = {fmt::format("{} {}{};", spelled, h, sizes(type))};
  if (isWhole)
    lines = {
        fmt::format("{} {} = {};", spelled, h,
                    convert(rest.size() == 1 ? use(rest.front()) : sum(rest), type, false).text)};
  // Products first: the first term is assigned.
  llvm::SmallVector<Value> ordered;
  for (int wanted : {0, 1, 2})
    llvm::copy_if(terms, std::back_inserter(ordered), [&](Value v) {
      return wanted == (isProduct(v) ? 0 : onDiagonal(v).second ? 2 : 1);
    });
  bool isFirst = true;
  for (Value term : ordered) {
    auto [scalars, diagonal] = onDiagonal(term);
    if (isWhole && !isAddedToDiagonal(term))
      continue;
    if (isAddedToDiagonal(term)) {
      const bool isUnit = bool(diagonal.getDefiningOp<IdentityOp>());
      Text text = isUnit && scalars.empty() ? Text{literal(1, type.getElement())} : Text{};
      llvm::SmallVector<Value> factors = scalars;
      if (auto d = diagonal.getDefiningOp<DiagOp>()) {
        Value v = d.getA();
        factors.push_back(v);
        if (cast<MatrixType>(v.getType()).isRow())
          text = {useAs(v, false).within(Binding::Primary) + ".transpose()"};
      }
      if (text.text.empty())
        text = factors.size() == 1 ? use(factors.front()) : product(factors);
      if (isUnit)
        lines.push_back(fmt::format("{}.diagonal().array() += {};", h, text.text));
      else
        lines.push_back(
            fmt::format("{}.diagonal() += {};", h, convert(text, diagonal.getType(), false).text));
      continue;
    }
    Text text = convert(isProduct(term) ? product(opened(term)) : use(term), term.getType(), false);
    const bool isSubtracted = !isFirst && isNegative(term) && StringRef(text.text).starts_with("-");
    if (isSubtracted)
      text.text.erase(0, 1);
    const char *way = isFirst ? "" : isSubtracted ? "-" : "+";
    std::string triangle =
        fmt::format("{}.triangularView<Eigen::Lower>() {}= {};", h, way, text.text);
    // Half a product costs more than a whole one where it is small, unless it is of two vectors.
    if (isProduct(term) && llvm::none_of(opened(term), isVector)) {
      lines.push_back(fmt::format("if ({}.rows() < {})", h, smallestHalf));
      lines.push_back(fmt::format("  {}.noalias() {}= {};", h, way, text.text));
      lines.emplace_back("else");
      triangle.insert(0, "  ");
    }
    lines.push_back(triangle);
    isFirst = false;
  }
  lines.push_back(mirrored);
  return lines;
}

//===-- In formulas -------------------------------------------------------===//

/// The columns and rows whose outer products make up `op`, where each column of it is a sum of
/// columns times numbers; empty for anything else.
static llvm::SmallVector<std::pair<Value, Value>> dyadsOf(ColumnwiseOp op) {
  Block &body = op.getBody().front();
  auto sum = body.back().getOperand(0).getDefiningOp<AddOp>();
  llvm::SmallVector<std::pair<Value, Value>> dyads;
  for (Value term : sum ? ValueRange(sum.getTerms()) : ValueRange()) {
    auto product = term.getDefiningOp<MulOp>();
    if (!product || product.getFactors().size() != 2)
      return {};
    auto number = dyn_cast<BlockArgument>(product.getFactors()[0]);
    auto column = dyn_cast<BlockArgument>(product.getFactors()[1]);
    const size_t count = op.getColumns().size();
    if (!number || !column || !isScalar(number) || number.getArgNumber() >= count ||
        !rowsOf(op.getColumns()[number.getArgNumber()].getType()).is(1) ||
        column.getArgNumber() < count)
      return {};
    dyads.push_back(
        {op.getOthers()[column.getArgNumber() - count], op.getColumns()[number.getArgNumber()]});
  }
  return dyads;
}

Text Formula::columnwise(ColumnwiseOp op) {
  if (auto dyads = dyadsOf(op); !dyads.empty()) {
    llvm::SmallVector<Text> terms;
    for (auto [column, row] : dyads)
      terms.push_back(product({column, row}, " "));
    return sum(terms);
  }
  Block &body = op.getBody().front();
  std::string arguments, columns;
  for (auto [matrix, argument] : llvm::zip(op.getColumns(), body.getArguments())) {
    const bool isPlain = isMatrix(argument) && !isVector(argument);
    constexpr StringLiteral letters[] = {"u", "v", "w"};
    const unsigned i = argument.getArgNumber();
    std::string name = names.parameter(isPlain                  ? "M"
                                       : i < std::size(letters) ? letters[i].str()
                                                                : fmt::format("u{}", i));
    directions[argument] = name;
    arguments += (arguments.empty() ? "" : ", ") + name;
    columns += (columns.empty() ? "" : ", ") + use(matrix).text;
  }
  for (auto [other, argument] :
       llvm::zip(op.getOthers(), body.getArguments().drop_front(op.getColumns().size())))
    directions[argument] = group(use(other), Binding::Primary);
  std::string made = use(body.back().getOperand(0)).text;
  if (op.getColumns().size() > 1)
    arguments = "(" + arguments + ")";
  return {isLatex() ? fmt::format("\\left({} \\mapsto {}\\right)\\left[{}\\right]", arguments, made,
                                  columns)
                    : fmt::format("({} ↦ {})[{}]", arguments, made, columns)};
}

} // namespace delgen
