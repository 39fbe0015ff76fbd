//===- Expressions.cpp - Expressions of C++ -------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What C++ writes around the mathematics: conversions, temporaries, variables. Operations of
// Eigen and of <cmath> are in Operations.cpp.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "clang/Basic/Stack.h"

#include <cmath>

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

Value FunctionImporter::refuse(const Expr *e, const llvm::Twine &text) {
  // What the compiler wrote has no place of its own.
  if (e->getExprLoc().isValid())
    report.error(e, text);
  else
    report.error(lastPlace, text);
  return {};
}

Value FunctionImporter::expression(const Expr *e) {
  Value v;
  // A generated function may hold an expression of any depth.
  clang::runWithSufficientStackSpace([] {}, [&] { v = dispatch(e); });
  return v;
}

Value FunctionImporter::real(const Expr *e, FloatType element) {
  Value v = expression(e);
  return v ? toElement(e, v, element) : v;
}

Value FunctionImporter::dispatch(const Expr *e) {
  if (auto *c = dyn_cast<ParenExpr>(e))
    return expression(c->getSubExpr());
  if (auto *c = dyn_cast<FullExpr>(e))
    return expression(c->getSubExpr());
  if (auto *c = dyn_cast<MaterializeTemporaryExpr>(e))
    return expression(c->getSubExpr());
  if (auto *c = dyn_cast<CXXBindTemporaryExpr>(e))
    return expression(c->getSubExpr());
  if (auto *c = dyn_cast<SubstNonTypeTemplateParmExpr>(e))
    return expression(c->getReplacement());
  if (auto *c = dyn_cast<CXXDefaultArgExpr>(e))
    return expression(c->getExpr());
  if (auto *c = dyn_cast<InitListExpr>(e); c && c->getNumInits() == 1)
    return expression(c->getInit(0)); // double s{t};
  if (auto *c = dyn_cast<CastExpr>(e))
    return cast(c);
  if (auto *c = dyn_cast<DeclRefExpr>(e))
    return variable(c);
  if (auto *c = dyn_cast<CXXConstructExpr>(e))
    return construct(c);
  if (auto *c = dyn_cast<UnaryOperator>(e))
    return unary(c);
  if (auto *c = dyn_cast<BinaryOperator>(e))
    return binary(c);
  if (auto *c = dyn_cast<CallExpr>(e))
    return callExpression(c);
  if (auto *c = dyn_cast<AbstractConditionalOperator>(e))
    return conditional(c);
  if (e->getType()->isArithmeticType())
    if (std::optional<Value> v = evaluate(e))
      return *v;
  if (auto *c = dyn_cast<MemberExpr>(e))
    return member(c);
  if (auto *c = dyn_cast<ArraySubscriptExpr>(e))
    return subscript(c);
  return refuse(e, unforeseen);
}

//===-- Variables and conversions -----------------------------------------===//

Value FunctionImporter::variable(const DeclRefExpr *e) {
  if (auto *binding = dyn_cast<BindingDecl>(e->getDecl())) {
    // What is no object is refused where it is declared.
    const bool isField = structOf(binding->getDecomposedDecl()->getType());
    return isField && boundTo(binding) ? expression(boundTo(binding)) : Value();
  }
  auto *declaration = dyn_cast<VarDecl>(e->getDecl());
  declaration = declaration ? meant(declaration) : nullptr;
  if (auto view = views.find(declaration); view != views.end())
    return viewed(e, view->second);
  auto found = declaration ? variables.find(declaration) : variables.end();
  if (found == variables.end()) {
    if (std::optional<Value> v = evaluate(e))
      return *v;
    const std::string name = quoted(e->getDecl()->getNameAsString());
    if (!declaration)
      return refuse(e, unforeseen);
    if (std::optional<Value> v = constantList(e, declaration))
      return *v;
    if (std::optional<Place> place = placeOf(e))
      return read(e, *place);
    if (const Expr *init = constantInit(declaration)) {
      Variable all = made(e->getExprLoc(), declaration->getType().getUnqualifiedType(), init);
      return all.isUnset ? refuse(e, name + " is used before it has a value; give it one")
                         : all.value;
    }
    if (declaration->isStaticLocal())
      return refuse(e, name +
                           " is static, which is supported for constants only, whose values depend "
                           "on no variable; pass it as a parameter");
    if (declaration->hasLocalStorage())
      return refuse(e, "variables of type " + quoted(typeName(declaration->getType())) +
                           " are not supported" +
                           whyRefused(declaration->getType(),
                                      "; only real numbers, integers and matrices and arrays of "
                                      "Eigen are"));
    return refuse(e, name + " is neither local nor a constant that is known while compiling; "
                            "pass it as a parameter");
  }
  return valueOf(e, declaration);
}

const Expr *FunctionImporter::constantInit(const VarDecl *variable) {
  const Expr *init = variable->getAnyInitializer();
  if (!init || !variable->hasGlobalStorage() || !variable->getType().isConstQualified() ||
      isGeneric)
    return nullptr;
  // It is computed once, for whatever the others are then.
  bool dependsOnOthers = false;
  llvm::SmallPtrSet<const VarDecl *, 4> seen = {variable};
  llvm::SmallVector<const Expr *> open = {init};
  while (!open.empty())
    walk(open.pop_back_val(), [&](const Stmt *s) {
      auto *reference = dyn_cast<DeclRefExpr>(s);
      auto *other = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
      dependsOnOthers |= isa<CXXThisExpr>(s) || other == variable;
      if (!other || other->isConstexpr() || !seen.insert(other).second)
        return;
      const Expr *own = other->getAnyInitializer();
      if (other->hasGlobalStorage() && other->getType().isConstQualified() && own)
        open.push_back(own);
      else
        dependsOnOthers = true;
    });
  return dependsOnOthers ? nullptr : init;
}

Value FunctionImporter::valueOf(const Expr *e, const VarDecl *declaration) {
  const Variable &v = variables.find(declaration)->second;
  if (v.isUnset)
    return refuse(e,
                  quoted(declaration->getName()) + " is used before it has a value; give it one");
  if (v.changed && v.value) {
    report
        .error(e, quoted(declaration->getName()) + " refers to " + quoted(v.changed->getName()) +
                      ", which has another value since; " +
                      (v.isReference ? "copy the value instead of a reference to it"
                                     : "an expression of Eigen is evaluated where it is used: "
                                       "call .eval() where it is defined"))
        .note(v.changedAt, quoted(v.changed->getName()) + " is given another value here");
    return {};
  }
  Argument *own = argumentOf(v.value);
  return own ? argument(e, *own) : v.value;
}

Value FunctionImporter::convertArithmetic(const Expr *e, Value v, QualType from, QualType to) {
  if (!v)
    return v;
  const bool fromInteger = from->isIntegralOrEnumerationType();
  if (to->isIntegralOrEnumerationType()) {
    // A condition, or a number that is one where it is not 0.
    if (to->isBooleanType() && !v.getType().isIndex()) {
      if (from->isBooleanType())
        return v;
      Value zero = constant(e, 0, mx::elementType(v.getType()));
      return compare(e, "ne", v, zero);
    }
    if (from->isBooleanType() && !v.getType().isIndex() && mx::isScalar(v))
      return chooseInteger(e, v);
    if (from->isBooleanType() && !v.getType().isIndex())
      return refuse(e, "a comparison of entries as an integer is not supported; convert it to "
                       "double, or use it as a condition");
    if (fromInteger)
      return convertInteger(e, v, from, to);
    return refuse(e,
                  "a conversion from a real number to an integer has no derivative; pass the "
                  "integer as a parameter, or keep the number real with std::floor or std::round");
  }
  if (FloatType element = computedType(to))
    return toElement(e, v.getType().isIndex() && fromInteger ? asUnsigned(e, v, from) : v, element);
  return refuse(e, quoted(typeName(to)) + " is not supported; use double or float");
}

Value FunctionImporter::cast(const CastExpr *e) {
  switch (e->getCastKind()) {
  case CK_NoOp:
  case CK_LValueToRValue:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
    return expression(e->getSubExpr());
  case CK_FloatingCast:
  case CK_IntegralToFloating:
  case CK_IntegralCast:
  case CK_FloatingToIntegral:
  case CK_IntegralToBoolean:
  case CK_FloatingToBoolean: {
    // Only Clang knows a long double as it is.
    if (!floatType(e->getSubExpr()->getType()) && e->getSubExpr()->getType()->isRealFloatingType())
      if (std::optional<Value> v = evaluate(e))
        return *v;
    if (e->getType()->isBooleanType())
      if (std::optional<Value> flag = bitwise(e->getSubExpr()))
        return *flag;
    Value v = expression(e->getSubExpr());
    return convertArithmetic(e, v, e->getSubExpr()->getType(), e->getType());
  }
  default:
    return refuse(
        e, "this conversion to " + quoted(typeName(e->getType())) +
               " is not supported; only those between numbers, matrices and arrays of Eigen are");
  }
}

/// The list that an initialiser is, or null.
static const InitListExpr *listIn(const Expr *e) {
  while (true) {
    e = e->IgnoreImplicit();
    if (auto *list = dyn_cast<CXXStdInitializerListExpr>(e))
      e = list->getSubExpr();
    else
      return dyn_cast<InitListExpr>(e);
  }
}

Value FunctionImporter::construct(const CXXConstructExpr *e) {
  auto args = writtenArguments(e->arguments());
  std::optional<EigenType> type = eigenType(ast, e->getType());
  // Options say what to compute; what is asked for is computed in any case.
  if (!decomposition(e->getType()).empty() && !args.empty() &&
      !args[0]->getType()->isIntegerType()) {
    Value v = expression(args[0]);
    const bool isCopy = decomposition(args[0]->getType()) == decomposition(e->getType());
    return isCopy ? v : importDecomposition(*this, e, v, e->getType());
  }
  if (listOf(ast, e->getType()) && e->getConstructor()->isCopyOrMoveConstructor())
    return expression(args[0]);
  if (isList(e->getType()))
    return listMade(e, e, e->getType());
  // A Map reads memory; other expressions are made of expressions.
  const bool readsMemory =
      llvm::any_of(args, [](const Expr *a) { return a->getType()->isPointerType(); });
  if (!type || readsMemory)
    return refuse(e, "objects of type " + quoted(typeName(e->getType())) + " are not supported" +
                         whyRefused(e->getType(),
                                    "; only matrices and arrays of Eigen, lists, and objects with "
                                    "public members are"));
  FloatType element = floatType(type->scalar);
  if (!element)
    return refuse(e, "matrices of " + quoted(typeName(type->scalar)) +
                         " are not supported; use double or float");
  if (args.size() == 1 && !args[0]->getType()->isArithmeticType()) {
    if (const InitListExpr *list = listIn(args[0]))
      return fromList(e, list, *type);
    Value v = expression(args[0]);
    return v ? convert(e, v, args[0]->getType(), e->getType()) : v;
  }
  if (args.size() == 1 && type->isScalar())
    return real(args[0], element);
  const bool areSizes =
      llvm::all_of(args, [](const Expr *a) { return a->getType()->isIntegerType(); });
  if (areSizes && !(type->isVector() && args.size() > 1))
    return refuse(e, "a matrix without a value cannot be used; give it one, as in " +
                         quoted(typeName(e->getType()) + "::Zero(...)"));
  if (!type->isVector() || !type->isPlain || args.empty())
    return refuse(e, unforeseen);
  // Vector3d(a, b, c)
  mx::Size one = sizes.number(1), count = sizes.number(args.size());
  if (std::optional<int64_t> own = type->cols == 1 ? type->rows : type->cols;
      own && !agree(e, sizes.number(*own), count, "these are its entries"))
    return {};
  const bool isColumn = type->cols == 1;
  return tiled(e, args, isColumn ? count : one, isColumn ? one : count, element);
}

Value FunctionImporter::fromList(const Expr *e, const InitListExpr *list, const EigenType &type) {
  llvm::SmallVector<const Expr *> entries;
  int64_t rows = 0;
  std::optional<int64_t> cols;
  for (const Expr *item : list->inits()) {
    const InitListExpr *row = listIn(item);
    if (!row)
      return refuse(
          item,
          "this list of entries is not supported; give each row of a matrix in braces of its own");
    if (cols && *cols != row->getNumInits())
      return refuse(item,
                    "the rows of this list have different lengths; give them as many entries each");
    cols = row->getNumInits();
    ++rows;
    for (const Expr *entry : row->inits())
      entries.push_back(entry);
  }
  if (entries.empty())
    return refuse(e, unforeseen);
  // VectorXd{{a, b, c}} is a column all the same.
  if (type.cols == 1 && rows == 1)
    std::swap(rows, *cols);
  mx::Size m = sizes.number(rows), n = sizes.number(*cols);
  const std::string why = "this list is " + std::to_string(rows) + " x " + std::to_string(*cols);
  if ((type.rows && !agree(e, sizes.number(*type.rows), m, why)) ||
      (type.cols && !agree(e, sizes.number(*type.cols), n, why)))
    return {};
  return tiled(e, entries, m, n, floatType(type.scalar));
}

Value FunctionImporter::turned(const Expr *e, Value v, QualType from, QualType to) {
  std::optional<EigenType> target = eigenType(ast, to), source = eigenType(ast, from);
  if (!target || !source || target->isScalar() || source->isScalar())
    return v;
  const bool turns =
      (target->rows == 1 && source->cols == 1) || (target->cols == 1 && source->rows == 1);
  return turns ? transpose(e, v) : v;
}

Value FunctionImporter::convert(const Expr *e, Value v, QualType from, QualType to) {
  std::optional<EigenType> target = eigenType(ast, to);
  if (!target || !(target->isPlain || target->isRef))
    return v;
  if (isCondition(ast, to))
    return v;
  FloatType element = floatType(target->scalar);
  if (!element)
    return refuse(e, "matrices of " + quoted(typeName(target->scalar)) +
                         " are not supported; use double or float");
  if (element != mx::elementType(v.getType()))
    return refuse(e, "float and double are mixed; convert one of them with .cast<double>() or "
                     ".cast<float>()");
  v = turned(e, v, from, to);
  auto side = [](std::optional<int64_t> n) { return n ? std::to_string(*n) : std::string("?"); };
  const std::string why = quoted(typeName(to)) + " is " + side(target->rows) + " x " +
                          side(target->cols) + ", its value is " + shapeOf(v);
  if ((target->rows && !agree(e, sizes.number(*target->rows), rowsOf(v), why)) ||
      (target->cols && !agree(e, sizes.number(*target->cols), colsOf(v), why)))
    return {};
  return v;
}

} // namespace delgen
