// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// sizes do not depend on any value
func.func @extent(%a: !mx.matrix<n x 1, f64> {mx.name = "a"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "extent", mx.del = [array<i64: 0>]} {
  %0 = mx.extent "n"
  %1 = mx.real %0 : f64
  %2 = mx.mul %1, %a : f64, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @extent_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = mx.real %[[T0]] : f64
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[D1_A]] :
// CHECK-NEXT: return %[[T2]] :
