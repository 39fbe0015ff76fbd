// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// diagonal(diag(v)) = v, diagonal(I) = diagonal(fill(1)) = fill(1), diagonal(Aᵀ) = diagonal(A)
func.func @diag(%v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.diagonal %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: return %[[V]] :

func.func @row(%v: !mx.matrix<1 x n, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.diag %v : !mx.matrix<1 x n, f64>
  %1 = mx.diagonal %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @row(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.diagonal %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @identity(%x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.diagonal %0 : !mx.matrix<n x n, f64>
  %2 = mx.hadamard %1, %x : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @identity(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: return %[[X]] :

func.func @fill(%s: f64) -> !mx.matrix<n x 1, f64> {
  %0 = mx.fill %s : f64 -> <n x n, f64>
  %1 = mx.diagonal %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.fill %[[S]] : f64 -> <n x 1, f64>
// CHECK-NEXT: return %[[T0]] :

func.func @transposed(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.diagonal %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// diagonal(A + B) = diagonal(A) + diagonal(B)
func.func @sum(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.constant 2.0 : f64
  %1 = mx.mul %0, %b : f64, !mx.matrix<n x n, f64>
  %2 = mx.add %a, %1 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %3 = mx.diagonal %2 : !mx.matrix<n x n, f64>
  return %3 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.diagonal %[[B]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T0]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// diagonal(u vᵀ) = u ∘ v
func.func @outer(%u: !mx.matrix<n x 1, f64>, %v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.diagonal %1 : !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @outer(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[U]], %[[V]] :
// CHECK-NEXT: return %[[T0]] :

// diagonal(A diag(v) B) = (A ∘ Bᵀ) v
func.func @weighted(%a: !mx.matrix<m x n, f64>, %v: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x m, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %a, %0, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x m, f64>
  %2 = mx.diagonal %1 : !mx.matrix<m x m, f64>
  return %2 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @weighted(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[A]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[V]] :
// CHECK-NEXT: return %[[T2]] :
