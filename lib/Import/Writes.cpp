//===- Writes.cpp - What is written part by part --------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A write to a part gives the variable a new value, the old one with the part replaced. A
// matrix that is declared with sizes only is zero until then, and cannot be read.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

Value FunctionImporter::zero(SourceLocation at, std::pair<mx::Size, mx::Size> shape,
                             FloatType element) {
  return mx::uniform(b, locationOf(at), 0, shaped(shape.first, shape.second, element));
}

//===-- Where to ----------------------------------------------------------===//

std::optional<Part> FunctionImporter::targetPart(const Expr *e, Value whole,
                                                 const std::optional<Part> &base) {
  e = e->IgnoreParenImpCasts();
  if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(e))
    return targetPart(temporary->getSubExpr(), whole, base);
  if (auto *full = dyn_cast<FullExpr>(e))
    return targetPart(full->getSubExpr(), whole, base);
  std::optional<Call> c;
  auto all = [&] {
    Value zero = integer(e, 0);
    return base ? *base : Part{zero, zero, rowsOf(whole), colsOf(whole)};
  };
  if (listOfEntry(e))
    return all();
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e)) {
    c.emplace(member, member->getMethodDecl(), member->arguments());
    c->object = member->getImplicitObjectArgument();
    if (isPassedThrough(c->name))
      return targetPart(c->object, whole, base);
  } else if (auto *index = dyn_cast<CXXOperatorCallExpr>(e)) {
    c.emplace(index, index->getDirectCallee(), llvm::drop_begin(index->arguments()));
    c->name = "coeff";
    c->object = index->getArg(0);
  } else {
    return all();
  }
  std::optional<Part> outer = targetPart(c->object, whole, base);
  if (!outer)
    return std::nullopt;
  mx::Size cols = outer->isDiagonal ? sizes.number(1) : outer->cols;
  std::optional<Part> inner = partOf(*c, outer->rows, cols);
  if (!inner)
    return std::nullopt;
  if (outer->isDiagonal) {
    // A part of the diagonal is the diagonal of a block.
    inner->col = inner->row;
    inner->cols = inner->rows;
    inner->isDiagonal = !inner->rows.is(1);
  }
  inner->row = shift(e, BO_Add, outer->row, inner->row);
  inner->col = shift(e, BO_Add, outer->col, inner->col);
  if (!inner->row || !inner->col)
    return std::nullopt;
  return inner;
}

/// True where `e` is a field of a union, or of what is one.
static bool isInUnion(const Expr *e) {
  auto *member = dyn_cast<MemberExpr>(e->IgnoreParenImpCasts());
  auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  return field && (field->getParent()->isUnion() || isInUnion(member->getBase()));
}

/// True where `e` is a field of an object, or a part of one.
static bool isField(const Expr *e) {
  e = e->IgnoreParenImpCasts();
  if (auto *call = dyn_cast<CXXMemberCallExpr>(e))
    return isField(call->getImplicitObjectArgument());
  if (auto *index = dyn_cast<CXXOperatorCallExpr>(e))
    return isField(index->getArg(0));
  return isa<MemberExpr>(e);
}

/// True where `e` is a variable itself, or with another C++ type.
static bool isWhole(const Expr *e) {
  e = e->IgnoreParenImpCasts();
  if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(e))
    return isWhole(temporary->getSubExpr());
  if (auto *full = dyn_cast<FullExpr>(e))
    return isWhole(full->getSubExpr());
  if (listOfEntry(e))
    return true;
  if (isa<CXXOperatorCallExpr>(e))
    return false;
  auto *member = dyn_cast<CXXMemberCallExpr>(e);
  return !member || (isPassedThrough(member->getMethodDecl()->getName()) &&
                     isWhole(member->getImplicitObjectArgument()));
}

/// The entry of a list of which `e` is a part, or null.
static const Expr *entryIn(const Expr *e) {
  e = e->IgnoreParenImpCasts();
  if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(e))
    return entryIn(temporary->getSubExpr());
  if (auto *full = dyn_cast<FullExpr>(e))
    return entryIn(full->getSubExpr());
  if (listOfEntry(e))
    return e;
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e))
    return entryIn(member->getImplicitObjectArgument());
  if (auto *index = dyn_cast<CXXOperatorCallExpr>(e))
    return entryIn(index->getArg(0));
  return nullptr;
}

