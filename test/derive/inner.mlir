// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d⟨a, b⟩ = ⟨da, b⟩ + ⟨a, db⟩
func.func @inner(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "inner", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.inner %a, %b : <m x n, f64>, <m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @inner_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[D1_A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func @inner_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[A]], %[[D1_B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @square(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "square", mx.del = [array<i64: 0>]} {
  %0 = mx.inner %x, %x : <n x 1, f64>, <n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @square_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[D1_X]], %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[X]], %[[D1_X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @mixed(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "mixed", mx.del = [array<i64: 0>]} {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.inner %a, %0 : <n x n, f64>, <n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @mixed_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[D1_A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.inner %[[D1_A]], %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.inner %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :
