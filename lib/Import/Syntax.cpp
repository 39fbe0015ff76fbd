//===- Syntax.cpp - What the form of C++ code tells ------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Syntax.h"

#include "EigenTypes.h"

using namespace clang;

namespace delgen {

void walk(const Stmt *s, llvm::function_ref<void(const Stmt *)> visit) {
  llvm::SmallVector<const Stmt *> open = {s};
  while (!open.empty()) {
    const Stmt *next = open.pop_back_val();
    visit(next);
    for (const Stmt *child : next->children())
      if (child)
        open.push_back(child);
  }
}

bool isEigenMethod(const CXXMemberCallExpr *e, llvm::ArrayRef<llvm::StringRef> names) {
  const CXXMethodDecl *method = e->getMethodDecl();
  return method && method->getDeclName().isIdentifier() && isInNamespace(method, "Eigen") &&
         llvm::is_contained(names, method->getName());
}

const Expr *rootOf(const Expr *e) {
  while (true) {
    e = e->IgnoreParenImpCasts();
    if (auto *full = dyn_cast<FullExpr>(e)) {
      e = full->getSubExpr();
      continue;
    }
    if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(e)) {
      e = temporary->getSubExpr();
      continue;
    }
    if (const Expr *list = listOfEntry(e)) {
      e = list;
      continue;
    }
    if (auto *member = dyn_cast<CXXMemberCallExpr>(e)) {
      const CXXMethodDecl *method = member->getMethodDecl();
      if (method && method->getDeclName().isIdentifier() && isInNamespace(method, "Eigen") &&
          (isPassedThrough(method->getName()) || isPart(method->getName()))) {
        e = member->getImplicitObjectArgument();
        continue;
      }
    }
    if (auto *index = dyn_cast<CXXOperatorCallExpr>(e);
        index && (index->getOperator() == OO_Call || index->getOperator() == OO_Subscript) &&
        index->getDirectCallee() && isInNamespace(index->getDirectCallee(), "Eigen")) {
      e = index->getArg(0);
      continue;
    }
    return e;
  }
}

const Expr *boundTo(const BindingDecl *binding) {
  const VarDecl *held = binding->getHoldingVar();
  return held ? held->getInit() : binding->getBinding();
}

std::pair<const FieldDecl *, const Expr *> fieldGot(const Expr *e) {
  auto *call = dyn_cast<CallExpr>(e->IgnoreParenImpCasts());
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  const TemplateArgumentList *args = callee && callee->isInStdNamespace() && call->getNumArgs() == 1
                                         ? callee->getTemplateSpecializationArgs()
                                         : nullptr;
  if (!args || !callee->getDeclName().isIdentifier() || callee->getName() != "get" ||
      args->get(0).getKind() != TemplateArgument::Integral)
    return {};
  const CXXRecordDecl *pair = structOf(call->getArg(0)->getType());
  if (!pair || !isPair(pair))
    return {};
  return {*std::next(pair->field_begin(), args->get(0).getAsIntegral().getZExtValue()),
          call->getArg(0)};
}

/// The variable that an object, or a field of one, is a part of.
static const VarDecl *variableOf(const Expr *root) {
  if (auto *reference = dyn_cast<DeclRefExpr>(root)) {
    if (auto *binding = dyn_cast<BindingDecl>(reference->getDecl()))
      return dyn_cast<VarDecl>(binding->getDecomposedDecl());
    return dyn_cast<VarDecl>(reference->getDecl());
  }
  auto *member = dyn_cast<MemberExpr>(root);
  if (!member || !isa<FieldDecl>(member->getMemberDecl()) || member->isArrow())
    return nullptr;
  return variableOf(rootOf(member->getBase()));
}

const Expr *viewedBy(const VarDecl *variable) {
  const Expr *init = variable->getInit();
  QualType type = variable->getType();
  if (!init || isa<ParmVarDecl>(variable) || variable->isInitCapture() ||
      !variable->hasLocalStorage())
    return nullptr;
  const ASTContext &ast = variable->getASTContext();
  const Expr *of = init->IgnoreParens();
  if (auto *full = dyn_cast<FullExpr>(of))
    of = full->getSubExpr()->IgnoreParens();
  std::optional<EigenType> eigen = eigenType(ast, type);
  const bool isExpression = eigen && !eigen->isPlain;
  if (type->isReferenceType()) {
    // A reference to a copy is one of its own.
    if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(of)) {
      std::optional<EigenType> made = eigenType(ast, temporary->getType());
      if (!made || made->isPlain)
        return nullptr;
    }
  } else if (!isExpression || eigen->isConstRef) {
    return nullptr;
  }
  // A Ref, or a copy of a view, is made of what it is a view of.
  while (true) {
    of = of->IgnoreParenImpCasts();
    auto *temporary = dyn_cast<MaterializeTemporaryExpr>(of);
    auto *made = dyn_cast<CXXConstructExpr>(of);
    if (temporary)
      of = temporary->getSubExpr();
    else if (made && isExpression && made->getNumArgs() > 0)
      of = made->getArg(0);
    else
      break;
  }
  return variableOf(rootOf(of)) && variableOf(rootOf(of)) != variable ? of : nullptr;
}

const VarDecl *assignedVariable(const Expr *e) {
  const VarDecl *variable = variableOf(rootOf(e));
  for (const Expr *of = nullptr; variable && (of = viewedBy(variable));)
    variable = variableOf(rootOf(of));
  return variable;
}

