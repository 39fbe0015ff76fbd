//===- ControlFormula.cpp - Loops, choices and lists as mathematics -------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is only added to is a sum; any other loop is a recurrence, (a, b) ← (b, a + b).
//
//===----------------------------------------------------------------------===//

#include "Formula.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/TypeSwitch.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

/// True where carried value `i` is only added to, by terms that are of the iteration alone.
static bool isSummed(LoopOp loop, unsigned i) {
  BlockArgument carried = loop.getCarried()[i];
  Value yielded = loop.getYielded()[i];
  Operation *adder = yielded.getDefiningOp();
  if (!loop.isCounted() || !adder || !carried.hasOneUse() || *carried.getUsers().begin() != adder)
    return false;
  auto inner = dyn_cast<LoopOp>(adder);
  const unsigned of = cast<OpResult>(yielded).getResultNumber();
  if (inner ? inner.getInits()[of] != carried || !isSummed(inner, of) : !isa<AddOp>(adder))
    return false;
  llvm::SmallVector<Value> pending;
  llvm::copy_if(adder->getOperands(), std::back_inserter(pending),
                [&](Value term) { return term != carried; });
  llvm::DenseSet<Value> seen;
  while (!pending.empty()) {
    Value v = pending.pop_back_val();
    if (llvm::is_contained(loop.getCarried(), v))
      return false;
    if (Operation *op = v.getDefiningOp(); op && seen.insert(v).second)
      llvm::append_range(pending, op->getOperands());
  }
  return true;
}

bool Formula::isRecurrence(LoopOp loop) {
  // Each loop around it asks.
  auto it = recurrences.find(loop);
  if (it == recurrences.end())
    it = recurrences.try_emplace(loop, decideRecurrence(loop)).first;
  return it->second;
}

bool Formula::decideRecurrence(LoopOp loop) {
  for (unsigned i = 0; i < loop.getNumResults(); ++i)
    if (loop.getYielded()[i] != loop.getCarried()[i] && !isSummed(loop, i))
      return true;
  return !definitions(loop.getBody().front(), 0).empty();
}

/// What counts the iterations: `k = 0, …, n − 1`.
std::string Formula::iterations(LoopOp loop, const char *between, bool isUp) {
  auto counter = counterOf(loop);
  std::string first = counter ? spell(counter->first) : "0";
  std::string last =
      spell(counter ? counter->last : Affine::of(loop.getTimes(), loop->getBlock()) - 1);
  if (isUp && counter && counter->step < 0)
    std::swap(first, last);
  return symbol(names[loop.getCounter()]) + fmt::format(fmt::runtime(between), first, last);
}

std::string Formula::summed(LoopOp loop, unsigned i) {
  Value yielded = loop.getYielded()[i];
  std::string sign = isLatex() ? "\\sum_{" + iterations(loop, "={}}}^{{{}}} ", true)
                               : "Σ_{" + iterations(loop, "={}…{}}} ", true);
  if (auto inner = yielded.getDefiningOp<LoopOp>())
    return sign + summed(inner, cast<OpResult>(yielded).getResultNumber());
  llvm::SmallVector<Value> terms;
  llvm::copy_if(yielded.getDefiningOp()->getOperands(), std::back_inserter(terms),
                [&](Value term) { return term != loop.getCarried()[i]; });
  return sign + group(terms.size() == 1 ? use(terms.front()) : sum(terms), Binding::Product);
}

Text Formula::control(OpResult v) {
  const unsigned i = v.getResultNumber();
  if (auto choice = dyn_cast<IfOp>(v.getOwner())) {
    auto side = [&](Region &region) {
      return use(region.front().getTerminator()->getOperand(i)).text;
    };
    return chosen(side(choice.getThen()), condition(choice.getCondition()),
                  side(choice.getOtherwise()));
  }
  auto loop = cast<LoopOp>(v.getOwner());
  if (isRecurrence(loop))
    return {local(v)};
  Value init = loop.getInits()[i];
  if (!isSummed(loop, i))
    return use(init);
  std::string text = summed(loop, i);
  auto start = init.getDefiningOp<FillOp>();
  auto zero = (start ? start.getA() : init).getDefiningOp<ConstantOp>();
  if (zero && zero.number() == 0)
    return {text, Binding::Product};
  return {use(init).text + " + " + text, Binding::Sum};
}

