// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// b̄ = ȳ where a is largest, zero elsewhere
func.func @largest(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "largest", mx.requests = [{of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.pick "max" %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @largest_vjp_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extremal "max" %[[A]] over "all" : <m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[BAR]], %[[T0]] : f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>

// of each row
func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "rows", mx.requests = [{of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.pick "min" %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @rows_vjp_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extremal "min" %[[A]] over "rows" : <m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[BAR]] : !mx.matrix<m x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[T0]] : !mx.matrix<m x m, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>

// of each column; of a itself
func.func @columns(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "columns", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.pick "max" %a, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @columns_vjp_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extremal "max" %[[A]] over "cols" : <m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[BAR]] : !mx.matrix<1 x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>
