// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d log Γ(a) = ψ(a) da
func.func @scalar(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.del = [array<i64: 0>]} {
  %0 = mx.polygamma -1 %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @scalar_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.polygamma 0 %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d ψₖ(a) = ψₖ₊₁(a) ∘ da
func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>]} {
  %0 = mx.polygamma 1 %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.polygamma 2 %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
