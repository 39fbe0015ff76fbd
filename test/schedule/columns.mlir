// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// What scales columns by their sums is computed column by column.
func.func @softmax(%z: !mx.matrix<m x k, f64>, %y: !mx.matrix<m x k, f64>) -> !mx.matrix<m x k, f64> {
  %0 = mx.map "exp" %z : !mx.matrix<m x k, f64>
  %1 = mx.constant 1.0 : f64
  %2 = mx.fill %1 : f64 -> <m x 1, f64>
  %3 = mx.fill %1 : f64 -> <1 x m, f64>
  %4 = mx.mul %3, %0 : !mx.matrix<1 x m, f64>, !mx.matrix<m x k, f64>
  %5 = mx.pow %4, -1.0 : !mx.matrix<1 x k, f64>
  %6 = mx.mul %2, %5 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x k, f64>
  %7 = mx.hadamard %0, %6 : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  %8 = mx.add %7, %y : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  return %8 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @softmax(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A0]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.columnwise %[[T0]], %[[A1]] :{{.*}} {
// CHECK-NEXT: ^bb0(%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T2:.+]] = mx.sum %[[A2]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -1.000000e+00 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T3]], %[[A2]] :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[T4]], %[[A3]] :
// CHECK-NEXT: mx.yield %[[T5]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T1]] :

// A sum of products is an inner product, what several read is a number, and what comes from outside
// is an entry or all of it.
func.func @normalised(%a: !mx.matrix<m x k, f64>, %b: !mx.matrix<m x k, f64>,
    %v: !mx.matrix<m x 1, f64>, %w: !mx.matrix<k x 1, f64>, %s: f64) -> !mx.matrix<m x k, f64> {
  %0 = mx.hadamard %a, %b : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  %1 = mx.constant 1.0 : f64
  %2 = mx.fill %1 : f64 -> <m x 1, f64>
  %3 = mx.fill %1 : f64 -> <1 x m, f64>
  %4 = mx.mul %3, %0 : !mx.matrix<1 x m, f64>, !mx.matrix<m x k, f64>
  %5 = mx.mul %3, %a : !mx.matrix<1 x m, f64>, !mx.matrix<m x k, f64>
  %6 = mx.transpose %w : !mx.matrix<k x 1, f64>
  %7 = mx.hadamard %4, %5, %5, %6 : !mx.matrix<1 x k, f64>, !mx.matrix<1 x k, f64>, !mx.matrix<1 x k, f64>, !mx.matrix<1 x k, f64>
  %8 = mx.mul %2, %7 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x k, f64>
  %9 = mx.fill %1 : f64 -> <1 x k, f64>
  %10 = mx.mul %v, %9 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x k, f64>
  %11 = mx.mul %s, %b : f64, !mx.matrix<m x k, f64>
  %12 = mx.add %8, %10, %11 : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  return %12 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @normalised(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:{{.*}}%[[A4:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A3]] :
// CHECK-NEXT: %[[T1:.+]] = mx.columnwise %[[A0]], %[[A1]], %[[T0]] :{{.*}} {
// CHECK-NEXT: ^bb0(%[[A5:[^:]+]]:{{.*}}%[[A6:[^:]+]]:{{.*}}%[[A7:[^:]+]]:{{.*}}%[[A8:[^:]+]]:{{.*}}%[[A9:[^:]+]]:
// CHECK-NEXT: %[[T2:.+]] = mx.inner %[[A5]], %[[A6]] :
// CHECK-NEXT: %[[T3:.+]] = mx.sum %[[A5]] {mx.local} :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T2]], %[[T3]], %[[T3]], %[[A7]] :
// CHECK-NEXT: %[[T5:.+]] = mx.fill %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[A9]], %[[A6]] :
// CHECK-NEXT: %[[T7:.+]] = mx.add %[[T5]], %[[A8]], %[[T6]] :
// CHECK-NEXT: mx.yield %[[T7]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T1]] :

// Sums that others need are computed for all columns, and so is what is stored row by row.
func.func @needed(%a: !mx.matrix<m x k, f64>) -> (!mx.matrix<m x k, f64>, !mx.matrix<1 x k, f64>) {
  %1 = mx.constant 1.0 : f64
  %3 = mx.fill %1 : f64 -> <1 x m, f64>
  %5 = mx.mul %3, %a : !mx.matrix<1 x m, f64>, !mx.matrix<m x k, f64>
  %6 = mx.diag %5 : !mx.matrix<1 x k, f64>
  %7 = mx.mul %a, %6 : !mx.matrix<m x k, f64>, !mx.matrix<k x k, f64>
  return %7, %5 : !mx.matrix<m x k, f64>, !mx.matrix<1 x k, f64>
}
// CHECK-LABEL: func.func @needed(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A0]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] {mx.local} :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.diag %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[A0]], %[[T5]] :
// CHECK-NEXT: return %[[T6]], %[[T4]] :

func.func @rows(%a: !mx.matrix<m x k, f64> {mx.name = "A", mx.plain = "Eigen::Matrix<double, -1, -1, Eigen::RowMajor>"}) -> !mx.matrix<m x k, f64> {
  %1 = mx.constant 1.0 : f64
  %3 = mx.fill %1 : f64 -> <1 x m, f64>
  %5 = mx.mul %3, %a : !mx.matrix<1 x m, f64>, !mx.matrix<m x k, f64>
  %6 = mx.diag %5 : !mx.matrix<1 x k, f64>
  %7 = mx.mul %a, %6 : !mx.matrix<m x k, f64>, !mx.matrix<k x k, f64>
  return %7 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @rows(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A0]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.diag %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[A0]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :
