// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d a⁻¹ = −a⁻¹ da a⁻¹
func.func @inverse(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "inverse", mx.del = [array<i64: 0>]} {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @inverse_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.inverse "lu" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[D1_A]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// d a⁺ = −a⁺ da a⁺ + a⁺ a⁺ᵀ daᵀ (I − a a⁺)
func.func @left(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "left", mx.del = [array<i64: 0>]} {
  %0 = mx.inverse "qr" %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @left_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.inverse "qr" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[D1_A]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: %[[T5:.+]] = mx.transpose %[[D1_A]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T1]], %[[T4]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T6]], %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[T0]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.add %[[T3]], %[[T6]], %[[T8]] :
// CHECK-NEXT: return %[[T9]] :
