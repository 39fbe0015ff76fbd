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

/// The type of the variable of a list: where it begins as a copy of a parameter, or is returned,
/// that of the parameter or result, which may be a std::array.
std::string Expressions::listType(Value list) {
  llvm::SmallVector<Value> pending = {list};
  llvm::DenseSet<Value> seen;
  while (!pending.empty()) {
    Value v = names.outer(pending.pop_back_val());
    if (!seen.insert(v).second)
      continue;
    if (auto argument = dyn_cast<BlockArgument>(v); argument && argument.getOwner() == &f.front())
      if (StringRef plain = paramAttr(f, argument.getArgNumber(), attr::plain); !plain.empty())
        return plain.str();
    if (const Storage::Variable *variable = names.variable(v))
      llvm::append_range(pending, variable->values);
    for (auto [i, result] : llvm::enumerate(f.front().getTerminator()->getOperands()))
      if (StringRef type = v == result ? typeOfResult(f, i) : ""; !type.empty())
        return type.str();
    Operation *op = v.getDefiningOp();
    if (!op)
      continue;
    const unsigned i = cast<OpResult>(v).getResultNumber();
    if (auto loop = dyn_cast<LoopOp>(op))
      pending.push_back(loop.getInits()[i]);
    else if (isa<IfOp>(op))
      for (Region &side : op->getRegions())
        pending.push_back(side.front().getTerminator()->getOperand(i));
    else if (isa<ZerosLikeOp, SetAtOp, AppendOp, DropLastOp, AddListsOp>(op))
      pending.push_back(op->getOperand(0));
  }
  return spellType(list.getType(), false);
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
        if (entries.empty())
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
