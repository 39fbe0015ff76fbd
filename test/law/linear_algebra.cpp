// RUN: %law_clang(linear_algebra)

#include <Eigen/Dense>
#include <unsupported/Eigen/KroneckerProduct>

#define FUNCTIONS linear_algebra
#include "law.h"

LAWS {
  LAW(cross_vector, "a[3] b[3]", d1_a, d2_a, d1_b, d2_a_b)
  LAW(cross_scalar, "a[3] b[3] s", d1_a, d2_a, d3_a, d2_a_b, d1_s, d2_s)
  LAW(cross_rotated, "R[3,3] x[3]", d1_R, d2_R, d1_x, d2_x, d2_R_x)
  LAW(cross_rows, "a[3] b[3]", d1_a, d2_a)
  LAW(cross_dynamic, "x[3] y[3]", d1_x, d2_x)
  LAW(cross_float, "a[3] b[3]", d1_a, d2_a)
  LAW(kron_matrix, "A[m,n] B[k,l]", d1_A, d2_A, d1_B, d2_A_B)
  LAW(kron_quadratic, "A[2,2] B[3,4] x[6]", d1_A, d2_A, d1_x, d2_A_B)
  LAW(kron_fixed, "A[3,2] B[2,2]", d1_A, d2_A, d2_A_B)
  LAW(kron_vectors, "x[m] y[n]", d1_x, d2_x, d2_x_y)
}
