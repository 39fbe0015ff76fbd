//===- Algebra.cpp - Builds matrix expressions in normal form -------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace delgen::mx {

Value Algebra::constant(double number, Type element) {
  // −0 and 0 are one constant: no expression here depends on the sign of a zero.
  return make<ConstantOp>(element, b.getF64FloatAttr(number == 0 ? 0.0 : number));
}

Value Algebra::uniform(double number, Type type) {
  Value c = constant(number, elementType(type));
  return isa<MatrixType>(type) ? make<FillOp>(type, c) : c;
}

Value Algebra::extent(Size size, FloatType element) {
  if (size.isNumber())
    return constant(static_cast<double>(size.number()), element);
  return make<RealOp>(element, make<ExtentOp>(b.getIndexType(), b.getStringAttr(size.symbol())));
}

Value Algebra::rebuild(Operation *op, ValueRange v) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](ConstantOp c) { return constant(c.number(), c.getType()); })
      .Case([&](AddOp) { return sum(llvm::to_vector(v)); })
      .Case([&](MulOp) { return product(llvm::to_vector(v)); })
      .Case([&](HadamardOp) { return hadamard(llvm::to_vector(v)); })
      .Case([&](PowOp p) { return pow(v[0], p.exponentValue()); })
      .Case([&](PowerOp) { return power(v[0], v[1]); })
      .Case([&](MapOp m) { return map(m.getFunction(), v[0]); })
      .Case([&](TransposeOp) { return transpose(v[0]); })
      .Case([&](InnerOp) { return inner(v[0], v[1]); })
      .Case([&](TraceOp) { return trace(v[0]); })
      .Case([&](SumOp) { return entrySum(v[0]); })
      .Case([&](DiagonalOp) { return diagonal(v[0]); })
      .Case([&](DiagOp) { return diag(v[0]); })
      .Case([&](FillOp f) { return fill(v[0], f.getType()); })
      .Case([&](ElementOp) { return element(v[0], v[1], v[2]); })
      .Case([&](InverseOp i) { return inverse(v[0], i.getKind()); })
      .Case([&](DetOp d) { return det(v[0], d.getKind()); })
      .Case([&](LogDetOp d) { return logDet(v[0], d.getKind()); })
      .Case([&](CholeskyOp) { return cholesky(v[0]); })
      .Case([&](TriangleOp t) { return triangle(v[0], t.getLower(), t.diagonalFactor()); })
      .Case([&](SymmetricOp s) { return symmetric(v[0], s.getLower()); })
      .Case([&](SliceOp s) { return part(v[0], s.getType(), v[1], v[2]); })
      .Case([&](AssembleOp a) {
        llvm::SmallVector<Block> blocks;
        const size_t count = a.getBlocks().size();
        for (size_t k = 0; k < count; ++k)
          blocks.push_back({v[k], v[count + k], v[2 * count + k]});
        return assemble(a.getType(), blocks);
      })
      .Case([&](InsertOp) { return insert(v[0], v[1], v[2], v[3]); })
      .Case([&](ReverseOp r) { return reverse(v[0], r.getRows(), r.getCols()); })
      .Case([&](ReshapeOp r) { return reshape(v[0], r.getType()); })
      .Case<arith::AddIOp, arith::SubIOp, ExtentOp>(
          [&](Operation *i) { return integer(copy(i, v)); })
      .Case([&](CompareOp c) { return compare(c.getRelation(), v[0], v[1]); })
      .Case([&](SelectOp) { return select(v[0], v[1], v[2]); })
      .Case<MaxOp, MinOp>([&](auto) { return extremum(isa<MaxOp>(op), v[0], v[1]); })
      .Case<Atan2Op, HypotOp>([&](auto) { return pair(op, v[0], v[1]); })
      .Case([&](PolygammaOp p) { return polygamma(p.order(), v[0]); })
      .Case([&](ProdOp p) { return prod(v[0], llvm::to_vector(v.drop_front()), p.getType()); })
      .Case([&](ProdOthersOp p) {
        return prodOthers(v[0], llvm::to_vector(v.drop_front()), *overCalled(p.getOver()));
      })
      .Case([&](PickOp p) { return pick(p.getExtremum(), v[0], v[1], p.getType()); })
      .Case([&](ExtremalOp e) { return extremal(e.getExtremum(), v[0], *overCalled(e.getOver())); })
      .Case([&](CrossOp) { return cross(v[0], v[1]); })
      .Case([&](KronOp k) { return kron(v[0], v[1], k.getType()); })
      .Case([&](BlockInnerOp i) { return blockInner(v[0], v[1], i.getType()); })
      .Case([&](BlockSumOp s) { return blockSum(v[0], v[1], s.getType()); })
      .Case([&](MirrorOp) { return mirror(v[0]); })
      .Case([&](AtOp a) { return at(v[0], v[1], a.getType(), v.size() > 2 ? v[2] : Value()); })
      .Case([&](ZerosLikeOp) { return zerosLike(v[0]); })
      .Case([&](DropLastOp) { return dropLast(v[0]); })
      .Case([&](SetAtOp) { return setAt(v[0], v[1], v[2]); })
      .Case([&](LengthOp) { return length(v[0]); })
      .Case([&](AddListsOp) { return addLists(v[0], v[1]); })
      .Default([&](Operation *other) { return copy(other, v); });
}

} // namespace delgen::mx
