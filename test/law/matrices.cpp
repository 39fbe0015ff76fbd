// RUN: %law_clang(matrices)

#define FUNCTIONS matrices
#include "law.h"

LAWS {
  LAW(affine, "x[n] A[m,n] b[m]", jac_x, vjp_x, jac_A)
  LAW(residual, "x[n] A[m,n] b[m]", grad_x, hess_x, hvp_x, hess_x_A, value_and_grad_A_x_b)
  LAW(fit, "X[m,n] a[n] b[m]", grad_X, hess_X)
  LAW(ridge_of, "x[n] w[n]", grad_x, hess_x, hvp_x)
  LAW(forms, "x[n] y[m] A[m,n]", grad_x, hess_x, hess_x_y)
  LAW(traces, "X[n,n] A[n,n]", grad_X, hess_X)
  LAW(products_of, "X[n,n] x[n] B[n,n]", jac_X, jac_x)
  LAW(logistic_loss, "x[n] A[m,n] y[m]", grad_x, hess_x, hvp_x, hess_A)
  LAW(log_sum_exp, "x[n]", grad_x, hess_x, hvp_x)
  LAW(softmax_of, "x[n]", jac_x, vjp_x)
  LAW(two_layers, "W1[m,n] W2[k,m] X[n,l] Y[k,l]", value_and_grad_W1_W2, hvp_W1, hess_W1,
      hess_W1_W2)
  LAW(guarded_log, "x[n]", grad_x, hvp_x, hess_x)
  LAW(log_det_of, "S[n,n]:spd", grad_S, hvp_S, hess_S)
  LAW(quadratic_of, "b[n] S[n,n]:spd", grad_S, grad_b, hess_b, hess_b_S)
  LAW(one_triangle_of, "S[n,n]:spd a[n] b[n]", grad_S, hvp_S, hess_S)
  LAW(one_triangle_called, "S[n,n]:spd a[n] b[n]", grad_S, hess_S)
  LAW(bilinear_of, "X[n,n]:inv a[n] b[n]", grad_X, hvp_X, hess_X)
  LAW(det_of, "X[3,3]:inv", grad_X, hess_X, jac_X)
  LAW(inverse_of, "X[n,n]:inv", jac_X, vjp_X)
  LAW(structured, "L[n,n]:lower D[n,n]:diag b[n]", grad_L, hess_L, grad_D)
  LAW(log_det_of_weighted, "x[9]>0 A[3,9]:inv", grad_x, hess_x)
  LAW(rosenbrock_of, "x[n]", grad_x, hess_x, hvp_x)
  LAW(assembled, "x[n]", jac_x, vjp_x)
  LAW(called_twice, "W[n,n] X[n,m]", grad_W, hvp_W, jac_W)
  LAW(camera_of, "w[3] t[3]>0 X[3]>0", jac_w, jac_X, vjp_w)
  LAW(scalar_of, "s x[n]", grad_s, hess_s, hvp_s, jac_s, hess_s_x, dir1_s, dir2_s, dir3_s,
      taylor3_s)
  LAW(single_of, "x[3] s", grad_x, hess_x, hvp_x)
}
