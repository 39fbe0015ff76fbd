//===- Syntax.h - What the form of C++ code tells ----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_SYNTAX_H
#define DELGEN_IMPORT_SYNTAX_H

#include "Fields.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"

namespace delgen {

/// The local variables of `function` on which its result, or `outputs`, depend.
llvm::DenseSet<const clang::VarDecl *>
neededVariables(const clang::FunctionDecl *function,
                llvm::ArrayRef<const clang::VarDecl *> outputs = {});

/// The arguments that the user's function which `e` calls may write to.
llvm::SmallVector<const clang::Expr *> outputsOf(const clang::Expr *e);
/// What `call` gives the parameters, without the object of an operator().
llvm::ArrayRef<const clang::Expr *> argumentsOf(const clang::CallExpr *call);

/// The function that `s` calls where it may do more than its arguments tell, for it is a lambda
/// or is given one: its body is read in place of the call. Null for anything else.
const clang::FunctionDecl *closureCall(const clang::Stmt *s);
/// The variables outside of `function` to which its body gives values.
struct Effects writtenOutside(const clang::FunctionDecl *function);

/// True for std::vector, std::array and arrays of C.
bool isList(clang::QualType type);
/// What a list is made of; also of C.
std::optional<ListOf> anyListOf(const clang::ASTContext &ast, clang::QualType type);
/// The list of which `e` is an entry: v of v[i], v.at(i), v.front(), v.back(); or null.
const clang::Expr *listOfEntry(const clang::Expr *e);

/// True where evaluating `e` may change a variable, as far as its form tells.
bool mayModify(const clang::Expr *e);

/// The lambda that `variable` is initialised with, or null.
const clang::LambdaExpr *lambdaOf(const clang::VarDecl *variable);
/// True for the class of a lambda.
bool isLambda(clang::QualType type);
/// `e` without what copies or converts it on the way to a call.
const clang::Expr *withoutCopies(const clang::Expr *e);

/// What std::move, std::forward or std::as_const is given where `e` is a call of one, or null.
const clang::Expr *passedOn(const clang::Expr *e);

/// `e` without parentheses, conversions, std::move, and what says that it is a temporary.
const clang::Expr *withoutTemporaries(const clang::Expr *e);

/// True where `side` stands in an operation on the bits of Booleans, which C++ makes integers.
bool takesBooleans(clang::BinaryOperatorKind kind, const clang::Expr *side);

/// True for an array of bool, or an expression that is one.
bool isCondition(const clang::ASTContext &ast, clang::QualType type);

/// Whether `type`, a VectorwiseOp of Eigen, is by rows; nothing for another type.
std::optional<bool> byRows(clang::QualType type);

/// What `e` is a part of: X of X.col(i)(j), v of v[i].
const clang::Expr *rootOf(const clang::Expr *e);
/// What of another variable `variable` is: a reference to it, or an expression of Eigen that is a
/// part of it. Null for a variable that is none, and for what is read where it stands.
const clang::Expr *viewedBy(const clang::VarDecl *variable);
/// What a structured binding is a name of: a field, or std::get of a std::pair; or null.
const clang::Expr *boundTo(const clang::BindingDecl *binding);
/// The field of the std::pair that `e`, a call of std::get, reads, and the pair; null for another.
std::pair<const clang::FieldDecl *, const clang::Expr *> fieldGot(const clang::Expr *e);
/// The variable that an assignment to `e`, itself, a field or a part of it, gives a value, or null.
const clang::VarDecl *assignedVariable(const clang::Expr *e);

/// left op right, with = or +=, -=, *=, /= for op, of numbers or of Eigen.
struct Assignment {
  const clang::Expr *e, *left, *right;
  clang::OverloadedOperatorKind kind;
};
/// The assignment that `e` is, under what the compiler adds to it; nothing for anything else.
std::optional<Assignment> assignmentOf(const clang::Expr *e);

/// The variable that `e`, a call of compute(), gives a matrix to factorise; or null.
const clang::VarDecl *computedVariable(const clang::CXXMemberCallExpr *e);

/// What std::swap(x, y) or x.swap(y) exchanges; nothing for anything else.
std::optional<std::pair<const clang::Expr *, const clang::Expr *>>
swapped(const clang::CallExpr *e);

/// The operands of `m << a, b, c`: m, a, b, c; none where `e` is anything else.
llvm::SmallVector<const clang::Expr *> commaOperands(const clang::Expr *e);

/// True for a method of Eigen that changes the C++ type of its object alone.
bool isPassedThrough(llvm::StringRef method);
/// True for a method of Eigen that is a part of its object, which may be assigned to.
bool isPart(llvm::StringRef method);

//===-- Where control goes ------------------------------------------------===//

/// How a statement may end.
struct Ends {
  bool falls = false; // to the next statement
  bool returns = false, breaks = false, continues = false;

