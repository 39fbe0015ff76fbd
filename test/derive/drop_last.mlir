// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The tangent loses its last entry, too.
func.func @drop(%l: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "l"}, %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "drop", mx.del = [array<i64: 0>]} {
  %m = mx.drop_last %l : !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %m[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %e : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @drop_d1_l(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_L:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.drop_last %[[D1_L]] :
// CHECK-NEXT: %[[T1:.+]] = mx.at %[[T0]][%[[I]]] :
// CHECK-NEXT: return %[[T1]] :
