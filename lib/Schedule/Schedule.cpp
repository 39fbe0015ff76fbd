//===- Schedule.cpp - The pass that chooses the cheapest evaluation -------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Stages.h"

#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Sizes.h"
#include "delgen/Schedule.h"

using namespace mlir;

namespace delgen::mx {
#define GEN_PASS_DEF_SCHEDULEPASS
#include "delgen/Mx/Passes.h.inc"

namespace {

struct SchedulePass : impl::SchedulePassBase<SchedulePass> {
  void runOnOperation() override {
    func::FuncOp f = getOperation();
    if (f.isExternal())
      return;
    dropTold(f);
    for (auto stage : {chooseFactoring, accumulateInBranches, accumulateParts, shareExponentials,
                       factorEntries, expandPowers, chooseTraces, shareProducts, associateChains,
                       halveProducts, fuseColumns, factorize, addDyadsByColumns})
      forEachBody(f, [&](Block &body) {
        stage(body);
        orderByUse(body);
      });
    hoistInvariants(f);
    markLocals(f);
  }
};

} // namespace
} // namespace delgen::mx

std::unique_ptr<mlir::Pass> delgen::createSchedulePass() {
  return std::make_unique<mx::SchedulePass>();
}
