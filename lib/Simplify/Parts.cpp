//===- Parts.cpp - Parts of matrices, and matrices made of parts ----------===//
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

//===-- Matrices made of parts --------------------------------------------===//

llvm::SmallVector<Algebra::Block> Algebra::blocksOf(AssembleOp op) {
  llvm::SmallVector<Block> blocks;
  for (auto [value, row, col] : llvm::zip(op.getBlocks(), op.getRows(), op.getCols()))
    blocks.push_back({value, row, col});
  return blocks;
}

std::optional<Algebra::Block> Algebra::onlyBlock(Value v) {
  auto assembled = open<AssembleOp>(v);
  if (!assembled || assembled.getBlocks().size() != 1)
    return std::nullopt;
  return blocksOf(assembled).front();
}

bool Algebra::cover(llvm::ArrayRef<Block> blocks, Type type) {
  const Place whole = Place::whole(type, b.getInsertionBlock());
  std::optional<int64_t> area = 0;
  Affine rows(0), cols(0);
  bool areWide = true, areHigh = true;
  for (const Block &block : blocks) {
    const Place p = placeOf(block);
    std::optional<int64_t> m = p.rows.number(), n = p.cols.number();
    area = area && m && n ? std::optional(*area + *m * *n) : std::nullopt;
    areWide &= p.cols == whole.cols;
    areHigh &= p.rows == whole.rows;
    rows = rows + p.rows;
    cols = cols + p.cols;
  }
  std::optional<int64_t> m = whole.rows.number(), n = whole.cols.number();
  return (areWide && rows == whole.rows) || (areHigh && cols == whole.cols) ||
         (area && m && n && *area == *m * *n);
}

Value Algebra::assemble(Type type, llvm::ArrayRef<Block> given) {
  llvm::SmallVector<Block> blocks;
  for (const Block &block : given) {
    // Zeros are absent, and a block of blocks is more blocks.
    if (constantValue(block.value) == 0.0)
      continue;
    if (auto inner = open<AssembleOp>(block.value)) {
      for (const Block &more : blocksOf(inner))
        blocks.push_back({more.value, plus(block.row, more.row), plus(block.col, more.col)});
      continue;
    }
    blocks.push_back(block);
  }
  if (blocks.empty())
    return uniform(0, type);
  if (blocks.size() == 1 && blocks.front().value.getType() == type)
    return blocks.front().value;

  // In reading order where that is known.
  llvm::SmallVector<Place, 0> places;
  for (const Block &block : blocks)
    places.push_back(placeOf(block));
  auto compare = [&](size_t i, size_t j) -> std::optional<bool> {
    const Affine rows = places[j].row - places[i].row, cols = places[j].col - places[i].col;
    if (rows.is(0))
      return cols.isNeverNegative()                              ? std::optional(!cols.is(0))
             : (places[i].col - places[j].col).isNeverNegative() ? std::optional(false)
                                                                 : std::nullopt;
    return rows.isNeverNegative()                              ? std::optional(true)
           : (places[i].row - places[j].row).isNeverNegative() ? std::optional(false)
                                                               : std::nullopt;
  };
  auto order = llvm::to_vector(llvm::seq<size_t>(0, blocks.size()));
  bool isKnown = blocks.size() < 200;
  for (size_t i = 0; i < blocks.size() && isKnown; ++i)
    for (size_t j = i + 1; j < blocks.size() && isKnown; ++j)
      isKnown = compare(i, j).has_value();
  if (isKnown)
    llvm::sort(order, [&](size_t i, size_t j) { return i != j && *compare(i, j); });
  llvm::SmallVector<Value> values, rows, cols;
  for (size_t i : order) {
    values.push_back(blocks[i].value);
    rows.push_back(blocks[i].row);
    cols.push_back(blocks[i].col);
  }

  // [x₀, x₁, x₂] = x
  auto source = [](Value v) -> std::optional<Block> {
    if (auto e = v.getDefiningOp<ElementOp>())
      return Block{e.getA(), e.getRow(), e.getCol()};
    if (auto s = v.getDefiningOp<SliceOp>())
      return Block{s.getA(), s.getRow(), s.getCol()};
    return std::nullopt;
  };
  if (auto first = source(values.front());
      first && first->value.getType() == type && cover(blocks, type)) {
    bool isSame = true;
    for (const Block &block : blocks) {
      auto from = source(block.value);
      mlir::Block *scope = b.getInsertionBlock();
      isSame &= from && from->value == first->value &&
                Affine::of(from->row, scope) == Affine::of(block.row, scope) &&
                Affine::of(from->col, scope) == Affine::of(block.col, scope);
    }
    if (isSame)
      return first->value;
  }
  return make<AssembleOp>(type, values, rows, cols);
}

Value Algebra::insert(Value a, Value base, Value row, Value col) {
  if (a.getType() == base.getType())
    return a;
  const Block block = {a, row, col};
  const Place p = placeOf(block);
  // What stands there already.
  auto slice = a.getDefiningOp<SliceOp>();
  auto element = a.getDefiningOp<ElementOp>();
  if ((slice && slice.getA() == base && placeOf({a, slice.getRow(), slice.getCol()}) == p) ||
      (element && element.getA() == base && placeOf({a, element.getRow(), element.getCol()}) == p))
    return base;
  // Into zero.
  if (constantValue(base) == 0.0)
    return assemble(base.getType(), block);
  // What is overwritten was written for nothing.
  if (auto before = base.getDefiningOp<InsertOp>();
      before && p.contains(placeOf({before.getA(), before.getRow(), before.getCol()})))
    return insert(a, before.getB(), row, col);
  if (auto assembled = open<AssembleOp>(base)) {
    llvm::SmallVector<Block> blocks;
    bool isApart = true;
    for (const Block &other : blocksOf(assembled)) {
      const Place at = placeOf(other);
      if (p.contains(at))
        continue;
      isApart &= at.isApartFrom(p);
      blocks.push_back(other);
    }
    if (isApart) {
      blocks.push_back(block);
      return assemble(base.getType(), blocks);
    }
  }
  // Nothing of the base is left.
  llvm::SmallVector<Block> written = {block};
  for (auto before = open<InsertOp>(base); before; before = open<InsertOp>(before.getB())) {
    const Block next = {before.getA(), before.getRow(), before.getCol()};
    const Place at = placeOf(next);
    if (!llvm::all_of(written, [&](const Block &w) { return placeOf(w).isApartFrom(at); }))
      break;
    written.push_back(next);
  }
  if (written.size() > 1 && cover(written, base.getType()))
    return assemble(base.getType(), written);
  return make<InsertOp>(a, base, row, col);
}

Value Algebra::productOfBlock(Value l, Value r) {
  auto right = onlyBlock(r), left = onlyBlock(l);
  auto lType = cast<MatrixType>(l.getType()), rType = cast<MatrixType>(r.getType());
  Type type = shaped(lType.getRows(), rType.getCols(), lType.getElement());
  Value zero = integer(0);
  // A [b] = [(those columns of A) b]
  if (right) {
    Type block = right->value.getType();
    Value columns =
        part(l, shaped(lType.getRows(), rowsOf(block), lType.getElement()), zero, right->row);
    Value v = product({columns, right->value});
    return isa<FloatType>(type) ? v : assemble(type, Block{v, zero, right->col});
  }
  // [a] B = [a (those rows of B)]
  if (left) {
    Type block = left->value.getType();
    Value rows =
        part(r, shaped(colsOf(block), rType.getCols(), rType.getElement()), left->col, zero);
    Value v = product({left->value, rows});
    return isa<FloatType>(type) ? v : assemble(type, Block{v, left->row, zero});
  }
  return {};
}

bool Algebra::joinBlocks(llvm::SmallVectorImpl<Value> &terms) {
  // 2 [a, b] as [2 a, 2 b]; another scalar would be multiplied more often
  auto scaled = [&](Value term) -> std::pair<Product, AssembleOp> {
    auto [scalars, rest] = splitScalars(term);
    return {scalars, scalars.scalars.empty() ? open<AssembleOp>(rest) : AssembleOp()};
  };
  auto scale = [&](const Product &scalars, Value v) {
    if (scalars.constant == 1 && scalars.scalars.empty())
      return v;
    return product({scalarPart(scalars, elementType(v.getType())), v});
  };
  bool isChanged = false;
  for (size_t i = 0; i < terms.size(); ++i) {
    auto [scalars, assembled] = scaled(terms[i]);
    if (!assembled)
      continue;
    llvm::SmallVector<Block> blocks;
    const size_t before = terms.size();
    for (size_t j = i + 1; j < terms.size();) {
      auto [otherScalars, other] = scaled(terms[j]);
      if (!other) {
        ++j;
        continue;
      }
      if (blocks.empty())
        for (Block block : blocksOf(assembled))
          blocks.push_back({scale(scalars, block.value), block.row, block.col});
      // [a] + [b] = [a + b] in the same place, [a, b] in places apart
      llvm::SmallVector<Block> joined = blocks;
      bool isGood = true;
      for (const Block &block : blocksOf(other)) {
        const Place p = placeOf(block);
        Value v = scale(otherScalars, block.value);
        Block *same = llvm::find_if(joined, [&](const Block &b) { return placeOf(b) == p; });
        if (same != joined.end()) {
          same->value = sum({same->value, v});
          continue;
        }
        isGood &= llvm::all_of(joined, [&](const Block &b) { return placeOf(b).isApartFrom(p); });
        joined.push_back({v, block.row, block.col});
      }
      if (!isGood) {
        ++j;
        continue;
      }
      blocks = joined;
      terms.erase(terms.begin() + j);
    }
    if (terms.size() == before)
      continue;
    terms[i] = assemble(terms[i].getType(), blocks);
    isChanged = true;
  }
  return isChanged;
}

//===-- The same entries elsewhere ----------------------------------------===//

Value Algebra::reverse(Value a, bool rows, bool cols) {
  if (isScalar(a))
    return a;
  auto type = cast<MatrixType>(a.getType());
  rows &= !type.isRow();
  cols &= !type.isColumn();
  return pullScalars(a, [&](Value x) -> Value {
    // Twice is not at all.
    bool r = rows, c = cols;
    while (auto inner = x.getDefiningOp<ReverseOp>()) {
      r ^= inner.getRows();
      c ^= inner.getCols();
      x = inner.getA();
    }
    if ((!r && !c) || x.getDefiningOp<FillOp>())
      return x;
    if (auto t = x.getDefiningOp<TransposeOp>())
      return transpose(reverse(t.getA(), c, r));
    return make<ReverseOp>(x, b.getBoolAttr(r), b.getBoolAttr(c));
  });
}

Value Algebra::reshape(Value a, Type type) {
  if (isScalar(a) || a.getType() == type)
    return a;
  return pullScalars(a, [&](Value x) -> Value {
    while (auto inner = x.getDefiningOp<ReshapeOp>())
      x = inner.getA();
    if (x.getType() == type)
      return x;
    if (auto fill = x.getDefiningOp<FillOp>())
      return this->fill(fill.getA(), type);
    // A vector has one order.
    auto t = x.getDefiningOp<TransposeOp>();
    if (t && cast<MatrixType>(x.getType()).isVector())
      return reshape(t.getA(), type);
    if (isVector(x) && transposed(x) == type)
      return transpose(x);
    return make<ReshapeOp>(type, x);
  });
}

} // namespace delgen::mx
