// RUN: %law_clang(fixed)

#define FUNCTIONS fixed
#include "law.h"

LAWS {
  LAW(product, "A[2,3] x[3]", d1_A, d1_x, d2_x, d2_A_x)
  LAW(products, "A[2,3] B[3,2]", d1_A, d2_A, d1_B, d2_A_B)
  LAW(outer, "x[3]", d1_x, d2_x, d3_x)
  LAW(normalized, "x[5]", d1_x, d2_x, d3_x, d4_x, d5_x)
  LAW(row_vector, "r[3] x[3]", d1_r, d2_r, d1_x)
  LAW(invariants, "X[3,3]", d1_X, d2_X, d3_X)
  LAW(arrays, "a[4] b[4]", d1_a, d2_a, d1_b, d2_b, d2_a_b)
  LAW(diagonals, "x[4] A[4,4]", d1_x, d2_x)
  LAW(some_fixed, "A[3,n] x[n]", d1_A, d1_x, d2_x, d2_A_x)
  LAW(fixed_result, "A[3,n] x[n]", d1_x, d2_x)
  LAW(dynamic_result, "X[3,3]", d1_X, d2_X)
  LAW(fixed_outer, "u[2] x[n]", d1_x, d2_x)
  LAW(one_entry, "x[1]", d1_x, d2_x)
  LAW(times_one_entry, "x[1] y[n]", d1_x, d2_x)
}
