// RUN: delgen-opt %s --mx-simplify | FileCheck %s

func.func @alone(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.prod_others %a over "all" : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @alone(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]] over "all" : !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>

// linear in each direction, and directions have no order
func.func @scaled(%a: !mx.matrix<m x n, f64>, %d: !mx.matrix<m x n, f64>, %e: !mx.matrix<m x n, f64>, %s: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %s, %e : f64, !mx.matrix<m x n, f64>
  %1 = mx.prod_others %a, %0, %d over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[E:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D]], %[[E]] over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] : f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>

func.func @zero(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %z = mx.constant 0.0 : f64
  %0 = mx.fill %z : f64 -> <m x n, f64>
  %1 = mx.prod_others %a, %0 over "cols" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @zero(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>

// the others in the row of aᵀ are those in the column of a
func.func @transposed(%a: !mx.matrix<n x m, f64>, %d: !mx.matrix<n x m, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x m, f64>
  %1 = mx.transpose %d : !mx.matrix<n x m, f64>
  %2 = mx.prod_others %0, %1 over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D]] over "cols" : !mx.matrix<n x m, f64>, !mx.matrix<n x m, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] : !mx.matrix<n x m, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>

func.func @transposed_all(%a: !mx.matrix<n x m, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x m, f64>
  %1 = mx.prod_others %0 over "all" : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @transposed_all(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]] over "all" : !mx.matrix<n x m, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] : !mx.matrix<n x m, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>
