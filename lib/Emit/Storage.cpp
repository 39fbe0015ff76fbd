//===- Storage.cpp - Which values share a variable ------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Storage.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/InPlace.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

/// A type that values of both types fit in.
static Type merged(Type a, Type b) {
  if (a == b)
    return a;
  if (auto list = dyn_cast<ListType>(a))
    return ListType::get(a.getContext(), merged(list.getElement(), cast<ListType>(b).getElement()));
  const Size any = Size::any(a.getContext());
  auto size = [&](Size x, Size y) { return x == y ? x : any; };
  return MatrixType::get(a.getContext(), size(rowsOf(a), rowsOf(b)), size(colsOf(a), colsOf(b)),
                         elementType(a));
}

//===-- Variables ---------------------------------------------------------===//

Storage::Storage(func::FuncOp f) {
  visit(f.front(), {}, {});
  reuseMemory();
  writeToOutputs(f);
}

/// True for what declares its variable in statements of its own.
static bool takesStatements(Operation *op) {
  auto rule = dyn_cast<RuleInterface>(op);
  auto inverse = dyn_cast<InverseOp>(op);
  return (rule && rule.takesStatements()) || (inverse && isHalved(inverse)) ||
         isa<ColumnwiseOp, FactorizeOp>(op);
}

/// True for a matrix of conditions, which may be of bool.
static bool isTruth(Value v) {
  Operation *op = v.getDefiningOp();
  return isa_and_nonnull<CompareOp>(op) || (isa_and_nonnull<MulOp, HadamardOp, MaxOp, CastOp>(op) &&
                                            llvm::all_of(op->getOperands(), isTruth));
}

/// True for a value that is declared where an expression, or what a loop starts from, is assigned.
static bool isAssigned(Value v) {
  Operation *op = v.getDefiningOp();
  if (!op || isControl(op))
    return bool(op);
  return !takesStatements(op);
}

void Storage::reuseMemory() {
  for (Variable &variable : all) {
    Value first = variable.values.front();
    auto matrix = dyn_cast<MatrixType>(variable.type);
    if (!matrix || (matrix.getRows().isNumber() && matrix.getCols().isNumber()) ||
        !isAssigned(first))
      continue;
    LoopOp outermost;
    Operation *parent = variable.scope->getParentOp();
    for (; isControl(parent); parent = parent->getParentOp())
      if (auto loop = dyn_cast<LoopOp>(parent))
        outermost = loop;
    if (!outermost || !isa<func::FuncOp>(parent))
      continue;
    variable.before = outermost;
    variable.scope = outermost->getBlock();
  }
}

void Storage::writeToOutputs(func::FuncOp f) {
  auto outputs = f->getAttrOfType<ArrayAttr>(attr::outputs);
  if (!outputs || f->hasAttr(attr::resultObject))
    return;
  Operation *end = f.front().getTerminator();
  for (auto [i, output] : llvm::enumerate(outputs)) {
    auto entries = cast<DictionaryAttr>(output);
    Value v = end->getOperand(i + 1);
    std::optional<unsigned> number = of(v);
    // What is summed up in loops is summed up in place.
    if (!number || entries.contains("object") || entries.contains("array") ||
        entries.contains("boxed"))
      continue;
    Variable &variable = all[*number];
    if (llvm::none_of(variable.values, [](Value w) { return bool(w.getDefiningOp<LoopOp>()); }) ||
        llvm::any_of(variable.values, [&](Value w) { return reusing.contains(w); }))
      continue;
    if (variable.scope == &f.front() && variable.output < 0 && !variable.before &&
        variable.type == v.getType() && isMatrix(v) && isAssigned(variable.values.front()) &&
        llvm::count(end->getOperands(), v) == 1)
      variable.output = i;
  }
}

Value Storage::outer(Value v) const {
  for (auto it = passed.find(v); it != passed.end(); it = passed.find(v))
    v = it->second;
  return v;
}

std::optional<unsigned> Storage::of(Value v) const {
  auto it = numbers.find(outer(v));
  return it == numbers.end() ? std::nullopt : std::optional(it->second);
}

unsigned Storage::declare(Value v, bool mayBeWritten) {
  numbers[v] = all.size();
  all.push_back({{v}, v.getParentBlock(), v.getType(), mayBeWritten});
  all.back().hasName = !nameOf(v).empty();
  return all.size() - 1;
}

