//===- generated.cpp - What delgen writes ---------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "functions.del.h"

namespace generated = functions;
#define BENCH_CONTENDER generated
#include "functions.inc"
