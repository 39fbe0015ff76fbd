// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// dl = l Φ(l⁻¹ da l⁻ᵀ)
func.func @cholesky(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "cholesky", mx.del = [array<i64: 0>]} {
  %0 = mx.cholesky %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @cholesky_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cholesky %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inverse "lower" %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[D1_A]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.triangle %[[T3]] {diagonal = 5.000000e-01 : f64, lower = true} :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T0]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :
