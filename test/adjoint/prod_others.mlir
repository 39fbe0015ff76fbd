// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d̄ⱼ = prod_others(a; ȳ in the place of dⱼ)
func.func @others_all(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d"},
    %e: !mx.matrix<m x n, f64> {mx.name = "e"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "others_all", mx.requests = [{of = array<i64: 1>, what = "vjp"}, {of = array<i64: 2>, what = "vjp"}, {of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.prod_others %a, %d, %e over "all" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @others_all_vjp_d(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[E:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[BAR]], %[[E]] over "all" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @others_all_vjp_e(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D]], %[[BAR]] over "all" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @others_all_vjp_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[E:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D]], %[[E]], %[[BAR]] over "all" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>

func.func @others_rows(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d"},
    %e: !mx.matrix<m x n, f64> {mx.name = "e"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "others_rows", mx.requests = [{of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.prod_others %a, %d, %e over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @others_rows_vjp_d(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[E:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[BAR]], %[[E]] over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>

func.func @others_cols(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d"},
    %e: !mx.matrix<m x n, f64> {mx.name = "e"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "others_cols", mx.requests = [{of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.prod_others %a, %d, %e over "cols" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @others_cols_vjp_d(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[E:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[BAR]], %[[E]] over "cols" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
