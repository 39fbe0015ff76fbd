//===- Importer.h - One C++ function at a time becomes mx -------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ModuleImporter knows which functions there are; FunctionImporter reads one. A value is
// an mlir::Value, null where its problem has been reported: what uses it is silent.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_IMPORTER_H
#define DELGEN_IMPORT_IMPORTER_H

#include "EigenTypes.h"
#include "Fields.h"
#include "Report.h"
#include "Requests.h"
#include "Sizes.h"
#include "Syntax.h"
#include "Templates.h"

#include "delgen/Mx/Affine.h"
#include "delgen/Mx/Mx.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/PointerIntPair.h"
#include "llvm/ADT/SmallPtrSet.h"

#include <functional>
#include <map>

namespace delgen {

/// A value whose derivative does not exist at some points.
struct Kink {
  mlir::Value argument, result;
  clang::SourceLocation location;
  clang::SourceRange range;
  std::string text;
};

//===-- The functions of a module -----------------------------------------===//

class ModuleImporter {
public:
  ModuleImporter(clang::ASTContext &ast, mlir::ModuleOp module, Report &report)
      : ast(ast), module(module), report(report) {}

  /// The function of mx for `function`, which has a body, imported when it is first asked
  /// for; null where it cannot be. Where it is first asked for by a `call`, messages say so.
  /// An instance of a template is `generic` where it stands for the others.
  mlir::func::FuncOp get(const clang::FunctionDecl *function, const clang::Expr *call = nullptr,
                         bool isGeneric = false);
  /// True where the derivatives of `function` are the user's: it is opaque, or its body is
  /// not visible.
  bool isOpaque(const clang::FunctionDecl *function) const;
  /// True while `function` is being imported: asking for it then is recursion.
  bool isOpen(const clang::FunctionDecl *function, bool isGeneric) const;
  /// What the arguments of an imported function are in C++.
  llvm::ArrayRef<Place> argumentsOf(const clang::FunctionDecl *function, bool isGeneric) const;

  clang::ASTContext &ast;
  mlir::ModuleOp module;
  Report &report;
  std::vector<Kink> kinks;
  /// What is asked of each function that is annotated or named on the command line, in the
  /// order of the source; by its first declaration.
  llvm::MapVector<const clang::FunctionDecl *, Requests> wanted;
  /// The templates among them, by the instances that they are read as.
  llvm::DenseMap<const clang::FunctionDecl *, TemplateInstance> templates;

private:
  std::string symbolFor(const clang::FunctionDecl *function);

  struct State {
    bool isOpen = true;
    mlir::func::FuncOp function;
    std::vector<Place> arguments;
  };
  llvm::DenseMap<llvm::PointerIntPair<const clang::FunctionDecl *, 1, bool>, State> known;
  llvm::StringMap<unsigned> symbols; // how many functions have each name
};

/// A template that is annotated, and what is asked of it.
struct WantedTemplate {
  const clang::FunctionTemplateDecl *declaration;
  RequestTokens tokens;
  clang::SourceLocation where;
};

/// Replaces the templates in `importer.wanted` by the instances that they are read as.
void chooseInstances(clang::Sema &sema, ModuleImporter &importer,
                     llvm::ArrayRef<WantedTemplate> templates);

/// The namespace around `decl` as code names it: `a::b`, without what is inline or has no
/// name, or empty.
std::string namespaceOf(const clang::Decl *decl);

/// What the names of the functions that are generated for `function` begin with.
std::string generatedName(const clang::FunctionDecl *function);

/// Why a function cannot be imported by its declaration alone, or nothing.
std::optional<std::string> reasonToRefuse(const clang::FunctionDecl *function, bool isOpaque);

/// Declares `function`, whose body is not read, with the derivatives that the user wrote
/// beside it: `mx.given` lists the del functions; transposes, g_vjp_x, are declarations of
/// their own. Null where it cannot be declared. Reports the derivatives that do not fit.
mlir::func::FuncOp declareOpaque(ModuleImporter &module, const clang::FunctionDecl *function,
                                 llvm::StringRef symbol);

/// Adds `mx.reserved` to the module: what stands in the user's own namespaces.
void reserveNames(clang::ASTContext &ast, clang::Preprocessor &preprocessor, mlir::ModuleOp module);

/// Warns about the kinks that depend on a requested parameter.
void reportKinks(mlir::ModuleOp module, llvm::ArrayRef<Kink> kinks, Report &report);

/// How C++ reads a value of the shape `value` from an object of the type, which need not know
/// sizes that are known here; empty where it is the value.
llvm::StringRef viewOf(const EigenType &type, mlir::Type value);

/// What is said of operators and functions that no table lists.
inline constexpr llvm::StringLiteral unknownOperator =
    "this operator is not supported; docs/operations.md lists those that are";
/// What is said where the importer meets what it has no reason to refuse.
inline constexpr llvm::StringLiteral unforeseen = "this expression is not supported; write it with "
                                                  "what docs/operations.md and docs/usage.md list";
/// What is said of a field of a union.
inline constexpr llvm::StringLiteral ofUnion =
    "fields of a union are not supported, for each is written by all of them; use a struct";
/// What is said of such a constant in a template.
inline constexpr llvm::StringLiteral dependentConstant =
    "this constant depends on the template's arguments, which is not supported; pass it as a "
    "parameter";

//===-- One function ------------------------------------------------------===//

struct Call; // Operations.h

/// The arguments of a call that stand in the code, without default ones.
template <typename Range>
llvm::SmallVector<const clang::Expr *, 4> writtenArguments(Range &&arguments) {
  llvm::SmallVector<const clang::Expr *, 4> written;
  for (const clang::Expr *argument : arguments)
    if (!llvm::isa<clang::CXXDefaultArgExpr>(argument))
      written.push_back(argument);
  return written;
}

/// A block of a matrix: its first entry and its shape.
struct Part {
  mlir::Value row, col;
  mx::Size rows, cols;
  bool isDiagonal = false; // of the block, which is square
};

class FunctionImporter {
public:
  FunctionImporter(ModuleImporter &module, const clang::FunctionDecl *function,
                   bool isGeneric = false)
      : ast(module.ast), sizes(module.module.getContext()), module(module), function(function),
        requests(module.wanted.lookup(function->getCanonicalDecl())),
        context(module.module.getContext()), b(context), isGeneric(isGeneric) {
    if (isGeneric)
      sizes.allowStandIns();
  }

