//===- Inline.cpp - Calls replaced by what they call ----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pullback needs the values that its function computes on the way. Were calls kept, each
// level of them would compute these once more; inlined, they are computed once.
//
//===----------------------------------------------------------------------===//

#include "Inline.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace delgen::mx {
namespace {

/// The body of a callee in the place of one call.
class Inliner {
public:
  Inliner(CallOp call, func::FuncOp callee, llvm::StringSet<> &taken)
      : call(call), callee(callee), taken(taken), b(call) {}

  /// The value of the call; null where an operation has no meaning, which is reported.
  Value run();

private:
  void bindSizes();
  void bindSize(Size size, Size to) {
    if (size.isSymbol())
      sizes.try_emplace(size.symbol(), to);
  }
  void bindSizes(Type type, Type to) {
    if (isa<IndexType>(type))
      return;
    bindSize(rowsOf(type), rowsOf(to));
    bindSize(colsOf(type), colsOf(to));
  }
  Size fresh(llvm::StringRef wanted) {
    std::string name = wanted.str();
    for (unsigned n = 2; !taken.insert(name).second; ++n)
      name = (wanted + llvm::Twine(n)).str();
    return Size::symbol(b.getContext(), name);
  }
  Size mapped(Size size) {
    if (size.isNumber())
      return size;
    auto it = sizes.find(size.symbol());
    return it == sizes.end() ? size : it->second;
  }
  Type mapped(Type type) {
    auto matrix = dyn_cast<MatrixType>(type);
    return matrix ? shaped(mapped(matrix.getRows()), mapped(matrix.getCols()), matrix.getElement())
                  : type;
  }
  /// What `op` becomes where one of its matrices is a scalar here; null where that has no
  /// meaning.
  Value scalarized(Operation *op, llvm::ArrayRef<Value> operands, Type type);
  Value copyOf(Operation *op);

  CallOp call;
  func::FuncOp callee;
  llvm::StringSet<> &taken;
  OpBuilder b;
  IRMapping copies;
  llvm::StringMap<Size> sizes;
};

} // namespace

void Inliner::bindSizes() {
  for (auto [type, argument] : llvm::zip(callee.getArgumentTypes(), call.getArgs()))
    bindSizes(type, argument.getType());
  bindSizes(callee.getResultTypes().front(), call.getType());
  for (auto [i, argument] : llvm::enumerate(call.getArgs())) {
    llvm::StringRef symbol = paramAttr(callee, i, attr::size);
    if (symbol.empty() || sizes.contains(symbol))
      continue;
    Size own = fresh(symbol);
    BindOp::create(b, call.getLoc(), argument, b.getStringAttr(own.symbol()));
    sizes[symbol] = own;
  }
  for (auto bind : callee.getOps<BindOp>())
    sizes[bind.getSymbol()] = fresh(bind.getSymbol());
}

Value Inliner::scalarized(Operation *op, llvm::ArrayRef<Value> operands, Type type) {
  Location loc = op->getLoc();
  Value a = operands.empty() ? Value() : operands.front();
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case<HadamardOp, InnerOp, KronOp>([&](Operation *) -> Value {
        return llvm::all_of(operands, isScalar) ? multiply(b, loc, operands) : Value();
      })
      .Case<TransposeOp, TraceOp, SumOp, DiagonalOp, DiagOp, ElementOp, SliceOp, ReverseOp,
            ReshapeOp, FillOp, SymmetricOp, DetOp, EigenvaluesOp>(
          [&](Operation *) { return isScalar(a) && a.getType() == type ? a : Value(); })
      .Case([&](TriangleOp t) {
        return multiply(b, loc, {uniform(b, loc, t.diagonalFactor(), type), a});
      })
      .Case([&](InverseOp) { return pow(Entry(b, loc, a), -1); })
      .Case([&](CholeskyOp) { return pow(Entry(b, loc, a), 0.5); })
      .Case([&](LogDetOp) { return log(map("abs", Entry(b, loc, a))); })
      .Case<IdentityOp, EigenvectorsOp>([&](Operation *) { return uniform(b, loc, 1, type); })
      .Case([&](AssembleOp o) { return o.getBlocks().size() == 1 ? a : Value(); })
      .Case([&](InsertOp) { return a; })
      .Case([&](ProdOp p) { return p.getDirections().empty() ? a : Value(); })
      .Case([&](PickOp) { return operands[1]; })
      .Default([](Operation *) { return Value(); });
}

Value Inliner::copyOf(Operation *op) {
  llvm::SmallVector<Value> operands;
  for (Value operand : op->getOperands())
    operands.push_back(copies.lookup(operand));
  if (auto extent = dyn_cast<ExtentOp>(op)) {
    Size size = mapped(Size::symbol(b.getContext(), extent.getSymbol()));
    if (size.isNumber())
      return arith::ConstantIndexOp::create(b, op->getLoc(), size.number());
    return ExtentOp::create(b, op->getLoc(), b.getStringAttr(size.symbol()));
  }
  Type type = mapped(op->getResult(0).getType());
  auto becameScalar = [](Type before, Type after) {
    return isa<MatrixType>(before) && !isa<MatrixType>(after);
  };
  bool isScalarHere = becameScalar(op->getResult(0).getType(), type);
  for (auto [before, after] : llvm::zip(op->getOperands(), operands))
    isScalarHere |= becameScalar(before.getType(), after.getType());
  // These take scalars and matrices alike.
  const bool takesBoth = isa<AddOp, MulOp, CastOp, CallOp, CompareOp, SelectOp, MaxOp, MinOp, MapOp,
                             PowOp, PowerOp, Atan2Op, HypotOp, PolygammaOp>(op);
  if (isScalarHere && !takesBoth) {
    Value value = scalarized(op, operands, type);
    return value && value.getType() == type ? value : Value();
  }
  Operation *copy = b.clone(*op, copies);
  copy->getResult(0).setType(type);
  return copy->getResult(0);
}

Value Inliner::run() {
  bindSizes();
  for (auto [parameter, argument] : llvm::zip(callee.getArguments(), call.getArgs()))
    copies.map(parameter, argument);
  for (Operation &op : callee.front().without_terminator()) {
    if (auto bind = dyn_cast<BindOp>(op)) {
      Size own = sizes[bind.getSymbol()];
      BindOp::create(b, op.getLoc(), copies.lookup(bind.getA()), b.getStringAttr(own.symbol()));
      continue;
    }
    Value copy = copyOf(&op);
    if (!copy) {
      call.emitError("the gradient through this call needs '")
          << stringAttr(callee, attr::cppName)
          << "' for arguments of size 1 by 1, for which one of its operations has no meaning";
      return {};
    }
    copies.map(op.getResult(0), copy);
  }
  return copies.lookup(callee.front().getTerminator()->getOperand(0));
}

/// Inlines the calls in `f`, which stands inside of the callees in `open`.
static LogicalResult inlineCalls(func::FuncOp f, llvm::function_ref<bool(func::FuncOp)> isInlined) {
  llvm::StringSet<> taken = sizeSymbols(f);
  // What is inlined may bring calls with it, each with the callees around it.
  llvm::SmallVector<std::pair<CallOp, llvm::SmallVector<Operation *>>> pending;
  auto collect = [&](Operation *begin, Operation *end, llvm::ArrayRef<Operation *> open) {
    for (Operation *op = begin; op && op != end; op = op->getNextNode())
      if (auto call = dyn_cast<CallOp>(op))
        pending.emplace_back(call, llvm::to_vector(open));
  };
  collect(&f.front().front(), nullptr, {});
  while (!pending.empty()) {
    auto [call, open] = pending.pop_back_val();
    auto callee = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(call, call.getCalleeAttr());
    if (!callee || callee.isExternal() || !isInlined(callee))
      continue;
    if (llvm::is_contained(open, callee.getOperation()))
      return call.emitError("'") << stringAttr(callee, attr::cppName)
                                 << "' cannot be differentiated: it calls itself";
    open.push_back(callee);
    Operation *before = call->getPrevNode();
    Value value = Inliner(call, callee, taken).run();
    if (!value)
      return failure();
    collect(before ? before->getNextNode() : &f.front().front(), call, open);
    if (!nameOf(call.getResult()).empty() && value.getDefiningOp() && nameOf(value).empty())
      value.setLoc(call.getResult().getLoc());
    call.getResult().replaceAllUsesWith(value);
    call.erase();
  }
  return success();
}

LogicalResult inlineCalls(func::FuncOp f) {
  return inlineCalls(f, [](func::FuncOp) { return true; });
}

LogicalResult inlineTemplates(func::FuncOp f) {
  const bool isTemplate = f->hasAttr(attr::templated);
  return inlineCalls(
      f, [&](func::FuncOp callee) { return isTemplate || callee->hasAttr(attr::inlined); });
}

} // namespace delgen::mx
