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
  explicit Collector(const ASTContext &ast, const Collector *outer = nullptr,
                     const FunctionDecl *function = nullptr)
      : ast(ast), outer(outer), function(function) {}

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
    bool isKnown = false;
    walk(e, [&](const Stmt *s) {
      auto *step = dyn_cast<UnaryOperator>(s);
      if (auto *call = dyn_cast<CallExpr>(s)) {
        isKnown |= lookAtCall(call, control);
      } else if (step && step->isIncrementDecrementOp()) {
        define(assignedVariable(step->getSubExpr()), step, control); // i-- > 0
        isKnown = true;
      } else if (auto *comma = dyn_cast<BinaryOperator>(s); comma && comma->isCommaOp()) {
        collect(comma->getLHS(), control); // a statement: (y = x, y + 1)
      }
    });
    changesMore |= !isKnown && mayModify(e);
  }
  /// Notes what a call gives values; false where that is nothing.
  bool lookAtCall(const CallExpr *call, Control *control);
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
  /// Who looks into the body of `function`.
  const Collector *outer;
  const FunctionDecl *function;
  std::vector<std::unique_ptr<Control>> controls;
};

} // namespace

bool Collector::lookAtCall(const CallExpr *call, Control *control) {
  if (auto sides = swapped(call)) {
    define(assignedVariable(sides->first), call, control);
    define(assignedVariable(sides->second), call, control);
    return true;
  }
  bool changes = false;
  auto *method = dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee());
  if (const bool isCalled = isa<CXXMemberCallExpr, CXXOperatorCallExpr>(call);
      isCalled && method && changesObject(method) && structOf(objectOf(call)->getType())) {
    define(assignedVariable(objectOf(call)), call, control);
    changes = true;
  }
  const auto outputs = outputsOf(call);
  for (const Expr *output : outputs)
    define(assignedVariable(output), call, control);
  const FunctionDecl *called = closureCall(call);
  for (const Collector *c = this; called && c; c = c->outer)
    if (c->function == called)
      called = nullptr; // recursion, which is refused
  changes |= !outputs.empty();
  if (!called)
    return changes;
  Collector inner(ast, this, called);
  inner.collect(called->getBody(), nullptr);
  for (auto &[variable, definitions] : inner.definitions)
    if (variable->getDeclContext() != called) {
      define(variable, call, control);
      changes = true;
    }
  for (Definition root : inner.roots)
    if (!isa<ReturnStmt>(root.value)) {
      roots.push_back({call, control});
      changes = true;
      break;
    }
  return changes;
}

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
        const bool isKnown = !isa<DecompositionDecl>(d) || structOf(variable->getType());
        define(isKnown ? variable : nullptr, variable->getInit(), nullptr);
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
    for (const Case &c : casesOf(ast, choice))
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

/// True for an expression that counts on its way, as `i-- > 0` does.
static bool isStep(const Expr *e) {
  bool found = false;
  walk(e, [&](const Stmt *s) {
    auto *step = dyn_cast<UnaryOperator>(s);
    found |= step && step->isIncrementDecrementOp();
  });
  return found;
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
  else if (auto *exchange = dyn_cast<CallExpr>(e); exchange && swapped(exchange))
    lookAtCall(exchange, control);
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
  else if (auto *function = dyn_cast<CallExpr>(e); function && lookAtCall(function, control))
    return;
  else if (auto *op = dyn_cast<BinaryOperator>(e); op && op->isCommaOp()) {
    collect(op->getLHS(), control); // for (…; ++i, ++j)
    collect(op->getRHS(), control);
  } else if (isStep(e))
    look(e, control);
  else
    roots.push_back({e, control});
}

Effects writtenOutside(const FunctionDecl *function) {
  Collector collector(function->getASTContext(), nullptr, function);
  collector.collect(function->getBody(), nullptr);
  Effects effects;
  effects.isUnknown = collector.changesMore || llvm::any_of(collector.roots, [](Definition root) {
                        return !isa<ReturnStmt>(root.value);
                      });
  for (auto &[variable, definitions] : collector.definitions)
    if (variable->getDeclContext() != function)
      effects.assigned.insert(variable);
  return effects;
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

/// True for a part of a matrix, or a variable that is one.
static bool isPartOf(const Expr *e) {
  const Expr *root = rootOf(e);
  auto *reference = dyn_cast<DeclRefExpr>(root);
  auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  const Expr *of = variable ? viewedBy(variable) : nullptr;
  return root != e->IgnoreParenImpCasts() || (of && isPartOf(of));
}

bool keepsSizes(const ASTContext &ast, const Stmt *s, const VarDecl *variable) {
  Collector collector(ast);
  collector.collect(s, nullptr);
  return llvm::all_of(collector.definitions[variable], [](Definition definition) {
    auto *e = dyn_cast<Expr>(definition.value);
    if (!e)
      return false;
    if (std::optional<Assignment> a = assignmentOf(e))
      return a->kind != OO_Equal || isPartOf(a->left);
    if (auto list = commaOperands(e); !list.empty())
      return true;
    auto *step = dyn_cast<UnaryOperator>(e->IgnoreParenImpCasts());
    return step && step->isIncrementDecrementOp();
  });
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
  // What changes something else on the way is computed: u = f(x), where f is a lambda that adds
  // to another variable.
  for (auto &[variable, definitions] : collector.definitions)
    for (const Definition &definition : llvm::SmallVector<Definition>(definitions)) {
      auto *e = dyn_cast_or_null<Expr>(definition.value);
      std::optional<Assignment> a = e ? assignmentOf(e) : std::nullopt;
      const Expr *source = a ? a->right : e && e == variable->getInit() ? e : nullptr;
      if (source && mayModify(source))
        need(variable);
    }
  llvm::DenseSet<const Control *> known;
  while (!open.empty()) {
    auto [value, control] = open.pop_back_val();
    walk(value, [&](const Stmt *s) {
      auto *reference = dyn_cast<DeclRefExpr>(s);
      auto *binding = reference ? dyn_cast<BindingDecl>(reference->getDecl()) : nullptr;
      const ValueDecl *read = binding     ? binding->getDecomposedDecl()
                              : reference ? reference->getDecl()
                                          : nullptr;
      if (auto *variable = dyn_cast_or_null<VarDecl>(read))
        need(variable);
    });
    for (; control && known.insert(control).second; control = control->outer)
      for (const Stmt *read : control->reads)
        open.push_back({read, nullptr});
  }
  return needed;
}

} // namespace delgen
