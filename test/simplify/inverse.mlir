// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// (A⁻¹)⁻¹ = A
func.func @twice(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.inverse "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

// I⁻¹ = I
func.func @identity(%x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.inverse "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @identity(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity :
// CHECK-NEXT: return %[[T0]] :

// diag(v)⁻¹ = diag(1/v)
func.func @diag(%v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.diag %v : !mx.matrix<n x 1, f64>
  %1 = mx.inverse "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[V]], -1.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// (s A)⁻¹ = s⁻¹ A⁻¹
func.func @scaled(%s: f64, %a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.mul %s, %a : f64, !mx.matrix<n x n, f64>
  %1 = mx.inverse "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[S]], -1.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.inverse "lu" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// (Aᵀ)⁻¹ = (A⁻¹)ᵀ; a lower triangle is an upper one of the transpose
func.func @transposed(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.inverse "lower" %0 : !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inverse "upper" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// A A⁻¹ = I
func.func @cancels(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.mul %a, %0, %a, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @cancels(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[X]] :
// CHECK-NEXT: return %[[T0]] :

// A⁺ A = I
func.func @left_inverse(%a: !mx.matrix<m x n, f64>, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.inverse "qr" %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %0, %a, %x : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @left_inverse(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: return %[[X]] :

// A A⁺ is a projection, and stays
func.func @not_right(%a: !mx.matrix<m x n, f64>, %x: !mx.matrix<m x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.inverse "qr" %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %a, %0, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  return %1 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @not_right(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inverse "qr" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// S⁻ᵀ = S⁻¹, and a row is the transpose of a solve
func.func @symmetric_kind(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.inverse "llt" %a : !mx.matrix<n x n, f64>
  %1 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %2 = mx.transpose %0 : !mx.matrix<n x n, f64>
  %3 = mx.mul %1, %2 : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>
  return %3 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @symmetric_kind(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inverse "llt" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// A⁻¹ B (A⁻¹ x): each solve is one value
func.func @solves(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %b, %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @solves(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inverse "lu" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[B]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// xᵀ S⁻¹ B S⁻¹ x = (S⁻¹ x)ᵀ B (S⁻¹ x)
func.func @quadratic(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.inverse "llt" %a : !mx.matrix<n x n, f64>
  %1 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %2 = mx.mul %1, %0, %b, %0, %x : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @quadratic(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inverse "llt" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[B]], %[[T1]] :
// CHECK-NEXT: return %[[T3]] :

// Q⁻¹ = Qᵀ
func.func @orthogonal(%a: !mx.matrix<n x n, f64> {mx.assume = ["orthogonal"]}) -> !mx.matrix<n x n, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @orthogonal(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// D⁻¹ x = x/diagonal(D)
func.func @diagonal(%a: !mx.matrix<n x n, f64> {mx.assume = ["diagonal"]}, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @diagonal(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[X]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// The left inverse of a matrix with more rows has another shape.
func.func @rectangular(%b: !mx.matrix<3 x 1, f64>) -> !mx.matrix<2 x 1, f64> {
  %0 = mx.identity : <3 x 2, f64>
  %1 = mx.inverse "qr" %0 : !mx.matrix<3 x 2, f64>
  %2 = mx.mul %1, %b : !mx.matrix<2 x 3, f64>, !mx.matrix<3 x 1, f64>
  return %2 : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: func.func @rectangular(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <2 x 3, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: return %[[T1]] :
