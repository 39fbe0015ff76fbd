//===- Inline.h - Calls replaced by what they call --------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_DERIVE_INLINE_H
#define DELGEN_LIB_DERIVE_INLINE_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// Replaces every call in `f` of a function with a body by that body, and so on. Fails with
/// an error at the call where a function calls itself, or where an operation of the callee
/// has no meaning for the sizes of the arguments.
mlir::LogicalResult inlineCalls(mlir::func::FuncOp f);

/// The same for the calls that no generated function may have: of instances of templates, which
/// have no names of their own, and all in a template, whose types callees do not take.
mlir::LogicalResult inlineTemplates(mlir::func::FuncOp f);

} // namespace delgen::mx

#endif // DELGEN_LIB_DERIVE_INLINE_H
