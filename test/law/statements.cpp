// RUN: %law(statements)

#define FUNCTIONS statements
#include "law.h"

LAWS {
  LAW(locals, "A[n,n] x[n]", d1_x, d2_x, d1_A)
  LAW(several_declarators, "x[n]", d1_x, d2_x, d3_x)
  LAW(other_initialisers, "A[m,n] x[n]", d1_x, d2_x)
  LAW(declared_first, "A[n,n] x[n]", d1_x, d2_x)
  LAW(deduced, "A[n,n] x[n]", d1_x, d2_x, d2_A_x)
  LAW(unused, "x[n]>0", d1_x, d2_x)
  LAW(blocks, "x[n]", d1_x, d2_x)
  LAW(parentheses, "x[n]", d1_x, d2_x)
  LAW(reassigned, "A[n,n] x[n]", d1_x, d2_x, d3_x)
  LAW(compound, "A[n,n] x[n] s", d1_x, d2_x, d1_A)
  LAW(compound_scalar, "x", d1_x, d2_x, d3_x)
  LAW(compound_matrix, "X[n,n]", d1_X, d2_X, d3_X)
  LAW(compound_array, "a[n]>0 b[n]", d1_a, d2_a, d1_b)
  LAW(noalias, "A[n,n] x[n]", d1_x, d2_x)
  LAW(evaluated, "A[n,n] x[n]", d1_x)
  LAW(parameter_changed, "x", d1_x, d2_x)
  LAW(one_by_one, "x[n] A[n,n]", d1_x, d2_x)
  LAW(entry_of_one_by_one, "x[n] A[n,n]", d1_x, d2_x)
  LAW(row_to_column, "x[n] r[n]", d1_x, d2_x)
  LAW(column_to_row, "A[m,n] x[n]", d1_x, d2_x)
  LAW(vector_to_matrix, "x[n]", d1_x)
  LAW(integers_and_reals, "x", d1_x, d2_x)
  LAW(array_of_vector_changed, "x[n]", d1_x, d2_x)
  LAW(constants_outside, "t", d1_t, d2_t, d3_t)
  LAW(constants_inside, "x", d1_x, d2_x)
  LAW(literals, "x", d1_x, d2_x)
  LAW(integer_division, "x>0", d1_x, d2_x)
}
