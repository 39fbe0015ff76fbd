// RUN: %law_clang(names)

#define FUNCTIONS names
#include "law.h"

LAWS {
  LAW(parameter_like_direction, "x d1_x d2_x", d1_x, d2_x)
  LAW(direction_of_direction, "x d1_x", d1_d1_x, d2_d1_x, d2_x_d1_x)
  LAW(usual_words, "bar[n] delta[m,n]", d1_bar, d2_bar, d1_delta, d2_bar_delta)
  LAW(locals_like_temporaries, "x", d1_x, d2_x, d3_x)
  LAW(locals_like_directions, "x[n]", d1_x, d2_x)
  LAW(underscores, "x x_ x__", d1_x_, d2_x_, d1_x, d2_x__x)
  LAW(suffix_inside, "x_d1_x", d1_x_d1_x)
  LAW(names_of_sizes, "m[m,n] n[n,m]", d1_m, d2_m)
  LAW(names_of_members, "transpose[n] dot[n]", d1_transpose, d2_transpose)
  LAW(names_of_functions, "sin exp", d1_sin, d2_sin)
  LAW(almost_keywords, "alignas_ auto_", d1_alignas_, d2_alignas_)
  LAW(occupied, "x", d1_x_, d2_x_, d3_x)
  LAW(x, "x", d1_x, d2_x)
  LAW(same_name_as_local, "s", d1_s, d2_s)
  LAW(calls_overloads, "x[n] s", d1_x, d2_x, d1_s, d2_s_x)
}
