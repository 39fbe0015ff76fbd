// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// It stands as it is.
func.func @kron(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<p x q, f64>) -> !mx.matrix<r x s, f64> {
  %0 = mx.kron %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  return %0 : !mx.matrix<r x s, f64>
}
// CHECK-LABEL: func.func @kron(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.kron %[[A]], %[[B]] : <m x n, f64>, <p x q, f64> -> <r x s, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<r x s, f64>

// (s A) ⊗ (t B) = s t (A ⊗ B)
func.func @scalars(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<p x q, f64>, %s: f64) -> !mx.matrix<r x s, f64> {
  %c = mx.constant 2.0 : f64
  %0 = mx.mul %s, %a : f64, !mx.matrix<m x n, f64>
  %1 = mx.mul %c, %b : f64, !mx.matrix<p x q, f64>
  %2 = mx.kron %0, %1 : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  return %2 : !mx.matrix<r x s, f64>
}
// CHECK-LABEL: func.func @scalars(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.kron %[[A]], %[[B]] : <m x n, f64>, <p x q, f64> -> <r x s, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[S]], %[[T1]] : f64, f64, !mx.matrix<r x s, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<r x s, f64>

// (A ⊗ B)ᵀ = Aᵀ ⊗ Bᵀ
func.func @transposed(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<p x q, f64>) -> !mx.matrix<s x r, f64> {
  %0 = mx.kron %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  %1 = mx.transpose %0 : !mx.matrix<r x s, f64>
  return %1 : !mx.matrix<s x r, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] : !mx.matrix<m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[B]] : !mx.matrix<p x q, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.kron %[[T0]], %[[T1]] : <n x m, f64>, <q x p, f64> -> <s x r, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<s x r, f64>

// I ⊗ I = I
func.func @identities() -> !mx.matrix<k x k, f64> {
  %0 = mx.identity : <m x m, f64>
  %1 = mx.identity : <n x n, f64>
  %2 = mx.kron %0, %1 : !mx.matrix<m x m, f64>, !mx.matrix<n x n, f64> -> !mx.matrix<k x k, f64>
  return %2 : !mx.matrix<k x k, f64>
}
// CHECK-LABEL: func.func @identities(
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <k x k, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<k x k, f64>

// A ⊗ B + s (A ⊗ C) = A ⊗ (B + s C)
func.func @left_in_common(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<p x q, f64>,
    %c: !mx.matrix<p x q, f64>, %s: f64) -> !mx.matrix<r x s, f64> {
  %0 = mx.kron %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  %1 = mx.kron %a, %c : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  %2 = mx.mul %s, %1 : f64, !mx.matrix<r x s, f64>
  %3 = mx.add %0, %2 : !mx.matrix<r x s, f64>, !mx.matrix<r x s, f64>
  return %3 : !mx.matrix<r x s, f64>
}
// CHECK-LABEL: func.func @left_in_common(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[C]] :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[B]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.kron %[[A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// A ⊗ B − C ⊗ B = (A − C) ⊗ B
func.func @right_in_common(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<p x q, f64>,
    %c: !mx.matrix<m x n, f64>) -> !mx.matrix<r x s, f64> {
  %m = mx.constant -1.0 : f64
  %0 = mx.kron %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  %1 = mx.kron %c, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f64> -> !mx.matrix<r x s, f64>
  %2 = mx.mul %m, %1 : f64, !mx.matrix<r x s, f64>
  %3 = mx.add %0, %2 : !mx.matrix<r x s, f64>, !mx.matrix<r x s, f64>
  return %3 : !mx.matrix<r x s, f64>
}
// CHECK-LABEL: func.func @right_in_common(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK: %[[T0:.+]] = mx.mul %{{.+}}, %[[C]] :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[A]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.kron %[[T1]], %[[B]] :
// CHECK-NEXT: return %[[T2]] :