  /// The function, or null after reporting why not.
  mlir::func::FuncOp run(llvm::StringRef symbol);
  /// The function without a body, or null after reporting why not.
  mlir::func::FuncOp declare(llvm::StringRef symbol);
  /// What the arguments of the function are in C++.
  std::vector<Place> argumentPlaces() const;

  clang::ASTContext &ast;
  Sizes sizes;

  //===-- Algebra.cpp: what operations share ------------------------------===//

  using Value = mlir::Value;
  using Expr = clang::Expr;

  mlir::Location locationOf(clang::SourceLocation location);
  mlir::Location locationOf(const Expr *e) { return locationOf(e->getExprLoc()); }
  /// The type of a rows × cols value, as the sizes are now known.
  mlir::Type shaped(mx::Size rows, mx::Size cols, mlir::FloatType element);
  mx::Size rowsOf(Value v);
  mx::Size colsOf(Value v);
  /// `3 x n`.
  std::string shapeOf(Value v);

  /// The operation of mx for `e`.
  template <typename Op, typename... Args> Value make(const Expr *e, Args &&...args) {
    return Op::create(b, locationOf(e), std::forward<Args>(args)...);
  }
  Value constant(const Expr *e, double number, mlir::FloatType element);
  Value add(const Expr *e, Value x, Value y);
  Value multiply(const Expr *e, mlir::ValueRange factors);
  Value hadamard(const Expr *e, Value x, Value y);
  Value negate(const Expr *e, Value x);
  Value power(const Expr *e, Value x, double exponent);
  Value map(const Expr *e, llvm::StringRef function, Value x);
  Value inner(const Expr *e, Value x, Value y);
  Value transpose(const Expr *e, Value x);
  Value fill(const Expr *e, Value scalar, mx::Size rows, mx::Size cols);
  /// A vector as a column; a scalar as it is.
  Value column(const Expr *e, Value vector);
  /// `v` as a real number or matrix with entries of `element`; an integer becomes real.
  Value toElement(const Expr *e, Value v, mlir::FloatType element);
  Value element(const Expr *e, Value matrix, Value row, Value col);
  /// False after reporting a constant index that is outside of a size.
  bool isInside(const Expr *e, Value index, mx::Size size, llvm::StringRef what);

  /// Makes the sizes of x and y agree, or says at `e` that they cannot; `sides` are the
  /// names of the two in the message.
  bool agree(const Expr *e, Value x, Value y, llvm::StringRef left = "the left side",
             llvm::StringRef right = "the right side");
  /// Makes two sizes agree, or says at `e` that they cannot.
  bool agree(const Expr *e, mx::Size a, mx::Size b, const llvm::Twine &why);
  /// Makes `v` have one row and column.
  bool mustBeScalar(const Expr *e, Value v);
  bool mustBeSquare(const Expr *e, Value v, llvm::StringRef name);
  /// Refuses a mixture of float and double, which Eigen does not compile.
  bool sameElements(const Expr *e, Value x, Value y);

  /// x/‖x‖, as the method `name` computes it.
  Value normalized(const Expr *e, Value x, llvm::StringRef name);
  void addKinkAtZero(const Expr *e, Value argument, Value result, llvm::StringRef name,
                     llvm::StringRef what = "its argument");
  void addKink(const Expr *e, Value argument, Value result, const llvm::Twine &text);

  //===-- Integers.cpp ----------------------------------------------------===//

