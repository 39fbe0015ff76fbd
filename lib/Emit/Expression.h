//===- Expression.h - C++ expressions of mx values --------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_EXPRESSION_H
#define DELGEN_LIB_EMIT_EXPRESSION_H

#include "Generic.h"
#include "Layout.h"
#include "Names.h"

#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Signature.h"

#include "llvm/ADT/DenseSet.h"

#include <map>
#include <optional>
#include <vector>

namespace delgen {

/// The blocks of a matrix row by row, each row's from left to right, where they leave nothing
/// out; a null value is a zero, of which a small matrix of scalars may have some.
std::optional<std::vector<std::vector<mlir::Value>>> tilesOf(mx::AssembleOp op);

/// From this size on half a symmetric product costs less than all of it.
constexpr int smallestHalf = 64;

/// True where `v` is spelled as a product of matrices, or a multiple of one.
bool isProductSpelled(mlir::Value v, const Names &names);
/// True for a product, or a sum with products among its terms, which Eigen adds one by one.
bool hasProductSpelled(mlir::Value v, const Names &names);
/// The same for the expression of a value that has a name.
bool isDefinedByProducts(mlir::Value v, const Names &names);

/// True where `text` has the identifier `name` in it.
bool mentions(llvm::StringRef text, llvm::StringRef name);

/// Drops declarations of integers that no line mentions: a place may be spelled by what it is
/// computed from, as `j <= i` instead of `j < count`.
void dropUnread(std::vector<std::string> &lines);

/// Spells the values of one scheduled function in Eigen's C++. A value with a name is
/// spelled by it, any other as its expression.
class Expressions {
public:
  Expressions(mlir::func::FuncOp f, const Names &names)
      : generic(f, names), f(f), names(names), scopes({&f.front()}) {
    findFlags();
    findStarts();
  }

  /// The statements of a block without what it yields or returns; up to `end`, if given.
  std::vector<std::string> block(mlir::Block &block, mlir::Operation *end = nullptr);

  /// `v` as a use of it is written.
  Text use(mlir::Value v);
  /// A use of `v` as an Eigen Array or Matrix; a scalar is itself.
  Text useAs(mlir::Value v, bool array);
  /// Any expression as an Array or Matrix.
  static Text convert(Text text, mlir::Type type, bool array);

  /// How the function names types.
  Generic generic;

