// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d(a ⊗ b) = da ⊗ b + a ⊗ db
func.func @kron(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<p x q, f64> {mx.name = "b"}) -> !mx.matrix<r x s, f64>
    attributes {mx.cpp_name = "kron", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.kron %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  return %0 : !mx.matrix<r x s, f64>
}
// CHECK-LABEL: func.func @kron_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.kron %[[D1_A]], %[[B]] : <m x n, f64>, <p x q, f64> -> <r x s, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<r x s, f64>
// CHECK-LABEL: func.func @kron_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.kron %[[A]], %[[D1_B]] : <m x n, f64>, <p x q, f64> -> <r x s, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<r x s, f64>
