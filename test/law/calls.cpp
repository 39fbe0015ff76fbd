// RUN: %law_clang(calls)

#define FUNCTIONS calls
#include "law.h"

LAWS {
  LAW(one_level, "A[m,n] x[n]", d1_x, d2_x, d3_x, d1_A, d2_A_x)
  LAW(two_levels, "A[m,n] x[n] b[m]", d1_x, d2_x, d3_x, d1_A, d2_A, d3_A_b_x, d1_b)
  LAW(several_calls, "A[n,n] x[n] b[n]", d1_x, d2_x, d2_A_x, d1_b, d2_b)
  LAW(several_sizes, "A[m,n] B[k,m] x[n] a[m] b[k]", d1_x, d2_x, d1_A, d2_A, d2_B_A)
  LAW(scalar_calls, "x", d1_x, d2_x, d3_x, d4_x)
  LAW(partly_used, "x y", d1_x, d2_x, d1_y, d2_x_y)
  LAW(inactive_call, "x[n] y", d1_y, d2_y)
  LAW(through_copies, "x[n]", d1_x, d2_x)
  LAW(calls_what_is_defined_later, "x[n]", d1_x, d2_x)
  LAW(annotated_callee, "x[n]", d1_x, d2_x)
  LAW(annotated_caller, "x[n]", d1_x, d2_x, d3_x)
  LAW(outer::in_namespace, "x", d1_x, d2_x)
  LAW(outer::inner::nested, "x", d1_x, d2_x)
  LAW(outer::inner::reopened, "x", d1_x, d2_x)
  LAW(across_namespaces, "x", d1_x, d2_x)
  LAW(internal, "x", d1_x, d2_x)
  LAW(with_attribute, "x", d1_x, d2_x)
  LAW(trailing_type, "x", d1_x, d2_x)
  LAW(deduced_type, "x[n]", d1_x, d2_x)
  LAW(unnamed_namespace, "x", d1_x, d2_x)
  LAW(with_using::directive, "A[m,n] x[n]", d1_x, d2_x)
}
