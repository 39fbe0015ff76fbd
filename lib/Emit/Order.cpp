//===- Order.cpp - The generated functions of a module ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Order.h"

#include "delgen/Mx/Attributes.h"

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

bool isGenerated(func::FuncOp f) {
  return f->hasAttr(attr::directions) || f->hasAttr(attr::reading);
}

llvm::SmallVector<func::FuncOp> inOrderOfUse(ModuleOp module) {
  llvm::SmallVector<func::FuncOp> order;
  llvm::DenseSet<Operation *> placed;
  SymbolTable symbols(module);
  std::function<void(func::FuncOp)> place = [&](func::FuncOp f) {
    // What has no body was written by the user.
    if (!isGenerated(f) || f.isExternal() || !placed.insert(f).second)
      return;
    f.walk([&](CallOp call) {
      if (auto callee = symbols.lookup<func::FuncOp>(call.getCallee()))
        place(callee);
    });
    order.push_back(f);
  };
  for (auto f : module.getOps<func::FuncOp>())
    place(f);
  return order;
}

} // namespace delgen
