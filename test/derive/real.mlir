// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d real(i) = 0
func.func @real(%a: f64 {mx.name = "a"}, %i: index {mx.name = "i"}) -> f64
    attributes {mx.cpp_name = "real", mx.del = [array<i64: 0>]} {
  %0 = mx.real %i : f64
  %1 = mx.mul %0, %a : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @real_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.real %[[I]] : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[D1_A]] :
// CHECK-NEXT: return %[[T1]] :