  Value integer(const Expr *e, int64_t n);
  /// The integer that a size is.
  Value extent(const Expr *e, mx::Size size);
  /// rows · cols.
  Value entryCount(const Expr *e, Value v);
  /// The size that an integer is, when a matrix is made with it; nothing after an error.
  std::optional<mx::Size> sizeFrom(const Expr *e, Value integer);
  /// The size that an integer parameter is; nothing for another value.
  std::optional<mx::Size> parameterSize(Value integer);
  Value integerOperation(const Expr *e, clang::BinaryOperatorKind kind, clang::QualType type,
                         Value x, Value y);
  Value convertInteger(const Expr *e, Value v, clang::QualType from, clang::QualType to);
  /// False for an integer of which it is known that it is at least 0, and in 63 bits.
  bool mayBeNegative(Value v);
  /// `v` modulo 2³², as unsigned integers are computed.
  Value reduced(const Expr *e, Value v);
  /// True for an unsigned variable that may start in the upper half of its type, as at -1, from
  /// where it goes on at 0.
  bool mayStartLarge(const clang::VarDecl *variable);
  /// What a variable becomes that was `before`: an unsigned one wraps that is multiplied again and
  /// again, or starts at large numbers.
  Value nextInteger(const Expr *e, const clang::VarDecl *variable, Value value, Value before);
  /// An integer as a real number: what is unsigned in C++ is a large one below 0.
  Value asUnsigned(const Expr *e, Value v, clang::QualType type);
  /// std::min, max, abs and clamp of integers.
  Value integerFunction(const Expr *e, llvm::StringRef name, llvm::ArrayRef<Value> x);

  //===-- Parts.cpp -------------------------------------------------------===//

  /// The part that a method, or an index, is of an object of this shape.
  std::optional<Part> partOf(const Call &c, mx::Size rows, mx::Size cols);
  /// A part of `whole`.
  Value part(const Expr *e, Value whole, const Part &p);
  /// `whole` with a part replaced.
  Value withPart(const Expr *e, Value whole, const Part &p, Value value);
  /// The integer x + y or x - y.
  Value shift(const Expr *e, clang::BinaryOperatorKind kind, Value x, Value y);
  mx::Affine affine(mx::Size size);
  /// Blocks in reading order, as comma initialisers have them.
  Value tiled(const Expr *e, llvm::ArrayRef<const Expr *> blocks, mx::Size rows, mx::Size cols,
              mlir::FloatType element);
  /// Makes sizes agree as only one way of laying out the blocks in rows demands; false where
  /// there is nothing to be learned.
  bool settleLayout(llvm::ArrayRef<Value> blocks, mx::Size rows, mx::Size cols);
  /// The shape of an object that is made without a value, where it has one.
  /// Rows and columns as the type has them, or as `arguments` give them: none, one for a
  /// vector, or two. A size is absent where neither says it; nothing after an error.
  std::optional<std::array<std::optional<mx::Size>, 2>>
  givenSizes(const EigenType &type, llvm::ArrayRef<const Expr *> arguments);
  std::optional<std::pair<mx::Size, mx::Size>> shapeOfNew(const Expr *construct,
                                                          const EigenType &type);

  //===-- Expressions.cpp -------------------------------------------------===//

  /// The value of `e`, or null after an error.
  Value expression(const Expr *e);
  /// Like `expression`, converted to a real number or matrix.
  Value real(const Expr *e, mlir::FloatType element);
  /// Reports that something is not supported, and returns null.
  Value refuse(const Expr *e, const llvm::Twine &text);
  /// The constant that `e` is; nothing where Clang cannot tell, null after an error.
  std::optional<Value> evaluate(const Expr *e);
  /// Of a constant in a generic function: true where it may differ between instances.
  bool dependsOnArguments(const Expr *e, bool &hasSize);
  /// The number that Clang computed for `e`, or nothing where it is something else.
  std::optional<Value> constant(const Expr *e, const clang::APValue &known);
  /// `v` of type `from` as Eigen converts it to an object of type `to`.
  Value convert(const Expr *e, Value v, clang::QualType from, clang::QualType to);
  Value binary(const Expr *e, clang::BinaryOperatorKind kind, clang::QualType type, Value x,
               Value y);
  /// x op y for real numbers.
  Value arithmetic(const Expr *e, clang::BinaryOperatorKind kind, Value x, Value y);
  Value convertArithmetic(const Expr *e, Value v, clang::QualType from, clang::QualType to);
  /// What the arithmetic type is here, or null for one that is not supported.
  mlir::FloatType floatType(clang::QualType type);
  /// The same for what is computed on the way: long double, the type of EIGEN_PI and so of what
  /// is multiplied by it, is double.
  mlir::FloatType computedType(clang::QualType type);
  std::string typeName(clang::QualType type) { return delgen::typeName(ast, type); }

  //===-- Choices.cpp ------------------------------------------------------===//

