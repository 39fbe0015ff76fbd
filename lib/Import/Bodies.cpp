//===- Bodies.cpp - The bodies of loops and branches ---------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A body is read as if it stood where its loop or branch does. Then what it reads from
// outside is passed to it.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

void FunctionImporter::enterBody(Region &body) {
  b.setInsertionPointToStart(&body.emplaceBlock());
  bodies.push_back(&body);
  sizes.enterBody();
}

void FunctionImporter::leaveBody() {
  bodies.pop_back();
  sizes.leaveBody();
}

void FunctionImporter::drop(std::unique_ptr<Region> body, size_t firstKink) {
  // Its values are still looked up, so no other may take their places in memory.
  dropped.push_back(std::move(body));
  kinks.resize(std::min(kinks.size(), firstKink));
}

Value FunctionImporter::emptyValue(const VarDecl *variable) {
  QualType type = variable->getType().getNonReferenceType();
  std::optional<EigenType> eigen = eigenType(ast, type);
  // What is returned has one shape, also where it is not known yet.
  if (eigen && isLive({frame.returned}, variable) && frame.hasSeveralReturns)
    return zero(variable->getLocation(),
                {sizes.get(frame.function, variable, 0), sizes.get(frame.function, variable, 1)},
                floatType(eigen->scalar));
  return emptyEntry(variable->getLocation(), type);
}

Value FunctionImporter::asReal(Value v, Location loc) {
  if (v.getType().isF64())
    return v;
  if (!v.getType().isIndex())
    return mx::CastOp::create(
        b, loc, mx::shaped(mx::rowsOf(v.getType()), mx::colsOf(v.getType()), b.getF64Type()), v);
  if (auto number = v.getDefiningOp<arith::ConstantIndexOp>())
    return mx::ConstantOp::create(b, loc, b.getF64Type(), b.getF64FloatAttr(number.value()));
  return mx::RealOp::create(b, loc, b.getF64Type(), v);
}

void FunctionImporter::collectOuter(Region &body, llvm::SetVector<Value> &used) {
  Block &block = body.front();
  llvm::DenseMap<Value, Value> constants;
  for (Operation &op : llvm::make_early_inc_range(block))
    for (OpOperand &operand : op.getOpOperands()) {
      Value v = operand.get();
      if (v.getParentRegion() == &body)
        continue;
      Operation *definition = v.getDefiningOp();
      if (!definition || !isa<arith::ConstantOp, mx::ConstantOp, mx::ExtentOp>(definition)) {
        used.insert(v);
        continue;
      }
      Value &own = constants[v];
      if (!own) {
        OpBuilder inside(context);
        inside.setInsertionPointToStart(&block);
        own = inside.clone(*definition)->getResult(0);
      }
      operand.set(own);
    }
}

void FunctionImporter::passOuter(Region &body, llvm::ArrayRef<Value> used) {
  for (Value v : used) {
    Value argument = body.addArgument(v.getType(), v.getLoc());
    v.replaceUsesWithIf(argument, [&](OpOperand &operand) {
      return operand.getOwner()->getParentRegion() == &body;
    });
  }
}

} // namespace delgen
