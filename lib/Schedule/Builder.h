//===- Builder.h - What the stages of the scheduler build with --*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_SCHEDULE_BUILDER_H
#define DELGEN_LIB_SCHEDULE_BUILDER_H

#include "Cost.h"

#include "delgen/Mx/Rebuild.h"
#include "delgen/Mx/Shapes.h"

namespace delgen::mx {

/// Creates scheduled operations, each once.
class ScheduleBuilder : public UniqueBuilder {
public:
  using UniqueBuilder::UniqueBuilder;

  /// Says that `fresh` stands for `old`, and is not taken apart where that has several users.
  void noteUse(mlir::Value old, mlir::Value fresh) {
    if (!old.hasOneUse())
      shared.insert(fresh);
  }

protected:
  bool isShared(mlir::Value v) const { return shared.contains(v); }
  /// The operation that makes `v`, if it is an `Op` that may be taken apart in its one user.
  template <typename Op> Op open(mlir::Value v) const {
    return isShared(v) ? Op() : v.getDefiningOp<Op>();
  }
  /// vᵀ without a transpose where none needs to be written.
  mlir::Value transpose(mlir::Value v) {
    if (auto t = v.getDefiningOp<TransposeOp>())
      return t.getA();
    if (auto fill = v.getDefiningOp<FillOp>())
      return make<FillOp>(transposed(v), fill.getA());
    return mirrors(v) ? v : make<TransposeOp>(v);
  }

private:
  llvm::DenseSet<mlir::Value> shared;
};

} // namespace delgen::mx

#endif // DELGEN_LIB_SCHEDULE_BUILDER_H
