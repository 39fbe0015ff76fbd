//===- Operations.cpp - Which declarations of Eigen mean which operation --===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table at the end: a row is a declaration, by its class and name, and what it means.
// Element-wise functions have no rows: they are found by their name in the dialect's own
// table.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

#include <set>

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- Vectors and matrices ----------------------------------------------===//

static Value squaredNorm(FunctionImporter &im, const Call &c) {
  return im.inner(c.e, c.self, c.self);
}

static Value norm(FunctionImporter &im, const Call &c) {
  Value y = im.power(c.e, squaredNorm(im, c), 0.5);
  im.addKinkAtZero(c.e, c.self, y, c.name);
  return y;
}

static Value normalized(FunctionImporter &im, const Call &c) {
  return im.normalized(c.e, c.self, c.name);
}

static Value dot(FunctionImporter &im, const Call &c) {
  Value x = c.self, y = im.expression(c.args[0]);
  if (!y)
    return y;
  auto isVector = [&](const Expr *e) {
    std::optional<EigenType> type = eigenType(im.ast, e->getType());
    return type && type->isVector();
  };
  if (!isVector(c.object) || !isVector(c.args[0]))
    return im.refuse(c.e, "dot() takes two vectors; for matrices write a.cwiseProduct(b).sum()");
  return im.inner(c.e, im.column(c.e, x), im.column(c.e, y));
}

static Value sum(FunctionImporter &im, const Call &c) {
  return mx::isScalar(c.self) ? c.self : im.make<mx::SumOp>(c.e, c.self);
}

static Value mean(FunctionImporter &im, const Call &c) {
  Value count = im.toElement(c.e, im.entryCount(c.e, c.self), mx::elementType(c.self.getType()));
  return im.multiply(c.e, {im.power(c.e, count, -1), sum(im, c)});
}

static Value trace(FunctionImporter &im, const Call &c) {
  if (!im.mustBeSquare(c.e, c.self, "trace"))
    return {};
  return mx::isScalar(c.self) ? c.self : im.make<mx::TraceOp>(c.e, c.self);
}

static Value asDiagonal(FunctionImporter &im, const Call &c) {
  Value x = im.column(c.e, c.self);
  return mx::isScalar(x) ? x : im.make<mx::DiagOp>(c.e, x);
}

static Value cwiseQuotient(FunctionImporter &im, const Call &c) {
  Value y = im.expression(c.args[0]);
  return y ? im.hadamard(c.e, c.self, im.power(c.e, y, -1)) : y;
}

static Value cwiseProduct(FunctionImporter &im, const Call &c) {
  Value y = im.expression(c.args[0]);
  return y ? im.hadamard(c.e, c.self, y) : y;
}

static Value cast(FunctionImporter &im, const Call &c) {
  std::optional<EigenType> type = eigenType(im.ast, c.e->getType());
  FloatType element = type ? im.floatType(type->scalar) : FloatType();
  if (!element)
    return im.refuse(c.e, "cast() is supported to float and double only; compare with a number "
                          "where a condition is meant");
  return im.toElement(c.e, c.self, element);
}

//===-- Scalars -----------------------------------------------------------===//

static Value value(FunctionImporter &im, const Call &c) {
  return im.mustBeScalar(c.e, c.self) ? c.self : Value();
}

//===-- The table ---------------------------------------------------------===//

namespace {

/// Where an operation is declared. A method that an expression class declares again, such
/// as rows(), counts as one of DenseBase.
enum Owner : unsigned {
  Dense = 1,      // EigenBase, DenseBase, DenseCoeffsBase, DiagonalBase, expressions
  Matrix = 2,     // MatrixBase
  Array = 4,      // ArrayBase
  Free = 8,       // a function in namespace Eigen
  Symmetric = 16, // SelfAdjointEigenSolver, SelfAdjointView
  Any = Dense | Matrix | Array,
};

struct Row {
  unsigned owners;
  llvm::StringLiteral name;
  unsigned least, most; // arguments
  Value (*import)(FunctionImporter &, const Call &);
};

} // namespace

static Value itself(FunctionImporter &, const Call &c) { return c.self; }
static Value transposed(FunctionImporter &im, const Call &c) { return im.transpose(c.e, c.self); }

static Value maximum(FunctionImporter &im, const Call &c) { return importExtremum(im, c, true); }
static Value minimum(FunctionImporter &im, const Call &c) { return importExtremum(im, c, false); }

static const Row table[] = {
    // clang-format off
    // Linear maps and products
    {Any,    "transpose",        0, 0, transposed},
    {Any,    "adjoint",          0, 0, transposed}, // of real numbers
    {Any,    "conjugate",        0, 0, itself},
    {Any,    "real",             0, 0, itself},
    {Matrix, "dot",              1, 1, dot},
    {Matrix, "squaredNorm",      0, 0, squaredNorm},
    {Matrix, "norm",             0, 0, norm},
    {Matrix, "stableNorm",       0, 0, norm},
    {Matrix, "blueNorm",         0, 0, norm},
    {Matrix, "hypotNorm",        0, 0, norm},
    {Matrix, "normalized",       0, 0, normalized},
    {Matrix, "stableNormalized", 0, 0, normalized},
    {Matrix, "trace",            0, 0, trace},
    {Any,    "sum",              0, 0, sum},
    {Any,    "mean",             0, 0, mean},
    {Matrix, "asDiagonal",       0, 0, asDiagonal},
    {Dense | Matrix, "inverse",  0, 0, importInverse},
    {Matrix, "determinant",      0, 0, importDeterminant},
    {Matrix, "triangularView",   0, 0, importTriangularView},
    {Matrix, "selfadjointView",  0, 0, importSelfadjointView},
    {Matrix, "lazyProduct",      1, 1, [](FunctionImporter &im, const Call &c) {
       Value y = im.expression(c.args[0]);
       return y ? im.product(c.e, c.self, y) : y;
     }},
    {Any,    "cwiseProduct",     1, 1, cwiseProduct},
    {Any,    "cwiseQuotient",    1, 1, cwiseQuotient},
    {Array,  "pow",              1, 1, [](FunctionImporter &im, const Call &c) {
       return importPower(im, c, c.object, c.args[0]);
     }},
    {Free,   "pow",              2, 2, [](FunctionImporter &im, const Call &c) {
       return importPower(im, c, c.args[0], c.args[1]);
     }},
    // Choices and reductions
    {Array,  "max",              1, 1, maximum},
    {Array,  "min",              1, 1, minimum},
    {Matrix, "cwiseMax",         1, 1, maximum},
    {Matrix, "cwiseMin",         1, 1, minimum},
    {Any,    "select",           2, 2, importSelect},
    {Any,    "maxCoeff",         0, 0, [](FunctionImporter &im, const Call &c) {
       return importPick(im, c, mx::elementType(c.self.getType()), true);
     }},
    {Any,    "minCoeff",         0, 0, [](FunctionImporter &im, const Call &c) {
       return importPick(im, c, mx::elementType(c.self.getType()), false);
     }},
    {Any,    "prod",             0, 0, [](FunctionImporter &im, const Call &c) {
       return importProd(im, c, mx::elementType(c.self.getType()));
     }},
    {Matrix, "lpNorm",           0, 0, importLpNorm},
    {Any,    "rowwise",          0, 0, itself},
    {Any,    "colwise",          0, 0, itself},
    {Any,    "unaryExpr",        1, 1, [](FunctionImporter &im, const Call &c) {
       return im.applyToEntries(c, {c.self});
     }},
    {Any,    "binaryExpr",       2, 2, [](FunctionImporter &im, const Call &c) {
       Value y = im.expression(c.args[0]);
       return y && im.agree(c.e, c.self, y) ? im.applyToEntries(c, {c.self, y}) : Value();
     }},
    {Matrix, "cross",            1, 1, importCross},
    {Free,   "kroneckerProduct", 2, 2, importKronecker},
    {Symmetric, "eigenvalues",   0, 0, importEigenvalues},
    {Symmetric, "eigenvectors",  0, 0, importEigenvectors},
    // What changes the C++ type alone
    {Any,    "array",            0, 0, itself},
    {Any,    "matrix",           0, 0, itself},
    {Any,    "derived",          0, 0, itself},
    {Any,    "const_castderived", 0, 0, itself},
    {Any,    "eval",             0, 0, itself},
    {Any,    "noalias",          0, 0, itself},
    {Any,    "toDenseMatrix",    0, 0, itself},
    {Any,    "cast",             0, 0, cast},
    // Parts
    {Any,    "coeff",            1, 2, importPart},
    {Any,    "coeffRef",         1, 2, importPart},
    {Any,    "x",                0, 0, importPart},
    {Any,    "y",                0, 0, importPart},
    {Any,    "z",                0, 0, importPart},
    {Any,    "w",                0, 0, importPart},
    {Any,    "row",              1, 1, importPart},
    {Any,    "col",              1, 1, importPart},
    {Any,    "head",             0, 1, importPart},
    {Any,    "tail",             0, 1, importPart},
    {Any,    "segment",          1, 2, importPart},
    {Any,    "block",            2, 4, importPart},
    {Any,    "topRows",          0, 1, importPart},
    {Any,    "bottomRows",       0, 1, importPart},
    {Any,    "middleRows",       1, 2, importPart},
    {Any,    "leftCols",         0, 1, importPart},
    {Any,    "rightCols",        0, 1, importPart},
    {Any,    "middleCols",       1, 2, importPart},
    {Any,    "topLeftCorner",    0, 2, importPart},
    {Any,    "topRightCorner",   0, 2, importPart},
    {Any,    "bottomLeftCorner", 0, 2, importPart},
    {Any,    "bottomRightCorner", 0, 2, importPart},
    {Any,    "diagonal",         0, 1, importPart},
    // The same entries elsewhere
    {Any,    "reverse",          0, 0, importReverse},
    {Any,    "reshaped",         0, 2, importReshaped},
    {Any,    "replicate",        0, 2, importReplicate},
    {Matrix, "homogeneous",      0, 0, importHomogeneous},
    {Matrix, "hnormalized",      0, 0, importHnormalized},
    // Sizes
    {Any,    "value",            0, 0, value},
    {Any,    "rows",             0, 0, [](FunctionImporter &im, const Call &c) {
       return im.extent(c.e, im.rowsOf(c.self));
     }},
    {Any,    "cols",             0, 0, [](FunctionImporter &im, const Call &c) {
       return im.extent(c.e, im.colsOf(c.self));
     }},
    {Any,    "size",             0, 0, [](FunctionImporter &im, const Call &c) {
       return im.entryCount(c.e, c.self);
     }},
    // Matrices made of sizes
    {Any,    "Identity",         0, 2, importIdentity},
    {Any,    "Zero",             0, 2, [](FunctionImporter &im, const Call &c) {
       return importConstantMatrix(im, c, 0);
     }},
    {Any,    "Ones",             0, 2, [](FunctionImporter &im, const Call &c) {
       return importConstantMatrix(im, c, 1);
     }},
    {Any,    "Constant",         1, 3, [](FunctionImporter &im, const Call &c) {
       return importConstantMatrix(im, c, std::nullopt);
     }},
    // clang-format on
};

