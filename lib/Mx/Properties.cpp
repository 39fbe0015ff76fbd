//===- Properties.cpp - What is known of a matrix -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Control.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

/// Expressions are looked into no deeper than this: the answer may be no.
static constexpr unsigned deepest = 8;
/// Sums of more terms than this are not compared term by term.
static constexpr size_t mostTerms = 12;

std::optional<double> constantValue(Value v) {
  if (auto fill = v.getDefiningOp<FillOp>())
    v = fill.getA();
  if (auto c = v.getDefiningOp<ConstantOp>())
    return c.number();
  return std::nullopt;
}

bool isTakenSymmetric(BlockArgument parameter) {
  llvm::SmallPtrSet<void *, 8> seen;
  llvm::SmallVector<BlockArgument> pending = {parameter};
  while (!pending.empty()) {
    BlockArgument argument = pending.pop_back_val();
    if (!seen.insert(argument.getAsOpaquePointer()).second)
      continue;
    for (OpOperand &use : argument.getUses()) {
      Operation *user = use.getOwner();
      if (isa<CholeskyOp, EigenvaluesOp, EigenvectorsOp>(user))
        return true;
      if (isa<InverseOp, DetOp, LogDetOp>(user))
        if (lookupFactorization(user->getAttrOfType<StringAttr>("kind"))->isSymmetric)
          return true;
      if (auto call = dyn_cast<CallOp>(user)) {
        auto callee =
            SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(call, call.getCalleeAttr());
        if (callee && !callee.isExternal())
          pending.push_back(callee.getArgument(use.getOperandNumber()));
      }
    }
  }
  return false;
}

bool isAssumed(Value v, StringRef property) {
  auto argument = dyn_cast<BlockArgument>(v);
  auto f = argument ? dyn_cast_or_null<func::FuncOp>(argument.getOwner()->getParentOp())
                    : func::FuncOp();
  if (!f || argument.getOwner() != &f.front())
    return false;
  auto list = f.getArgAttrOfType<ArrayAttr>(argument.getArgNumber(), attr::assume);
  return list && llvm::is_contained(list, StringAttr::get(f.getContext(), property));
}

static bool isSquare(Value v) { return rowsOf(v.getType()) == colsOf(v.getType()); }

/// Some property that sums, scalar multiples and transposes keep.
static bool forLinear(Value v, unsigned depth, llvm::function_ref<bool(Value, unsigned)> holds) {
  if (auto add = v.getDefiningOp<AddOp>())
    return llvm::all_of(add.getTerms(), [&](Value term) { return holds(term, depth + 1); });
  if (auto mul = v.getDefiningOp<MulOp>())
    return llvm::all_of(mul.getFactors(),
                        [&](Value factor) { return isScalar(factor) || holds(factor, depth + 1); });
  return false;
}

static bool diagonal(Value v, unsigned depth) {
  if (depth > deepest || !isMatrix(v) || !isSquare(v))
    return false;
  if (isAssumed(v, "diagonal") || v.getDefiningOp<DiagOp>() || v.getDefiningOp<IdentityOp>())
    return true;
  if (Operation *op = v.getDefiningOp(); isa_and_nonnull<TransposeOp, InverseOp>(op))
    return diagonal(op->getOperand(0), depth + 1);
  return forLinear(v, depth, diagonal);
}

bool isDiagonal(Value v) { return diagonal(v, 0); }

template <bool lower> static bool triangular(Value v, unsigned depth) {
  if (depth > deepest || !isMatrix(v) || !isSquare(v))
    return false;
  if (isAssumed(v, lower ? "lower" : "upper") || diagonal(v, depth))
    return true;
  Operation *op = v.getDefiningOp();
  if (auto triangle = dyn_cast_or_null<TriangleOp>(op))
    return triangle.getLower() == lower || triangular<lower>(triangle.getA(), depth + 1);
  if (isa_and_nonnull<CholeskyOp>(op))
    return lower;
  if (isa_and_nonnull<TransposeOp>(op))
    return triangular<!lower>(op->getOperand(0), depth + 1);
  if (isa_and_nonnull<InverseOp>(op))
    return triangular<lower>(op->getOperand(0), depth + 1);
  return forLinear(v, depth, triangular<lower>);
}

bool isLower(Value v) { return triangular<true>(v, 0); }
bool isUpper(Value v) { return triangular<false>(v, 0); }

bool isOrthogonal(Value v) {
  if (auto t = v.getDefiningOp<TransposeOp>())
    v = t.getA();
  return isAssumed(v, "orthogonal") || (v.getDefiningOp<IdentityOp>() && isSquare(v));
}

/// True where one of the factorisations that read one triangle is taken of the matrix.
static bool hasSymmetricKind(InverseOp op) { return op.row().isSymmetric; }

static bool transposes(Value a, Value b, unsigned depth) {
  if (a == b && isScalar(a))
    return true;
  // A factorisation stands for its matrix, but for those that read a part of what they are given.
  auto f = factorizationOf(a), g = factorizationOf(b);
  if (f && g)
    return !f.row().isTriangular() && !g.row().isTriangular() &&
           transposes(f.getA(), g.getA(), depth + 1);
  if (depth > deepest || !isMatrix(a) || !isMatrix(b) || transposed(a) != b.getType())
    return false;
  if (auto t = a.getDefiningOp<TransposeOp>(); t && t.getA() == b)
    return true;
  if (auto t = b.getDefiningOp<TransposeOp>(); t && t.getA() == a)
    return true;
  if (a == b && (isAssumed(a, "symmetric") || isAssumed(a, "spd") || isAssumed(a, "diagonal")))
    return true;
  Operation *p = a.getDefiningOp(), *q = b.getDefiningOp();
  if (!p || !q || p->getName() != q->getName())
    return false;
  auto operands = [&] {
    if (p->getNumOperands() != q->getNumOperands() ||
        p->getAttrDictionary() != q->getAttrDictionary())
      return false;
    return llvm::all_of(llvm::zip(p->getOperands(), q->getOperands()), [&](auto pair) {
      return transposes(std::get<0>(pair), std::get<1>(pair), depth + 1);
    });
  };
  if (isa<IdentityOp, DiagOp, SymmetricOp>(p))
    return a == b;
  if (auto inverse = dyn_cast<InverseOp>(p); inverse && a == b && hasSymmetricKind(inverse))
    return true;
  if (isa<FillOp>(p))
    return p->getOperand(0) == q->getOperand(0);
  if (isa<TransposeOp, HadamardOp, PowOp, MapOp, PowerOp, CompareOp, SelectOp, MaxOp, MinOp,
          InverseOp, CastOp, PolygammaOp>(p)) {
    // The exponent of a power may be a scalar, which is its own transpose.
    return operands();
  }
  if (auto mul = dyn_cast<MulOp>(p)) {
    llvm::SmallVector<Value> s, t, chain, mirrored;
    for (Value v : mul.getFactors())
      (isScalar(v) ? s : chain).push_back(v);
    for (Value v : cast<MulOp>(q).getFactors())
      (isScalar(v) ? t : mirrored).push_back(v);
    if (s != t || chain.size() != mirrored.size())
      return false;
    return llvm::all_of(llvm::zip(chain, llvm::reverse(mirrored)), [&](auto pair) {
      return transposes(std::get<0>(pair), std::get<1>(pair), depth + 1);
    });
  }
  if (auto assemble = dyn_cast<AssembleOp>(p)) {
    // Each block has its mirror image.
    auto other = cast<AssembleOp>(q);
    const size_t count = assemble.getBlocks().size();
    return count == other.getBlocks().size() && count <= mostTerms &&
           llvm::all_of(llvm::seq<size_t>(0, count), [&](size_t i) {
             return llvm::any_of(llvm::seq<size_t>(0, count), [&](size_t j) {
               return assemble.getRows()[i] == other.getCols()[j] &&
                      assemble.getCols()[i] == other.getRows()[j] &&
                      (transposes(assemble.getBlocks()[i], other.getBlocks()[j], depth + 1));
             });
           });
  }
  if (auto add = dyn_cast<AddOp>(p)) {
    if (add.getTerms().size() > mostTerms)
      return false;
    llvm::SmallVector<Value> open(cast<AddOp>(q).getTerms());
    for (Value term : add.getTerms()) {
      auto *other = llvm::find_if(open, [&](Value o) { return transposes(term, o, depth + 1); });
      if (other == open.end())
        return false;
      open.erase(other);
    }
    return open.empty();
  }
  return false;
}

