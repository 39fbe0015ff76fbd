// RUN: not delgen %s -- %flags 2>&1 | FileCheck %s
// CHECK: error: there is nothing to differentiate: no function of this file is annotated with DELGEN(...), and --differentiate names none
double f(double x) { return x; }
