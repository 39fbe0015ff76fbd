//===- Statements.cpp - Statements of C++ ---------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A variable is the value that it was given last. What only says something about C++ is
// passed over; what is not supported is reported, and the next statement is read.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

void FunctionImporter::statement(const Stmt *s) {
  if (s->getBeginLoc().isValid())
    lastPlace = s->getBeginLoc();
  if (auto *declarations = dyn_cast<DeclStmt>(s)) {
    for (const Decl *d : declarations->decls()) {
      if (auto *all = dyn_cast<DecompositionDecl>(d); all && !structOf(all->getType()))
        report.error(d->getLocation(), "structured bindings are supported for objects of a class "
                                       "with fields; name the parts one by one");
      else if (auto *v = dyn_cast<VarDecl>(d))
        declaration(v);
    }
    return;
  }
  if (auto *e = dyn_cast<Expr>(s))
    return expressionStatement(e);
  if (isa<NullStmt>(s))
    return;
  if (isa<GotoStmt, IndirectGotoStmt, LabelStmt>(s))
    report.error(s->getBeginLoc(), "goto and labels are not supported; use loops and branches");
  else if (isa<CXXTryStmt>(s))
    report.error(s->getBeginLoc(), "exceptions are not supported: what is caught would have no "
                                   "derivative; test for it with 'if'");
  else
    report.error(s->getBeginLoc(),
                 "this statement is not supported; write it with what docs/usage.md lists");
}

//===-- Variables ---------------------------------------------------------===//

void FunctionImporter::nameValue(Value v, llvm::StringRef name) {
  Operation *op = v.getDefiningOp();
  // One name cannot be that of several results.
  if (op && op->getNumResults() == 1 && !isa<NameLoc>(op->getLoc()))
    op->setLoc(NameLoc::get(b.getStringAttr(name), op->getLoc()));
}

/// True for the initialiser of `Eigen::MatrixXd A;` and `Eigen::MatrixXd A(n, n);`.
static bool leavesUnset(const Expr *init, const EigenType &type) {
  auto *construct = dyn_cast<CXXConstructExpr>(init->IgnoreImplicit());
  if (!construct)
    return false;
  auto args = writtenArguments(construct->arguments());
  if (!llvm::all_of(args, [](const Expr *a) { return a->getType()->isIntegerType(); }))
    return false;
  // Matrix<double, 1, 1>(2) is a 2.
  return args.empty() || !(type.isScalar() || (args.size() > 1 && type.isVector()));
}

void FunctionImporter::declaration(const VarDecl *declaration) {
  views.erase(declaration); // where it stands in a body that was read before
  const Expr *init = declaration->getInit();
  if (!needed.contains(declaration))
    return; // and making it changes nothing
  QualType type = declaration->getType().getNonReferenceType();
  std::optional<EigenType> eigen = eigenType(ast, type);
  if (isLambda(type)) {
    if (std::optional<Closure> closure = init ? closureOf(init) : std::nullopt)
      closures[declaration] = *closure;
    else if (init)
      report.error(init, "a lambda is supported where it stands, or as a copy of a variable that "
                         "holds one; write it here");
    return;
  }
  if (lambdaOf(declaration))
    return; // a std::function, of which no call is read
  if (structOf(type) && (!init || !init->getType()->isPointerType()) &&
      declaration->hasLocalStorage())
    return objectDeclaration(declaration);
  if (const Expr *of = viewedBy(declaration))
    if (std::optional<View> view = viewIn(of)) {
      views.insert_or_assign(declaration, *view);
      return;
    }
  // A constant of any type, and a variable of a type that is not supported, is looked at
  // where it is used.
  const bool isDecomposition = !decomposition(type).empty();
  const bool isOfLists = isList(type);
  if ((!floatType(type) && !type->isIntegralOrEnumerationType() && !eigen && !isDecomposition &&
       !isOfLists) ||
      !declaration->hasLocalStorage()) {
    if (init && mayModify(init))
      report.error(init, "this initialiser may change another variable, which is not supported; "
                         "change that in a statement of its own");
    return;
  }
  Variable variable = made(declaration->getLocation(), type, init);
  if (init && !variable.isUnset) {
    variable.isReference = declaration->getType()->isReferenceType() &&
                           !isa<MaterializeTemporaryExpr>(init->IgnoreParens()) &&
                           !isa<ExprWithCleanups>(init);
    collectReads(init, variable.isReference, variable);
    // The name of a factorisation is not one of the matrix.
    if (variable.value && !isDecomposition)
      nameValue(variable.value, declaration->getName());
  }
  variables[declaration] = std::move(variable);
}