std::optional<Assignment> assignmentOf(const Expr *e) {
  e = e->IgnoreParens()->IgnoreImplicit()->IgnoreParens();
  if (auto *op = dyn_cast<BinaryOperator>(e); op && op->isAssignmentOp())
    return Assignment{e, op->getLHS(), op->getRHS(),
                      BinaryOperator::getOverloadedOperator(op->getOpcode())};
  if (auto *op = dyn_cast<CXXOperatorCallExpr>(e); op && op->isAssignmentOp())
    return Assignment{e, op->getArg(0), op->getArg(1), op->getOperator()};
  return std::nullopt;
}

const VarDecl *computedVariable(const CXXMemberCallExpr *e) {
  if (!isEigenMethod(e, {"compute"}) || e->getNumArgs() == 0)
    return nullptr;
  const Expr *object = e->getImplicitObjectArgument();
  return decomposition(object->getType()).empty() ? nullptr : assignedVariable(object);
}

llvm::SmallVector<const Expr *> commaOperands(const Expr *e) {
  llvm::SmallVector<const Expr *> operands;
  while (true) {
    // Parentheses and temporaries in any order.
    for (const Expr *inner = nullptr; inner != e; e = inner->IgnoreParens()->IgnoreImplicit())
      inner = e;
    auto *op = dyn_cast<CXXOperatorCallExpr>(e);
    const FunctionDecl *callee = op ? op->getDirectCallee() : nullptr;
    if (!callee || !isInNamespace(callee, "Eigen") || op->getNumArgs() != 2 ||
        (op->getOperator() != OO_Comma && op->getOperator() != OO_LessLess))
      return {};
    operands.push_back(op->getArg(1));
    e = op->getArg(0);
    if (op->getOperator() == OO_LessLess) {
      operands.push_back(e);
      return {operands.rbegin(), operands.rend()};
    }
  }
}

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

bool isLambda(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->isLambda();
}

llvm::ArrayRef<const Expr *> argumentsOf(const CallExpr *call) {
  llvm::ArrayRef<const Expr *> all(call->getArgs(), call->getNumArgs());
  auto *method = dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee());
  return isa<CXXOperatorCallExpr>(call) && method && !method->isStatic() ? all.drop_front() : all;
}

const FunctionDecl *closureCall(const Stmt *s) {
  auto *call = dyn_cast<CallExpr>(s);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  const FunctionDecl *definition = callee ? callee->getDefinition() : nullptr;
  if (!definition || !definition->hasBody() || isInNamespace(definition, "Eigen") ||
      isInNamespace(definition, "std"))
    return nullptr;
  auto *method = dyn_cast<CXXMethodDecl>(definition);
  const bool isCalled = method && method->getParent()->isLambda();
  const bool isGiven = llvm::any_of(definition->parameters(),
                                    [](const ParmVarDecl *p) { return isLambda(p->getType()); });
  return isCalled || isGiven ? definition : nullptr;
}

std::optional<std::pair<const Expr *, const Expr *>> swapped(const CallExpr *e) {
  const FunctionDecl *callee = e->getDirectCallee();
  if (!callee || !callee->getDeclName().isIdentifier() || callee->getName() != "swap" ||
      !(isInNamespace(callee, "std") || isInNamespace(callee, "Eigen")))
    return std::nullopt;
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e))
    return member->getNumArgs() == 1 ? std::optional(std::pair<const Expr *, const Expr *>(
                                           member->getImplicitObjectArgument(), member->getArg(0)))
                                     : std::nullopt;
  return e->getNumArgs() == 2
             ? std::optional(std::pair<const Expr *, const Expr *>(e->getArg(0), e->getArg(1)))
             : std::nullopt;
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

const Expr *passedOn(const Expr *e) {
  auto *call = dyn_cast<CallExpr>(e);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  static const llvm::StringSet<> names = {"move", "forward", "as_const"};
  const bool is = callee && callee->isInStdNamespace() && callee->getIdentifier() &&
                  names.contains(callee->getName()) && call->getNumArgs() == 1;
  return is ? call->getArg(0) : nullptr;
}

const Expr *withoutTemporaries(const Expr *e) {
  while (true) {
    e = e->IgnoreParenCasts();
    if (auto *temporary = dyn_cast<CXXBindTemporaryExpr>(e))
      e = temporary->getSubExpr();
    else if (const Expr *argument = passedOn(e))
      e = argument;
    else
      return e;
  }
}

const Expr *objectOf(const CallExpr *e) {
  auto *member = dyn_cast<CXXMemberCallExpr>(e);
  return member ? member->getImplicitObjectArgument() : e->getArg(0);
}

/// True where a function is given what it could write to.
static bool mayWrite(const CallExpr *call, const FunctionDecl *callee) {
  const ASTContext &ast = callee->getASTContext();
  const bool isOfEigen = isInNamespace(callee, "Eigen");
  return llvm::any_of(callee->parameters(),
                      [&](const ParmVarDecl *parameter) {
                        QualType type = parameter->getType();
                        QualType target =
                            type->isPointerOrReferenceType() ? type->getPointeeType() : QualType();
                        return !type->isRValueReferenceType() && !target.isNull() &&
                               !target.isConstQualified() && !target->isFunctionType();
                      }) ||
         (!isOfEigen && llvm::any_of(argumentsOf(call), [&](const Expr *argument) {
           return isHandle(ast, argument->getType());
         }));
}

/// True where a function may write to what a pointer points to.
static bool takesPointer(const FunctionDecl *callee) {
  return llvm::any_of(callee->parameters(), [](const ParmVarDecl *parameter) {
    QualType to = parameter->getType()->getPointeeType();
    return parameter->getType()->isPointerType() && !to.isConstQualified() && !to->isFunctionType();
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
