#include <delgen/delgen.h>
DELGEN(del(z)) double f(double x) { return x; }
