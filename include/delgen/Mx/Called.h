//===- Called.h - How C++ calls a member function ---------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_CALLED_H
#define DELGEN_MX_CALLED_H

#include "llvm/ADT/StringRef.h"

namespace delgen::mx::attr {

/// String, on a member function: what stands before its arguments, `{0}.loss` where the first of
/// these is the object, `::ml::Model::loss` where there is none.
inline constexpr llvm::StringLiteral called = "mx.called";

} // namespace delgen::mx::attr

#endif // DELGEN_MX_CALLED_H
