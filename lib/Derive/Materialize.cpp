//===- Materialize.cpp - The matrix of a linear function ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From δ, whose matrix is the identity, forward to the result: a product with L multiplies
// the matrix by L, an element-wise product by a diagonal matrix, L δ R is Rᵀ ⊗ L. A scalar
// is one row, and that is what the transpose of the operations that lead to it gives at the
// cost of the function, whatever the size of δ.
//
//===----------------------------------------------------------------------===//

#include "Materialize.h"

#include "Activity.h"
#include "Adjoint.h"
#include "Materializer.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace delgen::mx {

Materializer::Materializer(OpBuilder &b, func::FuncOp linear, ValueRange arguments)
    : b(b), loc(linear.getLoc()), linear(linear), delta(linear.getArguments().back()),
      one(Size::number(b.getContext(), 1)), sizes(b, linear) {
  copies.map(linear.getArguments().drop_back(), arguments.take_front(linear.getNumArguments() - 1));
  active.insert(delta);
  findActive(linear.front(), active);
  variables = {delta};
}

bool Materializer::isRead(Operation *op) {
  // A long vector would be computed for the sake of one entry.
  constexpr int64_t longest = 4;
  if (isa<AtOp>(op))
    return true;
  auto read = dyn_cast<ElementOp>(op);
  if (!read || !isVector(read.getA()))
    return false;
  auto type = cast<MatrixType>(read.getA().getType());
  const Size length = type.isColumn() ? type.getRows() : type.getCols();
  return length.isNumber() && length.number() <= longest;
}

FailureOr<Value> Materializer::run(bool isSymmetric) {
  Value result = linear.front().getTerminator()->getOperand(0);
  // The matrix in one number is the function at 1.
  const bool isNumber = isScalar(delta);
  if (isNumber)
    copies.map(delta, uniform(b, loc, 1, delta.getType()));
  // What does not change may tell how large the matrix of zeros is.
  if (isNumber || !isActive(result))
    for (Operation &op : linear.front().without_terminator())
      b.clone(op, copies);
  total = isNumber ? one : sizes.entries(delta.getType());
  auto zero = [&] {
    return uniform(b, loc, 0,
                   shaped(sizes.entries(result.getType()), total, elementType(result.getType())));
  };
  if (isNumber) {
    Value column = copyOf(result);
    if (isMatrix(column) && !cast<MatrixType>(column.getType()).isColumn())
      column = vec(result);
    return column;
  }
  if (!isActive(result))
    return zero();

  maps[delta] = {identity(total, elementType(delta.getType())), {}};
  // What a loop makes has its matrix; a scalar behind it does not go through it backwards.
  isInside = llvm::any_of(linear.front(), [&](Operation &op) {
    return isControl(&op) && llvm::any_of(op.getResults(), [&](Value v) { return isActive(v); });
  });
  if (failed(body(linear.front(), result)))
    return failure();
  Value matrix = whole(result);
  if (!matrix)
    return zero();
  return isSymmetric && isMatrix(matrix) ? MirrorOp::create(b, loc, matrix).getResult() : matrix;
}

LogicalResult Materializer::body(Block &from, ValueRange values) {
  llvm::SmallVector<Operation *> order;
  llvm::DenseSet<Operation *> later;
  for (Operation &op : from.without_terminator())
    if (llvm::any_of(op.getResults(), [&](Value v) { return isActive(v); })) {
      order.push_back(&op);
      later.insert(&op);
    }
  // The matrix of a scalar is found by going backwards through what it is made of, up to what
  // has a matrix of its own in any case.
  llvm::DenseSet<Value> needed(values.begin(), values.end()), passed;
  for (Operation *op : llvm::reverse(order)) {
    auto isIn = [&](const llvm::DenseSet<Value> &set) {
      return llvm::any_of(op->getResults(), [&](Value v) { return set.contains(v); });
    };
    const bool isOwn = isControl(op) || isa<AtOp>(op);
    if (isIn(needed) ? isOwn || !isScalar(op->getResult(0)) || isRead(op) : isOwn && isIn(passed)) {
      needed.insert_range(op->getResults());
      needed.insert_range(op->getOperands());
    } else if (isInside && (isIn(needed) || isIn(passed))) {
      passed.insert_range(op->getOperands());
    }
  }
  for (Operation &op : from.without_terminator()) {
    if (!later.contains(&op)) {
      b.clone(op, copies);
      continue;
    }
    loc = withoutName(op.getLoc());
    if (isControl(&op)) {
      auto loop = dyn_cast<LoopOp>(op);
      if (failed(loop ? this->loop(loop) : branch(cast<IfOp>(op))))
        return failure();
      for (Value v : op.getResults())
        addVariable(v);
      continue;
    }
    if (!needed.contains(op.getResult(0)))
      continue;
    FailureOr<Map> found = map(&op);
    if (failed(found))
      return failure();
    maps[op.getResult(0)] = *found;
    if (isa<AtOp>(op))
      addVariable(op.getResult(0));
  }
  return success();
}

void Materializer::addVariable(Value v) {
  if (isInside && isActive(v) && !isa<ListType>(v.getType()))
    variables.push_back(v);
}

FailureOr<Value> Materializer::row(Value scalar) {
  Adjoint adjoint(b, copies, variables);
  auto cotangents = adjoint.run(scalar, uniform(b, loc, 1, scalar.getType()), /*bindsSizes=*/false);
  if (failed(cotangents))
    return failure();
  if (isInside) {
    // ⟨G₁, v₁⟩ + ⟨G₂, v₂⟩ with what the variables of the body are of δ.
    llvm::SmallVector<Value> terms;
    for (auto [v, gradient] : llvm::zip(variables, *cotangents)) {
      Value j = gradient ? whole(v) : Value();
      if (!j)
        continue;
      auto type = dyn_cast<MatrixType>(gradient.getType());
      Value left = !type          ? gradient
                   : type.isRow() ? gradient
                   : type.isColumn()
                       ? transpose(b, loc, gradient)
                       : reshape(gradient, shaped(one, sizes.entries(type), type.getElement()));
      terms.push_back(multiply(b, loc, {left, j}));
    }
    return sum(terms);
  }
  Value gradient = cotangents->front();
  if (!gradient)
    return gradient;
  // Not by way of the shorter numbers that δ is made of.
  if (auto shorter = gradient.getDefiningOp<CastOp>();
      shorter && elementType(shorter.getA().getType()) == scalar.getType())
    gradient = shorter.getA();
  auto type = cast<MatrixType>(gradient.getType());
  Value row = type.isColumn() ? transpose(b, loc, gradient)
                              : reshape(gradient, shaped(one, total, type.getElement()));
  Type own = typeOf(scalar.getType());
  return row.getType() == own ? row : CastOp::create(b, loc, own, row).getResult();
}

FailureOr<Materializer::Map> Materializer::map(Operation *op) {
  Value v = op->getResult(0);
  auto straight = [](FailureOr<Value> j) -> FailureOr<Map> {
    if (failed(j))
      return failure();
    return Map{*j, {}};
  };
  if (isScalar(v) && !isRead(op))
    return straight(row(v));
  if (isLinearInLists(op))
    return straight(list(op));
  return llvm::TypeSwitch<Operation *, FailureOr<Map>>(op)
      .Case([&](AddOp a) -> FailureOr<Map> {
        llvm::SmallVector<Value> straight, turned;
        for (Value term : a.getTerms())
          if (isActive(term)) {
            straight.push_back(maps[term].straight);
            turned.push_back(maps[term].turned);
          }
        return Map{sum(straight), sum(turned)};
      })
      .Case([&](MulOp m) { return product(m); })
      .Case([&](HadamardOp h) { return hadamard(h); })
      .Case([&](TransposeOp t) {
        Map own = maps[t.getA()];
        return isVector(v) ? own : Map{own.turned, own.straight};
      })
      .Case([&](ReshapeOp r) {
        Value j = whole(r.getA());
        return Map{j ? reshape(j, typeOf(v.getType())) : j, {}};
      })
      .Case([&](CastOp c) {
        auto cast = [&](Value j) -> Value {
          if (!j || elementType(j.getType()) == elementType(v.getType()))
            return j;
          Type type = shaped(rowsOf(j.getType()), total, elementType(v.getType()));
          return isIdentity(j) ? IdentityOp::create(b, loc, type).getResult()
                               : CastOp::create(b, loc, type, j).getResult();
        };
        return Map{cast(maps[c.getA()].straight), cast(maps[c.getA()].turned)};
      })
      .Case([&](FillOp f) {
        Value j = whole(f.getA());
        Value ones =
            uniform(b, loc, 1, shaped(sizes.entries(v.getType()), one, f.getA().getType()));
        return Map{j ? multiply(b, loc, {ones, j}) : j, {}};
      })
      .Case([&](SelectOp s) { return Map{select(s), {}}; })
      .Case([&](CrossOp c) { return Map{cross(c), {}}; })
      .Case<ElementOp, SliceOp>([&](auto s) -> FailureOr<Map> {
        if (!isContiguous(v.getType(), s.getA().getType()))
          return straight(columnwise(op));
        return Map{part(s.getA(), v.getType(), copyOf(s.getRow()), copyOf(s.getCol())), {}};
      })
      .Case([&](AssembleOp a) { return straight(assemble(a)); })
      .Case([&](InsertOp i) { return straight(insert(i)); })
      .Case([&](ReverseOp r) { return straight(reverse(r)); })
      .Default([&](Operation *other) { return straight(columnwise(other)); });
}

