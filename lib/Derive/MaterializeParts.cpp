//===- MaterializeParts.cpp - Matrices of what is no product --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Materializer.h"

#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace delgen::mx {

//===-- What all of them are made of --------------------------------------===//

Type Materializer::typeOf(Type type) {
  if (auto list = dyn_cast<ListType>(type)) {
    Type entry = list.getElement();
    // The number of entries may be another in each.
    if (auto matrix = dyn_cast<MatrixType>(entry))
      if (matrix.getRows().isAny() || matrix.getCols().isAny())
        return ListType::get(type.getContext(),
                             shaped(Size::any(type.getContext()), total, matrix.getElement()));
    return ListType::get(type.getContext(), typeOf(entry));
  }
  return shaped(sizes.entries(type), total, elementType(type));
}

Value Materializer::identity(Size n, FloatType element) {
  return IdentityOp::create(b, loc, shaped(n, n, element));
}

Value Materializer::reshape(Value v, Type type) {
  return v.getType() == type ? v : ReshapeOp::create(b, loc, type, v).getResult();
}

Value Materializer::vec(Value v) {
  Value copy = copyOf(v);
  auto type = dyn_cast<MatrixType>(copy.getType());
  if (!type || type.isColumn())
    return copy;
  if (type.isRow())
    return transpose(b, loc, copy);
  return reshape(copy, shaped(sizes.entries(type), one, type.getElement()));
}

Value Materializer::sum(llvm::ArrayRef<Value> terms) { return sumOfTangents(b, loc, terms); }

Value Materializer::times(ValueRange left, Value j) {
  llvm::SmallVector<Value> factors(left);
  if (!isIdentity(j))
    factors.push_back(j);
  return factors.size() == 1 ? factors.front() : multiply(b, loc, factors);
}

Value Materializer::scaled(Value w, Value j) {
  Value d = DiagOp::create(b, loc, w);
  return isIdentity(j) ? d : multiply(b, loc, {d, j});
}

Value Materializer::kron(Value a, Size aSize, Value c, Size cSize) {
  if (isScalar(a) || isScalar(c))
    return multiply(b, loc, {a, c});
  // A column and a row multiply as matrices do.
  auto x = cast<MatrixType>(a.getType()), y = cast<MatrixType>(c.getType());
  if (x.isColumn() && y.isRow())
    return multiply(b, loc, {a, c});
  if (x.isRow() && y.isColumn())
    return multiply(b, loc, {c, a});
  Type type =
      shaped(sizes.times({aSize, cSize}), sizes.times({x.getCols(), y.getCols()}), x.getElement());
  if (isIdentity(a) && isIdentity(c))
    return IdentityOp::create(b, loc, type);
  return KronOp::create(b, loc, type, a, c);
}

Value Materializer::turn(Value j, Type type) {
  Type source = shaped(colsOf(type), rowsOf(type), elementType(type));
  return columnwise(j, source, {}, type,
                    [&](OpBuilder &inner, ValueRange v) { return transpose(inner, loc, v[0]); });
}

Value Materializer::whole(Value v) {
  Map &own = maps[v];
  if (own.turned) {
    own.straight = sum({own.straight, turn(own.turned, v.getType())});
    own.turned = {};
  }
  return own.straight;
}

//===-- Entry by entry ----------------------------------------------------===//

Materializer::Map Materializer::hadamard(HadamardOp op) {
  llvm::SmallVector<Value> others;
  Map own;
  for (Value factor : op.getFactors())
    if (isActive(factor))
      own = maps[factor];
    else
      others.push_back(copyOf(factor));
  Value m = others.size() == 1 ? others.front() : HadamardOp::create(b, loc, others).getResult();
  auto vecOf = [&](Value v) -> Value {
    auto type = cast<MatrixType>(v.getType());
    return type.isColumn() ? v
           : type.isRow()  ? transpose(b, loc, v)
                           : reshape(v, shaped(sizes.entries(type), one, type.getElement()));
  };
  Map scaledMap;
  if (own.straight)
    scaledMap.straight = scaled(vecOf(m), own.straight);
  if (own.turned)
    scaledMap.turned = scaled(vecOf(transpose(b, loc, m)), own.turned);
  return scaledMap;
}

Value Materializer::select(SelectOp op) {
  Value f = isActive(op.getA()) ? whole(op.getA()) : Value();
  Value g = isActive(op.getB()) ? whole(op.getB()) : Value();
  if (!f && !g)
    return {};
  Type type = (f ? f : g).getType();
  Value condition = vec(op.getCondition());
  // Of the identity, rows are zeros and ones on the diagonal.
  if ((!f || !g) && isIdentity(f ? f : g)) {
    Value zero = uniform(b, loc, 0, condition.getType()),
          ones = uniform(b, loc, 1, condition.getType());
    return DiagOp::create(b, loc,
                          SelectOp::create(b, loc, condition, f ? ones : zero, f ? zero : ones));
  }
  Value row = uniform(b, loc, 1, shaped(one, total, elementType(type)));
  Value repeated = multiply(b, loc, {condition, row});
  return SelectOp::create(b, loc, repeated, f ? f : uniform(b, loc, 0, type),
                          g ? g : uniform(b, loc, 0, type));
}

/// [w]×, with which w × f = [w]× f.
Value Materializer::cross(CrossOp op) {
  const bool isFirst = isActive(op.getA());
  Value j = whole(isFirst ? op.getA() : op.getB());
  if (!j)
    return j;
  Value w = vec(isFirst ? op.getB() : op.getA());
  llvm::SmallVector<Value> blocks, rows, cols;
  auto index = [&](int64_t i) -> Value { return arith::ConstantIndexOp::create(b, loc, i); };
  for (int64_t row = 0; row < 3; ++row)
    for (int64_t col = 0; col < 3; ++col) {
      if (row == col)
        continue;
      Value entry = ElementOp::create(b, loc, w, index(3 - row - col), index(0));
      // f × w = −w × f
      const bool isPositive = (col + 2 - row) % 3 == 1;
      blocks.push_back(isPositive != isFirst ? entry : negate(b, loc, entry));
      rows.push_back(index(row));
      cols.push_back(index(col));
    }
  const Size three = Size::number(b.getContext(), 3);
  Type type = shaped(three, three, elementType(w.getType()));
  return times(AssembleOp::create(b, loc, type, blocks, rows, cols).getResult(), j);
}

//===-- Parts -------------------------------------------------------------===//

bool Materializer::isContiguous(Type block, Type of) {
  auto whole = cast<MatrixType>(of);
  return isa<FloatType>(block) || whole.isVector() || colsOf(block).is(1) ||
         rowsOf(block) == whole.getRows();
}

Value Materializer::part(Value a, Type type, Value row, Value col) {
  Value j = whole(a);
  if (!j)
    return j;
  Value place = sizes.place(row, col, rowsOf(a.getType()));
  Value zero = arith::ConstantIndexOp::create(b, loc, 0);
  Type rows = typeOf(type);
  if (isIdentity(j)) {
    Value own =
        isa<FloatType>(type) ? uniform(b, loc, 1, type) : identity(rowsOf(rows), elementType(type));
    return AssembleOp::create(b, loc, rows, ValueRange{own}, ValueRange{zero}, ValueRange{place});
  }
  return SliceOp::create(b, loc, rows, j, place, zero);
}

FailureOr<Value> Materializer::assemble(AssembleOp op) {
  llvm::SmallVector<Value> blocks, rows, cols;
  Value zero = arith::ConstantIndexOp::create(b, loc, 0);
  llvm::SmallVector<Value> apart;
  for (auto [block, row, col] : llvm::zip(op.getBlocks(), op.getRows(), op.getCols())) {
    if (!isActive(block))
      continue;
    if (!isContiguous(block.getType(), op.getType()))
      return columnwise(op);
    Value j = whole(block);
    if (!j)
      continue;
    blocks.push_back(j);
    rows.push_back(sizes.place(copyOf(row), copyOf(col), rowsOf(op.getType())));
    cols.push_back(zero);
  }
  if (blocks.empty())
    return Value();
  return AssembleOp::create(b, loc, typeOf(op.getType()), blocks, rows, cols).getResult();
}

FailureOr<Value> Materializer::insert(InsertOp op) {
  if (!isContiguous(op.getA().getType(), op.getType()))
    return columnwise(op);
  Value f = isActive(op.getA()) ? whole(op.getA()) : Value();
  Value g = isActive(op.getB()) ? whole(op.getB()) : Value();
  Value place = sizes.place(copyOf(op.getRow()), copyOf(op.getCol()), rowsOf(op.getType()));
  Value zero = arith::ConstantIndexOp::create(b, loc, 0);
  if (!f && !g)
    return Value();
  if (!g)
    return AssembleOp::create(b, loc, typeOf(op.getType()), ValueRange{f}, ValueRange{place},
                              ValueRange{zero})
        .getResult();
  f = f ? f : uniform(b, loc, 0, typeOf(op.getA().getType()));
  return InsertOp::create(b, loc, f, g, place, zero).getResult();
}

