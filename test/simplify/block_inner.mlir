// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// It stands as it is.
func.func @matrices(%a: !mx.matrix<r x s, f64>, %b: !mx.matrix<p x q, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.block_inner %a, %b : !mx.matrix<r x s, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrices(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.block_inner %[[A]], %[[B]] : <r x s, f64>, <p x q, f64> -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>

// linear in both
func.func @scalars(%a: !mx.matrix<r x s, f64>, %b: !mx.matrix<p x q, f64>, %s: f64) -> !mx.matrix<m x n, f64> {
  %c = mx.constant 2.0 : f64
  %0 = mx.mul %s, %a : f64, !mx.matrix<r x s, f64>
  %1 = mx.mul %c, %b : f64, !mx.matrix<p x q, f64>
  %2 = mx.block_inner %0, %1 : !mx.matrix<r x s, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @scalars(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.block_inner %[[A]], %[[B]] : <r x s, f64>, <p x q, f64> -> <m x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[S]], %[[T1]] : f64, f64, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>

func.func @zero(%a: !mx.matrix<r x s, f64>) -> !mx.matrix<m x n, f64> {
  %z = mx.constant 0.0 : f64
  %0 = mx.fill %z : f64 -> <p x q, f64>
  %1 = mx.block_inner %a, %0 : !mx.matrix<r x s, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @zero(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>

// the blocks of a column are the columns of another shape
func.func @columns(%a: !mx.matrix<r x 1, f64>, %b: !mx.matrix<p x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.block_inner %a, %b : !mx.matrix<r x 1, f64>, !mx.matrix<p x 1, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @columns(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reshape %[[A]] : <r x 1, f64> -> <p x m, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] : !mx.matrix<p x m, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[B]] : !mx.matrix<m x p, f64>, !mx.matrix<p x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x 1, f64>

func.func @rows(%a: !mx.matrix<1 x s, f64>, %b: !mx.matrix<1 x q, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.block_inner %a, %b : !mx.matrix<1 x s, f64>, !mx.matrix<1 x q, f64> -> !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @rows(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reshape %[[A]] : <1 x s, f64> -> <q x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[B]], %[[T0]] : !mx.matrix<1 x q, f64>, !mx.matrix<q x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<1 x n, f64>

// a column ⊗ a row is a product
func.func @column_of_rows(%a: !mx.matrix<m x q, f64>, %b: !mx.matrix<1 x q, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.block_inner %a, %b : !mx.matrix<m x q, f64>, !mx.matrix<1 x q, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @column_of_rows(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] : !mx.matrix<1 x q, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] : !mx.matrix<m x q, f64>, !mx.matrix<q x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x 1, f64>

func.func @row_of_columns(%a: !mx.matrix<p x n, f64>, %b: !mx.matrix<p x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.block_inner %a, %b : !mx.matrix<p x n, f64>, !mx.matrix<p x 1, f64> -> !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @row_of_columns(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] : !mx.matrix<p x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] : !mx.matrix<1 x p, f64>, !mx.matrix<p x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<1 x n, f64>
