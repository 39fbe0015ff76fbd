// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ; a value that is added twice counts twice
func.func @twice(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "twice", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.add %a, %b, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @twice_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[BAR]], %[[BAR]] : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @twice_vjp_b(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: return %[[BAR]] : !mx.matrix<m x n, f64>
