//===- Expression.cpp - C++ expressions of mx values ----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/TypeSwitch.h"

#include <cmath>
#include <fmt/format.h>
#include <functional>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

//===-- Uses and definitions ----------------------------------------------===//

Text Expressions::use(Value v) {
  v = names.outer(v);
  if (auto argument = dyn_cast<BlockArgument>(v); argument && argument.getOwner() == &f.front())
    return parameter(argument);
  if (auto it = passed.find(v); it != passed.end())
    return it->second;
  if (StringRef name = names[v]; !name.empty())
    return {name.str(), Binding::Primary, Binding::Primary, isArrayLocal(v)};
  return define(v);
}

Text Expressions::define(Value v) {
  // Spelled once: an expression asks for its parts' text several times.
  auto it = spelled.find(v);
  if (it == spelled.end())
    it = spelled.try_emplace(v, spell(v)).first;
  return it->second;
}

Text Expressions::spell(Value v) {
  Operation *op = v.getDefiningOp();
  if (isa<AtOp>(op))
    return at(cast<AtOp>(op));
  if (isa<IndexType>(v.getType()))
    return integer(op);
  if (isConditionLocal(v))
    return {spelledCondition(v, false), Binding::Sum, Binding::Sum, isMatrix(v)};
  return llvm::TypeSwitch<Operation *, Text>(op)
      .Case([&](ConstantOp c) { return constant(c); })
      .Case([&](AddOp a) { return sum(a); })
      .Case([&](MulOp m) { return product(m); })
      .Case([&](HadamardOp h) { return hadamard(h); })
      .Case([&](PowOp p) { return power(p); })
      .Case([&](MapOp m) { return map(m); })
      .Case([&](InnerOp i) { return inner(i); })
      .Case([&](TransposeOp t) { return transpose(t); })
      .Case([&](ElementOp e) { return element(e); })
      .Case([&](SliceOp s) { return slice(s); })
      .Case([&](ReverseOp r) { return reverse(r); })
      .Case([&](ReshapeOp r) { return reshape(r); })
      .Case([&](FillOp x) { return fill(x); })
      .Case([&](CastOp c) { return cast(c); })
      .Case([&](CallOp c) { return call(c); })
      .Case([&](SumOp s) { return Text{use(s.getA()).within(Binding::Primary) + ".sum()"}; })
      .Case([&](DiagOp d) {
        // Only a product takes the diagonal form; see factor().
        return Text{diagonal(d) + ".toDenseMatrix()"};
      })
      .Case([&](IdentityOp i) { return factory(i.getType(), "Identity"); })
      .Case([&](RealOp r) {
        return Text{
            fmt::format("static_cast<{}>({})", spellScalar(r.getType()), use(r.getA()).text)};
      })
      .Case([&](PowerOp p) { return power(p); })
      .Case([&](CompareOp c) { return compare(c); })
      .Case([&](SelectOp c) { return select(c); })
      .Case<MaxOp, MinOp>([&](Operation *m) { return extremum(m); })
      .Case<Atan2Op, HypotOp>([&](Operation *m) { return pair(m); })
      .Case([&](PolygammaOp p) { return polygamma(p); })
      .Case<InverseOp, DetOp, LogDetOp>([&](Operation *o) { return factorized(o); })
      .Case([&](FactorizeOp f) { return factorization(f); })
      .Case([&](SolveOp s) { return solve(s); })
      .Case([&](SymmetricOp s) { return Text{triangle(s).text + ".toDenseMatrix()"}; })
      .Case([&](CrossOp c) { return cross(c); })
      .Case([&](KronOp k) { return kron(k); })
      .Default([&](Operation *other) { return record(other); });
}

Text Expressions::convert(Text text, Type type, bool array) {
  if (!isa<MatrixType>(type) || text.array == array)
    return text;
  return {text.within(Binding::Primary) + (array ? ".array()" : ".matrix()"), Binding::Primary,
          Binding::Primary, array};
}

Text Expressions::useAs(Value v, bool array) { return convert(use(v), v.getType(), array); }

Text Expressions::fail(Operation *op) {
  failed = true;
  op->emitError("delgen has no C++ for '") << op->getName() << "': please report this";
  return {};
}

Text Expressions::parameter(BlockArgument argument) {
  used.insert(argument);
  const unsigned i = argument.getArgNumber();
  std::string text = generic.parameter(argument);
  if (StringRef view = paramAttr(f, i, attr::view); !view.empty())
    text = substitute(view, {text});
  return {text, Binding::Primary, Binding::Primary,
          isMatrix(argument) && bool(f.getArgAttr(i, attr::array))};
}

bool Expressions::isArrayLocal(Value v) {
  if (!isMatrix(v))
    return false;
  auto [it, isNew] = arrayLocals.try_emplace(v, false);
  if (!isNew)
    return it->second;
  if (isConditionLocal(v))
    return true;
  // It holds a product first.
  if (starts.contains(v))
    return false;
  // A variable of several values is a Matrix.
  if (const Storage::Variable *variable = names.variable(v); variable && variable->isWritten)
    return false;
  // What takes statements is an object, and a Matrix.
  if (auto rule = v.getDefiningOp<RuleInterface>();
      v.getDefiningOp<ColumnwiseOp>() || (rule && rule.takesStatements()))
    return false;
  if (!define(v).array)
    return false;
  // An Array unless most users would have to convert it.
  int votes = 0;
  for (Operation *user : v.getUsers())
    votes += isa<HadamardOp, PowOp, MapOp, AddOp, SumOp, PowerOp, CompareOp, SelectOp, MaxOp, MinOp,
                 Atan2Op, HypotOp, PolygammaOp>(user)
                 ? 1
                 : -1;
  return arrayLocals[v] = votes >= 0;
}

//===-- Numbers and sizes -------------------------------------------------===//

Text Expressions::constant(ConstantOp op) {
  const double number = op.number();
  if (!std::isfinite(number)) {
    failed = true;
    op->emitError("a constant of this expression overflows; scale the function");
    return {};
  }
  return {literal(number, op.getType()), number < 0 ? Binding::Unary : Binding::Primary};
}

Text Expressions::size(Size size) {
  if (size.isNumber())
    return {std::to_string(size.number())};
  for (BlockArgument argument : f.getArguments()) {
    const unsigned i = argument.getArgNumber();
    if (paramAttr(f, i, attr::size) == size.symbol())
      return index(argument);
    auto matrix = dyn_cast<MatrixType>(argument.getType());
    if (!matrix || (matrix.getRows() != size && matrix.getCols() != size))
      continue;
    used.insert(argument);
    const bool isPlain = paramAttr(f, i, attr::view).empty();
    const char *way = isPlain && matrix.isVector() ? ".size()"
                      : matrix.getRows() == size   ? ".rows()"
                                                   : ".cols()";
    return {names[argument].str() + way};
  }
  // Not before what tells it, or what it is made of, has a value.
  std::function<bool(Value)> isKnown = [&](Value v) {
    Operation *op = names.outer(v).getDefiningOp();
    return !op || printed.contains(op) ||
           (!isControl(op) && !names.variable(names.outer(v)) &&
            llvm::all_of(op->getOperands(), isKnown));
  };
  for (Block *scope : llvm::reverse(scopes))
    for (auto bind : scope->getOps<BindOp>())
      if (bind.getSymbol() == size.symbol() && isKnown(bind.getA()))
        return index(bind.getA());
  auto isEntry = [&](Operation &op) {
    return isa<AtOp>(op) && llvm::all_of(op.getOperands().take_front(2), isKnown);
  };
  // What stands in a body before the place where this is spelled.
  auto sizeOf = [&](Value v) -> std::optional<Text> {
    auto matrix = dyn_cast<MatrixType>(v.getType());
    if (!matrix || (matrix.getRows() != size && matrix.getCols() != size))
      return std::nullopt;
    // An entry has a name only from where it gets one.
    auto entry = v.getDefiningOp<AtOp>();
    const Text text = entry && !printed.contains(entry) ? at(entry) : use(v);
    return Text{text.within(Binding::Primary) + (matrix.isVector()          ? ".size()"
                                                 : matrix.getRows() == size ? ".rows()"
                                                                            : ".cols()")};
  };
  for (Block *scope : llvm::reverse(scopes)) {
    if (scope != scopes.front())
      for (BlockArgument argument : scope->getArguments())
        if (auto text = sizeOf(argument))
          return *text;
    for (Operation &op : *scope)
      if (printed.contains(&op) || isEntry(op))
        for (Value result : op.getResults())
          if (!names[result].empty() || isEntry(op))
            if (auto text = sizeOf(result))
              return *text;
  }
  for (BlockArgument argument : f.getArguments())
    if (auto list = dyn_cast<ListType>(argument.getType()))
      if (auto matrix = dyn_cast<MatrixType>(list.getElement());
          matrix && (matrix.getRows() == size || matrix.getCols() == size)) {
        const std::string name = use(argument).within(Binding::Primary);
        return {fmt::format("({0}.empty() ? 0 : {0}[0].{1}())", name,
                            matrix.getRows() == size ? "rows" : "cols")};
      }
  f.emitError("no parameter tells how large the result of a call is (its size is '")
      << size << "'); pass a matrix of that size";
  failed = true;
  return {};
}

Text Expressions::factory(Type type, StringRef name, StringRef more) {
  auto matrix = cast<MatrixType>(type);
  std::string arguments;
  auto add = [&](StringRef argument) { (arguments += arguments.empty() ? "" : ", ") += argument; };
  if (matrix.getRows().isSymbol() || matrix.getCols().isSymbol()) {
    // A dynamic vector takes one size, anything else both.
    if (!matrix.isColumn() || matrix.isRow())
      if (!matrix.isRow())
        add(size(matrix.getRows()).text);
    add(size(matrix.isColumn() ? matrix.getRows() : matrix.getCols()).text);
  }
  if (!more.empty())
    add(more);
  return {fmt::format("{}::{}({})", spellType(type, false), name.str(), arguments)};
}

Text Expressions::fill(FillOp op) {
  if (constantValue(op) == 0.0)
    return factory(op.getType(), "Zero");
  if (constantValue(op) == 1.0)
    return factory(op.getType(), "Ones");
  return factory(op.getType(), "Constant", use(op.getA()).text);
}

//===-- Linear maps -------------------------------------------------------===//

Text Expressions::inner(InnerOp op) {
  std::string a = useAs(op.getA(), false).within(Binding::Primary);
  if (op.getA() == op.getB())
    return {a + ".squaredNorm()"};
  // A dot product takes rows and columns alike.
  auto upright = [&](Value v) {
    auto t = inlined<TransposeOp>(v);
    return t ? t.getA() : v;
  };
  if (isVector(op.getA()))
    return {useAs(upright(op.getA()), false).within(Binding::Primary) + ".dot(" +
            useAs(upright(op.getB()), false).text + ")"};
  return {a + ".cwiseProduct(" + useAs(op.getB(), false).text + ").sum()"};
}

Text Expressions::transpose(TransposeOp op) {
  // (A 1)ᵀ sums rows, as 1ᵀAᵀ sums columns.
  if (auto mul = inlined<MulOp>(op.getA());
      mul && mul.getFactors().size() == 2 && llvm::all_of(mul.getFactors(), isMatrix)) {
    Value l = mul.getFactors()[0], r = mul.getFactors()[1];
    if (std::optional<Text> text = productWithOnes(l, r)) {
      constexpr StringLiteral turned = ".transpose()";
      if (StringRef(text->text).ends_with(turned))
        text->text.resize(text->text.size() - turned.size());
      else
        text->text += turned;
      return *text;
    }
  }
  // (A B)ᵀ = Bᵀ Aᵀ reads better where the product is spelled here.
  if (auto mul = inlined<MulOp>(op.getA()); mul && llvm::all_of(mul.getFactors(), isMatrix)) {
    std::string text;
    for (Value factor : llvm::reverse(mul.getFactors())) {
      auto t = inlined<TransposeOp>(factor);
      Text flipped = this->factor(t ? t.getA() : factor);
      if (!t && !factor.getDefiningOp<DiagOp>())
        flipped = {flipped.within(Binding::Primary) + ".transpose()"};
      text += (text.empty() ? "" : " * ") +
              flipped.within(text.empty() ? Binding::Product : Binding::Unary);
    }
    return {text, Binding::Product};
  }
  Text a = use(op.getA());
  return {a.within(Binding::Primary) + ".transpose()", Binding::Primary, Binding::Primary, a.array};
}

Text Expressions::element(ElementOp op) {
  Text a = use(op.getA());
  auto type = cast<MatrixType>(op.getA().getType());
  std::string row = index(op.getRow()).text, col = index(op.getCol()).text;
  std::string place = type.isColumn() ? row : type.isRow() ? col : row + ", " + col;
  return {a.within(Binding::Primary) + "(" + place + ")"};
}

