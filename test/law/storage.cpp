// RUN: %law_clang(storage)

#define FUNCTIONS storage
#include "law.h"

LAWS {
  LAW(row_major_vector, "A[m,n] x[n]", d1_A, d1_x, d2_A_x)
  LAW(row_major_product, "A[m,n] B[n,m]", d1_A, d2_A, d1_B)
  LAW(mixed_major, "A[n,n] B[n,n]", d1_A, d1_B, d2_B, d2_A_B)
  LAW(row_major_array, "X[n,n]", d1_X, d2_X)
  LAW(fixed_row_major, "A[2,3] x[3]", d1_A, d2_A, d1_x, d2_x)
  LAW(from_column_major, "x[n]", d1_x)
  LAW(float_product, "A[n,n] x[n]", d1_x, d2_x, d1_A, d2_A_x)
  LAW(float_norm, "x[n]", d1_x, d2_x, d3_x)
  LAW(float_normalized, "x[n] w[n]", d1_x, d2_x)
  LAW(float_scalar, "x", d1_x, d2_x, d3_x)
  LAW(float_array, "a[n]", d1_a, d2_a)
  LAW(float_fixed, "R[3,3] p[3]", d1_R, d1_p, d2_p)
  LAW(float_inner, "x[n] A[n,n]", d1_x, d2_x)
  LAW(float_and_double, "x[n] y[n]", d1_x, d2_x, d1_y, d2_x_y)
  LAW(float_literals, "x", d1_x, d2_x)
  LAW(float_powers, "x>0", d1_x, d2_x)
}
