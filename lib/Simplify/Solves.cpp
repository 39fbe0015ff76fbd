//===- Solves.cpp - Products with inverses --------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An inverse is a factor as any other, so that the algebra of products holds for it. In a
// product with a vector each solve A⁻¹ x is one value, however deep it stands: derivatives
// of all orders have it in common, and no product of matrices is formed.
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

using namespace mlir;

namespace delgen::mx {

bool isInverse(Value v) {
  if (auto t = v.getDefiningOp<TransposeOp>())
    v = t.getA();
  return bool(v.getDefiningOp<InverseOp>());
}

bool isSolve(Value v) {
  auto mul = v.getDefiningOp<MulOp>();
  if (!mul || !isMatrix(v) || !cast<MatrixType>(v.getType()).isColumn())
    return false;
  return isInverse(mul.getFactors().front());
}

static bool isSquare(Value v) { return rowsOf(v.getType()) == colsOf(v.getType()); }

/// a = b⁻¹, or a = b⁻ᵀ where b is written as a transpose.
static bool isInverseOf(Value a, Value b) {
  if (auto t = a.getDefiningOp<TransposeOp>()) {
    auto inverse = t.getA().getDefiningOp<InverseOp>();
    return inverse && isSquare(b) && areTransposes(inverse.getA(), b);
  }
  auto inverse = a.getDefiningOp<InverseOp>();
  return inverse && inverse.getA() == b;
}

bool cancel(Value l, Value r) {
  // A⁻¹ A = A A⁻¹ = I; of a left inverse the first alone holds
  if (isInverseOf(l, r) || (isInverseOf(r, l) && isSquare(l)))
    return true;
  // Qᵀ Q = Q Qᵀ = I
  return isOrthogonal(l) && areTransposes(l, r);
}

llvm::SmallVector<Value> Algebra::bindSolves(llvm::ArrayRef<Value> chain) {
  llvm::SmallVector<Value> rest(chain);
  for (size_t i = rest.size(); i-- > 0;)
    if (isInverse(rest[i]) && i + 1 < rest.size()) {
      Value solve = make<MulOp>(llvm::ArrayRef<Value>(rest).drop_front(i));
      rest.truncate(i);
      rest.push_back(solve);
    }
  return rest;
}

llvm::SmallVector<Value> Algebra::bindScalarSolves(llvm::ArrayRef<Value> chain) {
  if (llvm::none_of(chain, isInverse))
    return llvm::to_vector(chain);
  // uᵀ A⁻¹ B A⁻¹ v = (A⁻ᵀ u)ᵀ B (A⁻¹ v)
  size_t last = chain.size() - 1;
  while (!isInverse(chain[last]))
    --last;
  size_t first = 1;
  while (!isInverse(chain[first]))
    ++first;
  llvm::SmallVector<Value> left, right;
  if (first < last) {
    for (size_t i = first + 1; i-- > 0;)
      left.push_back(transpose(chain[i]));
    left = {make<TransposeOp>(bindSolves(left).front())};
    right = bindSolves(chain.drop_front(first + 1));
  } else {
    right = bindSolves(chain);
  }
  left.append(right);
  return left;
}

llvm::SmallVector<Value> Algebra::bindRowSolves(llvm::ArrayRef<Value> chain) {
  // uᵀ A⁻¹ B = (A⁻ᵀ u)ᵀ B
  size_t last = chain.size();
  while (last > 0 && !isInverse(chain[last - 1]))
    --last;
  if (last < 2)
    return llvm::to_vector(chain);
  llvm::SmallVector<Value> column;
  for (Value factor : llvm::reverse(chain.take_front(last)))
    column.push_back(transpose(factor));
  llvm::SmallVector<Value> bound = {make<TransposeOp>(bindSolves(column).front())};
  llvm::append_range(bound, chain.drop_front(last));
  return bound;
}

/// True for a sum that would be formed with inverses as matrices.
static bool isSumWithInverses(Value v) {
  auto add = v.getDefiningOp<AddOp>();
  return add && isMatrix(v) && !isVector(v) && llvm::any_of(add.getTerms(), [](Value term) {
           auto mul = term.getDefiningOp<MulOp>();
           return mul && llvm::any_of(mul.getFactors(), isInverse);
         });
}

Value Algebra::distribute(llvm::ArrayRef<Value> factors) {
  const auto *sum = llvm::find_if(factors, isSumWithInverses);
  if (sum == factors.end() || llvm::none_of(factors, isVector))
    return {};
  llvm::SmallVector<Value> terms;
  for (Value term : sum->getDefiningOp<AddOp>().getTerms()) {
    llvm::SmallVector<Value> each(factors);
    each[sum - factors.begin()] = term;
    terms.push_back(product(each));
  }
  return this->sum(terms);
}

} // namespace delgen::mx
