// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// dg = g ∘ g ∘ (da 1ᵀ − 1 daᵀ)
func.func @gaps(%a: !mx.matrix<n x 1, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "gaps", mx.del = [array<i64: 0>]} {
  %0 = mx.gaps %a : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @gaps_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.gaps %[[A]] : <n x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.fill %[[T1]] : f64 -> <1 x n, f64>
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D1_A]], %[[T3]] : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
// CHECK-NEXT: %[[T5:.+]] = mx.transpose %[[T4]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T0]], %[[T5]] : f64, !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T7:.+]] = mx.add %[[T4]], %[[T6]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T8:.+]] = mx.hadamard %[[T2]], %[[T2]], %[[T7]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T8]] : !mx.matrix<n x n, f64>
