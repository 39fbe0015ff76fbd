//===- Needed.cpp - Which statements matter to the result -----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Code that only checks or logs must not stop a function from being differentiated, so
// variables on which the result does not depend are never looked at.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "llvm/ADT/MapVector.h"

using namespace clang;

namespace delgen {

/// Calls `visit` with `s` and everything inside it.
static void walk(const Stmt *s, llvm::function_ref<void(const Stmt *)> visit) {
  llvm::SmallVector<const Stmt *> open = {s};
  while (!open.empty()) {
    const Stmt *next = open.pop_back_val();
    visit(next);
    for (const Stmt *child : next->children())
      if (child)
        open.push_back(child);
  }
}

static bool isEigenMethod(const CXXMemberCallExpr *e,
                          std::initializer_list<llvm::StringRef> names) {
  const CXXMethodDecl *method = e->getMethodDecl();
  return method && method->getDeclName().isIdentifier() && isInNamespace(method, "Eigen") &&
         llvm::is_contained(names, method->getName());
}

const VarDecl *assignedVariable(const Expr *e) {
  while (true) {
    e = e->IgnoreParenImpCasts();
    if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(e)) {
      e = temporary->getSubExpr();
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
    auto *reference = dyn_cast<DeclRefExpr>(e);
    return reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  }
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

bool mayModify(const Expr *e) {
  bool found = false;
  walk(e, [&](const Stmt *s) {
    if (auto *op = dyn_cast<BinaryOperator>(s)) {
      found |= op->isAssignmentOp();
    } else if (auto *op = dyn_cast<UnaryOperator>(s)) {
      found |= op->isIncrementDecrementOp();
    } else if (isa<LambdaExpr, CXXNewExpr, CXXDeleteExpr, CXXThrowExpr>(s)) {
      found = true;
    } else if (auto *op = dyn_cast<CXXOperatorCallExpr>(s)) {
      // x(i) is not const for an x that is not, and reads all the same.
      auto *method = dyn_cast_or_null<CXXMethodDecl>(op->getDirectCallee());
      // A comma initialiser of a temporary changes no variable.
      auto list = commaOperands(op);
      const bool isRead = op->getOperator() == OO_Call || op->getOperator() == OO_Subscript ||
                          (!list.empty() && !assignedVariable(list.front()));
      found |= op->isAssignmentOp() || (method && !method->isConst() && !isRead);
    } else if (auto *call = dyn_cast<CXXMemberCallExpr>(s)) {
      const CXXMethodDecl *method = call->getMethodDecl();
      // Views of a variable that is not const are not const either.
      const bool isView = isEigenMethod(call, {"array",
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
                                               "end"});
      // What returns nothing has an effect: x.solveInPlace(y), (A * B).evalTo(y).
      found |= !method || (!method->isConst() && !method->isStatic() && !isView) ||
               (method->getReturnType()->isVoidType() && isInNamespace(method, "Eigen"));
    } else if (auto *call = dyn_cast<CallExpr>(s)) {
      const FunctionDecl *callee = call->getDirectCallee();
      if (!callee) {
        found = true;
        return;
      }
      for (const ParmVarDecl *parameter : callee->parameters()) {
        QualType type = parameter->getType();
        QualType target = type->isPointerOrReferenceType() ? type->getPointeeType() : QualType();
        found |= !type->isRValueReferenceType() && !target.isNull() && !target.isConstQualified() &&
                 !target->isFunctionType();
      }
    }
  });
  return found;
}

llvm::DenseSet<const VarDecl *> neededVariables(const FunctionDecl *function) {
  llvm::MapVector<const VarDecl *, llvm::SmallVector<const Stmt *>> definitions;
  llvm::SmallVector<const Stmt *> roots;
  auto define = [&](const VarDecl *variable, const Stmt *s) {
    variable ? definitions[variable].push_back(s) : roots.push_back(s);
  };
  std::function<void(const Stmt *)> collect = [&](const Stmt *s) {
    if (isa<CompoundStmt, AttributedStmt>(s)) {
      for (const Stmt *child : s->children())
        collect(child);
    } else if (auto *declarations = dyn_cast<DeclStmt>(s)) {
      for (const Decl *d : declarations->decls())
        if (auto *variable = dyn_cast<VarDecl>(d); variable && variable->getInit())
          define(isa<DecompositionDecl>(d) ? nullptr : variable, variable->getInit());
    } else if (auto *e = dyn_cast<Expr>(s)) {
      e = e->IgnoreParens()->IgnoreImplicit()->IgnoreParens();
      if (std::optional<Assignment> a = assignmentOf(e))
        for (; a; a = assignmentOf(a->right)) // x = y = 0
          define(assignedVariable(a->left), e);
      else if (auto *call = dyn_cast<CXXMemberCallExpr>(e); call && computedVariable(call))
        define(computedVariable(call), e);
      else if (auto *op = dyn_cast<UnaryOperator>(e); op && op->isIncrementDecrementOp())
        define(assignedVariable(op->getSubExpr()), e);
      else if (auto list = commaOperands(e); !list.empty())
        define(assignedVariable(list.front()), e);
      else if (auto *call = dyn_cast<CXXMemberCallExpr>(e);
               call && call->getMethodDecl() && isInNamespace(call->getMethodDecl(), "Eigen") &&
               mayModify(e))
        // A method that leaves its object as it is changes an argument.
        define(isEigenMethod(call, {"solveInPlace"}) ? assignedVariable(call->getArg(0))
               : call->getMethodDecl()->isConst()
                   ? nullptr
                   : assignedVariable(call->getImplicitObjectArgument()),
               e);
      else if (mayModify(e))
        roots.push_back(e);
    } else {
      roots.push_back(s); // a return, or a statement that is refused
    }
  };
  collect(function->getBody());

  llvm::DenseSet<const VarDecl *> needed;
  while (!roots.empty())
    walk(roots.pop_back_val(), [&](const Stmt *s) {
      auto *reference = dyn_cast<DeclRefExpr>(s);
      auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
      if (variable && needed.insert(variable).second)
        llvm::append_range(roots, definitions[variable]);
    });
  return needed;
}

} // namespace delgen
