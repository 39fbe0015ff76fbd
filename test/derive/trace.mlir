// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d tr a = tr da
func.func @trace(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "trace", mx.del = [array<i64: 0>]} {
  %0 = mx.trace %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @trace_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.trace %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :
