// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = select(c, ȳ, 0), b̄ = select(c, 0, ȳ)
func.func @choice(%c: !mx.matrix<m x n, f64> {mx.name = "c"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "choice", mx.requests = [{of = array<i64: 1>, what = "vjp"}, {of = array<i64: 2>, what = "vjp"}]} {
  %0 = mx.select %c, %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @choice_vjp_a(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.select %[[C]], %[[BAR]], %[[T1]] : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @choice_vjp_b(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.select %[[C]], %[[T1]], %[[BAR]] : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>
