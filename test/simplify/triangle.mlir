// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// tril of tril
func.func @twice(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.triangle %a {lower = true, diagonal = 0.5} : !mx.matrix<n x n, f64>
  %1 = mx.triangle %0 {lower = true, diagonal = 0.5} : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.triangle %[[A]] {diagonal = 2.500000e-01 : f64, lower = true} :
// CHECK-NEXT: return %[[T0]] :

// triu of tril is the diagonal
func.func @opposite(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.triangle %a {lower = true, diagonal = 1.0} : !mx.matrix<n x n, f64>
  %1 = mx.triangle %0 {lower = false, diagonal = 1.0} : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @opposite(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// tril(A)ᵀ = triu(Aᵀ)
func.func @transposed(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.triangle %a {lower = true, diagonal = 0.0} : !mx.matrix<n x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.triangle %[[T0]] {diagonal = 0.000000e+00 : f64, lower = false} :
// CHECK-NEXT: return %[[T1]] :

// of a diagonal matrix the diagonal is left
func.func @diag(%v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.triangle %0 {lower = true, diagonal = 0.5} : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[V]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// tr tril(A) = tr A
func.func @trace(%a: !mx.matrix<n x n, f64>, %s: f64) -> f64 {
  %0 = mx.mul %s, %a : f64, !mx.matrix<n x n, f64>
  %1 = mx.triangle %0 {lower = false, diagonal = 0.5} : !mx.matrix<n x n, f64>
  %2 = mx.trace %1 : !mx.matrix<n x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @trace(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.trace %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[S]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
