//===- Counters.cpp - What loops count with -------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop of mx counts from 0. Where its body only needs n − 1 − k, the loop of C++ counts that.
//
//===----------------------------------------------------------------------===//

#include "Storage.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

/// The only integer for which the body needs the counter, or the counter.
static Value neededFor(BlockArgument counter) {
  Value v = counter;
  while (v.hasOneUse() && (v == counter || nameOf(v).empty())) {
    Operation *user = *v.getUsers().begin();
    if (!isa<arith::AddIOp, arith::SubIOp>(user))
      break;
    v = user->getResult(0);
  }
  return v;
}

/// True where a value of the body has the size, which may then be another in each iteration.
static bool isSizeInside(Size size, LoopOp loop) {
  auto has = [&](Type type) {
    auto matrix = dyn_cast<MatrixType>(type);
    return matrix && (matrix.getRows() == size || matrix.getCols() == size);
  };
  return llvm::any_of(loop.getCarried(), [&](Value v) { return has(v.getType()); }) ||
         loop.getBody()
             .walk([&](Operation *op) {
               return isa<AtOp, LoopOp, IfOp>(op) && llvm::any_of(op->getResultTypes(), has)
                          ? WalkResult::interrupt()
                          : WalkResult::advance();
             })
             .wasInterrupted();
}

std::optional<Counter> counterOf(LoopOp loop) {
  if (!loop.isCounted())
    return std::nullopt;
  Block *body = &loop.getBody().front(), *block = loop->getBlock();
  Value v = neededFor(loop.getCounter());
  if (v == loop.getCounter())
    return std::nullopt;
  const Affine inside = Affine::of(v, body);
  Counter counter = {v, 0, Affine(inside.offset()), Affine(0)};
  for (const auto &[atom, coefficient] : inside.atoms()) {
    if (atom.value == loop.getCounter()) {
      counter.step = coefficient;
      continue;
    }
    // The rest is the same in each iteration.
    std::optional<Affine> outside;
    if (atom.size && !isSizeInside(*atom.size, loop))
      outside = Affine::of(*atom.size, block);
    for (auto [other, argument] : llvm::zip(loop.getOthers(), loop.getOuter()))
      if (atom.value == argument)
        outside = Affine::of(other, block);
    if (!outside || std::abs(coefficient) > 2)
      return std::nullopt;
    for (int64_t i = 0; i < std::abs(coefficient); ++i)
      counter.first = coefficient > 0 ? counter.first + *outside : counter.first - *outside;
  }
  const Affine times = Affine::of(loop.getTimes(), block);
  if (counter.step == 1)
    counter.last = counter.first + times - 1;
  else if (counter.step == -1)
    counter.last = counter.first - times + 1;
  else
    return std::nullopt;
  for (const Affine &end : {counter.first, counter.last})
    for (const auto &[atom, coefficient] : end.atoms())
      if (llvm::is_contained(loop.getInits(), atom.value))
        return std::nullopt;
  return counter;
}

std::pair<llvm::SmallVector<std::pair<Value, int64_t>>, Affine> inCounters(const Affine &integer) {
  llvm::SmallVector<std::pair<Value, int64_t>> counted;
  Affine rest = integer;
  for (const auto &[atom, coefficient] : integer.atoms()) {
    auto argument = atom.value ? dyn_cast<BlockArgument>(atom.value) : BlockArgument();
    auto loop = argument ? dyn_cast<LoopOp>(argument.getOwner()->getParentOp()) : LoopOp();
    auto counter = loop && argument == loop.getCounter() ? counterOf(loop) : std::nullopt;
    if (!counter)
      continue;
    // i = ± k + c, so k = ± (i − c).
    const Affine inside = Affine::of(counter->value, argument.getOwner());
    const int64_t times = coefficient * counter->step;
    counted.emplace_back(counter->value, times);
    for (int64_t n = 0; n < std::abs(times); ++n)
      rest = times > 0 ? rest - inside : rest + inside;
  }
  return {counted, rest};
}

} // namespace delgen
