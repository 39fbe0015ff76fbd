//===- Locals.cpp - Which values become local variables -------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expressions.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/InPlace.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

bool isView(Operation *op) {
  auto triangle = dyn_cast<TriangleOp>(op);
  if (!(triangle && triangle.diagonalFactor() == 1) && !isa<SymmetricOp>(op))
    return false;
  return llvm::all_of(op->getUsers(), [&](Operation *user) {
    return isa<MulOp>(user) && user->getNumOperands() == 2 &&
           llvm::all_of(user->getOperands(), isMatrix) &&
           llvm::none_of(user->getOperands(), [&](Value v) {
             return v.getDefiningOp() != op &&
                    isa_and_nonnull<TriangleOp, SymmetricOp, DiagOp>(v.getDefiningOp());
           });
  });
}

/// Reading it costs nothing wherever it stands: a view, a number, a size.
static bool isFree(Value v) {
  Operation *op = v.getDefiningOp();
  if (!op || op->hasAttr(attr::local) || !isa<FloatType, MatrixType>(v.getType()))
    return true;
  if (isa<ConstantOp, IdentityOp, RealOp, ExtentOp>(op))
    return true;
  if (isView(op) || isa<TransposeOp, DiagOp, FillOp>(op))
    return isFree(op->getOperand(0));
  return isa<ElementOp, SliceOp, ReverseOp, ReshapeOp, AtOp>(op) && isFree(op->getOperand(0));
}

/// True where a body reads what is passed to it: wherever it needs it, maybe often.
static bool isPassed(OpOperand &use) {
  const unsigned i = use.getOperandNumber();
  if (auto loop = dyn_cast<LoopOp>(use.getOwner()))
    return i >= loop.getInits().size() + (loop.isCounted() ? 1 : 0);
  return isa<IfOp>(use.getOwner()) && i > 0;
}

Operation *onlyUser(Operation *op) {
  return isa<TransposeOp>(op) && op->hasOneUse() ? *op->getUsers().begin() : op;
}

/// True for a matrix whose columns are made by more than one expression each.
static bool hasControl(Operation &op) {
  return isa<ColumnwiseOp>(op) &&
         op.walk([](Operation *inner) {
             return isa<LoopOp, IfOp, MakeListOp, SetAtOp, AppendOp, DropLastOp>(inner)
                        ? WalkResult::interrupt()
                        : WalkResult::advance();
           }).wasInterrupted();
}

/// True for a matrix each of whose columns takes numbers that are read more than once.
static bool hasSharedNumbers(Operation &op) {
  if (!isa<ColumnwiseOp>(op))
    return false;
  return llvm::any_of(op.getRegion(0).front().without_terminator(), [](Operation &inner) {
    Value v = inner.getNumResults() == 1 ? inner.getResult(0) : Value();
    return v && isScalar(v) && !v.hasOneUse() && !isFree(v);
  });
}

/// The Kronecker product, maybe times scalars, of whose columns, as matrices, `op` makes the
/// transposes: an outer product each, for which the Kronecker product is not formed. Null
/// for anything else.
static KronOp transposedKron(ColumnwiseOp op) {
  Block &body = op.getBody().front();
  if (op.getColumns().size() != 1 || !op.getOthers().empty())
    return {};
  Value column = body.getArgument(0), v = op.getColumns().front();
  auto t = body.getTerminator()->getOperand(0).getDefiningOp<TransposeOp>();
  if (!t || t.getA() != column || !v.hasOneUse())
    return {};
  if (auto mul = v.getDefiningOp<MulOp>(); mul && llvm::count_if(mul.getFactors(), isMatrix) == 1)
    v = mul.getFactors().back();
  auto kron = v.getDefiningOp<KronOp>();
  if (!kron || !v.hasOneUse() || rowsOf(column.getType()) != rowsOf(kron.getB().getType()) ||
      colsOf(column.getType()) != rowsOf(kron.getA().getType()))
    return {};
  return kron;
}

/// True for an integer that is worth a name: a length, or what a body counts with.
static bool isComputedOnce(Operation *op, bool isBody) {
  const bool isPlace = llvm::any_of(op->getUses(), [](OpOperand &use) {
    return isa<AtOp, SetAtOp>(use.getOwner()) && use.getOperandNumber() == 1;
  });
  if (isa<LengthOp>(op))
    return isPlace || !op->hasOneUse();
  if (isa<ExtentOp, DimOp, AtOp>(op) || op->getNumOperands() == 0)
    return false;
  return isPlace || (isBody && !op->hasOneUse());
}

/// True for a function that Eigen computes for several entries at once, where all of the expression
/// is computed so, and that costs most of it.
static bool isVectorised(Operation *op) {
  auto map = dyn_cast<MapOp>(op);
  return map && isMatrix(map.getA()) &&
         llvm::is_contained({"exp", "log", "logistic"}, map.getFunction());
}

/// True where that is lost, for `user` takes it entry by entry.
static bool isEntrywise(Operation *user) {
  auto map = dyn_cast<MapOp>(user);
  return map && !isVectorised(map) && map.getFunction() != "abs";
}

/// The operations on each entry of a matrix that is read where it stands, of which `v` is made;
/// more than `mostCheap` where they are not cheap, or several matrices are read.
static constexpr unsigned mostCheap = 3;
static unsigned cheapOperations(Value v) {
  if (isFree(v))
    return 0;
  Operation *op = v.getDefiningOp();
  auto power = dyn_cast<PowOp>(op);
  const bool isCheap = power ? power.exponentValue() == 2 || power.exponentValue() == 3
                             : isa<AddOp>(op) || (isa<MulOp>(op) && op->getNumOperands() == 2 &&
                                                  isScalar(op->getOperand(0)));
  if (!isCheap)
    return mostCheap + 1;
  unsigned total = op->getNumOperands() > 1 ? op->getNumOperands() - 1 : 1, matrices = 0;
  for (Value operand : op->getOperands()) {
    matrices += isMatrix(operand) && !operand.getDefiningOp<FillOp>();
    total += cheapOperations(operand);
  }
  return matrices == 1 ? total : mostCheap + 1;
}

/// True for what is computed entry by entry wherever it is read, as a square or 1 − a²: it takes no
/// longer than reading it from memory.
static bool isCheapEntrywise(Operation *op) {
  if (!isMatrix(op->getResult(0)) || cheapOperations(op->getResult(0)) > mostCheap)
    return false;
  return llvm::all_of(op->getUsers(), [](Operation *user) {
    return isa<HadamardOp, AddOp, MapOp, PowOp, MaxOp, MinOp>(user) ||
           (isa<MulOp>(user) && llvm::count_if(user->getOperands(), isMatrix) == 1);
  });
}

/// An expression larger than this is hard to read, so a part of it gets a name.
static constexpr unsigned largestExpression = 20;
/// Where that would store a matrix that is otherwise computed entry by entry, it must be larger.
static constexpr unsigned largestEntrywise = 60;

static unsigned largestOf(Operation *op) {
  return isMatrix(op->getResult(0)) && isa<AddOp, HadamardOp, MapOp, PowOp>(op) ? largestEntrywise
                                                                                : largestExpression;
}

bool isProduct(Value v) {
  auto mul = v.getDefiningOp<MulOp>();
  if (!mul || mul->hasAttr(attr::local) || !isMatrix(v))
    return false;
  if (llvm::count_if(mul.getFactors(), isMatrix) == 1)
    return isProduct(mul.getFactors().back());
  if (colsOf(mul.getFactors().front().getType()).is(1))
    return false;
  return llvm::none_of(mul.getFactors(), [](Value factor) {
    return isa_and_nonnull<DiagOp, FillOp, IdentityOp>(factor.getDefiningOp());
  });
}

/// True where `user` would store `op`, or compute it again for every column that it scales.
static bool isStoredFor(Operation *op, Operation *user) {
  auto isTrueProduct = [](Operation *other) {
    return isa<MulOp>(other) && llvm::count_if(other->getOperands(), isMatrix) > 1;
  };
  // Of a small product Eigen stores what it reads row by row where that begins with a transpose.
  if (isa<AddOp>(op) && isTrueProduct(onlyUser(user)) &&
      (isDynamic(op->getResult(0)) || !isVector(op->getResult(0))))
    return llvm::any_of(op->getOperands(), isProduct);
  if (isa<MapOp, PowOp, HadamardOp, AddOp>(op) && isa<DiagOp>(user))
    return llvm::any_of(user->getUsers(), [&](Operation *product) {
      return isTrueProduct(product) && !isVector(product->getResult(0));
    });
  return false;
}

