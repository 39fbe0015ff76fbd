// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// āᵢⱼ = ⟨ȳ, bᵢⱼ⟩, b̄ = a ⊗ ȳ
func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<r x s, f64> {mx.name = "b"}) -> !mx.matrix<p x q, f64>
    attributes {mx.cpp_name = "sum", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.block_sum %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<r x s, f64> -> !mx.matrix<p x q, f64>
  return %0 : !mx.matrix<p x q, f64>
}
// CHECK-LABEL: func.func @sum_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.block_inner %[[B]], %[[BAR]] : <r x s, f64>, <p x q, f64> -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @sum_vjp_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.kron %[[A]], %[[BAR]] : <m x n, f64>, <p x q, f64> -> <r x s, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<r x s, f64>
