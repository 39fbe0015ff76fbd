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

/// True for std::ostream&, which what logs returns.
static bool isOutput(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->getIdentifier() && record->getName() == "basic_ostream";
}

llvm::SmallVector<const Expr *> outputsOf(const Expr *e) {
  auto *call = dyn_cast<CallExpr>(e->IgnoreParenImpCasts());
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  llvm::SmallVector<const Expr *> outputs;
  if (!callee || isa<CXXMethodDecl>(callee) || isa<CXXOperatorCallExpr>(call) ||
      isInNamespace(callee, "Eigen") || isInNamespace(callee, "std"))
    return {};
  for (auto [parameter, argument] : llvm::zip(callee->parameters(), call->arguments())) {
    QualType type = parameter->getType();
    std::optional<EigenType> eigen = eigenType(callee->getASTContext(), type);
    const bool isWritten =
        (type->isLValueReferenceType() && !type->getPointeeType().isConstQualified()) ||
        (eigen && eigen->isRef && !eigen->isConstRef && !type->isReferenceType());
    if (!isWritten)
      continue;
    // A Ref is made of what it refers to.
    const Expr *to = argument->IgnoreParens()->IgnoreImplicit();
    auto *made = dyn_cast<CXXConstructExpr>(to);
    outputs.push_back(made && eigen && made->getNumArgs() > 0 ? made->getArg(0) : argument);
  }
  return outputs;
}

/// The call operator of the lambda that `s` calls, or null.
static const CXXMethodDecl *calledLambda(const Stmt *s) {
  auto *call = dyn_cast<CXXOperatorCallExpr>(s);
  auto *method = call ? dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee()) : nullptr;
  return method && method->getParent()->isLambda() && method->hasBody() ? method : nullptr;
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
    } else if (const CXXMethodDecl *lambda = calledLambda(s)) {
      // What it captures by reference.
      walk(lambda->getBody(), [&](const Stmt *inner) {
        auto *e = dyn_cast<Expr>(inner);
        std::optional<Assignment> a = e ? assignmentOf(e) : std::nullopt;
        auto *step = dyn_cast<UnaryOperator>(inner);
        const Expr *to = a                                        ? a->left
                         : step && step->isIncrementDecrementOp() ? step->getSubExpr()
                                                                  : nullptr;
        const VarDecl *variable = to ? assignedVariable(to) : nullptr;
        found |= to && (!variable || variable->getDeclContext() != lambda);
      });
    } else if (auto *op = dyn_cast<CXXOperatorCallExpr>(s)) {
      // x(i) is not const for an x that is not, and reads all the same.
      auto *method = dyn_cast_or_null<CXXMethodDecl>(op->getDirectCallee());
      // A comma initialiser of a temporary changes no variable.
      auto list = commaOperands(op);
      const bool isRead = op->getOperator() == OO_Call || op->getOperator() == OO_Subscript ||
                          (!list.empty() && !assignedVariable(list.front()));
      found |= op->isAssignmentOp() ||
               (method && !method->isConst() && !isRead && !isOutput(op->getType()));
    } else if (auto *call = dyn_cast<CXXMemberCallExpr>(s)) {
      const CXXMethodDecl *method = call->getMethodDecl();
      // Views of a variable that is not const are not const either.
      const bool isView = listOfEntry(call) || isEigenMethod(call, {"array",
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
      if (isOutput(callee->getReturnType()))
        return;
      found |= !outputsOf(call).empty();
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

//===-- What statements give a value --------------------------------------===//

namespace {

/// What decides whether a statement is run.
struct Control {
  llvm::SmallVector<const Stmt *> reads;
  Control *outer;
  bool takesBreak = false, takesContinue = false;
};

struct Definition {
  const Stmt *value;
  const Control *control;
};

class Collector {
public:
  Collector(const ASTContext &ast) : ast(ast) {}

  void collect(const Stmt *s, Control *control);

  llvm::MapVector<const VarDecl *, llvm::SmallVector<Definition>> definitions;
  llvm::SmallVector<Definition> roots;
  bool changesMore = false; // in an expression, where it is refused

private:
  void define(const VarDecl *variable, const Stmt *s, Control *control) {
    variable ? definitions[variable].push_back({s, control}) : roots.push_back({s, control});
  }
  void collect(const Expr *e, Control *control);
  /// Notes what evaluating an expression changes on the way.
  void look(const Expr *e, Control *control) {
    bool hasOutputs = false;
    walk(e, [&](const Stmt *s) {
      auto *call = dyn_cast<CallExpr>(s);
      for (const Expr *output : call ? outputsOf(call) : llvm::SmallVector<const Expr *>()) {
        define(assignedVariable(output), call, control);
        hasOutputs = true;
      }
    });
    changesMore |= !hasOutputs && mayModify(e);
  }
  Control *inside(Control *outer, llvm::ArrayRef<const Stmt *> reads) {
    auto &control = controls.emplace_back(std::make_unique<Control>());
    control->outer = outer;
    for (const Stmt *s : reads)
      if (s) {
        control->reads.push_back(s);
        look(cast<Expr>(s), outer);
      }
    return control.get();
  }

  const ASTContext &ast;
  std::vector<std::unique_ptr<Control>> controls;
};

} // namespace

void Collector::collect(const Stmt *s, Control *control) {
  if (!s)
    return;
  auto loop = [&](const Stmt *condition, const Stmt *body) {
    Control *inner = inside(control, condition);
    inner->takesBreak = inner->takesContinue = true;
    collect(body, inner);
    return inner;
  };
  if (isa<CompoundStmt, AttributedStmt>(s)) {
    for (const Stmt *child : s->children())
      collect(child, control);
  } else if (auto *declarations = dyn_cast<DeclStmt>(s)) {
    for (const Decl *d : declarations->decls())
      if (auto *variable = dyn_cast<VarDecl>(d); variable && variable->getInit()) {
        define(isa<DecompositionDecl>(d) ? nullptr : variable, variable->getInit(), nullptr);
        if (!lambdaOf(variable))
          look(variable->getInit(), control);
      }
  } else if (auto *branch = dyn_cast<IfStmt>(s)) {
    collect(branch->getInit(), control);
    collect(branch->getConditionVariableDeclStmt(), control);
    std::optional<bool> known = knownCondition(ast, branch->getCond());
    const Stmt *sides[] = {branch->getThen(), branch->getElse()};
    auto aborts = [&](const Stmt *side) { return side && endsOf(ast, side).aborts(); };
    // A check is taken to pass.
    const bool isCheck = aborts(sides[0]) || aborts(sides[1]);
    Control *inner = known || isCheck ? control : inside(control, branch->getCond());
    for (unsigned i : {0, 1})
      if (!aborts(sides[i]) && (!known || *known == (i == 0)))
        collect(sides[i], inner);
  } else if (auto *choice = dyn_cast<SwitchStmt>(s)) {
    collect(choice->getInit(), control);
    collect(choice->getConditionVariableDeclStmt(), control);
    Control *inner = inside(control, choice->getCond());
    inner->takesBreak = true;
    for (const Case &c : casesOf(choice))
      if (!endsOf(ast, c.body).aborts())
        for (const Stmt *child : c.body)
          collect(child, inner);
  } else if (auto *l = dyn_cast<ForStmt>(s)) {
    collect(l->getInit(), control);
    Control *inner = loop(l->getCond(), l->getBody());
    collect(static_cast<const Stmt *>(l->getInc()), inner);
  } else if (auto *l = dyn_cast<WhileStmt>(s)) {
    collect(l->getConditionVariableDeclStmt(), control);
    loop(l->getCond(), l->getBody());
  } else if (auto *l = dyn_cast<DoStmt>(s)) {
    loop(l->getCond(), l->getBody());
  } else if (auto *l = dyn_cast<CXXForRangeStmt>(s)) {
    define(l->getLoopVariable(), l->getRangeInit(), nullptr);
    Control *inner = loop(l->getRangeInit(), l->getBody());
    // What a reference to an entry is assigned changes the list.
    if (definitions[l->getLoopVariable()].size() > 1 &&
        l->getLoopVariable()->getType()->isReferenceType())
      define(assignedVariable(l->getRangeInit()), l->getBody(), inner);
  } else if (isa<BreakStmt, ContinueStmt>(s)) {
    // What the loop computes depends on whether this is reached.
    llvm::SmallVector<const Stmt *> reads;
    for (Control *c = control; c; c = c->outer) {
      if (isa<BreakStmt>(s) ? c->takesBreak : c->takesContinue) {
        c->reads.append(reads);
        break;
      }
      reads.append(c->reads);
    }
  } else if (auto *e = dyn_cast<Expr>(s)) {
    collect(e, control);
  } else if (!isa<NullStmt>(s)) {
    roots.push_back({s, control}); // a return, or a statement that is refused
  }
}

void Collector::collect(const Expr *e, Control *control) {
  e = e->IgnoreParens()->IgnoreImplicit()->IgnoreParens();
  auto *call = dyn_cast<CXXMemberCallExpr>(e);
  auto *method = call ? call->getMethodDecl() : nullptr;
  if (std::optional<Assignment> a = assignmentOf(e))
    for (; a; a = assignmentOf(a->right)) { // x = y = 0
      define(assignedVariable(a->left), e, control);
      if (!assignmentOf(a->right))
        look(a->right, control);
    }
  else if (call && computedVariable(call))
    define(computedVariable(call), e, control);
  else if (auto *op = dyn_cast<UnaryOperator>(e); op && op->isIncrementDecrementOp())
    define(assignedVariable(op->getSubExpr()), e, control);
  else if (auto list = commaOperands(e); !list.empty())
    define(assignedVariable(list.front()), e, control);
  else if (!mayModify(e))
    return;
  else if (method && isInNamespace(method, "Eigen"))
    // A method that leaves its object as it is changes an argument.
    define(isEigenMethod(call, {"solveInPlace"}) ? assignedVariable(call->getArg(0))
           : method->isConst() ? nullptr
                               : assignedVariable(call->getImplicitObjectArgument()),
           e, control);
  else if (method && isList(call->getImplicitObjectArgument()->getType()))
    define(assignedVariable(call->getImplicitObjectArgument()), e, control);
  else if (auto outputs = outputsOf(e); !outputs.empty())
    for (const Expr *output : outputs)
      define(assignedVariable(output), e, control);
  else if (auto *op = dyn_cast<BinaryOperator>(e); op && op->isCommaOp()) {
    collect(op->getLHS(), control); // for (…; ++i, ++j)
    collect(op->getRHS(), control);
  } else
    roots.push_back({e, control});
}

Effects effectsOf(const ASTContext &ast, const Stmt *s) {
  Collector collector(ast);
  collector.collect(s, nullptr);
  Effects effects;
  effects.isUnknown = !collector.roots.empty() || collector.changesMore;
  for (auto &[variable, definitions] : collector.definitions) {
    effects.assigned.insert(variable);
    // Through a view, another variable may change.
    std::optional<EigenType> eigen = eigenType(ast, variable->getType());
    const bool isView = variable->getType()->isReferenceType() || (eigen && !eigen->isPlain);
    // An entry of a list is one by its first definition.
    llvm::ArrayRef<Definition> changes(definitions);
    if (variable->isCXXForRangeDecl())
      changes = changes.drop_front();
    effects.isUnknown |= isView && llvm::any_of(changes, [&, v = variable](Definition d) {
                           return d.value != v->getInit();
                         });
  }
  return effects;
}

llvm::DenseSet<const VarDecl *> neededVariables(const FunctionDecl *function,
                                                llvm::ArrayRef<const VarDecl *> outputs) {
  Collector collector(function->getASTContext());
  collector.collect(function->getBody(), nullptr);
  llvm::DenseSet<const VarDecl *> needed;
  llvm::SmallVector<Definition> open = collector.roots;
  auto need = [&](const VarDecl *variable) {
    if (needed.insert(variable).second)
      open.append(collector.definitions[variable]);
  };
  llvm::for_each(outputs, need);
  llvm::DenseSet<const Control *> known;
  while (!open.empty()) {
    auto [value, control] = open.pop_back_val();
    walk(value, [&](const Stmt *s) {
      if (auto *reference = dyn_cast<DeclRefExpr>(s))
        if (auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
          need(variable);
    });
    for (; control && known.insert(control).second; control = control->outer)
      for (const Stmt *read : control->reads)
        open.push_back({read, nullptr});
  }
  return needed;
}

} // namespace delgen