/// True for a product of matrices, not of vectors, that is better off in a variable of the function
/// than in one of the expression that `user` stands in. Where sizes are fixed, compilers keep the
/// former in registers and leave the latter in memory; and of an expression with a product in it
/// Eigen sums the rows only when all of it is stored.
static bool isHiddenVariable(Operation *op, Operation *user) {
  Value v = op->getResult(0);
  if (!isMatrix(v) || !isProduct(v))
    return false;
  // A (B (C v)): of a chain the compiler keeps the last two.
  if (isVector(v)) {
    auto multiplies = [](Operation *other, Operation *by) {
      return isa<MulOp>(other) && other->getNumOperands() == 2 && isProduct(other->getResult(0)) &&
             by->hasOneUse();
    };
    return !isDynamic(v) && multiplies(user, op) && user->hasOneUse() &&
           multiplies(*user->user_begin(), user);
  }
  auto hasOnes = [](Operation *product) {
    return isa<MulOp>(product) && llvm::any_of(product->getOperands(), [](Value factor) {
             return bool(factor.getDefiningOp<FillOp>());
           });
  };
  user = onlyUser(user);
  if (isDynamic(v))
    return isa<HadamardOp>(user) && llvm::any_of(user->getUsers(), hasOnes);
  if (isa<InnerOp, HadamardOp>(user))
    return true;
  return isa<MulOp>(user) && llvm::count_if(user->getOperands(), isMatrix) > 1 && !hasOnes(user) &&
         llvm::none_of(user->getOperands(), [](Value factor) {
           return isa_and_nonnull<DiagOp, IdentityOp>(factor.getDefiningOp());
         });
}

/// Of an outer product the factor that is the largest expression: it has fewer entries than the
/// product, which may then be added where it is needed and is not stored. Null for anything else.
static Operation *largestFactor(Operation *op, const llvm::DenseMap<Value, unsigned> &size) {
  if (!isa<MulOp>(op) || isVector(op->getResult(0)) ||
      llvm::none_of(op->getOperands(), [](Value v) { return isVector(v); }))
    return nullptr;
  Value largest = *llvm::max_element(
      op->getOperands(), [&](Value a, Value b) { return size.lookup(a) < size.lookup(b); });
  if (auto transpose = largest.getDefiningOp<TransposeOp>())
    largest = transpose->getOperand(0);
  return size.lookup(largest) > 1 ? largest.getDefiningOp() : nullptr;
}

