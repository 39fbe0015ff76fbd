//===- Linear.cpp - Linear maps: transpose, inner product, trace, sums, diagonals ===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace delgen::mx {

Value Algebra::transpose(Value a) {
  if (isScalar(a))
    return a;
  // (aᵀ)ᵀ = a
  if (auto t = a.getDefiningOp<TransposeOp>())
    return t.getA();
  // fill(s)ᵀ = fill(s), Iᵀ = I, diag(v)ᵀ = diag(v)
  if (auto fill = a.getDefiningOp<FillOp>())
    return this->fill(fill.getA(), transposed(a));
  if (a.getDefiningOp<IdentityOp>())
    return make<IdentityOp>(transposed(a));
  if (isSymmetric(a))
    return a;
  // tril(A)ᵀ = triu(Aᵀ)
  if (auto t = a.getDefiningOp<TriangleOp>())
    return triangle(transpose(t.getA()), !t.getLower(), t.diagonalFactor());
  if (isSolve(a))
    return make<TransposeOp>(a);
  // A block stays one: [b]ᵀ = [bᵀ]
  if (std::optional<Block> block = onlyBlock(a))
    return assemble(transposed(a), Block{transpose(block->value), block->col, block->row});
  // (A ⊗ B)ᵀ = Aᵀ ⊗ Bᵀ
  if (auto k = open<KronOp>(a))
    return make<KronOp>(transposed(a), transpose(k.getA()), transpose(k.getB()));
  // (s A B)ᵀ = s Bᵀ Aᵀ
  if (a.getDefiningOp<MulOp>()) {
    Product p;
    multiply(p, a);
    llvm::SmallVector<Value> mirrored;
    for (Value factor : llvm::reverse(p.chain))
      mirrored.push_back(factor.getDefiningOp<MulOp>() ? make<TransposeOp>(factor)
                                                       : transpose(factor));
    p.chain = mirrored;
    return build(std::move(p), elementType(a.getType()));
  }
  return make<TransposeOp>(a);
}

Value Algebra::inner(Value a, Value b) {
  auto type = cast<MatrixType>(a.getType());
  // ⟨a, b⟩ = aᵀb for columns, abᵀ for rows
  if (type.isColumn())
    return product({transpose(a), b});
  if (type.isRow())
    return product({a, transpose(b)});
  // ⟨s A, B⟩ = s ⟨A, B⟩
  return pullScalars(a, [&](Value x) {
    return pullScalars(b, [&](Value y) -> Value {
      for (auto [one, other] : {std::pair(x, y), std::pair(y, x)}) {
        // ⟨u vᵀ, B⟩ = uᵀ B v
        if (auto [u, vt] = splitOuter(one); u)
          return product({transpose(u), other, transpose(vt)});
        // ⟨I, B⟩ = tr B, ⟨fill(1), B⟩ = Σ B
        if (one.getDefiningOp<IdentityOp>() && type.getRows() == type.getCols())
          return trace(other);
        if (constantValue(one) == 1.0)
          return entrySum(other);
        // ⟨[b], B⟩ = ⟨b, that part of B⟩
        if (std::optional<Block> block = onlyBlock(one)) {
          Value same = part(other, block->value.getType(), block->row, block->col);
          return isScalar(same) ? product({block->value, same}) : inner(block->value, same);
        }
        // ⟨diag(v), B⟩ = vᵀ diagonal(B)
        if (auto d = one.getDefiningOp<DiagOp>();
            d && cast<MatrixType>(d.getA().getType()).isColumn())
          return product({transpose(d.getA()), diagonal(other)});
      }
      // ⟨Aᵀ, Bᵀ⟩ = ⟨A, B⟩ = ⟨B, A⟩: of the four the smallest stands.
      auto sorted = [&](Value x, Value y) {
        return compareStructure(x, y) > 0 ? std::pair(y, x) : std::pair(x, y);
      };
      auto [p, q] = sorted(x, y);
      if (x.getDefiningOp<TransposeOp>() || y.getDefiningOp<TransposeOp>()) {
        auto [s, t] = sorted(transpose(x), transpose(y));
        int order = compareStructure(s, p);
        if (order < 0 || (order == 0 && compareStructure(t, q) < 0))
          return make<InnerOp>(s, t);
      }
      return make<InnerOp>(p, q);
    });
  });
}

Value Algebra::trace(Value a) {
  if (isScalar(a))
    return a;
  return pullScalars(a, [&](Value x) -> Value {
    auto type = cast<MatrixType>(x.getType());
    // tr Aᵀ = tr A, tr I = n, tr fill(1) = n, tr diag(v) = Σ v
    if (auto t = x.getDefiningOp<TransposeOp>())
      return trace(t.getA());
    if (x.getDefiningOp<IdentityOp>() || constantValue(x) == 1.0)
      return extent(type.getRows(), type.getElement());
    if (auto d = x.getDefiningOp<DiagOp>())
      return entrySum(d.getA());
    if (auto t = x.getDefiningOp<TriangleOp>())
      return product({constant(t.diagonalFactor(), type.getElement()), trace(t.getA())});
    if (auto s = x.getDefiningOp<SymmetricOp>())
      return trace(s.getA());
    // tr(A + B) = tr A + tr B
    if (auto add = open<AddOp>(x)) {
      llvm::SmallVector<Value> terms;
      for (Value term : add.getTerms())
        terms.push_back(trace(term));
      return sum(terms);
    }
    // tr(u vᵀ) = vᵀu, tr(A B) = ⟨Aᵀ, B⟩
    if (auto [u, vt] = splitOuter(x); u)
      return product({vt, u});
    if (auto mul = open<MulOp>(x)) {
      llvm::SmallVector<Value> rest(mul.getFactors().drop_front());
      return inner(transpose(mul.getFactors().front()), product(rest));
    }
    return make<TraceOp>(x);
  });
}

