//===- Parts.cpp - Parts of matrices, and matrices made of parts ----------===//
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
                        [&](BlockArgument argument) -> std::optional<mx::Size> {
                          const ParmVarDecl *declaration =
                              function->getParamDecl(argument.getArgNumber());
                          return sizes.getInteger(declaration, declaration->getName());
                        });
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
  int64_t k = 0;
  auto *method = cast<FunctionDecl>(c.callee);
  if (const TemplateArgumentList *arguments = method->getTemplateSpecializationArgs()) {
    if (arguments->size() == 1 && arguments->get(0).getKind() == TemplateArgument::Integral)
      k = arguments->get(0).getAsIntegral().getSExtValue();
  } else if (!c.args.empty()) {
    Value v = im.expression(c.args[0]);
    auto number = v ? v.getDefiningOp<arith::ConstantIndexOp>() : arith::ConstantIndexOp();
    if (v && !number)
      im.refuse(c.args[0], "which diagonal it is must be known while compiling");
    if (!number)
      return std::nullopt;
    k = number.value();
  }
  Value zero = im.integer(c.e, 0);
  if (k == 0 && !(rows.isNumber() && cols.isNumber())) {
    const std::string why = "diagonal() is supported for square matrices only where a size is not "
                            "known while compiling; take it of a block";
    if (!im.agree(c.e, rows, cols, why))
      return std::nullopt;
    return Part{zero, zero, rows, rows, true};
  }
  Part p{im.integer(c.e, std::max<int64_t>(0, -k)), im.integer(c.e, std::max<int64_t>(0, k)), rows,
         cols, true};
  if (rows.isNumber() && cols.isNumber()) {
    const int64_t length =
        std::min(rows.number() + std::min<int64_t>(0, k), cols.number() - std::max<int64_t>(0, k));
    if (length <= 0) {
      im.refuse(c.e, "this matrix has no such diagonal");
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
    const std::string why = "this is a part of a value with one entry";
    if (!agree(e, p.rows, sizes.number(1), why) || !agree(e, p.cols, sizes.number(1), why))
      return {};
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

//===-- Matrices made of parts --------------------------------------------===//

bool FunctionImporter::settleLayout(llvm::ArrayRef<Value> blocks, mx::Size rows, mx::Size cols) {
  using Equations = llvm::SmallVector<std::pair<mx::Size, mx::Size>>;
  // False where the two cannot be equal: sizes are not 0, and no size is taken to be a number.
  auto mayBeEqual = [](const mx::Affine &a, const mx::Affine &b, Equations &equations) {
    const mx::Affine d = a - b;
    auto atoms = d.atoms();
    if (atoms.empty())
      return d.is(0);
    auto hasSign = [&](int64_t sign) {
      return d.offset() * sign >= 0 && llvm::all_of(atoms, [&](const auto &a) {
               return a.first.size && a.second * sign > 0;
             });
    };
    if (atoms.size() == 1 || hasSign(1) || hasSign(-1))
      return false;
    if (atoms.size() == 2 && d.offset() == 0 && atoms[0].second + atoms[1].second == 0 &&
        atoms[0].first.size && atoms[1].first.size)
      equations.emplace_back(*atoms[0].first.size, *atoms[1].first.size);
    return true;
  };
  const size_t count = blocks.size();
  if (count > 10)
    return false;
  llvm::SmallVector<Equations> possible;
  // Bit i says that a row of blocks ends behind block i.
  for (unsigned ends = 1u << (count - 1); ends < 1u << count; ++ends) {
    Equations equations;
    mx::Affine width(0), height(0), down(0);
    bool isGood = true, isFirst = true;
    for (size_t i = 0; i < count && isGood; ++i) {
      const mx::Affine own = affine(rowsOf(blocks[i]));
      isGood = isFirst || mayBeEqual(own, height, equations);
      if (std::exchange(isFirst, false))
        height = own;
      width = width + affine(colsOf(blocks[i]));
      if (!(ends >> i & 1))
        continue;
      isGood &= mayBeEqual(width, affine(cols), equations);
      down = down + height;
      width = 0;
      isFirst = true;
    }
    if (isGood && mayBeEqual(down, affine(rows), equations))
      possible.push_back(equations);
  }
  if (possible.size() != 1 || possible.front().empty())
    return false;
  for (auto [a, b] : possible.front())
    sizes.unify(a, b);
  return true;
}

Value FunctionImporter::tiled(const Expr *e, llvm::ArrayRef<const Expr *> items, mx::Size rows,
                              mx::Size cols, FloatType element) {
  llvm::SmallVector<Value> blocks, rowPlaces, colPlaces;
  Value row = integer(e, 0), col = row;
  const mx::Affine width = affine(cols), height = affine(rows);
  mx::Affine down(0), right(0);
  mx::Size panel = sizes.number(0); // height of the blocks beside each other
  bool isGood = true;
  // All of them first, since any may say more about the sizes of the others.
  llvm::SmallVector<Value> values;
  for (const Expr *item : items) {
    const bool isNumber = item->getType()->isArithmeticType();
    Value v = isNumber ? real(item, element) : expression(item);
    if (v && mx::elementType(v.getType()) != element)
      v = refuse(item, "float and double are mixed; convert one of them with .cast<double>() or "
                       ".cast<float>()");
    isGood &= bool(v);
    values.push_back(v);
  }
  if (!isGood)
    return {};
  for (auto [item, v] : llvm::zip(items, values)) {
    const std::string why = "this block is " + shapeOf(v);
    if ((cols.is(1) && !agree(item, colsOf(v), cols, why)) ||
        (rows.is(1) && !agree(item, rowsOf(v), rows, why))) {
      isGood = false;
      continue;
    }
    // A row of blocks is complete where it is as wide as the matrix.
    const bool isComplete = !blocks.empty() && right == width;
    if (isComplete) {
      down = down + affine(panel);
      row = shift(item, BO_Add, row, extent(item, panel));
      col = integer(item, 0);
      right = 0;
    } else if (!blocks.empty() && !rows.is(1)) {
      std::optional<int64_t> left = (width - right).number();
      if (!left) {
        // Another attempt may tell; what follows may say more about the sizes, too.
        if (!settleLayout(values, rows, cols))
          refuse(item,
                 "the sizes of these blocks do not tell where a row of blocks ends; assign the "
                 "blocks one by one");
        return fill(e, constant(e, 0, element), rows, cols);
      }
      if (*left < 0)
        return refuse(item, "the blocks before this one are wider than the matrix");
    }
    if (blocks.empty() || isComplete)
      panel = rowsOf(v);
    else if (!agree(item, rowsOf(v), panel, why + ", and beside another"))
      isGood = false;
    blocks.push_back(v);
    rowPlaces.push_back(row);
    colPlaces.push_back(col);
    right = right + affine(colsOf(v));
    col = shift(item, BO_Add, col, extent(item, colsOf(v)));
    isGood &= row && col;
    if (!isGood)
      return {};
  }
  if (!isGood)
    return {};
  auto difference = [](const mx::Affine &a, const mx::Affine &b) {
    std::optional<int64_t> n = (a - b).number();
    return n && *n != 0;
  };
  if (difference(down + affine(panel), height) || difference(right, width)) {
    std::string text;
    llvm::raw_string_ostream(text) << "these entries do not fill a " << sizes.resolve(rows) << " x "
                                   << sizes.resolve(cols) << " matrix";
    return refuse(e, text);
  }
  mlir::Type type = shaped(rows, cols, element);
  if (blocks.size() == 1 && blocks.front().getType() == type)
    return blocks.front();
  if (isa<FloatType>(type))
    return blocks.front();
  return make<mx::AssembleOp>(e, type, blocks, rowPlaces, colPlaces);
}

std::optional<std::pair<mx::Size, mx::Size>> FunctionImporter::shapeOfNew(const Expr *init,
                                                                          const EigenType &type) {
  auto known = [&](std::optional<int64_t> n) {
    return n ? std::optional<mx::Size>(sizes.number(*n)) : std::nullopt;
  };
  std::optional<mx::Size> rows = known(type.rows), cols = known(type.cols);
  auto *construct = init ? dyn_cast<CXXConstructExpr>(init->IgnoreImplicit()) : nullptr;
  llvm::SmallVector<const Expr *> args;
  if (construct)
    for (const Expr *argument : construct->arguments())
      if (!isa<CXXDefaultArgExpr>(argument))
        args.push_back(argument);
  auto given = [&](const Expr *argument, std::optional<mx::Size> &size) {
    std::optional<mx::Size> n = sizeFrom(argument, expression(argument));
    if (!n || (size && !agree(argument, *size, *n, "the type has a size already")))
      return false;
    size = n;
    return true;
  };
  if (args.size() == 1 && !given(args[0], type.cols == 1 ? rows : cols))
    return std::nullopt;
  if (args.size() == 2 && (!given(args[0], rows) || !given(args[1], cols)))
    return std::nullopt;
  if (!rows || !cols)
    return std::nullopt;
  return std::pair(*rows, *cols);
}

//===-- The same entries elsewhere ----------------------------------------===//

Value importReverse(FunctionImporter &im, const Call &c) {
  if (mx::isScalar(c.self))
    return c.self;
  // x.rowwise().reverse() turns every row round.
  auto *inner = dyn_cast<CXXMemberCallExpr>(c.object->IgnoreParenImpCasts());
  llvm::StringRef way;
  if (inner && inner->getMethodDecl() && inner->getMethodDecl()->getDeclName().isIdentifier())
    way = inner->getMethodDecl()->getName();
  auto flag = [&](bool isSet) { return BoolAttr::get(c.self.getContext(), isSet); };
  return im.make<mx::ReverseOp>(c.e, c.self, flag(way != "rowwise"), flag(way != "colwise"));
}

Value importReshaped(FunctionImporter &im, const Call &c) {
  if (const TemplateArgumentList *arguments = c.callee->getTemplateSpecializationArgs())
    for (const TemplateArgument &a : arguments->asArray())
      if (a.getKind() == TemplateArgument::Integral && a.getAsIntegral() != 0)
        return im.refuse(c.e, "reshaped() is supported column by column only");
  mx::Size rows = im.sizes.number(1), cols = rows;
  if (c.args.empty()) {
    std::optional<mx::Size> size = im.sizeFrom(c.e, im.entryCount(c.e, c.self));
    if (!size)
      return {};
    rows = *size;
  } else {
    std::optional<EigenType> result = eigenType(im.ast, c.e->getType());
    auto size = [&](unsigned i) -> std::optional<mx::Size> {
      const std::optional<int64_t> known = !result  ? std::nullopt
                                           : i == 0 ? result->rows
                                                    : result->cols;
      if (known)
        return im.sizes.number(*known);
      // AutoSize is an enumerator.
      if (!c.args[i]->getType()->isIntegerType() ||
          c.args[i]->IgnoreImplicit()->getType()->isEnumeralType()) {
        im.refuse(c.args[i], "reshaped() needs both sizes as integers");
        return std::nullopt;
      }
      Value v = im.expression(c.args[i]);
      return v ? im.sizeFrom(c.args[i], v) : std::nullopt;
    };
    std::optional<mx::Size> m = size(0), n = size(1);
    if (!m || !n)
      return {};
    rows = *m;
    cols = *n;
  }
  const mx::Size own[] = {im.rowsOf(c.self), im.colsOf(c.self)};
  const bool areNumbers =
      rows.isNumber() && cols.isNumber() && own[0].isNumber() && own[1].isNumber();
  if (areNumbers && rows.number() * cols.number() != own[0].number() * own[1].number())
    return im.refuse(c.e,
                     "reshaped() keeps the number of entries: this value is " + im.shapeOf(c.self));
  mlir::Type type = im.shaped(rows, cols, mx::elementType(c.self.getType()));
  if (type == c.self.getType())
    return c.self;
  if (isa<FloatType>(type) || mx::isScalar(c.self))
    return im.mustBeScalar(c.e, c.self) ? c.self : Value();
  return im.make<mx::ReshapeOp>(c.e, type, c.self);
}

Value importReplicate(FunctionImporter &im, const Call &c) {
  std::optional<mx::Size> counts[2];
  if (const TemplateArgumentList *arguments = c.callee->getTemplateSpecializationArgs();
      arguments && c.args.empty()) {
    for (unsigned i = 0; i < 2 && i < arguments->size(); ++i)
      counts[i] = im.sizes.number(arguments->get(i).getAsIntegral().getSExtValue());
  } else if (c.args.size() == 2) {
    for (unsigned i = 0; i < 2; ++i)
      if (Value v = im.expression(c.args[i]))
        counts[i] = im.sizeFrom(c.args[i], v);
  }
  if (!counts[0] || !counts[1])
    return {};
  FloatType element = mx::elementType(c.self.getType());
  mx::Size one = im.sizes.number(1);
  auto ones = [&](mx::Size rows, mx::Size cols) {
    return im.fill(c.e, im.constant(c.e, 1, element), rows, cols);
  };
  if (mx::isScalar(c.self))
    return im.fill(c.e, c.self, *counts[0], *counts[1]);
  const bool isColumn = im.colsOf(c.self).is(1), isRow = im.rowsOf(c.self).is(1);
  if (isColumn && counts[0]->is(1))
    return counts[1]->is(1) ? c.self : im.multiply(c.e, {c.self, ones(one, *counts[1])});
  if (isRow && counts[1]->is(1))
    return counts[0]->is(1) ? c.self : im.multiply(c.e, {ones(*counts[0], one), c.self});
  return im.refuse(c.e, "replicate() is supported for a column beside itself, replicate(1, n), and "
                        "for a row below itself, replicate(n, 1), only");
}

Value importHomogeneous(FunctionImporter &im, const Call &c) {
  const bool isRow = im.rowsOf(c.self).is(1) && !im.colsOf(c.self).is(1);
  if (!isRow && !im.agree(c.e, im.colsOf(c.self), im.sizes.number(1),
                          "homogeneous() is supported for vectors only"))
    return {};
  Value zero = im.integer(c.e, 0);
  Value length = im.extent(c.e, isRow ? im.colsOf(c.self) : im.rowsOf(c.self));
  std::optional<mx::Size> size =
      im.sizeFrom(c.e, im.shift(c.e, BO_Add, length, im.integer(c.e, 1)));
  if (!size)
    return {};
  FloatType element = mx::elementType(c.self.getType());
  mx::Size one = im.sizes.number(1);
  mlir::Type type = im.shaped(isRow ? one : *size, isRow ? *size : one, element);
  llvm::SmallVector<Value> blocks = {c.self, im.constant(c.e, 1, element)};
  llvm::SmallVector<Value> along = {zero, length}, across = {zero, zero};
  return im.make<mx::AssembleOp>(c.e, type, blocks, isRow ? across : along, isRow ? along : across);
}

Value importHnormalized(FunctionImporter &im, const Call &c) {
  const bool isRow = im.rowsOf(c.self).is(1) && !im.colsOf(c.self).is(1);
  if (!isRow && !im.agree(c.e, im.colsOf(c.self), im.sizes.number(1),
                          "hnormalized() is supported for vectors only"))
    return {};
  Value zero = im.integer(c.e, 0);
  Value last = im.shift(c.e, BO_Sub, im.extent(c.e, isRow ? im.colsOf(c.self) : im.rowsOf(c.self)),
                        im.integer(c.e, 1));
  std::optional<mx::Size> size = last ? im.sizeFrom(c.e, last) : std::nullopt;
  if (!size)
    return {};
  mx::Size one = im.sizes.number(1);
  Part head{zero, zero, isRow ? one : *size, isRow ? *size : one};
  Part end{isRow ? zero : last, isRow ? last : zero, one, one};
  Value above = im.part(c.e, c.self, head), below = im.part(c.e, c.self, end);
  return above && below ? im.multiply(c.e, {im.power(c.e, below, -1), above}) : Value();
}

} // namespace delgen
