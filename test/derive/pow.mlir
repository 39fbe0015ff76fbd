// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d aᵖ = p aᵖ⁻¹ ∘ da
func.func @scalar(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.del = [array<i64: 0>]} {
  %0 = mx.pow %a, 3.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @scalar_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 3.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>]} {
  %0 = mx.pow %a, -0.5 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], -1.500000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @linear(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "linear", mx.del = [array<i64: 0>]} {
  %0 = mx.pow %a, 1.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @linear_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 0.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @float(%a: f32 {mx.name = "a"}) -> f32
    attributes {mx.cpp_name = "float", mx.del = [array<i64: 0>]} {
  %0 = mx.pow %a, 2.0 : f32
  return %0 : f32
}
// CHECK-LABEL: func.func @float_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f32
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
