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
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"
#include "delgen/Mx/Sizes.h"

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
    if (!isa<MatrixType, FloatType>(type))
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
    if (auto list = dyn_cast<ListType>(type))
      return ListType::get(type.getContext(), mapped(list.getElement()));
    auto matrix = dyn_cast<MatrixType>(type);
    return matrix ? shaped(mapped(matrix.getRows()), mapped(matrix.getCols()), matrix.getElement())
                  : type;
  }
  /// What `op` becomes where one of its matrices is a scalar here; null where that has no
  /// meaning.
  Value scalarized(Operation *op, llvm::ArrayRef<Value> operands, Type type);
  Value copyOf(Operation *op);
  /// Copies the operations of a body; false where one has no meaning.
  bool copyBody(Block &from);
  bool copyControl(Operation *op);
  /// Makes a number of `copy`, whose type in the callee is `type`.
  void becomesNumber(Type type, Value copy);
  /// Gives the sizes that only the callee knows, of entries of lists and of what loops carry,
  /// names of their own: at another call they are other sizes.
  void renameOwn();

  CallOp call;
  func::FuncOp callee;
  llvm::StringSet<> &taken;
  OpBuilder b;
  IRMapping copies;
  llvm::StringMap<Size> sizes;
  /// Sizes that are told where the call stands.
  llvm::StringSet<> outside;
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
  outside = sizesIn(call->getBlock()->getArguments());
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

/// True unless `op`, whose result has the type `type`, puts a number into a list of matrices or
/// reads one from it.
static bool holdsOneKind(Operation *op, llvm::ArrayRef<Value> operands, Type type) {
  auto isMatrices = [](Type list) { return isa<MatrixType>(cast<ListType>(list).getElement()); };
  return llvm::TypeSwitch<Operation *, bool>(op)
      .Case([&](AtOp) { return isMatrices(operands[0].getType()) == isa<MatrixType>(type); })
      .Case<SetAtOp, AppendOp>(
          [&](Operation *) { return isMatrices(type) != isScalar(operands.back()); })
      .Case([&](MakeListOp) {
        return llvm::none_of(operands, [&](Value v) { return isMatrices(type) == isScalar(v); });
      })
      .Default(true);
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
  if (isa<DimOp>(op) && isScalar(operands.front()))
    return arith::ConstantIndexOp::create(b, op->getLoc(), 1);
  Type type = mapped(op->getResult(0).getType());
  auto becameScalar = [](Type before, Type after) {
    return isa<MatrixType>(before) && !isa<MatrixType>(after);
  };
  bool isScalarHere = becameScalar(op->getResult(0).getType(), type);
  for (auto [before, after] : llvm::zip(op->getOperands(), operands))
    isScalarHere |= becameScalar(before.getType(), after.getType());
  // These take scalars and matrices alike.
  const bool takesBoth =
      isa<AddOp, MulOp, CastOp, CallOp, CompareOp, SelectOp, MaxOp, MinOp, MapOp, PowOp, PowerOp,
          Atan2Op, HypotOp, PolygammaOp, AtOp, SetAtOp, AppendOp, MakeListOp>(op);
  if (isScalarHere && !takesBoth) {
    Value value = scalarized(op, operands, type);
    return value && value.getType() == type ? value : Value();
  }
  if (isScalarHere && !holdsOneKind(op, operands, type))
    return {};
  Operation *copy = b.clone(*op, copies);
  copy->getResult(0).setType(type);
  return copy->getResult(0);
}

Value Inliner::run() {
  bindSizes();
  for (auto [parameter, argument] : llvm::zip(callee.getArguments(), call.getArgs()))
    copies.map(parameter, argument);
  renameOwn();
  if (!copyBody(callee.front())) {
    call.emitError("this call gives '")
        << stringAttr(callee, attr::cppName)
        << "' matrices with one entry, which are numbers here, and something in it needs a matrix; "
           "pass matrices of dynamic size, or write a function that takes numbers";
    return {};
  }
  return copies.lookup(callee.front().getTerminator()->getOperand(0));
}

void Inliner::renameOwn() {
  auto rename = [&](Type type) {
    if (auto matrix = dyn_cast<MatrixType>(type))
      for (Size size : {matrix.getRows(), matrix.getCols()})
        if (size.isSymbol() && !sizes.contains(size.symbol()))
          sizes[size.symbol()] = fresh(size.symbol());
  };
  callee.walk([&](Operation *op) {
    llvm::for_each(op->getResultTypes(), rename);
    for (Region &region : op->getRegions())
      llvm::for_each(region.getArgumentTypes(), rename);
    if (auto bind = dyn_cast<BindOp>(op); bind && !sizes.contains(bind.getSymbol()))
      sizes[bind.getSymbol()] = fresh(bind.getSymbol());
  });
}

