// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// twice is not at all
func.func @twice(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.reverse %a {cols = true, rows = false} : <m x n, f64>
  %1 = mx.reverse %0 {cols = true, rows = true} : <m x n, f64>
  %2 = mx.reverse %1 {cols = false, rows = true} : <m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: return %[[A0]] : !mx.matrix<m x n, f64>

// one column has no order of columns; scalars come to the front
func.func @column(%a: !mx.matrix<n x 1, f64>, %s: f64) -> !mx.matrix<n x 1, f64> {
  %0 = mx.mul %s, %a : f64, !mx.matrix<n x 1, f64>
  %1 = mx.reverse %0 {cols = true, rows = true} : <n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @column(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reverse %[[A0]] {cols = false, rows = true} : <n x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A1]], %[[T0]] : f64, !mx.matrix<n x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<n x 1, f64>

// reverse(aᵀ) = reverse(a)ᵀ
func.func @transposed(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.reverse %0 {cols = true, rows = false} : <n x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reverse %[[A0]] {cols = false, rows = true} : <m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<n x m, f64>

// parts are counted from the other end
func.func @parts(%a: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.reverse %a {cols = false, rows = true} : <n x 1, f64>
  %4 = mx.element %3[%1, %0] : <n x 1, f64>
  %5 = mx.slice %3[%0, %0] : <n x 1, f64> -> <2 x 1, f64>
  %6 = mx.sum %5 : !mx.matrix<2 x 1, f64>
  %7 = mx.mul %4, %6 : f64, f64
  return %7 : f64
}
// CHECK-LABEL: func.func @parts(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T2:.+]] = arith.subi %[[T0]], %[[T1]] : index
// CHECK-NEXT: %[[T3:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T4:.+]] = mx.element %[[A0]][%[[T2]], %[[T3]]] : <n x 1, f64>
// CHECK-NEXT: %[[T5:.+]] = mx.slice %[[A0]][%[[T2]], %[[T3]]] : <n x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T6:.+]] = mx.sum %[[T5]] : !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T4]], %[[T6]] : f64, f64
// CHECK-NEXT: return %[[T7]] : f64
