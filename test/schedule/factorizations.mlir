// RUN: delgen-opt %s --mx-simplify --mx-schedule | FileCheck %s

// One factorisation serves all uses, by the first of their kinds in the table.
func.func @once(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "llt" %a : !mx.matrix<n x n, f64>
  %2 = mx.transpose %0 : !mx.matrix<n x n, f64>
  %3 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.mul %2, %y : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %5 = mx.add %3, %4 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %5 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @once(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.factorize "llt" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.logdet "llt" %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.solve %[[T0]], %[[X]] {transposed = false} :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.solve %[[T0]], %[[Y]] {transposed = false} :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[T3]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :

// What is positive definite is factorised as such.
func.func @definite(%a: !mx.matrix<n x n, f64> {mx.assume = ["spd"]}, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @definite(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.factorize "llt" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.solve %[[T0]], %[[X]] {transposed = false} :
// CHECK-NEXT: return %[[T1]] :

// A triangular matrix needs no factorisation.
func.func @triangular(%a: !mx.matrix<n x n, f64> {mx.assume = ["lower"]}, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @triangular(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.factorize "lower" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.solve %[[T0]], %[[X]] {transposed = false} :
// CHECK-NEXT: return %[[T1]] :

// B A⁻¹ = (A⁻ᵀ Bᵀ)ᵀ
func.func @right(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.mul %b, %0 : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @right(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.factorize "lu" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.solve %[[T0]], %[[T1]] {mx.local, transposed = true} :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// ⟨A⁻ᵀ, B⟩ = tr(A⁻¹ B): the inverse is not formed
func.func @trace(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x n, f64>
  %2 = mx.inner %1, %b : <n x n, f64>, <n x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @trace(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.factorize "lu" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.solve %[[T0]], %[[B]] {transposed = false} :
// CHECK-NEXT: %[[T2:.+]] = mx.trace %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// tr(S⁻¹ B S⁻¹ C) = ⟨Bᵀ S⁻¹, S⁻¹ C⟩ with one inverse instead of two solves of n columns
func.func @two(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>, %c: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.inverse "llt" %a : !mx.matrix<n x n, f64>
  %1 = mx.mul %b, %0, %c : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %2 = mx.inner %0, %1 : <n x n, f64>, <n x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @two(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[F:.+]] = mx.factorize "llt" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.inverse "llt" %[[F]] {mx.local} :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[C]] :
// CHECK-NEXT: %[[T4:.+]] = mx.inner %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// Of a matrix that is symmetric by its upper triangle, the lower one is read of the transpose.
func.func @upper(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.symmetric %a {lower = false} : !mx.matrix<n x n, f64>
  %1 = mx.inverse "llt" %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @upper(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.factorize "llt" %[[T0]] {mx.local, mx.one_triangle} :
// CHECK-NEXT: %[[T2:.+]] = mx.solve %[[T1]], %[[X]] {transposed = false} :
// CHECK-NEXT: return %[[T2]] :
