// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ b
func.func @inner(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "inner", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.inner %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @inner_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[BAR]], %[[B]] : f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @inner_vjp_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[BAR]], %[[A]] : f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
