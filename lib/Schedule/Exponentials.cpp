//===- Exponentials.cpp - One exponential for logistic functions ----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// With e = exp(−|a|),
//
//   softplus(a) = max(a, 0) + log1p(e),   σ(a) σ(−a) = e/(1 + e)²,
//
// exact to rounding wherever they are. Eigen computes each of these parts for several entries at
// once, and the exponential, which is most of the cost, is the same for all of them. Where σ(a) is
// there as well, as it is beside every gradient,
//
//   softplus(a) = max(a, 0) − log1p(−min(σ(a), 1 − σ(a))),
//
// and σ(a) may be written over a.
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/InPlace.h"

#include <vector>

using namespace mlir;

namespace delgen::mx {
namespace {

/// c f₁ ⋯ fₙ without the sign of the number c: what a and −a have in common.
using Magnitude = std::pair<double, std::vector<const void *>>;

void addFactors(Magnitude &magnitude, Value v) {
  if (auto mul = v.getDefiningOp<MulOp>())
    for (Value factor : mul.getFactors())
      addFactors(magnitude, factor);
  else if (auto c = v.getDefiningOp<ConstantOp>())
    magnitude.first *= std::abs(c.number());
  else
    magnitude.second.push_back(v.getAsOpaquePointer());
}

Magnitude magnitudeOf(Value v) {
  Magnitude magnitude{1, {}};
  addFactors(magnitude, v);
  return magnitude;
}

/// `function` of each entry of a matrix.
MapOp mapOf(Operation *op, StringRef function) {
  auto map = dyn_cast_or_null<MapOp>(op);
  return map && isMatrix(map.getA()) && map.getFunction() == function ? map : MapOp();
}

class Exponentials : public ScheduleBuilder {
public:
  explicit Exponentials(OpBuilder &b, Block &block) : ScheduleBuilder(b) {
    block.walk([&](MapOp map) {
      if (mapOf(map, "logistic"))
        logistics.insert(map.getA());
    });
  }

  Value each(Operation *op, ValueRange operands) {
    if (auto map = mapOf(op, "softplus"))
      return isSummedBesideLogistic(map) ? copy(op, operands) : softplus(operands[0]);
    if (auto map = isa<SumOp>(op) ? mapOf(op->getOperand(0).getDefiningOp(), "softplus") : MapOp();
        map && isSummedBesideLogistic(map))
      return softplusSum(operands[0].getDefiningOp<MapOp>().getA());
    return isa<HadamardOp>(op) ? product(op, operands) : copy(op, operands);
  }

private:
  Value constant(double number, Type type) {
    return make<FillOp>(type, make<ConstantOp>(elementType(type), b.getF64FloatAttr(number)));
  }
  Value map(StringRef function, Value a) {
    return make<MapOp>(a.getType(), a, b.getStringAttr(function));
  }

  /// True for a softplus of which only the sum is needed, where the logistic function of the same
  /// is needed as well.
  bool isSummedBesideLogistic(MapOp map) const {
    return logistics.contains(map.getA()) && map->hasOneUse() && isa<SumOp>(*map->user_begin());
  }

  /// The sum of softplus(a), of which the first part reads a before σ(a) is written over it.
  Value softplusSum(Value a) {
    Value one = constant(1, a.getType()), w = map("logistic", a);
    Value minusOne = make<ConstantOp>(elementType(a.getType()), b.getF64FloatAttr(-1));
    Value other = make<AddOp>(ValueRange{one, make<MulOp>(ValueRange{minusOne, w})});
    Value least = make<MulOp>(ValueRange{minusOne, make<MinOp>(w, other)});
    Value linear = make<SumOp>(make<MaxOp>(a, constant(0, a.getType())));
    linear.getDefiningOp()->setAttr(attr::local, b.getUnitAttr());
    linear.getDefiningOp()->setAttr(attr::scratch, b.getUnitAttr());
    Value logs = make<SumOp>(map("log1p", least));
    return make<AddOp>(ValueRange{linear, make<MulOp>(ValueRange{minusOne, logs})});
  }

  /// exp(−|a|)
  Value exponential(Value a) {
    if (auto mul = a.getDefiningOp<MulOp>(); mul && mul.getFactors().size() == 2)
      if (auto c = mul.getFactors()[0].getDefiningOp<ConstantOp>(); c && c.number() == -1)
        a = mul.getFactors()[1];
    Value minusOne = make<ConstantOp>(elementType(a.getType()), b.getF64FloatAttr(-1));
    return map("exp", make<MulOp>(ValueRange{minusOne, map("abs", a)}));
  }

  Value softplus(Value a) {
    Value linear = make<MaxOp>(a, constant(0, a.getType()));
    return make<AddOp>(ValueRange{linear, map("log1p", exponential(a))});
  }

  Value product(Operation *op, ValueRange operands) {
    llvm::SmallVector<Value> factors(operands);
    bool isChanged = false;
    for (size_t i = 0; i < factors.size(); ++i)
      for (size_t j = i + 1; j < factors.size(); ++j) {
        MapOp one = mapOf(factors[i].getDefiningOp(), "logistic");
        MapOp other = mapOf(factors[j].getDefiningOp(), "logistic");
        if (!one || !other || one == other || magnitudeOf(one.getA()) != magnitudeOf(other.getA()))
          continue;
        Value e = exponential(one.getA());
        factors[i] = e;
        factors[j] = make<PowOp>(make<AddOp>(ValueRange{constant(1, e.getType()), e}),
                                 b.getF64FloatAttr(-2));
        isChanged = true;
      }
    return isChanged ? make<HadamardOp>(factors) : copy(op, operands);
  }

  /// The arguments of logistic functions in the old body.
  llvm::DenseSet<Value> logistics;
};

} // namespace

void shareExponentials(Block &block) {
  OpBuilder b(block.front().getContext());
  Exponentials exponentials(b, block);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    exponentials.setLocation(withoutName(op->getLoc()));
    return exponentials.each(op, operands);
  });
}

} // namespace delgen::mx
