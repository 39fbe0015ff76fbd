// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// tr Aᵀ = tr A, tr I = n, tr fill(s) = n s, tr diag(v) = Σ v
func.func @transposed(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.trace %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.trace %[[A]] :
// CHECK-NEXT: return %[[T0]] :

func.func @identity(%x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.trace %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %x : f64, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @identity(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = mx.real %[[T0]] : f64
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[X]] :
// CHECK-NEXT: return %[[T2]] :

func.func @fixed() -> f64 {
  %0 = mx.identity : <3 x 3, f64>
  %1 = mx.trace %0 : !mx.matrix<3 x 3, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @fixed(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 3.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @fill(%s: f64, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.fill %s : f64 -> <n x n, f64>
  %1 = mx.trace %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %x : f64, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = mx.real %[[T0]] : f64
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[S]], %[[T1]], %[[X]] :
// CHECK-NEXT: return %[[T2]] :

func.func @diag(%v: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.trace %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[V]] :
// CHECK-NEXT: return %[[T0]] :

// tr(A + B) = tr A + tr B, tr(s A) = s tr A
func.func @sum(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.constant 2.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<n x n, f64>
  %2 = mx.add %b, %1 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %3 = mx.trace %2 : !mx.matrix<n x n, f64>
  return %3 : f64
}
// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.trace %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.trace %[[B]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// tr(u vᵀ) = vᵀu, tr(A B) = tr(B A) = ⟨A, Bᵀ⟩
func.func @outer(%u: !mx.matrix<n x 1, f64>, %v: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.trace %1 : !mx.matrix<n x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @outer(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[V]] :
// CHECK-NEXT: return %[[T1]] :

func.func @product(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x m, f64>) -> f64 {
  %0 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64>
  %1 = mx.trace %0 : !mx.matrix<m x m, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @product(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @cyclic(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x m, f64>) -> f64 {
  %0 = mx.mul %b, %a : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %1 = mx.trace %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @cyclic(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @gram(%a: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %0, %a : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %2 = mx.trace %1 : !mx.matrix<n x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @gram(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[A]], %[[A]] :
// CHECK-NEXT: return %[[T0]] :
