// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d Σ aᵢⱼ bᵢⱼ = Σ daᵢⱼ bᵢⱼ + Σ aᵢⱼ dbᵢⱼ
func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %b: !mx.matrix<r x s, f64> {mx.name = "b"}) -> !mx.matrix<p x q, f64>
    attributes {mx.cpp_name = "sum", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.block_sum %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<r x s, f64> -> !mx.matrix<p x q, f64>
  return %0 : !mx.matrix<p x q, f64>
}
// CHECK-LABEL: func.func @sum_d1_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.block_sum %[[D1_A]], %[[B]] : <m x n, f64>, <r x s, f64> -> <p x q, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<p x q, f64>
// CHECK-LABEL: func.func @sum_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.block_sum %[[A]], %[[D1_B]] : <m x n, f64>, <r x s, f64> -> <p x q, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<p x q, f64>
