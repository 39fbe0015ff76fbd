// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d aᵖ = p aᵖ⁻¹ ∘ da + (aᵖ ∘ log a) dp, the base or the exponent active
func.func @scalar(%a: f64 {mx.name = "a"}, %p: f64 {mx.name = "p"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.power %a, %p : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @scalar_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[P:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[T0]], %[[P]] :
// CHECK-NEXT: %[[T2:.+]] = mx.power %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[P]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D1_A]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :
// CHECK-LABEL: func.func @scalar_d1_p(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[P:[^:]+]]:{{.*}}%[[D1_P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.power %[[A]], %[[P]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "log" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_P]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %p: f64 {mx.name = "p"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.power %a, %p : !mx.matrix<m x n, f64>, f64
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[P:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[T0]], %[[P]] :
// CHECK-NEXT: %[[T2:.+]] = mx.power %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[P]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.hadamard %[[D1_A]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :
// CHECK-LABEL: func.func @matrix_d1_p(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[P:[^:]+]]:{{.*}}%[[D1_P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.power %[[A]], %[[P]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "log" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_P]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// both active
func.func @self(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "self", mx.del = [array<i64: 0>]} {
  %0 = mx.power %a, %a : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @self_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.power %[[A]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.power %[[A]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[A]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[D1_A]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.map "log" %[[A]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T1]], %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[D1_A]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.add %[[T5]], %[[T8]] :
// CHECK-NEXT: return %[[T9]] :

// a whole exponent that falls to 0 stays there: 0 · a⁻¹ is NaN at a = 0
func.func @whole(%a: f64 {mx.name = "a"}, %n: index {mx.name = "n"}) -> f64
    attributes {mx.cpp_name = "whole", mx.del = [array<i64: 0>]} {
  %0 = mx.real %n : f64
  %1 = mx.power %a, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @whole_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[N:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.real %[[N]] :
// CHECK-NEXT: %[[T3:.+]] = mx.compare "eq" %[[T2]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T5:.+]] = mx.select %[[T3]], %[[T1]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.power %[[A]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T2]], %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[D1_A]], %[[T7]] :
// CHECK-NEXT: return %[[T8]] :

// an exponent for each entry
func.func @entries(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "entries", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.power %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @entries_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T1]], %[[B]] :
// CHECK-NEXT: %[[T3:.+]] = mx.power %[[A]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.hadamard %[[B]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.hadamard %[[D1_A]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :
// CHECK-LABEL: func.func @entries_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.power %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "log" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[D1_B]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
