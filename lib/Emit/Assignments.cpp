//===- Assignments.cpp - Values written to variables in C++ ---------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is written may read what it overwrites: Eigen must then not write an entry before the
// last that reads it, and of several variables none is written before the last that reads it.
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Attributes.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

using Lines = std::vector<std::string>;

void Expressions::findStarts() {
  f.walk([&](MulOp product) {
    if (!product->hasAttr(attr::start) || !names[product].empty())
      return;
    // It has one user, and so has each of them up to the variable.
    Value v = product;
    while (names[v].empty() && v.hasOneUse() && v.getUsers().begin()->getNumResults() == 1)
      v = v.getUsers().begin()->getResult(0);
    const Storage::Variable *variable = names.variable(v);
    if (!variable || (variable->values.front() != v && !names.reuses(v)))
      return;
    starts[v] = product;
    passed[product] = {names[v].str()};
  });
}

static bool isLetter(char c) { return llvm::isAlnum(c) || c == '_'; }

bool mentions(StringRef text, StringRef name) {
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

/// Calls `each` with the identifiers that `text` has, as `mentions` finds them.
static void forEachMentioned(StringRef text, llvm::function_ref<void(StringRef)> each) {
  for (size_t at = 0; at < text.size();) {
    if (!isLetter(text[at])) {
      ++at;
      continue;
    }
    StringRef word = text.substr(at).take_while(isLetter);
    if (at == 0 || (text[at - 1] != '.' && text[at - 1] != ':'))
      each(word);
    at += word.size();
  }
}

void dropUnread(std::vector<std::string> &lines) {
  llvm::StringSet<> read; // behind
  std::vector<std::string> kept;
  for (std::string &text : llvm::reverse(lines)) {
    StringRef line = text;
    if (line.consume_front("const Eigen::Index ") &&
        !read.contains(line.take_until([](char c) { return c == ' '; })))
      continue;
    forEachMentioned(text, [&](StringRef word) { read.insert(word); });
    kept.push_back(std::move(text));
  }
  std::reverse(kept.begin(), kept.end());
  lines = std::move(kept);
}

/// `i = text`, or `i += …`.
std::string Expressions::counted(StringRef name, StringRef text) {
  StringRef more = text;
  if (!more.consume_front((name + " + ").str()) || mentions(more, name) || more.contains(' '))
    return fmt::format("{} = {};", name.str(), text.str());
  return more == "1" ? fmt::format("++{};", name.str())
                     : fmt::format("{} += {};", name.str(), more.str());
}

Lines Expressions::assignments(ValueRange values, ValueRange targets) {
  struct Pending {
    Value target, value;
    std::string name, text;
    bool isDone = false;
    bool isComputed = false; // before any is written
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
    auto canWait = [](Pending &one) { return !one.isDone && !one.isComputed; };
    next = llvm::find_if(pending,
                         [&](Pending &one) { return canWait(one) && names[one.value].empty(); });
    if (next == pending.end())
      next = llvm::find_if(pending, canWait);
    StringRef own = nameOf(next->value);
    const std::string name =
        names.helper(own.empty() || own == next->name ? "next_" + next->name : own.str());
    Text text =
        isa<IndexType>(next->value.getType()) ? index(next->value) : useAs(next->value, false);
    lines.push_back(
        fmt::format("const {} {} = {};", spellType(next->value.getType(), false), name, text.text));
    next->text = fmt::format("{} = {};", next->name, name);
    next->isComputed = true;
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

/// True where a column of `product` is multiplied by a row.
static bool isDyad(MulOp product) {
  Value left;
  for (Value factor : product.getFactors()) {
    if (!isMatrix(factor))
      continue;
    if (left && colsOf(left.getType()).is(1) && rowsOf(factor.getType()).is(1))
      return true;
    left = factor;
  }
  return false;
}

/// True where an expression may be assigned to `object`, which it reads: each entry is made of
/// the entry in its place, or of what is computed before.
bool Expressions::isInPlace(Value v, const std::string &object, bool isTop) {
  auto parts = [&](ValueRange operands) {
    return llvm::all_of(operands, [&](Value part) { return isInPlace(part, object, false); });
  };
  // Spelling a constant says that what tells its size is used.
  if (!isMatrix(v) || inlined<FillOp>(v) || inlined<IdentityOp>(v))
    return true;
  const std::string written = StringRef(object).take_while(isLetter).str();
  if (!isTop && (!names[v].empty() || use(v).text == object || !mentions(use(v).text, written)))
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
  // A dyad that is computed entry by entry reads entries of its factors in other places. Eigen does
  // so where one side has few entries at compile time.
  const bool isFixed = rowsOf(v.getType()).isNumber() || colsOf(v.getType()).isNumber();
  if (isAddedDyad(product) || (isFixed && isDyad(product)))
    return llvm::none_of(product.getFactors(),
                         [&](Value factor) { return mentions(use(factor).text, written); });
  // diag(v) A scales what stands in its place.
  if (isa_and_nonnull<DiagOp>(names.outer(product.getFactors().front()).getDefiningOp()) &&
      product.getFactors().size() == 2)
    return isInPlace(product.getFactors().back(), object, false) &&
           !mentions(use(product.getFactors().front()).text, written);
  // Any other product of matrices is computed before.
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
    return !inlined<FillOp>(term) && !inlined<IdentityOp>(term) && use(term).text == object;
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

} // namespace delgen
