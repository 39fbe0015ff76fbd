//===- Sizes.cpp - Sizes that only a computation tells --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Sizes.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

static Size sizeOf(Type type, int64_t axis) { return axis == 0 ? rowsOf(type) : colsOf(type); }

static void forEachSymbol(Type type, llvm::function_ref<void(llvm::StringRef)> each) {
  if (auto list = dyn_cast<ListType>(type))
    forEachSymbol(list.getElement(), each);
  else if (isa<MatrixType>(type))
    for (int64_t axis : {0, 1})
      if (Size size = sizeOf(type, axis); size.isSymbol() && !size.isAny())
        each(size.symbol());
}

static bool mentions(Type type, llvm::StringRef symbol) {
  bool found = false;
  forEachSymbol(type, [&](llvm::StringRef s) { found |= s == symbol; });
  return found;
}

/// True for what brings sizes of its own.
static bool bringsSizes(Operation *op) { return isa<AtOp, CallOp, LoopOp, IfOp>(op); }

llvm::StringSet<> sizesMentioned(Operation *op) {
  llvm::StringSet<> symbols;
  auto add = [&](Type type) {
    forEachSymbol(type, [&](llvm::StringRef symbol) { symbols.insert(symbol); });
  };
  op->walk([&](Operation *inner) {
    if (auto extent = dyn_cast<ExtentOp>(inner))
      symbols.insert(extent.getSymbol());
    if (!bringsSizes(inner))
      llvm::for_each(inner->getResultTypes(), add);
    llvm::for_each(inner->getOperandTypes(), add);
  });
  return symbols;
}

bool isRead(Value v) { return !llvm::all_of(v.getUsers(), llvm::IsaPred<DimOp>); }

llvm::StringSet<> sizesIn(ValueRange values) {
  llvm::StringSet<> symbols;
  for (Type type : values.getTypes())
    forEachSymbol(type, [&](llvm::StringRef symbol) { symbols.insert(symbol); });
  return symbols;
}

//===-- Bindings ----------------------------------------------------------===//

void bindSizes(Value v, llvm::StringSet<> &told) {
  if (!isa<MatrixType>(v.getType()))
    return;
  OpBuilder b(v.getContext());
  b.setInsertionPointAfterValue(v);
  for (int64_t axis : {0, 1})
    if (Size size = sizeOf(v.getType(), axis);
        size.isSymbol() && told.insert(size.symbol()).second) {
      Location loc = withoutName(v.getLoc());
      auto dim = DimOp::create(b, loc, v, axis);
      BindOp::create(b, loc, dim, b.getStringAttr(size.symbol()));
    }
}

/// `told` are the sizes that what stands outside tells.
static void bindSizes(Block &block, llvm::StringSet<> told) {
  auto tell = [&](Type type) {
    forEachSymbol(type, [&](llvm::StringRef symbol) { told.insert(symbol); });
  };
  llvm::for_each(block.getArgumentTypes(), tell);
  for (Operation &op : llvm::make_early_inc_range(block)) {
    if (auto bind = dyn_cast<BindOp>(op))
      told.insert(bind.getSymbol());
    for (Region &region : op.getRegions())
      if (isControl(&op))
        bindSizes(region.front(), told);
    for (Value v : op.getResults())
      if (bringsSizes(&op))
        bindSizes(v, told);
      else
        tell(v.getType());
  }
}

void bindSizes(func::FuncOp f) {
  llvm::StringSet<> told;
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    if (llvm::StringRef size = paramAttr(f, i, attr::size); !size.empty())
      told.insert(size);
  bindSizes(f.front(), std::move(told));
}

/// Calls `each` with the symbols that `op`, and what stands inside of it, mention beside what tells
/// them.
static void forEachMentioned(Operation &op, llvm::function_ref<void(llvm::StringRef)> each) {
  if (auto extent = dyn_cast<ExtentOp>(op))
    each(extent.getSymbol());
  if (isa<DimOp, BindOp>(op))
    return;
  for (Type type : op.getOperandTypes())
    forEachSymbol(type, each);
  if (!bringsSizes(&op))
    for (Type type : op.getResultTypes())
      forEachSymbol(type, each);
  for (Region &region : op.getRegions())
    for (Operation &inner : region.front())
      forEachMentioned(inner, each);
}

