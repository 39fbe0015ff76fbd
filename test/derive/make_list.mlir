// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The tangent of a list is the list of the tangents, zero where there is none.
func.func @pair(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %y: !mx.matrix<n x 1, f64> {mx.name = "y"}, %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "pair", mx.del = [array<i64: 0>], mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %l = mx.make_list %x, %y : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %l[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %e : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @pair_d1_x(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.make_list %[[D1_X]], %[[T1]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <!mx.matrix<n x 1, f64>>
// CHECK-NEXT: %[[T3:.+]] = mx.at %[[T2]][%[[I]]] :
// CHECK-NEXT: return %[[T3]] :
// CHECK-LABEL: func.func @pair_vjp_x(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.make_list %[[T1]], %[[T1]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <!mx.matrix<n x 1, f64>>
// CHECK-NEXT: %[[T3:.+]] = mx.set_at %[[BAR]] at %[[T2]][%[[I]]] :
// CHECK-NEXT: %[[T4:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T5:.+]] = mx.at %[[T3]][%[[T4]]] :
// CHECK-NEXT: return %[[T5]] :
