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

bool mentions(StringRef text, StringRef name) {
  auto isLetter = [](char c) { return llvm::isAlnum(c) || c == '_'; };
  for (size_t at = text.find(name); at != StringRef::npos; at = text.find(name, at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const size_t end = at + name.size();
    // What follows a point is a member of something else.
    if (!isLetter(before) && before != '.' && before != ':' &&
        (end == text.size() || !isLetter(text[end])))
      return true;
  }
  return false;
}

/// `i = text`, or `i += …`.
static std::string counted(const std::string &name, StringRef text) {
  StringRef more = text;
  if (!more.consume_front(name + " + ") || mentions(more, name) || more.contains(' '))
    return fmt::format("{} = {};", name, text.str());
  return more == "1" ? fmt::format("++{};", name) : fmt::format("{} += {};", name, more.str());
}

//===-- Blocks ------------------------------------------------------------===//

Lines Expressions::block(Block &block, Operation *end) {
  Lines lines;
  for (Operation &op : block.without_terminator()) {
    if (&op == end)
      break;
    if (auto loop = dyn_cast<LoopOp>(op))
      llvm::append_range(lines, repeated(loop));
    else if (auto choice = dyn_cast<IfOp>(op))
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
  if (!names.declares(v) && isa<IndexType>(v.getType()))
    return {counted(name.str(), define(v).text)};
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
  scopes.pop_back();
  return lines;
}

//===-- Assignments -------------------------------------------------------===//

Lines Expressions::assignments(ValueRange values, ValueRange targets) {
  struct Pending {
    Value target, value;
    std::string name, text;
    bool isDone = false;
  };
  llvm::SmallVector<Pending> pending;
  for (auto [value, target] : llvm::zip(values, targets))
    if (!names.shareVariable(value, target))
      pending.push_back({target, value, names[target].str(), assignment(target, value)});
  // All are of the old values: what is still read is not yet written.
  Lines lines;
  for (size_t left = pending.size(); left > 0;) {
    auto *next = llvm::find_if(pending, [&](Pending &one) {
      return !one.isDone && llvm::none_of(pending, [&](Pending &other) {
        return &other != &one && !other.isDone && mentions(other.text, one.name);
      });
    });
    if (next != pending.end()) {
      lines.push_back(next->text);
      next->isDone = true;
      --left;
      continue;
    }
    // In a circle, one new value waits: rather one that is computed than a copy.
    auto canWait = [&](Pending &one) { return !one.isDone && names[one.value].empty(); };
    next = llvm::find_if(pending, canWait);
    if (next == pending.end())
      next = llvm::find_if(pending, [](Pending &one) { return !one.isDone; });
    StringRef own = nameOf(next->value);
    const std::string name =
        names.helper(own.empty() || own == next->name ? "next_" + next->name : own.str());
    Text text =
        isa<IndexType>(next->value.getType()) ? index(next->value) : useAs(next->value, false);
    lines.push_back(
        fmt::format("const {} {} = {};", spellType(next->value.getType(), false), name, text.text));
    next->text = fmt::format("{} = {};", next->name, name);
  }
  return lines;
}

std::string Expressions::assignment(Value target, Value value) {
  const std::string name = names[target].str();
  if (isa<IndexType>(value.getType()))
    return counted(name, index(value).text);
  if (flags.contains(names.variable(target)))
    return fmt::format("{} = {};", name, truth(value));
  // What keeps its sizes is filled as it is.
  if (isa<BlockArgument>(target) && target.getType() == value.getType())
    return written(name, value, names.variable(target));
  return writtenTo(name, value, names.variable(target), use(value));
}

/// True where an expression may be assigned to `object`, which it reads: each entry is made of
/// the entry in its place, or of what is computed before.
bool Expressions::isInPlace(Value v, const std::string &object, bool isTop) {
  auto parts = [&](ValueRange operands) {
    return llvm::all_of(operands, [&](Value part) { return isInPlace(part, object, false); });
  };
  if (!isMatrix(v) || (!isTop && (!names[v].empty() || use(v).text == object)))
    return true;
  Operation *op = names.outer(v).getDefiningOp();
  if (!op)
    return true;
  if (isa<AddOp, HadamardOp, MapOp, PowOp, PowerOp, SelectOp, MaxOp, MinOp, CompareOp, CastOp,
          FillOp, IdentityOp, AtOp>(op))
    return parts(op->getOperands());
  auto product = dyn_cast<MulOp>(op);
  if (!product)
    return false;
  if (llvm::count_if(product.getFactors(), isMatrix) == 1)
    return parts(product.getFactors());
  // A product of matrices is computed before.
  return llvm::none_of(product.getFactors(), [&](Value factor) {
    Operation *of = names.outer(factor).getDefiningOp();
    return isa_and_nonnull<DiagOp, FillOp>(of);
  });
}

std::string Expressions::writtenTo(const std::string &object, Value v,
                                   const Storage::Variable *variable, Text text) {
  StringRef name = variable ? names[variable->values.front()] : StringRef();
  auto doesRead = [&](const std::string &what) { return !name.empty() && mentions(what, name); };
  auto isObject = [&](Value term) {
    // The same as what is written to: s in s + e, or a part that is read where it is written.
    return use(term).text == object;
  };
  auto isProduct = [&](Value term) {
    auto product = inlined<MulOp>(term);
    return product && llvm::count_if(product.getFactors(), isMatrix) > 1;
  };
  const bool isOwn = variable && names.shareVariable(v, variable->values.front());
  auto sum = isOwn || names[v].empty() ? v.getDefiningOp<AddOp>() : AddOp();
  if (sum && llvm::count_if(sum.getTerms(), isObject) == 1 &&
      llvm::none_of(sum.getTerms(), [&](Value t) { return bool(inlined<FillOp>(t)); })) {
    llvm::SmallVector<Value> rest;
    llvm::copy_if(sum.getTerms(), std::back_inserter(rest),
                  [&](Value term) { return !isObject(term); });
    const bool isOne = rest.size() == 1;
    Text more = isOne ? use(rest.front()) : this->sum(rest);
    const bool isNegative =
        isOne && this->isNegative(rest.front()) && StringRef(more.text).starts_with("-");
    if (isNegative)
      more = negated(rest.front());
    more = convert(more, v.getType(), false);
    const bool isAlias = doesRead(more.text);
    const bool isSafe =
        !isAlias || llvm::all_of(rest, [&](Value t) { return isInPlace(t, object, false); });
    if (!isSafe)
      more = {more.within(Binding::Primary) + ".eval()"};
    return fmt::format("{}{} {}= {};", object,
                       isOne && isProduct(rest.front()) && !isAlias ? ".noalias()" : "",
                       isNegative ? "-" : "+", more.text);
  }
  auto product = isOwn || names[v].empty() ? v.getDefiningOp<MulOp>() : MulOp();
  if (product && llvm::count_if(product.getFactors(), isObject) == 1 &&
      llvm::all_of(product.getFactors(), [&](Value t) {
        auto number = t.getDefiningOp<ConstantOp>();
        return isObject(t) || (isScalar(t) && !(number && number.number() == -1));
      })) {
    llvm::SmallVector<Value> rest;
    llvm::copy_if(product.getFactors(), std::back_inserter(rest),
                  [&](Value factor) { return !isObject(factor); });
    Value below = rest.size() == 1 ? denominator(rest.front()) : Value();
    return fmt::format("{} {}= {};", object, below ? "/" : "*",
                       below              ? use(below).text
                       : rest.size() == 1 ? use(rest.front()).text
                                          : this->product(rest).text);
  }
  text = convert(text, v.getType(), false);
  const bool isAlias = doesRead(text.text);
  if (isMatrix(v) && isAlias && !isInPlace(v, object, isOwn))
    text = {text.within(Binding::Primary) + ".eval()"};
  const bool isDirect = product && llvm::count_if(product.getFactors(), isMatrix) > 1 && !isAlias;
  return fmt::format("{}{} = {};", object, isDirect ? ".noalias()" : "", text.text);
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
