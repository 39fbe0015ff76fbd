//===- Columns.cpp - What one column at a time tells is not stored --------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A matrix whose columns are scaled by what sums of columns tell, as E diag(1/(1ᵀE)) − Y, takes
// several passes over all of it and stores the sums. Column by column it takes one, in which the
// sums are numbers, and each column may be written where it is read.
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace delgen::mx {
namespace {

/// True for A diag(v), and for 1 vᵀ, which repeats a row.
bool scalesColumns(MulOp mul) {
  return mul.getFactors().size() == 2 && isMatrix(mul.getFactors()[0]) &&
         mul.getFactors()[1].getDefiningOp<DiagOp>();
}
bool repeatsRow(Value v) {
  auto mul = v.getDefiningOp<MulOp>();
  return mul && mul.getFactors().size() == 2 && isVector(mul.getFactors()[0]) &&
         isVector(mul.getFactors()[1]) && constantValue(mul.getFactors()[0]) == 1.0 &&
         rowsOf(mul.getFactors()[1].getType()).is(1);
}

/// v 1ᵀ
bool repeatsColumn(Value v) {
  auto mul = v.getDefiningOp<MulOp>();
  return mul && mul.getFactors().size() == 2 && isVector(mul.getFactors()[0]) &&
         colsOf(mul.getFactors()[0].getType()).is(1) && constantValue(mul.getFactors()[1]) == 1.0;
}

/// diag(v) A
bool scalesRows(MulOp mul) {
  return mul.getFactors().size() == 2 && isMatrix(mul.getFactors()[1]) &&
         mul.getFactors()[0].getDefiningOp<DiagOp>();
}

bool scales(MulOp mul) { return llvm::count_if(mul.getFactors(), isMatrix) == 1; }

/// The matrix whose columns `v` sums, 1ᵀ A or Aᵀ 1; null for anything else.
Value summedBy(Value v) {
  auto mul = v.getDefiningOp<MulOp>();
  if (!mul || mul.getFactors().size() != 2 || !llvm::all_of(mul.getFactors(), isMatrix))
    return {};
  Value l = mul.getFactors()[0], r = mul.getFactors()[1];
  if (constantValue(l) == 1.0 && rowsOf(l.getType()).is(1))
    return r;
  auto t = l.getDefiningOp<TransposeOp>();
  return t && constantValue(r) == 1.0 && colsOf(r.getType()).is(1) ? t.getA() : Value();
}

bool isEntrywise(Operation *op) { return isa<AddOp, HadamardOp, PowOp, MapOp>(op); }

/// What makes a matrix, column by column.
class Region {
public:
  /// All of what `root` is made of that only it needs.
  explicit Region(Operation *root)
      : root(root), type(cast<MatrixType>(root->getResult(0).getType())) {
    members.insert(root);
    for (Operation *op = root->getPrevNode(); op; op = op->getPrevNode())
      if (belongs(op))
        members.insert(op);
  }

  /// True where a sum of columns is only needed for the columns.
  bool isWorthIt() const {
    return llvm::any_of(members,
                        [&](Operation *op) {
                          Value summed = summedBy(op->getResult(0));
                          return summed && isWide(summed);
                        }) &&
           llvm::none_of(leaves(), isByRows);
  }

  /// The root, column by column.
  Value fused();

private:
  bool isWide(Value v) const { return v.getType() == type; }
  /// True for a vector with an entry for each column.
  bool isThin(Value v) const {
    auto own = dyn_cast<MatrixType>(v.getType());
    return own && own.isVector() &&
           (own.isRow() ? own.getCols() : own.getRows()) == type.getCols() &&
           own.getElement() == type.getElement();
  }

  /// True where all that needs the result of `op` is in the region, and `op` can be computed for a
  /// column alone.
  bool belongs(Operation *op) const {
    if (op->getNumResults() != 1 || op->use_empty() ||
        !llvm::all_of(op->getUsers(), [&](Operation *user) { return members.contains(user); }))
      return false;
    Value v = op->getResult(0);
    if (isa<TransposeOp>(op))
      return isThin(v) || isWide(op->getOperand(0));
    if (isa<DiagOp>(op))
      return isThin(op->getOperand(0));
    auto mul = dyn_cast<MulOp>(op);
    if (isThin(v) && !isWide(v)) {
      Value summed = summedBy(v);
      return isEntrywise(op) || (mul && scales(mul)) || (summed && isWide(summed));
    }
    if (!isWide(v))
      return false;
    // What several read is stored unless it is cheap: a sum of products is an inner product.
    const bool isStored = llvm::count_if(op->getUsers(), [](Operation *user) {
                            return !isa<TransposeOp>(user) && !summedBy(user->getResult(0));
                          }) > 1;
    if (mul)
      return scales(mul) || repeatsRow(v) || repeatsColumn(v) ||
             (!isStored && (scalesColumns(mul) || scalesRows(mul)));
    return isEntrywise(op) && !(isStored || (isa<MapOp>(op) && !op->hasOneUse()));
  }

  /// What the region reads.
  llvm::SetVector<Value> leaves() const {
    llvm::SetVector<Value> all;
    for (Operation *op : members)
      for (Value v : op->getOperands())
        if (!v.getDefiningOp() || !members.contains(v.getDefiningOp()))
          all.insert(v);
    return all;
  }

  /// True for a parameter that C++ stores row by row.
  static bool isByRows(Value v) {
    auto argument = dyn_cast<BlockArgument>(v);
    auto f = argument ? dyn_cast<func::FuncOp>(argument.getOwner()->getParentOp()) : func::FuncOp();
    return f && !isVector(v) &&
           (paramAttr(f, argument.getArgNumber(), attr::plain).contains("RowMajor") ||
            f.getArgAttr(argument.getArgNumber(), attr::generic));
  }

  Type columnType() const {
    return shaped(type.getRows(), Size::number(type.getContext(), 1), type.getElement());
  }

  Operation *root;
  MatrixType type;
  llvm::SetVector<Operation *> members;

  //===-- The body --------------------------------------------------------===//

  /// What `v` is for one column: a column, or a number for an entry of a vector.
  Value entry(Value v);
  Value made(Operation *op);
  /// The product of numbers and columns, entry by entry.
  Value product(ValueRange factors, Location loc);
  /// A value that the body is passed as it is.
  Value passed(Value v);

  template <typename Op, typename... Args> Value make(Location loc, Args &&...args) {
    return Op::create(b, loc, std::forward<Args>(args)...);
  }

  OpBuilder b{root->getContext()};
  llvm::DenseMap<Value, Value> entries;
  llvm::SmallVector<Value> columns, others;
  Block *body = nullptr;
};

Value Region::passed(Value v) {
  others.push_back(v);
  return body->addArgument(v.getType(), v.getLoc());
}

Value Region::entry(Value v) {
  if (Value known = entries.lookup(v))
    return known;
  Operation *op = v.getDefiningOp();
  Value own;
  if (op && members.contains(op)) {
    own = made(op);
  } else if (auto c = v.getDefiningOp<ConstantOp>()) {
    own = b.clone(*c)->getResult(0);
  } else if (auto fill = v.getDefiningOp<FillOp>()) {
    own = entry(fill.getA());
    if (isWide(v))
      own = make<FillOp>(v.getLoc(), columnType(), own);
  } else if (isScalar(v)) {
    own = passed(v);
  } else {
    // A column of the matrix, or an entry of the row.
    Value from = v;
    if (!isWide(v) && cast<MatrixType>(v.getType()).isColumn()) {
      OpBuilder outside(root);
      from = TransposeOp::create(outside, v.getLoc(), v);
    }
    own = body->insertArgument(columns.size(), isWide(v) ? columnType() : Type(type.getElement()),
                               v.getLoc());
    columns.push_back(from);
  }
  entries[v] = own;
  return own;
}

Value Region::product(ValueRange factors, Location loc) {
  llvm::SmallVector<Value> numbers, entrywise;
  for (Value factor : factors) {
    // Numbers come in front.
    if (auto mul = factor.getDefiningOp<MulOp>(); mul && isMatrix(factor) && scales(mul)) {
      llvm::append_range(numbers, mul.getFactors().drop_back());
      factor = mul.getFactors().back();
    }
    auto fill = factor.getDefiningOp<FillOp>();
    (isMatrix(factor) && !fill ? entrywise : numbers).push_back(fill ? fill.getA() : factor);
  }
  const bool isFilled = entrywise.empty() && llvm::any_of(factors, isMatrix);
  Value column = entrywise.size() > 1 ? make<HadamardOp>(loc, entrywise)
                 : entrywise.empty()  ? Value()
                                      : entrywise.front();
  if (numbers.empty())
    return column;
  if (column)
    numbers.push_back(column);
  Value v = numbers.size() == 1 ? numbers.front() : make<MulOp>(loc, numbers);
  return isFilled ? make<FillOp>(loc, columnType(), v) : v;
}

Value Region::made(Operation *op) {
  Value v = op->getResult(0);
  const Location loc = withoutName(op->getLoc());
  if (Value summed = summedBy(v); summed && !isWide(v)) {
    if (auto power = summed.getDefiningOp<PowOp>(); power && power.exponentValue() == 2) {
      Value a = entry(power.getA());
      return make<InnerOp>(loc, a, a);
    }
    if (auto two = summed.getDefiningOp<HadamardOp>(); two && two.getFactors().size() == 2)
      return make<InnerOp>(loc, entry(two.getFactors()[0]), entry(two.getFactors()[1]));
    return make<SumOp>(loc, entry(summed));
  }
  if (isa<TransposeOp, DiagOp>(op))
    return entry(op->getOperand(0));
  llvm::SmallVector<Value> operands;
  if (repeatsRow(v))
    return make<FillOp>(loc, columnType(), entry(op->getOperand(1)));
  if (repeatsColumn(v))
    return passed(op->getOperand(0));
  if (auto mul = dyn_cast<MulOp>(op); mul && scalesRows(mul)) {
    Value left = mul.getFactors()[0].getDefiningOp<DiagOp>().getA();
    OpBuilder outside(root);
    if (cast<MatrixType>(left.getType()).isRow())
      left = TransposeOp::create(outside, left.getLoc(), left);
    return product({passed(left), entry(mul.getFactors()[1])}, loc);
  }
  for (Value operand : op->getOperands())
    operands.push_back(entry(operand));
  if (isa<MulOp, HadamardOp>(op))
    return product(operands, loc);
  if (auto power = dyn_cast<PowOp>(op)) {
    // (s²)⁻¹ = s⁻², which may be a power of what is divided by anyway.
    if (auto inner = operands[0].getDefiningOp<PowOp>();
        inner && isScalar(operands[0]) && power.exponentValue() == -1)
      return make<PowOp>(loc, inner.getA(), b.getF64FloatAttr(-inner.exponentValue()));
    return make<PowOp>(loc, operands[0], power.getExponentAttr());
  }
  if (auto map = dyn_cast<MapOp>(op))
    return make<MapOp>(loc, operands[0].getType(), operands[0], map.getFunctionAttr());
  return make<AddOp>(loc, operands);
}

Value Region::fused() {
  Block *block = new Block;
  body = block;
  b.setInsertionPointToEnd(block);
  Value column = entry(root->getResult(0));
  YieldOp::create(b, root->getLoc(), column);
  OpBuilder outside(root);
  auto op = ColumnwiseOp::create(outside, root->getLoc(), type, columns, others);
  op.getBody().push_back(block);
  factorEntries(*block);
  expandPowers(*block);
  orderByUse(*block);
  return op;
}

} // namespace

void fuseColumns(Block &block) {
  auto isSum = [](Operation &op) {
    Value summed = op.getNumResults() == 1 ? summedBy(op.getResult(0)) : Value();
    return summed && !isVector(summed) && colsOf(summed.getType()).isSymbol();
  };
  if (llvm::none_of(block, isSum))
    return;
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block))) {
    if (op.getNumResults() != 1 || op.use_empty() || !(isEntrywise(&op) || isa<MulOp>(op)))
      continue;
    auto type = dyn_cast<MatrixType>(op.getResult(0).getType());
    if (!type || type.isColumn() || type.isRow() || type.getCols().isNumber())
      continue;
    if (auto mul = dyn_cast<MulOp>(op); mul && !scales(mul) && !scalesColumns(mul))
      continue;
    Region region(&op);
    if (region.isWorthIt())
      op.getResult(0).replaceAllUsesWith(region.fused());
  }
}

} // namespace delgen::mx
