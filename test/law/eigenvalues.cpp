// RUN: %law_clang(eigenvalues)

#define FUNCTIONS eigenvalues
#include "law.h"

LAWS {
  LAW(all_eigenvalues, "A[n,n]:sym", d1_A, d2_A, d3_A)
  LAW(largest, "A[3,3]:sym", d1_A, d2_A)
  LAW(gram, "X[3,3]", d1_X, d2_X)
  LAW(projections, "A[n,n]:sym x[n]", d1_A, d2_A)
  LAW(matrix_function, "A[3,3]", d1_A, d2_A)
  LAW(in_float, "A[n,n]:sym", d1_A, d2_A)
}