  /// True once an expression has used the parameter.
  bool isUsed(mlir::BlockArgument argument) const { return used.contains(argument); }
  /// True once an operation without a spelling was met; an error has been reported.
  bool hasFailed() const { return failed; }

private:
  /// The expression that defines `v`.
  Text define(mlir::Value v);
  std::string spellScalar(mlir::Type type) const { return generic.scalar(type); }
  std::string spellType(mlir::Type type, bool array) const { return generic.type(type, array); }
  std::string literal(double number, mlir::Type type) const {
    return generic.literal(number, type);
  }
  Text spell(mlir::Value v);
  /// The statements that define the local variable `name` for the result of `op`, where one
  /// expression does not; empty otherwise.
  std::vector<std::string> statements(mlir::Operation *op, llvm::StringRef name);
  /// The type of the local variable that holds `v`.
  std::string localType(mlir::Value v);
  /// True if the local variable that holds `v` is best an Array.
  bool isArrayLocal(mlir::Value v);
  Text parameter(mlir::BlockArgument argument);
  Text constant(mx::ConstantOp op);
  Text sum(mlir::ValueRange terms);
  Text sum(mx::AddOp op);
  std::string diagonal(mx::DiagOp op);
  Text factor(mlir::Value v);
  /// True for u vᵀ that is a term of sums only, and is spelled as an expression of its entries.
  bool isAddedDyad(mx::MulOp op);
  Text product(mx::MulOp op);
  Text product(mlir::ValueRange factors);
  Text hadamard(mx::HadamardOp op);
  Text power(mx::PowOp op);
  Text map(mx::MapOp op);
  Text inner(mx::InnerOp op);
  Text transpose(mx::TransposeOp op);
  Text element(mx::ElementOp op);
  Text fill(mx::FillOp op);
  Text cast(mx::CastOp op);
  Text slice(mx::SliceOp op);
  Text reverse(mx::ReverseOp op);
  Text reshape(mx::ReshapeOp op);
  std::vector<std::string> assemble(mx::AssembleOp op, llvm::StringRef name);
  std::vector<std::string> insert(mx::InsertOp op, llvm::StringRef name);
  /// The block of `type` from (row, col) on of an object of type `of`, as Eigen says it.
  std::string view(std::string object, mx::MatrixType of, mlir::Type type, mlir::Value row,
                   mlir::Value col);
  /// `object` with the value written to it; it is `variable` or a part of it.
  std::string written(const std::string &object, mlir::Value value,
                      const Storage::Variable *variable = nullptr);
  /// The sizes with which an object of the type is declared: `(m, n)` or nothing.
  std::string sizes(mx::MatrixType type);
  Text call(mx::CallOp op);
  /// The object that a call passes for a parameter of which the fields are arguments.
  std::string object(mx::CallOp op, mlir::func::FuncOp callee, const mx::CppParameter &parameter);
  /// Of a matrix or of its factorisation: inverse, determinant, log-determinant.
  Text factorized(mlir::Operation *op);
  /// A factorisation that is only a view of a triangle.
  Text factorization(mx::FactorizeOp op);
  Text solve(mx::SolveOp op);
  /// A view of a triangle, or of the symmetric matrix that it stands for.
  Text triangle(mlir::Operation *op);
  std::vector<std::string> factorizationStatements(mlir::Operation *op, llvm::StringRef name);
  std::vector<std::string> inverse(mx::InverseOp op, llvm::StringRef name);
  /// The type of the identity of the size of what `f` factorises.
  mlir::Type squareOf(mx::FactorizeOp f);
  /// An operation whose record has the spelling, with its operands as matrices.
  Text record(mlir::Operation *op);
  Text cross(mx::CrossOp op);
  Text kron(mx::KronOp op);
  /// The statements that visit the blocks of `whole`, each as large as `block`, one for each
  /// entry of `count`: `statement` is given the entry's place and the block.
  std::vector<std::string>
  blocks(mlir::Value whole, mlir::Type count, mlir::Type block,
         llvm::function_ref<std::string(std::string, std::string)> statement);
  std::vector<std::string> blockInner(mx::BlockInnerOp op, llvm::StringRef name);
  std::vector<std::string> blockSum(mx::BlockSumOp op, llvm::StringRef name);
  std::vector<std::string> eigen(mlir::Operation *op, llvm::StringRef name);
  std::vector<std::string> gaps(mx::GapsOp op, llvm::StringRef name);
  std::vector<std::string> columnwise(mx::ColumnwiseOp op, llvm::StringRef name);
  std::vector<std::string> dyads(mx::ColumnwiseOp op, llvm::StringRef name);
  std::vector<std::string> mirror(mx::MirrorOp op, llvm::StringRef name);
  /// `(r, c)` of a reshaped view.
  std::string shape(mx::MatrixType type);
  /// True where the C++ type of the vector may not know its size.
  bool mayBeDynamic(mlir::Value v);
  Text integer(mlir::Operation *op);
  /// An integer value as Eigen::Index.
  Text index(mlir::Value v);
  /// An integer value as the parameter at `i` of `callee` takes it.
  Text integerAs(mlir::Value v, mlir::func::FuncOp callee, unsigned i);
  Text size(mx::Size size);
  /// `Type::Name(rows, cols, more…)`, without sizes where the type has them.
  Text factory(mlir::Type type, llvm::StringRef name, llvm::StringRef more = "");
  Text fail(mlir::Operation *op);

  //===-- Control.cpp, Assignments.cpp, Lists.cpp --------------------------===//

  /// The statements that make the variable of `v` hold it.
  std::vector<std::string> definition(mlir::Value v);
  /// The variable of `v`, with its first value.
  std::string declared(mlir::Value v, const Text &text, bool isWritten);
  /// The statements of a body, which end with what it yields in the variables of `targets`;
  /// a loop without a count is left where `flag` is 0.
  std::vector<std::string> body(mlir::Block &block, mlir::ValueRange targets, mlir::Value flag);
  /// Assigns the values to the variables of the targets as if at one time.
  std::vector<std::string> assignments(mlir::ValueRange values, mlir::ValueRange targets);
  std::string assignment(mlir::Value target, mlir::Value value);
  static std::string counted(llvm::StringRef name, llvm::StringRef text);
  bool isInPlace(mlir::Value v, const std::string &object, bool isTop);
  /// As `written`, for a value that is spelled `text`.
  std::string writtenTo(const std::string &object, mlir::Value v, const Storage::Variable *variable,
                        Text text);
  Text spell(const mx::Affine &integer);
  /// `for (…) {`; `before` gets what must be computed before.
  std::string loopHead(mx::LoopOp op, std::vector<std::string> &before);
  std::vector<std::string> repeated(mx::LoopOp op);
  /// Makes room for what the loop appends to lists, where its number cannot be negative.
  void reserve(mx::LoopOp op, std::vector<std::string> &lines);
  std::vector<std::string> branched(mx::IfOp op);
  std::string negation(mlir::Value condition);
  std::string listType(mlir::Value list);
  std::string listIndex(mlir::Value i);
  Text at(mx::AtOp op);
  std::vector<std::string> listStatements(mlir::Operation *op, llvm::StringRef name);