static unsigned ownerOf(const FunctionDecl *callee) {
  auto *method = dyn_cast<CXXMethodDecl>(callee);
  if (!method)
    return Free;
  llvm::StringRef name = eigenTemplate(method->getParent());
  return name == "MatrixBase"                                            ? Matrix
         : name == "ArrayBase"                                           ? Array
         : name == "SelfAdjointEigenSolver" || name == "SelfAdjointView" ? Symmetric
         : eigenBase(method->getParent(), "EigenBase")                   ? Dense
         : name == "dense_product_base" || name == "NoAlias"             ? Dense
                                                                         : 0;
}

/// cwiseSqrt is sqrt.
static std::string withoutCwise(llvm::StringRef name) {
  if (!name.consume_front("cwise") || name.empty())
    return {};
  return llvm::toLower(name.front()) + name.drop_front().str();
}

/// What may be used where `callee` was, for the note of a refusal.
static std::vector<std::string> alternatives(unsigned owner) {
  std::set<std::string> names;
  for (const Row &row : table)
    if (row.owners & owner)
      names.insert(row.name.str());
  names.erase("const_castderived");
  if (owner & (Array | Free)) {
    for (std::string &name : elementWiseNames())
      names.insert(std::move(name));
  } else {
    names.insert({"cwiseAbs", "cwiseAbs2", "cwiseInverse", "cwiseSign", "cwiseSqrt"});
  }
  return {names.begin(), names.end()};
}