/// True for a binding that a computation of the function makes; others are part of its signature.
static bool isComputed(BindOp bind) {
  Operation *made = bind.getA().getDefiningOp();
  return isa<LoopOp, IfOp>(bind->getParentOp()) || (made && isa<DimOp, LoopOp, IfOp>(made));
}

/// Calls `each` with every binding that a computation makes and with its block.
static void forEachComputed(func::FuncOp f, llvm::function_ref<void(Block &, BindOp)> each) {
  f.walk([&](Block *block) {
    for (BindOp bind : llvm::make_early_inc_range(block->getOps<BindOp>()))
      if (isComputed(bind))
        each(*block, bind);
  });
}

/// The first binding of the symbol in `block`, or null.
static BindOp boundIn(Block &block, llvm::StringRef symbol) {
  for (auto bind : block.getOps<BindOp>())
    if (bind.getSymbol() == symbol)
      return bind;
  return {};
}

void dropUnmentioned(func::FuncOp f) {
  llvm::SmallVector<BindOp> dead;
  llvm::DenseMap<Block *, llvm::StringMap<Operation *>> lastMentions;
  forEachComputed(f, [&](Block &block, BindOp bind) {
    auto [it, isNew] = lastMentions.try_emplace(&block);
    if (isNew)
      for (Operation &op : block)
        forEachMentioned(op, [&](llvm::StringRef symbol) { it->second[symbol] = &op; });
    // What stands in front of the binding reads the size that holds outside. Once is enough.
    Operation *last = it->second.lookup(bind.getSymbol());
    if (!last || last->isBeforeInBlock(bind) || boundIn(block, bind.getSymbol()) != bind)
      dead.push_back(bind);
  });
  for (BindOp bind : dead)
    bind.erase();
}

/// True where a value in `block` tells the size and stays: an argument or an entry that is read.
static bool isTold(Block &block, llvm::StringRef symbol) {
  auto tells = [&](Value v) {
    return isa<MatrixType>(v.getType()) && mentions(v.getType(), symbol) && isRead(v);
  };
  return llvm::any_of(block.getArguments(), tells) ||
         llvm::any_of(block.getOps<AtOp>(), [&](AtOp op) { return tells(op.getY()); });
}

/// True where one of the operations makes a matrix of a size that none of its operands has, or
/// reads the size, and no body around it tells it.
static bool isSpelled(llvm::iterator_range<Block::iterator> operations, llvm::StringRef symbol) {
  auto has = [&](Type type) { return mentions(type, symbol); };
  return llvm::any_of(operations, [&](Operation &op) {
    auto extent = dyn_cast<ExtentOp>(op);
    return (extent && extent.getSymbol() == symbol) ||
           (!bringsSizes(&op) && llvm::any_of(op.getResultTypes(), has) &&
            llvm::none_of(op.getOperandTypes(), has)) ||
           llvm::any_of(op.getRegions(), [&](Region &region) {
             Block &body = region.front();
             return !isTold(body, symbol) && isSpelled({body.begin(), body.end()}, symbol);
           });
  });
}

/// Lets the binding of a size that is carried beside a value that stays read it of the value.
static bool readOfValue(BindOp bind) {
  Operation *made = bind.getA().getDefiningOp();
  if (!isa_and_nonnull<LoopOp, IfOp>(made))
    return false;
  for (Value v : made->getResults())
    for (int64_t axis : {0, 1})
      if (isa<MatrixType>(v.getType()) && isRead(v) && sizeOf(v.getType(), axis).isSymbol() &&
          sizeOf(v.getType(), axis).symbol() == bind.getSymbol()) {
        OpBuilder b(bind);
        bind.getAMutable().set(DimOp::create(b, bind.getLoc(), v, axis));
        return true;
      }
  return false;
}

/// Removes the bindings for which `isWanted` holds of sizes that a value in sight has, or that
/// need not be spelled. True where there was one.
static bool dropTold(func::FuncOp f, llvm::function_ref<bool(BindOp)> isWanted) {
  bool isChanged = false;
  forEachComputed(f, [&](Block &block, BindOp bind) {
    if (!isWanted(bind))
      return;
    if (isTold(block, bind.getSymbol()) ||
        !isSpelled({std::next(bind->getIterator()), block.end()}, bind.getSymbol())) {
      bind.erase();
      isChanged = true;
    } else {
      isChanged |= readOfValue(bind);
    }
  });
  return isChanged;
}