FailureOr<Value> Materializer::reverse(ReverseOp op) {
  auto type = cast<MatrixType>(op.getType());
  const bool turnsRows = op.getRows() && !type.isRow(),
             turnsCols = op.getCols() && !type.isColumn();
  if (!turnsRows && !turnsCols)
    return whole(op.getA());
  if (!type.isVector() && turnsRows != turnsCols)
    return columnwise(op);
  Value j = whole(op.getA());
  if (!j)
    return j;
  return ReverseOp::create(b, loc, j, b.getBoolAttr(true), b.getBoolAttr(false)).getResult();
}

//===-- Column by column --------------------------------------------------===//

Value Materializer::columnwise(Value columns, Type shape, ValueRange others, Type result,
                               llvm::function_ref<Value(OpBuilder &, ValueRange)> body) {
  auto op = ColumnwiseOp::create(b, loc, typeOf(result), columns, others);
  Block &block = op.getBody().emplaceBlock();
  block.addArgument(shape, loc);
  for (Value other : others)
    block.addArgument(other.getType(), loc);
  OpBuilder inner = OpBuilder::atBlockBegin(&block);
  YieldOp::create(inner, loc, body(inner, block.getArguments()));
  return op;
}

/// True for an operation that is linear in operand `i`, as far as it may be active.
static bool isLinearIn(Operation *op, unsigned i) {
  if (auto call = dyn_cast<CallOp>(op))
    return i + 1 == call.getArgs().size();
  if (isa<PickOp>(op))
    return i == 1;
  if (isa<ProdOp, ProdOthersOp>(op))
    return i > 0;
  return isa<BlockInnerOp, BlockSumOp, DiagOp, DiagonalOp, TriangleOp, SymmetricOp, KronOp, SliceOp,
             AssembleOp, InsertOp, ReverseOp, TransposeOp>(op);
}

FailureOr<Value> Materializer::columnwise(Operation *op) {
  llvm::SmallVector<Value> terms;
  llvm::SmallVector<Value> varying;
  for (OpOperand &operand : op->getOpOperands()) {
    if (!isActive(operand.get()))
      continue;
    if (!isLinearIn(op, operand.getOperandNumber()) ||
        (!varying.empty() && !isa<AssembleOp, InsertOp>(op)))
      return op->emitError("the matrix of '")
             << op->getName() << "' as a function of operand " << operand.getOperandNumber()
             << " is not known: please report this";
    varying.push_back(operand.get());
  }
  // Linear in all of them at once: each has a term, in which the others are zero.
  for (OpOperand &operand : op->getOpOperands()) {
    Value v = operand.get();
    Value j = isActive(v) ? whole(v) : Value();
    if (!j)
      continue;
    llvm::SmallVector<Value> others;
    for (OpOperand &other : op->getOpOperands())
      if (!isActive(other.get()))
        others.push_back(copyOf(other.get()));
    llvm::SmallVector<Value> passed;
    llvm::copy_if(others, std::back_inserter(passed),
                  [](Value o) { return !o.getDefiningOp<arith::ConstantIndexOp>(); });
    auto body = [&](OpBuilder &inner, ValueRange arguments) -> Value {
      IRMapping inside;
      for (auto [from, to] : llvm::zip(passed, arguments.drop_front()))
        inside.map(from, to);
      Operation *copy = inner.clone(*op);
      copy->setLoc(loc);
      for (OpOperand &own : copy->getOpOperands()) {
        if (own.getOperandNumber() == operand.getOperandNumber()) {
          own.set(arguments.front());
        } else if (isActive(own.get())) {
          OpBuilder before(copy);
          own.set(uniform(before, loc, 0, own.get().getType()));
        } else {
          Value value = copyOf(own.get());
          OpBuilder before(copy);
          if (Value argument = inside.lookupOrNull(value))
            own.set(argument);
          else
            own.set(before.clone(*value.getDefiningOp())->getResult(0));
        }
      }
      return copy->getResult(0);
    };
    terms.push_back(columnwise(j, v.getType(), passed, op->getResult(0).getType(), body));
  }
  return sum(terms);
}

} // namespace delgen::mx
