// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// Σ Aᵀ = Σ A, Σ diag(v) = Σ v, Σ s A = s Σ A, Σ fill(s) = m n s
func.func @transposed(%a: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x m, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[A]] :
// CHECK-NEXT: return %[[T0]] :

func.func @diag(%v: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[V]] :
// CHECK-NEXT: return %[[T0]] :

func.func @scaled(%s: f64, %a: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.mul %s, %a : f64, !mx.matrix<m x n, f64>
  %1 = mx.sum %0 : !mx.matrix<m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @fill(%s: f64, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.fill %s : f64 -> <n x 2, f64>
  %1 = mx.sum %0 : !mx.matrix<n x 2, f64>
  %2 = mx.mul %1, %x : f64, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T2:.+]] = mx.real %[[T1]] : f64
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[S]], %[[T2]], %[[X]] :
// CHECK-NEXT: return %[[T3]] :

// Σ u vᵀ = (Σ u)(Σ v)
func.func @outer(%u: !mx.matrix<m x 1, f64>, %v: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.sum %1 : !mx.matrix<m x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @outer(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.sum %[[V]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// Σ a ∘ b = ⟨a, b⟩, Σ a² = ⟨a, a⟩
func.func @hadamard(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.hadamard %b, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.sum %0 : !mx.matrix<m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @hadamard(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @square(%a: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.pow %a, 2.0 : !mx.matrix<m x n, f64>
  %1 = mx.sum %0 : !mx.matrix<m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @square(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[A]], %[[A]] :
// CHECK-NEXT: return %[[T0]] :

func.func @column(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.hadamard %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.sum %0 : !mx.matrix<n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @column(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: return %[[T1]] :

func.func @cube(%a: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.pow %a, 3.0 : !mx.matrix<m x n, f64>
  %1 = mx.sum %0 : !mx.matrix<m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @cube(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 3.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.sum %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
