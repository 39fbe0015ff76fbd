// The annotation is nothing to a compiler and an attribute to delgen.
//
// RUN: %cxx_gcc %warnings -fsyntax-only -I%delgen_include %s
// RUN: %cxx_clang %warnings -fsyntax-only -I%delgen_include %s
// RUN: %cxx_gcc -E -P -I%delgen_include %s | FileCheck %s --check-prefix=COMPILER
// RUN: %cxx_clang -E -P -D__DELGEN__ -I%delgen_include %s | FileCheck %s

#include <delgen/delgen.h>

#define x a macro whose name is that of a parameter

// COMPILER-NOT: {{annotate|del}}
// CHECK: __attribute__((annotate("delgen", "gradient(x), del(x, 3), assume(spd(A))")))
// CHECK-NEXT: inline double f
DELGEN(gradient(x), del(x, 3), assume(spd(A)))
inline double f(double a) { return a; }

// CHECK: __attribute__((annotate("delgen", ""))) int g();
DELGEN() int g();

// COMPILER: int main
int main() { return f(0) != 0; }