FunctionImporter::Variable FunctionImporter::made(SourceLocation at, QualType type,
                                                  const Expr *init) {
  Variable variable;
  std::optional<EigenType> eigen = eigenType(ast, type);
  const bool isDecomposition = !decomposition(type).empty();
  if (!init && isList(type)) {
    variable.value = listMade(conditionOf(function->getBody()), nullptr, type);
  } else if (!init || (eigen && eigen->isPlain && leavesUnset(init, *eigen)) ||
             (isDecomposition && leavesUnset(init, EigenType()))) {
    variable.isUnset = true;
    // What is written part by part starts as zero.
    FloatType element = eigen && eigen->isPlain ? floatType(eigen->scalar) : FloatType();
    if (auto shape = element ? shapeOfNew(init, *eigen) : std::nullopt)
      variable.value = zero(at, *shape, element);
  } else {
    variable.value = isList(type) ? listMade(init, init, type) : expression(init);
  }
  return variable;
}

void FunctionImporter::collectReads(const Stmt *s, bool isReference, Variable &variable) {
  if (auto *e = dyn_cast<Expr>(s); e && !isReference) {
    // A number is copied, and so is a matrix or list that is returned or made here.
    std::optional<EigenType> eigen = eigenType(ast, e->getType());
    const bool isObject =
        (eigen && eigen->isPlain) || !decomposition(e->getType()).empty() || isList(e->getType());
    if (e->getType()->isArithmeticType() || (isObject && e->isPRValue()))
      return;
  }
  if (auto *reference = dyn_cast<DeclRefExpr>(s)) {
    const auto *read = dyn_cast<VarDecl>(reference->getDecl());
    // A lambda that is called later reads what it refers to.
    if (const LambdaExpr *lambda = read ? lambdaOf(read) : nullptr)
      return collectReads(lambda, isReference, variable);
    read = read ? storageOf(reference) : nullptr;
    if (auto view = views.find(read); view != views.end())
      read = view->second.variable;
    auto found = read ? variables.find(read) : variables.end();
    if (found == variables.end())
      return;
    variable.reads.insert(read);
    variable.reads.insert(found->second.reads.begin(), found->second.reads.end());
    return;
  }
  // A field of an object of this function.
  if (auto *member = dyn_cast<MemberExpr>(s))
    if (const VarDecl *read = storageOf(member); read && variables.contains(read)) {
      variable.reads.insert(read);
      variable.reads.insert(variables[read].reads.begin(), variables[read].reads.end());
      return;
    }
  for (const Stmt *child : s->children())
    if (child)
      collectReads(child, isReference, variable);
}

void FunctionImporter::assign(const VarDecl *target, Value value, SourceLocation at) {
  // What is of another size stands elsewhere.
  if (Value old = variables[target].value; old && value && old.getType() != value.getType())
    forgetViews(target, at);
  Variable &variable = variables[target];
  variable.value = value;
  variable.isUnset = false;
  if (value && decomposition(target->getType()).empty())
    nameValue(value, target->getName());
  for (auto &[other, v] : variables)
    if (v.reads.contains(target)) {
      v.changed = target;
      v.changedAt = at;
    }
}

//===-- Assignments and other expressions ---------------------------------===//

void FunctionImporter::expressionStatement(const Expr *e) {
  e = e->IgnoreParens()->IgnoreImplicit()->IgnoreParens();
  if (std::optional<Assignment> a = assignmentOf(e))
    return assignment(a->e, a->left, a->kind, a->right);
  // llt.compute(A);
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e))
    if (const VarDecl *solver = computedVariable(member)) {
      Value a = expression(member->getArg(0));
      if (needed.contains(solver))
        assign(solver, importDecomposition(*this, e, a, solver->getType()), e->getExprLoc());
      return;
    }
  // assert(...), (void)x and the like.
  if (!mayModify(e))
    return;
  if (auto *call = dyn_cast<CallExpr>(e)) {
    if (swap(call))
      return;
    if (isInPlace(call)) {
      // The arguments of what nothing needs may have no value.
      if (isIgnored(e))
        return;
      callInPlace(call);
      returnedObject = std::nullopt;
      return;
    }
  }
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e); member && listModification(member))
    return;
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e);
      member && member->getMethodDecl() && isInNamespace(member->getMethodDecl(), "Eigen") &&
      member->getMethodDecl()->getNameAsString() == "solveInPlace" && member->getNumArgs() == 1)
    return solveInPlace(member);
  if (auto list = commaOperands(e); !list.empty())
    return commaInitializer(e, list);
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e); member && member->getMethodDecl()) {
    // x.maxCoeff(&i) has its reason to be refused.
    if (isInNamespace(member->getMethodDecl(), "Eigen") && !member->getType()->isVoidType() &&
        llvm::any_of(member->arguments(),
                     [](const Expr *a) { return a->getType()->isPointerType(); })) {
      expression(e);
      return;
    }
    if (!modification(member))
      report.error(e, quoted(member->getMethodDecl()->getNameAsString()) +
                          (member->getMethodDecl()->isConst()
                               ? " changes its argument, which is not supported; assign the value, "
                                 "as in 'x = A * b'"
                               : " changes its object in a way that is not supported; assign the "
                                 "new value, as in 'x = 2 * x'"));
    return;
  }
  if (isa<CXXThrowExpr>(e)) {
    report.error(e, "exceptions are not supported; return a value, or NaN");
    return;
  }
  if (auto *op = dyn_cast<UnaryOperator>(e); op && op->isIncrementDecrementOp()) {
    increment(op);
    return;
  }
  if (auto *op = dyn_cast<BinaryOperator>(e); op && op->isCommaOp()) {
    expressionStatement(op->getLHS());
    return expressionStatement(op->getRHS());
  }
  report.error(e, "this statement may change a variable in a way that is not supported; assign "
                  "the new value with '='");
}

