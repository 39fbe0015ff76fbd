// RUN: %law_clang(special)

#define FUNCTIONS special
#include "law.h"

LAWS {
  LAW(inverse_hyperbolic, "x", d1_x, d2_x, d3_x)
  LAW(complementary, "x", d1_x, d2_x, d3_x)
  LAW(logarithms, "x>0", d1_x, d2_x, d3_x)
  LAW(gammas, "x>0", d1_x, d2_x, d3_x)
  LAW(soft, "x", d1_x, d2_x, d3_x)
  LAW(sigmoid, "x", d1_x, d2_x, d3_x)
  LAW(powers, "x>0 p", d1_x, d2_x, d1_p, d2_p, d2_x_p)
  LAW(singles, "x>0", d1_x, d2_x)
  LAW(of_arrays, "a[n]<1", d1_a, d2_a, d3_a)
  LAW(gamma_arrays, "a[n]>0", d1_a, d2_a)
  LAW(power_arrays, "a[n]>0 b[n] s>0", d1_a, d2_a, d1_b, d2_b, d1_s, d2_s, d2_a_b)
  LAW(soft_arrays, "a[m,n]", d1_a, d2_a, d3_a)
  LAW(single_arrays, "a[n]", d1_a, d2_a)
  LAW(angles, "x[n] y[n]", d1_x, d2_x, d1_y)
  LAW(log_sum_exp, "x[n]", d1_x, d2_x, d3_x)
  LAW(softmax, "x[n]", d1_x, d2_x)
  LAW(attention, "Q[m,n] K[k,n] V[k,l]", d1_Q, d1_K, d2_K, d1_V, d2_Q_K)
  LAW(row_log_sum_exp, "X[m,n]", d1_X, d2_X)
  LAW(cross_entropy, "W[m,n] x[n] y[m]", d1_W, d2_W)
  LAW(mixture, "x[n] M[n,m] w[m]", d1_M, d2_M, d1_w)
  LAW(symmetric_divergence, "x[n]>0 y[n]>0", d1_x, d2_x, d1_y)
  LAW(logistic_regression, "w[n] X[m,n] y[m]", d1_w, d2_w)
  LAW(binary_cross_entropy, "w[n] X[m,n] y[m]", d1_w, d2_w)
  LAW(dirichlet, "a[n]>0 p[n]>0", d1_a, d2_a)
  LAW(geometric_mean, "x[n]>0", d1_x, d2_x)
  LAW(square_root_of_dot, "x[n]", d1_x, d2_x)
}
