//===- demo.cpp - The derivatives of all examples, checked ------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Evaluates every function that delgen generated from the examples at random points, of
// several sizes where they are free, and compares with what nested dual numbers give for
// the same source text. Fails when one differs by more than 1e-10.
//
//===----------------------------------------------------------------------===//

#include "camera.del.h"
#include "gaussian.del.h"
#include "least_squares.del.h"
#include "logistic.del.h"
#include "network.del.h"
#include "outer.del.h"
#include "ridge.del.h"
#include "sine.del.h"
#include "wells.del.h"

#include "../test/Inputs/law.h"
#include <Eigen/Dense>

// The examples once more, with exact numbers for double: their guards are lifted.
#undef DELGEN_EXAMPLES_CAMERA_H
#define EXACT "camera.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_GAUSSIAN_H
#define EXACT "gaussian.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_LEAST_SQUARES_H
#define EXACT "least_squares.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_LOGISTIC_H
#define EXACT "logistic.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_NETWORK_H
#define EXACT "network.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_OUTER_H
#define EXACT "outer.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_RIDGE_H
#define EXACT "ridge.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_SINE_H
#define EXACT "sine.h"
#include "../test/Inputs/exact.h"
#undef DELGEN_EXAMPLES_WELLS_H
#define EXACT "wells.h"
#include "../test/Inputs/exact.h"

namespace {

bool good = true;

void row(const char *function, const char *suffix, const char *shapes,
         const law::Function<double> &generated, const law::Function<oracle::Number> &exact) {
  const double error = law::measure(suffix, shapes, generated, exact);
  const bool holds = error <= 1e-10; // not so for NaN
  good = good && holds;
  // The last digits are another machine's business: the next power of ten is told, from 1e-13 on.
  double bound = 1e-13;
  while (bound < error)
    bound *= 10;
  const bool isDel = suffix[0] == 'd' && suffix[1] <= '9';
  std::printf("%-28s %5c %22s%.0e%s\n", function, isDel ? suffix[1] : ' ', "below ", bound,
              holds ? "" : "  too large");
}

// `shapes` lists the parameters and their sizes; see law.h.
#define ROW(F, SUFFIX, SHAPES)                                                                     \
  row(#F "_" #SUFFIX, #SUFFIX, SHAPES, law::flat<double>(&F##_##SUFFIX),                           \
      law::flat<oracle::Number>(&exact::F))

} // namespace

int main() {
  std::printf("%-28s %5s %27s\n", "function", "order", "worst relative error");

  const char *of_ridge = "x[n] w[n]";
  ROW(ridge, d1_x, of_ridge);
  ROW(ridge, d2_x, of_ridge);
  ROW(ridge, d3_x, of_ridge);
  ROW(ridge, d1_w, of_ridge);
  ROW(ridge, d2_w, of_ridge);
  ROW(ridge, d2_x_w, of_ridge);
  ROW(ridge, grad_x, of_ridge);
  ROW(ridge, hess_x, of_ridge);

  const char *of_least_squares = "x[n] A[m,n] b[m]";
  ROW(least_squares, d1_x, of_least_squares);
  ROW(least_squares, d2_x, of_least_squares);
  ROW(least_squares, d3_x, of_least_squares);
  ROW(least_squares, d1_A, of_least_squares);
  ROW(least_squares, d2_A, of_least_squares);
  ROW(least_squares, d2_A_x, of_least_squares);
  ROW(least_squares, grad_x, of_least_squares);
  ROW(least_squares, grad_A, of_least_squares);
  ROW(least_squares, hess_x, of_least_squares);
  ROW(least_squares, hess_A, of_least_squares);

  const char *of_outer = "x[n] A[m,n] B[n,k]";
  ROW(outer, d1_x, of_outer);
  ROW(outer, d2_x, of_outer);
  ROW(outer, d3_x, of_outer);

  const char *of_sine = "x[n]";
  ROW(sine, d1_x, of_sine);
  ROW(sine, d2_x, of_sine);
  ROW(sine, d3_x, of_sine);

  const char *of_network = "W1[m,n] W2[k,m] X[n,l] Y[k,l]";
  ROW(network, d1_W1, of_network);
  ROW(network, d2_W1, of_network);
  ROW(network, d1_W2, of_network);
  ROW(network, d2_W2, of_network);
  ROW(network, d2_W1_W2, of_network);
  ROW(network, value_and_grad_W1_W2, of_network);
  ROW(network, hvp_W1, of_network);

  const char *of_logistic = "x[n] A[m,n] y[m] lambda>0";
  ROW(logistic, d1_x, of_logistic);
  ROW(logistic, d2_x, of_logistic);
  ROW(logistic, d3_x, of_logistic);
  ROW(logistic, d1_lambda, of_logistic);
  ROW(logistic, d2_x_lambda, of_logistic);
  ROW(logistic, grad_x, of_logistic);
  ROW(logistic, hess_x, of_logistic);
  ROW(logistic, hvp_x, of_logistic);
  ROW(logistic, value_and_grad_x, of_logistic);

  const char *of_camera = "R[3,3] t[3] f k X[3] observed[2]";
  ROW(camera, d1_X, of_camera);
  ROW(camera, d2_X, of_camera);
  ROW(camera, d1_R, of_camera);
  ROW(camera, d1_t, of_camera);
  ROW(camera, d2_t, of_camera);
  ROW(camera, d1_f, of_camera);
  ROW(camera, d1_k, of_camera);
  ROW(camera, d2_k, of_camera);
  ROW(camera, d2_R_X, of_camera);
  ROW(camera, d2_t_k, of_camera);
  ROW(camera, value_and_grad_R_t_k, of_camera);

  const char *of_gaussian = "x[n] S[n,n]:spd";
  ROW(gaussian, d1_S, of_gaussian);
  ROW(gaussian, d2_S, of_gaussian);
  ROW(gaussian, d1_x, of_gaussian);
  ROW(gaussian, d2_S_x, of_gaussian);
  ROW(gaussian, grad_S, of_gaussian);
  ROW(gaussian, hvp_x, of_gaussian);

  const char *of_wells = "x[2] C[2,2]:sym";
  ROW(wells, grad_x, of_wells);
  ROW(wells, hess_x, of_wells);
  ROW(wells, dir4_x, of_wells);
  ROW(wells, taylor4_x, of_wells);

  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