void dropTold(func::FuncOp f) {
  // A size that is carried beside its value takes the place of it, should the value turn out to be
  // needed for nothing else.
  dropTold(f, [](BindOp bind) { return isa_and_nonnull<DimOp>(bind.getA().getDefiningOp()); });
  do {
    dropUnmentioned(f);
    dropDead(f.front());
  } while (dropTold(f, [](BindOp) { return true; }));
}

//===-- In place of values ------------------------------------------------===//

/// The number that `size` is.
static Value numberOf(OpBuilder &b, Location loc, Size size) {
  if (size.isNumber())
    return arith::ConstantIndexOp::create(b, loc, size.number());
  return ExtentOp::create(b, loc, b.getStringAttr(size.symbol()));
}

static bool readsSize(Operation *op, int64_t axis) {
  auto dim = dyn_cast<DimOp>(op);
  return dim && static_cast<int64_t>(dim.getAxis()) == axis;
}

/// True where that size of `v` is read.
static bool isSizeRead(Value v, int64_t axis) {
  return llvm::any_of(v.getUsers(), [&](Operation *user) { return readsSize(user, axis); });
}

/// Lets what reads that size of `v` read `number`.
static void replaceSize(Value v, int64_t axis, Value number) {
  for (Operation *user : llvm::make_early_inc_range(v.getUsers()))
    if (readsSize(user, axis)) {
      user->replaceAllUsesWith(ValueRange(number));
      user->erase();
    }
}

/// True where `number` is computed as that size of `v`, in the block of which it stands.
static bool isSizeOf(Value number, Value v, int64_t axis) {
  const Size size = sizeOf(v.getType(), axis);
  if (auto constant = number.getDefiningOp<arith::ConstantIndexOp>())
    return size.is(constant.value());
  if (auto dim = number.getDefiningOp<DimOp>())
    return sizeOf(dim.getA().getType(), static_cast<int64_t>(dim.getAxis())) == size;
  if (!size.isSymbol())
    return false;
  if (auto extent = number.getDefiningOp<ExtentOp>())
    return extent.getSymbol() == size.symbol();
  BindOp bind = boundIn(*v.getParentBlock(), size.symbol());
  return bind && bind.getA() == number;
}

/// A result, and which of its sizes.
using ResultSize = std::pair<unsigned, int64_t>;

/// Replaces `before` by `after`, which has those sizes for more results, and takes its bodies.
static void extend(Operation *before, Operation *after, llvm::ArrayRef<ResultSize> sizes) {
  for (auto [from, to] : llvm::zip(before->getRegions(), after->getRegions()))
    to.takeBody(from);
  for (OpResult result : before->getResults()) {
    Value now = after->getResult(result.getResultNumber());
    now.setLoc(result.getLoc());
    result.replaceAllUsesWith(now);
  }
  const unsigned own = before->getNumResults();
  for (auto [k, size] : llvm::enumerate(sizes))
    replaceSize(after->getResult(size.first), size.second, after->getResult(own + k));
  before->erase();
}

/// Lets what reads that size of the i-th result of the loop read it of another carried value, not
/// `dead`, that has the same in each iteration; true where there is one.
static bool readElsewhere(LoopOp loop, unsigned i, int64_t axis, const llvm::BitVector &dead) {
  const Size inside = sizeOf(loop.getCarried()[i].getType(), axis),
             outside = sizeOf(loop.getResult(i).getType(), axis);
  for (auto [j, argument] : llvm::enumerate(loop.getCarried()))
    for (int64_t other : {0, 1})
      if (!dead[j] && isMatrix(argument) && sizeOf(argument.getType(), other) == inside &&
          sizeOf(loop.getResult(j).getType(), other) == outside) {
        OpBuilder b(loop->getContext());
        b.setInsertionPointAfter(loop);
        if (isSizeRead(loop.getResult(i), axis))
          replaceSize(loop.getResult(i), axis,
                      DimOp::create(b, loop.getLoc(), loop.getResult(j), other));
        return true;
      }
  return false;
}

/// Carries the sizes of the values `of`, where they change and are not carried already. Those of
/// the `dead`, which are among them, are not carried where another value has them.
static LoopOp carrySizes(LoopOp loop, const llvm::BitVector &of, const llvm::BitVector &dead) {
  Block &body = loop.getBody().front();
  llvm::SmallVector<ResultSize> carried;
  llvm::StringSet<> added;
  for (unsigned i : of.set_bits()) {
    Value init = loop.getInits()[i], result = loop.getResult(i);
    for (int64_t axis : {0, 1}) {
      if (!isMatrix(loop.getCarried()[i]) && !isMatrix(result))
        continue;
      const Size own = sizeOf(loop.getCarried()[i].getType(), axis),
                 first = sizeOf(init.getType(), axis);
      if (own == first && sizeOf(result.getType(), axis) == first &&
          !(dead[i] && isSizeRead(result, axis)))
        continue;
      BindOp bind = own.isSymbol() ? boundIn(body, own.symbol()) : BindOp();
      auto argument = bind ? dyn_cast<BlockArgument>(bind.getA()) : BlockArgument();
      const unsigned place = argument ? argument.getArgNumber() - 1 : 0;
      // What is bound to the size at the start of an iteration need not go on as its size.
      if (argument && place < loop.getInits().size() &&
          isSizeOf(loop.getInits()[place], init, axis) &&
          isSizeOf(loop.getYielded()[place], loop.getYielded()[i], axis))
        replaceSize(result, axis, loop.getResult(place));
      else if (!(dead[i] && readElsewhere(loop, i, axis, dead)) &&
               (!own.isSymbol() || dead[i] || added.insert(own.symbol()).second))
        carried.emplace_back(i, axis);
    }
  }
  if (carried.empty())
    return loop;
  OpBuilder b(loop);
  Location loc = withoutName(loop.getLoc());
  llvm::SmallVector<Value> inits(loop.getInits());
  llvm::SmallVector<Type> types(loop.getResultTypes());
  auto inside = OpBuilder::atBlockBegin(&body);
  auto atEnd = OpBuilder(body.getTerminator());
  for (auto [i, axis] : carried) {
    Type init = loop.getInits()[i].getType(), type = loop.getCarried()[i].getType();
    inits.push_back(numberOf(b, loc, sizeOf(init, axis)));
    types.push_back(b.getIndexType());
    Value argument = body.insertArgument(inits.size(), b.getIndexType(), loc);
    if (Size own = sizeOf(type, axis); own.isSymbol() && own != sizeOf(init, axis))
      BindOp::create(inside, loc, argument, b.getStringAttr(own.symbol()));
    const Size size = sizeOf(loop.getYielded()[i].getType(), axis);
    BindOp bind = size.isSymbol() ? boundIn(body, size.symbol()) : BindOp();
    Value next = bind ? bind.getA() : numberOf(atEnd, loc, size);
    body.getTerminator()->insertOperands(body.getTerminator()->getNumOperands(), next);
  }
  auto fresh = LoopOp::create(b, loop.getLoc(), types, loop.getTimes(), inits, loop.getOthers());
  extend(loop, fresh, carried);
  return fresh;
}

LoopOp carrySizes(LoopOp loop, const llvm::BitVector &dead) { return carrySizes(loop, dead, dead); }

void carrySizes(func::FuncOp f) {
  llvm::SmallVector<LoopOp> loops;
  f.walk<WalkOrder::PostOrder>([&](LoopOp loop) { loops.push_back(loop); });
  for (LoopOp loop : loops) {
    const unsigned n = loop.getInits().size();
    carrySizes(loop, llvm::BitVector(n, true), llvm::BitVector(n));
  }
}

IfOp yieldSizes(IfOp branch, const llvm::BitVector &dead) {
  llvm::SmallVector<ResultSize> read;
  for (unsigned i : dead.set_bits())
    for (int64_t axis : {0, 1})
      if (isSizeRead(branch.getResult(i), axis))
        read.emplace_back(i, axis);
  if (read.empty())
    return branch;
  OpBuilder b(branch);
  Location loc = withoutName(branch.getLoc());
  llvm::SmallVector<Type> types(branch.getResultTypes());
  types.append(read.size(), b.getIndexType());
  for (Region &region : branch->getRegions()) {
    Operation *end = region.front().getTerminator();
    OpBuilder atEnd(end);
    for (auto [i, axis] : read)
      end->insertOperands(end->getNumOperands(),
                          numberOf(atEnd, loc, sizeOf(end->getOperand(i).getType(), axis)));
  }
  auto fresh = IfOp::create(b, branch.getLoc(), types, branch.getCondition(), branch.getOthers());
  extend(branch, fresh, read);
  return fresh;
}

} // namespace delgen::mx
