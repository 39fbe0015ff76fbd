// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d a = da
func.func @mirror(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "mirror", mx.del = [array<i64: 0>]} {
  %0 = mx.mirror %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @mirror_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mirror %[[D1_A]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<n x n, f64>
