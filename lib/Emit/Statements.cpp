//===- Statements.cpp - Values that take several statements in C++ --------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expression.h"

#include "Types.h"

#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/TypeSwitch.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

std::vector<std::string> Expressions::statements(Operation *op, StringRef name) {
  using Lines = std::vector<std::string>;
  return llvm::TypeSwitch<Operation *, Lines>(op)
      .Case<FactorizeOp, CholeskyOp, TriangleOp>(
          [&](Operation *o) { return factorizationStatements(o, name); })
      .Case([&](InverseOp i) { return inverse(i, name); })
      .Case([&](AssembleOp a) { return assemble(a, name); })
      .Case([&](InsertOp i) { return insert(i, name); })
      .Case([&](PickOp p) { return pick(p, name); })
      .Case([&](ExtremalOp e) { return extremal(e, name); })
      .Case([&](ProdOp p) { return prod(p, name); })
      .Case([&](ProdOthersOp p) { return prodOthers(p, name); })
      .Case([&](BlockInnerOp i) { return blockInner(i, name); })
      .Case([&](BlockSumOp s) { return blockSum(s, name); })
      .Case<EigenvaluesOp, EigenvectorsOp>([&](auto e) { return eigen(e, name); })
      .Case([&](GapsOp g) { return gaps(g, name); })
      .Case([&](ColumnwiseOp c) { return columnwise(c, name); })
      .Case([&](MirrorOp m) { return mirror(m, name); })
      .Case<MakeListOp, ZerosLikeOp, SetAtOp, AppendOp, DropLastOp, AddListsOp>(
          [&](Operation *o) { return listStatements(o, name); })
      .Default([](Operation *) { return Lines(); });
}

} // namespace delgen
