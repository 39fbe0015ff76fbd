// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The tangent of an entry is the entry of the tangent, whose sizes are those of the value.
func.func @entry(%w: !mx.list<!mx.matrix<_ x n, f64>> {mx.name = "w"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %i: index {mx.name = "i"}) -> f64
    attributes {mx.cpp_name = "entry", mx.del = [array<i64: 0>],
                mx.requests = [{of = array<i64: 0>, what = "gradient"}]} {
  %a = mx.at %w[%i] : !mx.list<!mx.matrix<_ x n, f64>> -> !mx.matrix<k x n, f64>
  %y = mx.mul %a, %x : !mx.matrix<k x n, f64>, !mx.matrix<n x 1, f64>
  %s = mx.inner %y, %y : !mx.matrix<k x 1, f64>, !mx.matrix<k x 1, f64>
  return %s : f64
}
// CHECK-LABEL: func.func @entry_d1_w(
// CHECK-SAME: %[[W:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_W:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.at %[[W]][%[[I]]] :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.at %[[D1_W]][%[[I]]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T0]], %[[T1]], %[[T3]], %[[T4]], %[[X]] :
// CHECK-NEXT: return %[[T5]] :
// CHECK-LABEL: func.func @entry_grad_w(
// CHECK-SAME: %[[W:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.zeros_like %[[W]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.at %[[W]][%[[I]]] :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T1]], %[[T2]], %[[X]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.set_at %[[T4]] at %[[T0]][%[[I]]] :
// CHECK-NEXT: return %[[T5]] :
