// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// A sum is linear in both lists: each has the tangent, and the cotangent, of the sum.
func.func @sum(%l: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "l"}, %m: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "m"}, %i: index {mx.name = "i"}) -> f64
    attributes {mx.cpp_name = "sum", mx.del = [array<i64: 0>], mx.requests = [{of = array<i64: 1>, what = "gradient"}]} {
  %s = mx.add_lists %l, %m : !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %s[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  %q = mx.inner %e, %e : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %q : f64
}
// CHECK-LABEL: func.func @sum_d1_l(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[M:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_L:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.at %[[D1_L]][%[[I]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.add_lists %[[L]], %[[M]] :
// CHECK-NEXT: %[[T4:.+]] = mx.at %[[T3]][%[[I]]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T0]], %[[T2]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :
// CHECK-LABEL: func.func @sum_grad_m(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[M:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.zeros_like %[[L]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.add_lists %[[L]], %[[M]] :
// CHECK-NEXT: %[[T3:.+]] = mx.at %[[T2]][%[[I]]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.set_at %[[T4]] at %[[T0]][%[[I]]] :
// CHECK-NEXT: return %[[T5]] :