  /// Makes x and y one shape by filling a scalar to the shape of the other.
  bool spread(const Expr *e, Value &x, Value &y);
  /// Ones where `x relation y`, zeros elsewhere.
  Value compare(const Expr *e, llvm::StringRef relation, Value x, Value y);
  Value select(const Expr *e, Value condition, Value x, Value y);
  Value extremum(const Expr *e, bool isMax, Value x, Value y);
  /// The condition that holds where `v` does not.
  Value negateCondition(const Expr *e, Value v);
  /// x && y, or x || y.
  Value both(const Expr *e, bool isEither, Value x, Value y);
  /// `&`, `|` or `^` of Booleans as a condition; nothing where `e` is something else.
  std::optional<Value> bitwise(const Expr *e);
  Value bitwise(const Expr *e, clang::BinaryOperatorKind kind, Value x, Value y);

  //===-- Lambda.cpp -------------------------------------------------------===//

  /// The last argument of `c`, which is code, on the entries of `args`.
  Value applyToEntries(const Call &c, llvm::ArrayRef<Value> args);
  Value applyToEntries(const Expr *e, const clang::FunctionDecl *callee,
                       llvm::ArrayRef<Value> args);

  //===-- Operations.cpp, ElementWise.cpp, Products.cpp, Calls.cpp --------------------------===//

  Value eigenOperation(const Call &call);
  Value eigenOperator(const clang::CXXOperatorCallExpr *e);
  /// x op y for the operator and the C++ types of the two, which say what `*` means.
  Value eigenBinary(const Expr *e, clang::OverloadedOperatorKind kind, Value x,
                    clang::QualType xType, Value y, clang::QualType yType);
  Value product(const Expr *e, Value x, Value y);
  Value mathFunction(const Call &call);
  /// An element-wise function by its name, for which `isElementWise` holds.
  Value elementWise(const Expr *e, llvm::StringRef name, Value x);
  std::optional<Value> functionOfSeveral(const Expr *e, llvm::StringRef name,
                                         llvm::ArrayRef<Value> x);
  Value remainder(const Expr *e, llvm::StringRef rounding, Value a, Value b);
  Value withSign(const Expr *e, Value a, Value b);
  Value numberClass(const Expr *e, llvm::StringRef name, Value x);
  /// base raised to `exponent`, entry by entry.
  Value raise(const Expr *e, Value base, Value exponent);
  Value call(const clang::CallExpr *e, const clang::FunctionDecl *callee);

private:
  /// Where an integer is computed, and in which variable.
  struct Origin {
    Origin(const void *place = nullptr, const void *key = nullptr) : place(place), key(key) {}
    const void *place, *key;
  };

  struct Variable {
    Value value;
    /// A reference that is assigned to: an entry of a list in a loop over it, or what a
    /// function that is read in place of a call writes to.
    bool isEntry = false;
    bool isUnset = false; // declared without a value
    bool isReference = false;
    /// The variables that are read where this one is: it is a reference to them, or an
    /// expression of Eigen, which is evaluated where it is used.
    llvm::SmallPtrSet<const clang::VarDecl *, 2> reads;
    /// Where one of them was given another value, and which.
    clang::SourceLocation changedAt;
    const clang::VarDecl *changed = nullptr;
  };

  /// A variable of C++ that is another one, or a part of it.
  struct View {
    const clang::VarDecl *variable;
    /// The indices of the lists, and the types of their entries, that lead to it.
    llvm::SmallVector<std::pair<Value, clang::QualType>, 1> entries;
    bool isWhole = true;
    Part part;
  };

  /// What the fields of an object hold, nested ones by the fields that lead to them.
  using Object = std::vector<std::pair<llvm::SmallVector<const clang::FieldDecl *, 2>, Variable>>;

  /// In the order in which they are declared, which decides that of what bodies carry.
  using Variables = llvm::MapVector<const clang::VarDecl *, Variable>;

  /// A lambda, and the copies that variables of the function are in its body.
  using Copies = llvm::DenseMap<const clang::VarDecl *, const clang::VarDecl *>;
  struct Closure {
    const clang::LambdaExpr *lambda = nullptr;
    Copies copies;
  };

  /// The statements that follow, up to the end of a body.
  struct Rest {
    llvm::ArrayRef<const clang::Stmt *> list;
    const Rest *next = nullptr;
  };
  /// The variables that are read behind the end of the body of a loop or a function.
  using Live = llvm::ArrayRef<const clang::VarDecl *>;

  /// What takes the place of the program counter in a function that is being read: the value
  /// that is returned, and 1 where it is.
  struct Frame {
    const clang::FunctionDecl *function = nullptr;
    const clang::VarDecl *returned = nullptr, *isReturned = nullptr;
    bool hasSeveralReturns = false;
    Copies copies;             // of a lambda
    std::optional<Place> self; // of a member function that is read in place of a call
  };
  /// The same of the innermost loop or switch: 1 behind `break`, 1 behind `continue`.
  struct Exits {
    const clang::VarDecl *isBroken = nullptr, *isSkipped = nullptr;
  };

  //===-- Function.cpp ----------------------------------------------------===//

  void startAttempt();
  bool attempt(llvm::StringRef symbol);
  bool declareParameters(llvm::StringRef symbol);
  void describeFunction();
  void describeTemplate(const TemplateInstance &instance);
  /// True where something was removed.
  bool removeUnused(mlir::Block &block, const llvm::StringSet<> &symbols);

