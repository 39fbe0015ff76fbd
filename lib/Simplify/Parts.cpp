//===- Parts.cpp - Parts of matrices, and the integers that place them ----===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// [b] stands here for a matrix that is b in one block and zero elsewhere: what most
// derivatives of code that reads and writes parts are made of.
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

//===-- Integers ----------------------------------------------------------===//

Value Algebra::integer(int64_t number) { return make<arith::ConstantOp>(b.getIndexAttr(number)); }

Value Algebra::integer(Size size) {
  if (size.isNumber())
    return integer(size.number());
  return integer(make<ExtentOp>(b.getIndexType(), b.getStringAttr(size.symbol())));
}

/// A sum of one atom and a number is written as that.
Value Algebra::integer(Value v) {
  Affine affine = Affine::of(v, b.getInsertionBlock());
  if (std::optional<int64_t> number = affine.number())
    return integer(*number);
  auto shifted = affine.shiftedAtom();
  if (!shifted)
    return v;
  auto [atom, number] = *shifted;
  Value base = atom.value ? atom.value
                          : make<ExtentOp>(b.getIndexType(), b.getStringAttr(atom.size->symbol()));
  if (number == 0)
    return base;
  return number > 0 ? make<arith::AddIOp>(base, integer(number))
                    : make<arith::SubIOp>(base, integer(-number));
}

Value Algebra::plus(Value a, Value b) { return integer(make<arith::AddIOp>(a, b)); }
Value Algebra::minus(Value a, Value b) { return integer(make<arith::SubIOp>(a, b)); }

Place Algebra::placeOf(const Block &block) {
  return Place::of(block.value.getType(), block.row, block.col, b.getInsertionBlock());
}

//===-- Parts -------------------------------------------------------------===//

Value Algebra::element(Value a, Value row, Value col) {
  return part(a, elementType(a.getType()), row, col);
}

Value Algebra::part(Value a, Type type, Value row, Value col) {
  if (isScalar(a) || a.getType() == type)
    return a;
  return pullScalars(a, [&](Value x) -> Value {
    const FloatType element = elementType(type);
    // Part of Aᵀ = (part of A)ᵀ, of fill(1) = fill(1)
    if (auto t = x.getDefiningOp<TransposeOp>())
      return transpose(part(t.getA(), shaped(colsOf(type), rowsOf(type), element), col, row));
    if (constantValue(x) == 1.0)
      return uniform(1, type);
    if (auto slice = x.getDefiningOp<SliceOp>())
      return part(slice.getA(), type, plus(slice.getRow(), row), plus(slice.getCol(), col));
    if (auto insert = x.getDefiningOp<InsertOp>())
      if (Value v = partOfInsert(insert, type, row, col))
        return v;
    if (auto assembled = x.getDefiningOp<AssembleOp>())
      if (Value v = partOfAssemble(assembled, type, row, col))
        return v;
    if (auto reversed = x.getDefiningOp<ReverseOp>())
      return partOfReverse(reversed, type, row, col);
    if (x.getDefiningOp<IdentityOp>() || x.getDefiningOp<DiagOp>())
      if (Value v = partOfDiagonal(x, type, row, col))
        return v;
    // A part of a product needs these rows of the first factor and columns of the last.
    auto mul = open<MulOp>(x);
    if (!mul && isa<FloatType>(type) && splitOuter(x).first)
      mul = x.getDefiningOp<MulOp>();
    if (mul) {
      llvm::SmallVector<Value> factors(mul.getFactors());
      Value &first = factors.front(), &last = factors.back();
      Value zero = integer(0);
      first = part(first, shaped(rowsOf(type), colsOf(first.getType()), element), row, zero);
      last = part(last, shaped(rowsOf(last.getType()), colsOf(type), element), zero, col);
      return product(factors);
    }
    // A part of a sum, of an element-wise product and of an element-wise function needs only
    // that part of the operands.
    auto parts = [&](ValueRange operands) {
      llvm::SmallVector<Value> each;
      for (Value v : operands)
        each.push_back(part(v, type, row, col));
      return each;
    };
    if (auto add = open<AddOp>(x))
      return sum(parts(add.getTerms()));
    if (auto h = open<HadamardOp>(x))
      return hadamard(parts(h.getFactors()));
    if (auto p = open<PowOp>(x))
      return pow(part(p.getA(), type, row, col), p.exponentValue());
    if (auto p = open<PowerOp>(x))
      return power(part(p.getA(), type, row, col), part(p.getB(), type, row, col));
    if (auto m = open<MapOp>(x))
      return map(m.getFunction(), part(m.getA(), type, row, col));
    if (Operation *op = x.getDefiningOp();
        op && !shared.contains(x) &&
        isa<CompareOp, SelectOp, MaxOp, MinOp, Atan2Op, HypotOp, PolygammaOp>(op))
      return rebuild(op, parts(op->getOperands()));
    if (isa<FloatType>(type))
      return make<ElementOp>(x, row, col);
    return make<SliceOp>(type, x, row, col);
  });
}

