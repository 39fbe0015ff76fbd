// RUN: %law_clang(orders)

#define FUNCTIONS orders
#define ORACLE_DEPTH 6
#include "law.h"

LAWS {
  LAW(dyad_with_sine, "x[n]", d1_x, d2_x, d3_x, d4_x, d5_x)
  LAW(ridge, "x[n] w[n]", d1_x, d2_x, d3_x, d4_x, d5_x)
  LAW(unit, "x[n]", d1_x, d2_x, d3_x, d4_x, d5_x)
  LAW(network, "W1[m,n] W2[k,m] x[n]", d1_x, d2_x, d3_x, d4_x, d5_x, d1_W1, d2_W1, d3_W1, d4_W1,
      d4_W1_W2_W1_x)
  LAW(wave_packet, "x[n]", d1_x, d2_x, d3_x, d4_x, d5_x, d6_x)
}
