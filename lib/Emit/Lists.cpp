//===- Lists.cpp - Lists in C++ -------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/TypeSwitch.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

using Lines = std::vector<std::string>;

/// The type in C++ of a result, of an output or a field of an object; empty where the value's own
/// is meant.
static StringRef typeOfResult(func::FuncOp f, unsigned i) {
  const unsigned first = f->hasAttr(attr::resultObject) ? 0 : 1;
  if (i < first)
    return stringAttr(f, attr::result);
  auto outputs = f->getAttrOfType<ArrayAttr>(attr::outputs);
  auto type =
      outputs ? cast<DictionaryAttr>(outputs[i - first]).getAs<StringAttr>("type") : StringAttr();
  return type ? type.getValue() : "";
}

/// The type of the entries of a std::vector or std::array.
static StringRef entryType(StringRef type) {
  type = type.drop_front(type.find('<') + 1);
  unsigned depth = 0;
  for (auto [i, c] : llvm::enumerate(type)) {
    if (depth == 0 && (c == ',' || c == '>'))
      return type.take_front(i).trim();
    depth += c == '<';
    depth -= c == '>';
  }
  return type;
}

namespace {
/// A list, and how often the entries of its entries are what a type is looked for.
struct Related {
  Value list;
  int depth;
};
} // namespace

/// The lists that have the type of this one, or hold it, or are held by it.
static llvm::SmallVector<Related> relatedTo(Related from) {
  llvm::SmallVector<Related> found;
  auto add = [&](Value v, int more) {
    if (isa<ListType>(v.getType()))
      found.push_back({v, from.depth + more});
  };
  Value v = from.list;
  if (Operation *op = v.getDefiningOp()) {
    const unsigned i = cast<OpResult>(v).getResultNumber();
    if (auto loop = dyn_cast<LoopOp>(op))
      add(loop.getInits()[i], 0);
    else if (isa<IfOp>(op))
      for (Region &side : op->getRegions())
        add(side.front().getTerminator()->getOperand(i), 0);
    else if (isa<ZerosLikeOp, SetAtOp, AppendOp, DropLastOp, AddListsOp>(op))
      add(op->getOperand(0), 0);
    else if (auto at = dyn_cast<AtOp>(op))
      add(at.getA(), 1);
    if (isa<SetAtOp, AppendOp, MakeListOp>(op) && op->getNumOperands() > 0)
      add(op->getOperands().back(), -1);
  }
  for (OpOperand &use : v.getUses()) {
    Operation *user = use.getOwner();
    const bool isFirst = use.getOperandNumber() == 0;
    if (isFirst && isa<SetAtOp, AppendOp, DropLastOp, AddListsOp>(user))
      add(user->getResult(0), 0);
    else if (isa<SetAtOp, AppendOp, MakeListOp>(user))
      add(user->getResult(0), 1);
  }
  return found;
}

/// The type of the variable of a list: where it begins as a copy of a parameter, or is returned,
/// that of the parameter or result, which may be a std::array; so for what holds it, or it holds.
std::string Expressions::listType(Value list) {
  llvm::SmallVector<Related> pending = {{list, 0}};
  llvm::DenseSet<std::pair<Value, int>> seen;
  std::string made; // of what the list holds
  auto found = [&](StringRef type, int depth) {
    for (; depth > 0; --depth)
      type = entryType(type);
    std::string text = type.str();
    for (; depth < 0; ++depth)
      text = "std::vector<" + text + ">";
    return text;
  };
  for (unsigned next = 0; next < pending.size(); ++next) {
    auto [inner, depth] = pending[next];
    Value v = names.outer(inner);
    if (std::abs(depth) > 4 || !seen.insert({v, depth}).second)
      continue;
    StringRef known;
    if (auto argument = dyn_cast<BlockArgument>(v); argument && argument.getOwner() == &f.front())
      known = paramAttr(f, argument.getArgNumber(), attr::plain);
    for (auto [i, result] : llvm::enumerate(f.front().getTerminator()->getOperands()))
      if (v == result && known.empty())
        known = typeOfResult(f, i);
    if (!known.empty() && depth >= 0)
      return found(known, depth);
    if (!known.empty() && made.empty())
      made = found(known, depth);
    if (const Storage::Variable *variable = names.variable(v))
      for (Value same : variable->values)
        pending.push_back({same, depth});
    llvm::append_range(pending, relatedTo({v, depth}));
  }
  return made.empty() ? spellType(list.getType(), false) : made;
}

/// A place in a list. The containers of the standard library count without signs.
std::string Expressions::listIndex(Value i) {
  if (auto number = names.outer(i).getDefiningOp<arith::ConstantIndexOp>())
    return std::to_string(number.value());
  return "std::size_t(" + index(i).text + ")";
}

