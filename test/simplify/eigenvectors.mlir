// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// It stands as it is.
func.func @eigenvectors(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.eigenvectors %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @eigenvectors(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.eigenvectors %[[A]] : <n x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<n x n, f64>
