// RUN: %law_clang(sums)

#define FUNCTIONS sums
#include "law.h"

LAWS {
  LAW(sum, "x[n] y[n]", d1_x, d2_x, d1_y, d2_x_y)
  LAW(difference, "x[n] y[n]", d1_x, d1_y)
  LAW(many_terms, "x[n] y[n] z[n]", d1_x, d1_y, d1_z, d2_z)
  LAW(cancelling, "X[m,n] Y[m,n]", d1_X, d1_Y)
  LAW(independent, "x[n] y[n]", d1_x)
  LAW(scalars, "x y", d1_x, d1_y)
  LAW(negative, "x[n]", d1_x, d2_x)
  LAW(multiples, "x[n]", d1_x)
  LAW(nested_multiples, "X[m,n]", d1_X)
  LAW(multiple_by_sum, "s X[m,n]", d1_s, d1_X, d2_s_X)
  LAW(row, "x[n]", d1_x)
  LAW(column, "r[n]", d1_r)
  LAW(symmetric_part, "X[n,n]", d1_X, d2_X)
  LAW(transposed_terms, "X[m,n] Y[n,m]", d1_X, d1_Y)
  LAW(plus_identity, "X[3,3]", d1_X)
  LAW(plus_fixed_identity, "X[3,3]", d1_X, d2_X)
  LAW(plus_ones, "x[4] n=4", d1_x)
  LAW(active_constant, "s x[3]", d1_s, d2_s, d1_x, d2_s_x)
  LAW(ones_on_both_sides, "X[4,4] x[4] n=4", d1_x, d2_x)
  LAW(zero, "x[3]", d1_x, d2_x)
  LAW(constant_scalar, "x[n]", d1_x, d2_x)
}
