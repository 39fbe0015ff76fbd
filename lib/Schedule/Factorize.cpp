//===- Factorize.cpp - One factorisation of a matrix serves all its uses --===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Cost.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {
namespace {

/// How a matrix is factorised, and for how many operations.
struct Plan {
  const Factorization *row = nullptr;
  unsigned uses = 0;
  bool solves = false;
  /// The matrices of as many columns, or rows, as the inverse has itself that it is multiplied by,
  /// and on which side they stand.
  llvm::SmallDenseSet<std::pair<Value, unsigned>> squareProducts;

  /// One inverse and products with it are cheaper than several solves with square matrices.
  bool isInverseFormed() const { return row->isSymmetric && squareProducts.size() > 1; }
};

/// True for what is computed by a factorisation that is not there yet.
bool isFactored(Operation *op) {
  return isa<InverseOp, DetOp, LogDetOp, CholeskyOp>(op) &&
         isa<MatrixType>(op->getOperand(0).getType());
}

const Factorization *rowOf(Operation *op) {
  auto kind = op->getAttrOfType<StringAttr>("kind");
  return lookupFactorization(kind ? kind.getValue() : StringRef("llt"));
}

class Factorizations : public ScheduleBuilder {
public:
  Factorizations(OpBuilder &b, Block &block) : ScheduleBuilder(b) {
    // The rows of the table stand in the order of preference.
    block.walk([&](Operation *op) {
      if (!isFactored(op))
        return;
      Value a = op->getOperand(0);
      Plan &plan = plans[a];
      const Factorization *row = rowOf(op);
      if (!plan.row || row < plan.row)
        plan.row = row;
      ++plan.uses;
      if (!isa<InverseOp>(op))
        return;
      plan.solves |= llvm::any_of(op->getUsers(), llvm::IsaPred<MulOp, TransposeOp>);
      for (Operation *user : op->getUsers())
        if (isa<MulOp>(user) && user->getNumOperands() == 2 &&
            llvm::all_of(user->getOperands(), isMatrix) &&
            entries(user->getResult(0).getType()) >= entries(a.getType())) {
          const unsigned side = user->getOperand(0) == op->getResult(0) ? 1 : 0;
          plan.squareProducts.insert({user->getOperand(side), side});
        }
    });
  }

  Value each(Operation *op, ValueRange operands) {
    if (isFactored(op))
      return factored(op, operands[0]);
    // The eigenvalues are those of the symmetric matrix whose lower triangle is given.
    if (isa<EigenvaluesOp, EigenvectorsOp>(op))
      if (auto s = operands[0].getDefiningOp<SymmetricOp>(); s && s.getLower())
        return copy(op, s.getA());
    if (isa<TransposeOp>(op))
      return transpose(operands[0]);
    if (isa<MulOp>(op) && operands.size() == 2)
      if (Value v = solved(operands[0], operands[1]))
        return v;
    return copy(op, operands);
  }

private:
  Value factored(Operation *op, Value a) {
    const Plan &plan = plans[op->getOperand(0)];
    const Factorization &row = *plan.row;
    auto kind = b.getStringAttr(row.name);
    // A matrix that is only inverted, or whose determinant alone is asked for, needs no name
    // for its factorisation; a small one has none.
    const bool isAlone = plan.uses == 1 && !plan.solves && !isa<LogDetOp>(op);
    const bool hasFormula = isSmall(a.getType()) && !isa<CholeskyOp>(op) &&
                            (row.name == "lu" || row.isSymmetric) &&
                            !a.getDefiningOp<SymmetricOp>();
    if (hasFormula || (row.name == "lu" && isAlone)) {
      Operation *twin = b.clone(*op);
      twin->setOperand(0, a);
      twin->setAttr("kind", b.getStringAttr("lu"));
      return unique(twin);
    }
    Value read = whatIsRead(a, row);
    auto factorization = FactorizeOp::create(
        b, loc, FactorizationType::get(b.getContext(), cast<MatrixType>(a.getType())), read, kind);
    // The formula says what the factorised matrix is.
    if (read != a && row.isSymmetric)
      factorization->setAttr(attr::oneTriangle, b.getUnitAttr());
    Value f = unique(factorization);
    Operation *twin = b.clone(*op);
    twin->setOperand(0, f);
    if (!isa<CholeskyOp>(op))
      twin->setAttr("kind", kind);
    Value v = unique(twin);
    if (isa<InverseOp>(op) && plan.isInverseFormed())
      formed.insert(v);
    return v;
  }