/// Of I or diag(v).
Value Algebra::partOfDiagonal(Value diagonal, Type type, Value row, Value col) {
  const FloatType element = elementType(type);
  const Place p = Place::of(type, row, col, b.getInsertionBlock());
  auto entries = [&](Value from, Size count) -> Value {
    Type column = shaped(count, Size::number(b.getContext(), 1), element);
    auto diag = diagonal.getDefiningOp<DiagOp>();
    if (!diag)
      return uniform(1, column);
    Value v = diag.getA();
    return cast<MatrixType>(v.getType()).isColumn()
               ? part(v, column, from, integer(0))
               : transpose(part(v, transposed(uniform(1, column)), integer(0), from));
  };
  // Beside the diagonal, on it, and a whole row or column across it.
  if ((p.col - p.row - p.rows).isNeverNegative() || (p.row - p.col - p.cols).isNeverNegative())
    return uniform(0, type);
  if (p.row == p.col && p.rows == p.cols)
    return isa<FloatType>(type) ? entries(row, rowsOf(type)) : diag(entries(row, rowsOf(type)));
  const Size one = Size::number(b.getContext(), 1);
  auto whole = cast<MatrixType>(diagonal.getType());
  if (whole.getRows() != whole.getCols())
    return {};
  // From the diagonal on, and further one way: [diag(v), 0].
  std::optional<int64_t> height = p.rows.number(), width = p.cols.number();
  if (p.row == p.col && height && width && !isa<FloatType>(type)) {
    const bool isWide = *height < *width;
    Value block = diag(entries(row, isWide ? rowsOf(type) : colsOf(type)));
    return assemble(type, Block{block, integer(0), integer(0)});
  }
  if (rowsOf(type) == one && colsOf(type) == whole.getCols())
    return assemble(type, Block{entries(row, one), integer(0), row});
  if (colsOf(type) == one && rowsOf(type) == whole.getRows())
    return assemble(type, Block{entries(col, one), col, integer(0)});
  return {};
}

Value Algebra::partOfInsert(InsertOp insert, Type type, Value row, Value col) {
  const Place p = Place::of(type, row, col, b.getInsertionBlock());
  const Place written = placeOf({insert.getA(), insert.getRow(), insert.getCol()});
  if (written.contains(p))
    return part(insert.getA(), type, minus(row, insert.getRow()), minus(col, insert.getCol()));
  if (written.isApartFrom(p))
    return part(insert.getB(), type, row, col);
  return {};
}

/// What of a block stands in `p`, where all places are numbers.
std::optional<Algebra::Block> Algebra::intersection(const Block &block, const Place &p) {
  const Place at = placeOf(block);
  auto common = [](const Affine &a, const Affine &aSize, const Affine &b,
                   const Affine &bSize) -> std::optional<std::pair<int64_t, int64_t>> {
    std::optional<int64_t> i = a.number(), m = aSize.number(), j = b.number(), n = bSize.number();
    if (!i || !m || !j || !n)
      return std::nullopt;
    const int64_t from = std::max(*i, *j);
    return std::pair(from, std::min(*i + *m, *j + *n) - from);
  };
  auto rows = common(at.row, at.rows, p.row, p.rows), cols = common(at.col, at.cols, p.col, p.cols);
  if (!rows || !cols)
    return std::nullopt;
  auto size = [&](int64_t n) { return Size::number(b.getContext(), n); };
  Type type = shaped(size(rows->second), size(cols->second), elementType(block.value.getType()));
  Value row = integer(rows->first), col = integer(cols->first);
  return Block{part(block.value, type, minus(row, block.row), minus(col, block.col)), row, col};
}

Value Algebra::partOfAssemble(AssembleOp op, Type type, Value row, Value col) {
  const Place p = Place::of(type, row, col, b.getInsertionBlock());
  llvm::SmallVector<Block> inside;
  for (const Block &block : blocksOf(op)) {
    const Place at = placeOf(block);
    if (at.contains(p))
      return part(block.value, type, minus(row, block.row), minus(col, block.col));
    if (at.isApartFrom(p))
      continue;
    // A view costs nothing; new blocks do, unless nothing else needs the old ones.
    if (!open<AssembleOp>(op))
      return {};
    if (p.contains(at)) {
      inside.push_back({block.value, minus(block.row, row), minus(block.col, col)});
      continue;
    }
    std::optional<Block> common = intersection(block, p);
    if (!common)
      return {};
    inside.push_back({common->value, minus(common->row, row), minus(common->col, col)});
  }
  return inside.empty() ? uniform(0, type) : assemble(type, inside);
}

/// Counted from the other end.
Value Algebra::partOfReverse(ReverseOp op, Type type, Value row, Value col) {
  auto whole = cast<MatrixType>(op.getType());
  if (op.getRows())
    row = minus(minus(integer(whole.getRows()), row), integer(rowsOf(type)));
  if (op.getCols())
    col = minus(minus(integer(whole.getCols()), col), integer(colsOf(type)));
  return reverse(part(op.getA(), type, row, col), op.getRows(), op.getCols());
}

} // namespace delgen::mx