void Storage::write(unsigned variable, Value v) {
  numbers[v] = variable;
  all[variable].values.push_back(v);
  all[variable].hasName |= !nameOf(v).empty();
  all[variable].type = merged(all[variable].type, v.getType());
  all[variable].isWritten = true;
}

/// The choice that the loop around `block` runs where it goes on; `while (c)` tests before that.
static IfOp testedIn(Block *block) {
  auto loop = dyn_cast<LoopOp>(block->getParentOp());
  return loop ? chosenWhile(loop) : IfOp();
}

/// The statement that reads `read`, of a block where `tested` is run after the test.
static Operation *readerOf(OpOperand &read, IfOp tested) {
  Operation *reader = read.getOwner();
  const bool isTest =
      tested && reader == tested->getBlock()->getTerminator() && read.getOperandNumber() == 0;
  return isTest ? tested.getOperation() : reader;
}

Operation *Storage::lastReader(Value v) {
  if (auto it = lastReaders.find(v); it != lastReaders.end())
    return it->second;
  Block *block = v.getParentBlock();
  IfOp tested = testedIn(block);
  Operation *last = nullptr;
  for (OpOperand &use : v.getUses())
    forEachReading(use, [&](OpOperand &read, bool) {
      Operation *reader = readerOf(read, tested);
      // A bound size is spelled anywhere.
      if (isa<BindOp>(reader))
        reader = block->getTerminator();
      if (!last || last->isBeforeInBlock(reader))
        last = reader;
    });
  return lastReaders[v] = last;
}

bool Storage::canWrite(unsigned variable, Operation *op,
                       llvm::function_ref<bool(OpOperand &, bool)> mayRead) {
  Block *block = op->getBlock();
  IfOp tested = testedIn(block);
  auto isLate = [&](Value v) {
    Operation *last = lastReader(v);
    if (!last || last->isBeforeInBlock(op))
      return false;
    bool late = last != op;
    for (OpOperand &use : v.getUses())
      if (!late)
        forEachReading(use, [&](OpOperand &read, bool isDirect) {
          late |= readerOf(read, tested) == op && !mayRead(read, isDirect);
        });
    return late;
  };
  for (Value v : llvm::reverse(all[variable].values)) {
    const bool isHere = v.getParentBlock() == block &&
                        (isa<BlockArgument>(v) || v.getDefiningOp()->isBeforeInBlock(op));
    if (isHere && isLate(v))
      return false;
    // What is older was read before this was written.
    if (isHere && isa<OpResult>(v))
      break;
  }
  return llvm::none_of(block->getArguments(), [&](BlockArgument argument) {
    return passed.contains(argument) && of(argument) == variable && isLate(argument);
  });
}

/// Orders a heap by statements, the first on top.
static bool isLater(const std::pair<Operation *, unsigned> &a,
                    const std::pair<Operation *, unsigned> &b) {
  return a.first == b.first ? a.second > b.second : b.first->isBeforeInBlock(a.first);
}

void Storage::waitUntilRead(unsigned variable) {
  Block *block = all[variable].values.front().getParentBlock();
  auto values = llvm::reverse(all[variable].values);
  Operation *last =
      lastReader(*llvm::find_if(values, [&](Value v) { return v.getParentBlock() == block; }));
  Pool &pool = pools[{block, all[variable].type}];
  if (!last) {
    pool.free.insert(variable);
    return;
  }
  pool.waiting.emplace_back(last, variable);
  std::push_heap(pool.waiting.begin(), pool.waiting.end(), isLater);
}

std::optional<unsigned> Storage::unread(Operation *op, Value v, const Numbers &owned) {
  auto pool = pools.find({op->getBlock(), v.getType()});
  if (pool == pools.end())
    return std::nullopt;
  auto &[waiting, free] = pool->second;
  while (!waiting.empty() && waiting.front().first->isBeforeInBlock(op)) {
    free.insert(waiting.front().second);
    std::pop_heap(waiting.begin(), waiting.end(), isLater);
    waiting.pop_back();
  }
  std::optional<unsigned> found;
  llvm::SmallVector<unsigned> written; // meanwhile
  while (!found && !free.empty()) {
    const unsigned number = *free.begin();
    free.erase(free.begin());
    if (!owned.contains(number) || all[number].type != v.getType() || all[number].hasName)
      continue;
    if (canWrite(number, op, [](OpOperand &, bool) { return false; }))
      found = number;
    else
      written.push_back(number);
  }
  llvm::for_each(written, [&](unsigned number) { waitUntilRead(number); });
  return found;
}

