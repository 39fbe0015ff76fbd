// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d(a ∘ b) = da ∘ b + a ∘ db
func.func @product(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "product", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.hadamard %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @product_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[D1_A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func @product_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[D1_B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @square(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "square", mx.del = [array<i64: 0>]} {
  %0 = mx.hadamard %a, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @square_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[D1_A]], %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[A]], %[[D1_A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @mixed(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "mixed", mx.del = [array<i64: 0>]} {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.hadamard %a, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @mixed_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[D1_A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[D1_A]], %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :
