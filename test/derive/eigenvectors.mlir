// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// dv = v (gaps(λ) ∘ vᵀ sym(da) v)
func.func @eigenvectors(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "eigenvectors", mx.del = [array<i64: 0>]} {
  %0 = mx.eigenvectors %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @eigenvectors_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.eigenvectors %[[A]] : <n x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.eigenvalues %[[A]] : <n x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.gaps %[[T1]] : <n x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.selfadjoint %[[D1_A]] : <n x n, f64>
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T0]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T4]], %[[T3]], %[[T0]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T6:.+]] = mx.hadamard %[[T2]], %[[T5]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T0]], %[[T6]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T7]] : !mx.matrix<n x n, f64>
