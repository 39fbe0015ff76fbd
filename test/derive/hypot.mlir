// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d hypot(a, b) = (a ∘ da + b ∘ db)/hypot(a, b)
func.func @scalar(%a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.hypot %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @scalar_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hypot %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
// CHECK-LABEL: func.func @scalar_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hypot %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[B]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_B]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// entry by entry
func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>]} {
  %0 = mx.hypot %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hypot %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