  //===-- Structs.cpp -----------------------------------------------------===//

  /// An argument of the function of mx.
  struct Argument {
    Place place;
    std::string name = {}; // for generated names: x, p_W1
    Value value = {};      // in this attempt
  };
  using Complain = llvm::function_ref<void(const llvm::Twine &)>;
  /// False after reporting a parameter that cannot be taken.
  bool accepts(const clang::ParmVarDecl *parameter);
  /// Makes arguments of what is asked for, and of parameters that are no objects.
  void addArguments();
  /// True after adding an argument for each object of which none was read.
  bool addMissingArguments();
  Argument &addArgument(const Place &place);
  bool mayBeArgument(const Place &place, Complain complain);
  /// Of what may be an argument.
  mlir::Type argumentType(Argument &argument);
  /// The integer that an argument is, as a size.
  mx::Size sizeOf(Argument &argument) { return sizes.getInteger(&argument, argument.name); }
  /// What a value is an argument for, or null.
  Argument *argumentOf(Value v);
  Value argument(const Expr *e, Argument &argument);
  /// The object or field of a parameter that `e` is, or nothing.
  std::optional<Place> placeOf(const Expr *e);
  Value member(const clang::MemberExpr *e);
  /// The value at a place, or null after an error at `e`.
  Value read(const Expr *e, const Place &place);
  void describeArgument(unsigned i, const Argument &argument);
  void describeObjects();

  //===-- Lists.cpp -------------------------------------------------------===//

  /// A constant array, or std::array, as a list; nothing where `variable` is none.
  std::optional<Value> constantList(const Expr *e, const clang::VarDecl *variable);
  Value constantList(const Expr *e, const clang::APValue &known, clang::QualType type);
  mlir::Type listType(const ListOf &list, Complain complain);
  /// A method or operator of a list; nothing where `callee` is none.
  std::optional<Value> listOperation(const clang::CallExpr *e, const clang::FunctionDecl *callee);
  /// An index into a list, or a size of one: of whatever type of integer.
  Value position(const Expr *e);
  Value entryAt(const Expr *e, Value list, Value index, clang::QualType type);

  //===-- Statements.cpp --------------------------------------------------===//

  void statement(const clang::Stmt *s);
  void declaration(const clang::VarDecl *variable);
  void expressionStatement(const Expr *e);
  /// llt.solveInPlace(x), which is x = llt.solve(x).
  void solveInPlace(const clang::CXXMemberCallExpr *e);
  void assignment(const Expr *e, const Expr *target, clang::OverloadedOperatorKind kind,
                  const Expr *source);
  /// The value before.
  Value increment(const clang::UnaryOperator *e);
  void assign(const clang::VarDecl *variable, Value value, clang::SourceLocation at);

  //===-- Flow.cpp --------------------------------------------------------===//

  /// What the body of `f` returns, where parameters have values; `outputs` are read behind it.
  Value functionBody(const clang::FunctionDecl *f, Live outputs = {});
  /// Reads statements up to the end of a body. Where that ends a loop's body or a function,
  /// `live` tells what is read then.
  void flow(const Rest &rest, std::optional<Live> live);
  void flow(const clang::Stmt *s, std::optional<Live> live);
  /// The rest, where no statement before has left the body.
  void guarded(const clang::Stmt *place, const Rest &rest, std::optional<Live> live);
  /// One where a statement has left; null where none has.
  Value hasLeft(const clang::Stmt *place, llvm::ArrayRef<const clang::VarDecl *> flags);
  void leave(const clang::VarDecl *flag, const clang::Stmt *s);
  /// A variable that stands for what C++ keeps elsewhere.
  const clang::VarDecl *invented(const void *place, llvm::StringRef name, clang::QualType type);
  bool isIgnored(const clang::Stmt *s);
  void returnStatement(const clang::ReturnStmt *s);

  //===-- Branches.cpp ----------------------------------------------------===//

  /// One of the bodies of an if or a switch; the last has no condition.
  struct Alternative {
    const clang::Stmt *place;
    std::function<Value()> condition;
    llvm::SmallVector<const clang::Stmt *> body;
  };
  /// True where `rest` was read, too.
  bool branch(const clang::IfStmt *s, const Rest &rest, std::optional<Live> live);
  bool branch(const clang::SwitchStmt *s, const Rest &rest, std::optional<Live> live);
  bool branch(const clang::Stmt *s, llvm::ArrayRef<Alternative> list, const Rest &rest,
              std::optional<Live> live, bool takesRest);
  void alternative(llvm::ArrayRef<Alternative> list, const Rest *rest, std::optional<Live> live);
  /// Reads one thing where the condition holds, and the other where it does not.
  void choose(const clang::Stmt *place, Value condition, llvm::function_ref<void()> then,
              llvm::function_ref<void()> otherwise, std::optional<Live> live);
  /// Makes what two sides give a variable one type; the null type after an error.
  mlir::Type merge(const clang::Stmt *place, const clang::VarDecl *variable, Value &x, Value &y,
                   llvm::function_ref<void(unsigned)> enterSide);

