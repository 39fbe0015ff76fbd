// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// L is lower triangular
func.func @kept(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.cholesky %a : !mx.matrix<n x n, f64>
  %1 = mx.triangle %0 {lower = true, diagonal = 1.0} : !mx.matrix<n x n, f64>
  %2 = mx.sum %1 : !mx.matrix<n x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @kept(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cholesky %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.sum %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
