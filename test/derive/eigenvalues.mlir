// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// dλ = diagonal(vᵀ sym(da) v)
func.func @eigenvalues(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "eigenvalues", mx.del = [array<i64: 0>]} {
  %0 = mx.eigenvalues %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @eigenvalues_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.eigenvectors %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[D1_A]], %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.diagonal %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
