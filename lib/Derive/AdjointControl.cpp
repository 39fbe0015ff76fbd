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

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

//===-- What is known and recorded ----------------------------------------===//

/// The type of a list of values of the type: each entry may have sizes of its own.
static ListType listOf(Type type) {
  if (auto matrix = dyn_cast<MatrixType>(type)) {
    auto any = [&](Size size) {
      return size.isNumber() ? size : Size::symbol(type.getContext(), "_");
    };
    type = MatrixType::get(type.getContext(), any(matrix.getRows()), any(matrix.getCols()),
                           matrix.getElement());
  }
  return ListType::get(type.getContext(), type);
}

/// True for what is worth its memory: products of matrices, factorisations, calls, bodies. An
/// inverse is not formed, so it is not recorded either.
static bool isCostly(Operation *op) {
  if (isa<MulOp>(op))
    return llvm::count_if(op->getOperands(), isMatrix) > 1;
  return isa<CallOp, DetOp, LogDetOp, CholeskyOp, EigenvaluesOp, EigenvectorsOp, KronOp>(op) ||
         isControl(op);
}

/// Adds to `found` what depends on it in the body, integers included.
static void findDependent(Block &body, llvm::DenseSet<Value> &found) {
  for (Operation &op : body.without_terminator())
    if (llvm::any_of(op.getOperands(), [&](Value v) { return found.contains(v); }))
      found.insert_range(op.getResults());
}

namespace {

/// Copies what does not depend on the variables.
class KnownPart {
public:
  KnownPart(OpBuilder &b, IRMapping &copies, const llvm::DenseSet<Value> &active)
      : b(b), copies(copies), active(active) {}

  void branch(IfOp from);
  void loop(LoopOp from, Record *record);

private:
  bool isKnown(Value v) const { return !active.contains(v); }
  void body(Block &from);
  Value integer(int64_t n) { return arith::ConstantIndexOp::create(b, b.getUnknownLoc(), n); }
  Value emptyList(Type of) {
    return MakeListOp::create(b, b.getUnknownLoc(), listOf(of), ValueRange());
  }

  OpBuilder &b;
  IRMapping &copies;
  const llvm::DenseSet<Value> &active;
};

} // namespace

void KnownPart::body(Block &from) {
  for (Operation &op : from.without_terminator()) {
    const bool isAllKnown = llvm::all_of(op.getResults(), [&](Value v) { return isKnown(v); });
    if (isAllKnown && llvm::all_of(op.getOperands(), [&](Value v) { return isKnown(v); }))
      b.clone(op, copies);
    else if (auto inner = dyn_cast<LoopOp>(op))
      loop(inner, nullptr);
    else if (auto inner = dyn_cast<IfOp>(op))
      branch(inner);
    else if (isAllKnown) // a comparison, a length
      b.clone(op, copies);
  }
}

void KnownPart::branch(IfOp from) {
  llvm::SmallVector<Type> types;
  llvm::SmallVector<OpResult> results;
  for (OpResult result : from.getResults())
    if (isKnown(result)) {
      results.push_back(result);
      types.push_back(result.getType());
    }
  if (results.empty())
    return;
  auto to = IfOp::create(b, from.getLoc(), types, copies.lookup(from.getCondition()), ValueRange());
  for (auto [own, fresh] : llvm::zip(from->getRegions(), to->getRegions())) {
    OpBuilder::InsertionGuard guard(b);
    b.createBlock(&fresh);
    for (auto [outer, argument] : llvm::zip(from.getOthers(), own.getArguments()))
      if (isKnown(outer))
        copies.map(argument, copies.lookup(outer));
    body(own.front());
    llvm::SmallVector<Value> yielded;
    for (OpResult result : results)
      yielded.push_back(
          copies.lookup(own.front().getTerminator()->getOperand(result.getResultNumber())));
    YieldOp::create(b, from.getLoc(), yielded);
  }
  isolate(to);
  for (auto [before, after] : llvm::zip(results, to.getResults()))
    copies.map(before, after);
}

