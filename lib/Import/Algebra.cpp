//===- Algebra.cpp - What the operations of Eigen are made of -------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using clang::Expr;

namespace delgen {

Location FunctionImporter::locationOf(clang::SourceLocation location) {
  const clang::SourceManager &sources = ast.getSourceManager();
  clang::PresumedLoc place = sources.getPresumedLoc(sources.getFileLoc(location));
  if (place.isInvalid())
    return b.getUnknownLoc();
  return FileLineColLoc::get(context, place.getFilename(), place.getLine(), place.getColumn());
}

//===-- Shapes ------------------------------------------------------------===//

Type FunctionImporter::shaped(mx::Size rows, mx::Size cols, FloatType element) {
  return mx::shaped(sizes.resolve(rows), sizes.resolve(cols), element);
}

mx::Size FunctionImporter::rowsOf(Value v) { return sizes.resolve(mx::rowsOf(v.getType())); }
mx::Size FunctionImporter::colsOf(Value v) { return sizes.resolve(mx::colsOf(v.getType())); }

std::string FunctionImporter::shapeOf(Value v) {
  std::string text;
  llvm::raw_string_ostream(text) << rowsOf(v) << " x " << colsOf(v);
  return text;
}

static std::string cannotAgree(mx::Size a, mx::Size b) {
  std::string text;
  llvm::raw_string_ostream(text) << "sizes " << a << " and " << b << " cannot agree";
  return text;
}

bool FunctionImporter::agree(const Expr *e, mx::Size x, mx::Size y, const llvm::Twine &why) {
  if (sizes.unify(x, y))
    return true;
  report.error(e, cannotAgree(sizes.resolve(x), sizes.resolve(y)) + ": " + why);
  return false;
}

bool FunctionImporter::agree(const Expr *e, Value x, Value y, llvm::StringRef left,
                             llvm::StringRef right) {
  std::string why = (left + " is " + shapeOf(x) + ", " + right + " " + shapeOf(y)).str();
  return agree(e, rowsOf(x), rowsOf(y), why) && agree(e, colsOf(x), colsOf(y), why);
}

bool FunctionImporter::mustBeScalar(const Expr *e, Value v) {
  std::string why = "a scalar is 1 x 1, this is " + shapeOf(v);
  mx::Size one = sizes.number(1);
  return agree(e, rowsOf(v), one, why) && agree(e, colsOf(v), one, why);
}

bool FunctionImporter::mustBeSquare(const Expr *e, Value v, llvm::StringRef name) {
  return agree(e, rowsOf(v), colsOf(v),
               name + "() is supported for square matrices only, this is " + shapeOf(v));
}

bool FunctionImporter::sameElements(const Expr *e, Value x, Value y) {
  if (mx::elementType(x.getType()) == mx::elementType(y.getType()))
    return true;
  report.error(e, "float and double are mixed; convert one of them with .cast<double>() or "
                  ".cast<float>()");
  return false;
}

//===-- Operations --------------------------------------------------------===//

Value FunctionImporter::constant(const Expr *e, double number, FloatType element) {
  if (element.isF32())
    number = static_cast<float>(number);
  return mx::ConstantOp::create(b, locationOf(e), element, b.getF64FloatAttr(number));
}

Value FunctionImporter::add(const Expr *e, Value x, Value y) {
  if (!agree(e, x, y) || !sameElements(e, x, y))
    return {};
  return mx::AddOp::create(b, locationOf(e), ValueRange{x, y});
}

Value FunctionImporter::multiply(const Expr *e, ValueRange factors) {
  return mx::MulOp::create(b, locationOf(e), factors);
}

Value FunctionImporter::hadamard(const Expr *e, Value x, Value y) {
  if (!agree(e, x, y) || !sameElements(e, x, y))
    return {};
  if (mx::isScalar(x) || mx::isScalar(y))
    return multiply(e, {x, y});
  return mx::HadamardOp::create(b, locationOf(e), ValueRange{x, y});
}

Value FunctionImporter::negate(const Expr *e, Value x) {
  return multiply(e, {constant(e, -1, mx::elementType(x.getType())), x});
}

Value FunctionImporter::power(const Expr *e, Value x, double exponent) {
  return mx::PowOp::create(b, locationOf(e), x, b.getF64FloatAttr(exponent));
}

Value FunctionImporter::map(const Expr *e, llvm::StringRef name, Value x) {
  return mx::MapOp::create(b, locationOf(e), x, b.getStringAttr(name));
}

Value FunctionImporter::inner(const Expr *e, Value x, Value y) {
  if (!agree(e, x, y) || !sameElements(e, x, y))
    return {};
  if (mx::isScalar(x) || mx::isScalar(y))
    return multiply(e, {x, y});
  return mx::InnerOp::create(b, locationOf(e), x, y);
}

Value FunctionImporter::transpose(const Expr *e, Value x) {
  return mx::isScalar(x) ? x : mx::TransposeOp::create(b, locationOf(e), x).getResult();
}

Value FunctionImporter::column(const Expr *e, Value vector) {
  auto type = dyn_cast<mx::MatrixType>(vector.getType());
  return type && type.isRow() ? transpose(e, vector) : vector;
}

Value FunctionImporter::fill(const Expr *e, Value scalar, mx::Size rows, mx::Size cols) {
  Type type = shaped(rows, cols, mx::elementType(scalar.getType()));
  if (type == scalar.getType())
    return scalar;
  return mx::FillOp::create(b, locationOf(e), type, scalar);
}

Value FunctionImporter::toElement(const Expr *e, Value v, FloatType element) {
  if (v.getType().isIndex()) {
    if (auto number = v.getDefiningOp<arith::ConstantIndexOp>()) {
      const int64_t n = number.value(); // rounded once
      return constant(e, element.isF32() ? static_cast<float>(n) : static_cast<double>(n), element);
    }
    return mx::RealOp::create(b, locationOf(e), element, v);
  }
  if (mx::elementType(v.getType()) == element)
    return v;
  if (auto number = v.getDefiningOp<mx::ConstantOp>())
    return constant(e, number.number(), element);
  return mx::CastOp::create(b, locationOf(e), shaped(rowsOf(v), colsOf(v), element), v);
}

bool FunctionImporter::isInside(const Expr *e, Value index, mx::Size size, llvm::StringRef what) {
  auto number = index.getDefiningOp<arith::ConstantIndexOp>();
  if (!number || (number.value() >= 0 && !(size.isNumber() && number.value() >= size.number())))
    return true;
  std::string text;
  llvm::raw_string_ostream(text) << "index " << number.value() << " is outside the " << size << " "
                                 << what << " of this value";
  report.error(e, text);
  return false;
}

Value FunctionImporter::element(const Expr *e, Value matrix, Value row, Value col) {
  if (!isInside(e, row, rowsOf(matrix), "rows") || !isInside(e, col, colsOf(matrix), "columns"))
    return {};
  if (mx::isScalar(matrix))
    return matrix;
  return mx::ElementOp::create(b, locationOf(e), matrix, row, col);
}

void FunctionImporter::addKink(const Expr *e, Value argument, Value result,
                               const llvm::Twine &text) {
  kinks.push_back({argument, result, e->getExprLoc(), e->getSourceRange(), text.str()});
}

void FunctionImporter::addKinkAtZero(const Expr *e, Value argument, Value result,
                                     llvm::StringRef name, llvm::StringRef what) {
  addKink(e, argument, result,
          name + "() is not differentiable where " + what + " is 0; derivatives there are NaN");
}

Value FunctionImporter::normalized(const Expr *e, Value x, llvm::StringRef name) {
  Value y = multiply(e, {power(e, inner(e, x, x), -0.5), x});
  addKinkAtZero(e, x, y, name);
  return y;
}

} // namespace delgen