  //===-- Choices.cpp, Reductions.cpp --------------------------------------===//

  /// True for a comparison, for what `&&` and `||` make of several, and for a flag.
  bool isCondition(mlir::Value v);
  /// True where the operand only decides between values.
  bool decides(mlir::OpOperand &use);
  /// True if `v` only decides between values, so that it is bool in C++.
  bool isConditionLocal(mlir::Value v);
  void findFlags();
  void findStarts();
  /// What is assigned to a flag.
  std::string truth(mlir::Value v);
  std::string condition(mlir::Value v, bool isPart);
  std::string spelledCondition(mlir::Value v, bool isPart);
  std::string comparison(mx::CompareOp op);
  std::string operand(mlir::Value v);
  std::optional<std::string> wholeNumber(mlir::Value v);
  bool isBool(mlir::Value v);
  Text compare(mx::CompareOp op);
  Text select(mx::SelectOp op);
  Text extremum(mlir::Operation *op);
  Text pair(mlir::Operation *op);
  Text polygamma(mx::PolygammaOp op);
  Text power(mx::PowerOp op);
  std::optional<Text> productWithOnes(mlir::Value l, mlir::Value r);
  /// The indices of the extremum that `method` finds in `a`; `lines` gets what finds it.
  std::string place(mlir::Value a, const std::string &method, std::vector<std::string> &lines);
  /// Finds the extremum of each row or column of `a` and does there what `statement` makes of
  /// the row or column and of the place.
  std::vector<std::string>
  atPlaces(mlir::Value a, const std::string &method, mx::Over over,
           llvm::function_ref<std::string(std::string, std::string)> statement);
  std::vector<std::string> pick(mx::PickOp op, llvm::StringRef name);
  std::vector<std::string> extremal(mx::ExtremalOp op, llvm::StringRef name);
  std::vector<std::string> prod(mx::ProdOp op, llvm::StringRef name);
  std::vector<std::string> prodOthers(mx::ProdOthersOp op, llvm::StringRef name);

  /// The operation that defines `v` where `v` is spelled by its expression.
  template <typename Op> Op inlined(mlir::Value v) {
    return names[v].empty() ? v.getDefiningOp<Op>() : Op();
  }
  /// The base of a⁻¹ where that is spelled as a division.
  mlir::Value denominator(mlir::Value v);
  bool isNegative(mlir::Value term);
  Text negated(mlir::Value term);

  mlir::func::FuncOp f;
  const Names &names;
  /// The blocks whose statements are being spelled, from outside in.
  llvm::SmallVector<mlir::Block *> scopes;
  llvm::DenseSet<mlir::Operation *> printed;
  /// The variables that are bool.
  llvm::DenseSet<const Storage::Variable *> flags;
  llvm::DenseMap<mlir::Value, bool> arrayLocals;
  llvm::DenseMap<mlir::Value, Text> spelled;
  /// The arguments of the bodies of operations.
  llvm::DenseMap<mlir::Value, Text> passed;
  /// The products that are written to variables before the rest of the variables' values is
  /// computed there, by those values; see markLocals.
  llvm::DenseMap<mlir::Value, mx::MulOp> starts;
  /// Where extrema were found, as indices.
  std::map<std::pair<void *, std::string>, std::string> places;
  llvm::DenseSet<mlir::Value> used;
  llvm::DenseSet<mlir::Value> solvers; // the matrices whose eigenvalues are computed
  bool failed = false;
};

} // namespace delgen

#endif // DELGEN_LIB_EMIT_EXPRESSION_H
