//===- Mx.cpp - The dialect of matrix expressions -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Mx.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace delgen::mx;

#include "delgen/Mx/MxDialect.cpp.inc"
#define GET_TYPEDEF_CLASSES
#include "delgen/Mx/MxInterfaces.cpp.inc"
#include "delgen/Mx/MxTypes.cpp.inc"
#define GET_OP_CLASSES
#include "delgen/Mx/MxOps.cpp.inc"

void MxDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "delgen/Mx/MxTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "delgen/Mx/MxOps.cpp.inc"
      >();
}

//===-- Sizes and the matrix type -----------------------------------------===//

Size Size::number(MLIRContext *context, int64_t n) {
  return Size(IntegerAttr::get(IntegerType::get(context, 64), n));
}

Size Size::symbol(MLIRContext *context, StringRef name) {
  return Size(StringAttr::get(context, name));
}

llvm::raw_ostream &delgen::mx::operator<<(llvm::raw_ostream &os, Size size) {
  return size.isNumber() ? os << size.number() : os << size.symbol();
}

Diagnostic &delgen::mx::operator<<(Diagnostic &diagnostic, Size size) {
  return size.isNumber() ? diagnostic << size.number() : diagnostic << size.symbol();
}

static ParseResult parseSize(AsmParser &parser, Size &size) {
  int64_t n = 0;
  OptionalParseResult number = parser.parseOptionalInteger(n);
  if (number.has_value()) {
    if (failed(*number))
      return failure();
    if (n < 0)
      return parser.emitError(parser.getCurrentLocation(), "a size is not negative");
    size = Size::number(parser.getContext(), n);
    return success();
  }
  StringRef name;
  if (parser.parseKeyword(&name))
    return failure();
  size = Size::symbol(parser.getContext(), name);
  return success();
}

Type MatrixType::parse(AsmParser &parser) {
  Size rows, cols;
  FloatType element;
  if (parser.parseLess() || parseSize(parser, rows) || parser.parseKeyword("x") ||
      parseSize(parser, cols) || parser.parseComma() || parser.parseType(element) ||
      parser.parseGreater())
    return {};
  return parser.getChecked<MatrixType>(parser.getContext(), rows, cols, element);
}

LogicalResult MatrixType::verify(function_ref<InFlightDiagnostic()> emitError, Size rows, Size cols,
                                 FloatType element) {
  if (rows.is(1) && cols.is(1))
    return emitError() << "a 1 x 1 matrix is a scalar: write " << element;
  if (!element.isF32() && !element.isF64())
    return emitError() << "entries are f32 or f64, not " << element;
  return success();
}

void MatrixType::print(AsmPrinter &printer) const {
  printer.getStream() << '<' << getRows() << " x " << getCols() << ", ";
  printer << getElement() << '>';
}

//===-- The table of element-wise functions -------------------------------===//

const Function *delgen::mx::lookupFunction(StringRef name) {
  const auto *row =
      llvm::find_if(MapOp::table(), [&](const Function &f) { return f.name == name; });
  return row == MapOp::table().end() ? nullptr : row;
}

const Factorization *delgen::mx::lookupFactorization(StringRef name) {
  const auto *row =
      llvm::find_if(FactorizeOp::table(), [&](const Factorization &f) { return f.name == name; });
  return row == FactorizeOp::table().end() ? nullptr : row;
}

//===-- Verifiers ---------------------------------------------------------===//

static LogicalResult verifySquare(Operation *op) {
  Type type = op->getOperand(0).getType();
  if (rowsOf(type) != colsOf(type))
    return op->emitOpError("takes a square matrix, not ") << type;
  return success();
}

/// Without it two constants of one type are one to MLIR's folder.
OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }

LogicalResult AddOp::verify() {
  if (getTerms().empty())
    return emitOpError("needs a term");
  for (Value term : getTerms())
    if (term.getType() != getType())
      return emitOpError("adds shapes that differ: ") << term.getType() << " and " << getType();
  return success();
}

LogicalResult HadamardOp::verify() {
  if (getFactors().empty())
    return emitOpError("needs a factor");
  for (Value factor : getFactors())
    if (factor.getType() != getType())
      return emitOpError("multiplies shapes that differ: ")
             << factor.getType() << " and " << getType();
  return success();
}

LogicalResult MulOp::verify() {
  if (getFactors().empty())
    return emitOpError("needs a factor");
  std::optional<Size> inner;
  for (Value factor : getFactors()) {
    if (elementType(factor.getType()) != elementType(getType()))
      return emitOpError("multiplies different element types");
    auto matrix = dyn_cast<MatrixType>(factor.getType());
    if (!matrix)
      continue;
    if (inner && *inner != matrix.getRows())
      return emitOpError("multiplies matrices whose inner sizes differ: ")
             << *inner << " and " << matrix.getRows();
    inner = matrix.getCols();
  }
  return success();
}

LogicalResult TraceOp::verify() { return verifySquare(*this); }
LogicalResult DiagonalOp::verify() { return verifySquare(*this); }

LogicalResult DiagOp::verify() {
  if (!isVector(getA()))
    return emitOpError("takes a vector, not ") << getA().getType();
  return success();
}

LogicalResult FillOp::verify() {
  if (elementType(getType()) != getA().getType())
    return emitOpError("fills ") << getType() << " with " << getA().getType();
  return success();
}

/// For a function of two values entry by entry.
static LogicalResult verifySameShape(Operation *op) {
  Type a = op->getOperand(0).getType(), b = op->getOperand(1).getType();
  if (a != b)
    return op->emitOpError("takes two values of one shape, not ") << a << " and " << b;
  return success();
}

/// For matrices of which each has an entry for one of the first.
static LogicalResult verifyShapesOfOperands(Operation *op) {
  Type first = op->getOperand(0).getType();
  for (Type other : op->getOperandTypes())
    if (other != first)
      return op->emitOpError("takes matrices of one shape, not ") << first << " and " << other;
  return success();
}

LogicalResult PowerOp::verify() {
  Type a = getA().getType(), b = getB().getType();
  if (a != b && elementType(a) != b)
    return emitOpError("raises ") << a << " to " << b;
  return success();
}

LogicalResult Atan2Op::verify() { return verifySameShape(*this); }
LogicalResult HypotOp::verify() { return verifySameShape(*this); }
LogicalResult MaxOp::verify() { return verifySameShape(*this); }
LogicalResult MinOp::verify() { return verifySameShape(*this); }
LogicalResult CompareOp::verify() {
  if (!llvm::is_contained({"lt", "le", "gt", "ge", "eq", "ne"}, getRelation()))
    return emitOpError("knows no relation '") << getRelation() << "'";
  return verifySameShape(*this);
}

LogicalResult SelectOp::verify() {
  if (getA().getType() != getB().getType() || getA().getType() != getCondition().getType())
    return emitOpError("takes a condition and two values of one shape, not ")
           << getCondition().getType() << ", " << getA().getType() << " and " << getB().getType();
  return success();
}

LogicalResult PolygammaOp::verify() {
  if (order() < -1)
    return emitOpError("has an order of at least -1, not ") << order();
  return success();
}

/// True where a block of the first shape may lie in a matrix of the second.
static bool fitsInside(Type block, Type matrix) {
  auto fits = [](Size inner, Size outer) {
    return !inner.isNumber() || !outer.isNumber() || inner.number() <= outer.number();
  };
  return fits(rowsOf(block), rowsOf(matrix)) && fits(colsOf(block), colsOf(matrix)) &&
         elementType(block) == elementType(matrix);
}

LogicalResult SliceOp::verify() {
  if (!fitsInside(getType(), getA().getType()))
    return emitOpError("takes ") << getType() << " from " << getA().getType();
  return success();
}

LogicalResult AssembleOp::verify() {
  if (getBlocks().empty())
    return emitOpError("needs a block");
  for (Value block : getBlocks())
    if (!fitsInside(block.getType(), getType()))
      return emitOpError("puts ") << block.getType() << " into " << getType();
  return success();
}

LogicalResult InsertOp::verify() {
  if (!fitsInside(getA().getType(), getB().getType()))
    return emitOpError("puts ") << getA().getType() << " into " << getB().getType();
  return success();
}

/// For an operation that reduces all entries, each row or each column.
static LogicalResult verifyReduction(Operation *op) {
  Type from = op->getOperand(0).getType(), to = op->getResult(0).getType();
  auto keepsOrDrops = [](Size kept, Size size) { return kept.is(1) || kept == size; };
  if (!keepsOrDrops(rowsOf(to), rowsOf(from)) || !keepsOrDrops(colsOf(to), colsOf(from)) ||
      elementType(to) != elementType(from))
    return op->emitOpError("reduces ") << from << " to " << to;
  return verifyShapesOfOperands(op);
}

/// For an operation whose attribute `over` says what it runs over.
static LogicalResult verifyOver(Operation *op) {
  StringRef over = op->getAttrOfType<StringAttr>("over").getValue();
  if (!overCalled(over))
    return op->emitOpError("runs over all, rows or cols, not over '") << over << "'";
  return success();
}

/// For an operation whose attribute `extremum` says which it looks for.
static LogicalResult verifyExtremum(Operation *op) {
  StringRef extremum = op->getAttrOfType<StringAttr>("extremum").getValue();
  if (extremum != "max" && extremum != "min")
    return op->emitOpError("picks at the max or min, not at '") << extremum << "'";
  return success();
}

LogicalResult ProdOp::verify() { return verifyReduction(*this); }
LogicalResult PickOp::verify() {
  return failed(verifyExtremum(*this)) ? failure() : verifyReduction(*this);
}
LogicalResult ExtremalOp::verify() {
  return failed(verifyExtremum(*this)) ? failure() : verifyOver(*this);
}
LogicalResult ProdOthersOp::verify() {
  return failed(verifyOver(*this)) ? failure() : verifyShapesOfOperands(*this);
}

/// True where the blocks of `whole`, each as large as `block`, may be as many as `count` has
/// entries.
static bool isMadeOf(Type whole, Type count, Type block) {
  auto fits = [](Size all, Size outer, Size inner) {
    return !all.isNumber() || !outer.isNumber() || !inner.isNumber() ||
           all.number() == outer.number() * inner.number();
  };
  return fits(rowsOf(whole), rowsOf(count), rowsOf(block)) &&
         fits(colsOf(whole), colsOf(count), colsOf(block)) &&
         elementType(whole) == elementType(count) && elementType(whole) == elementType(block);
}

static LogicalResult verifyBlocks(Operation *op, Value whole, Value count, Value block) {
  if (isMadeOf(whole.getType(), count.getType(), block.getType()))
    return success();
  return op->emitOpError("has ") << whole.getType() << " for blocks of " << block.getType()
                                 << ", one for each entry of " << count.getType();
}

LogicalResult KronOp::verify() { return verifyBlocks(*this, getY(), getA(), getB()); }
LogicalResult BlockInnerOp::verify() { return verifyBlocks(*this, getA(), getY(), getB()); }
LogicalResult BlockSumOp::verify() { return verifyBlocks(*this, getB(), getA(), getY()); }

LogicalResult CrossOp::verify() {
  auto type = cast<MatrixType>(getType());
  if (!(type.isColumn() && type.getRows().is(3)) && !(type.isRow() && type.getCols().is(3)))
    return emitOpError("takes vectors of three entries, not ") << type;
  return verifySameShape(*this);
}

static LogicalResult verifyKind(Operation *op) {
  StringRef kind = op->getAttrOfType<StringAttr>("kind").getValue();
  const Factorization *row = lookupFactorization(kind);
  if (!row)
    return op->emitOpError("names no row of Factorization.td: '") << kind << "'";
  Type a = op->getOperand(0).getType();
  if (rowsOf(a) != colsOf(a) && !row->isRectangular)
    return op->emitOpError("takes a square matrix, not ") << a;
  return success();
}

