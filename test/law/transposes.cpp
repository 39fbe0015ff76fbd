// RUN: %law_clang(transposes)

#include <Eigen/Dense>
#include <unsupported/Eigen/KroneckerProduct>

#define FUNCTIONS transposes
#include "law.h"

LAWS {
  LAW(prod_vector, "x[n]", grad_x, hvp_x)
  LAW(prod_with_zeros, "x[n]~0", grad_x, hvp_x)
  LAW(prod_matrix, "X[m,n] A[k,m]", grad_X, grad_A, hvp_X)
  LAW(prod_squared, "X[2,3]", vjp_X, grad_X)
  LAW(prod_rows, "X[m,n]", vjp_X)
  LAW(prod_columns, "X[m,n]", vjp_X)
  LAW(prod_of_rows, "X[m,n] y[m]", grad_X, grad_y, hvp_X)
  LAW(prod_float, "x[3]", grad_x, hvp_x)
  LAW(prod_of_each, "x[n]", d1_x, grad_x)
  LAW(prod_array, "x[n]", grad_x, hvp_x)
  LAW(max_vector, "x[n]", grad_x, hvp_x)
  LAW(min_of_product, "A[m,n] x[n]", grad_x, grad_A, hvp_x)
  LAW(max_matrix, "X[m,n]", grad_X, hvp_X)
  LAW(max_rows, "X[m,n]", vjp_X)
  LAW(min_columns, "X[m,n] s", vjp_X, vjp_s)
  LAW(max_of_rows, "X[2,3]", grad_X, hvp_X)
  LAW(kron_both, "A[m,n] B[k,l]", vjp_A, vjp_B)
  LAW(kron_form, "A[2,2] B[3,4] x[6]", grad_A, grad_B, grad_x, hvp_A, hvp_B)
  LAW(kron_twice, "A[m,n] B[k,l]", grad_A, hvp_A, hvp_B)
  LAW(kron_fixed_sizes, "A[3,2] B[2,2]", vjp_A, vjp_B)
  LAW(kron_columns, "x[m] y[n]", grad_x, grad_y, hvp_x)
  LAW(kron_rows, "x[m] y[n]", grad_x, grad_y, hvp_x)
  LAW(kron_column_row, "x[m] y[n]", grad_x, grad_y, hvp_y)
  LAW(kron_matrix_vector, "A[m,n] x[k]", grad_A, grad_x, hvp_A, hvp_x)
}