void KnownPart::loop(LoopOp from, Record *record) {
  Block &own = from.getBody().front();
  llvm::SmallVector<unsigned> known;
  llvm::DenseSet<Value> dependent;
  for (auto [i, argument] : llvm::enumerate(from.getCarried()))
    if (isKnown(argument)) {
      known.push_back(i);
      dependent.insert(argument);
    }
  size_t before;
  do {
    before = dependent.size();
    findDependent(own, dependent);
  } while (dependent.size() != before);

  llvm::SmallVector<Value> inits;
  for (unsigned i : known)
    inits.push_back(copies.lookup(from.getInits()[i]));
  const unsigned carried = inits.size();
  // Behind what is carried: the number of iterations, states, values.
  llvm::SmallVector<unsigned> states;
  llvm::SmallVector<Value> values;
  if (record) {
    inits.push_back(integer(0));
    for (unsigned i : known) {
      auto append = from.getYielded()[i].getDefiningOp<AppendOp>();
      // Only its entries and its length are those of the list at the end.
      const bool isRead =
          llvm::all_of(from.getCarried()[i].getUsers(), llvm::IsaPred<AtOp, LengthOp, AppendOp>);
      if (append && append.getA() == from.getCarried()[i] && isRead) {
        record->grown[i] = Value();
        continue;
      }
      states.push_back(i);
      Value init = copies.lookup(from.getInits()[i]);
      inits.push_back(MakeListOp::create(b, from.getLoc(), listOf(init.getType()), init));
    }
    for (Operation &op : own.without_terminator())
      if (isCostly(&op))
        for (Value v : op.getResults())
          if (isKnown(v) && dependent.contains(v)) {
            values.push_back(v);
            inits.push_back(emptyList(v.getType()));
          }
  }
  llvm::SmallVector<Type> types;
  for (Value init : inits)
    types.push_back(init.getType());
  for (auto [k, i] : llvm::enumerate(known))
    types[k] = from.getResult(i).getType();
  Value times = from.getTimes() ? copies.lookup(from.getTimes()) : Value();
  auto to = LoopOp::create(b, from.getLoc(), types, times, inits, ValueRange());
  {
    OpBuilder::InsertionGuard guard(b);
    Block *fresh = b.createBlock(&to.getBody());
    copies.map(from.getCounter(), fresh->addArgument(b.getIndexType(), from.getCounter().getLoc()));
    for (unsigned i : known) {
      BlockArgument argument = from.getCarried()[i];
      copies.map(argument, fresh->addArgument(argument.getType(), argument.getLoc()));
    }
    llvm::SmallVector<Value> lists;
    for (Value init : llvm::ArrayRef(inits).drop_front(carried))
      lists.push_back(fresh->addArgument(init.getType(), b.getUnknownLoc()));
    for (auto [outer, argument] : llvm::zip(from.getOthers(), from.getOuter()))
      if (isKnown(outer))
        copies.map(argument, copies.lookup(outer));
    body(own);
    llvm::SmallVector<Value> yielded;
    if (Value flag = from.getFlag())
      yielded.push_back(copies.lookup(flag));
    for (unsigned i : known)
      yielded.push_back(copies.lookup(from.getYielded()[i]));
    if (record) {
      yielded.push_back(arith::AddIOp::create(b, from.getLoc(), lists[0], integer(1)));
      unsigned next = 1;
      auto append = [&](Value v) {
        Value list = lists[next++];
        yielded.push_back(
            AppendOp::create(b, from.getLoc(), list.getType(), list, copies.lookup(v)));
      };
      for (unsigned i : states)
        append(from.getYielded()[i]);
      llvm::for_each(values, append);
    }
    YieldOp::create(b, from.getLoc(), yielded);
  }
  isolate(to);
  for (auto [k, i] : llvm::enumerate(known))
    copies.map(from.getResult(i), to.getResult(k));
  if (!record)
    return;
  for (auto &[i, list] : record->grown)
    list = copies.lookup(from.getResult(i));
  record->times = times ? times : to.getResult(carried);
  unsigned next = carried + 1;
  for (unsigned i : states)
    record->states[i] = to.getResult(next++);
  for (Value v : values)
    record->values[v] = to.getResult(next++);
}

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

Value Adjoint::zero(Value v) {
  Location loc = withoutName(v.getLoc());
  if (!isa<ListType>(v.getType()))
    return uniform(b, loc, 0, v.getType());
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
    return op->emitError("'") << op->getName() << "' has no transpose";
  }
  return success();
}

//===-- Branches ----------------------------------------------------------===//

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
    for (auto bind : own.getOps<BindOp>())
      BindOp::create(inner, bind.getLoc(), adjoint.copyOf(bind.getA()), bind.getSymbolAttr());
    auto found = adjoint.run(own.front(), own.front().getTerminator()->getOperands(), ws);
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
      inits.push_back(zero(v));
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
  for (auto [k, list] : record.states) {
    BlockArgument argument = loop.getCarried()[k];
    inside.map(argument, AtOp::create(inner, argument.getLoc(), argument.getType(), list, i));
    Value yielded = loop.getYielded()[k];
    if (yielded.getDefiningOp() && !inside.contains(yielded))
      inside.map(yielded,
                 AtOp::create(inner, withoutName(yielded.getLoc()), yielded.getType(), list, next));
  }
  for (auto [v, list] : record.values)
    if (!inside.contains(v))
      inside.map(v, AtOp::create(inner, v.getLoc(), v.getType(), list, i));

  Adjoint adjoint(inner, inside, arguments);
  for (auto bind : own.getOps<BindOp>())
    BindOp::create(inner, bind.getLoc(), adjoint.copyOf(bind.getA()), bind.getSymbolAttr());
  llvm::SmallVector<Value> values, yielded;
  for (unsigned k : carried)
    values.push_back(loop.getYielded()[k]);
  auto found = adjoint.run(own, values, ws);
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
    yielded.push_back(w ? adjoint.collect(loc, {sum, w}) : sum);
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