bool FunctionImporter::enterEntry(const Expr *e, Value whole, Target &target) {
  const Expr *object = listOfEntry(e);
  if (const Expr *outer = entryIn(object)) {
    if (!enterEntry(outer, whole, target))
      return false;
    whole = target.entry;
  }
  Value index = indexOf(e, whole);
  if (!index || !isa<mx::ListType>(whole.getType()))
    return false;
  target.entries.emplace_back(whole, index);
  target.entryTypes.push_back(e->getType());
  target.entry = entryAt(e, whole, index, e->getType());
  return true;
}

FunctionImporter::Target FunctionImporter::target(const Expr *e,
                                                  llvm::ArrayRef<const Expr *> sources, bool sets) {
  const Expr *root = rootOf(e);
  const VarDecl *to = storageOf(root);
  if (isInUnion(e)) {
    report.error(e, ofUnion);
    return {};
  }
  if (!to || !to->hasLocalStorage()) {
    report.error(
        e, to ? "an assignment to a variable that is not local is not supported; return it"
           : isField(e)
               ? "an assignment to this field is not supported, for its object is not a local "
                 "variable; copy the object first"
               : "an assignment to this is not supported; assign to a variable, or to a "
                 "part of it such as x(i), X.row(i) or X.block(i, j, m, n)");
    return {};
  }
  std::optional<View> view;
  if (auto known = views.find(to); known != views.end()) {
    view = known->second;
    to = view->variable;
  } else if (const VarDecl *viewed = assignedVariable(e); viewed && !isNeeded(viewed)) {
    to = viewed; // a view of what nothing reads
  }
  // Through a view, a variable that is needed may change though the view is not.
  QualType type = to->getType();
  std::optional<EigenType> eigen = eigenType(ast, type);
  const std::string name = quoted(to->getName());
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const bool isView =
      eigen ? !eigen->isPlain : !eigenTemplate(record).empty() && decomposition(type).empty();
  auto known = variables.find(to);
  const bool isEntry = known != variables.end() && known->second.isEntry;
  if (!isEntry && (type->isReferenceType() || isView)) {
    report.error(e, "an assignment through " + name +
                        " is not supported, for what it refers to is not a local variable or a "
                        "part of one; assign to that");
    return {};
  }
  if (!isNeeded(to)) {
    for (const Expr *source : sources)
      if (mayModify(source))
        report.error(source, "an assignment inside an expression is not supported; write it as a "
                             "statement of its own");
    return {};
  }
  auto found = variables.find(to);
  if (found == variables.end()) {
    report.error(e, quoted(typeName(type)) + " is not supported; use numbers, matrices, lists");
    return {};
  }
  if (found->second.isUnset && !sets) {
    report.error(e, name + " is used before it has a value; give it one");
    assign(to, {}, e->getExprLoc());
    return {};
  }
  Target target;
  target.variable = to;
  target.isWhole = isWhole(e) && (!view || view->isWhole);
  Value whole = found->second.value;
  if (view)
    for (auto [index, entryType] : view->entries) {
      if (!whole || !isa<mx::ListType>(whole.getType())) {
        assign(to, {}, e->getExprLoc());
        return {};
      }
      target.entries.emplace_back(whole, index);
      target.entryTypes.push_back(entryType);
      whole = target.entry = entryAt(e, whole, index, entryType);
    }
  if (const Expr *entry = entryIn(e)) {
    if (!whole || !enterEntry(entry, whole, target)) {
      assign(to, {}, e->getExprLoc());
      return {};
    }
    whole = target.entry;
  }
  if (target.isWhole)
    return target;
  if (!whole && found->second.isUnset) {
    report.error(e, name + " has no size yet; declare it with its sizes, as in " +
                        quoted(typeName(type) + " " + to->getName() +
                               (eigen && eigen->isVector() ? "(n)" : "(m, n)")));
    assign(to, {}, e->getExprLoc());
  }
  const std::optional<Part> base =
      view && !view->isWhole ? std::optional(view->part) : std::nullopt;
  std::optional<Part> part = whole ? targetPart(e, whole, base) : std::nullopt;
  if (!part) {
    assign(to, {}, e->getExprLoc());
    return {};
  }
  target.part = *part;
  return target;
}

