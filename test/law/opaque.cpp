// RUN: %law_clang(opaque)

#define FUNCTIONS opaque
#include "law.h"

LAWS {
  LAW(scalar_opaque, "x", d1_x, d2_x, d3_x, grad_x, hvp_x)
  LAW(vector_opaque, "x[n] t", d1_x, d2_x, d1_t, d2_t, d2_x_t, grad_x, grad_t, value_and_grad_x_t)
  LAW(vector_vjp, "x[n] t", vjp_x, vjp_t)
  LAW(hvp_opaque, "x[n] t", hvp_x)
  LAW(row_opaque, "A[m,n]", grad_A)
  LAW(size_of_result, "x[n] t", d1_x, d2_x_t)
  LAW(fixed_opaque, "A[2,2] x[2]", d1_A, grad_A, grad_x)
}
