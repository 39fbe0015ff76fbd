//===- AdjointControl.cpp - Transposes of loops, branches and lists -------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop that is linear in some of what it carries has a known part, which is run first and
// recorded, and a linear part, whose iterations are transposed in the reverse order. What an
// iteration needs is read from the record where it depends on what is carried and is costly, and
// computed again otherwise; lists that nothing reads are removed when the result is simplified.
//
//===----------------------------------------------------------------------===//

#include "Activity.h"
#include "Adjoint.h"
#include "KnownPart.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Sizes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

void Adjoint::copyKnownPart(Operation *op) {
  for (Value operand : op->getOperands())
    if (!isActive(operand))
      copyOf(operand);
  KnownPart known(b, copies, active);
  if (auto loop = dyn_cast<LoopOp>(op))
    known.loop(loop, &records[op]);
  else
    known.branch(cast<IfOp>(op));
}

//===-- Zeros -------------------------------------------------------------===//

/// A known value whose entries have the sizes of those of the list `v`, in the block of `v`; null
/// where nothing that is read of the list says it.
static Value likeOf(Value v, unsigned depth = 0) {
  if (depth > 16)
    return {};
  // What stands inside a loop or branch for something outside.
  auto outside = [](Operation *op, Value inside, bool atEnd) -> Value {
    auto argument = dyn_cast_or_null<BlockArgument>(inside);
    if (!argument)
      return {};
    unsigned i = argument.getArgNumber();
    auto loop = dyn_cast<LoopOp>(op);
    if (!loop)
      return cast<IfOp>(op).getOthers()[i];
    if (i == 0)
      return {};
    if (--i < loop.getInits().size())
      return atEnd ? Value(loop.getResult(i)) : loop.getInits()[i];
    return loop.getOthers()[i - loop.getInits().size()];
  };
  auto inside = [&](Operation *op, Block &body, unsigned i, bool atEnd) -> Value {
    return outside(op, likeOf(body.getArgument(i), depth + 1), atEnd);
  };
  for (OpOperand &use : v.getUses()) {
    Operation *user = use.getOwner();
    Value like;
    if (auto read = dyn_cast<AtOp>(user); read && read.getA() == v) {
      like = read.getLike();
    } else if (isa<AddListsOp>(user)) {
      like = likeOf(user->getResult(0), depth + 1);
    } else if (isa<SetAtOp, AppendOp>(user) && use.getOperandNumber() == 0) {
      // What is written may have another size than what it replaces: the value is written alike.
      Value next = likeOf(user->getResult(0), depth + 1);
      Operation *twin = next ? next.getDefiningOp() : nullptr;
      if (twin && twin->getName() == user->getName() &&
          (isa<AppendOp>(user) || twin->getOperand(1) == user->getOperand(1)))
        like = twin->getOperand(0);
    } else if (auto loop = dyn_cast<LoopOp>(user)) {
      const unsigned skipped = loop.isCounted() ? 1 : 0;
      like = inside(user, loop.getBody().front(), use.getOperandNumber() - skipped + 1, false);
    } else if (auto branch = dyn_cast<IfOp>(user); branch && use.getOperandNumber() > 0) {
      for (Region &region : branch->getRegions())
        if (!like)
          like = inside(user, region.front(), use.getOperandNumber() - 1, false);
    }
    if (like)
      return like;
  }
  Operation *op = v.getDefiningOp();
  if (auto loop = dyn_cast_or_null<LoopOp>(op))
    return inside(op, loop.getBody().front(), 1 + cast<OpResult>(v).getResultNumber(), true);
  if (isa_and_nonnull<AddListsOp>(op))
    return likeOf(op->getOperand(0), depth + 1);
  return {};
}

/// What `v`, a list of numbers, is made of by nothing but assignments to entries, and so is as
/// long as; for what a loop or branch is given, that stands in front of it.
static Value asLongAs(Value v) {
  while (Operation *op = v.getDefiningOp()) {
    Value before;
    const unsigned k = cast<OpResult>(v).getResultNumber();
    if (isa<SetAtOp, AddListsOp>(op)) {
      before = op->getOperand(0);
    } else if (auto loop = dyn_cast<LoopOp>(op)) {
      if (asLongAs(loop.getYielded()[k]) == loop.getCarried()[k])
        before = loop.getInits()[k];
    } else if (auto branch = dyn_cast<IfOp>(op)) {
      llvm::SmallVector<Value, 2> sides;
      for (Region &region : branch->getRegions()) {
        auto argument =
            dyn_cast<BlockArgument>(asLongAs(region.front().getTerminator()->getOperand(k)));
        sides.push_back(argument ? branch.getOthers()[argument.getArgNumber()] : Value());
      }
      if (sides[0] == sides[1])
        before = sides[0];
    }
    if (!before)
      break;
    v = before;
  }
  return v;
}

Value Adjoint::zero(Value v) {
  Location loc = withoutName(v.getLoc());
  if (!isa<ListType>(v.getType()))
    return uniform(b, loc, 0, v.getType());
  if (isa<FloatType>(cast<ListType>(v.getType()).getElement()))
    v = asLongAs(v);
  if (!isActive(v))
    return ZerosLikeOp::create(b, loc, copyOf(v));
  if (auto made = v.getDefiningOp<MakeListOp>()) {
    llvm::SmallVector<Value> zeros;
    for (Value entry : made.getValues()) {
      zeros.push_back(zero(entry));
      if (!zeros.back())
        return {};
    }
    return MakeListOp::create(b, loc, v.getType(), zeros);
  }
  Operation *op = v.getDefiningOp();
  if (isa_and_nonnull<SetAtOp, AppendOp>(op)) {
    Value rest = zero(op->getOperand(0)), entry = zero(op->getOperands().back());
    if (!rest || !entry)
      return {};
    if (auto set = dyn_cast<SetAtOp>(op))
      return SetAtOp::create(b, loc, v.getType(), rest, copyOf(set.getI()), entry);
    return AppendOp::create(b, loc, v.getType(), rest, entry);
  }
  Value like = likeOf(v);
  if (!like || isActive(like)) {
    emitError(loc) << "the derivative of a list is needed here, and the sizes of its entries are "
                      "not known; read the entries in the loop that makes them";
    return {};
  }
  return ZerosLikeOp::create(b, loc, copyOf(like));
}

/// The cotangent that the list `v` has so far, or null, for what reads `v` to be added to: entries
/// of a list that get their sizes one by one have them there, and not where they are read.
Value Adjoint::takeList(Value v) {
  Value w = isa<ListType>(v.getType()) ? cotangentOf(v) : Value();
  if (w)
    cotangents.erase(v);
  return w;
}

//===-- Lists -------------------------------------------------------------===//

LogicalResult Adjoint::pullOfList(Operation *op, Value w) {
  Location loc = withoutName(op->getLoc());
  auto integer = [&](int64_t n) -> Value { return arith::ConstantIndexOp::create(b, loc, n); };
  if (auto made = dyn_cast<MakeListOp>(op)) {
    for (auto [i, v] : llvm::enumerate(made.getValues()))
      if (isActive(v))
        add(v, AtOp::create(b, loc, v.getType(), w, integer(i)));
  } else if (auto read = dyn_cast<AtOp>(op)) {
    Value zeros = read.getLike()
                      ? Value(ZerosLikeOp::create(b, loc, copyOf(read.getLike())).getResult())
                      : zero(read.getA());
    if (!zeros)
      return failure();
    add(read.getA(), SetAtOp::create(b, loc, zeros.getType(), zeros, copyOf(read.getI()), w));
  } else if (auto set = dyn_cast<SetAtOp>(op)) {
    Value i = copyOf(set.getI()), v = set.getValue();
    Value entry = AtOp::create(b, loc, v.getType(), w, i);
    if (isActive(v))
      add(v, entry);
    if (isActive(set.getA())) {
      Value zeros = isa<ListType>(v.getType()) ? ZerosLikeOp::create(b, loc, entry).getResult()
                                               : uniform(b, loc, 0, v.getType());
      add(set.getA(), SetAtOp::create(b, loc, w.getType(), w, i, zeros));
    }
  } else if (auto append = dyn_cast<AppendOp>(op)) {
    Value last =
        arith::SubIOp::create(b, loc, LengthOp::create(b, loc, b.getIndexType(), w), integer(1));
    if (isActive(append.getValue()))
      add(append.getValue(), AtOp::create(b, loc, append.getValue().getType(), w, last));
    if (isActive(append.getA()))
      add(append.getA(), DropLastOp::create(b, loc, w));
  } else if (isa<AddListsOp>(op)) {
    for (Value v : op->getOperands())
      if (isActive(v))
        add(v, w);
  } else {
    return op->emitError("'") << op->getName() << "' has no transpose: please report this";
  }
  return success();
}

