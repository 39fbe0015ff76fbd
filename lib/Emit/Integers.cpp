//===- Integers.cpp - Integers in C++, of the type that is wanted ---------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "delgen/Mx/Attributes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/TypeSwitch.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

Text Expressions::integer(Operation *op) {
  auto binary = [&](const char *sign, Binding binding) -> Text {
    std::string l = index(op->getOperand(0)).within(binding);
    // The right operand binds more tightly, as a − (b − c) shows.
    Binding tighter = binding == Binding::Sum ? Binding::Product : Binding::Unary;
    return {fmt::format("{} {} {}", l, sign, index(op->getOperand(1)).within(tighter)), binding};
  };
  // In parentheses wherever they stand: few know how tightly these bind.
  auto bits = [&](const char *sign) -> Text {
    Value l = op->getOperand(0);
    auto number = l.getDefiningOp<arith::ConstantIndexOp>();
    return {fmt::format("({} {} {})",
                        number ? fmt::format("Eigen::Index{{{}}}", number.value())
                               : index(l).within(Binding::Unary),
                        sign, index(op->getOperand(1)).within(Binding::Unary))};
  };
  // Of 64 bits, of which the first is no sign.
  auto natural = [&](const char *sign) -> Text {
    auto side = [&](Value v) { return fmt::format("static_cast<std::size_t>({})", index(v).text); };
    return {fmt::format("static_cast<Eigen::Index>({} {} {})", side(op->getOperand(0)), sign,
                        side(op->getOperand(1)))};
  };
  return llvm::TypeSwitch<Operation *, Text>(op)
      .Case([&](arith::ConstantIndexOp c) -> Text {
        return {std::to_string(c.value()), c.value() < 0 ? Binding::Unary : Binding::Primary};
      })
      .Case([&](ExtentOp e) { return size(Size::symbol(op->getContext(), e.getSymbol())); })
      .Case([&](DimOp d) {
        return Text{use(d.getA()).within(Binding::Primary) +
                    (d.getAxis() == 0 ? ".rows()" : ".cols()")};
      })
      .Case([&](LengthOp l) {
        return Text{"static_cast<Eigen::Index>(" + use(l.getA()).text + ".size())"};
      })
      .Case([&](arith::AddIOp) { return binary("+", Binding::Sum); })
      .Case([&](arith::SubIOp) { return binary("-", Binding::Sum); })
      .Case([&](arith::MulIOp) { return binary("*", Binding::Product); })
      .Case([&](arith::DivSIOp) { return binary("/", Binding::Product); })
      .Case([&](arith::RemSIOp) { return binary("%", Binding::Product); })
      .Case([&](arith::AndIOp) { return bits("&"); })
      .Case([&](arith::OrIOp) { return bits("|"); })
      .Case([&](arith::XOrIOp) { return bits("^"); })
      .Case([&](arith::ShLIOp) { return bits("<<"); })
      .Case([&](arith::ShRSIOp) { return bits(">>"); })
      .Case([&](arith::DivUIOp) { return natural("/"); })
      .Case([&](arith::RemUIOp) { return natural("%"); })
      .Case([&](arith::ShRUIOp) { return natural(">>"); })
      .Default([&](Operation *other) { return fail(other); });
}

/// The type of a parameter, as a value of it is declared.
static StringRef valueType(func::FuncOp f, unsigned i) {
  StringRef type = paramAttr(f, i, attr::type);
  type.consume_front("const ");
  type.consume_back("&");
  return type.trim();
}

Text Expressions::integerAs(Value v, func::FuncOp callee, unsigned i) {
  static const llvm::StringSet<> wide = {"", "Eigen::Index", "std::ptrdiff_t", "ptrdiff_t", "long"};
  StringRef type = valueType(callee, i);
  if (wide.contains(type))
    return index(v);
  Value outer = names.outer(v);
  if (auto argument = dyn_cast<BlockArgument>(outer); argument &&
                                                      argument.getOwner() == &f.front() &&
                                                      valueType(f, argument.getArgNumber()) == type)
    return use(v);
  static const llvm::StringSet<> narrow = {"int", "unsigned int", "short", "std::size_t"};
  if (narrow.contains(type) && outer.getDefiningOp<arith::ConstantIndexOp>())
    return use(v);
  return {fmt::format("static_cast<{}>({})", type.str(), use(v).text)};
}

Text Expressions::index(Value v) {
  v = names.outer(v);
  Text text = use(v);
  auto argument = dyn_cast<BlockArgument>(v);
  if (!argument || argument.getOwner() != &f.front())
    return text;
  // Narrower than Eigen::Index on some machine, or unsigned: said to be meant.
  static const llvm::StringSet<> same = {"Eigen::Index", "std::ptrdiff_t", "ptrdiff_t", "long",
                                         "int"};
  if (same.contains(valueType(f, argument.getArgNumber())))
    return text;
  return {"static_cast<Eigen::Index>(" + text.text + ")"};
}

} // namespace delgen
