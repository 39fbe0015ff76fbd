//===- Chain.cpp - Chains become trees of binary products -----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Cost.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {
namespace {

class Chains : public ScheduleBuilder {
public:
  using ScheduleBuilder::copy;
  using ScheduleBuilder::ScheduleBuilder;

  /// s₁ ⋯ sₖ M₁ ⋯ Mₙ as scalars times a tree.
  Value product(ValueRange factors) {
    llvm::SmallVector<Value> scalars, chain, piece;
    for (Value factor : factors) {
      if (isScalar(factor)) {
        scalars.push_back(factor);
        continue;
      }
      // A piece between sizes of 1 is a scalar.
      piece.push_back(factor);
      if (!colsOf(factor.getType()).is(1))
        continue;
      if (rowsOf(piece.front().getType()).is(1))
        scalars.push_back(tree(piece));
      else
        llvm::append_range(chain, piece);
      piece.clear();
    }
    llvm::append_range(chain, piece);
    if (chain.empty())
      return scaled(scalars, {});
    // s (u vᵀ) = (s u) vᵀ scales a vector instead of a matrix.
    auto *column =
        llvm::find_if(chain, [](Value v) { return cast<MatrixType>(v.getType()).isColumn(); });
    if (column != chain.end() && column + 1 != chain.end() && !scalars.empty()) {
      llvm::ArrayRef<Value> all = chain;
      const size_t left = column + 1 - chain.begin();
      // s (1 vᵀ) = 1 (s v)ᵀ, and −(1 vᵀ) changes the sign of what it is added to.
      if (constantValue(chain.front()) == 1.0 || constantValue(chain.back()) == 1.0) {
        auto number = scalars.front().getDefiningOp<ConstantOp>();
        if (number && number.number() < 0) {
          scalars.erase(scalars.begin());
          if (number.number() != -1)
            scalars.insert(scalars.begin(), constant(-number.number(), number.getType()));
          Value sign = constant(-1, number.getType());
          return make<MulOp>(ValueRange{sign, repeated(scalars, chain, left)});
        }
        return repeated(scalars, chain, left);
      }
      return make<MulOp>(
          ValueRange{scaled(scalars, tree(all.take_front(left))), tree(all.drop_front(left))});
    }
    return scaled(scalars, tree(chain));
  }

  /// ⟨diag(d) A, B⟩ = ⟨d, (A ∘ B) 1⟩: Eigen sums products of entries by rows for several rows at
  /// once, and scales rows one entry after the other.
  Value inner(Operation *op, ValueRange operands) {
    for (unsigned i : {0, 1}) {
      auto mul = operands[i].getDefiningOp<MulOp>();
      if (!mul || !op->getOperand(i).hasOneUse() || mul.getFactors().size() != 2)
        continue;
      Value a = mul.getFactors()[0], b = mul.getFactors()[1];
      auto left = a.getDefiningOp<DiagOp>(), right = b.getDefiningOp<DiagOp>();
      if (isVector(operands[i]) || bool(left) == bool(right))
        continue;
      Value d = left ? left.getA() : right.getA();
      if (!cast<MatrixType>(d.getType()).isColumn())
        d = transpose(d);
      Value both = make<HadamardOp>(ValueRange{left ? b : a, operands[1 - i]});
      if (right)
        both = transpose(both);
      const Size one = Size::number(d.getContext(), 1);
      Value ones = make<FillOp>(shaped(colsOf(both.getType()), one, elementType(d.getType())),
                                constant(1, elementType(d.getType())));
      return make<InnerOp>(d, make<MulOp>(ValueRange{both, ones}));
    }
    return copy(op, operands);
  }

private:
  Value constant(double number, Type type) {
    return make<ConstantOp>(type, b.getF64FloatAttr(number));
  }

  /// s (u vᵀ), whose column is the first `left` factors, where one of the two is of ones.
  Value repeated(llvm::ArrayRef<Value> scalars, llvm::ArrayRef<Value> chain, size_t left) {
    llvm::SmallVector<Value> factors(scalars);
    Value u = tree(chain.take_front(left)), v = tree(chain.drop_front(left));
    return constantValue(u) == 1.0 ? make<MulOp>(ValueRange{u, scaled(factors, v)})
                                   : make<MulOp>(ValueRange{scaled(factors, u), v});
  }

  Value tree(llvm::ArrayRef<Value> chain) {
    return tree(chain, associate(chain), 0, chain.size() - 1);
  }

  Value tree(llvm::ArrayRef<Value> chain, const Association &best, size_t i, size_t j) {
    if (i == j)
      return chain[i];
    const size_t k = best.split[i][j];
    Value l = tree(chain, best, i, k), r = tree(chain, best, k + 1, j);
    const bool isRow = rowsOf(l.getType()).is(1);
    if (isRow && colsOf(r.getType()).is(1))
      return make<InnerOp>(transpose(l), r);
    if (isRow)
      return transpose(make<MulOp>(ValueRange{transpose(r), transpose(l)}));
    return make<MulOp>(ValueRange{l, r});
  }

  Value scaled(llvm::SmallVector<Value> factors, Value v) {
    if (v)
      factors.push_back(v);
    return factors.size() == 1 ? factors.front() : make<MulOp>(factors);
  }
};

} // namespace

void associateChains(Block &block) {
  OpBuilder b(block.front().getContext());
  Chains chains(b);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    chains.setLocation(withoutName(op->getLoc()));
    return isa<MulOp>(op)     ? chains.product(operands)
           : isa<InnerOp>(op) ? chains.inner(op, operands)
                              : chains.copy(op, operands);
  });
}

} // namespace delgen::mx
