//===- Assembled.cpp - Matrices made of parts, and the same entries elsewhere ===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Algebra.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace delgen::mx {

//===-- Matrices made of parts --------------------------------------------===//

llvm::SmallVector<Algebra::Block> Algebra::blocksOf(AssembleOp op) {
  llvm::SmallVector<Block> blocks;
  for (auto [value, row, col] : llvm::zip(op.getBlocks(), op.getRows(), op.getCols()))
    blocks.push_back({value, row, col});
  return blocks;
}

std::optional<Algebra::Block> Algebra::onlyBlock(Value v) {
  // Even where others need it too: what is computed with the block alone is never more.
  auto assembled = v.getDefiningOp<AssembleOp>();
  if (!assembled || assembled.getBlocks().size() != 1)
    return std::nullopt;
  return blocksOf(assembled).front();
}

AssembleOp Algebra::openBlocks(Value v) {
  if (onlyBlock(v))
    return v.getDefiningOp<AssembleOp>();
  return open<AssembleOp>(v);
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
  // A [b, 0, I] = [A b, 0, A]
  auto assembled = open<AssembleOp>(r);
  if (!assembled || isa<FloatType>(type))
    return {};
  llvm::SmallVector<Block> blocks = blocksOf(assembled);
  const Place whole = Place::whole(rType, b.getInsertionBlock());
  auto isHigh = [&](const Block &block) {
    const Place p = placeOf(block);
    return p.row == whole.row && p.rows == whole.rows;
  };
  const bool isSparse = !cover(blocks, rType) || llvm::any_of(blocks, [](const Block &block) {
    return bool(block.value.getDefiningOp<IdentityOp>());
  });
  if (!isSparse || !llvm::all_of(blocks, isHigh))
    return {};
  for (Block &block : blocks)
    block.value = product({l, block.value});
  return assemble(type, blocks);
}

bool Algebra::joinWrites(llvm::SmallVectorImpl<Value> &terms) {
  for (Value &term : terms) {
    auto write = open<InsertOp>(term);
    if (!write)
      continue;
    const Place p = placeOf({write.getA(), write.getRow(), write.getCol()});
    for (auto *other = terms.begin(); other != terms.end(); ++other) {
      auto assembled = open<AssembleOp>(*other);
      if (!assembled || assembled.getBlocks().size() != 1)
        continue;
      const Block block = blocksOf(assembled).front();
      if (block.value.getType() != write.getA().getType() || !(placeOf(block) == p))
        continue;
      term = insert(sum({write.getA(), block.value}), write.getB(), write.getRow(), write.getCol());
      terms.erase(other);
      return true;
    }
  }
  return false;
}

Value Algebra::addWithin(Value a, Value b) {
  auto [scalars, rest] = splitScalars(b);
  auto outer = a ? openBlocks(a) : AssembleOp(), inner = rest ? openBlocks(rest) : AssembleOp();
  if (!outer || !inner)
    return {};
  llvm::SmallVector<Block> blocks = blocksOf(outer), within = blocksOf(inner);
  for (Block &block : blocks) {
    const Place p = placeOf(block);
    if (isScalar(block.value) ||
        !llvm::all_of(within, [&](const Block &other) { return p.contains(placeOf(other)); }))
      continue;
    for (Block &other : within)
      other = {other.value, minus(other.row, block.row), minus(other.col, block.col)};
    Value added = assemble(block.value.getType(), within);
    Value scale = scalarPart(scalars, elementType(added.getType()));
    block.value = sum({block.value, product({scale, added})});
    return assemble(outer.getType(), blocks);
  }
  return {};
}

Value Algebra::addInPlaces(Value a, Value b) {
  // s [a, b] as [s a, s b]; more scalars would be multiplied more often
  auto open = [&](Value term) -> std::pair<Value, AssembleOp> {
    auto [scalars, rest] = splitScalars(term);
    if (!rest || scalars.scalars.size() > 1)
      return {};
    return {scalarPart(scalars, elementType(term.getType())), openBlocks(rest)};
  };
  auto [s, left] = open(a);
  auto [t, right] = open(b);
  if (!left || !right)
    return {};
  llvm::SmallVector<Block> joined;
  for (const Block &block : blocksOf(left))
    joined.push_back({product({s, block.value}), block.row, block.col});
  for (const Block &block : blocksOf(right)) {
    const Place p = placeOf(block);
    Value v = product({t, block.value});
    Block *same = llvm::find_if(joined, [&](const Block &b) { return placeOf(b) == p; });
    if (same != joined.end()) {
      same->value = sum({same->value, v});
      continue;
    }
    if (!llvm::all_of(joined, [&](const Block &b) { return placeOf(b).isApartFrom(p); }))
      return {};
    joined.push_back({v, block.row, block.col});
  }
  return assemble(left.getType(), joined);
}

bool Algebra::joinBlocks(llvm::SmallVectorImpl<Value> &terms) {
  // Of many terms few are made of blocks.
  llvm::SmallVector<size_t> made;
  for (auto [i, term] : llvm::enumerate(terms))
    if (Value rest = isMatrix(term) ? splitScalars(term).second : Value(); rest && openBlocks(rest))
      made.push_back(i);
  for (size_t a = 0; a < made.size(); ++a)
    for (size_t b = a + 1; b < made.size(); ++b) {
      const size_t i = made[a], j = made[b];
      Value joined = addInPlaces(terms[i], terms[j]);
      if (!joined)
        joined = addWithin(terms[i], terms[j]);
      if (!joined)
        joined = addWithin(terms[j], terms[i]);
      if (!joined)
        continue;
      terms[i] = joined;
      terms.erase(terms.begin() + j);
      return true;
    }
  return false;
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