  static Value withoutTranspose(Value v) {
    auto t = v.getDefiningOp<TransposeOp>();
    return t ? t.getA() : v;
  }

  /// `a` without what a factorisation that reads one triangle makes superfluous.
  Value whatIsRead(Value a, const Factorization &row) {
    // The lower triangle is read; the upper one stands there in the transpose.
    if (auto s = a.getDefiningOp<SymmetricOp>(); s && row.isSymmetric)
      return s.getLower() ? s.getA() : transpose(s.getA());
    if (!row.isTriangular())
      return a;
    auto strip = [&](Value v, double diagonal) {
      auto t = v.getDefiningOp<TriangleOp>();
      const bool isRead = t && t.getLower() == (row.name == "lower" || row.name == "unitlower");
      return isRead && t.diagonalFactor() == diagonal ? t.getA() : Value();
    };
    if (!row.view.starts_with("Unit")) {
      Value inner = strip(a, 1);
      return inner ? inner : a;
    }
    if (auto add = a.getDefiningOp<AddOp>(); add && add.getTerms().size() == 2)
      for (Value term : add.getTerms())
        if (Value inner = strip(term, 0))
          return inner;
    return a;
  }

  /// The inverse of a factorised a, where v is a⁻¹ or a⁻ᵀ, and whether it is the latter.
  static std::pair<InverseOp, bool> factoredInverse(Value v) {
    bool isTransposed = false;
    if (auto t = v.getDefiningOp<TransposeOp>()) {
      isTransposed = true;
      v = t.getA();
    }
    auto inverse = v.getDefiningOp<InverseOp>();
    if (!inverse || !isa<FactorizationType>(inverse.getA().getType()))
      return {};
    return {inverse, isTransposed};
  }

  /// A⁻¹ B as a solve, and B A⁻¹ = (A⁻ᵀ Bᵀ)ᵀ; null for any other product.
  Value solved(Value l, Value r) {
    if (!isMatrix(l) || !isMatrix(r))
      return {};
    if (formed.contains(withoutTranspose(l)) || formed.contains(withoutTranspose(r)))
      return {};
    auto transposes = [&](InverseOp inverse, bool isTransposed) {
      return b.getBoolAttr(isTransposed && !inverse.row().isSymmetric);
    };
    if (auto [inverse, isTransposed] = factoredInverse(l); inverse)
      return make<SolveOp>(productShape({l, r}), inverse.getA(), r,
                           transposes(inverse, isTransposed));
    if (auto [inverse, isTransposed] = factoredInverse(r); inverse) {
      Value right = transpose(l);
      Type type = transposed(r);
      Type shape = shaped(rowsOf(type), colsOf(right.getType()), elementType(type));
      return transpose(
          make<SolveOp>(shape, inverse.getA(), right, transposes(inverse, !isTransposed)));
    }
    return {};
  }

  llvm::DenseMap<Value, Plan> plans;
  /// Inverses that are computed as such.
  llvm::DenseSet<Value> formed;
};

} // namespace

void factorize(Block &block) {
  OpBuilder b(block.front().getContext());
  Factorizations factorizations(b, block);
  rebuild(block, b, [&](Operation *op, ValueRange operands) {
    factorizations.setLocation(withoutName(op->getLoc()));
    return factorizations.each(op, operands);
  });
}

} // namespace delgen::mx
