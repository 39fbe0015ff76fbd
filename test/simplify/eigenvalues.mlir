// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// It stands as it is.
func.func @eigenvalues(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.eigenvalues %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @eigenvalues(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.eigenvalues %[[A]] : <n x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<n x 1, f64>
