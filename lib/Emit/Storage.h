//===- Storage.h - Which values share a variable ----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A value of mx never changes, a variable of C++ does. A value may be written to the variable
// of an older one where nothing reads that afterwards: what is carried through a loop lives in
// one variable, and a matrix of which a part is replaced is not copied for it.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_EMIT_STORAGE_H
#define DELGEN_LIB_EMIT_STORAGE_H

#include "delgen/Mx/Affine.h"

#include "llvm/ADT/DenseSet.h"

#include <optional>
#include <set>
#include <vector>

namespace delgen {

/// What a counted loop counts with in C++, other than the number of the iteration: from `first`
/// to `last`, up or down.
struct Counter {
  mlir::Value value;
  int64_t step;
  mx::Affine first, last;
};
/// Nothing where the loop counts its iterations.
std::optional<Counter> counterOf(mx::LoopOp loop);

/// An integer as a sum with what the loops around it count with, instead of the numbers of
/// iterations: those values with their coefficients, and the rest.
std::pair<llvm::SmallVector<std::pair<mlir::Value, int64_t>>, mx::Affine>
inCounters(const mx::Affine &integer);

/// The variables of a scheduled function.
class Storage {
public:
  explicit Storage(mlir::func::FuncOp f);

  struct Variable {
    /// In the order in which they are written; the first declares the variable.
    llvm::SmallVector<mlir::Value> values;
    /// Where it is declared.
    mlir::Block *scope;
    /// A type that all of them fit in.
    mlir::Type type;
    bool mayBeWritten = true;
    /// Written again after its declaration.
    bool isWritten = false;
    /// Some value has a name that the user gave it.
    bool hasName = false;
    /// The outermost loop around it, in front of which it is declared, so that its memory serves
    /// all iterations; null where it is declared with its first value.
    mx::LoopOp before = {};
    /// The number of the result that it is, of those that are written to parameters; −1 otherwise.
    int output = -1;
  };
  llvm::ArrayRef<Variable> variables() const { return all; }
  /// The number of the variable in which `v` lives, if it lives in one.
  std::optional<unsigned> of(mlir::Value v) const;
  /// True where `v` was written over a value that is read no more, and not carried on.
  bool overwrites(mlir::Value v) const { return overwriting.contains(v); }
  /// True where `v` does not even read what it was written over.
  bool reuses(mlir::Value v) const { return reusing.contains(v); }
  /// What is passed to a body as `v`, from as far outside as it comes; `v` itself otherwise.
  mlir::Value outer(mlir::Value v) const;

private:
  using Numbers = llvm::SmallDenseSet<unsigned, 8>;
  using Wishes = llvm::DenseMap<mlir::Value, unsigned>;

  void visit(mlir::Block &block, llvm::ArrayRef<unsigned> targets, Numbers owned);
  void visit(mx::LoopOp loop, const Wishes &wishes, Numbers &owned);
  void visit(mx::IfOp choice, const Wishes &wishes, Numbers &owned);
  void visit(mlir::Operation *op, const Wishes &wishes, Numbers &owned);
  void pass(mlir::OperandRange others, mlir::Block::BlockArgListType arguments);
  /// True where `op` may write to the variable: what it holds until then is read before, or by
  /// `op` itself as far as `mayRead` says of the operand that does.
  bool canWrite(unsigned variable, mlir::Operation *op,
                llvm::function_ref<bool(mlir::OpOperand &, bool isDirect)> mayRead);
  /// The last statement that reads `v` in its block, found once.
  mlir::Operation *lastReader(mlir::Value v);
  /// A variable without a name that nothing reads from `op` on, to which it may write `v`.
  std::optional<unsigned> unread(mlir::Operation *op, mlir::Value v, const Numbers &owned);
  /// Keeps a variable that its block declares until nothing reads what it holds any more.
  void waitUntilRead(unsigned variable);
  unsigned declare(mlir::Value v, bool mayBeWritten = true);
  void reuseMemory();
  void writeToOutputs(mlir::func::FuncOp f);
  void write(unsigned variable, mlir::Value v);

  /// Variables of one type that a block declares: those of which something may still be read, and
  /// those of which nothing was read any more when they were looked at.
  struct Pool {
    /// A heap of last readers and what they read: the first is on top.
    std::vector<std::pair<mlir::Operation *, unsigned>> waiting;
    std::set<unsigned> free;
  };

  llvm::SmallVector<Variable> all;
  llvm::DenseMap<std::pair<mlir::Block *, mlir::Type>, Pool> pools;
  llvm::DenseMap<mlir::Value, mlir::Operation *> lastReaders;
  llvm::DenseMap<mlir::Value, unsigned> numbers;
  llvm::DenseMap<mlir::Value, mlir::Value> passed;
  llvm::DenseSet<mlir::Value> counters, overwriting, reusing;
};

} // namespace delgen

#endif // DELGEN_LIB_EMIT_STORAGE_H
