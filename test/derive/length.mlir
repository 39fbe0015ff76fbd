// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The number of entries has no tangent.
func.func @mean(%l: !mx.list<f64> {mx.name = "l"}, %i: index {mx.name = "i"}) -> f64
    attributes {mx.cpp_name = "mean", mx.del = [array<i64: 0>]} {
  %n = mx.length %l : !mx.list<f64>
  %r = mx.real %n : f64
  %e = mx.at %l[%i] : !mx.list<f64> -> f64
  %y = mx.mul %r, %e : f64, f64
  return %y : f64
}
// CHECK-LABEL: func.func @mean_d1_l(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_L:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.at %[[D1_L]][%[[I]]] :
// CHECK-NEXT: %[[T1:.+]] = mx.length %[[L]] :
// CHECK-NEXT: %[[T2:.+]] = mx.real %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
