//===- delgen-opt.cpp - Runs single passes over mx, for tests -------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Derive.h"
#include "delgen/Mx/Mx.h"
#include "delgen/Schedule.h"
#include "delgen/Simplify.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"

int main(int argc, char **argv) {
  mlir::registerTransformsPasses();
  mlir::registerPass([] { return delgen::createDifferentiatePass(); });
  mlir::registerPass(delgen::createSimplifyPass);
  mlir::registerPass(delgen::createSchedulePass);
  mlir::DialectRegistry registry;
  registry.insert<delgen::mx::MxDialect, mlir::func::FuncDialect, mlir::arith::ArithDialect>();
  return mlir::asMainReturnCode(
      mlir::MlirOptMain(argc, argv, "delgen's passes over mx\n", registry));
}