Value FunctionImporter::read(const Expr *e, const Target &target) {
  const Variable &variable = variables[target.variable];
  if (target.entry)
    return target.isWhole ? target.entry : part(e, target.entry, target.part);
  if (!target.isWhole)
    return variable.value ? part(e, variable.value, target.part) : Value();
  if (variable.isUnset && !variable.value)
    return refuse(e, quoted(target.variable->getName()) +
                         " is used before it has a value; give it one");
  return variable.value;
}

void FunctionImporter::write(const Expr *e, const Target &target, Value value) {
  Value whole = target.entry ? target.entry : variables[target.variable].value;
  if (value && !target.isWhole)
    value = whole ? withPart(e, whole, target.part, value) : whole;
  for (auto [list, index] : llvm::reverse(target.entries))
    if (value)
      value = make<mx::SetAtOp>(e, list.getType(), list, index, value);
  assign(target.variable, value, e->getExprLoc());
}

Value FunctionImporter::addToDiagonal(const Expr *e, Target &target, OverloadedOperatorKind kind,
                                      Value value) {
  Part &p = target.part;
  p.isDiagonal = false;
  Value block = read(e, target);
  if (!block)
    return block;
  if (value.getType().isIndex() || mx::isScalar(value))
    value = fill(e, toElement(e, value, mx::elementType(block.getType())), p.rows, sizes.number(1));
  value = column(e, value);
  if (!agree(e, rowsOf(value), p.rows, "the diagonal is as long as its matrix has rows") ||
      !sameElements(e, block, value))
    return {};
  if (!mx::isScalar(value))
    value = make<mx::DiagOp>(e, value);
  return add(e, block, kind == OO_PlusEqual ? value : negate(e, value));
}

//===-- Statements that write ---------------------------------------------===//

void FunctionImporter::solveInPlace(const CXXMemberCallExpr *e) {
  Target target = this->target(e->getArg(0), {}, false);
  if (!target.variable)
    return;
  Call c(e, e->getMethodDecl(), e->arguments());
  c.name = "solve";
  c.object = e->getImplicitObjectArgument();
  c.self = expression(c.object);
  write(e, target, c.self ? eigenOperation(c) : Value());
}

void FunctionImporter::commaInitializer(const Expr *e, llvm::ArrayRef<const Expr *> operands) {
  Target target = this->target(operands.front(), operands.drop_front(), true);
  if (!target.variable)
    return;
  // C++ evaluates the second entry when the first has been written.
  for (const Expr *operand : operands.drop_front(2)) {
    const Expr *read = nullptr;
    walk(operand, [&](const Stmt *s) {
      if (auto *reference = dyn_cast<DeclRefExpr>(s);
          reference && assignedVariable(reference) == assignedVariable(operands.front()))
        read = reference;
    });
    if (!read)
      continue;
    report.error(read, quoted(target.variable->getName()) +
                           " is read while this fills it; give what is read a name before");
    return assign(target.variable, {}, e->getExprLoc());
  }
  std::optional<EigenType> eigen = eigenType(ast, operands.front()->getType());
  FloatType element = eigen ? floatType(eigen->scalar) : FloatType();
  if (!element) {
    report.error(e, "this comma initialiser is not supported; fill matrices of double or float");
    return assign(target.variable, {}, e->getExprLoc());
  }
  Value old = target.entry ? target.entry : variables[target.variable].value;
  if (!old) {
    if (variables[target.variable].isUnset)
      report.error(operands.front(),
                   quoted(target.variable->getName()) +
                       " has no size yet; declare it with the size of its comma initialiser");
    return assign(target.variable, {}, e->getExprLoc());
  }
  const Part &p = target.part;
  if (!target.isWhole && p.isDiagonal)
    return write(e, target, tiled(e, operands.drop_front(), p.rows, sizes.number(1), element));
  write(e, target,
        tiled(e, operands.drop_front(), target.isWhole ? rowsOf(old) : p.rows,
              target.isWhole ? colsOf(old) : p.cols, element));
}

Value FunctionImporter::finished(const CXXMemberCallExpr *e) {
  auto operands = commaOperands(e->getImplicitObjectArgument());
  const Expr *made =
      operands.empty() ? nullptr : operands.front()->IgnoreParenCasts()->IgnoreImplicit();
  // VectorXd(2) is a conversion from 2 by its form.
  if (auto *conversion = dyn_cast_or_null<CXXFunctionalCastExpr>(made))
    made = conversion->getSubExpr()->IgnoreImplicit();
  std::optional<EigenType> type =
      made && isa<CXXConstructExpr>(made) ? eigenType(ast, made->getType()) : std::nullopt;
  FloatType element = type && type->isPlain ? floatType(type->scalar) : FloatType();
  if (!element)
    return refuse(e, "finished() is supported for a matrix that is made here, as in "
                     "(Eigen::VectorXd(2) << a, b).finished()");
  auto shape = shapeOfNew(made, *type);
  if (!shape)
    return refuse(e, "this comma initialiser needs a matrix with sizes");
  return tiled(e, llvm::ArrayRef(operands).drop_front(), shape->first, shape->second, element);
}

bool FunctionImporter::modification(const CXXMemberCallExpr *e) {
  const CXXMethodDecl *method = e->getMethodDecl();
  if (!isInNamespace(method, "Eigen") || !method->getDeclName().isIdentifier())
    return false;
  const Call c(e, method, e->arguments());
  static const llvm::StringSet<> known = {
      "setZero", "setOnes",   "setConstant",     "setIdentity",     "fill",
      "resize",  "normalize", "stableNormalize", "transposeInPlace"};
  if (!known.contains(c.name))
    return false;
  const Expr *object = e->getImplicitObjectArgument();
  const bool isPower = c.name.ends_with("ormalize"), isTransposed = c.name == "transposeInPlace";
  Target target = this->target(object, c.args, !isPower && !isTransposed);
  if (!target.variable)
    return true;
  std::optional<EigenType> eigen = eigenType(ast, object->getType());
  FloatType element = eigen ? floatType(eigen->scalar) : FloatType();
  Variable &variable = variables[target.variable];
  if (!element)
    return assign(target.variable, {}, e->getExprLoc()), false;

  const bool hasNumber = c.name == "setConstant" || c.name == "fill";
  llvm::ArrayRef<const Expr *> given(c.args);
  Value number = c.name == "setOnes" ? constant(e, 1, element) : constant(e, 0, element);
  if (hasNumber) {
    number = real(given.back(), element);
    given = given.drop_back();
  }
  // setZero(m, n) makes a matrix of this shape.
  std::optional<mx::Size> rows, cols;
  if (!given.empty()) {
    if (auto shape = givenSizes(*eigen, given))
      std::tie(rows, cols) = std::pair((*shape)[0], (*shape)[1]);
    if (!rows || !cols)
      return assign(target.variable, {}, e->getExprLoc()), true;
  }
  if (c.name == "resize") {
    if (target.entry && target.isWhole && rows && cols)
      return write(e, target, zero(e->getExprLoc(), {*rows, *cols}, element)), true;
    if (!variable.isUnset) {
      report.error(e, "resize() is supported for a matrix without a value only; declare another");
    } else if (rows && cols) {
      variable.value = zero(e->getExprLoc(), {*rows, *cols}, element);
      return true;
    }
    return assign(target.variable, {}, e->getExprLoc()), true;
  }
  Value old = variable.value ? read(object, target) : Value();
  if (!rows && !old) {
    if (variable.isUnset)
      report.error(e, quoted(target.variable->getName()) +
                          (isPower ? " is used before it has a value; give it one"
                                   : " has no size yet; declare it with its sizes"));
    return assign(target.variable, {}, e->getExprLoc()), true;
  }
  if (!rows) {
    rows = rowsOf(old);
    cols = colsOf(old);
  }
  Value value;
  if (isPower) {
    value = normalized(e, old, c.name);
  } else if (isTransposed) {
    if (mustBeSquare(e, old, "transposeInPlace"))
      value = transpose(e, old);
  } else if (c.name == "setIdentity") {
    mlir::Type type = shaped(*rows, *cols, element);
    value = isa<FloatType>(type) ? constant(e, 1, element) : make<mx::IdentityOp>(e, type);
  } else if (number) {
    value = fill(e, number, *rows, *cols);
  }
  write(e, target, value);
  return true;
}

} // namespace delgen
