//===- Effects.cpp - What a call may change --------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A statement without effects is passed over, and what nothing needs is not read: so whatever may
// change a variable must be known as such here, by the parameters of what is called and by its
// body.
//
//===----------------------------------------------------------------------===//

#include "EigenTypes.h"
#include "Syntax.h"

using namespace clang;

namespace delgen {

/// True for std::ostream&, which what logs returns.
static bool isOutput(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->getIdentifier() && record->getName() == "basic_ostream";
}

llvm::SmallVector<const Expr *> outputsOf(const Expr *e) {
  auto *call = dyn_cast<CallExpr>(e->IgnoreParenImpCasts());
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  llvm::SmallVector<const Expr *> outputs;
  if (!callee || isInNamespace(callee, "Eigen") || isInNamespace(callee, "std") ||
      (isa<CXXOperatorCallExpr>(call) && cast<CXXOperatorCallExpr>(call)->isAssignmentOp()))
    return {};
  for (auto [parameter, argument] : llvm::zip(callee->parameters(), argumentsOf(call))) {
    QualType type = parameter->getType();
    std::optional<EigenType> eigen = eigenType(callee->getASTContext(), type);
    const bool isWritten =
        (type->isLValueReferenceType() && !type->getPointeeType().isConstQualified()) ||
        (eigen && eigen->isRef && !eigen->isConstRef && !type->isReferenceType()) ||
        (eigen && !type->isLValueReferenceType() &&
         isHandle(callee->getASTContext(), type.getNonReferenceType())) ||
        (eigen && type->isLValueReferenceType() && copiesHandle(callee, parameter));
    if (!isWritten || isLambda(type) || isOutput(type))
      continue;
    // A Ref is made of what it refers to.
    const Expr *to = argument->IgnoreParens()->IgnoreImplicit();
    auto *made = dyn_cast<CXXConstructExpr>(to);
    outputs.push_back(made && eigen && made->getNumArgs() > 0 ? made->getArg(0) : argument);
  }
  return outputs;
}

/// Methods that a variable which is not const may not be const for, and that change nothing.
static constexpr llvm::StringRef views[] = {"array",
                                            "matrix",
                                            "derived",
                                            "transpose",
                                            "adjoint",
                                            "diagonal",
                                            "asDiagonal",
                                            "x",
                                            "y",
                                            "z",
                                            "w",
                                            "coeffRef",
                                            "row",
                                            "col",
                                            "block",
                                            "segment",
                                            "head",
                                            "tail",
                                            "topRows",
                                            "bottomRows",
                                            "leftCols",
                                            "rightCols",
                                            "middleRows",
                                            "middleCols",
                                            "topLeftCorner",
                                            "topRightCorner",
                                            "bottomLeftCorner",
                                            "bottomRightCorner",
                                            "real",
                                            "rowwise",
                                            "colwise",
                                            "reverse",
                                            "reshaped",
                                            "data",
                                            "triangularView",
                                            "selfadjointView",
                                            "noalias",
                                            "finished",
                                            "begin",
                                            "end"};

/// True for a pointer or reference to what may be written to.
static bool refersToWritable(QualType type) {
  if (!type->isPointerOrReferenceType())
    return false;
  QualType target = type->getPointeeType();
  return !target.isConstQualified() && !target->isFunctionType();
}

/// True where a function is given what it could write to.
static bool mayWrite(const CallExpr *call, const FunctionDecl *callee) {
  const ASTContext &ast = callee->getASTContext();
  const bool isOfEigen = isInNamespace(callee, "Eigen");
  return llvm::any_of(callee->parameters(),
                      [](const ParmVarDecl *parameter) {
                        return !parameter->getType()->isRValueReferenceType() &&
                               refersToWritable(parameter->getType());
                      }) ||
         (!isOfEigen && llvm::any_of(argumentsOf(call), [&](const Expr *argument) {
           return isHandle(ast, argument->getType());
         }));
}

/// True where a function may write to what a pointer points to.
static bool takesPointer(const FunctionDecl *callee) {
  return llvm::any_of(callee->parameters(), [](const ParmVarDecl *parameter) {
    return parameter->getType()->isPointerType() && refersToWritable(parameter->getType());
  });
}

static bool isUsers(const FunctionDecl *f) {
  return f && !isInNamespace(f, "Eigen") && !isInNamespace(f, "std");
}

/// True where `s` by itself, not what stands in it, changes a variable; `changes` tells of a method
/// of a user's class whether it changes its object.
static bool modifies(const Stmt *s, llvm::function_ref<bool(const CXXMethodDecl *)> changes) {
  if (auto *op = dyn_cast<BinaryOperator>(s))
    return op->isAssignmentOp();
  if (auto *op = dyn_cast<UnaryOperator>(s))
    return op->isIncrementDecrementOp();
  auto *call = dyn_cast<CallExpr>(s);
  if (!call)
    return false;
  const FunctionDecl *callee = call->getDirectCallee();
  auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  if (auto *op = dyn_cast<CXXOperatorCallExpr>(call)) {
    // x(i) is not const for an x that is not, and reads all the same.
    // A comma initialiser of a temporary changes no variable.
    auto list = commaOperands(op);
    const bool isRead = op->getOperator() == OO_Call || op->getOperator() == OO_Subscript ||
                        (!list.empty() && !assignedVariable(list.front()));
    // A function object of the library, such as std::ranges::sort, is a function.
    const bool isCall = op->getOperator() == OO_Call && method && isInNamespace(method, "std");
    return op->isAssignmentOp() || !outputsOf(op).empty() || (isCall && mayWrite(op, method)) ||
           (method && isUsers(method)
                ? changes(method) || takesPointer(method)
                : method && !method->isConst() && !isRead && !isOutput(op->getType()));
  }
  if (auto *member = dyn_cast<CXXMemberCallExpr>(call)) {
    if (!method || !outputsOf(call).empty())
      return true;
    if (isUsers(method))
      return changes(method) || takesPointer(method) || castsConstAway(method);
    // Views of a variable that is not const are not const either.
    const bool isView = listOfEntry(member) || isEigenMethod(member, views);
    // What returns nothing has an effect: x.solveInPlace(y), (A * B).evalTo(y); and x.maxCoeff(&i).
    return takesPointer(method) || (!method->isConst() && !method->isStatic() && !isView) ||
           (method->getReturnType()->isVoidType() && isInNamespace(method, "Eigen"));
  }
  if (!callee)
    return true;
  return !isOutput(callee->getReturnType()) &&
         (!outputsOf(call).empty() || mayWrite(call, callee) ||
          (isUsers(callee) && castsConstAway(callee)));
}

bool changesObject(const CXXMethodDecl *method) {
  auto mayChange = [](const CXXMethodDecl *m) {
    return !m->isStatic() && !m->getParent()->isLambda() &&
           (!m->isConst() || m->getParent()->hasMutableFields());
  };
  if (!mayChange(method))
    return false;
  const FunctionDecl *definition = method->getDefinition();
  if (!definition || !definition->hasBody())
    return !method->isConst();
  bool found = false;
  // What it calls in turn may call it: that it may change is enough.
  walk(definition->getBody(), [&](const Stmt *s) { found |= modifies(s, mayChange); });
  return found;
}

bool mayModify(const Expr *e) {
  // To make a lambda is not to call it.
  if (auto *lambda = dyn_cast<LambdaExpr>(e->IgnoreUnlessSpelledInSource()))
    return llvm::any_of(lambda->capture_inits(),
                        [](const Expr *captured) { return captured && mayModify(captured); });
  bool found = false;
  walk(e, [&](const Stmt *s) {
    if (isa<LambdaExpr, CXXNewExpr, CXXDeleteExpr, CXXThrowExpr>(s)) {
      found = true;
    } else if (const FunctionDecl *function = closureCall(s)) {
      const Effects effects = writtenOutside(function);
      found |= effects.isUnknown || !effects.assigned.empty() || !outputsOf(cast<Expr>(s)).empty();
    } else {
      found |= modifies(s, changesObject);
    }
  });
  return found;
}

} // namespace delgen
