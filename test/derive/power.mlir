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
