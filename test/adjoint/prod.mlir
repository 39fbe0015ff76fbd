// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// the gradient is the products of the other entries, and nothing is divided
func.func @all(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "all", mx.requests = [{of = array<i64: 0>, what = "gradient"}]} {
  %0 = mx.prod %a : !mx.matrix<m x n, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @all_grad_a(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.prod_others %[[A]] over "all" : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] : f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>

// d̄ⱼ = ȳ prod_others(a; the other directions)
func.func @directions(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d"},
    %e: !mx.matrix<m x n, f64> {mx.name = "e"}) -> f64
    attributes {mx.cpp_name = "directions", mx.requests = [{of = array<i64: 1>, what = "vjp"}, {of = array<i64: 2>, what = "vjp"}]} {
  %0 = mx.prod %a, %d, %e : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @directions_vjp_d(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[E:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[E]] over "all" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[BAR]], %[[T0]] : f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @directions_vjp_e(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D]] over "all" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[BAR]], %[[T0]] : f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>

// each row times its entry of ȳ
func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "rows", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.prod %a : !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @rows_vjp_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]] over "rows" : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[BAR]] : !mx.matrix<m x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[T0]] : !mx.matrix<m x m, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>

// each column times its entry of ȳ
func.func @columns(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "columns", mx.requests = [{of = array<i64: 1>, what = "vjp"}, {of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.prod %a, %d : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @columns_vjp_d(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]] over "cols" : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[BAR]] : !mx.matrix<1 x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @columns_vjp_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D]] over "cols" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[BAR]] : !mx.matrix<1 x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>
