//===- Choices.cpp - Comparisons, choices, extrema and functions of entries ===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A choice keeps what it leaves out from the result, so that nothing but numbers comes out
// of it: s in select(c, s a, 0) may be infinite where c is zero.
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include <cmath>

using namespace mlir;

namespace delgen::mx {

//===-- Entry by entry ----------------------------------------------------===//

/// v of v 1ᵀ, or null.
static Value columnOf(std::pair<Value, Value> outer) {
  return outer.first && constantValue(outer.second) == 1.0 ? outer.first : Value();
}

/// vᵀ of 1 vᵀ, or null.
static Value rowOf(std::pair<Value, Value> outer) {
  return outer.first && constantValue(outer.first) == 1.0 ? outer.second : Value();
}

/// s(fill(a), fill(b)) = fill(s(a, b)), s(aᵀ, bᵀ) = s(a, b)ᵀ and s(u 1ᵀ, v 1ᵀ) = s(u, v) 1ᵀ,
/// where a filled matrix is any of these; null where the operands are none.
Value Algebra::entryByEntry(llvm::ArrayRef<Value> operands,
                            llvm::function_ref<Value(llvm::ArrayRef<Value>)> function) {
  auto type = dyn_cast<MatrixType>(operands.front().getType());
  if (!type)
    return {};
  llvm::SmallVector<Value> fills, transposes, columns, rows;
  const Size one = Size::number(b.getContext(), 1);
  Type column = shaped(type.getRows(), one, type.getElement());
  Type row = shaped(one, type.getCols(), type.getElement());
  for (Value v : operands) {
    if (isScalar(v)) { // an exponent, which is one for all entries
      for (auto *list : {&fills, &transposes, &columns, &rows})
        list->push_back(v);
      continue;
    }
    if (auto f = v.getDefiningOp<FillOp>()) {
      fills.push_back(f.getA());
      transposes.push_back(transpose(v));
      columns.push_back(fill(f.getA(), column));
      rows.push_back(fill(f.getA(), row));
      continue;
    }
    if (auto t = v.getDefiningOp<TransposeOp>())
      transposes.push_back(t.getA());
    if (type.isVector())
      continue;
    if (Value c = columnOf(splitOuter(v)))
      columns.push_back(c);
    else if (Value r = rowOf(splitOuter(v)))
      rows.push_back(r);
  }
  if (fills.size() == operands.size())
    return fill(function(fills), type);
  if (transposes.size() == operands.size())
    return transpose(function(transposes));
  if (type.isVector())
    return {};
  if (columns.size() == operands.size())
    return product({function(columns), uniform(1, row)});
  if (rows.size() == operands.size())
    return product({uniform(1, column), function(rows)});
  return {};
}

Value Algebra::pair(Operation *op, Value x, Value y) {
  if (Value v = entryByEntry({x, y}, [&](llvm::ArrayRef<Value> s) { return pair(op, s[0], s[1]); }))
    return v;
  if (isa<Atan2Op>(op))
    return make<Atan2Op>(x, y);
  return make<HypotOp>(x, y);
}

Value Algebra::polygamma(int64_t order, Value a) {
  if (Value v = entryByEntry({a}, [&](llvm::ArrayRef<Value> s) { return polygamma(order, s[0]); }))
    return v;
  return make<PolygammaOp>(a, b.getI64IntegerAttr(order));
}

//===-- Comparisons and choices -------------------------------------------===//

static bool holds(llvm::StringRef relation, double a, double b) {
  return relation == "lt"   ? a < b
         : relation == "le" ? a <= b
         : relation == "gt" ? a > b
         : relation == "ge" ? a >= b
         : relation == "eq" ? a == b
                            : a != b;
}

Value Algebra::compare(llvm::StringRef relation, Value x, Value y) {
  auto xNumber = constantValue(x), yNumber = constantValue(y);
  if (xNumber && yNumber)
    return uniform(holds(relation, *xNumber, *yNumber), x.getType());
  // Of equal sides the other relations tell what is not a number.
  if (x == y && (relation == "lt" || relation == "gt"))
    return uniform(0, x.getType());
  if (Value v = entryByEntry(
          {x, y}, [&](llvm::ArrayRef<Value> s) { return compare(relation, s[0], s[1]); }))
    return v;
  return make<CompareOp>(x, y, b.getStringAttr(relation));
}

/// `v` without the number in front.
Value Algebra::withoutNumber(Value v) {
  auto [scalars, rest] = isMatrix(v) ? splitScalars(v) : std::pair(Product(), Value());
  if (!rest)
    multiply(scalars, v);
  scalars.constant = 1;
  FloatType element = elementType(v.getType());
  if (!rest)
    return build(std::move(scalars), element);
  return product({scalarPart(scalars, element), rest});
}

Value Algebra::select(Value condition, Value x, Value y) {
  if (x == y)
    return x;
  // The condition is not zero.
  if (auto c = constantValue(condition))
    return *c != 0 ? x : y;
  // Under a condition it is known.
  if (auto inner = x.getDefiningOp<SelectOp>(); inner && inner.getCondition() == condition)
    return select(condition, inner.getA(), y);
  if (auto inner = y.getDefiningOp<SelectOp>(); inner && inner.getCondition() == condition)
    return select(condition, x, inner.getB());
  // select(c, k a, k b) = k select(c, a, b) for a number k
  auto xNumber = constantValue(x), yNumber = constantValue(y);
  if (!xNumber || !yNumber) {
    const double k = xNumber == 0.0 ? leadingConstant(y) : leadingConstant(x);
    const bool isCommon =
        k != 1 && k != 0 &&
        (xNumber == 0.0 || yNumber == 0.0 || leadingConstant(y) == leadingConstant(x));
    auto without = [&](Value v, std::optional<double> number) {
      return number == 0.0 ? v : number ? uniform(1, v.getType()) : withoutNumber(v);
    };
    if (isCommon)
      return product({constant(k, elementType(x.getType())),
                      select(condition, without(x, xNumber), without(y, yNumber))});
  }
  if (Value v = entryByEntry({condition, x, y},
                             [&](llvm::ArrayRef<Value> s) { return select(s[0], s[1], s[2]); }))
    return v;
  return make<SelectOp>(condition, x, y);
}

Value Algebra::extremum(bool isMax, Value x, Value y) {
  if (x == y)
    return x;
  auto xNumber = constantValue(x), yNumber = constantValue(y);
  if (xNumber && yNumber)
    return (isMax ? *xNumber >= *yNumber : *xNumber <= *yNumber) ? x : y;
  if (Value v = entryByEntry({x, y},
                             [&](llvm::ArrayRef<Value> s) { return extremum(isMax, s[0], s[1]); }))
    return v;
  return isMax ? make<MaxOp>(x, y) : make<MinOp>(x, y);
}

//===-- Reductions --------------------------------------------------------===//

Value Algebra::linearInEach(llvm::ArrayRef<Value> directions, Type type,
                            llvm::function_ref<Value(llvm::ArrayRef<Value>)> function) {
  Product scalars;
  llvm::SmallVector<Value> rests;
  for (Value d : directions) {
    auto [front, rest] = splitScalars(d);
    scalars.constant *= front.constant;
    for (auto [base, exponent] : front.scalars)
      scalars.addScalar(base, exponent);
    rests.push_back(rest);
  }
  if (scalars.constant == 0 || llvm::any_of(rests, [](Value v) { return constantValue(v) == 0.0; }))
    return uniform(0, type);
  sortByStructure(rests);
  return product({scalarPart(scalars, elementType(type)), function(rests)});
}

/// True where `a` and all directions are transposes, or are so at no cost.
static bool areTransposed(Value a, llvm::ArrayRef<Value> directions) {
  auto isTransposed = [](Value v) { return v.getDefiningOp<TransposeOp>() != nullptr; };
  return isTransposed(a) && llvm::all_of(directions, [&](Value v) {
           return isTransposed(v) || v.getDefiningOp<FillOp>();
         });
}

Value Algebra::prod(Value a, llvm::ArrayRef<Value> directions, Type type) {
  if (isScalar(a) && directions.empty())
    return a;
  return linearInEach(directions, type, [&](llvm::ArrayRef<Value> rests) -> Value {
    if (!areTransposed(a, rests))
      return make<ProdOp>(type, a, rests);
    // The same entries in another order.
    llvm::SmallVector<Value> turned;
    for (Value v : rests)
      turned.push_back(transpose(v));
    Type shape = shaped(colsOf(type), rowsOf(type), elementType(type));
    return transpose(prod(transpose(a), turned, shape));
  });
}

Value Algebra::prodOthers(Value a, llvm::ArrayRef<Value> directions, Over over) {
  return linearInEach(directions, a.getType(), [&](llvm::ArrayRef<Value> rests) -> Value {
    if (!areTransposed(a, rests))
      return make<ProdOthersOp>(a, rests, b.getStringAttr(wordFor(over)));
    // The others in the row of aᵀ are those in the column of a.
    llvm::SmallVector<Value> turned;
    for (Value v : rests)
      turned.push_back(transpose(v));
    const Over other = over == Over::Rows      ? Over::Columns
                       : over == Over::Columns ? Over::Rows
                                               : Over::Everything;
    return transpose(prodOthers(transpose(a), turned, other));
  });
}

Value Algebra::pick(llvm::StringRef extremum, Value a, Value v, Type type) {
  if (auto f = v.getDefiningOp<FillOp>())
    return fill(f.getA(), type);
  // Of a itself: a scaled by a number is not another matrix.
  if (a != v)
    if (auto [scalars, rest] = splitScalars(v); rest != v)
      return product({scalarPart(scalars, elementType(type)), pick(extremum, a, rest, type)});
  // The first of several is found column by column, so that a matrix is not turned.
  auto isTurned = [](Value m) { return m.getDefiningOp<TransposeOp>() && isVector(m); };
  if (isTurned(a) && isTurned(v) && isa<FloatType>(type))
    return pick(extremum, transpose(a), transpose(v), type);
  return make<PickOp>(type, a, v, b.getStringAttr(extremum));
}

Value Algebra::extremal(llvm::StringRef extremum, Value a, Over over) {
  // As for mx.pick, a matrix is not turned.
  if (a.getDefiningOp<TransposeOp>() && isVector(a) && over == Over::Everything)
    return transpose(extremal(extremum, transpose(a), over));
  return make<ExtremalOp>(a, b.getStringAttr(extremum), b.getStringAttr(wordFor(over)));
}

//===-- Identities of functions -------------------------------------------===//

/// b of 1 + exp(b), or null.
static Value onePlusExp(Value v) {
  auto add = v.getDefiningOp<AddOp>();
  if (!add || add.getTerms().size() != 2)
    return {};
  for (unsigned i : {0, 1})
    if (auto exp = add.getTerms()[i].getDefiningOp<MapOp>();
        exp && exp.getFunction() == "exp" && constantValue(add.getTerms()[1 - i]) == 1.0)
      return exp.getA();
  return {};
}

Value Algebra::negative(Value v) { return product({constant(-1, elementType(v.getType())), v}); }

/// What does not overflow where its parts do, and shorter forms; null where there is none.
Value Algebra::mapIdentity(llvm::StringRef function, Value a) {
  auto inner = a.getDefiningOp<MapOp>();
  auto isOf = [&](llvm::StringRef name) { return inner && inner.getFunction() == name; };
  // log(1 + exp(b)) = softplus(b), log(σ(b)) = −softplus(−b), log(1 − σ(b)) = −softplus(b)
  if (function == "log") {
    if (Value exponent = onePlusExp(a))
      return map("softplus", exponent);
    if (isOf("logistic"))
      return negative(map("softplus", negative(inner.getA())));
    if (auto add = a.getDefiningOp<AddOp>(); add && add.getTerms().size() == 2)
      for (unsigned i : {0, 1}) {
        Value term = add.getTerms()[i];
        auto mul = term.getDefiningOp<MulOp>();
        if (!mul || mul.getFactors().size() != 2 || leadingConstant(term) != -1 ||
            constantValue(add.getTerms()[1 - i]) != 1.0)
          continue;
        auto sigma = mul.getFactors()[1].getDefiningOp<MapOp>();
        if (sigma && sigma.getFunction() == "logistic")
          return negative(map("softplus", sigma.getA()));
      }
  }
  if (function == "log1p" && isOf("exp"))
    return map("softplus", inner.getA());
  // What is whole, or has a sign alone, stays.
  static constexpr llvm::StringLiteral idempotent[] = {"abs",  "sign",  "floor", "ceil",
                                                       "rint", "round", "trunc"};
  if (isOf(function) && llvm::is_contained(idempotent, function))
    return a;
  if (function == "abs" || function == "sign") {
    const double k = leadingConstant(a);
    if (auto number = constantValue(a))
      return uniform(function == "abs" ? std::abs(*number) : (*number > 0) - (*number < 0),
                     a.getType());
    // |k a| = |k| |a|, sign(k a) = ± sign(a)
    if (k != 1 && k != 0)
      return product({constant(function == "abs" ? std::abs(k)
                               : k < 0           ? -1
                                                 : 1,
                               elementType(a.getType())),
                      map(function, withoutNumber(a))});
  }
  return {};
}

/// The same for a power.
Value Algebra::powIdentity(Value a, double exponent) {
  // (1 + exp(b))⁻ᵖ = σ(−b)ᵖ
  if (exponent < 0)
    if (Value b = onePlusExp(a))
      return pow(map("logistic", negative(b)), -exponent);
  // |a|²ᵖ = a²ᵖ
  if (auto inner = a.getDefiningOp<MapOp>();
      inner && inner.getFunction() == "abs" && std::fmod(exponent, 2) == 0)
    return pow(inner.getA(), exponent);
  return {};
}

} // namespace delgen::mx
