// RUN: %law_clang(parameters)

#define FUNCTIONS parameters
#include "law.h"

LAWS {
  LAW(by_ref, "A[m,n] x[n]", d1_x, d2_x, d1_A)
  LAW(by_value, "A[n,n] x[n]", d1_x, d2_x, d1_A, d2_A_x)
  LAW(scalar_by_reference, "s x[n] t", d1_s, d1_x)
  LAW(unnamed, "x[n] t A[n,n]", d1_x)
  LAW(default_argument, "x scale", d1_x, d2_x)
  LAW(east_const, "x[n] s", d1_x, d2_x)
  LAW(aliases, "w[n] F[m,n]", d1_w, d2_w, d1_F)
  LAW(integers, "x[5] k=3 i=1 j=4 l=7", d1_x, d2_x)
  LAW(integer_exponent, "x k=4", d1_x, d2_x, d3_x)
  LAW(integer_arithmetic, "x[n] k=5", d1_x)
  LAW(elements, "x[3]", d1_x, d2_x, d3_x)
  LAW(elements_of_matrix, "X[3,3] x[2]", d1_X, d2_X, d2_x_X)
  LAW(elements_of_expressions, "X[3,3] x[3]", d1_X, d2_X)
  LAW(elements_of_rows_and_arrays, "r[2] a[2]", d1_r, d1_a)
  LAW(named_elements, "p[3] q[4]", d1_p, d2_p)
  LAW(element_times_vector, "x[3]", d1_x, d2_x)
  LAW(coefficients, "X[3,3] x[3]", d1_X, d2_X)
  LAW(sizes, "x[n] A[m,n]", d1_x, d2_x)
  LAW(constants_of_size, "X[m,n]", d1_X, d2_X)
}