Value Algebra::entrySum(Value a) {
  if (isScalar(a))
    return a;
  return pullScalars(a, [&](Value x) -> Value {
    auto type = cast<MatrixType>(x.getType());
    // Σ Aᵀ = Σ A, Σ diag(v) = Σ v, Σ fill(1) = m n
    if (auto t = x.getDefiningOp<TransposeOp>())
      return entrySum(t.getA());
    if (auto d = x.getDefiningOp<DiagOp>())
      return entrySum(d.getA());
    if (Value half = sumOfLogPivots(x))
      return half;
    if (constantValue(x) == 1.0)
      return product(
          {extent(type.getRows(), type.getElement()), extent(type.getCols(), type.getElement())});
    // Σ u vᵀ = (Σ u)(Σ v)
    if (auto [u, vt] = splitOuter(x); u)
      return product({entrySum(u), entrySum(vt)});
    // Nor does the order of the entries matter.
    if (auto reversed = x.getDefiningOp<ReverseOp>())
      return entrySum(reversed.getA());
    if (auto reshaped = x.getDefiningOp<ReshapeOp>())
      return entrySum(reshaped.getA());
    // Σ [a, b] = Σ a + Σ b
    if (auto assembled = open<AssembleOp>(x)) {
      llvm::SmallVector<Value> sums;
      for (Value block : assembled.getBlocks())
        sums.push_back(entrySum(block));
      return sum(sums);
    }
    // Σ a ∘ b = ⟨a, b⟩
    if (auto h = open<HadamardOp>(x); h && h.getFactors().size() == 2)
      return inner(h.getFactors()[0], h.getFactors()[1]);
    if (auto p = open<PowOp>(x); p && p.exponentValue() == 2)
      return inner(p.getA(), p.getA());
    return make<SumOp>(x);
  });
}

Value Algebra::diagonal(Value a) {
  if (isScalar(a))
    return a;
  return pullScalars(a, [&](Value x) -> Value {
    Type column = diagonalShape(x);
    // diagonal(diag(v)) = v, diagonal(I) = diagonal(fill(1)) = fill(1), diagonal(Aᵀ) = diagonal(A)
    if (auto d = x.getDefiningOp<DiagOp>(); d && d.getA().getType() == column)
      return d.getA();
    if (x.getDefiningOp<IdentityOp>() || constantValue(x) == 1.0)
      return uniform(1, column);
    if (auto t = x.getDefiningOp<TransposeOp>())
      return diagonal(t.getA());
    if (auto t = x.getDefiningOp<TriangleOp>())
      return product({constant(t.diagonalFactor(), elementType(x.getType())), diagonal(t.getA())});
    if (auto s = x.getDefiningOp<SymmetricOp>())
      return diagonal(s.getA());
    // diagonal(A + B) = diagonal(A) + diagonal(B)
    if (auto add = open<AddOp>(x)) {
      llvm::SmallVector<Value> terms;
      for (Value term : add.getTerms())
        terms.push_back(diagonal(term));
      return sum(terms);
    }
    // diagonal(u vᵀ) = u ∘ v
    if (auto [u, vt] = splitOuter(x); u)
      return hadamard({u, transpose(vt)});
    // diagonal(A diag(v) B) = (A ∘ Bᵀ) v
    if (auto mul = open<MulOp>(x))
      for (auto [i, factor] : llvm::enumerate(mul.getFactors())) {
        auto d = factor.getDefiningOp<DiagOp>();
        if (!d || i == 0 || i + 1 == mul.getFactors().size())
          continue;
        Value v = cast<MatrixType>(d.getA().getType()).isColumn() ? d.getA() : transpose(d.getA());
        Value left = product(llvm::to_vector(mul.getFactors().take_front(i)));
        Value right = product(llvm::to_vector(mul.getFactors().drop_front(i + 1)));
        return product({hadamard({left, transpose(right)}), v});
      }
    return make<DiagonalOp>(x);
  });
}

Value Algebra::diag(Value a) {
  if (isScalar(a))
    return a;
  return pullScalars(a, [&](Value x) -> Value {
    // diag(fill(1)) = I
    if (constantValue(x) == 1.0)
      return make<IdentityOp>(diagShape(x));
    return make<DiagOp>(x);
  });
}

Value Algebra::fill(Value scalar, Type type) {
  return isa<MatrixType>(type) ? make<FillOp>(type, scalar) : scalar;
}

} // namespace delgen::mx
