// RUN: %law_clang(taylor)

#define FUNCTIONS taylor
#define ORACLE_DEPTH 6
#include "law.h"

LAWS {
  LAW(damped_wave, "x[n]", dir1_x, dir2_x, dir3_x, dir4_x, dir5_x, dir6_x, taylor6_x)
  LAW(shifted_form, "x[n] A[n,n]", dir1_x, dir2_x, dir3_x, dir4_x, dir5_x)
  LAW(layered, "x[n] A[n,n]", dir1_x, dir2_x, dir4_x, dir1_A, dir2_A, dir4_A)
  LAW(cubic_form, "A[n,n] x[n]", dir1_A, dir2_A, dir3_A, dir4_A)
  LAW(inverse_between, "A[n,n]:inv B[n,n]:inv", dir1_A, dir2_A, dir4_A, dir5_A, taylor4_A)
  LAW(row_solve, "A[n,n]:inv x[n]", dir1_A, dir2_A, dir4_A, dir5_A)
  LAW(determinants, "A[n,n]:inv", dir1_A, dir2_A, dir3_A, dir5_A)
  LAW(powers, "x[n]>0", dir1_x, dir2_x, dir3_x, dir4_x, dir5_x)
  LAW(at_zero, "x[n]~0", dir1_x, dir2_x, dir3_x, dir4_x, dir5_x, dir6_x)
  LAW(general_power, "x>0 p>0", dir1_x, dir2_x, dir5_x, dir1_p, dir2_p, dir5_p)
  LAW(functions, "x[n]<1", dir1_x, dir2_x, dir3_x, dir4_x, dir5_x)
  LAW(scalar_functions, "x>0<1", dir1_x, dir2_x, dir3_x, dir4_x)
  LAW(angles, "x y", dir1_x, dir2_x, dir4_x, dir1_y, dir4_y)
  LAW(chosen, "x[n] y[n]", dir1_x, dir2_x, dir3_x, dir4_x)
  LAW(pieces, "x[n]", dir1_x, dir2_x, dir3_x, dir4_x)
  LAW(entry_product, "x[n]", dir1_x, dir2_x, dir3_x, dir4_x)
  LAW(bent_twice, "W[n,n] x[n]", dir1_x, dir2_x, dir4_x, dir1_W, dir2_W, dir4_W)
  LAW(turned, "x[3] y[3]", dir1_x, dir2_x, dir3_x, dir4_x, dir5_x, taylor3_x)
  LAW(quadratic, "x[n] A[n,n]", dir1_x, dir2_x, dir3_x, taylor4_x)
  LAW(factor_of, "S[n,n]:spd", dir1_S, dir2_S, dir3_S, dir4_S)
  LAW(whitened, "S[n,n]:spd x[n]", dir1_S, dir2_S, dir3_S, dir1_x, dir3_x)
  LAW(fitted, "A[9,n]:inv b[9]", dir1_A, dir2_A, dir3_A)
  LAW(spectral, "A[n,n]:spd", dir1_A, dir2_A, dir3_A)
  LAW(spectrum, "A[n,n]:spd", dir1_A, dir2_A, dir3_A)
  LAW(powers_of_array, "x[n]>0 p", dir1_x, dir2_x, dir3_x, dir4_x, dir1_p, dir2_p, dir3_p)
  LAW(powers_by_entry, "x[n]>0 q[n]", dir1_x, dir2_x, dir3_x, dir1_q, dir2_q, dir3_q)
}
