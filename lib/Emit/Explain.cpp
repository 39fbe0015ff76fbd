//===- Explain.cpp - What was decided, in words -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The decisions are read off the scheduled functions: how products are associated, what is
// computed once, which half of a matrix, column by column, in the place of what.
//
//===----------------------------------------------------------------------===//

#include "Formula.h"
#include "Order.h"

#include "delgen/Emit.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Work.h"

#include "llvm/ADT/StringSet.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {
namespace {

/// A factor of a chain of products, maybe transposed.
struct Leaf {
  Value v;
  bool isTransposed;

  Polynomial rows() const { return isTransposed ? colsIn(v) : rowsIn(v); }
  Polynomial cols() const { return isTransposed ? rowsIn(v) : colsIn(v); }
  bool scales() const { return bool(v.getDefiningOp<DiagOp>()); }
};

class Explanation {
public:
  Explanation(func::FuncOp f, const Names &names)
      : f(f), names(names), formula(f, names, Notation::Text) {}

  std::vector<std::string> lines() {
    f.walk<WalkOrder::PreOrder>([&](Operation *op) { explain(op); });
    return std::move(all);
  }

private:
  void add(std::string line) {
    if (said.insert(line).second)
      all.push_back(std::move(line));
  }

  /// `v` as formulas write it, if that is short.
  std::string text(Value v) {
    std::string full = formula.text(v);
    constexpr size_t longest = 48;
    return columns(full) <= longest ? full : names[v].empty() ? "an expression" : names[v].str();
  }
  /// The same for a part of something, which is rather named.
  std::string object(Value v) {
    std::string full = formula.text(v);
    constexpr size_t longest = 24;
    return columns(full) <= longest || names[v].empty() ? full : names[v].str();
  }

  void explain(Operation *op);
  void explainProduct(Operation *op);
  void explainVariable(Value v);

  /// What is computed of each entry where `v` stands.
  static unsigned entrywiseOperations(Value v, bool isWhole) {
    Operation *op = v.getDefiningOp();
    auto mul = dyn_cast_or_null<MulOp>(op);
    const bool isScaled = mul && llvm::count_if(mul.getFactors(), isMatrix) == 1;
    if (!op || !isMatrix(v) || (!isWhole && op->hasAttr(attr::local)) ||
        !(isScaled || isa<AddOp, HadamardOp, MapOp, PowOp>(op)))
      return 0;
    unsigned total = op->getNumOperands() > 1 ? op->getNumOperands() - 1 : 1;
    for (Value operand : op->getOperands())
      total += entrywiseOperations(operand, false);
    return total;
  }

  //===-- Chains of products ----------------------------------------------===//

  static MulOp productOf(Value v) {
    auto mul = v.getDefiningOp<MulOp>();
    return mul && llvm::count_if(mul.getFactors(), isMatrix) > 1 ? mul : MulOp();
  }
  /// True for a product that is a factor of another, and of nothing else.
  static bool isInner(Value v) { return v.hasOneUse() && !v.getDefiningOp()->hasAttr(attr::local); }

  /// Flattens the product and adds up what it costs as it is associated.
  std::string flatten(Value v, bool isTransposed, bool isWhole, llvm::SmallVector<Leaf> &leaves,
                      Polynomial &cost) {
    if (auto t = v.getDefiningOp<TransposeOp>(); t && productOf(t.getA()))
      return flatten(t.getA(), !isTransposed, isWhole, leaves, cost);
    if (auto half = v.getDefiningOp<MirrorOp>(); half && v.hasOneUse() && !isWhole)
      v = half.getA();
    MulOp mul = productOf(v);
    if (!mul || !(isWhole || isInner(v))) {
      if (auto t = v.getDefiningOp<TransposeOp>()) {
        v = t.getA();
        isTransposed = !isTransposed;
      }
      leaves.push_back({v, isTransposed});
      std::string name = object(v);
      if (name.find(' ') != std::string::npos)
        name = "(" + name + ")";
      return name + (isTransposed ? "ᵀ" : "");
    }
    llvm::SmallVector<Value> factors;
    llvm::copy_if(mul.getFactors(), std::back_inserter(factors), isMatrix);
    cost += productFlops(factors);
    if (isTransposed)
      std::reverse(factors.begin(), factors.end());
    std::string all;
    for (Value factor : factors) {
      const size_t before = leaves.size();
      std::string part = flatten(factor, isTransposed, false, leaves, cost);
      if (leaves.size() > before + 1)
        part = "(" + part + ")";
      all += (all.empty() ? "" : " ") + part;
    }
    return all;
  }

  /// The same from left to right.
  static Polynomial leftToRight(llvm::ArrayRef<Leaf> leaves) {
    Polynomial total, rows = leaves.front().rows();
    bool isScale = leaves.front().scales();
    for (size_t i = 1; i < leaves.size(); ++i) {
      const bool scales = isScale || leaves[i].scales();
      total +=
          (scales ? Polynomial(1) : Polynomial(2) * leaves[i].rows()) * rows * leaves[i].cols();
      isScale = false;
    }
    return total;
  }

