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

bool FunctionImporter::statement(const Stmt *s) {
  if (auto *block = dyn_cast<CompoundStmt>(s)) {
    for (const Stmt *child : block->body())
      if (!statement(child))
        return false;
    return true;
  }
  if (auto *r = dyn_cast<ReturnStmt>(s)) {
    returnStatement(r);
    return false;
  }
  if (auto *declarations = dyn_cast<DeclStmt>(s)) {
    for (const Decl *d : declarations->decls()) {
      if (isa<DecompositionDecl>(d))
        report.error(d->getLocation(), "structured bindings are not supported");
      else if (auto *v = dyn_cast<VarDecl>(d))
        declaration(v);
    }
    return true;
  }
  if (auto *attributed = dyn_cast<AttributedStmt>(s))
    return statement(attributed->getSubStmt());
  if (auto *e = dyn_cast<Expr>(s)) {
    expressionStatement(e);
    return true;
  }
  if (isa<NullStmt>(s))
    return true;
  if (isa<IfStmt, SwitchStmt>(s))
    report.error(s->getBeginLoc(), "branches are not supported yet");
  else if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(s))
    report.error(s->getBeginLoc(), "loops are not supported yet; write it with whole matrices "
                                   "where that is possible");
  else
    report.error(s->getBeginLoc(), "this statement is not supported");
  return true;
}

//===-- Variables ---------------------------------------------------------===//

void FunctionImporter::nameValue(Value v, llvm::StringRef name) {
  Operation *op = v.getDefiningOp();
  if (op && !isa<NameLoc>(op->getLoc()))
    op->setLoc(NameLoc::get(b.getStringAttr(name), op->getLoc()));
}

/// True for the initialiser of `Eigen::MatrixXd A;` and `Eigen::MatrixXd A(n, n);`.
static bool leavesUnset(const Expr *init, const EigenType &type) {
  auto *construct = dyn_cast<CXXConstructExpr>(init->IgnoreImplicit());
  if (!construct)
    return false;
  unsigned count = 0;
  for (const Expr *argument : construct->arguments()) {
    if (isa<CXXDefaultArgExpr>(argument))
      continue;
    if (!argument->getType()->isIntegerType())
      return false;
    ++count;
  }
  // Matrix<double, 1, 1>(2) is a 2.
  return count == 0 || !(type.isScalar() || (count > 1 && type.isVector()));
}

void FunctionImporter::declaration(const VarDecl *declaration) {
  const Expr *init = declaration->getInit();
  if (!needed.contains(declaration)) {
    if (init && mayModify(init))
      report.error(init, "this initialiser may change another variable, which is not supported");
    return;
  }
  QualType type = declaration->getType().getNonReferenceType();
  std::optional<EigenType> eigen = eigenType(ast, type);
  if (const LambdaExpr *lambda = lambdaOf(declaration)) {
    closures[declaration] = capture(lambda);
    return;
  }
  // A constant of any type, and a variable of a type that is not supported, is looked at
  // where it is used.
  if ((!floatType(type) && !type->isIntegerType() && !eigen) || !declaration->hasLocalStorage())
    return;
  Variable variable;
  if (!init || (eigen && eigen->isPlain && leavesUnset(init, *eigen))) {
    variable.isUnset = true;
  } else {
    variable.value = expression(init);
    variable.isReference = declaration->getType()->isReferenceType() &&
                           !isa<MaterializeTemporaryExpr>(init->IgnoreParens()) &&
                           !isa<ExprWithCleanups>(init);
    collectReads(init, variable.isReference, variable);
    if (variable.value)
      nameValue(variable.value, declaration->getName());
  }
  variables[declaration] = std::move(variable);
}

void FunctionImporter::collectReads(const Stmt *s, bool isReference, Variable &variable) {
  if (auto *e = dyn_cast<Expr>(s); e && !isReference) {
    // A number is copied, and so is a matrix that is returned or made here.
    std::optional<EigenType> eigen = eigenType(ast, e->getType());
    if (e->getType()->isArithmeticType() || (eigen && eigen->isPlain && e->isPRValue()))
      return;
  }
  if (auto *reference = dyn_cast<DeclRefExpr>(s)) {
    auto *read = dyn_cast<VarDecl>(reference->getDecl());
    // A lambda that is called later reads what it refers to.
    if (const LambdaExpr *lambda = read ? lambdaOf(read) : nullptr)
      return collectReads(lambda, isReference, variable);
    auto found = read ? variables.find(read) : variables.end();
    if (found == variables.end())
      return;
    variable.reads.insert(read);
    variable.reads.insert(found->second.reads.begin(), found->second.reads.end());
    return;
  }
  for (const Stmt *child : s->children())
    if (child)
      collectReads(child, isReference, variable);
}

void FunctionImporter::assign(const VarDecl *target, Value value, SourceLocation at) {
  Variable &variable = variables[target];
  variable.value = value;
  variable.isUnset = false;
  if (value)
    nameValue(value, target->getName());
  for (auto &[other, v] : variables)
    if (v.reads.contains(target)) {
      v.changed = target;
      v.changedAt = at;
    }
}

//===-- Assignments and other expressions ---------------------------------===//

static OverloadedOperatorKind operatorOf(BinaryOperatorKind kind) {
  return BinaryOperator::getOverloadedOperator(kind);
}

