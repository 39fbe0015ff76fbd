#pragma once
#include <delgen/delgen.h>

namespace library {
inline double in_header(double x) { return x * x; }
// Of another file: it has a run of its own.
DELGEN(del(x)) inline double annotated_elsewhere(double x) { return x * x; }
} // namespace library
