//===- assertions.h - Assertions of Eigen that can be caught ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Before any header of Eigen.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_FUZZ_ASSERTIONS_H
#define DELGEN_TEST_FUZZ_ASSERTIONS_H

#include <stdexcept>
#define FUZZ_STRING(X) #X
#define eigen_assert(X)                                                                            \
  do {                                                                                             \
    if (!(X))                                                                                      \
      throw std::runtime_error("assertion of Eigen: " FUZZ_STRING(X));                             \
  } while (false)

#endif // DELGEN_TEST_FUZZ_ASSERTIONS_H
