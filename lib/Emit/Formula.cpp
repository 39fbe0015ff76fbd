//===- Formula.cpp - What a function computes, as mathematics -------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formula.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/TypeSwitch.h"

#include <cmath>
#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

std::string Formula::rightSide(unsigned i) {
  return use(f.front().getTerminator()->getOperand(i)).text;
}

Formula::Definitions Formula::definitions(size_t most) { return definitions(f.front(), most); }

Formula::Definitions Formula::definitions(mlir::Block &block, size_t most) {
  Definitions found;
  for (Operation &op : block.without_terminator()) {
    if (found.size() > most)
      break;
    if (auto loop = dyn_cast<LoopOp>(op); loop && isRecurrence(loop)) {
      found.push_back(recurrence(loop));
      continue;
    }
    if (isa<IfOp>(op))
      for (Region &side : op.getRegions())
        llvm::append_range(found, definitions(side.front(), most));
    for (Value v : op.getResults())
      if (isNamed(v))
        found.emplace_back(local(v), define(v).text);
  }
  return found;
}

/// A local variable shorter than this is spelled wherever it stands.
static constexpr size_t longestSpelled = 16;

bool Formula::isNamed(Value v) {
  v = names.outer(v);
  auto it = hasName.find(v);
  if (it == hasName.end())
    it = hasName.try_emplace(v, decideName(v)).first;
  return it->second;
}

bool Formula::decideName(Value v) {
  if (isa<BlockArgument>(v) || !names.variable(v) || v.getDefiningOp<FactorizeOp>())
    return false;
  // The new value of what is carried is not yet what the name says.
  auto inner = v.getDefiningOp<LoopOp>();
  if (!names.overwrites(v) && isa<LoopOp>(v.getParentBlock()->getParentOp()) &&
      !(inner && isRecurrence(inner)) &&
      llvm::any_of(v.getParentBlock()->getArguments(),
                   [&](Value argument) { return names.shareVariable(v, argument); }))
    return false;
  // Only the last of what is written to a variable has its name.
  if (llvm::any_of(v.getUsers(), [&](Operation *user) {
        return writtenBase(user) == v && names.shareVariable(user->getResult(0), v);
      }))
    return false;
  // The user thinks of it by its name.
  if (!nameOf(v).empty())
    return true;
  if (v.getDefiningOp()->hasAttr(attr::scratch))
    return false;
  // What is computed in several steps and returned is still one expression.
  if (isa<AddOp, HadamardOp, MapOp, MulOp, PowOp>(v.getDefiningOp()) && v.hasOneUse() &&
      *v.getUsers().begin() == f.front().getTerminator())
    return false;
  Text text = define(v);
  // LaTeX is longer than what it looks like.
  return columns(text.text) > (isLatex() ? 3 * longestSpelled : longestSpelled);
}

Text Formula::use(Value v) {
  v = names.outer(v);
  if (auto argument = dyn_cast<BlockArgument>(v)) {
    auto it = directions.find(argument);
    return {it != directions.end()     ? it->second
            : names.variable(argument) ? local(argument)
                                       : symbol(names[argument])};
  }
  // What a loop counts with has a name, and no definition.
  if (!names[v].empty() && !names.variable(v))
    return {symbol(names[v])};
  return isNamed(v) ? Text{local(v)} : define(v);
}

Text Formula::define(Value v) {
  // Spelled once: an expression asks for its parts' text several times.
  auto it = spelled.find(v);
  if (it != spelled.end())
    return it->second;
  // Nobody reads more, and what is spelled in itself twice, again and again, has no end.
  constexpr size_t longest = 8192;
  Text text = spell(v);
  if (text.text.size() > longest) {
    text = {isLatex() ? "\\dots" : "…"};
    cut = true;
  }
  return spelled[v] = text;
}

std::string Formula::local(Value v) {
  // Values that are written over one another are primed one after another. What is known of the
  // older ones is kept: there may be many.
  const Storage::Variable *variable = names.variable(v);
  Primes &known = primes[variable];
  llvm::ArrayRef<Value> values = variable->values;
  while (known.next < values.size() && !known.counts.contains(v)) {
    const size_t next = known.next;
    Value last = next > 0 ? values[next - 1] : Value();
    const bool isLastNamed =
        last && (isa<BlockArgument>(last) || isControl(last.getDefiningOp()) || isNamed(last));
    if (known.next != next)
      continue;
    known.isNamedBefore |= isLastNamed;
    Value older = values[known.next++];
    if (names.overwrites(older) && known.isNamedBefore) {
      ++known.count;
      known.isNamedBefore = false;
    }
    known.counts[older] = known.count;
  }
  const unsigned count = known.counts.lookup(v);
  constexpr unsigned most = 4;
  std::string mark;
  if (count > most)
    mark = isLatex() ? fmt::format("^{{({})}}", count) : raised(fmt::format("({})", count));
  else
    for (unsigned i = 0; i < count; ++i)
      mark += isLatex() ? "'" : "′";
  return symbol(names[v]) + mark;
}

std::string Formula::symbol(StringRef name) {
  if (!isLatex())
    return name.str();
  std::string escaped;
  for (char c : name)
    escaped += c == '_' ? std::string("\\_") : std::string(1, c);
  return name.size() > 1 ? "\\mathit{" + escaped + "}" : escaped;
}

std::string Formula::group(const Text &text, Binding least) {
  return isLatex() ? text.within(least, "\\left(", "\\right)") : text.within(least);
}

std::string Formula::superscript(double exponent) {
  std::string digits = decimal(exponent);
  if (isLatex())
    return "^{" + digits + "}";
  const bool isWhole = exponent == std::floor(exponent) && std::abs(exponent) < 1e6;
  return isWhole ? raised(digits) : "^(" + digits + ")";
}

Text Formula::spell(Value v) {
  Operation *op = v.getDefiningOp();
  if (isa<LoopOp, IfOp>(op))
    return control(cast<OpResult>(v));
  if (std::optional<Text> text = list(op))
    return *text;
  if (isa<IndexType>(v.getType()))
    return integer(op);
  return llvm::TypeSwitch<Operation *, Text>(op)
      .Case([&](ConstantOp c) -> Text {
        std::string text = decimal(c.number());
        if (c.number() >= 0)
          return {text};
        return {(isLatex() ? "-" : "−") + text.substr(1), Binding::Unary};
      })
      .Case([&](AddOp a) { return sum(a.getTerms()); })
      .Case([&](MulOp m) {
        auto [base, exponent] = asPower(m);
        return base == m ? product(m.getFactors(), " ") : power(base, exponent);
      })
      .Case([&](HadamardOp h) {
        auto [base, exponent] = asPower(h);
        return base == h ? product(h.getFactors(), isLatex() ? " \\circ " : " ∘ ")
                         : power(base, exponent);
      })
      .Case([&](PowOp p) {
        auto [base, exponent] = asPower(p);
        return power(base, exponent);
      })
      .Case([&](PowerOp p) -> Text {
        std::string exponent = use(p.getB()).text;
        return {group(use(p.getA()), Binding::Primary) +
                    (isLatex() ? "^{" + exponent + "}" : "^(" + exponent + ")"),
                Binding::Unary};
      })
      .Case([&](MapOp m) -> Text {
        std::string argument = use(m.getA()).text;
        return {isLatex() ? m.row().latex.str() + "\\left(" + argument + "\\right)"
                          : m.row().text.str() + "(" + argument + ")"};
      })
      .Case([&](InnerOp i) { return inner(i.getA(), i.getB()); })
      .Case<InverseOp, DetOp, LogDetOp, CholeskyOp, TriangleOp, FactorizeOp, SolveOp>(
          [&](Operation *o) { return linearAlgebra(o); })
      .Case([&](TransposeOp t) -> Text {
        if (auto i = t.getA().getDefiningOp<InverseOp>(); i && !isNamed(t.getA()))
          return inverse(i.getA(), true);
        if (auto mul = t.getA().getDefiningOp<MulOp>(); mul && !isNamed(mul)) {
          // (A B)ᵀ = Bᵀ Aᵀ
          std::string text;
          for (Value factor : llvm::reverse(mul.getFactors())) {
            auto inner = factor.getDefiningOp<TransposeOp>();
            std::string part =
                inner ? group(use(inner.getA()), Binding::Unary)
                : isScalar(factor) || factor.getDefiningOp<DiagOp>()
                    ? group(use(factor), Binding::Unary)
                    : group(use(factor), Binding::Primary) + (isLatex() ? "^{\\top}" : "ᵀ");
            text += (text.empty() ? "" : " ") + part;
          }
          return {text, Binding::Product};
        }
        return {group(use(t.getA()), Binding::Primary) + (isLatex() ? "^{\\top}" : "ᵀ"),
                Binding::Unary};
      })
      .Case([&](ElementOp e) -> Text {
        auto type = cast<MatrixType>(e.getA().getType());
        return part(e.getA(), range(type, e.getType(), e.getRow(), e.getCol()));
      })
      .Case([&](SliceOp s) -> Text {
        auto type = cast<MatrixType>(s.getA().getType());
        return part(s.getA(), range(type, s.getType(), s.getRow(), s.getCol()));
      })
      .Case([&](ReverseOp r) { return reversed(r); })
      .Case([&](ReshapeOp r) { return reshaped(r); })
      .Case([&](AssembleOp a) { return assembled(a); })
      .Case([&](InsertOp i) { return inserted(i); })
      .Case([&](FillOp x) { return use(x.getA()); })
      .Case([&](IdentityOp) { return Text{"I"}; })
      .Case([&](CastOp c) { return use(c.getA()); })
      .Case([&](RealOp r) { return use(r.getA()); })
      .Case([&](CallOp c) -> Text {
        auto callee = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(c, c.getCalleeAttr());
        std::string arguments;
        for (Value a : c.getArgs())
          arguments += (arguments.empty() ? "" : ", ") + use(a).text;
        return {symbol(stringAttr(callee, attr::cppName)) + "(" + arguments + ")"};
      })
      .Case<CrossOp, KronOp>([&](auto p) -> Text {
        // Neither is associative with the matrix product.
        return {
            substitute(isLatex() ? p.latex() : p.text(), {group(use(p.getA()), Binding::Unary),
                                                          group(use(p.getB()), Binding::Unary)}),
            Binding::Sum};
      })
      .Default([&](Operation *other) { return record(other); });
}

Text Formula::record(Operation *op) {
  if (std::optional<Text> text = choice(op))
    return *text;
  auto rule = cast<RuleInterface>(op);
  llvm::SmallVector<std::string> operands;
  for (Value v : op->getOperands())
    operands.push_back(use(v).text);
  return {substitute(isLatex() ? rule.latex() : rule.text(), operands)};
}

Text Formula::integer(Operation *op) {
  auto binary = [&](const char *sign, Binding binding, Binding tighter) -> Text {
    return {group(use(op->getOperand(0)), binding) + sign + group(use(op->getOperand(1)), tighter),
            binding};
  };
  auto bits = [&](StringRef sign) -> Text {
    std::string text = isLatex() ? " \\mathbin{\\mathrm{" + sign.trim().str() + "}} " : sign.str();
    return {group(use(op->getOperand(0)), Binding::Unary) + text +
                group(use(op->getOperand(1)), Binding::Unary),
            Binding::Sum};
  };
  return llvm::TypeSwitch<Operation *, Text>(op)
      .Case([&](arith::ConstantIndexOp c) { return Text{std::to_string(c.value())}; })
      .Case([&](ExtentOp e) { return Text{symbol(e.getSymbol())}; })
      .Case([&](DimOp d) {
        const char *what = d.getAxis() == 0 ? "rows" : "cols";
        return Text{fmt::format(fmt::runtime(isLatex() ? "\\operatorname{{{}}}({})" : "{}({})"),
                                what, use(d.getA()).text)};
      })
      .Case([&](arith::AddIOp) { return binary(" + ", Binding::Sum, Binding::Product); })
      .Case([&](arith::SubIOp) {
        return binary(isLatex() ? " - " : " − ", Binding::Sum, Binding::Product);
      })
      .Case([&](arith::MulIOp) { return binary(" ", Binding::Product, Binding::Unary); })
      .Case<arith::DivSIOp, arith::DivUIOp>(
          [&](auto) { return binary(" div ", Binding::Product, Binding::Unary); })
      .Case<arith::RemSIOp, arith::RemUIOp>(
          [&](auto) { return binary(" mod ", Binding::Product, Binding::Unary); })
      .Case([&](arith::AndIOp) { return bits(" and "); })
      .Case([&](arith::OrIOp) { return bits(" or "); })
      .Case([&](arith::XOrIOp) { return bits(" xor "); })
      .Case([&](arith::ShLIOp) { return bits(isLatex() ? " shl " : " ≪ "); })
      .Case<arith::ShRSIOp, arith::ShRUIOp>([&](auto) { return bits(isLatex() ? " shr " : " ≫ "); })
      .Default([](Operation *) { return Text{"?"}; });
}

Text Formula::sum(ValueRange terms) {
  llvm::SmallVector<Text> texts;
  for (Value term : terms)
    texts.push_back(use(term));
  return sum(texts);
}

/// `v` as base and exponent: nested powers, and products of powers of one base, were made
/// for the scheduler's sake only.
std::pair<Value, double> Formula::asPower(Value v) {
  auto part = [&](Value v) { return isNamed(v) ? std::pair(v, 1.0) : asPower(v); };
  if (auto p = v.getDefiningOp<PowOp>()) {
    auto [base, exponent] = part(p.getA());
    // √(a²) is |a|.
    if (std::fmod(exponent, 2) == 0 && p.exponentValue() != std::floor(p.exponentValue()))
      return {p.getA(), p.exponentValue()};
    return {base, exponent * p.exponentValue()};
  }
  if (Operation *op = v.getDefiningOp();
      isa_and_nonnull<MulOp, HadamardOp>(op) && op->getNumOperands() == 2) {
    auto [a, p] = part(op->getOperand(0));
    auto [b, q] = part(op->getOperand(1));
    if (a == b && (isScalar(v) || isa<HadamardOp>(op)))
      return {a, p + q};
  }
  return {v, 1};
}

Text Formula::product(ValueRange factors, const char *sign) {
  bool isNegated = false;
  llvm::SmallVector<Text> above, below;
  llvm::SmallVector<Value> pending(llvm::reverse(factors));
  const bool isHadamard = StringRef(sign) != " ";
  while (!pending.empty()) {
    Value factor = pending.pop_back_val();
    if (auto c = factor.getDefiningOp<ConstantOp>(); c && c.number() < 0) {
      isNegated = !isNegated;
      if (c.number() != -1)
        above.push_back({decimal(-c.number())});
      continue;
    }
    auto [base, exponent] = isNamed(factor) ? std::pair(factor, 1.0) : asPower(factor);
    if (exponent < 0) {
      below.push_back(power(base, -exponent));
      continue;
    }
    if (exponent != 1) {
      above.push_back(power(base, exponent));
      continue;
    }
    // Nested products read as one chain.
    if (auto mul = factor.getDefiningOp<MulOp>(); mul && !isNamed(mul) && !isHadamard) {
      llvm::append_range(pending, llvm::reverse(mul.getFactors()));
      continue;
    }
    Text t = use(factor);
    // 1ᵀ sums columns, and v 1ᵀ repeats v.
    if (auto ones = factor.getDefiningOp<FillOp>();
        ones && isVector(ones) && cast<MatrixType>(ones.getType()).isRow() && !isHadamard)
      t = {group(t, Binding::Primary) + (isLatex() ? "^{\\top}" : "ᵀ"), Binding::Unary};
    if (auto row = factor.getDefiningOp<TransposeOp>();
        row && !isHadamard && t.binding == Binding::Product)
      t.binding = Binding::Unary;
    above.push_back(t);
  }
  std::string text;
  for (const Text &t : above)
    text += (text.empty() ? "" : sign) + group(t, Binding::Unary);
  if (text.empty())
    text = "1";
  if (!below.empty()) {
    std::string under;
    for (const Text &t : below)
      under += (under.empty() ? "" : sign) +
               (isLatex() && below.size() == 1 ? t.text : group(t, Binding::Unary));
    text = isLatex()          ? "\\frac{" + text + "}{" + under + "}"
           : below.size() > 1 ? text + "/(" + under + ")"
                              : text + "/" + under;
  }
  if (isNegated)
    text = (isLatex() ? "-" : "−") + text;
  const bool isOne = above.size() == 1 && below.empty() && !isNegated;
  return {text, isOne ? above.front().binding : Binding::Product};
}

Text Formula::power(Value base, double exponent) {
  // ⟨v, v⟩^(k/2) = ‖v‖ᵏ
  if (auto square = base.getDefiningOp<InnerOp>(); square && square.getA() == square.getB() &&
                                                   !isNamed(base) &&
                                                   2 * exponent == std::floor(2 * exponent)) {
    std::string v = use(square.getA()).text;
    Text norm = {isLatex() ? "\\left\\|" + v + "\\right\\|" : "‖" + v + "‖"};
    const double k = 2 * exponent;
    if (k < 0)
      return {(isLatex() ? "\\frac{1}{" : "1/") + norm.text + (k == -1 ? "" : superscript(-k)) +
                  (isLatex() ? "}" : ""),
              Binding::Product};
    return k == 1 ? norm : Text{norm.text + superscript(k), Binding::Unary};
  }
  if (exponent == 1)
    return use(base);
  if (exponent == 0.5)
    return {isLatex() ? "\\sqrt{" + use(base).text + "}" : "√(" + use(base).text + ")"};
  if (exponent < 0) {
    Text under = power(base, -exponent);
    return {isLatex() ? "\\frac{1}{" + under.text + "}" : "1/" + group(under, Binding::Unary),
            Binding::Product};
  }
  return {group(use(base), Binding::Primary) + superscript(exponent), Binding::Unary};
}

Text Formula::inner(Value a, Value b) {
  if (a == b) {
    std::string v = use(a).text;
    return {isLatex() ? "\\left\\|" + v + "\\right\\|^{2}" : "‖" + v + "‖²", Binding::Unary};
  }
  std::string text = use(a).text + ", " + use(b).text;
  return {isLatex() ? "\\left\\langle " + text + " \\right\\rangle" : "⟨" + text + "⟩"};
}

} // namespace delgen