Text Expressions::cast(CastOp op) {
  std::string to = spellScalar(elementType(op.getType()));
  Text a = use(op.getA());
  if (isScalar(op.getA()))
    return {"static_cast<" + to + ">(" + a.text + ")"};
  return {a.within(Binding::Primary) + ".cast<" + to + ">()", Binding::Primary, Binding::Primary,
          a.array};
}

Text Expressions::record(Operation *op) {
  auto rule = dyn_cast<RuleInterface>(op);
  if (!rule || rule.cpp().empty())
    return fail(op);
  llvm::SmallVector<std::string> operands;
  for (Value v : op->getOperands())
    operands.push_back(useAs(v, false).within(Binding::Primary));
  return {substitute(rule.cpp(), operands)};
}

//===-- Calls -------------------------------------------------------------===//

/// The argument of the function around it that a body is passed as `v`, or `v`.
static Value outside(Value v) {
  while (auto argument = dyn_cast<BlockArgument>(v)) {
    Operation *around = argument.getOwner()->getParentOp();
    const unsigned i = argument.getArgNumber();
    if (auto loop = dyn_cast<LoopOp>(around)) {
      const unsigned carried = 1 + loop.getInits().size();
      if (i < carried)
        return v;
      v = loop.getOthers()[i - carried];
    } else if (auto choice = dyn_cast<IfOp>(around)) {
      v = choice.getOthers()[i];
    } else {
      return v;
    }
  }
  return v;
}

std::string Expressions::object(CallOp op, func::FuncOp callee, const CppParameter &parameter) {
  // The fields are passed one by one here, and are those of one object there.
  for (unsigned i : parameter.arguments) {
    auto argument = dyn_cast<BlockArgument>(outside(op.getArgs()[i]));
    if (!argument || argument.getOwner() != &f.front())
      continue;
    const std::string text = accessOf(f, argument.getArgNumber());
    StringRef whole = text;
    if (whole.consume_back(paramAttr(callee, i, attr::path)) && whole.consume_back(".")) {
      used.insert(argument);
      return whole.str();
    }
  }
  failed = true;
  op->emitError("'")
      << parameter.name << "' of '" << stringAttr(callee, attr::cppName)
      << "' is given values that are not the fields of one object: please report this";
  return {};
}

Text Expressions::call(CallOp op) {
  auto callee = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(op, op.getCalleeAttr());
  std::string text;
  StringRef space = stringAttr(callee, attr::nameSpace), own = stringAttr(f, attr::nameSpace);
  if (space != own) {
    // A namespace inside this one is named from here.
    const bool isInside = space.consume_front(own) && (own.empty() || space.consume_front("::"));
    if (!isInside || space.empty())
      space = stringAttr(callee, attr::nameSpace);
    text = isInside && !space.empty() ? (space + "::").str()
           : space.empty()            ? "::"
                                      : ("::" + space + "::").str();
  }
  text += stringAttr(callee, attr::cppName);
  std::string arguments;
  for (const CppParameter &parameter : cppParameters(callee)) {
    const unsigned i = parameter.arguments.front();
    if (callee.getArgAttr(i, attr::object)) {
      arguments += (arguments.empty() ? "" : ", ") + object(op, callee, parameter);
      continue;
    }
    Value argument = op.getArgs()[i];
    Text a = isa<IndexType>(argument.getType())
                 ? integerAs(argument, callee, i)
                 : useAs(argument, bool(callee.getArgAttr(i, attr::array)));
    // The callee takes a 1×1 matrix.
    if (isScalar(argument) && (isa<MatrixType>(callee.getArgumentTypes()[i]) ||
                               !paramAttr(callee, i, attr::view).empty()))
      a = {fmt::format("Eigen::Matrix<{}, 1, 1>::Constant({})", spellScalar(argument.getType()),
                       a.text)};
    arguments += (arguments.empty() ? "" : ", ") + a.text;
  }
  text += "(" + arguments + ")";
  if (callee->hasAttr(attr::boxed) ||
      (isScalar(op) && isa<MatrixType>(callee.getResultTypes().front())))
    text += "(0, 0)";
  return {text, Binding::Primary, Binding::Primary, isMatrix(op) && callee->hasAttr(attr::array)};
}

} // namespace delgen
