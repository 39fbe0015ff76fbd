// RUN: delgen-opt %s --mx-simplify | FileCheck %s

func.func @itself(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.extremal "max" %a over "all" : <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @itself(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extremal "max" %[[A]] over "all" : <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>

// the same places, as for mx.pick
func.func @transposed(%x: !mx.matrix<n x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.extremal "min" %0 over "all" : <1 x n, f64>
  return %1 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extremal "min" %[[X]] over "all" : <n x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] : !mx.matrix<n x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<1 x n, f64>

// but not of a matrix, where the first is found column by column
func.func @turned(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.extremal "max" %0 over "all" : <n x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @turned(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.extremal "max" %[[T0]] over "all" : <n x m, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<n x m, f64>