void FunctionImporter::expressionStatement(const Expr *e) {
  e = e->IgnoreParens()->IgnoreImplicit()->IgnoreParens();
  if (auto *op = dyn_cast<BinaryOperator>(e); op && op->isAssignmentOp())
    return assignment(e, op->getLHS(), operatorOf(op->getOpcode()), op->getRHS());
  if (auto *op = dyn_cast<CXXOperatorCallExpr>(e); op && op->isAssignmentOp())
    return assignment(e, op->getArg(0), op->getOperator(), op->getArg(1));
  // assert(...), (void)x and the like.
  if (!mayModify(e))
    return;
  if (auto *op = dyn_cast<CXXOperatorCallExpr>(e);
      op && (op->getOperator() == OO_LessLess || op->getOperator() == OO_Comma)) {
    report.error(e, "comma initialisers are not supported yet");
    return;
  }
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e); member && member->getMethodDecl()) {
    report.error(e, quoted(member->getMethodDecl()->getNameAsString()) +
                        " changes its object, which is not supported; assign the new value, as in "
                        "'x = Eigen::VectorXd::Zero(n)'");
    return;
  }
  if (isa<CXXThrowExpr>(e)) {
    report.error(e, "exceptions are not supported");
    return;
  }
  if (auto *op = dyn_cast<UnaryOperator>(e); op && op->isIncrementDecrementOp()) {
    report.error(e, "increments are not supported; write 'i += 1'");
    return;
  }
  report.error(e, "this statement may change a variable in a way that is not supported; assign "
                  "the new value with '='");
}

void FunctionImporter::assignment(const Expr *e, const Expr *target, OverloadedOperatorKind kind,
                                  const Expr *source) {
  const VarDecl *to = assignedVariable(target);
  if (!to || !to->hasLocalStorage()) {
    report.error(target, to ? "an assignment to a variable that is not local is not supported"
                            : "an assignment to a part of a value is not supported yet; assign the "
                              "whole value");
    return;
  }
  if (!needed.contains(to)) {
    if (mayModify(source))
      report.error(source, "an assignment inside an expression is not supported; write it as a "
                           "statement of its own");
    return;
  }
  QualType type = to->getType();
  std::optional<EigenType> eigen = eigenType(ast, type);
  auto found = variables.find(to);
  const std::string name = quoted(to->getName());
  if (type->isReferenceType() || (eigen && !eigen->isPlain)) {
    report.error(target, "an assignment through " + name +
                             " is not supported; assign to the variable that it refers to");
    return;
  }
  if (found == variables.end()) {
    report.error(target, "variables of type " + quoted(typeName(type)) + " are not supported");
    return;
  }
  Value value = expression(source);
  Value old = found->second.value;
  const bool readsOld = kind != OO_Equal || byRows(target->getType()) ||
                        (eigen && source->getType()->isArithmeticType()); // array = scalar
  if (readsOld && found->second.isUnset) {
    report.error(target, name + " is used before it has a value");
    return assign(to, {}, e->getExprLoc());
  }
  if (!value || (readsOld && !old))
    return assign(to, {}, e->getExprLoc());

  if (auto *compound = dyn_cast<CompoundAssignOperator>(e)) {
    QualType during = compound->getComputationResultType();
    old = convertArithmetic(e, old, type, compound->getComputationLHSType());
    if (old)
      value = binary(e, BinaryOperator::getOpForCompoundAssignment(compound->getOpcode()), during,
                     old, value);
    value = old && value ? convertArithmetic(e, value, during, type) : Value();
  } else if (eigen) {
    static const llvm::DenseMap<int, OverloadedOperatorKind> operators = {
        {OO_PlusEqual, OO_Plus},
        {OO_MinusEqual, OO_Minus},
        {OO_StarEqual, OO_Star},
        {OO_SlashEqual, OO_Slash}};
    QualType valueType = source->getType();
    if (std::optional<bool> rows = byRows(target->getType()); rows && kind == OO_Equal) {
      value = importVectorwiseBinary(*this, e, kind, old, *rows, value);
      valueType = type;
    } else if (kind == OO_Equal) {
      if (valueType->isArithmeticType())
        value = fill(e, toElement(e, value, floatType(eigen->scalar)), rowsOf(old), colsOf(old));
    } else if (std::optional<bool> rows = byRows(target->getType())) {
      auto op = operators.find(kind);
      value = op == operators.end()
                  ? refuse(e, "this assignment of Eigen is not supported")
                  : importVectorwiseBinary(*this, e, op->second, old, *rows, value);
      valueType = type;
    } else {
      auto op = operators.find(kind);
      // x.array() *= y and x.noalias() += y: the first is an array, the second is x.
      QualType side = eigenType(ast, target->getType()) ? target->getType() : type;
      value = op == operators.end() ? refuse(e, "this assignment of Eigen is not supported")
                                    : eigenBinary(e, op->second, old, side, value, valueType);
      valueType = type;
    }
    if (value)
      value = convert(e, value, valueType, type);
  }
  assign(to, value, e->getExprLoc());
}

void FunctionImporter::returnStatement(const ReturnStmt *s) {
  hasReturned = true;
  if (s->getRetValue())
    returned = expression(s->getRetValue());
}

} // namespace delgen
