//===- Parts.cpp - Parts of matrices: reading and replacing them ----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every method that names a part says for rows and for columns where the part begins and
// how long it is. All become slices, so that the rest knows one kind of part only.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- Which part a method is --------------------------------------------===//

namespace {

/// What a part takes of the rows or of the columns.
enum class Range { All, One, First, Last, From };

struct Method {
  llvm::StringLiteral name;
  Range rows, cols;
};

} // namespace

static const Method methods[] = {
    {"row", Range::One, Range::All},
    {"col", Range::All, Range::One},
    {"topRows", Range::First, Range::All},
    {"bottomRows", Range::Last, Range::All},
    {"middleRows", Range::From, Range::All},
    {"leftCols", Range::All, Range::First},
    {"rightCols", Range::All, Range::Last},
    {"middleCols", Range::All, Range::From},
    {"topLeftCorner", Range::First, Range::First},
    {"topRightCorner", Range::First, Range::Last},
    {"bottomLeftCorner", Range::Last, Range::First},
    {"bottomRightCorner", Range::Last, Range::Last},
    {"block", Range::From, Range::From},
    // Of a vector: along its entries.
    {"head", Range::First, Range::All},
    {"tail", Range::Last, Range::All},
    {"segment", Range::From, Range::All},
};

static bool isEntry(llvm::StringRef name) {
  return llvm::is_contained({"coeff", "coeffRef", "x", "y", "z", "w"}, name);
}

bool isPassedThrough(llvm::StringRef name) {
  return llvm::is_contained(
      {"noalias", "array", "matrix", "derived", "const_cast_derived", "rowwise", "colwise"}, name);
}

bool isPart(llvm::StringRef name) {
  return isEntry(name) || name == "diagonal" ||
         llvm::any_of(methods, [&](const Method &m) { return m.name == name; });
}

mx::Affine FunctionImporter::affine(mx::Size size) {
  return mx::Affine::of(sizes.resolve(size), b.getInsertionBlock(),
                        [&](BlockArgument argument) { return parameterSize(argument); });
}

Value FunctionImporter::shift(const Expr *e, BinaryOperatorKind kind, Value x, Value y) {
  return integerOperation(e, kind, ast.LongTy, x, y);
}

static const Expr *integerArgument(FunctionImporter &im, const Expr *e) {
  if (e->getType()->isIntegralOrEnumerationType())
    return e;
  im.refuse(e, "slices with Eigen::seq, Eigen::all or Eigen::last are not supported; use integers, "
               "as in row(i), segment(i, n) and block(i, j, m, n)");
  return nullptr;
}

static std::optional<Part> entryOf(FunctionImporter &im, const Call &c, mx::Size rows,
                                   mx::Size cols) {
  mx::Size one = im.sizes.number(1);
  llvm::SmallVector<Value> indices;
  for (const Expr *argument : c.args) {
    argument = integerArgument(im, argument);
    indices.push_back(argument ? im.expression(argument) : Value());
  }
  static constexpr llvm::StringLiteral coordinates = "xyzw";
  if (c.name.size() == 1)
    indices.push_back(im.integer(c.e, coordinates.find(c.name.front())));
  if (llvm::is_contained(indices, Value()))
    return std::nullopt;
  Value zero = im.integer(c.e, 0);
  Part p{indices[0], zero, one, one};
  if (indices.size() == 2) {
    p.col = indices[1];
  } else if (cols.is(1)) {
    // A column has one index.
  } else if (rows.is(1)) {
    std::swap(p.row, p.col);
  } else {
    std::optional<EigenType> type = eigenType(im.ast, c.object->getType());
    auto number = indices[0].getDefiningOp<arith::ConstantIndexOp>();
    if (number && number.value() == 0) {
      // The first entry is the first in any order.
    } else if (!type || !(type->isPlain || type->isRef)) {
      im.refuse(c.e, "one index into this expression is not supported, for its order of entries "
                     "is not known; give the row and the column");
      return std::nullopt;
    } else {
      Value length = im.extent(c.e, type->isRowMajor ? cols : rows);
      Value outer = im.shift(c.e, BO_Div, indices[0], length);
      Value inner = outer ? im.shift(c.e, BO_Rem, indices[0], length) : Value();
      if (!inner)
        return std::nullopt;
      p.row = type->isRowMajor ? outer : inner;
      p.col = type->isRowMajor ? inner : outer;
    }
  }
  if (!im.isInside(c.e, p.row, rows, "rows") || !im.isInside(c.e, p.col, cols, "columns"))
    return std::nullopt;
  return p;
}

/// X.diagonal(k), the k-th above the main diagonal.
static std::optional<Part> diagonalOf(FunctionImporter &im, const Call &c, mx::Size rows,
                                      mx::Size cols) {
  constexpr llvm::StringLiteral unknown =
      "which diagonal it is must be known while compiling and not depend on the arguments of a "
      "template; write the number";
  int64_t k = 0;
  auto *method = cast<FunctionDecl>(c.callee);
  if (const TemplateArgumentList *arguments = method->getTemplateSpecializationArgs()) {
    if (arguments->size() == 1 && arguments->get(0).getKind() == TemplateArgument::Integral)
      k = arguments->get(0).getAsIntegral().getSExtValue();
    if (im.sizes.standIn(k)) {
      im.refuse(c.e, unknown);
      return std::nullopt;
    }
  } else if (!c.args.empty()) {
    Value v = im.expression(c.args[0]);
    auto number = v ? v.getDefiningOp<arith::ConstantIndexOp>() : arith::ConstantIndexOp();
    if (v && !number)
      im.refuse(c.args[0], unknown);
    if (!number)
      return std::nullopt;
    k = number.value();
  }
  Value zero = im.integer(c.e, 0);
  if (k == 0 && !(rows.isNumber() && cols.isNumber())) {
    im.sizes.unify(rows, cols); // a size that is not known agrees with any
    return Part{zero, zero, rows, rows, true};
  }
  Part p{im.integer(c.e, std::max<int64_t>(0, -k)), im.integer(c.e, std::max<int64_t>(0, k)), rows,
         cols, true};
  if (rows.isNumber() && cols.isNumber()) {
    const int64_t length =
        std::min(rows.number() + std::min<int64_t>(0, k), cols.number() - std::max<int64_t>(0, k));
    if (length <= 0) {
      im.refuse(c.e, "this matrix has no such diagonal; the main one is diagonal(0)");
      return std::nullopt;
    }
    p.rows = p.cols = im.sizes.number(length);
    return p;
  }
  if (rows != cols) {
    im.refuse(c.e, "delgen cannot tell how long this diagonal is, because it cannot tell whether "
                   "the matrix has more rows or more columns; take it of a square block");
    return std::nullopt;
  }
  Value length = im.shift(c.e, BO_Sub, im.extent(c.e, rows), im.integer(c.e, std::abs(k)));
  std::optional<mx::Size> size = im.sizeFrom(c.e, length);
  if (!size)
    return std::nullopt;
  p.rows = p.cols = *size;
  return p;
}

std::optional<Part> FunctionImporter::partOf(const Call &c, mx::Size rows, mx::Size cols) {
  if (isEntry(c.name))
    return entryOf(*this, c, rows, cols);
  if (c.name == "diagonal")
    return diagonalOf(*this, c, rows, cols);
  const Method *method = llvm::find_if(methods, [&](const Method &m) { return m.name == c.name; });
  Range of[] = {method->rows, method->cols};
  const mx::Size totals[] = {rows, cols};
  // Eigen's type says whether a vector is a row, also where it has one entry.
  std::optional<EigenType> object = eigenType(ast, c.object->getType());
  std::optional<EigenType> result = eigenType(ast, c.e->getType());
  const bool isRow = object && object->rows == 1 && object->cols != 1;
  if (isRow && llvm::is_contained({"head", "tail", "segment"}, c.name))
    std::swap(of[0], of[1]);

  // First the places where it begins, then the sizes, unless the type says them.
  size_t next = 0;
  bool isGood = true;
  auto argument = [&]() -> const Expr * {
    const Expr *e = next < c.args.size() ? integerArgument(*this, c.args[next]) : nullptr;
    ++next;
    isGood &= bool(e);
    return e;
  };
  Value starts[2];
  for (unsigned i = 0; i < 2; ++i)
    if (of[i] == Range::One || of[i] == Range::From) {
      const Expr *e = argument();
      starts[i] = e ? expression(e) : Value();
      isGood &= bool(starts[i]);
    }
  mx::Size lengths[2] = {rows, cols};
  for (unsigned i = 0; i < 2; ++i) {
    const std::optional<int64_t> known = !result  ? std::nullopt
                                         : i == 0 ? result->rows
                                                  : result->cols;
    if (of[i] == Range::All)
      continue;
    if (of[i] == Range::One || known) {
      lengths[i] = sizes.number(of[i] == Range::One ? 1 : *known);
      ++next;
      continue;
    }
    const Expr *e = argument();
    Value v = e ? expression(e) : Value();
    std::optional<mx::Size> size = v ? sizeFrom(e, v) : std::nullopt;
    isGood &= bool(size);
    if (size)
      lengths[i] = *size;
  }
  if (!isGood)
    return std::nullopt;
  for (unsigned i = 0; i < 2; ++i) {
    const llvm::StringRef what = i == 0 ? "rows" : "columns";
    if (of[i] == Range::One && !isInside(c.e, starts[i], totals[i], what))
      return std::nullopt;
    auto start =
        starts[i] ? starts[i].getDefiningOp<arith::ConstantIndexOp>() : arith::ConstantIndexOp();
    const int64_t from = start ? start.value() : 0;
    const bool isOutside = from < 0 || (lengths[i].isNumber() && totals[i].isNumber() &&
                                        from + lengths[i].number() > totals[i].number());
    if (of[i] != Range::All && isOutside) {
      std::string text;
      llvm::raw_string_ostream(text)
          << lengths[i] << " " << what << " from index " << from << " on are outside the "
          << totals[i] << " " << what << " of this value";
      report.error(c.e, text);
      return std::nullopt;
    }
    if (of[i] == Range::Last)
      starts[i] = shift(c.e, BO_Sub, extent(c.e, totals[i]), extent(c.e, lengths[i]));
    if (!starts[i])
      starts[i] = integer(c.e, 0);
  }
  return Part{starts[0], starts[1], lengths[0], lengths[1]};
}

//===-- Reading and replacing ---------------------------------------------===//

Value FunctionImporter::part(const Expr *e, Value whole, const Part &p) {
  if (p.isDiagonal) {
    Part square = p;
    square.isDiagonal = false;
    Value v = part(e, whole, square);
    return !v || mx::isScalar(v) ? v : make<mx::DiagonalOp>(e, v);
  }
  mlir::Type type = shaped(p.rows, p.cols, mx::elementType(whole.getType()));
  if (type == whole.getType())
    return whole;
  if (mx::isScalar(whole)) {
    sizes.unify(p.rows, sizes.number(1));
    sizes.unify(p.cols, sizes.number(1));
    return whole;
  }
  if (isa<FloatType>(type))
    return make<mx::ElementOp>(e, whole, p.row, p.col);
  return make<mx::SliceOp>(e, type, whole, p.row, p.col);
}

Value FunctionImporter::withPart(const Expr *e, Value whole, const Part &p, Value value) {
  if (p.isDiagonal) {
    Part square = p;
    square.isDiagonal = false;
    Value block = part(e, whole, square);
    if (!block || mx::isScalar(block))
      return block ? withPart(e, whole, square, value) : block;
    // block ∘ (1 − I) + diag(value)
    FloatType element = mx::elementType(block.getType());
    Value ones = fill(e, constant(e, 1, element), p.rows, p.rows);
    Value identity = make<mx::IdentityOp>(e, block.getType());
    Value off = hadamard(e, block, add(e, ones, negate(e, identity)));
    Value column = this->column(e, value);
    return withPart(e, whole, square, add(e, off, make<mx::DiagOp>(e, column)));
  }
  if (mx::isScalar(whole) ||
      shaped(p.rows, p.cols, mx::elementType(whole.getType())) == whole.getType())
    return value;
  return make<mx::InsertOp>(e, value, whole, p.row, p.col);
}

Value importPart(FunctionImporter &im, const Call &c) {
  std::optional<Part> p = im.partOf(c, im.rowsOf(c.self), im.colsOf(c.self));
  return p ? im.part(c.e, c.self, *p) : Value();
}

} // namespace delgen
