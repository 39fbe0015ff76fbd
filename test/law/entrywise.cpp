// RUN: %law_clang(entrywise)

#define FUNCTIONS entrywise
#include "law.h"

LAWS {
  LAW(product, "x[n] y[n]", d1_x, d2_x, d1_y, d2_x_y)
  LAW(product_of_products, "X[n,n] A[n,n]", d1_X, d2_X, d3_X, d1_A, d2_X_A)
  LAW(quotient, "x[n] y[n]", d1_x, d2_x, d1_y, d2_y, d3_y, d2_x_y, d3_y_x_y)
  LAW(reciprocal, "X[n,n]", d1_X, d2_X, d3_X)
  LAW(root, "x[n]>0", d1_x, d2_x, d3_x)
  LAW(squares, "X[m,n]", d1_X, d2_X, d3_X)
  LAW(array_product, "a[n] b[n]", d1_a, d2_a, d1_b, d2_a_b)
  LAW(array_quotient, "a[m,n] b[m,n]", d1_a, d2_a, d3_a, d1_b, d2_b, d3_b, d3_a_b_b)
  LAW(with_constants, "a[n]", d1_a, d2_a, d3_a)
  LAW(with_scalar, "s a[n]", d1_s, d2_s, d1_a, d2_s_a, d3_a_s_s)
  LAW(array_sum, "a[n]", d1_a, d2_a)
  LAW(fixed_array, "a[3] b[3]", d1_a, d1_b)
  LAW(transposed_array, "a[n,n]", d1_a, d2_a)
  LAW(to_array_and_back, "A[m,n] x[n]", d1_x, d2_x, d3_x)
  LAW(implicitly_matrix, "X[n,n]", d1_X, d2_X)
  LAW(implicitly_array, "a[n] B[m,n]", d1_a, d2_a, d1_B)
  LAW(row_arrays, "r[n] x[n]", d1_r, d2_r, d1_x)
  LAW(matrix_plus_scalar, "X[n,n] s", d1_X, d2_X, d1_s)
}