/// With `onlyNumbers`, matrices are computed where they are read.
static void markLocals(Block &block, bool onlyNumbers = false) {
  auto unit = UnitAttr::get(block.getParentOp()->getContext());
  const bool isBody = !isa<func::FuncOp>(block.getParentOp());
  llvm::DenseMap<Value, unsigned> size;
  llvm::SmallPtrSet<Operation *, 2> dyadKrons;
  for (auto columns : block.getOps<ColumnwiseOp>())
    if (KronOp kron = transposedKron(columns)) {
      columns->setAttr(attr::dyads, unit);
      dyadKrons.insert(kron);
    }
  for (Operation &op : block.without_terminator()) {
    if (isa<LoopOp, IfOp>(op) || hasControl(op))
      for (Region &body : op.getRegions())
        markLocals(body.front());
    else if (hasSharedNumbers(op))
      markLocals(op.getRegion(0).front(), true);
    if (isa<LoopOp, IfOp, MakeListOp, ZerosLikeOp, SetAtOp, AppendOp, DropLastOp, AddListsOp>(op)) {
      op.setAttr(attr::local, unit);
      for (Value v : op.getResults())
        size[v] = 1;
      continue;
    }
    if (op.getNumResults() == 0)
      continue;
    if (op.getResult(0).getType().isIndex() && isComputedOnce(&op, isBody))
      op.setAttr(attr::local, unit);
    Value v = op.getResult(0);
    unsigned total = 1;
    for (Value operand : op.getOperands())
      total += size.lookup(operand);
    size[v] = total;
    // Eigen takes a constant matrix in a product for a factor that it may pull out; one with a
    // vector of ones is written as a sum or a repetition.
    const bool isOnes = isVector(v) && constantValue(v) == 1.0;
    const bool isConstantFactor =
        isa<FillOp>(op) && !isOnes && llvm::any_of(op.getUsers(), llvm::IsaPred<MulOp>);
    if (isConstantFactor)
      op.setAttr(attr::local, unit);
    auto rule = dyn_cast<RuleInterface>(op);
    auto factorization = dyn_cast<FactorizeOp>(op);
    if (factorization ? !factorization.row().isTriangular()
                      : isa<ColumnwiseOp>(op) || (rule && rule.takesStatements() && !isView(&op))) {
      op.setAttr(attr::local, unit);
      size[v] = 1;
      continue;
    }
    // L⁻ᵀ L⁻¹ takes two steps.
    if (auto inverse = dyn_cast<InverseOp>(op); inverse && isHalved(inverse)) {
      op.setAttr(attr::local, unit);
      size[v] = 1;
      continue;
    }
    // A diagonal matrix is not made for every column that is read of it.
    if (isa<DiagOp>(op) && llvm::any_of(op.getUsers(), llvm::IsaPred<ColumnwiseOp>))
      op.setAttr(attr::local, unit);
    if (isFree(v))
      continue;

    // ⟨v, v⟩ is written with v once: v.squaredNorm().
    llvm::SmallPtrSet<Operation *, 4> users;
    bool isWrittenTwice = false;
    for (Operation *user : op.getUsers()) {
      // `while (c)` tests its condition once.
      if (auto loop = dyn_cast<LoopOp>(block.getParentOp());
          loop && user == block.getTerminator() && loop.getFlag() == v && chosenWhile(loop))
        continue;
      isWrittenTwice |= !users.insert(user).second && !isa<InnerOp>(user);
    }
    // s² is s * s, and a part is read from an object.
    bool isNeededByName = false;
    for (Operation *user : users) {
      auto power = dyn_cast<PowOp>(user);
      isNeededByName |=
          power && isScalar(v) && (power.exponentValue() == 2 || power.exponentValue() == 3);
      isNeededByName |=
          isa<ElementOp, SliceOp, ReverseOp, ReshapeOp, TriangleOp, SymmetricOp, GapsOp>(user);
      isNeededByName |= dyadKrons.contains(user);
      auto columns = dyn_cast<ColumnwiseOp>(user);
      isNeededByName |= columns && !columns->hasAttr(attr::dyads);
      // What every column is scaled by.
      isNeededByName |= isScalar(v) && isa<MulOp>(user) && isMatrix(user->getResult(0)) &&
                        llvm::any_of(user->getUsers(), [](Operation *scaled) {
                          return scaled->hasAttr(attr::dyads);
                        });
      auto factorization = dyn_cast<FactorizeOp>(user);
      isNeededByName |= factorization && factorization.row().isTriangular();
      // Eigen scales a product by its first factor, and a view has no multiples.
      isNeededByName |= isa<MulOp>(op) && isa<MulOp>(user) &&
                        llvm::any_of(user->getOperands(), isScalar) &&
                        llvm::any_of(op.getOperands(), [](Value factor) {
                          return factor.getDefiningOp() && isView(factor.getDefiningOp());
                        });
      isNeededByName |= isStoredFor(&op, user) || isHiddenVariable(&op, user);
      // One solve in another is hard to read.
      isNeededByName |= isa<SolveOp>(op) && isa<SolveOp>(onlyUser(user));
      if (auto map = dyn_cast<MapOp>(user))
        isNeededByName |= isScalar(v) && map.row().scalar.count("{0}") > 1;
      // Loops read entries, too.
      if (auto pick = dyn_cast<PickOp>(user))
        isNeededByName |= pick.getA() != pick.getB();
      if (auto prod = dyn_cast<ProdOp>(user))
        isNeededByName |= !prod.getDirections().empty();
      isNeededByName |= isa<ProdOthersOp, ExtremalOp, BlockInnerOp, BlockSumOp>(user);
      // A view that is used twice looks at an object.
      isNeededByName |= isa<TransposeOp, DiagOp, FillOp>(user) && !user->hasOneUse();
    }
    isNeededByName |= llvm::any_of(op.getUses(), isPassed);
    const bool isFixed =
        isMatrix(v) && rowsOf(v.getType()).isNumber() && colsOf(v.getType()).isNumber();
    isNeededByName |= !isFixed && isVectorised(&op) && llvm::any_of(users, isEntrywise);
    // Eigen solves with the transpose of a factorisation only where the result is stored.
    auto solve = dyn_cast<SolveOp>(op);
    if (solve && solve.getTransposed() && !factorizationOf(solve.getA()).row().isTriangular())
      isNeededByName |= !llvm::all_of(
          users, [](Operation *user) { return user->hasTrait<OpTrait::IsTerminator>(); });
    // What is returned as it is needs no name, and a triangle of it is computed term by term.
    auto isOwn = [](Operation *user) {
      return user->hasTrait<OpTrait::IsTerminator>() || isa<MirrorOp, LoopOp>(user);
    };
    const bool isResult = users.size() == 1 && isOwn(*users.begin());
    if (total > largestOf(&op) && !isResult)
      if (Operation *factor = largestFactor(&op, size)) {
        factor->setAttr(attr::local, unit);
        total -= size.lookup(factor->getResult(0)) - 1;
        size[factor->getResult(0)] = 1;
        size[v] = total;
      }
    if (startsInProduct(op)) {
      op.setAttr(attr::local, unit);
      op.setAttr(attr::scratch, unit);
      size[v] = 1;
      continue;
    }
    if (onlyNumbers && isMatrix(v))
      continue;
    if ((users.size() > 1 && !isCheapEntrywise(&op)) || isWrittenTwice || isNeededByName ||
        (total > largestOf(&op) && !isResult)) {
      op.setAttr(attr::local, unit);
      size[v] = 1;
    }
  }
  shareMemory(block);
  readBeforeWrites(block);
}

void markLocals(func::FuncOp f) { markLocals(f.front()); }

} // namespace delgen::mx