static std::string qualifiedName(const FunctionDecl *callee) {
  auto *method = dyn_cast<CXXMethodDecl>(callee);
  if (!method)
    return callee->getQualifiedNameAsString();
  llvm::StringRef parent = eigenTemplate(method->getParent());
  return ("Eigen::" + (parent.empty() ? method->getParent()->getName() : parent) +
          "::" + callee->getNameAsString())
      .str();
}

/// True for a function of numbers, as Eigen::numext::digamma is.
static bool isNumeric(const FunctionDecl *callee) {
  auto *space = dyn_cast<NamespaceDecl>(callee->getDeclContext()->getEnclosingNamespaceContext());
  return space && space->getName() == "numext" &&
         llvm::all_of(callee->parameters(), [](const ParmVarDecl *p) {
           return p->getType().getNonReferenceType()->isArithmeticType();
         });
}

Value FunctionImporter::eigenOperation(const Call &c) {
  if (std::optional<Value> v = importSolverMethod(*this, c))
    return *v;
  // A.llt() and the like make an object of a decomposition.
  if (c.self && c.args.empty() && !decomposition(c.e->getType()).empty())
    return importDecomposition(*this, c.e, c.self, c.e->getType());
  if (!applied.empty() && readsEntries(c.e) && !isNumeric(c.callee))
    return refuse(c.e, "an operation of Eigen on an entry is not supported inside of a function "
                       "of entries; write it with functions of <cmath>");
  if (c.object)
    if (std::optional<bool> rows = byRows(c.object->getType()))
      return importVectorwise(*this, c, *rows);
  static const llvm::StringSet<> ofConditions = {"select", "cast",    "eval",      "array",
                                                 "matrix", "derived", "transpose", "value"};
  if (c.object && isCondition(ast, c.object->getType()) && !ofConditions.contains(c.name))
    return refuse(c.e, quoted(c.name) + " of a comparison of arrays is not supported; convert it "
                                        "with .cast<double>() or use .select(x, y)");
  const unsigned owner = ownerOf(c.callee);
  if (owner == Free && isNumeric(c.callee))
    return mathFunction(c);
  for (const Row &row : table)
    if ((row.owners & owner) && row.name == c.name && c.args.size() >= row.least &&
        c.args.size() <= row.most)
      return row.import(*this, c);
  // Methods of arrays, functions of arrays, and cwise methods of either.
  if (owner == Free && c.args.size() == 1 && eigenType(ast, c.args[0]->getType())) {
    if (isElementWise(c.name)) {
      Value x = expression(c.args[0]);
      return x ? elementWise(c.e, c.name, x) : x;
    }
  } else if (c.self && c.args.empty()) {
    std::string name = withoutCwise(c.name);
    if (owner == Array && name.empty())
      name = c.name.str();
    if (isElementWise(name))
      return elementWise(c.e, name, c.self);
  }
  // x.maxCoeff(&i)
  for (const Expr *argument : c.args)
    if (auto *address = dyn_cast<UnaryOperator>(argument->IgnoreParenImpCasts());
        address && address->getOpcode() == UO_AddrOf)
      if (auto *written = dyn_cast<DeclRefExpr>(address->getSubExpr()->IgnoreParens()))
        if (auto *variable = dyn_cast<VarDecl>(written->getDecl()); variables.contains(variable))
          assign(variable, {}, c.e->getExprLoc());
  if ((c.name == "maxCoeff" || c.name == "minCoeff") && !c.args.empty())
    return refuse(c.e, "the place of the largest or smallest entry is not supported; find it in "
                       "a loop");
  unsigned near = Free;
  if (c.object) {
    std::optional<EigenType> type = eigenType(ast, c.object->getType());
    near = Dense | (type && type->isArray ? Array : Matrix);
  }
  report
      .error(c.e, "delgen has no rule for " + quoted(qualifiedName(c.callee)) + whyRefused(c.name))
      .note(c.e->getExprLoc(), similarNames(c.name, alternatives(near)));
  return {};
}

} // namespace delgen
