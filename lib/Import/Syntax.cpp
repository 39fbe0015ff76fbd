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

} // namespace delgen