void FunctionImporter::assignment(const Expr *e, const Expr *left, OverloadedOperatorKind kind,
                                  const Expr *source) {
  // x = y = 0: the value of an assignment is that of its left side.
  if (std::optional<Assignment> inner = assignmentOf(source)) {
    const bool ofEigen =
        eigenType(ast, source->getType()) && eigenType(ast, inner->left->getType());
    if (!ofEigen && !ast.hasSameUnqualifiedType(source->getType(), inner->left->getType())) {
      report.error(inner->e, "an assignment whose result is converted is not supported; write it "
                             "as a statement of its own");
      return;
    }
    assignment(inner->e, inner->left, inner->kind, inner->right);
    source = inner->left;
  }
  if (structOf(left->getType()))
    return objectAssignment(e, left, source);
  Target target = this->target(left, source, kind == OO_Equal);
  if (!target.variable)
    return;
  // x.noalias() and X.colwise() have no type of their own.
  const Expr *object = left->IgnoreParenImpCasts();
  for (auto *view = dyn_cast<CXXMemberCallExpr>(object);
       view && isEigenMethod(view, {"noalias", "rowwise", "colwise"});
       view = dyn_cast<CXXMemberCallExpr>(object))
    object = view->getImplicitObjectArgument()->IgnoreParenImpCasts();
  QualType type = target.isWhole && !target.entry ? target.variable->getType().getNonReferenceType()
                                                  : object->getType();
  if (isList(type) && kind == OO_Equal)
    return write(e, target, listMade(e, source, type));
  std::optional<EigenType> eigen = eigenType(ast, type);
  // f = A.llt()
  if (!decomposition(type).empty())
    return assign(target.variable, expression(source), e->getExprLoc());
  if (!eigen && !type->isArithmeticType()) {
    report.error(
        left, "an assignment to " + quoted(typeName(type)) +
                  " is not supported; only numbers, matrices, lists and objects are assigned to");
    return assign(target.variable, {}, e->getExprLoc());
  }
  auto *compound = dyn_cast<CompoundAssignOperator>(e);
  auto operation = [&] {
    return BinaryOperator::getOpForCompoundAssignment(compound->getOpcode());
  };
  const bool isFlag = compound && type->isBooleanType() && takesBooleans(operation(), source);
  Value value = isFlag ? condition(source->IgnoreImpCasts()) : expression(source);
  const bool fills = kind == OO_Equal && eigen && source->getType()->isArithmeticType();
  const bool readsOld = kind != OO_Equal || fills || byRows(left->getType()); // array = scalar
  Value old = readsOld || !target.isWhole ? read(left, target) : Value();
  if (!value || (readsOld && !old))
    return assign(target.variable, {}, e->getExprLoc());

  if (isFlag) {
    value = bitwise(e, operation(), asCondition(e, old), value);
  } else if (compound) {
    QualType during = compound->getComputationResultType();
    old = convertArithmetic(e, old, type, compound->getComputationLHSType());
    if (old)
      value = binary(e, operation(), during, old, value);
    value = old && value ? convertArithmetic(e, value, during, type) : Value();
  } else if (eigen) {
    static const llvm::DenseMap<int, OverloadedOperatorKind> operators = {
        {OO_PlusEqual, OO_Plus},
        {OO_MinusEqual, OO_Minus},
        {OO_StarEqual, OO_Star},
        {OO_SlashEqual, OO_Slash}};
    QualType valueType = source->getType();
    if (!target.isWhole)
      value = turned(e, value, valueType, type);
    if (!target.isWhole && target.part.isDiagonal &&
        (kind == OO_PlusEqual || kind == OO_MinusEqual))
      return write(e, target, addToDiagonal(e, target, kind, value));
    if (std::optional<bool> rows = byRows(left->getType())) {
      auto op = operators.find(kind);
      value = kind != OO_Equal && op == operators.end()
                  ? refuse(e, unknownOperator)
                  : importVectorwiseBinary(*this, e, kind == OO_Equal ? kind : op->second, old,
                                           *rows, value);
      valueType = type;
    } else if (fills) {
      value = fill(e, toElement(e, value, floatType(eigen->scalar)), rowsOf(old), colsOf(old));
    } else if (kind != OO_Equal) {
      auto op = operators.find(kind);
      // x.array() *= y and x.noalias() += y: the first is an array, the second is x.
      QualType side = eigenType(ast, left->getType()) ? left->getType() : type;
      value = op == operators.end() ? refuse(e, unknownOperator)
                                    : eigenBinary(e, op->second, old, side, value, valueType);
      valueType = type;
    }
    if (value && target.isWhole)
      value = convert(e, value, valueType, type);
    else if (value && (!agree(e, old, value) || !sameElements(e, old, value)))
      value = {};
  }
  if (Value before = variables.lookup(target.variable).value;
      value && value.getType().isIndex() && target.isWhole && before)
    value = nextInteger(e, target.variable, value, before);
  write(e, target, value);
}

Value FunctionImporter::increment(const UnaryOperator *e) {
  const Expr *left = e->getSubExpr();
  if (!left->getType()->isArithmeticType())
    return refuse(e,
                  "increments are supported for numbers only; index instead of moving a pointer");
  Target target = this->target(left, {}, false);
  Value old = target.variable ? read(left, target) : Value();
  if (!target.variable)
    return {};
  Value value;
  const BinaryOperatorKind kind = e->isIncrementOp() ? BO_Add : BO_Sub;
  if (old && old.getType().isIndex()) {
    value = shift(e, kind, old, integer(e, 1));
    // It is computed as an int.
    if (QualType type = left->getType(); ast.getIntWidth(type) < ast.getIntWidth(ast.IntTy))
      value = convertInteger(e, value, ast.IntTy, type);
    if (target.isWhole && value)
      value = nextInteger(e, target.variable, value, old);
  } else if (old)
    value = binary(e, kind, left->getType(), old, constant(e, 1, mx::elementType(old.getType())));
  write(e, target, value);
  return e->isPostfix() ? old : value;
}

} // namespace delgen