//===-- Branches ----------------------------------------------------------===//

/// The same matrix, or none, with the sizes that a side of a branch knows it by: of what each
/// side makes of another size the result has a third.
static Value sized(OpBuilder &b, Value w, Type type) {
  if (!w || w.getType() == type || !isMatrix(w))
    return w;
  // Of branches inside of branches each gives it a size of its own.
  auto isFirst = [](Value place) {
    auto number = place.getDefiningOp<arith::ConstantIndexOp>();
    return number && number.value() == 0;
  };
  while (auto part = w.getDefiningOp<SliceOp>()) {
    if (!isFirst(part.getRow()) || !isFirst(part.getCol()))
      break;
    w = part.getA();
    if (w.getType() == type)
      return w;
  }
  Value first = arith::ConstantIndexOp::create(b, w.getLoc(), 0);
  return SliceOp::create(b, w.getLoc(), type, w, first, first);
}

LogicalResult Adjoint::pullOfBranch(IfOp branch) {
  Location loc = withoutName(branch.getLoc());
  llvm::SmallVector<unsigned> outer;
  llvm::SmallVector<Type> types;
  for (auto [i, v] : llvm::enumerate(branch.getOthers()))
    if (isActive(v)) {
      outer.push_back(i);
      types.push_back(v.getType());
    }
  llvm::SmallVector<Value> ws;
  for (OpResult result : branch.getResults())
    ws.push_back(isActive(result) ? cotangentOf(result) : Value());
  if (llvm::none_of(ws, [](Value w) { return bool(w); }))
    return success();
  llvm::SmallVector<Value> sums; // of lists
  for (unsigned i : outer)
    sums.push_back(takeList(branch.getOthers()[i]));
  auto to = IfOp::create(b, loc, types, copyOf(branch.getCondition()), ValueRange());
  llvm::SmallVector<llvm::SmallVector<Value>> sides;
  for (auto [own, fresh] : llvm::zip(branch->getRegions(), to->getRegions())) {
    OpBuilder inner(b.getContext());
    inner.createBlock(&fresh);
    IRMapping inside;
    for (auto [outside, argument] : llvm::zip(branch.getOthers(), own.getArguments()))
      if (!isActive(outside))
        inside.map(argument, copyOf(outside));
    llvm::SmallVector<Value> arguments;
    for (unsigned i : outer)
      arguments.push_back(own.getArgument(i));
    Adjoint adjoint(inner, inside, arguments);
    llvm::SmallVector<Value> yielded(own.front().getTerminator()->getOperands()), within;
    for (auto [v, w] : llvm::zip(yielded, ws))
      within.push_back(sized(inner, w, v.getType()));
    llvm::append_range(yielded, arguments);
    llvm::append_range(within, sums);
    auto found = adjoint.run(own.front(), yielded, within, /*bindsSizes=*/true);
    if (failed(found))
      return failure();
    sides.emplace_back(*found);
  }
  // Zeros are made outside, where the sizes of lists are known, and only where they are needed.
  for (auto [k, i] : llvm::enumerate(outer)) {
    if (sides[0][k] && sides[1][k])
      continue;
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(to);
    Value nothing = zero(branch.getOthers()[i]);
    if (!nothing)
      return failure();
    for (auto &side : sides)
      side[k] = side[k] ? side[k] : nothing;
  }
  for (auto [fresh, side] : llvm::zip(to->getRegions(), sides)) {
    auto inner = OpBuilder::atBlockEnd(&fresh.front());
    YieldOp::create(inner, loc, side);
  }
  isolate(to);
  for (auto [i, w] : llvm::zip(outer, to.getResults()))
    add(branch.getOthers()[i], w);
  return success();
}

//===-- Loops -------------------------------------------------------------===//

