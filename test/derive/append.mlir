// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The tangent grows with the list; its last entry is the cotangent of what was appended.
func.func @last(%l: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "l"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "last", mx.del = [array<i64: 0, 1>, array<i64: 1>],
                mx.requests = [{of = array<i64: 1>, what = "vjp"}]} {
  %y = mx.map "sin" %x : !mx.matrix<n x 1, f64>
  %m = mx.append %y to %l : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %m[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %e : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @last_d2_l_x(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: return %[[T1]] :
// CHECK-LABEL: func.func @last_d1_x(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.zeros_like %[[L]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "cos" %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[D1_X]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.append %[[T2]] to %[[T0]] :
// CHECK-NEXT: %[[T4:.+]] = mx.at %[[T3]][%[[I]]] :
// CHECK-NEXT: return %[[T4]] :
// CHECK-LABEL: func.func @last_vjp_x(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "sin" %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.append %[[T0]] to %[[L]] :
// CHECK-NEXT: %[[T2:.+]] = mx.zeros_like %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.set_at %[[BAR]] at %[[T2]][%[[I]]] :
// CHECK-NEXT: %[[T4:.+]] = mx.length %[[L]] :
// CHECK-NEXT: %[[T5:.+]] = mx.at %[[T3]][%[[T4]]] :
// CHECK-NEXT: %[[T6:.+]] = mx.map "cos" %[[X]] :
// CHECK-NEXT: %[[T7:.+]] = mx.hadamard %[[T5]], %[[T6]] :
// CHECK-NEXT: return %[[T7]] :
