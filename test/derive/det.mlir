// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d det a = det a tr(a⁻¹ da)
func.func @det(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "det", mx.del = [array<i64: 0>]} {
  %0 = mx.det "lu" %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @det_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.det "lu" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inverse "lu" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[D1_A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.trace %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T0]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :
