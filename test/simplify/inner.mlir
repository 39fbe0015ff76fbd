// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// ⟨a, b⟩ = aᵀb for columns, abᵀ for rows, one value for both orders
func.func @columns(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.inner %b, %a : <n x 1, f64>, <n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @columns(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: return %[[T1]] :

func.func @rows(%a: !mx.matrix<1 x n, f64>, %b: !mx.matrix<1 x n, f64>) -> f64 {
  %0 = mx.inner %a, %b : <1 x n, f64>, <1 x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @rows(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @both(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.inner %a, %b : <n x 1, f64>, <n x 1, f64>
  %1 = mx.inner %b, %a : <n x 1, f64>, <n x 1, f64>
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @both(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]], %[[B]] :
// CHECK-NEXT: return %[[T2]] :

// ⟨s A, B⟩ = s ⟨A, B⟩ = s ⟨B, A⟩
func.func @scaled(%s: f64, %a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.mul %s, %b : f64, !mx.matrix<m x n, f64>
  %1 = mx.constant 2.0 : f64
  %2 = mx.mul %1, %a : f64, !mx.matrix<m x n, f64>
  %3 = mx.inner %0, %2 : <m x n, f64>, <m x n, f64>
  return %3 : f64
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[A]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[S]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// ⟨u vᵀ, B⟩ = uᵀ B v
func.func @outer(%u: !mx.matrix<m x 1, f64>, %v: !mx.matrix<n x 1, f64>,
    %b: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.inner %1, %b : <m x n, f64>, <m x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @outer(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[B]], %[[V]] :
// CHECK-NEXT: return %[[T1]] :

func.func @outers(%u: !mx.matrix<m x 1, f64>, %v: !mx.matrix<n x 1, f64>,
    %p: !mx.matrix<m x 1, f64>, %q: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.transpose %q : !mx.matrix<n x 1, f64>
  %3 = mx.mul %p, %2 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %4 = mx.inner %1, %3 : <m x n, f64>, <m x n, f64>
  return %4 : f64
}
// CHECK-LABEL: func.func @outers(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[P:[^:]+]]:{{.*}}%[[Q:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[P]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]], %[[Q]] :
// CHECK-NEXT: return %[[T3]] :

// ⟨I, B⟩ = tr B for square I alone, ⟨fill(1), B⟩ = Σ B
func.func @identity(%b: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.inner %0, %b : <n x n, f64>, <n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @identity(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.trace %[[B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @embedding(%b: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.identity : <m x n, f64>
  %1 = mx.inner %0, %b : <m x n, f64>, <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @embedding(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[B]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @fill(%s: f64, %b: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.inner %b, %0 : <m x n, f64>, <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// ⟨diag(v), B⟩ = vᵀ diagonal(B)
func.func @diag(%v: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.inner %b, %0 : <n x n, f64>, <n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[V:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.diagonal %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// ⟨Aᵀ, Bᵀ⟩ = ⟨A, B⟩, ⟨Aᵀ, B⟩ = ⟨A, Bᵀ⟩
func.func @transposed(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.transpose %b : !mx.matrix<m x n, f64>
  %1 = mx.transpose %a : !mx.matrix<m x n, f64>
  %2 = mx.inner %0, %1 : <n x m, f64>, <n x m, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @one_transposed(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x m, f64>) -> f64 {
  %0 = mx.transpose %b : !mx.matrix<n x m, f64>
  %1 = mx.inner %0, %a : <m x n, f64>, <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @one_transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @other_transposed(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x m, f64>) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.inner %b, %0 : <n x m, f64>, <n x m, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @other_transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
