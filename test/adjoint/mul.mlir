// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// b̄ = aᵀ ȳ cᵀ for y = s a b c
func.func @chain(%s: f64 {mx.name = "s"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<n x p, f64> {mx.name = "b"},
    %c: !mx.matrix<p x q, f64> {mx.name = "c"}) -> !mx.matrix<m x q, f64>
    attributes {mx.cpp_name = "chain", mx.requests = [{of = array<i64: 2>, what = "vjp"}, {of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.mul %s, %a, %b, %c : f64, !mx.matrix<m x n, f64>, !mx.matrix<n x p, f64>, !mx.matrix<p x q, f64>
  return %0 : !mx.matrix<m x q, f64>
}
// CHECK-LABEL: func.func @chain_vjp_b(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[C:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[C]] : !mx.matrix<p x q, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[S]], %[[T0]], %[[BAR]], %[[T1]] : f64, !mx.matrix<n x m, f64>, !mx.matrix<m x q, f64>, !mx.matrix<q x p, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<n x p, f64>
// CHECK-LABEL: func.func @chain_vjp_s(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[B]], %[[C]] : !mx.matrix<m x n, f64>, !mx.matrix<n x p, f64>, !mx.matrix<p x q, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[T0]], %[[BAR]] : <m x q, f64>, <m x q, f64>
// CHECK-NEXT: return %[[T1]] : f64

// a factor at the end, and one whose product is a scalar
func.func @scalar(%x: !mx.matrix<n x 1, f64> {mx.name = "x"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %u: !mx.matrix<1 x m, f64> {mx.name = "u"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}, {of = array<i64: 2>, what = "vjp"}]} {
  %0 = mx.mul %u, %a, %x : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @scalar_vjp_x(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[A:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[U]] : !mx.matrix<1 x m, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]], %[[BAR]] : !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>, f64
// CHECK-NEXT: return %[[T2]] : !mx.matrix<n x 1, f64>
// CHECK-LABEL: func.func @scalar_vjp_a(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[U:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[U]] : !mx.matrix<1 x m, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[X]] : !mx.matrix<n x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[BAR]], %[[T1]] : !mx.matrix<m x 1, f64>, f64, !mx.matrix<1 x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @scalar_vjp_u(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[X]] : !mx.matrix<n x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[A]] : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[BAR]], %[[T0]], %[[T1]] : f64, !mx.matrix<1 x n, f64>, !mx.matrix<n x m, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<1 x m, f64>
