//===- Powers.cpp - Which powers are computed, and how --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Shapes.h"

#include <cmath>

using namespace mlir;

namespace delgen::mx {
namespace {

bool isInteger(double p) { return p == std::floor(p); }

/// Beyond this, a power function is as fast as repeated multiplication.
constexpr double largestMultiplied = 32;

class Powers : public UniqueBuilder {
public:
  using UniqueBuilder::UniqueBuilder;

  /// With `isInverted`, the inverse of the base stands by itself: 1/a and 1/a² take one division.
  Value power(Value base, double exponent, bool isInverted = false) {
    if (isInverted && exponent < -1 && isInteger(exponent) && -exponent <= largestMultiplied)
      return power(raw(base, -1), -exponent);
    if (exponent == 1)
      return base;
    if (!isInteger(exponent) || std::abs(exponent) > largestMultiplied)
      return exponent == -0.5 ? raw(raw(base, 0.5), -1) : raw(base, exponent);
    // a⁻ᵖ = (aᵖ)⁻¹
    if (exponent < 0)
      return raw(power(base, -exponent), -1);
    if (exponent <= 3)
      return raw(base, exponent);
    // a²ᵖ = (aᵖ)², a^(p+1) = a aᵖ
    if (std::fmod(exponent, 2) == 0)
      return raw(power(base, exponent / 2), 2);
    llvm::SmallVector<Value, 2> factors = {base, power(base, exponent - 1)};
    return isMatrix(base) ? make<HadamardOp>(factors) : make<MulOp>(factors);
  }

  Value raw(Value base, double exponent) {
    return exponent == 1 ? base : make<PowOp>(base, b.getF64FloatAttr(exponent));
  }
  using UniqueBuilder::copy;
};

} // namespace

void expandPowers(Block &block) {
  // Bases that stand under a root somewhere, by their value in the old body, and numbers that are
  // divided by more than once.
  llvm::DenseSet<Value> rooted, inverted;
  llvm::DenseMap<Value, double> divided;
  block.walk([&](PowOp p) {
    if (!isInteger(p.exponentValue()) && isInteger(2 * p.exponentValue()))
      rooted.insert(p.getA());
  });
  block.walk([&](PowOp p) {
    const double exponent = p.exponentValue() * (rooted.contains(p.getA()) ? 2 : 1);
    if (!isScalar(p.getA()) || exponent >= 0 || !isInteger(exponent))
      return;
    auto [it, isNew] = divided.try_emplace(p.getA(), exponent);
    if (!isNew && it->second != exponent)
      inverted.insert(p.getA());
  });
  OpBuilder b(block.front().getContext());
  Powers powers(b);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    powers.setLocation(withoutName(op->getLoc()));
    auto p = dyn_cast<PowOp>(op);
    if (!p)
      return powers.copy(op, operands);
    if (rooted.contains(p.getA()) && isInteger(2 * p.exponentValue()) &&
        !isInteger(p.exponentValue()))
      return powers.power(powers.raw(operands[0], 0.5), 2 * p.exponentValue(),
                          inverted.contains(p.getA()));
    return powers.power(operands[0], p.exponentValue(), inverted.contains(p.getA()));
  });
}

} // namespace delgen::mx
