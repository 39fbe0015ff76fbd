//===- Arithmetic.cpp - Sums, products and powers in C++ ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What of Expressions has signs, quotients and parentheses to think about.
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Shapes.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

//===-- Sums --------------------------------------------------------------===//

bool Expressions::isNegative(Value term) {
  if (auto fill = inlined<FillOp>(term))
    term = fill.getA();
  if (auto c = term.getDefiningOp<ConstantOp>())
    return c.number() < 0;
  auto mul = inlined<MulOp>(term);
  return mul && isNegative(mul.getFactors().front());
}

/// −term, for a term that begins with a minus.
Text Expressions::negated(Value term) {
  Text text = use(term);
  text.text.erase(0, 1);
  text.binding = text.magnitude;
  return text;
}

Text Expressions::sum(ValueRange terms) {
  // A sum with a broadcast scalar is one of Arrays; otherwise they only spread from terms
  // that are Arrays by themselves.
  bool array = false;
  for (Value term : terms)
    array |= isMatrix(term) && (inlined<FillOp>(term) || use(term).array);
  std::string text;
  bool hasMatrix = llvm::any_of(terms, [&](Value t) { return !inlined<FillOp>(t); });
  for (Value term : terms) {
    Value shown = term;
    if (auto fill = inlined<FillOp>(term); fill && array && hasMatrix)
      shown = fill.getA();
    const bool negative = isNegative(shown) && StringRef(use(shown).text).starts_with("-");
    Text t = negative ? negated(shown) : use(shown);
    t = convert(t, shown.getType(), array);
    text += text.empty() ? (negative ? "-" : "") : negative ? " - " : " + ";
    text += t.within(Binding::Product);
  }
  return {text, Binding::Sum, Binding::Sum, array && hasMatrix};
}

bool isProductSpelled(Value v, const Names &names) {
  auto product = names[v].empty() ? v.getDefiningOp<MulOp>() : MulOp();
  if (!product || !isMatrix(v))
    return false;
  llvm::SmallVector<Value> chain;
  llvm::copy_if(product.getFactors(), std::back_inserter(chain), isMatrix);
  return chain.size() > 1 || isProductSpelled(chain.front(), names);
}

bool hasProductSpelled(Value v, const Names &names) {
  return names[v].empty() && isDefinedByProducts(v, names);
}

bool isDefinedByProducts(Value v, const Names &names) {
  if (auto sum = v.getDefiningOp<AddOp>())
    return llvm::any_of(sum.getTerms(), [&](Value t) { return isProductSpelled(t, names); });
  auto product = v.getDefiningOp<MulOp>();
  return product && (llvm::count_if(product.getFactors(), isMatrix) > 1 ||
                     llvm::any_of(product.getFactors(),
                                  [&](Value factor) { return isProductSpelled(factor, names); }));
}

/// Products last where the sum is all that is stored: Eigen then adds each to what stands before
/// it.
Text Expressions::sum(AddOp op) {
  auto type = dyn_cast<MatrixType>(op.getType());
  const bool isStored = !names[op].empty() || llvm::all_of(op->getUsers(), [](Operation *user) {
    return user->hasTrait<OpTrait::IsTerminator>();
  });
  llvm::SmallVector<Value> terms(op.getTerms());
  if (type && isStored && (type.getRows().isSymbol() || type.getCols().isSymbol()) &&
      llvm::none_of(terms, [&](Value t) { return inlined<FillOp>(t) || use(t).array; })) {
    terms.clear();
    for (bool isProduct : {false, true})
      llvm::copy_if(op.getTerms(), std::back_inserter(terms),
                    [&](Value t) { return isProductSpelled(t, names) == isProduct; });
  }
  return sum(terms);
}

//===-- Products ----------------------------------------------------------===//

Value Expressions::denominator(Value v) {
  auto power = inlined<PowOp>(v);
  return power && power.exponentValue() == -1 ? power.getA() : Value();
}

std::string Expressions::diagonal(DiagOp op) {
  return useAs(op.getA(), false).within(Binding::Primary) + ".asDiagonal()";
}

/// A factor of a matrix product.
Text Expressions::factor(Value v) {
  if (auto d = inlined<DiagOp>(v))
    return {diagonal(d)};
  // Only a product takes views; see markLocals.
  if (auto t = inlined<TriangleOp>(v))
    return triangle(t);
  if (auto s = inlined<SymmetricOp>(v))
    return triangle(s);
  return useAs(v, false);
}

bool Expressions::isAddedDyad(MulOp op) {
  ValueRange factors = op.getFactors();
  if (factors.size() != 2 || !llvm::all_of(factors, isMatrix))
    return false;
  auto left = cast<MatrixType>(factors[0].getType());
  auto right = cast<MatrixType>(factors[1].getType());
  return left.isColumn() && right.isRow() && left.getRows().isSymbol() &&
         right.getCols().isSymbol() && llvm::all_of(op->getUsers(), llvm::IsaPred<AddOp>) &&
         !productWithOnes(factors[0], factors[1]);
}

Text Expressions::product(MulOp op) {
  if (!isAddedDyad(op))
    return product(op.getFactors());
  // The whole sum is then one pass over its result.
  return {factor(op.getFactors()[0]).within(Binding::Primary) + ".lazyProduct(" +
          factor(op.getFactors()[1]).text + ")"};
}

Text Expressions::product(ValueRange factors) {
  llvm::SmallVector<Value> scalars, divisors, matrices;
  bool isNegated = false;
  for (Value factor : factors)
    if (isMatrix(factor))
      matrices.push_back(factor);
    else if (Value d = denominator(factor))
      divisors.push_back(d);
    else if (auto c = factor.getDefiningOp<ConstantOp>(); c && c.number() == -1)
      isNegated = true;
    else
      scalars.push_back(factor);

  // −(diag(v) A) is (−diag(v)) A.
  if (isNegated && scalars.empty() && divisors.empty() && matrices.size() == 1)
    if (auto mul = inlined<MulOp>(matrices[0]);
        mul && llvm::all_of(mul.getFactors(), isMatrix) && inlined<DiagOp>(mul.getFactors()[0]))
      matrices.assign(mul.getFactors().begin(), mul.getFactors().end());

  // A repeated vector, and sums by rows or columns, are one factor.
  std::optional<Text> ones;
  if (matrices.size() == 2)
    ones = productWithOnes(matrices[0], matrices[1]);

  // Left to right: numbers first, so that a matrix is scaled once.
  std::string text;
  auto times = [&](const std::string &factor) { text += (text.empty() ? "" : " * ") + factor; };
  const bool isOne = scalars.size() + (ones ? 1 : matrices.size()) == 1 && divisors.empty();
  bool array = false;
  Binding only = Binding::Product;
  for (Value s : scalars) {
    only = use(s).binding;
    times(use(s).within(text.empty() ? Binding::Product : Binding::Unary));
  }
  auto divide = [&] {
    if (divisors.empty())
      return;
    std::string below;
    for (Value d : divisors)
      below += (below.empty() ? "" : " * ") +
               use(d).within(divisors.size() > 1 ? Binding::Product : Binding::Unary);
    text += " / " + (divisors.size() > 1 ? "(" + below + ")" : below);
    divisors.clear();
  };
  if (text.empty() && matrices.empty())
    times(literal(1, factors.front().getType()));
  if (!text.empty())
    divide();
  if (ones) {
    array = ones->array;
    only = ones->binding;
    times(ones->text);
    matrices.clear();
  }
  for (Value m : matrices) {
    // One matrix keeps its kind; a matrix product is one of Matrices.
    Text t = matrices.size() > 1 ? factor(m) : use(m);
    // Eigen has no −diag(v).
    if (auto d = inlined<DiagOp>(m); d && isNegated && text.empty() && matrices.size() > 1) {
      t.text = "(-" + useAs(d.getA(), false).within(Binding::Unary) + ").asDiagonal()";
      isNegated = false;
    }
    array = t.array;
    only = t.binding;
    times(t.within(text.empty() ? Binding::Product : Binding::Unary));
  }
  divide();
  // −(a + b): the minus is for the whole of it.
  if (isOne && only == Binding::Sum)
    text = "(" + text + ")";
  if (isNegated)
    text.insert(0, "-");
  return {text, isOne && !isNegated && ones ? only : Binding::Product,
          isOne && only > Binding::Product ? only : Binding::Product, array};
}

Text Expressions::hadamard(HadamardOp op) {
  llvm::SmallVector<Value> above, below;
  for (Value factor : op.getFactors()) {
    Value d = denominator(factor);
    (d ? below : above).push_back(d ? d : factor);
  }
  auto isPlain = [&](Value v) { return !use(v).array; };
  if (llvm::all_of(above, isPlain) && llvm::all_of(below, isPlain)) {
    auto member = [&](Value l, const char *name, Value r) -> Text {
      return {fmt::format("{}.{}({})", use(l).within(Binding::Primary), name, use(r).text)};
    };
    if (above.size() == 2 && below.empty())
      return member(above[0], "cwiseProduct", above[1]);
    if (above.size() == 1 && below.size() == 1)
      return member(above[0], "cwiseQuotient", below[0]);
  }
  std::string text;
  for (Value v : above)
    text += (text.empty() ? "" : " * ") +
            useAs(v, true).within(text.empty() ? Binding::Product : Binding::Unary);
  for (Value v : below) {
    std::string d = useAs(v, true).within(text.empty() ? Binding::Primary : Binding::Unary);
    text += text.empty() ? d + ".inverse()" : " / " + d;
  }
  return {text, Binding::Product, Binding::Product, true};
}

//===-- Element-wise functions --------------------------------------------===//

Text Expressions::power(PowOp op) {
  const double p = op.exponentValue();
  Value a = op.getA();
  if (isScalar(a)) {
    if (p == 0.5) {
      // √⟨v, v⟩ = ‖v‖
      if (auto square = inlined<InnerOp>(a); square && square.getA() == square.getB())
        return {useAs(square.getA(), false).within(Binding::Primary) + ".norm()"};
      return {"std::sqrt(" + use(a).text + ")"};
    }
    std::string base = use(a).within(Binding::Unary);
    if (p == 2)
      return {base + " * " + base, Binding::Product};
    if (p == 3)
      return {base + " * " + base + " * " + base, Binding::Product};
    if (p == -1)
      return {literal(1, op.getType()) + " / " + base, Binding::Product};
    return {fmt::format("std::pow({}, {})", use(a).text, literal(p, op.getType()))};
  }
  Text base = use(a);
  struct Spelling {
    double exponent;
    const char *matrix, *array;
  };
  for (auto [exponent, matrix, array] :
       {Spelling{2, ".cwiseAbs2()", ".square()"}, Spelling{0.5, ".cwiseSqrt()", ".sqrt()"},
        Spelling{-1, ".cwiseInverse()", ".inverse()"}, Spelling{3, nullptr, ".cube()"}})
    if (p == exponent) {
      if (!base.array && matrix)
        return {base.within(Binding::Primary) + matrix};
      return {convert(base, a.getType(), true).within(Binding::Primary) + array, Binding::Primary,
              Binding::Primary, true};
    }
  return {fmt::format("{}.pow({})", convert(base, a.getType(), true).within(Binding::Primary),
                      literal(p, elementType(a.getType()))),
          Binding::Primary, Binding::Primary, true};
}

Text Expressions::map(MapOp op) {
  const Function &row = op.row();
  auto spelled = [&](StringRef form) {
    std::string text = form.str();
    auto replace = [&](StringRef token, const std::string &by) {
      for (size_t at = 0; (at = text.find(token, at)) != std::string::npos; at += by.size())
        text.replace(at, token.size(), by);
    };
    replace("SCALAR", spellScalar(elementType(op.getType())));
    replace("ENTRY", names.parameter("s"));
    return text;
  };
  if (isScalar(op.getA())) {
    StringRef form = row.scalar;
    // What is only an argument needs no parentheses.
    const bool isArgument = form.count("{0}") == 1 && form.contains("({0})");
    Text a = use(op.getA());
    Text text = {substitute(spelled(form), {isArgument ? a.text : a.within(Binding::Primary)})};
    text.binding = form.contains(" / ")    ? Binding::Product
                   : form.contains(") + ") ? Binding::Sum
                                           : Binding::Primary;
    return text;
  }
  return {useAs(op.getA(), true).within(Binding::Primary) + spelled(row.array), Binding::Primary,
          Binding::Primary, true};
}

} // namespace delgen