Text Expressions::at(AtOp op) {
  return {fmt::format("{}[{}]", use(op.getA()).within(Binding::Primary), listIndex(op.getI()))};
}

/// Makes zeros of the list called `name`, of lists or matrices.
static void clear(Lines &lines, const std::string &indent, const std::string &name, Type element,
                  const Names &names) {
  const std::string entry = names.helper("entry");
  lines.push_back(fmt::format("{}for (auto& {} : {})", indent, entry, name));
  if (auto list = dyn_cast<ListType>(element))
    clear(lines, indent + "  ", entry, list.getElement(), names);
  else if (isa<MatrixType>(element))
    lines.push_back(fmt::format("{}  {}.setZero();", indent, entry));
  else
    lines.push_back(fmt::format("{}  {} = {};", indent, entry, element.isF32() ? "0.0f" : "0.0"));
}

/// True where all that happens to a list is that its entries are read one by one.
static bool isReadByEntries(Value list) {
  return llvm::all_of(list.getUses(), [](OpOperand &use) {
    Operation *user = use.getOwner();
    unsigned i = use.getOperandNumber();
    if (auto loop = dyn_cast<LoopOp>(user)) {
      const unsigned first = user->getNumOperands() - loop.getOthers().size();
      return i >= first && isReadByEntries(loop.getOuter()[i - first]);
    }
    if (isa<IfOp>(user))
      return llvm::all_of(user->getRegions(),
                          [&](Region &side) { return isReadByEntries(side.getArgument(i - 1)); });
    auto at = dyn_cast<AtOp>(user);
    return at && i == 0;
  });
}

/// True for a list of known numbers that is read entry by entry: an array in static memory.
static bool isTable(MakeListOp list) {
  return !list.getValues().empty() && isReadByEntries(list) &&
         llvm::all_of(list.getValues(), [](Value v) {
           return isa_and_nonnull<ConstantOp, arith::ConstantIndexOp>(v.getDefiningOp());
         });
}

Lines Expressions::listStatements(Operation *op, StringRef name) {
  const std::string l = name.str();
  Value list = op->getResult(0), base = writtenBase(op);
  const Storage::Variable *variable = names.variable(list);
  auto element = [](Value v) { return cast<ListType>(v.getType()).getElement(); };
  auto entry = [&](Value v) {
    return isa<IndexType>(v.getType()) ? index(v).text : useAs(v, false).text;
  };
  Lines lines;
  // The variable may be one of a block around this one.
  auto start = [&](const std::string &text) {
    lines.push_back(names.declares(list) ? declared(list, {text}, true)
                                         : fmt::format("{} = {};", l, text));
  };
  if (base && !names.shareVariable(base, list))
    start(use(base).text);
  llvm::TypeSwitch<Operation *>(op)
      .Case([&](SetAtOp s) {
        const std::string place = fmt::format("{}[{}]", l, listIndex(s.getI()));
        lines.push_back(isMatrix(s.getValue()) || isScalar(s.getValue())
                            ? writtenTo(place, s.getValue(), variable, use(s.getValue()))
                            : fmt::format("{} = {};", place, entry(s.getValue())));
      })
      .Case([&](AppendOp a) {
        lines.push_back(fmt::format("{}.push_back({});", l, entry(a.getValue())));
      })
      .Case([&](DropLastOp) { lines.push_back(l + ".pop_back();"); })
      .Case([&](AddListsOp a) {
        std::string to = l, from = use(a.getB()).within(Binding::Primary), indent;
        for (Type type = a.getType(); auto list = dyn_cast<ListType>(type);
             type = list.getElement()) {
          const std::string i = names.helper("i");
          lines.push_back(
              fmt::format("{0}for (std::size_t {1} = 0; {1} < {2}.size(); ++{1})", indent, i, to));
          to += fmt::format("[{}]", i);
          from += fmt::format("[{}]", i);
          indent += "  ";
        }
        lines.push_back(fmt::format("{}{} += {};", indent, to, from));
      })
      .Case([&](MakeListOp m) {
        std::string entries;
        for (Value v : m.getValues())
          entries += (entries.empty() ? "" : ", ") + entry(v);
        if (isTable(m) && !variable->isWritten)
          lines.push_back(fmt::format(
              "static constexpr {} {}[] = {{{}}};",
              element(list).isIndex() ? "Eigen::Index" : spellScalar(element(list)), l, entries));
        else if (entries.empty())
          lines.push_back(fmt::format("{} {};", localType(list), l));
        else
          lines.push_back(fmt::format("{}{} {} = {{{}}};", variable->isWritten ? "" : "const ",
                                      localType(list), l, entries));
      })
      .Case([&](ZerosLikeOp z) {
        start(use(z.getA()).text);
        clear(lines, "", l, element(list), names);
      });
  return lines;
}

} // namespace delgen
