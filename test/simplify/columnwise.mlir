// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// It stands as it is, once.
func.func @columnwise(%a: !mx.matrix<k x p, f64>) -> !mx.matrix<k x p, f64> {
  %0 = mx.columnwise %a : !mx.matrix<k x p, f64> -> <k x p, f64> {
  ^bb0(%m: !mx.matrix<m x n, f64>):
    %3 = mx.transpose %m : !mx.matrix<m x n, f64>
    mx.yield %3 : !mx.matrix<n x m, f64>
  }
  %1 = mx.columnwise %a : !mx.matrix<k x p, f64> -> <k x p, f64> {
  ^bb0(%m: !mx.matrix<m x n, f64>):
    %3 = mx.transpose %m : !mx.matrix<m x n, f64>
    mx.yield %3 : !mx.matrix<n x m, f64>
  }
  %2 = mx.add %0, %1 : !mx.matrix<k x p, f64>, !mx.matrix<k x p, f64>
  return %2 : !mx.matrix<k x p, f64>
}
// CHECK-LABEL: func.func @columnwise(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[TWO:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T0:.+]] = mx.columnwise %[[A]] : !mx.matrix<k x p, f64> -> <k x p, f64> {
// CHECK-NEXT: ^bb0(%[[M:.+]]: !mx.matrix<m x n, f64>):
// CHECK-NEXT:   %[[T1:.+]] = mx.transpose %[[M]] : !mx.matrix<m x n, f64>
// CHECK-NEXT:   mx.yield %[[T1]] : !mx.matrix<n x m, f64>
// CHECK-NEXT: }
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[TWO]], %[[T0]] : f64, !mx.matrix<k x p, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<k x p, f64>

// Two that differ in what they do to a column are two.
func.func @apart(%a: !mx.matrix<k x p, f64>) -> !mx.matrix<k x p, f64> {
  %0 = mx.columnwise %a : !mx.matrix<k x p, f64> -> <k x p, f64> {
  ^bb0(%m: !mx.matrix<n x n, f64>):
    %3 = mx.transpose %m : !mx.matrix<n x n, f64>
    mx.yield %3 : !mx.matrix<n x n, f64>
  }
  %1 = mx.columnwise %a : !mx.matrix<k x p, f64> -> <k x p, f64> {
  ^bb0(%m: !mx.matrix<n x n, f64>):
    %3 = mx.triangle %m {lower = true, diagonal = 0.0} : !mx.matrix<n x n, f64>
    mx.yield %3 : !mx.matrix<n x n, f64>
  }
  %2 = mx.add %0, %1 : !mx.matrix<k x p, f64>, !mx.matrix<k x p, f64>
  return %2 : !mx.matrix<k x p, f64>
}
// CHECK-LABEL: func.func @apart(
// CHECK: mx.transpose
// CHECK: mx.triangle
// CHECK: mx.add
