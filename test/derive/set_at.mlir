// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The tangent is written to the same place.
func.func @set(%l: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "l"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %i: index {mx.name = "i"}) -> !mx.list<!mx.matrix<n x 1, f64>>
    attributes {mx.cpp_name = "set", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %y = mx.map "sin" %x : !mx.matrix<n x 1, f64>
  %m = mx.set_at %y at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  return %m : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @set_d1_l(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_L:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.set_at %[[T1]] at %[[D1_L]][%[[I]]] :
// CHECK-NEXT: return %[[T2]] :
// CHECK-LABEL: func.func @set_d1_x(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.zeros_like %[[L]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "cos" %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[D1_X]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.set_at %[[T2]] at %[[T0]][%[[I]]] :
// CHECK-NEXT: return %[[T3]] :

// What is written over has no part in the gradient, the entry is that of what is written.
func.func @over(%l: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "l"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %i: index {mx.name = "i"}, %j: index {mx.name = "j"}) -> f64
    attributes {mx.cpp_name = "over", mx.requests = [{of = array<i64: 0, 1>, what = "value_and_gradient"}]} {
  %m = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %m[%j] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  %s = mx.inner %e, %e : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %s : f64
}
// CHECK-LABEL: func.func @over_value_and_grad_l_x(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.set_at %[[X]] at %[[L]][%[[I]]] :
// CHECK-NEXT: %[[T1:.+]] = mx.at %[[T0]][%[[J]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.zeros_like %[[L]] :
// CHECK-NEXT: %[[T5:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T5]], %[[T1]] :
// CHECK-NEXT: %[[T7:.+]] = mx.set_at %[[T6]] at %[[T4]][%[[J]]] :
// CHECK-NEXT: %[[T8:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T9:.+]] = mx.fill %[[T8]] : f64 -> <n x 1, f64>
// CHECK-NEXT: %[[T10:.+]] = mx.set_at %[[T9]] at %[[T7]][%[[I]]] :
// CHECK-NEXT: %[[T11:.+]] = mx.at %[[T7]][%[[I]]] :
// CHECK-NEXT: return %[[T3]], %[[T10]], %[[T11]] :