  func::FuncOp f;
  const Names &names;
  Formula formula;
  std::vector<std::string> all;
  llvm::StringSet<> said;
};

void Explanation::explainProduct(Operation *op) {
  llvm::SmallVector<Leaf> leaves;
  Polynomial cost;
  std::string spelled;
  if (auto inner = dyn_cast<InnerOp>(op)) {
    if (inner.getA() == inner.getB() || !isVector(inner.getA()))
      return;
    spelled = flatten(inner.getA(), true, false, leaves, cost);
    if (leaves.size() > 1)
      spelled = "(" + spelled + ")";
    const size_t before = leaves.size();
    std::string right = flatten(inner.getB(), false, false, leaves, cost);
    spelled += " " + (leaves.size() > before + 1 ? "(" + right + ")" : right);
    cost += Polynomial(2) * entriesOf(inner.getA());
  } else {
    Value v = op->getResult(0);
    // A part of a larger product is explained there.
    if (isInner(v)) {
      Operation *user = *v.user_begin();
      if (isa<TransposeOp>(user) && user->hasOneUse())
        user = *user->user_begin();
      if ((isa<MulOp>(user) && productOf(user->getResult(0))) || isa<InnerOp>(user))
        return;
    }
    spelled = flatten(v, false, true, leaves, cost);
  }
  if (leaves.size() < 3)
    return;
  const Polynomial written = leftToRight(leaves);
  std::string line = fmt::format("multiplies {}: {} operations", spelled, cost.text());
  if (written.text() != cost.text())
    line += fmt::format(", from left to right {}", written.text());
  add(line);
}

void Explanation::explainVariable(Value v) {
  Operation *op = v.getDefiningOp();
  const Storage::Variable *variable = names.variable(v);
  if (!variable)
    return;
  const std::string name = names[v].str();
  if (names.reuses(v))
    add(fmt::format("writes {} to the memory of {}, which is read no more", text(v), name));
  else if (names.overwrites(v) && (!isa<SolveOp>(op) || v.hasOneUse()))
    add(fmt::format("changes {} in place, for what it held is read no more", name));
  else if (isa<MulOp, MapOp, SolveOp, InverseOp>(op) && isMatrix(v) && !v.hasOneUse())
    add(fmt::format("computes {} once and uses it {} times",
                    formula.text(v) == name ? name : text(v),
                    std::distance(v.use_begin(), v.use_end())));
}

void Explanation::explain(Operation *op) {
  if (isa<MulOp, InnerOp>(op)) {
    if (isa<InnerOp>(op) || productOf(op->getResult(0)))
      explainProduct(op);
    if (op->hasAttr(attr::start))
      add(fmt::format("computes {} in the memory of what is made of it", text(op->getResult(0))));
  }
  if (auto factorization = dyn_cast<FactorizeOp>(op)) {
    const auto uses = std::distance(op->user_begin(), op->user_end());
    const std::string of = object(factorization.getA());
    std::string kind = factorization.getKind().upper();
    if (!factorization.row().isTriangular())
      add(uses > 1 ? fmt::format("factorises {} once ({}) and uses that {} times", of, kind, uses)
                   : fmt::format("factorises {} ({})", of, kind));
  }
  if (auto inverse = dyn_cast<InverseOp>(op); inverse && isHalved(inverse))
    add("inverts by one triangle: A⁻¹ = L⁻ᵀ L⁻¹ is symmetric");
  if (auto mirror = dyn_cast<MirrorOp>(op))
    add(fmt::format("computes one triangle of {}, which is symmetric, and copies it",
                    text(mirror.getA())));
  if (auto columns = dyn_cast<ColumnwiseOp>(op))
    add(fmt::format("makes {} column by column, in one pass over its entries",
                    names[columns].str()));
  if (auto loop = dyn_cast<LoopOp>(op))
    if (auto moved = loop->getAttrOfType<IntegerAttr>(attr::hoisted))
      add(fmt::format("moves {} that {} the same in each iteration in front of a loop",
                      moved.getInt() == 1 ? "a computation"
                                          : fmt::format("{} computations", moved.getInt()),
                      moved.getInt() == 1 ? "is" : "are"));
  for (Value v : op->getResults())
    if (!isa<IndexType>(v.getType()))
      explainVariable(v);
  constexpr unsigned few = 3;
  auto explainPass = [&](Value v, const std::string &name) {
    if (const unsigned count = entrywiseOperations(v, true); count > few)
      add(fmt::format("computes {} in one pass, {} operations for each entry", name, count));
  };
  if (op->hasAttr(attr::local) && op->getNumResults() == 1)
    explainPass(op->getResult(0), names[op->getResult(0)].str());
  if (op == f.front().getTerminator())
    for (Value v : op->getOperands())
      if (v.getDefiningOp() && !v.getDefiningOp()->hasAttr(attr::local))
        explainPass(v, op->getNumOperands() > 1 ? "a result" : "the result");
}

} // namespace

LogicalResult emitExplanation(ModuleOp module, llvm::raw_ostream &os) {
  llvm::StringSet<> reserved;
  for (func::FuncOp f : inOrderOfUse(module)) {
    Names names(f, reserved);
    std::vector<std::string> lines = Explanation(f, names).lines();
    // What the sizes are called.
    std::string sizes;
    llvm::SmallVector<Type> known;
    for (BlockArgument argument : f.getArguments()) {
      auto type = dyn_cast<MatrixType>(argument.getType());
      if (!type || !(type.getRows().isSymbol() || type.getCols().isSymbol()) ||
          llvm::is_contained(known, type))
        continue;
      known.push_back(type);
      sizes += fmt::format("{}{}: {}", sizes.empty() ? "" : ", ", names[argument].str(),
                           rowsIn(argument).text());
      if (!type.isColumn())
        sizes += " × " + colsIn(argument).text();
    }
    os << stringAttr(f, attr::cppName) << (sizes.empty() ? "" : " (" + sizes + ")") << ":\n";
    if (lines.empty())
      os << "  nothing to decide\n";
    for (const std::string &line : lines)
      os << "  " << line << "\n";
  }
  return success();
}

} // namespace delgen
