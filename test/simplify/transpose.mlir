// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// (aᵀ)ᵀ = a
func.func @twice(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x m, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

// fill(s)ᵀ = fill(s), Iᵀ = I, diag(v)ᵀ = diag(v)
func.func @fill(%s: f64) -> !mx.matrix<n x m, f64> {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.fill %[[S]] : f64 -> <n x m, f64>
// CHECK-NEXT: return %[[T0]] :

func.func @identity() -> !mx.matrix<n x m, f64> {
  %0 = mx.identity : <m x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @identity(
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <n x m, f64>
// CHECK-NEXT: return %[[T0]] :

func.func @diag(%v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[V]] :
// CHECK-NEXT: return %[[T0]] :

// (s A B)ᵀ = s Bᵀ Aᵀ
func.func @product(%s: f64, %a: !mx.matrix<m x k, f64>,
    %b: !mx.matrix<k x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.mul %s, %a, %b : f64, !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @product(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[S]], %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @outer(%u: !mx.matrix<m x 1, f64>, %v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.transpose %1 : !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @outer(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[V]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// (A + B)ᵀ stays, alone
func.func @sum(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
