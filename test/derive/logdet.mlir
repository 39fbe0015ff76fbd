// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d log |det a| = tr(a⁻¹ da)
func.func @logdet(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "logdet", mx.del = [array<i64: 0>]} {
  %0 = mx.logdet "llt" %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @logdet_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inverse "llt" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[D1_A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.trace %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
