// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d atan2(a, b) = (b ∘ da − a ∘ db)/(a² + b²)
func.func @scalar(%a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.atan2 %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @scalar_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[B]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -1.000000e+00 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[B]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[D1_A]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :
// CHECK-LABEL: func.func @scalar_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[B]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.add %[[T1]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.pow %[[T3]], -1.000000e+00 :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[A]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D1_B]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T0]], %[[T6]] :
// CHECK-NEXT: return %[[T7]] :

// entry by entry
func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>]} {
  %0 = mx.atan2 %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[B]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -1.000000e+00 :
// CHECK-NEXT: %[[T4:.+]] = mx.hadamard %[[B]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.hadamard %[[D1_A]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :
