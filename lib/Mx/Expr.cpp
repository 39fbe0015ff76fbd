//===- Expr.cpp - Lets a rule read as mathematics -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/IR/IRMapping.h"

#include <cmath>

using namespace mlir;

namespace delgen::mx {

Entry Entry::constant(double number) const {
  return {*builder, loc, uniform(*builder, loc, number, value.getType())};
}

Entry operator+(Entry a, Entry b) {
  if (a.isZero())
    return b;
  if (b.isZero())
    return a;
  return {*a.builder, a.loc, AddOp::create(*a.builder, a.loc, ValueRange{a, b})};
}

Entry operator*(Entry a, Entry b) {
  if (a.isZero() || b.isZero())
    return a.zero();
  if (isMatrix(a) && isMatrix(b))
    return {*a.builder, a.loc, HadamardOp::create(*a.builder, a.loc, ValueRange{a, b})};
  return {*a.builder, a.loc, MulOp::create(*a.builder, a.loc, ValueRange{a, b})};
}

Entry operator*(double c, Entry a) {
  if (a.isZero())
    return a;
  Value factor = ConstantOp::create(*a.builder, a.loc, elementType(a.value.getType()),
                                    a.builder->getF64FloatAttr(c));
  return {*a.builder, a.loc, MulOp::create(*a.builder, a.loc, ValueRange{factor, a})};
}

Entry pow(Entry a, double exponent) {
  return {*a.builder, a.loc,
          PowOp::create(*a.builder, a.loc, a, a.builder->getF64FloatAttr(exponent))};
}

Entry power(Entry a, Entry exponent) {
  return {*a.builder, a.loc, PowerOp::create(*a.builder, a.loc, a, exponent)};
}

Entry map(llvm::StringRef function, Entry a) {
  return {*a.builder, a.loc,
          MapOp::create(*a.builder, a.loc, a, a.builder->getStringAttr(function))};
}

Entry polygamma(int64_t order, Entry a) {
  return {*a.builder, a.loc,
          PolygammaOp::create(*a.builder, a.loc, a, a.builder->getI64IntegerAttr(order))};
}

Entry compare(llvm::StringRef relation, Entry a, Entry b) {
  return {*a.builder, a.loc,
          CompareOp::create(*a.builder, a.loc, a, b, a.builder->getStringAttr(relation))};
}

Entry select(Entry condition, Entry a, Entry b) {
  return {*a.builder, a.loc, SelectOp::create(*a.builder, a.loc, condition, a, b)};
}

bool isWhole(Value v) {
  Operation *op = v.getDefiningOp();
  if (auto number = dyn_cast_or_null<ConstantOp>(op))
    return number.number() == std::floor(number.number());
  if (auto choice = dyn_cast_or_null<SelectOp>(op))
    return isWhole(choice.getA()) && isWhole(choice.getB());
  return op && (isa<RealOp>(op) ||
                (isa<AddOp, CastOp, MulOp>(op) && llvm::all_of(op->getOperands(), isWhole)));
}

Entry lessOne(Entry exponent) {
  if (!isWhole(exponent))
    return exponent - 1.0;
  Entry zero = exponent.constant(0);
  return select(compare("eq", exponent, zero), zero, exponent - 1.0);
}

/// The product of more than this many active factors is differentiated by halves: one
/// term for each factor would make the code quadratic in their number.
static constexpr size_t mostTerms = 6;

/// d(a b) = da b + a db for the two halves of a product, and so on.
template <typename Op>
static Value halves(OpBuilder &builder, Location loc, ValueRange args,
                    llvm::ArrayRef<Value> tangents) {
  if (args.size() == 1)
    return tangents.front();
  const size_t half = args.size() / 2;
  Value dl = halves<Op>(builder, loc, args.take_front(half), tangents.take_front(half));
  Value dr = halves<Op>(builder, loc, args.drop_front(half), tangents.drop_front(half));
  auto whole = [&](ValueRange factors) -> Value {
    return factors.size() == 1 ? factors.front() : Op::create(builder, loc, factors).getResult();
  };
  llvm::SmallVector<Value, 2> terms;
  if (dl)
    terms.push_back(whole({dl, whole(args.drop_front(half))}));
  if (dr)
    terms.push_back(whole({whole(args.take_front(half)), dr}));
  return sumOfTangents(builder, loc, terms);
}

Value productRule(OpBuilder &builder, Operation *op, ValueRange args,
                  llvm::ArrayRef<Value> tangents) {
  if (static_cast<size_t>(llvm::count_if(tangents, [](Value t) { return bool(t); })) > mostTerms) {
    Location loc = withoutName(op->getLoc());
    return isa<HadamardOp>(op) ? halves<HadamardOp>(builder, loc, args, tangents)
                               : halves<MulOp>(builder, loc, args, tangents);
  }
  llvm::SmallVector<Value> terms;
  for (auto [i, tangent] : llvm::enumerate(tangents)) {
    if (!tangent)
      continue;
    IRMapping operands;
    for (auto [own, arg] : llvm::zip(op->getOperands(), args))
      operands.map(own, arg);
    Operation *term = builder.clone(*op, operands);
    // By position, because one value may stand in two places.
    term->setOperand(i, tangent);
    term->setLoc(withoutName(op->getLoc()));
    terms.push_back(term->getResult(0));
  }
  return sumOfTangents(builder, withoutName(op->getLoc()), terms);
}

Value sumOfTangents(OpBuilder &builder, Location loc, llvm::ArrayRef<Value> tangents) {
  llvm::SmallVector<Value> terms;
  llvm::copy_if(tangents, std::back_inserter(terms), [](Value t) { return bool(t); });
  if (terms.empty())
    return {};
  return terms.size() == 1 ? terms.front() : AddOp::create(builder, loc, terms).getResult();
}

} // namespace delgen::mx
