// RUN: %law_clang(factorizations)

#define FUNCTIONS factorizations
#include "law.h"

LAWS {
  LAW(lu, "A[n,n]:inv b[n]", d1_A)
  LAW(qr, "A[9,n]:inv b[9]", d1_A)
  LAW(likelihood, "x[n] S[n,n]:spd", d1_S, d2_S)
  LAW(cholesky, "S[n,n]:spd", d1_S)
  LAW(ldlt, "S[3,3]:spd b[3]", d1_S)
  LAW(unit_upper, "A[n,n]:inv b[n]", d1_A)
}
