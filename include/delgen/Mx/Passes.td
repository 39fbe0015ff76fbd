//===- Passes.td - The passes over mx --------------------------*- tablegen -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_PASSES_TD
#define DELGEN_MX_PASSES_TD

include "mlir/Pass/PassBase.td"

def DifferentiatePass : Pass<"mx-differentiate", "::mlir::ModuleOp"> {
  let summary = "Add the del functions that the functions' requests ask for";
  let description = [{
    For each request of `mx.del`, builds the del functions of order 1 up to the request's,
    each from the one before. Every function of one order is simplified before the next
    order is taken.
  }];
  let dependentDialects = ["::delgen::mx::MxDialect", "::mlir::arith::ArithDialect"];
}

def SimplifyPass : Pass<"mx-simplify", "::mlir::func::FuncOp"> {
  let summary = "Bring every expression to its normal form";
  let dependentDialects = ["::delgen::mx::MxDialect", "::mlir::arith::ArithDialect"];
}

def SchedulePass : Pass<"mx-schedule", "::mlir::func::FuncOp"> {
  let summary = "Choose the cheapest evaluation: association, factoring, powers, sharing";
  let dependentDialects = ["::delgen::mx::MxDialect", "::mlir::arith::ArithDialect"];
}

#endif // DELGEN_MX_PASSES_TD