Text Formula::chosen(const std::string &a, const std::string &c, const std::string &b) {
  return {isLatex()
              ? fmt::format("\\begin{{cases}} {} & {} \\\\ {} & \\text{{otherwise}} \\end{{cases}}",
                            a, c, b)
              : fmt::format("({} if {} else {})", a, c, b)};
}

std::pair<std::string, std::string> Formula::recurrence(LoopOp loop) {
  auto word = [&](StringRef w) {
    return isLatex() ? ("\\ \\text{" + w + "}\\ ").str() : (" " + w + " ").str();
  };
  auto tuple = [&](llvm::function_ref<std::string(unsigned)> each) {
    std::string text;
    unsigned count = 0;
    for (unsigned i = 0; i < loop.getNumResults(); ++i)
      if (loop.getYielded()[i] != loop.getCarried()[i]) {
        text += (text.empty() ? "" : ", ") + each(i);
        ++count;
      }
    return count > 1 ? group({text, Binding::Sum}, Binding::Primary) : text;
  };
  const std::string name = tuple([&](unsigned i) { return local(loop.getResult(i)); });
  std::string text = tuple([&](unsigned i) { return use(loop.getInits()[i]).text; });
  IfOp choice = chosenWhile(loop);
  auto defined = definitions(loop.getBody().front());
  auto newValue = [&](unsigned i) {
    Value v = loop.getYielded()[i];
    if (choice && v.getDefiningOp() == choice)
      v = choice.getThen().front().getTerminator()->getOperand(cast<OpResult>(v).getResultNumber());
    // What lives in the same variable has its name.
    return names[v] == names[loop.getCarried()[i]] && v.getDefiningOp() ? define(v).text
                                                                        : use(v).text;
  };
  text += "," + word("then") + name + (isLatex() ? " \\leftarrow " : " ← ") + tuple(newValue);
  if (loop.isCounted())
    text += word("for") + iterations(loop, isLatex() ? " = {}, \\dots, {}" : " = {}, …, {}");
  else
    text += word("while") + condition(loop.getFlag());
  const char *with = "with";
  for (const auto &[local, definition] : defined) {
    text += (with[0] == 'w' ? word(with) : ", ") + local + " = " + definition;
    with = ",";
  }
  return {name, text};
}

std::optional<Text> Formula::list(Operation *op) {
  const std::string arrow = isLatex() ? " \\mapsto " : " ↦ ";
  auto bracketed = [&](const std::string &text) {
    return isLatex() ? "\\left[" + text + "\\right]" : "[" + text + "]";
  };
  auto base = [&](Value v) { return group(use(v), Binding::Primary); };
  return llvm::TypeSwitch<Operation *, std::optional<Text>>(op)
      .Case([&](AtOp a) {
        std::string i = use(a.getI()).text;
        return Text{base(a.getA()) + (isLatex() ? "_{" + i + "}" : "[" + i + "]")};
      })
      .Case([&](LengthOp l) {
        return Text{isLatex() ? "\\left|" + use(l.getA()).text + "\\right|"
                              : "|" + use(l.getA()).text + "|"};
      })
      .Case([&](SetAtOp s) {
        return Text{base(s.getA()) +
                    bracketed(use(s.getI()).text + arrow + use(s.getValue()).text)};
      })
      .Case([&](AppendOp a) {
        return Text{base(a.getA()) + bracketed((isLatex() ? "\\text{end}" : "end") + arrow +
                                               use(a.getValue()).text)};
      })
      .Case([&](DropLastOp d) {
        return Text{base(d.getA()) + bracketed((isLatex() ? "\\text{end}" : "end") + arrow +
                                               (isLatex() ? "\\varnothing" : "∅"))};
      })
      .Case([&](MakeListOp m) {
        std::string entries;
        for (Value v : m.getValues())
          entries += (entries.empty() ? "" : ", ") + use(v).text;
        return Text{bracketed(entries)};
      })
      .Case([&](ZerosLikeOp) { return Text{"0"}; })
      .Case([&](AddListsOp a) {
        return Text{use(a.getA()).text + " + " + use(a.getB()).text, Binding::Sum};
      })
      .Default([](Operation *) { return std::nullopt; });
}

} // namespace delgen
