//===- Report.cpp - What the generated functions compute ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Order.h"

#include "delgen/Emit.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"

#include "fmt/format.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace delgen {

using namespace mx;

namespace {

/// What a function computes and stores.
struct Total {
  Work work;
  Polynomial variables; ///< numbers in variables, which each iteration uses again
  Polynomial appended;  ///< numbers in lists that grow
};

/// Adds up the work of functions, loops by their trip counts.
class Counter {
public:
  explicit Counter(ModuleOp module) : module(module) {}

  Total of(func::FuncOp f) {
    if (auto known = totals.find(f); known != totals.end())
      return known->second;
    for (BlockArgument argument : f.getArguments())
      if (argument.getType().isIndex()) {
        StringRef size = paramAttr(f, argument.getArgNumber(), attr::size);
        integers[argument] = Polynomial::symbol(
            size.empty() ? paramAttr(f, argument.getArgNumber(), attr::name) : size);
      } else if (isa<ListType>(argument.getType())) {
        names[argument] = paramAttr(f, argument.getArgNumber(), attr::name).str();
      }
    Total total = f.isExternal() ? Total() : ofBlock(f.getBody().front());
    return totals[f] = total;
  }

private:
  Total ofBlock(Block &block) {
    Total total;
    for (Operation &op : block) {
      const Polynomial times = timesWritten(&op);
      Total one = ofOperation(&op);
      total.work += times * one.work;
      total.variables += one.variables;
      total.appended += one.appended;
      for (Value result : op.getResults())
        if (op.hasAttr(attr::local) &&
            (isMatrix(result) || isa<FactorizationType>(result.getType())))
          total.variables += entriesOf(result);
      if (auto append = dyn_cast<AppendOp>(op))
        total.appended +=
            isMatrix(append.getValue()) ? entriesOf(append.getValue()) : Polynomial(1);
    }
    return total;
  }

  /// An operation that is no variable is computed wherever C++ writes it.
  static double timesWritten(Operation *op) {
    if (op->hasAttr(attr::local) || op->getNumResults() != 1 || op->getNumRegions() ||
        op->use_empty())
      return 1;
    llvm::SmallPtrSet<Operation *, 4> users(op->user_begin(), op->user_end());
    double times = 0;
    for (Operation *user : users)
      times += timesWritten(user);
    return times;
  }

  Total ofOperation(Operation *op) {
    if (auto loop = dyn_cast<LoopOp>(op)) {
      passOn(loop, loop.getBody().front());
      const Polynomial trips =
          loop.isCounted() ? integer(loop.getTimes()) : Polynomial::symbol("iterations");
      Total total = ofBlock(loop.getBody().front());
      total.work = trips * total.work;
      total.appended = trips * total.appended;
      return total;
    }
    if (auto branch = dyn_cast<IfOp>(op)) {
      passOn(branch, branch.getThen().front());
      passOn(branch, branch.getOtherwise().front());
      Total then = ofBlock(branch.getThen().front());
      Total otherwise = ofBlock(branch.getOtherwise().front());
      return then.work.weight() >= otherwise.work.weight() ? then : otherwise;
    }
    if (auto columnwise = dyn_cast<ColumnwiseOp>(op)) {
      Total body = ofBlock(columnwise.getBody().front());
      body.work = colsIn(columnwise.getY()) * body.work;
      return body;
    }
    if (auto call = dyn_cast<CallOp>(op)) {
      auto callee = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(call, call.getCalleeAttr());
      Total total = of(callee);
      llvm::StringMap<Polynomial> sizes;
      for (auto [parameter, argument] : llvm::zip(callee.getArguments(), call.getArgs())) {
        if (auto matrix = dyn_cast<MatrixType>(parameter.getType())) {
          bind(sizes, matrix.getRows(), rowsIn(argument));
          bind(sizes, matrix.getCols(), colsIn(argument));
        } else if (argument.getType().isIndex()) {
          StringRef name = paramAttr(callee, parameter.getArgNumber(), attr::name);
          sizes[name] = integer(argument);
        }
      }
      auto valueOf = [&](StringRef symbol) {
        auto known = sizes.find(symbol);
        return known != sizes.end() ? known->second : Polynomial::symbol(symbol);
      };
      total.work = total.work.substitute(valueOf);
      total.variables = total.variables.substitute(valueOf);
      total.appended = total.appended.substitute(valueOf);
      return total;
    }
    return {workOf(op), {}, {}};
  }

