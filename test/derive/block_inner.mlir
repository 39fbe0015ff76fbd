// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d⟨aᵢⱼ, b⟩ = ⟨daᵢⱼ, b⟩ + ⟨aᵢⱼ, db⟩
func.func @inner(%a: !mx.matrix<r x s, f64> {mx.name = "a"}, %b: !mx.matrix<p x q, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "inner", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.block_inner %a, %b : !mx.matrix<r x s, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @inner_d1_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.block_inner %[[D1_A]], %[[B]] : <r x s, f64>, <p x q, f64> -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @inner_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.block_inner %[[A]], %[[D1_B]] : <r x s, f64>, <p x q, f64> -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
