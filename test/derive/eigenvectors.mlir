// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// dv = v (gaps(λ) ∘ vᵀ sym(da) v)
func.func @eigenvectors(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "eigenvectors", mx.del = [array<i64: 0>]} {
  %0 = mx.eigenvectors %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @eigenvectors_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.eigenvectors %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.eigenvalues %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.gaps %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T3]], %[[D1_A]], %[[T0]] :
// CHECK-NEXT: %[[T5:.+]] = mx.hadamard %[[T2]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T0]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :
