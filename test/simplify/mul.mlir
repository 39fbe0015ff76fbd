// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// a (b c) = a b c; scalars come to the front in one order
func.func @flat(%a: !mx.matrix<m x k, f64>, %s: f64,
    %b: !mx.matrix<k x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %s, %b : f64, !mx.matrix<k x n, f64>
  %1 = mx.mul %a, %0 : !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @flat(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[S:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @order(%a: !mx.matrix<m x k, f64>, %s: f64, %t: f64,
    %b: !mx.matrix<k x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %t, %a, %b, %s : f64, !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>, f64
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @order(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[S:[^:]+]]:{{.*}}%[[T:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[T]], %[[A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :

// s^p s^q = s^(p+q)
func.func @square(%s: f64) -> f64 {
  %0 = mx.mul %s, %s : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @square(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[S]], 2.000000e+00 :
// CHECK-NEXT: return %[[T0]] :

func.func @powers(%s: f64) -> f64 {
  %0 = mx.pow %s, 2.0 : f64
  %1 = mx.pow %s, -0.5 : f64
  %2 = mx.mul %0, %1, %s : f64, f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @powers(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[S]], 2.500000e+00 :
// CHECK-NEXT: return %[[T0]] :

func.func @one(%s: f64, %a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %s, -1.0 : f64
  %1 = mx.mul %s, %0, %a : f64, f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @one(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

// numbers are multiplied; 1 a = a; 0 a = 0
func.func @numbers(%a: f64) -> f64 {
  %0 = mx.constant 2.0 : f64
  %1 = mx.constant 3.0 : f64
  %2 = mx.mul %0, %a, %1 : f64, f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @numbers(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 6.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: return %[[T1]] :

func.func @unit(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant 1.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @unit(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

func.func @nought(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant 0.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @nought(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// I A = A I = A, for square I alone
func.func @identity(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.identity : <n x n, f64>
  %2 = mx.mul %0, %a, %1 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @identity(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

func.func @embedding(%a: !mx.matrix<n x k, f64>) -> !mx.matrix<m x k, f64> {
  %0 = mx.identity : <m x n, f64>
  %1 = mx.mul %0, %a : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  return %1 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @embedding(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: return %[[T1]] :

// diag(a) diag(b) = diag(a ∘ b), diag(a) x = a ∘ x, xᵀ diag(a) = (x ∘ a)ᵀ
func.func @diags(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>,
    %x: !mx.matrix<n x m, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.diag %a : !mx.matrix<n x 1, f64>
  %1 = mx.diag %b : !mx.matrix<n x 1, f64>
  %2 = mx.mul %0, %1, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x m, f64>
  return %2 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @diags(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.diag %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[X]] :
// CHECK-NEXT: return %[[T2]] :

func.func @diag_column(%a: !mx.matrix<n x 1, f64>,
    %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.diag %a : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @diag_column(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[X]] :
// CHECK-NEXT: return %[[T0]] :

func.func @row_diag(%a: !mx.matrix<n x 1, f64>,
    %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.diag %a : !mx.matrix<n x 1, f64>
  %2 = mx.mul %0, %1 : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @row_diag(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @row_of_diag(%a: !mx.matrix<1 x n, f64>,
    %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.diag %a : !mx.matrix<1 x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @row_of_diag(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: return %[[T1]] :

// u vᵀ w z = (vᵀ w) u z: what is 1×1 is a scalar, one value wherever it stands
func.func @inner_scalar(%u: !mx.matrix<m x 1, f64>, %v: !mx.matrix<n x 1, f64>,
    %w: !mx.matrix<n x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0, %w : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @inner_scalar(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[W:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[W]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[U]] :
// CHECK-NEXT: return %[[T2]] :

func.func @same_scalar(%u: !mx.matrix<n x 1, f64>, %v: !mx.matrix<n x 1, f64>,
    %x: !mx.matrix<m x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.transpose %u : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %v : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  %2 = mx.mul %1, %x : f64, !mx.matrix<m x 1, f64>
  %3 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %4 = mx.mul %x, %3, %u : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  %5 = mx.add %2, %4 : !mx.matrix<m x 1, f64>, !mx.matrix<m x 1, f64>
  return %5 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @same_scalar(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[U]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]], %[[V]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[X]] :
// CHECK-NEXT: return %[[T3]] :

func.func @rows(%x: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>,
    %u: !mx.matrix<n x 1, f64>, %v: !mx.matrix<n x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %2 = mx.mul %0, %a, %u, %1 : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  return %2 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @rows(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]], %[[U]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// xᵀA y = yᵀAᵀx: of the two the smaller one stands
func.func @bilinear(%x: !mx.matrix<m x 1, f64>, %a: !mx.matrix<m x n, f64>,
    %y: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %y : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %a : !mx.matrix<m x n, f64>
  %2 = mx.mul %0, %1, %x : !mx.matrix<1 x n, f64>, !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @bilinear(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]], %[[Y]] :
// CHECK-NEXT: return %[[T1]] :

// ⟨a ∘ b, c⟩ = Σ a ∘ b ∘ c
func.func @triple(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>,
    %c: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %c : !mx.matrix<n x 1, f64>
  %1 = mx.hadamard %b, %a : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %2 = mx.mul %0, %1 : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @triple(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[B]], %[[C]] :
// CHECK-NEXT: %[[T1:.+]] = mx.sum %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// −(a − b) = b − a
func.func @negated(%a: f64, %b: f64) -> f64 {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %b : f64, f64
  %2 = mx.add %a, %1 : f64, f64
  %3 = mx.constant -1.0 : f64
  %4 = mx.mul %3, %2 : f64, f64
  return %4 : f64
}
// CHECK-LABEL: func.func @negated(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[B]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @negated_matrix(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %b : f64, !mx.matrix<m x n, f64>
  %2 = mx.add %a, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %3 = mx.constant -1.0 : f64
  %4 = mx.mul %3, %2 : f64, !mx.matrix<m x n, f64>
  return %4 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @negated_matrix(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[B]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// s fill(1) = fill(s)
func.func @fill(%s: f64, %t: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %t : f64 -> <m x n, f64>
  %1 = mx.mul %s, %0 : f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[T:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[T]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// an outer product that is used twice is opened in a chain, another product is not
func.func @shared_outer(%u: !mx.matrix<n x 1, f64>, %v: !mx.matrix<n x 1, f64>,
    %a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.mul %1, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %3 = mx.hadamard %2, %1 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %3 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @shared_outer(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[U]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[U]], %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @shared_product(%a: !mx.matrix<n x n, f64>,
    %b: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.mul %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %2 = mx.hadamard %1, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @shared_product(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// float constants stay float
func.func @float(%a: f32) -> f32 {
  %0 = mx.constant 2.0 : f32
  %1 = mx.constant 0.5 : f32
  %2 = mx.mul %0, %a, %1, %a : f32, f32, f32, f32
  return %2 : f32
}
// CHECK-LABEL: func.func @float(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: return %[[T0]] :
