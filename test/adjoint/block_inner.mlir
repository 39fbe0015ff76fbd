// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ ⊗ b, b̄ = Σ ȳᵢⱼ aᵢⱼ
func.func @inner(%a: !mx.matrix<r x s, f64> {mx.name = "a"},
    %b: !mx.matrix<p x q, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "inner", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.block_inner %a, %b : !mx.matrix<r x s, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @inner_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.kron %[[BAR]], %[[B]] : <m x n, f64>, <p x q, f64> -> <r x s, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<r x s, f64>
// CHECK-LABEL: func.func @inner_vjp_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.block_sum %[[BAR]], %[[A]] : <m x n, f64>, <r x s, f64> -> <p x q, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<p x q, f64>
