// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d I = 0
func.func @identity(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "identity", mx.del = [array<i64: 0>]} {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.add %a, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @identity_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: return %[[D1_A]] :