void Storage::pass(OperandRange others, Block::BlockArgListType arguments) {
  for (auto [other, argument] : llvm::zip(others, arguments))
    passed[argument] = other;
}

void Storage::visit(Block &block, llvm::ArrayRef<unsigned> targets, Numbers owned) {
  // What is yielded best lives where it is carried on.
  Wishes wishes;
  ValueRange yielded = block.getTerminator()->getOperands();
  yielded = yielded.drop_front(targets.empty() ? yielded.size() : yielded.size() - targets.size());
  for (auto [v, target] : llvm::zip(yielded, targets))
    if (v.getDefiningOp() && v.getType() == all[target].values.back().getType())
      wishes.try_emplace(v, target);
  for (Operation &op : llvm::reverse(block)) {
    auto loop = dyn_cast<LoopOp>(op);
    for (auto [i, result] : llvm::enumerate(op.getResults())) {
      auto wish = wishes.find(result);
      if (wish == wishes.end())
        continue;
      Value from = loop ? loop.getInits()[i] : writtenBase(&op);
      if (from && from.getDefiningOp())
        wishes.try_emplace(from, wish->second);
    }
  }
  for (Operation &op : block.without_terminator())
    if (auto loop = dyn_cast<LoopOp>(op))
      visit(loop, wishes, owned);
    else if (auto choice = dyn_cast<IfOp>(op))
      visit(choice, wishes, owned);
    else if (op.hasAttr(attr::local) && !counters.contains(op.getResult(0))) {
      visit(&op, wishes, owned);
      if (auto columns = dyn_cast<ColumnwiseOp>(op))
        visit(columns.getBody().front(), {}, {});
    }
}

void Storage::visit(Operation *op, const Wishes &wishes, Numbers &owned) {
  Value v = op->getResult(0), base = writtenBase(op);
  auto mayRead = [](OpOperand &, bool) { return true; };
  if (base)
    if (auto own = of(base); own && owned.contains(*own) && canWrite(*own, op, mayRead))
      return write(*own, v);
  const bool isOwn = takesStatements(op) || isa<MakeListOp, ZerosLikeOp>(op);
  if (auto wish = wishes.find(v);
      wish != wishes.end() && !isOwn && canWrite(wish->second, op, mayRead))
    return write(wish->second, v);
  // What is read for the last time, entry by entry, is written over.
  const bool isNumbers = isDynamic(v) && !isTruth(v);
  if (isNumbers && (!isOwn || isa<ColumnwiseOp>(op)))
    for (Value old : overwritable(op))
      if (auto own = of(old); own && owned.contains(*own) && all[*own].type == v.getType() &&
                              !isTruth(old) && (nameOf(old).empty() || nameOf(v).empty()) &&
                              canWrite(*own, op, mayRead)) {
        overwriting.insert(v);
        return write(*own, v);
      }
  // So is what nobody gave a name and nothing reads any more.
  if (isNumbers && !isOwn && nameOf(v).empty())
    if (std::optional<unsigned> number = unread(op, v, owned)) {
      overwriting.insert(v);
      reusing.insert(v);
      write(*number, v);
      return waitUntilRead(*number);
    }
  const bool mayBeWritten =
      base || !isOwn ||
      isa<AssembleOp, ColumnwiseOp, InverseOp, MakeListOp, MirrorOp, ZerosLikeOp>(op);
  const unsigned number = declare(v, mayBeWritten);
  if (base)
    all[number].isWritten = true;
  if (mayBeWritten) {
    owned.insert(number);
    if (!isTruth(v))
      waitUntilRead(number);
  }
}

void Storage::visit(LoopOp loop, const Wishes &wishes, Numbers &owned) {
  llvm::SmallVector<unsigned> targets;
  for (unsigned i = 0; i < loop.getNumResults(); ++i) {
    Value result = loop.getResult(i), init = loop.getInits()[i], argument = loop.getCarried()[i],
          yielded = loop.getYielded()[i];
    OpOperand *own = &loop.getInitsMutable()[i];
    auto isInit = [&](OpOperand &read, bool isDirect) { return isDirect && &read == own; };
    auto isFree = [&](unsigned variable) {
      return !llvm::is_contained(targets, variable) && canWrite(variable, loop, isInit);
    };
    const bool isSame = init.getType() == result.getType() &&
                        argument.getType() == result.getType() &&
                        yielded.getType() == result.getType();
    auto taken = of(init);
    auto wish = wishes.find(result);
    if (isSame && taken && owned.contains(*taken) && isFree(*taken)) {
      targets.push_back(*taken);
      write(*taken, result);
    } else if (isSame && wish != wishes.end() && isFree(wish->second)) {
      targets.push_back(wish->second);
      write(wish->second, result);
    } else {
      targets.push_back(declare(result));
      owned.insert(targets.back());
    }
    Variable &variable = all[targets.back()];
    variable.type = merged(merged(variable.type, init.getType()), yielded.getType());
    if (variable.values.size() == 1)
      waitUntilRead(targets.back());
    write(targets.back(), argument);
  }
  pass(loop.getOthers(), loop.getOuter());
  if (auto counter = counterOf(loop))
    counters.insert(counter->value);
  visit(loop.getBody().front(), targets, Numbers(targets.begin(), targets.end()));
}

/// The argument of its block from which `v` is made by writing to parts of it, or null.
static BlockArgument madeOf(Value v) {
  while (Operation *op = v.getDefiningOp()) {
    auto result = cast<OpResult>(v);
    if (Value base = writtenBase(op))
      v = base;
    else if (auto loop = dyn_cast<LoopOp>(op))
      v = loop.getInits()[result.getResultNumber()];
    else if (auto choice = dyn_cast<IfOp>(op)) {
      BlockArgument from;
      for (Region *side : {&choice.getThen(), &choice.getOtherwise()})
        if (!from)
          from = madeOf(side->front().getTerminator()->getOperand(result.getResultNumber()));
      if (!from)
        return {};
      v = choice.getOthers()[from.getArgNumber()];
    } else
      return {};
  }
  return cast<BlockArgument>(v);
}

void Storage::visit(IfOp choice, const Wishes &wishes, Numbers &owned) {
  llvm::SmallVector<unsigned> targets;
  // The condition is read first, and what the sides are given can be read until they end.
  auto mayRead = [](OpOperand &read, bool isDirect) {
    return isDirect || read.getOperandNumber() == 0;
  };
  for (OpResult result : choice.getResults()) {
    const unsigned i = result.getResultNumber();
    std::optional<unsigned> taken;
    auto isFree = [&](unsigned variable) {
      return !llvm::is_contained(targets, variable) && canWrite(variable, choice, mayRead);
    };
    // A number goes where it is carried on, a matrix where least is copied.
    auto wish = wishes.find(result);
    if (wish != wishes.end() && !isa<MatrixType, ListType>(result.getType()) &&
        isFree(wish->second))
      taken = wish->second;
    Type type = result.getType();
    for (Region *side : {&choice.getThen(), &choice.getOtherwise()}) {
      Value yielded = side->front().getTerminator()->getOperand(i);
      type = merged(type, yielded.getType());
      BlockArgument from = madeOf(yielded);
      if (!from || taken)
        continue;
      Value other = choice.getOthers()[from.getArgNumber()];
      if (auto own = of(other);
          own && owned.contains(*own) && other.getType() == type && isFree(*own))
        taken = own;
    }
    if (!taken && wish != wishes.end() && isFree(wish->second))
      taken = wish->second;
    if (taken) {
      targets.push_back(*taken);
      write(*taken, result);
    } else {
      targets.push_back(declare(result));
      owned.insert(targets.back());
      all[targets.back()].isWritten = true;
    }
    Variable &variable = all[targets.back()];
    variable.type = merged(variable.type, type);
    if (variable.values.size() == 1)
      waitUntilRead(targets.back());
  }
  for (Region *side : {&choice.getThen(), &choice.getOtherwise()}) {
    pass(choice.getOthers(), side->getArguments());
    visit(side->front(), targets, Numbers(targets.begin(), targets.end()));
  }
}

} // namespace delgen
