//===- delgen.h - The annotation that delgen reads --------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// DELGEN(...) in front of a function requests derivatives of it:
//
//   DELGEN(gradient(x), del(x, 3))
//   inline double f(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) { ... }
//
// It is nothing to an ordinary compiler, so annotated code depends on delgen in no way but
// this file. While delgen reads the code it defines __DELGEN__, and the requests travel,
// as they are spelled, in an attribute of the function.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_DELGEN_H
#define DELGEN_DELGEN_H

#ifdef __DELGEN__
#define DELGEN(...) __attribute__((annotate("delgen", #__VA_ARGS__)))
#else
#define DELGEN(...)
#endif

#endif // DELGEN_DELGEN_H
