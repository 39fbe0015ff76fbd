//===- Transposes.cpp - Transposes that take more than a line -------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ⟨w, L δ⟩ = ⟨Lᵀ w, δ⟩ says what the transpose of a linear map L is.
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

Value pullOfProduct(OpBuilder &builder, MulOp op, unsigned i, llvm::ArrayRef<Value> args, Value w) {
  Location loc = withoutName(op.getLoc());
  llvm::SmallVector<Value> scalars, left, right;
  for (unsigned k = 0; k < args.size(); ++k) {
    if (k == i)
      continue;
    if (isScalar(args[k]))
      scalars.push_back(args[k]);
    else
      (k < i ? left : right).push_back(args[k]);
  }
  if (isScalar(op.getOperand(i))) {
    llvm::SmallVector<Value> rest = scalars;
    llvm::append_range(rest, left);
    llvm::append_range(rest, right);
    if (isScalar(w)) {
      rest.insert(rest.begin(), w);
      return multiply(builder, loc, rest);
    }
    return InnerOp::create(builder, loc, multiply(builder, loc, rest), w);
  }
  llvm::SmallVector<Value> factors = scalars;
  for (Value factor : llvm::reverse(left))
    factors.push_back(transpose(builder, loc, factor));
  factors.push_back(w);
  for (Value factor : llvm::reverse(right))
    factors.push_back(transpose(builder, loc, factor));
  return multiply(builder, loc, factors);
}

Value pullOfHadamard(OpBuilder &builder, HadamardOp op, unsigned i, llvm::ArrayRef<Value> args,
                     Value w) {
  llvm::SmallVector<Value> factors(args);
  factors[i] = w;
  return HadamardOp::create(builder, withoutName(op.getLoc()), factors);
}

Value pullOfDiag(OpBuilder &builder, Location loc, Type type, Value w) {
  Value diagonal = DiagonalOp::create(builder, loc, w);
  return diagonal.getType() == type ? diagonal : transpose(builder, loc, diagonal);
}

Value pullOfAssemble(OpBuilder &builder, AssembleOp op, unsigned i, llvm::ArrayRef<Value> args,
                     Value w) {
  const size_t count = op.getBlocks().size();
  return partOf(builder, withoutName(op.getLoc()), op.getOperand(i).getType(), w, args[count + i],
                args[2 * count + i]);
}

Value pullOfInsert(OpBuilder &builder, InsertOp op, unsigned i, llvm::ArrayRef<Value> args,
                   Value w) {
  Location loc = withoutName(op.getLoc());
  Type block = op.getA().getType();
  if (i == 0)
    return partOf(builder, loc, block, w, args[2], args[3]);
  return InsertOp::create(builder, loc, uniform(builder, loc, 0, block), w, args[2], args[3]);
}

Value pullOfSymmetric(OpBuilder &builder, SymmetricOp op, Value w) {
  Location loc = withoutName(op.getLoc());
  Value both = AddOp::create(builder, loc, ValueRange{w, transpose(builder, loc, w)});
  return TriangleOp::create(builder, loc, both, op.getLowerAttr(), builder.getF64FloatAttr(0.5));
}

//===-- Reductions --------------------------------------------------------===//

/// `a` times the scalar w, or each row or column of it times its entry of w.
static Value scaled(OpBuilder &builder, Location loc, Over over, Value w, Value a) {
  if (over == Over::Everything)
    return multiply(builder, loc, {w, a});
  Value diagonal = DiagOp::create(builder, loc, w);
  return over == Over::Rows ? multiply(builder, loc, {diagonal, a})
                            : multiply(builder, loc, {a, diagonal});
}

Value pullOfProd(OpBuilder &builder, ProdOp op, unsigned i, llvm::ArrayRef<Value> args, Value w) {
  if (i == 0)
    return {};
  Location loc = withoutName(op.getLoc());
  llvm::SmallVector<Value> operands(args);
  operands.erase(operands.begin() + i);
  const Over over = reducedOver(op.getA().getType(), op.getType());
  Value others = ProdOthersOp::create(builder, loc, operands.front(),
                                      ValueRange(operands).drop_front(), wordFor(over));
  return scaled(builder, loc, over, w, others);
}

Value pullOfProdOthers(OpBuilder &builder, ProdOthersOp op, unsigned i, llvm::ArrayRef<Value> args,
                       Value w) {
  if (i == 0)
    return {};
  llvm::SmallVector<Value> operands(args);
  operands[i] = w;
  return ProdOthersOp::create(builder, withoutName(op.getLoc()), operands.front(),
                              ValueRange(operands).drop_front(), op.getOver());
}

Value pullOfPick(OpBuilder &builder, PickOp op, unsigned i, llvm::ArrayRef<Value> args, Value w) {
  if (i == 0)
    return {};
  Location loc = withoutName(op.getLoc());
  const Over over = reducedOver(op.getA().getType(), op.getType());
  Value places = ExtremalOp::create(builder, loc, args[0], op.getExtremum(), wordFor(over));
  return scaled(builder, loc, over, w, places);
}

//===-- Kronecker products ------------------------------------------------===//

Value pullOfKron(OpBuilder &builder, KronOp op, unsigned i, llvm::ArrayRef<Value> args, Value w) {
  Location loc = withoutName(op.getLoc());
  Type type = op.getOperand(i).getType();
  return i == 0 ? BlockInnerOp::create(builder, loc, type, w, args[1]).getResult()
                : BlockSumOp::create(builder, loc, type, args[0], w).getResult();
}

Value pullOfBlockInner(OpBuilder &builder, BlockInnerOp op, unsigned i, llvm::ArrayRef<Value> args,
                       Value w) {
  Location loc = withoutName(op.getLoc());
  Type type = op.getOperand(i).getType();
  return i == 0 ? KronOp::create(builder, loc, type, w, args[1]).getResult()
                : BlockSumOp::create(builder, loc, type, w, args[0]).getResult();
}

Value pullOfBlockSum(OpBuilder &builder, BlockSumOp op, unsigned i, llvm::ArrayRef<Value> args,
                     Value w) {
  Location loc = withoutName(op.getLoc());
  Type type = op.getOperand(i).getType();
  return i == 0 ? BlockInnerOp::create(builder, loc, type, args[1], w).getResult()
                : KronOp::create(builder, loc, type, args[0], w).getResult();
}

Value pullOfSelect(OpBuilder &builder, Location loc, unsigned i, llvm::ArrayRef<Value> args,
                   Value w) {
  Value zero = uniform(builder, loc, 0, w.getType());
  return i == 1 ? SelectOp::create(builder, loc, args[0], w, zero)
                : SelectOp::create(builder, loc, args[0], zero, w);
}

} // namespace delgen::mx