//===-- Products ----------------------------------------------------------===//

FailureOr<Materializer::Map> Materializer::product(MulOp op) {
  llvm::SmallVector<Value> scalars, left, right;
  Value varying;
  for (Value factor : op.getFactors()) {
    if (isActive(factor)) {
      if (varying)
        return op.emitError(
            "this product is not linear in one factor, and has no matrix: please report this");
      varying = factor;
    } else if (isScalar(factor)) {
      scalars.push_back(copyOf(factor));
    } else {
      (varying && isMatrix(varying) ? right : left).push_back(copyOf(factor));
    }
  }
  auto chain = [&](llvm::ArrayRef<Value> factors) -> Value {
    return factors.empty()       ? Value()
           : factors.size() == 1 ? factors.front()
                                 : multiply(b, loc, factors);
  };
  auto inFront = [&](Value j) -> Value {
    if (!j || scalars.empty())
      return j;
    llvm::SmallVector<Value> factors = scalars;
    factors.push_back(j);
    return multiply(b, loc, factors);
  };
  if (isScalar(varying)) {
    Value j = whole(varying);
    if (!j)
      return Map{};
    Value m = chain(left);
    auto type = cast<MatrixType>(m.getType());
    m = type.isColumn() ? m
        : type.isRow()  ? transpose(b, loc, m)
                        : reshape(m, shaped(sizes.entries(type), one, type.getElement()));
    return Map{inFront(multiply(b, loc, {m, j})), {}};
  }
  Value l = chain(left), r = chain(right);
  Value lt = l ? transpose(b, loc, l) : l, rt = r ? transpose(b, loc, r) : r;
  auto type = cast<MatrixType>(varying.getType());
  if (type.isVector()) {
    Value j = whole(varying);
    if (!j)
      return Map{};
    // L f rᵀ with a column f is r ⊗ L f, and l fᵀ R with a row fᵀ is Rᵀ f ⊗ l.
    if (type.isColumn()) {
      j = l ? times(l, j) : j;
      j = r ? kron(rt, rowsOf(rt.getType()), j, rowsOf(j.getType())) : j;
    } else {
      j = r ? times(rt, j) : j;
      j = l ? kron(j, rowsOf(j.getType()), l, rowsOf(l.getType())) : j;
    }
    return Map{inFront(j), {}};
  }
  // L diag(f) R
  if (auto d = varying.getDefiningOp<DiagOp>()) {
    Value j = whole(d.getA());
    if (!j)
      return Map{};
    auto shape = cast<MatrixType>(op.getType());
    if (shape.isColumn())
      j = l ? times(l, scaled(r, j)) : scaled(r, j);
    else if (shape.isRow())
      j = r ? times(rt, scaled(lt, j)) : scaled(lt, j);
    else {
      Value none = identity(type.getRows(), type.getElement());
      j = times(khatriRao(rt ? rt : none, l ? l : none), j);
    }
    return Map{inFront(j), {}};
  }
  const Map own = maps[varying];
  Value straight = between(l, own.straight, type.getRows(), type.getCols(), r);
  // (L Fᵀ R) = (Rᵀ F Lᵀ)ᵀ
  Value turned = between(rt, own.turned, type.getCols(), type.getRows(), lt);
  if (isVector(op))
    return Map{inFront(sum({straight, turned})), {}};
  return Map{inFront(straight), inFront(turned)};
}

Value Materializer::between(Value left, Value j, Size rows, Size cols, Value right) {
  if (!j || (!left && !right))
    return j;
  llvm::SmallVector<Value> terms, open = {j}, rest;
  while (!open.empty()) {
    Value term = open.pop_back_val();
    if (auto add = term.getDefiningOp<AddOp>()) {
      llvm::append_range(open, llvm::reverse(add.getTerms()));
      continue;
    }
    // L F R with F = s A δ B: s (B R)ᵀ ⊗ L A
    llvm::SmallVector<Value> factors;
    Value bare = term;
    if (auto mul = term.getDefiningOp<MulOp>()) {
      llvm::append_range(factors, mul.getFactors().drop_back());
      bare = mul.getFactors().back();
    }
    auto k = bare.getDefiningOp<KronOp>();
    auto d = bare.getDefiningOp<DiagOp>();
    if ((!k && !d && !isIdentity(bare)) || !llvm::all_of(factors, isScalar)) {
      rest.push_back(term);
      continue;
    }
    FloatType e = elementType(bare.getType());
    Value outer = k ? k.getA() : identity(cols, e), inner = k ? k.getB() : identity(rows, e);
    if (right)
      outer = times(transpose(b, loc, right), outer);
    if (left)
      inner = times(left, inner);
    factors.push_back(kron(outer, right ? colsOf(right.getType()) : cols, inner,
                           left ? rowsOf(left.getType()) : rows));
    // and with F = w ∘ δ: (Rᵀ ⊗ L) diag(vec w)
    if (d)
      factors.push_back(d);
    terms.push_back(factors.size() == 1 ? factors.front() : multiply(b, loc, factors));
  }
  if (Value other = sum(rest)) {
    // The one that makes less of it first.
    auto isNotMore = [](Size a, Size b) {
      return a == b || a.is(1) || (a.isNumber() && (b.isSymbol() || a.number() < b.number()));
    };
    if (left && right && isNotMore(colsOf(right.getType()), rowsOf(left.getType()))) {
      other = rightOf(other, right, rows, cols);
      other = leftOf(left, other, rows, colsOf(right.getType()));
    } else {
      const Size newRows = left ? rowsOf(left.getType()) : rows;
      other = left ? leftOf(left, other, rows, cols) : other;
      other = right ? rightOf(other, right, newRows, cols) : other;
    }
    terms.push_back(other);
  }
  return sum(terms);
}

Value Materializer::leftOf(Value left, Value j, Size rows, Size cols) {
  FloatType e = elementType(j.getType());
  if (cols.is(1))
    return times(left, j);
  // All columns of all matrices F side by side.
  Value wide = reshape(j, shaped(rows, sizes.times({cols, total}), e));
  const Size newRows = rowsOf(left.getType());
  return reshape(multiply(b, loc, {left, wide}), shaped(sizes.times({newRows, cols}), total, e));
}

Value Materializer::rightOf(Value j, Value right, Size rows, Size cols) {
  FloatType e = elementType(j.getType());
  if (rows.is(1))
    return times(transpose(b, loc, right), j);
  Type shape = shaped(rows, cols, e), result = shaped(rows, colsOf(right.getType()), e);
  return columnwise(j, shape, right, result, [&](OpBuilder &inner, ValueRange v) {
    return multiply(inner, loc, {v[0], v[1]});
  });
}

Value Materializer::khatriRao(Value right, Value left) {
  auto r = cast<MatrixType>(right.getType()), l = cast<MatrixType>(left.getType());
  Type column = shaped(l.getRows(), one, l.getElement()),
       row = shaped(one, r.getRows(), l.getElement());
  Type type = shaped(sizes.times({l.getRows(), r.getRows()}), l.getCols(), l.getElement());
  Type result = shaped(l.getRows(), r.getRows(), l.getElement());
  auto op = ColumnwiseOp::create(b, loc, type, ValueRange{left, right}, ValueRange());
  OpBuilder inner = OpBuilder::atBlockBegin(&op.getBody().emplaceBlock());
  Block &block = op.getBody().front();
  Value u = block.addArgument(column, loc), v = block.addArgument(row, loc);
  Value outer = multiply(inner, loc, {u, v});
  assert(outer.getType() == result);
  (void)result;
  YieldOp::create(inner, loc, outer);
  return op;
}

FailureOr<Value> materialize(OpBuilder &b, func::FuncOp linear, ValueRange arguments,
                             bool isSymmetric) {
  return Materializer(b, linear, arguments).run(isSymmetric);
}

} // namespace delgen::mx
