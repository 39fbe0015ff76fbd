//===- Control.cpp - Loops and choices between computations in C++ --------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"

#include "llvm/ADT/StringExtras.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

using Lines = std::vector<std::string>;

/// Adds the lines of a body.
static void addIndented(Lines &lines, const Lines &body) {
  for (const std::string &line : body)
    lines.push_back("  " + line);
}

//===-- Blocks ------------------------------------------------------------===//

Lines Expressions::block(Block &block, Operation *end) {
  Lines lines;
  for (Operation &op : block.without_terminator()) {
    if (&op == end)
      break;
    if (auto loop = dyn_cast<LoopOp>(op)) {
      // What the body says of the variables in front of it, whether they are Arrays, is known then.
      const Lines own = repeated(loop);
      for (const Storage::Variable &variable : names.variables())
        if (variable.before == loop)
          lines.push_back(localType(variable.values.front()) + " " +
                          names[variable.values.front()].str() + ";");
      llvm::append_range(lines, own);
    } else if (auto choice = dyn_cast<IfOp>(op))
      llvm::append_range(lines, branched(choice));
    else if (op.getNumResults() == 1 && names.variable(op.getResult(0)))
      llvm::append_range(lines, definition(op.getResult(0)));
    printed.insert(&op);
  }
  return lines;
}

Lines Expressions::definition(Value v) {
  StringRef name = names[v];
  if (Lines own = statements(v.getDefiningOp(), name); !own.empty())
    return own;
  if (MulOp start = starts.lookup(v)) {
    const std::string object = name.str();
    Lines lines = {names.declares(v) ? declared(v, define(start), true)
                                     : object + ".noalias() = " + define(start).text + ";"};
    lines.push_back(writtenTo(object, v, names.variable(v), define(v)));
    return lines;
  }
  if (names.reuses(v) || (names.isReused(v) && names.variable(v)->values.front() == v)) {
    const bool isArray = isArrayLocal(v);
    // What it held before is not read.
    const bool isDirect = !isArray && isDefinedByProducts(v, names);
    return {fmt::format("{}{} = {};", name.str(), isDirect ? ".noalias()" : "",
                        convert(define(v), v.getType(), isArray).text)};
  }
  if (auto solve = v.getDefiningOp<SolveOp>();
      solve && !names.declares(v) && names.shareVariable(v, solve.getB()))
    return {fmt::format("{}.solveInPlace({});", use(solve.getA()).text, name.str())};
  if (!names.declares(v) && isa<IndexType>(v.getType()))
    return {counted(name, define(v).text)};
  if (!names.declares(v) && flags.contains(names.variable(v)))
    return {fmt::format("{} = {};", name.str(), define(v).text)};
  if (!names.declares(v))
    return {writtenTo(name.str(), v, names.variable(v), define(v))};
  return {declared(v, define(v), names.variable(v)->isWritten)};
}

std::string Expressions::declared(Value v, const Text &text, bool isWritten) {
  return fmt::format("{}{} {} = {};", isWritten ? "" : "const ", localType(v), names[v].str(),
                     convert(text, v.getType(), isArrayLocal(v)).text);
}

Lines Expressions::body(Block &block, ValueRange targets, Value flag) {
  scopes.push_back(&block);
  Lines lines = this->block(block);
  ValueRange yielded = block.getTerminator()->getOperands().take_back(targets.size());
  Lines last = assignments(yielded, targets);
  if (flag) {
    std::string goes = condition(flag, false);
    auto isLate = [&](auto pair) {
      auto [value, target] = pair;
      return !names.shareVariable(value, target) && mentions(goes, names[target]);
    };
    if (llvm::any_of(llvm::zip(yielded, targets), isLate)) {
      const std::string name = names.helper("goes");
      lines.push_back(fmt::format("const bool {} = {};", name, goes));
      last.push_back(fmt::format("if (!{})", name));
    } else {
      last.push_back("if (" + negation(flag) + ")");
    }
    last.emplace_back("  break;");
  }
  llvm::append_range(lines, last);
  dropUnread(lines);
  scopes.pop_back();
  return lines;
}

//===-- Loops -------------------------------------------------------------===//

Text Expressions::spell(const Affine &integer) {
  Text text;
  auto add = [&](int64_t number, const Text &what) {
    const bool isNegative = number < 0;
    number = std::abs(number);
    std::string term = what.text.empty() ? std::to_string(number)
                       : number == 1 ? what.within(Binding::Product)
                                     : fmt::format("{} * {}", number, what.within(Binding::Unary));
    if (text.text.empty())
      text = {(isNegative ? "-" : "") + term, number == 1 ? what.binding : Binding::Product};
    else
      text = {text.text + (isNegative ? " - " : " + ") + term, Binding::Sum};
  };
  const auto [counters, rest] = inCounters(integer);
  // What is subtracted comes last.
  for (bool isNegative : {false, true}) {
    for (const auto &[counter, coefficient] : counters)
      if ((coefficient < 0) == isNegative)
        add(coefficient, use(counter));
    for (const auto &[atom, coefficient] : rest.atoms())
      if ((coefficient < 0) == isNegative)
        add(coefficient, atom.value ? index(atom.value) : size(*atom.size));
  }
  if (rest.offset() != 0 || text.text.empty())
    add(rest.offset(), {""});
  return text;
}

std::string Expressions::loopHead(LoopOp op, Lines &before) {
  const std::string k = names[op.getCounter()].str();
  if (auto counter = counterOf(op)) {
    const bool isUp = counter->step > 0, isAbove = !isUp && counter->last.offset() > 0;
    const Affine end = isUp ? counter->last + 1 : isAbove ? counter->last - 1 : counter->last;
    const char *sign = isUp ? "<" : isAbove ? ">" : ">=";
    return fmt::format("for (Eigen::Index {0} = {1}; {0} {2} {3}; {4}{0}) {{", k,
                       spell(counter->first).text, sign, spell(end).text, isUp ? "++" : "--");
  }
  std::string count = index(op.getTimes()).within(Binding::Sum);
  if (llvm::any_of(op.getResults(), [&](Value v) { return mentions(count, names[v]); })) {
    const std::string name = names.helper("count");
    before.push_back(fmt::format("const Eigen::Index {} = {};", name, count));
    count = name;
  }
  return fmt::format("for (Eigen::Index {0} = 0; {0} < {1}; ++{0}) {{", k, count);
}

void Expressions::reserve(LoopOp op, Lines &lines) {
  const Affine times = Affine::of(op.getTimes(), op->getBlock());
  if (!times.isNeverNegative())
    return;
  for (auto [result, init, carried, yielded] :
       llvm::zip(op.getResults(), op.getInits(), op.getCarried(), op.getYielded())) {
    auto made = init.getDefiningOp<MakeListOp>();
    auto append = yielded.getDefiningOp<AppendOp>();
    if (made && append && append.getA() == carried)
      lines.push_back(fmt::format("{}.reserve(std::size_t({}));", names[result].str(),
                                  spell(times + Affine(made.getNumOperands())).text));
  }
}

