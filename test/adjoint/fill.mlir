// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = Σ ȳ
func.func @fill(%a: f64 {mx.name = "a"},
    %x: !mx.matrix<m x n, f64> {mx.name = "x"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "fill", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.fill %a : f64 -> !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[BAR]] : !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : f64
