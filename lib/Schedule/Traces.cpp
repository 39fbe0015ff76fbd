//===- Traces.cpp - The cheapest way to a trace of a product --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The normal form has ⟨A, B⟩ for tr(AᵀB). The factors of Aᵀ and B form a cycle, which may
// be cut anywhere: tr(A⁻¹D₂A⁻¹D₁) is best the inner product of two solves.
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Cost.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include <limits>

using namespace mlir;

namespace delgen::mx {
namespace {

/// A cycle of more factors than this stays as it is.
constexpr size_t longestCycle = 12;

class Traces : public ScheduleBuilder {
public:
  using ScheduleBuilder::copy;
  using ScheduleBuilder::ScheduleBuilder;

  Value inner(Operation *op, ValueRange operands) {
    const llvm::SmallVector<Value> first = factorsOf(operands[0]);
    llvm::SmallVector<Value> cycle = mirrored(first);
    llvm::append_range(cycle, factorsOf(operands[1]));
    // tr M = tr Mᵀ: of the two the one with fewer transposes stands.
    size_t own = first.size();
    if (llvm::count_if(cycle, isTransposed) > llvm::count_if(mirrored(cycle), isTransposed)) {
      cycle = mirrored(cycle);
      own = cycle.size() - own;
    }
    const size_t n = cycle.size();
    // Without an inverse, two factors are best as they are.
    const bool hasInverse = llvm::any_of(cycle, isInverse);
    if (n > longestCycle || llvm::any_of(cycle, isScalar) || (n < 3 && !hasInverse))
      return copy(op, operands);

    struct Cut {
      double cost = std::numeric_limits<double>::infinity();
      size_t first = 0, length = 0;
    } best;
    auto consider = [&](size_t first, size_t length) {
      auto left = part(cycle, first, length), right = part(cycle, first + length, n - length);
      double cost = costOf(left) + costOf(right);
      cost += entries(productShape(left)) * (right.empty() ? 1 : 2);
      // B A⁻¹ is solved as a transpose.
      for (const auto &side : {left, right})
        if (side.size() > 1 && isInverse(side.back()))
          cost += 2 * entries(productShape(side));
      if (cost < best.cost)
        best = {cost, first, length};
    };
    // As it stands, so that nothing changes for nothing.
    consider(0, own);
    for (size_t length = 1; length <= n / 2; ++length)
      for (size_t first = 0; first < n; ++first)
        consider(first, length);
    for (size_t first = 0; first < n; ++first)
      consider(first, n);
    if (best.first == 0 && best.length == own)
      return copy(op, operands);
    auto left = part(cycle, best.first, best.length);
    auto right = part(cycle, best.first + best.length, n - best.length);
    return right.empty() ? make<TraceOp>(product(left))
                         : make<InnerOp>(product(mirrored(left)), product(right));
  }

private:
  static bool isTransposed(Value v) { return bool(v.getDefiningOp<TransposeOp>()); }

  /// The inverse of a small matrix is formed, and then a matrix as any other.
  static bool isInverse(Value v) {
    if (auto t = v.getDefiningOp<TransposeOp>())
      v = t.getA();
    return v.getDefiningOp<InverseOp>() && !isSmall(v.getType());
  }

  llvm::SmallVector<Value> mirrored(llvm::ArrayRef<Value> factors) {
    llvm::SmallVector<Value> result;
    for (Value factor : llvm::reverse(factors))
      result.push_back(transpose(factor));
    return result;
  }

  llvm::SmallVector<Value> factorsOf(Value v) {
    auto mul = open<MulOp>(v);
    return mul ? llvm::to_vector(mul.getFactors()) : llvm::SmallVector<Value>{v};
  }

  static llvm::SmallVector<Value> part(llvm::ArrayRef<Value> cycle, size_t first, size_t length) {
    llvm::SmallVector<Value> factors;
    for (size_t i = 0; i < length; ++i)
      factors.push_back(cycle[(first + i) % cycle.size()]);
    return factors;
  }

  /// A product's cost; an inverse alone must be formed.
  static double costOf(llvm::ArrayRef<Value> chain) {
    if (chain.empty())
      return 0;
    if (chain.size() == 1 && isInverse(chain.front()))
      return productCost(chain.front().getType(), transposed(chain.front()));
    return associate(chain).cost;
  }

  Value product(ValueRange factors) {
    return factors.size() == 1 ? factors.front() : make<MulOp>(factors);
  }
};

} // namespace

void chooseTraces(Block &block) {
  OpBuilder b(block.front().getContext());
  Traces traces(b);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    traces.setLocation(withoutName(op->getLoc()));
    const bool isTrace = isa<InnerOp>(op) && !isVector(operands[0]);
    Value v = isTrace ? traces.inner(op, operands) : traces.copy(op, operands);
    traces.noteUse(op->getResult(0), v);
    return v;
  });
}

} // namespace delgen::mx