  static void bind(llvm::StringMap<Polynomial> &sizes, Size size, Polynomial value) {
    if (size.isSymbol())
      sizes.try_emplace(size.symbol(), std::move(value));
  }

  /// The integers and lists that a body is given.
  void passOn(Operation *op, Block &body) {
    for (auto [operand, argument] : llvm::zip(outerOperands(op), outerArguments(op, body))) {
      Value outside = operand.get();
      if (outside.getType().isIndex())
        integers[argument] = integer(outside);
      else if (auto name = names.find(outside); name != names.end())
        names[argument] = name->second;
    }
  }

  /// A trip count in the terms of the user, as far as it has one.
  Polynomial integer(Value v) {
    if (auto known = integers.find(v); known != integers.end())
      return known->second;
    if (auto number = v.getDefiningOp<arith::ConstantIndexOp>())
      return static_cast<double>(number.value());
    if (auto extent = v.getDefiningOp<ExtentOp>())
      return Polynomial::symbol(extent.getSymbol());
    if (auto sum = v.getDefiningOp<arith::AddIOp>())
      return integer(sum.getLhs()) + integer(sum.getRhs());
    if (auto difference = v.getDefiningOp<arith::SubIOp>())
      return integer(difference.getLhs()) + -1.0 * integer(difference.getRhs());
    if (auto product = v.getDefiningOp<arith::MulIOp>())
      return integer(product.getLhs()) * integer(product.getRhs());
    if (auto length = v.getDefiningOp<LengthOp>())
      if (auto name = names.find(length.getA()); name != names.end())
        return Polynomial::symbol(name->second + ".size()");
    return Polynomial::symbol("iterations");
  }

  ModuleOp module;
  llvm::DenseMap<Operation *, Total> totals;
  llvm::DenseMap<Value, Polynomial> integers;
  llvm::DenseMap<Value, std::string> names;
};

/// The annotated function from which `f` comes.
func::FuncOp rootOf(func::FuncOp f) {
  while (auto base = f->getAttrOfType<FlatSymbolRefAttr>(attr::base))
    f = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(f, base);
  return f;
}

} // namespace

LogicalResult emitReport(ModuleOp module, llvm::raw_ostream &os) {
  llvm::MapVector<Operation *, SmallVector<func::FuncOp>> generated;
  for (func::FuncOp f : inOrderOfUse(module))
    generated[rootOf(f)].push_back(f);
  Counter counter(module);
  os << "# What the generated functions compute\n";
  for (const auto &[root, functions] : generated) {
    auto f = cast<func::FuncOp>(root);
    const Total value = counter.of(f);
    std::string parameters;
    for (const CppParameter &parameter : cppParameters(f))
      parameters += (parameters.empty() ? "" : ", ") + parameter.name;
    os << "\n## " << stringAttr(f, attr::cppName) << "(" << parameters << ")\n\n"
       << "| function | flops | functions | of the value | numbers stored |\n"
       << "|---|---|---|---|---|\n";
    auto row = [&](StringRef name, const Total &total) {
      const double base = value.work.weight();
      os << fmt::format("| {} | {} | {} | {} | {} |\n", name.str(), total.work.flops.text(),
                        total.work.functions.text(),
                        base > 0 ? fmt::format("{:.2f}", total.work.weight() / base) : "",
                        (total.variables + total.appended).text());
    };
    row("the value", value);
    for (func::FuncOp function : functions)
      row(stringAttr(function, attr::cppName), counter.of(function));
  }
  return success();
}

} // namespace delgen