  //===-- Bodies.cpp ------------------------------------------------------===//

  /// What a variable holds that has been given no value.
  Value emptyValue(const clang::VarDecl *variable);
  /// What a bool holds, as a real number.
  Value asReal(Value v, mlir::Location loc);
  /// Adds what `body` reads from outside to `used`; constants become its own.
  void collectOuter(mlir::Region &body, llvm::SetVector<Value> &used);
  /// Gives `body` an argument for each of `used`.
  void passOuter(mlir::Region &body, llvm::ArrayRef<Value> used);
  void enterBody(mlir::Region &body);
  void leaveBody();
  /// Forgets a body that nothing reads, and the kinks in it.
  void drop(std::unique_ptr<mlir::Region> body, size_t firstKink);

  //===-- ListWrites.cpp --------------------------------------------------===//

  /// The list that `e` makes for a variable of this type; without `e`, of entries that are
  /// zero or empty.
  Value listMade(const clang::Stmt *place, const Expr *e, clang::QualType type);
  /// Of a list that this function makes; null after an error.
  mlir::Type madeType(const ListOf &list, clang::SourceLocation at);
  /// An entry of this type.
  Value entryMade(const Expr *e, clang::QualType type);
  /// A zero of this type, or an empty value.
  Value emptyEntry(clang::SourceLocation at, clang::QualType type);
  /// `times` copies of a value.
  Value copies(const clang::Stmt *place, Value times, Value value, mlir::Type type);
  /// `list` with `times` more entries, the k-th of which is `entry(k)`.
  Value longer(mlir::Location loc, Value list, Value times, llvm::function_ref<Value(Value)> entry);
  /// The entries of one list behind those of another.
  Value joined(const Expr *e, Value first, Value second, clang::QualType element);
  Value subscript(const clang::ArraySubscriptExpr *e);
  /// Which entry of `list` the expression is: i of v[i].
  Value indexOf(const Expr *e, Value list);
  /// A method that changes a list; false for one that is not known.
  bool listModification(const clang::CXXMemberCallExpr *e);

  //===-- Objects.cpp -----------------------------------------------------===//

  /// The variable that a field of an object of this function is.
  const clang::VarDecl *fieldVariable(const Place &place);
  /// Makes `variable` an object, of which nothing has a value.
  Place declareObject(const clang::VarDecl *variable);
  /// The object that `e` makes or names; nothing after an error.
  std::optional<Object> object(const Expr *e);
  std::optional<Object> objectAt(const Expr *e, const Place &place, clang::QualType type);
  std::optional<Object> aggregate(const Expr *e, const clang::CXXRecordDecl *record,
                                  llvm::ArrayRef<const Expr *> inits);
  /// An object without arguments, whose numbers may be 0.
  std::optional<Object> untouched(const Expr *e, const clang::CXXRecordDecl *record, bool isZero);
  /// A std::pair of two values.
  std::optional<Object> pairOf(const Expr *e, const clang::CXXRecordDecl *record,
                               llvm::ArrayRef<const Expr *> values);
  std::optional<Object> constructed(const clang::CXXConstructExpr *e);
  /// Adds the object that `field` is.
  static void addInner(Object &object, const clang::FieldDecl *field, const Object &inner);
  /// Adds what a field holds whose initialiser is `init`, or that of the class.
  bool addField(Object &object, const Expr *e, const clang::FieldDecl *field, const Expr *init,
                bool isZero);
  /// The same where the initialiser is known.
  bool addFieldMade(Object &object, const Expr *e, const clang::FieldDecl *field, const Expr *init,
                    bool isZero);
  void store(const Place &place, const Object &object, clang::SourceLocation at);
  /// An object that `e` is, or a variable that holds what it makes; nothing after an error.
  std::optional<Place> objectPlace(const Expr *e);
  /// What a variable of this type holds behind its declaration.
  Variable made(clang::SourceLocation at, clang::QualType type, const Expr *init);
  void objectDeclaration(const clang::VarDecl *declaration);
  void objectAssignment(const Expr *e, const Expr *left, const Expr *source);
  /// True where the result may depend on it.
  bool isNeeded(const clang::VarDecl *variable) const {
    return needed.contains(variable) || needed.contains(wholes.lookup(variable));
  }
  /// True where `variable` is in the list, or the object of which it is a field.
  bool isLive(Live live, const clang::VarDecl *variable) const {
    return llvm::is_contained(live, variable) ||
           (wholes.contains(variable) && llvm::is_contained(live, wholes.lookup(variable)));
  }

  //===-- Views.cpp -------------------------------------------------------===//

  /// The view that `e` is of a variable of this function; nothing for anything else.
  std::optional<View> viewIn(const Expr *e);
  Value viewed(const Expr *e, const View &view);
  /// The variable, or the one for a field, that `root` is; null for anything else.
  const clang::VarDecl *storageOf(const Expr *root);
  /// True where the value may be another one later.
  bool mayChange(const clang::VarDecl *variable);
  /// Variables that refer to what is gone with the old value of `variable`.
  void forgetViews(const clang::VarDecl *variable, clang::SourceLocation at);
  /// True where `s` only writes to parts of a variable of which others are parts, so that they
  /// stay so.
  bool staysInPlace(const clang::Stmt *s, const clang::VarDecl *variable);
  /// std::swap and the methods of this name; false for anything else.
  bool swap(const clang::CallExpr *e);

  //===-- Closures.cpp ----------------------------------------------------===//

  /// The lambda that `e` is; nothing where it is none.
  std::optional<Closure> closureOf(const Expr *e);
  Closure capture(const clang::LambdaExpr *lambda);
  /// Makes `copy` hold what `from` does now; false where that is nothing that can be copied.
  bool copyTo(const clang::VarDecl *copy, const clang::VarDecl *from, const Expr *at);
  /// What the body of a lambda means by `variable`.
  const clang::VarDecl *meant(const clang::VarDecl *variable) const {
    auto copy = frame.copies.find(variable);
    return copy == frame.copies.end() ? variable : copy->second;
  }

  //===-- InPlace.cpp -----------------------------------------------------===//

  /// True for a call that is no value of mx: of a function that writes to what is not its own, or
  /// that takes or returns what has none.
  bool isInPlace(const clang::CallExpr *e);
  /// Such a call: the body of the function is read in its place. Null for one that returns nothing
  /// or, in `returnedObject`, an object.
  /// True for an object that a call returns by reference.
  bool isResult(const Expr *e);
  Value callInPlace(const clang::CallExpr *e);
  /// Reads the body of `definition` with these arguments.
  Value readBody(const Expr *e, const clang::FunctionDecl *definition,
                 llvm::ArrayRef<const Expr *> given, const std::optional<Closure> &closure,
                 const std::optional<Place> &self);
  void initializers(const Expr *e, const clang::CXXConstructorDecl *constructor, const Place &self);
  std::optional<Object> returnedObject;

  //===-- Loops.cpp -------------------------------------------------------===//

  void loop(const clang::Stmt *s);
  void forLoop(const clang::ForStmt *s);
  void rangeLoop(const clang::CXXForRangeStmt *s);
  void whileLoop(const clang::Stmt *s, const Expr *condition, const clang::VarDecl *declared,
                 const clang::Stmt *body, const clang::Stmt *increment);
  /// A body, which `break` and `continue` leave.
  void iteration(const clang::Stmt *s, Live carried, const clang::Stmt *body);
  /// One where the loop goes on, as far as break and return tell.
  Value goesOn(const clang::Stmt *s);
  void doLoop(const clang::DoStmt *s);
  /// The variables that a loop gives values and that are there before it.
  llvm::SmallVector<const clang::VarDecl *> carriedBy(llvm::ArrayRef<const clang::Stmt *> parts,
                                                      bool returns);
  /// A loop of `times` iterations, each of which begins with `bind` and ends with `finish`.
  void countedLoop(const clang::Stmt *s, const Expr *at, Value times, const clang::Stmt *body,
                   Live carried, const clang::VarDecl *variable,
                   llvm::function_ref<void(Value)> bind, llvm::function_ref<void()> finish);
  /// An iteration, where the condition, if any, holds; what tells whether there is another.
  Value iterate(
      const clang::Stmt *s, std::optional<Value> condition, Live carried, const clang::Stmt *body,
      llvm::function_ref<void()> finish, llvm::function_ref<void()> start = [] {});
  /// The loop whose body `iteration` reads, given its number; it gives the scalar that ends a
  /// loop that does not run `times` times.
  void repeat(const clang::Stmt *s, Value times, Live carried,
              llvm::function_ref<Value(Value)> iteration);

  /// What an iteration makes of a variable, as a type; null after an error. What was empty
  /// before is given its size where that is known.
  mlir::Type carriedType(const clang::Stmt *s, const clang::VarDecl *variable, Value &init,
                         Value argument, Value next, bool isEmpty);

  //===-- Writes.cpp ------------------------------------------------------===//

  /// A variable and the part of it that is written; no variable after an error or where the
  /// result does not depend on it.
  struct Target {
    const clang::VarDecl *variable = nullptr;
    bool isWhole = true;
    Part part;
    /// The lists and indices that lead to the entry that is written, or a part of it.
    llvm::SmallVector<std::pair<Value, Value>, 1> entries;
    llvm::SmallVector<clang::QualType, 1> entryTypes;
    Value entry = {};
  };
  /// Reads the entry of a list that `e` is, of which `target` writes a part; false after an error.
  bool enterEntry(const Expr *e, Value whole, Target &target);
  Target target(const Expr *e, llvm::ArrayRef<const Expr *> sources, bool sets);
  /// `v` as Eigen turns a row into a column where the two types say so.
  Value turned(const Expr *e, Value v, clang::QualType from, clang::QualType to);
  Value zero(clang::SourceLocation at, std::pair<mx::Size, mx::Size> shape,
             mlir::FloatType element);
  std::optional<Part> targetPart(const Expr *e, Value whole, const std::optional<Part> &base);
  /// The value of what is written to, before.
  Value read(const Expr *e, const Target &target);
  void write(const Expr *e, const Target &target, Value value);
  /// What X.diagonal() += value makes of the block, and says so in `target`.
  Value addToDiagonal(const Expr *e, Target &target, clang::OverloadedOperatorKind kind,
                      Value value);
  void commaInitializer(const Expr *e, llvm::ArrayRef<const Expr *> operands);
  /// A method that changes its object; false for one that is not known.
  bool modification(const clang::CXXMemberCallExpr *e);
  Value finished(const clang::CXXMemberCallExpr *e);
  void collectReads(const clang::Stmt *s, bool isReference, Variable &variable);
  void nameValue(Value v, llvm::StringRef name);

  //===-- Expressions.cpp -------------------------------------------------===//

  Value dispatch(const Expr *e);
  Value variable(const clang::DeclRefExpr *e);
  /// The initialiser of a constant that is made once for all calls, or null; it depends on other
  /// constants only.
  const Expr *constantInit(const clang::VarDecl *variable);
  Value valueOf(const Expr *e, const clang::VarDecl *declaration);
  /// The matrix that a variable without entries is, of which the size is known; else null.
  Value sizedOf(const Expr *e) const;
  Value cast(const clang::CastExpr *e);
  Value construct(const clang::CXXConstructExpr *e);
  Value fromList(const Expr *e, const clang::InitListExpr *list, const EigenType &type);
  Value unary(const clang::UnaryOperator *e);
  Value binary(const clang::BinaryOperator *e);
  Value callExpression(const clang::CallExpr *e);
  Value memberCall(const clang::CXXMemberCallExpr *e);

  //===-- Choices.cpp, Lambda.cpp ------------------------------------------===//

  /// A bool or integer as zero or one.
  Value condition(const Expr *e);
  Value asCondition(const Expr *e, Value v);
  Value comparison(const clang::BinaryOperator *e);
  Value conditional(const clang::AbstractConditionalOperator *e);
  /// The side that is known while compiling, or that is left where the other is a check; or null.
  const Expr *onlySide(const clang::AbstractConditionalOperator *e);
  /// One of two values, of which the other is not computed.
  Value chooseValue(const Expr *e, Value condition, llvm::function_ref<Value()> then,
                    llvm::function_ref<Value()> otherwise);
  /// 1 where the condition holds, and 0 where it does not.
  Value chooseInteger(const Expr *e, Value condition);
  Value eigenCondition(const clang::CXXOperatorCallExpr *e);
  /// True where a variable that `s` reads is a number in C++ and stands for all entries of
  /// a matrix here.
  bool readsEntries(const clang::Stmt *s);

  ModuleImporter &module;
  const clang::FunctionDecl *function;
  Requests requests; // for this function
  mlir::MLIRContext *context;
  mlir::OpBuilder b;
  /// Where the statement or variable that is read begins.
  clang::SourceLocation lastPlace;
  bool isGeneric;
  /// The places of what is another constant in another instance.
  llvm::DenseSet<clang::SourceLocation> dependentConstants;
  Report report; // of this attempt
  llvm::DenseSet<const clang::VarDecl *> needed;

  mlir::func::FuncOp result;
  /// In the order of the parameters and their fields.
  std::map<std::vector<unsigned>, Argument> arguments;
  bool hasNewArguments = false; // found in this attempt
  /// The variables that stand for an object, or a part of one.
  llvm::DenseMap<const clang::VarDecl *, Place> objects;
  llvm::DenseMap<const clang::VarDecl *, View> views;
  /// The objects of which variables are fields.
  llvm::DenseMap<const clang::VarDecl *, const clang::VarDecl *> wholes;
  std::map<std::pair<const clang::VarDecl *, std::vector<const clang::FieldDecl *>>,
           const clang::VarDecl *>
      fieldVariables;
  /// The variables that statements read so far give values.
  llvm::DenseSet<const clang::VarDecl *> written;
  Variables variables;
  /// The constant arrays that are read, made where the function begins.
  llvm::DenseMap<const clang::VarDecl *, Value> tables;
  llvm::DenseMap<const clang::VarDecl *, bool> largeStarts; // see mayStartLarge()
  /// What computed an integer: the key of the size that it is.
  llvm::DenseMap<Value, Origin> computed;
  /// The lambdas that variables hold.
  llvm::DenseMap<const clang::VarDecl *, Closure> closures;
  /// The functions of entries whose bodies are being read.
  llvm::SmallVector<const clang::FunctionDecl *> applied;
  /// The functions whose bodies are read in place of calls.
  llvm::SmallVector<const clang::FunctionDecl *> inlined;
  std::vector<Kink> kinks;
  Frame frame;
  Exits exits;
  /// The bodies that are being read, one in another.
  llvm::SmallVector<mlir::Region *> bodies;
  std::vector<std::unique_ptr<mlir::Region>> dropped; // in this attempt
  std::map<std::pair<const void *, std::string>, const clang::VarDecl *> inventions;
};

} // namespace delgen

#endif // DELGEN_IMPORT_IMPORTER_H