bool areTransposes(Value a, Value b) { return transposes(a, b, 0); }

/// vᵀ v v ≥ 0 for all v; definite where `strict`.
static bool positive(Value v, bool strict, unsigned depth) {
  if (depth > deepest || !isMatrix(v) || !isSquare(v))
    return false;
  if (isAssumed(v, "spd") || v.getDefiningOp<IdentityOp>())
    return true;
  if (auto inverse = v.getDefiningOp<InverseOp>())
    return inverse.getKind() == "llt" || positive(inverse.getA(), true, depth + 1);
  if (auto add = v.getDefiningOp<AddOp>()) {
    bool anyStrict = !strict;
    for (Value term : add.getTerms()) {
      if (!positive(term, false, depth + 1))
        return false;
      anyStrict = anyStrict || positive(term, true, depth + 1);
    }
    return anyStrict;
  }
  auto mul = v.getDefiningOp<MulOp>();
  if (!mul)
    return false;
  llvm::SmallVector<Value> chain;
  for (Value factor : mul.getFactors()) {
    auto c = factor.getDefiningOp<ConstantOp>();
    if (isMatrix(factor))
      chain.push_back(factor);
    else if (!c || c.number() <= 0)
      return false;
  }
  if (chain.size() == 1)
    return positive(chain.front(), strict, depth + 1);
  // B Bᵀ and B S Bᵀ are at least semidefinite.
  if (strict)
    return false;
  const size_t half = chain.size() / 2;
  for (size_t i = 0; i < half; ++i)
    if (!transposes(chain[i], chain[chain.size() - 1 - i], depth + 1))
      return false;
  return chain.size() % 2 == 0 || positive(chain[half], false, depth + 1);
}

bool isPositiveDefinite(Value v) { return positive(v, true, 0); }

IfOp chosenWhile(LoopOp loop) {
  Value flag = loop.getFlag();
  Block &body = loop.getBody().front();
  auto choice = flag && body.getOperations().size() > 1
                    ? dyn_cast<IfOp>(*std::prev(body.getTerminator()->getIterator()))
                    : IfOp();
  if (!choice || choice.getCondition() != flag)
    return {};
  Operation *otherwise = choice.getOtherwise().front().getTerminator();
  for (auto [argument, yielded] : llvm::zip(loop.getCarried(), loop.getYielded())) {
    if (yielded == argument)
      continue;
    auto result = dyn_cast<OpResult>(yielded);
    if (!result || result.getOwner() != choice || !result.hasOneUse())
      return {};
    auto kept = dyn_cast<BlockArgument>(otherwise->getOperand(result.getResultNumber()));
    if (!kept || kept.getOwner() != &choice.getOtherwise().front() ||
        choice.getOthers()[kept.getArgNumber()] != argument)
      return {};
  }
  return choice;
}

FactorizeOp factorizationOf(Value v) {
  while (auto argument = dyn_cast<BlockArgument>(v)) {
    Operation *op = argument.getOwner()->getParentOp();
    if (!op || !isControl(op)) // a body that is being made stands in none
      return {};
    const unsigned skipped = isa<LoopOp>(op) ? 1 + cast<LoopOp>(op).getInits().size() : 0;
    if (argument.getArgNumber() < skipped)
      return {};
    v = outerOperands(op)[argument.getArgNumber() - skipped].get();
  }
  return v.getDefiningOp<FactorizeOp>();
}

bool isHalved(InverseOp op) {
  auto f = factorizationOf(op.getA());
  return f && f.row().name == "llt" && !rowsOf(op.getType()).isNumber();
}

} // namespace delgen::mx
