// RUN: %law(opaque)

#define FUNCTIONS opaque
#include "law.h"

LAWS {
  LAW(scalar_opaque, "x", d1_x, d2_x, d3_x)
  LAW(vector_opaque, "x[n] t", d1_x, d2_x, d1_t, d2_t, d2_x_t)
  LAW(size_of_result, "x[n] t", d1_x, d2_x_t)
  LAW(fixed_opaque, "A[2,2] x[2]", d1_A)
}
