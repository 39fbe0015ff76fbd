//===- Differentiate.cpp - The pass that serves the requests --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Inline.h"
#include "Readings.h"

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
    auto prepare = [&](mlir::func::FuncOp f) -> mlir::LogicalResult {
      if (!betweenOrders)
        return mlir::success();
      mlir::OpPassManager pipeline(mlir::func::FuncOp::getOperationName());
      betweenOrders(pipeline);
      return runPipeline(pipeline, f);
    };
    for (auto f : getOperation().getOps<mlir::func::FuncOp>())
      if (!f.isExternal() && failed(inlineTemplates(f)))
        return signalPassFailure();
    DelFunctions family(getOperation(), prepare);
    Readings readings(getOperation(), family, prepare);
    // A copy: functions are added while the requests are served.
    bool isGood = true;
    for (auto f : llvm::to_vector(getOperation().getOps<mlir::func::FuncOp>())) {
      for (bool namesAll : {false, true})
        isGood &= succeeded(serve(family, readings, f, namesAll));
      isGood &= succeeded(serve(readings, f));
    }
    if (!isGood)
      return signalPassFailure();
    // Nothing is transposed any more, which alone needs to know the sizes of lists.
    getOperation().walk([](AtOp read) { read.getLikeMutable().clear(); });
    mlir::OpPassManager unused(mlir::ModuleOp::getOperationName());
    unused.addPass(mlir::createSymbolDCEPass());
    if (failed(runPipeline(unused, getOperation())))
      return signalPassFailure();
  }

  mlir::LogicalResult serve(DelFunctions &family, Readings &readings, mlir::func::FuncOp f,
                            bool namesAll) {
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
      bool areObjects = false;
      for (int64_t variable : parameters.asArrayRef()) {
        if (!isReal(f, variable))
          return mlir::failure();
        directions.push_back(variableOf(f, variable).parameters);
        areObjects |= variable < 0;
      }
      auto del = areObjects ? readings.del(f, parameters.asArrayRef(), namesAll)
                            : family.get(f, directions, namesAll);
      isGood &= succeeded(publish(f, del, delName(f, parameters.asArrayRef(), namesAll)));
    }
    return mlir::success(isGood);
  }

  static mlir::LogicalResult serve(Readings &readings, mlir::func::FuncOp f) {
    auto requests = f->getAttrOfType<mlir::ArrayAttr>(attr::requests);
    if (!requests)
      return mlir::success();
    if (f.isExternal())
      return f.emitError("a function without a body is asked for its derivatives");
    bool isGood = true;
    for (mlir::Attribute attribute : requests) {
      std::optional<Request> request = Request::from(attribute);
      if (!request)
        return f.emitError("not a request: ") << attribute;
      for (int64_t parameter : request->of)
        if (!isReal(f, parameter))
          return mlir::failure();
      if (f.getNumResults() != 1 ||
          (request->needsScalar() && !llvm::isa<mlir::FloatType>(f.getResultTypes().front())))
        return f.emitError("a function that does not return a scalar has no gradient");
      isGood &= succeeded(publish(f, readings.get(f, *request), requestName(f, *request)));
    }
    return mlir::success(isGood);
  }

  static bool isReal(mlir::Type type) {
    if (auto list = llvm::dyn_cast<ListType>(type))
      return isReal(list.getElement());
    return llvm::isa<MatrixType, mlir::FloatType>(type);
  }

  /// True where `f` has such a parameter or object, and it may vary; otherwise an error is
  /// reported.
  static bool isReal(mlir::func::FuncOp f, int64_t parameter) {
    auto objects = f->getAttrOfType<mlir::ArrayAttr>(attr::objects);
    if (parameter < 0 && objects && static_cast<size_t>(-parameter) <= objects.size())
      return true;
    if (parameter < 0 || parameter >= f.getNumArguments()) {
      f.emitError("a request names parameter ") << parameter << " of " << f.getNumArguments();
      return false;
    }
    if (!isReal(f.getArgumentTypes()[parameter])) {
      f.emitError("a request perturbs parameter ") << parameter << ", which is not real";
      return false;
    }
    return true;
  }

  /// What was requested is for others to see, and they are told where it has another name.
  static mlir::LogicalResult publish(mlir::func::FuncOp f,
                                     mlir::FailureOr<mlir::func::FuncOp> derivative,
                                     const std::string &wanted) {
    if (failed(derivative))
      return mlir::failure();
    derivative->setPublic();
    if (llvm::StringRef name = stringAttr(*derivative, attr::cppName); name != wanted)
      f.emitWarning("'") << wanted << "' has a meaning already: the derivative of '"
                         << stringAttr(f, attr::cppName) << "' is called '" << name << "'";
    return mlir::success();
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