  bool leaves() const { return returns || breaks || continues; }
  /// True for a branch of a check, which throws or ends the program.
  bool aborts() const { return !falls && !leaves(); }
  Ends operator|(Ends other) const {
    return {falls || other.falls, returns || other.returns, breaks || other.breaks,
            continues || other.continues};
  }
};
Ends endsOf(const clang::ASTContext &ast, const clang::Stmt *s);
/// The same of statements in order.
Ends endsOf(const clang::ASTContext &ast, llvm::ArrayRef<const clang::Stmt *> list);

/// What a switch does for some values.
struct Case {
  const clang::Stmt *label;
  llvm::SmallVector<const clang::Expr *> values; // none for what remains
  llvm::SmallVector<const clang::Stmt *> body;   // without the break at its end
  bool hasBreak;
};
/// What falls through into the next case has its statements, too.
std::vector<Case> casesOf(const clang::ASTContext &ast, const clang::SwitchStmt *s);

/// The value of a condition that is known while compiling.
std::optional<bool> knownCondition(const clang::ASTContext &ast, const clang::Expr *e);

/// What a statement does besides computing.
struct Effects {
  llvm::SmallSetVector<const clang::VarDecl *, 8> assigned;
  bool isUnknown = false; // also something else, or that a return depends on
};
Effects effectsOf(const clang::ASTContext &ast, const clang::Stmt *s);

/// True where `s` gives entries of `variable` values, but never its sizes.
bool keepsSizes(const clang::ASTContext &ast, const clang::Stmt *s, const clang::VarDecl *variable);

/// An expression that tells where `s` stands, or null.
const clang::Expr *conditionOf(const clang::Stmt *s);

/// True for a call of a method of Eigen with one of the names.
bool isEigenMethod(const clang::CXXMemberCallExpr *e, llvm::ArrayRef<llvm::StringRef> names);

/// True for what writes to another variable: a view of Eigen, an iterator, a pointer, a list of
/// these.
bool isHandle(const clang::ASTContext &ast, clang::QualType type);
/// The object of which a member function or operator is called.
const clang::Expr *objectOf(const clang::CallExpr *e);
/// True for a method that may change the fields of its object.
bool changesObject(const clang::CXXMethodDecl *method);
/// True where `f` makes a handle of its own from what `parameter` refers to.
bool copiesHandle(const clang::FunctionDecl *f, const clang::ParmVarDecl *parameter);
/// True where the body of `f` has a const_cast.
bool castsConstAway(const clang::FunctionDecl *f);
/// Refuses what the body of `f` may write to from elsewhere; false after an error.
bool refuseHandles(const clang::ASTContext &ast, class Report &report,
                   const clang::FunctionDecl *f);

/// Calls `visit` with `s` and everything inside it.
void walk(const clang::Stmt *s, llvm::function_ref<void(const clang::Stmt *)> visit);

} // namespace delgen

#endif // DELGEN_IMPORT_SYNTAX_H
