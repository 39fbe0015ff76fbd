// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ ∘ b ∘ c
func.func @product(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"},
    %c: !mx.matrix<m x n, f64> {mx.name = "c"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "product", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.hadamard %a, %b, %c : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @product_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[BAR]], %[[B]], %[[C]] : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @product_vjp_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[C:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[BAR]], %[[C]] : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