LogicalResult Adjoint::pullOfLoop(LoopOp loop) {
  Location loc = withoutName(loop.getLoc());
  Record &record = records[loop];
  Block &own = loop.getBody().front();
  llvm::SmallVector<unsigned> carried, outer;
  llvm::SmallVector<Value> inits, arguments;
  llvm::SmallVector<Type> types;
  bool hasCotangent = false;
  for (auto [i, argument] : llvm::enumerate(loop.getCarried()))
    if (isActive(argument)) {
      carried.push_back(i);
      arguments.push_back(argument);
      types.push_back(loop.getInits()[i].getType());
      hasCotangent |= cotangents.contains(loop.getResult(i));
    }
  if (!hasCotangent)
    return success();
  for (unsigned i : carried) {
    Value w = cotangentOf(loop.getResult(i));
    inits.push_back(w ? w : zero(loop.getResult(i)));
  }
  for (auto [i, v] : llvm::enumerate(loop.getOthers()))
    if (isActive(v)) {
      outer.push_back(i);
      arguments.push_back(loop.getOuter()[i]);
      types.push_back(v.getType());
      Value sum = takeList(v);
      inits.push_back(sum ? sum : zero(v));
    }
  if (llvm::is_contained(inits, Value()))
    return failure();

  Value one = arith::ConstantIndexOp::create(b, loc, 1);
  Value last = arith::SubIOp::create(b, loc, record.times, one);
  auto to = LoopOp::create(b, loc, types, record.times, inits, ValueRange());
  OpBuilder inner(b.getContext());
  Block *body = inner.createBlock(&to.getBody());
  IRMapping inside;
  for (auto [outside, argument] : llvm::zip(loop.getOthers(), loop.getOuter()))
    if (!isActive(outside))
      inside.map(argument, copyOf(outside));
  Value counter = body->addArgument(b.getIndexType(), loc);
  llvm::SmallVector<Value> ws, sums;
  for (unsigned i : carried)
    ws.push_back(body->addArgument(loop.getYielded()[i].getType(), loc));
  for (unsigned i : outer)
    sums.push_back(body->addArgument(loop.getOthers()[i].getType(), loc));

  Value i = arith::SubIOp::create(inner, loc, last, counter);
  Value next = arith::AddIOp::create(inner, loc, i, one);
  inside.map(loop.getCounter(), i);
  for (auto [k, list] : record.grown) {
    inside.map(loop.getCarried()[k], list);
    // One entry was appended in each iteration, and none in those from this one on.
    for (Operation *user : loop.getCarried()[k].getUsers())
      if (auto length = dyn_cast<LengthOp>(user)) {
        Value atEnd = LengthOp::create(inner, loc, inner.getIndexType(), list);
        Value atFirst = arith::SubIOp::create(inner, loc, atEnd, record.times);
        inside.map(length.getY(), arith::AddIOp::create(inner, loc, atFirst, i));
      }
  }
  // The sizes that the original iteration knows from what it carries are those of the entries.
  llvm::StringSet<> told = sizesIn(loop.getInits());
  for (auto bind : own.getOps<BindOp>())
    told.insert(bind.getSymbol());
  for (auto [k, list] : record.states) {
    BlockArgument argument = loop.getCarried()[k];
    inside.map(argument, AtOp::create(inner, argument.getLoc(), argument.getType(), list, i));
    bindSizes(inside.lookup(argument), told);
    Value yielded = loop.getYielded()[k];
    if (yielded.getDefiningOp() && !inside.contains(yielded))
      inside.map(yielded,
                 AtOp::create(inner, withoutName(yielded.getLoc()), yielded.getType(), list, next));
  }
  for (auto [v, list] : record.values)
    if (!inside.contains(v))
      inside.map(v, AtOp::create(inner, v.getLoc(), v.getType(), list, i));

  Adjoint adjoint(inner, inside, arguments);
  llvm::SmallVector<Value> values, yielded;
  for (unsigned k : carried)
    values.push_back(loop.getYielded()[k]);
  for (auto [i, sum] : llvm::zip(outer, sums))
    if (isa<ListType>(sum.getType())) {
      values.push_back(loop.getOuter()[i]);
      ws.push_back(sum);
    }
  auto found = adjoint.run(own, values, ws, /*bindsSizes=*/true);
  if (failed(found))
    return failure();
  for (auto [k, argument] : llvm::enumerate(arguments)) {
    Value w = (*found)[k];
    if (k < carried.size()) {
      yielded.push_back(w ? w : adjoint.zero(argument));
      if (!yielded.back())
        return failure();
      continue;
    }
    Value sum = sums[k - carried.size()];
    yielded.push_back(isa<ListType>(sum.getType()) ? w : w ? adjoint.collect(loc, {sum, w}) : sum);
  }
  YieldOp::create(inner, loc, yielded);
  isolate(to);
  for (auto [k, w] : llvm::enumerate(to.getResults())) {
    Value v = k < carried.size() ? loop.getInits()[carried[k]]
                                 : loop.getOthers()[outer[k - carried.size()]];
    if (isActive(v))
      add(v, w);
  }
  return success();
}

} // namespace delgen::mx