bool Inliner::copyBody(Block &from) {
  for (Operation &op : from.without_terminator()) {
    if (auto bind = dyn_cast<BindOp>(op)) {
      Size own = sizes[bind.getSymbol()];
      if (own.isSymbol() && !outside.contains(own.symbol()))
        BindOp::create(b, op.getLoc(), copies.lookup(bind.getA()), b.getStringAttr(own.symbol()));
    } else if (isControl(&op)) {
      if (!copyControl(&op))
        return false;
    } else {
      Value copy = copyOf(&op);
      if (!copy)
        return false;
      copies.map(op.getResult(0), copy);
    }
  }
  return true;
}

/// True where each result of a loop or branch is a number wherever it comes from, or a matrix.
static bool isOfOneKind(Operation *op) {
  auto differ = [](auto values, auto others) {
    return llvm::any_of(llvm::zip(values, others), [](auto pair) {
      return isScalar(std::get<0>(pair)) != isScalar(std::get<1>(pair));
    });
  };
  if (auto loop = dyn_cast<LoopOp>(op))
    return !differ(loop.getInits(), loop.getResults()) &&
           !differ(loop.getCarried(), loop.getResults()) &&
           !differ(loop.getYielded(), loop.getResults());
  return llvm::none_of(op->getRegions(), [&](Region &region) {
    return differ(region.front().getTerminator()->getOperands(), op->getResults());
  });
}

void Inliner::becomesNumber(Type type, Value copy) {
  auto matrix = dyn_cast<MatrixType>(type);
  if (!matrix)
    return;
  for (Size size : {matrix.getRows(), matrix.getCols()})
    if (size.isSymbol())
      sizes[size.symbol()] = Size::number(b.getContext(), 1);
  copy.setType(mapped(type));
}

bool Inliner::copyControl(Operation *op) {
  OperationState state(op->getLoc(), op->getName());
  for (Value operand : op->getOperands())
    state.operands.push_back(copies.lookup(operand));
  for (Type type : op->getResultTypes())
    state.types.push_back(mapped(type));
  state.propertiesAttr = op->getPropertiesAsAttribute();
  for (unsigned i = 0; i < op->getNumRegions(); ++i)
    state.addRegion();
  Operation *copy = b.create(state);
  for (auto [from, to] : llvm::zip(op->getRegions(), copy->getRegions())) {
    OpBuilder::InsertionGuard guard(b);
    Block *body = b.createBlock(&to);
    for (BlockArgument argument : from.getArguments())
      copies.map(argument, body->addArgument(mapped(argument.getType()), argument.getLoc()));
    if (!copyBody(from.front()))
      return false;
    llvm::SmallVector<Value> yielded;
    for (Value v : from.front().getTerminator()->getOperands())
      yielded.push_back(copies.lookup(v));
    YieldOp::create(b, op->getLoc(), yielded);
  }
  if (isa<IfOp>(op))
    for (OpResult result : copy->getResults()) {
      auto isNumber = [&](Region &region) {
        return isScalar(region.front().getTerminator()->getOperand(result.getResultNumber()));
      };
      if (!isScalar(result) && llvm::all_of(copy->getRegions(), isNumber))
        becomesNumber(op->getResult(result.getResultNumber()).getType(), result);
    }
  copies.map(op->getResults(), copy->getResults());
  return isOfOneKind(copy);
}

/// Inlines the calls in `f`, which stands inside of the callees in `open`.
static LogicalResult inlineCalls(func::FuncOp f, llvm::function_ref<bool(func::FuncOp)> isInlined) {
  llvm::StringSet<> taken = sizeSymbols(f);
  // What is inlined may bring calls with it, each with the callees around it.
  llvm::SmallVector<std::pair<CallOp, llvm::SmallVector<Operation *>>> pending;
  auto collect = [&](Operation *begin, Operation *end, llvm::ArrayRef<Operation *> open) {
    for (Operation *op = begin; op && op != end; op = op->getNextNode())
      op->walk([&](CallOp call) { pending.emplace_back(call, llvm::to_vector(open)); });
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
    collect(before ? before->getNextNode() : &call->getBlock()->front(), call, open);
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