LogicalResult InverseOp::verify() { return verifyKind(*this); }
LogicalResult DetOp::verify() {
  return failed(verifyKind(*this)) ? failure() : verifySquare(*this);
}
LogicalResult LogDetOp::verify() {
  return failed(verifyKind(*this)) ? failure() : verifySquare(*this);
}
LogicalResult FactorizeOp::verify() { return verifyKind(*this); }
LogicalResult SymmetricOp::verify() { return verifySquare(*this); }
LogicalResult CholeskyOp::verify() { return verifySquare(*this); }
LogicalResult EigenvaluesOp::verify() { return verifySquare(*this); }
LogicalResult EigenvectorsOp::verify() { return verifySquare(*this); }
LogicalResult GapsOp::verify() {
  return isVector(getA()) ? success() : emitOpError("takes a vector");
}

LogicalResult MirrorOp::verify() { return verifySquare(*this); }

LogicalResult ColumnwiseOp::verify() {
  if (getColumns().empty())
    return emitOpError("needs a matrix of columns");
  for (Value columns : getColumns())
    if (colsOf(columns.getType()) != colsOf(getType()))
      return emitOpError("makes ") << getType() << " of the columns of " << columns.getType();
  if (getBody().getNumArguments() != getNumOperands())
    return emitOpError("has ") << getNumOperands() << " operands and a body that takes "
                               << getBody().getNumArguments();
  for (auto [other, argument] :
       llvm::zip(getOthers(), getBody().getArguments().drop_front(getColumns().size())))
    if (other.getType() != argument.getType())
      return emitOpError("passes ")
             << other.getType() << " to a body that takes " << argument.getType();
  for (auto [columns, argument] : llvm::zip(getColumns(), getBody().getArguments()))
    if (!isa<MatrixType, FloatType>(argument.getType()) ||
        elementType(columns.getType()) != elementType(argument.getType()))
      return emitOpError("passes a column of ")
             << columns.getType() << " to a body that takes " << argument.getType();
  if (auto yield = dyn_cast<YieldOp>(getBody().front().back());
      !yield || yield.getNumOperands() != 1)
    return emitOpError("has a body that yields nothing");
  return success();
}

LogicalResult InnerOp::verify() {
  if (getA().getType() != getB().getType())
    return emitOpError("takes two matrices of one shape, not ")
           << getA().getType() << " and " << getB().getType();
  return success();
}

LogicalResult CastOp::verify() {
  Type from = getA().getType(), to = getType();
  if (rowsOf(from) != rowsOf(to) || colsOf(from) != colsOf(to))
    return emitOpError("keeps the shape");
  return success();
}

LogicalResult MapOp::verify() {
  if (!lookupFunction(getFunction()))
    return emitOpError("names no row of ElementWise.td: '") << getFunction() << "'";
  return success();
}

LogicalResult CallOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto callee = symbols.lookupNearestSymbolFrom<func::FuncOp>(*this, getCalleeAttr());
  if (!callee)
    return emitOpError("calls an unknown function ") << getCalleeAttr();
  if (callee.getNumArguments() != getArgs().size())
    return emitOpError("passes ") << getArgs().size() << " arguments where " << getCalleeAttr()
                                  << " takes " << callee.getNumArguments();
  // One symbol of the callee stands for one size at each call.
  llvm::StringMap<Size> bound;
  auto agrees = [&](Size formal, Size actual) {
    return formal.isNumber() ? formal == actual
                             : bound.try_emplace(formal.symbol(), actual).first->second == actual;
  };
  auto fits = [&](Type formal, Type actual) {
    if (!isa<MatrixType, FloatType>(formal) || !isa<MatrixType, FloatType>(actual))
      return formal == actual;
    return elementType(formal) == elementType(actual) && agrees(rowsOf(formal), rowsOf(actual)) &&
           agrees(colsOf(formal), colsOf(actual));
  };
  for (auto [formal, actual] : llvm::zip(callee.getArgumentTypes(), getArgs().getTypes()))
    if (!fits(formal, actual))
      return emitOpError("passes ")
             << actual << " where " << getCalleeAttr() << " takes " << formal;
  if (callee.getNumResults() == 1 && !fits(callee.getResultTypes().front(), getType()))
    return emitOpError("returns ") << getType() << " where " << getCalleeAttr() << " returns "
                                   << callee.getResultTypes().front();
  return success();
}
