// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// It stands as it is.
func.func @gaps(%a: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.gaps %a : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @gaps(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.gaps %[[A]] : <n x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<n x n, f64>
