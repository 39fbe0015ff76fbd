//===- Differentiate.cpp - The pass that serves the requests --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Del.h"

#include "delgen/Derive.h"
#include "delgen/Mx/Attributes.h"

#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

namespace delgen::mx {
#define GEN_PASS_DEF_DIFFERENTIATEPASS
#include "delgen/Mx/Passes.h.inc"

namespace {

struct DifferentiatePass : impl::DifferentiatePassBase<DifferentiatePass> {
  DifferentiatePass() = default;
  explicit DifferentiatePass(std::function<void(mlir::OpPassManager &)> betweenOrders)
      : betweenOrders(std::move(betweenOrders)) {}

  void runOnOperation() override {
    DelFunctions family(getOperation(), [&](mlir::func::FuncOp f) -> mlir::LogicalResult {
      if (!betweenOrders)
        return mlir::success();
      mlir::OpPassManager pipeline(mlir::func::FuncOp::getOperationName());
      betweenOrders(pipeline);
      return runPipeline(pipeline, f);
    });
    // A copy: functions are added while the requests are served.
    bool isGood = true;
    for (auto f : llvm::to_vector(getOperation().getOps<mlir::func::FuncOp>()))
      for (bool namesAll : {false, true})
        isGood &= succeeded(serve(family, f, namesAll));
    if (!isGood)
      return signalPassFailure();
    mlir::OpPassManager unused(mlir::ModuleOp::getOperationName());
    unused.addPass(mlir::createSymbolDCEPass());
    if (failed(runPipeline(unused, getOperation())))
      return signalPassFailure();
  }

  mlir::LogicalResult serve(DelFunctions &family, mlir::func::FuncOp f, bool namesAll) {
    auto requests = f->getAttrOfType<mlir::ArrayAttr>(namesAll ? attr::delNamed : attr::del);
    if (!requests)
      return mlir::success();
    if (f.isExternal())
      return f.emitError("a function without a body is asked for its derivatives");
    bool isGood = true;
    for (mlir::Attribute request : requests) {
      auto parameters = llvm::dyn_cast<mlir::DenseI64ArrayAttr>(request);
      if (!parameters || parameters.empty())
        return f.emitError("a request lists the parameters to perturb, not ") << request;
      llvm::SmallVector<Pattern> directions;
      for (int64_t parameter : parameters.asArrayRef()) {
        if (parameter < 0 || parameter >= f.getNumArguments())
          return f.emitError("a request names parameter ")
                 << parameter << " of " << f.getNumArguments();
        if (!llvm::isa<MatrixType, mlir::FloatType>(f.getArgumentTypes()[parameter]))
          return f.emitError("a request perturbs parameter ") << parameter << ", which is not real";
        directions.push_back({parameter});
      }
      mlir::FailureOr<mlir::func::FuncOp> del = family.get(f, directions, namesAll);
      if (succeeded(del)) {
        del->setPublic();
        std::string wanted = delName(f, directions, namesAll);
        if (llvm::StringRef name = stringAttr(*del, attr::cppName); name != wanted)
          f.emitWarning("'") << wanted << "' has a meaning already: the derivative of '"
                             << stringAttr(f, attr::cppName) << "' is called '" << name << "'";
      }
      isGood &= succeeded(del);
    }
    return mlir::success(isGood);
  }

  std::function<void(mlir::OpPassManager &)> betweenOrders;
};

} // namespace
} // namespace delgen::mx

std::unique_ptr<mlir::Pass>
delgen::createDifferentiatePass(std::function<void(mlir::OpPassManager &)> betweenOrders) {
  return std::make_unique<mx::DifferentiatePass>(std::move(betweenOrders));
}

std::unique_ptr<mlir::Pass> delgen::createDifferentiatePass() {
  return createDifferentiatePass(nullptr);
}