Lines Expressions::repeated(LoopOp op) {
  Lines lines;
  // Spelled where they stand, not inside.
  for (Value other : op.getOthers())
    use(other);
  for (auto [result, init] : llvm::zip(op.getResults(), op.getInits())) {
    if (names.shareVariable(result, init))
      continue;
    if (!names.declares(result))
      lines.push_back(assignment(result, init));
    else if (flags.contains(names.variable(result)))
      lines.push_back(declared(result, {truth(init)}, true));
    else if (isa<IndexType>(init.getType()))
      lines.push_back(declared(result, index(init), true));
    else
      lines.push_back(declared(result, use(init), true));
  }
  if (op.isCounted()) {
    reserve(op, lines);
    lines.push_back(loopHead(op, lines));
    addIndented(lines, body(op.getBody().front(), op.getCarried(), {}));
    lines.emplace_back("}");
    return lines;
  }
  const std::string counter = names[op.getCounter()].str();
  if (!op.getCounter().use_empty())
    lines.push_back(fmt::format("Eigen::Index {} = 0;", counter));
  Lines inner;
  std::string head = "while (true) {";
  IfOp choice = chosenWhile(op);
  auto isSame = [&](auto pair) {
    return names.shareVariable(std::get<0>(pair), std::get<1>(pair));
  };
  if (choice && llvm::all_of(llvm::zip(op.getCarried(), op.getYielded()), isSame)) {
    Block &block = op.getBody().front();
    scopes.push_back(&block);
    inner = this->block(block, choice);
    for (Value other : choice.getOthers())
      use(other);
    if (inner.empty() && op.getCounter().use_empty())
      head = "while (" + condition(op.getFlag(), false) + ") {";
    else
      llvm::append_range(inner, Lines{"if (" + negation(op.getFlag()) + ")", "  break;"});
    llvm::append_range(inner, body(choice.getThen().front(), choice.getResults(), {}));
    dropUnread(inner);
    scopes.pop_back();
  } else {
    inner = body(op.getBody().front(), op.getCarried(), op.getFlag());
  }
  if (!op.getCounter().use_empty())
    inner.push_back("++" + counter + ";");
  lines.push_back(head);
  addIndented(lines, inner);
  lines.emplace_back("}");
  return lines;
}

//===-- Choices -----------------------------------------------------------===//

std::string Expressions::negation(Value v) {
  std::string text = condition(v, false);
  auto isName = [](StringRef name) {
    return llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || c == '_'; });
  };
  if (text.front() == '!' && isName(StringRef(text).drop_front()))
    return text.substr(1);
  return isName(text) ? "!" + text : "!(" + text + ")";
}

Lines Expressions::branched(IfOp op) {
  Lines lines;
  for (Value other : op.getOthers())
    use(other);
  const std::string c = condition(op.getCondition(), false);
  Lines sides[2];
  for (auto [lines, side] : llvm::zip(sides, op->getRegions()))
    lines = body(side.front(), op.getResults(), {});

  // Two numbers, without more to it, are two sides of one expression.
  if (op.getNumResults() == 1 && !isMatrix(op.getResult(0)) &&
      !isa<ListType>(op.getResult(0).getType()) && sides[0].size() == 1 && sides[1].size() == 1) {
    Value result = op.getResult(0);
    const std::string start = names[result].str() + " = ";
    StringRef a = sides[0].front(), b = sides[1].front();
    if (a.consume_front(start) && b.consume_front(start) && a.consume_back(";") &&
        b.consume_back(";") && !a.contains(" ? ")) {
      const bool isConst = names.variable(result)->values.size() == 1;
      std::string type = names.declares(result)
                             ? (isConst ? "const " : "") + localType(result) + " "
                             : std::string();
      return {fmt::format("{}{}{} ? {} : {};", type, start, c, a.str(), b.str())};
    }
  }
  for (Value result : op.getResults())
    if (names.declares(result))
      lines.push_back(localType(result) + " " + names[result].str() + ";");
  if (sides[0].empty() && sides[1].empty())
    return lines;
  if (sides[0].empty()) {
    lines.push_back("if (" + negation(op.getCondition()) + ") {");
    addIndented(lines, sides[1]);
    lines.emplace_back("}");
    return lines;
  }
  lines.push_back("if (" + c + ") {");
  addIndented(lines, sides[0]);
  const bool isChain = !sides[1].empty() && StringRef(sides[1].front()).starts_with("if (") &&
                       llvm::all_of(llvm::drop_begin(sides[1]), [](const std::string &line) {
                         return line[0] == ' ' || line[0] == '}';
                       });
  if (isChain) {
    lines.push_back("} else " + sides[1].front());
    lines.insert(lines.end(), sides[1].begin() + 1, sides[1].end());
    return lines;
  }
  if (!sides[1].empty()) {
    lines.emplace_back("} else {");
    addIndented(lines, sides[1]);
  }
  lines.emplace_back("}");
  return lines;
}

} // namespace delgen
