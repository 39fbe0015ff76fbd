// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// A B x = A (B x): a symbol outweighs every number
func.func @vector(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x k, f64>,
    %x: !mx.matrix<k x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.mul %a, %b, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>, !mx.matrix<k x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @vector(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[B]], %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @row(%x: !mx.matrix<m x 1, f64>, %a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<n x k, f64>) -> !mx.matrix<1 x k, f64> {
  %0 = mx.transpose %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %0, %a, %b : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  return %1 : !mx.matrix<1 x k, f64>
}
// CHECK-LABEL: func.func @row(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[X]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// (A B) C or A (B C), by the sizes
func.func @left(%a: !mx.matrix<2 x 9, f64>, %b: !mx.matrix<9 x 3, f64>,
    %c: !mx.matrix<3 x 8, f64>) -> !mx.matrix<2 x 8, f64> {
  %0 = mx.mul %a, %b, %c : !mx.matrix<2 x 9, f64>, !mx.matrix<9 x 3, f64>, !mx.matrix<3 x 8, f64>
  return %0 : !mx.matrix<2 x 8, f64>
}
// CHECK-LABEL: func.func @left(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[B]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[C]] :
// CHECK-NEXT: return %[[T1]] :

func.func @right(%a: !mx.matrix<8 x 3, f64>, %b: !mx.matrix<3 x 9, f64>,
    %c: !mx.matrix<9 x 2, f64>) -> !mx.matrix<8 x 2, f64> {
  %0 = mx.mul %a, %b, %c : !mx.matrix<8 x 3, f64>, !mx.matrix<3 x 9, f64>, !mx.matrix<9 x 2, f64>
  return %0 : !mx.matrix<8 x 2, f64>
}
// CHECK-LABEL: func.func @right(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[B]], %[[C]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @symbols(%a: !mx.matrix<m x 2, f64>, %b: !mx.matrix<2 x n, f64>,
    %c: !mx.matrix<n x 3, f64>) -> !mx.matrix<m x 3, f64> {
  %0 = mx.mul %a, %b, %c : !mx.matrix<m x 2, f64>, !mx.matrix<2 x n, f64>, !mx.matrix<n x 3, f64>
  return %0 : !mx.matrix<m x 3, f64>
}
// CHECK-LABEL: func.func @symbols(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[B]], %[[C]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// of equal costs the one that multiplies from the right
func.func @equal(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>,
    %c: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.mul %a, %b, %c : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @equal(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[B]], %[[C]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// s (u vᵀ) = (s u) vᵀ scales a vector instead of a matrix
func.func @outer(%s: f64, %u: !mx.matrix<m x 1, f64>,
    %v: !mx.matrix<n x 1, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %s, %u, %0 : f64, !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @outer(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @outer_chain(%s: f64, %a: !mx.matrix<m x n, f64>, %u: !mx.matrix<n x 1, f64>,
    %v: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x k, f64>) -> !mx.matrix<m x k, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %s, %a, %u, %0, %b : f64, !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>, !mx.matrix<n x k, f64>
  return %1 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @outer_chain(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[V]] :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T1]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :

func.func @scaled_chain(%s: f64, %a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x k, f64>,
    %x: !mx.matrix<k x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.mul %s, %a, %b, %x : f64, !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>, !mx.matrix<k x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @scaled_chain(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[B]], %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[S]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// 1×1 products are inner products of columns; xᵀA is (Aᵀx)ᵀ
func.func @scalar(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %y : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @scalar(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[X]], %[[Y]] :
// CHECK-NEXT: return %[[T0]] :

func.func @bilinear(%x: !mx.matrix<m x 1, f64>, %a: !mx.matrix<m x n, f64>,
    %y: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %0, %a, %y : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @bilinear(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[Y]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[X]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @square(%x: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %x : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @square(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[X]], %[[X]] :
// CHECK-NEXT: return %[[T0]] :

// a diagonal matrix costs what a vector does
func.func @diagonal(%a: !mx.matrix<m x n, f64>, %d: !mx.matrix<n x 1, f64>,
    %b: !mx.matrix<n x k, f64>, %x: !mx.matrix<k x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = mx.diag %d : !mx.matrix<n x 1, f64>
  %1 = mx.mul %a, %0, %b, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x k, f64>, !mx.matrix<k x 1, f64>
  return %1 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @diagonal(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[D]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[B]], %[[X]] {mx.start} :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// Of a product with its own transpose, where that is stored, one triangle is computed.
func.func @half(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x k, f64>) -> !mx.matrix<m x k, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64>
  %2 = mx.map "sin" %1 : !mx.matrix<m x m, f64>
  %3 = mx.hadamard %1, %2 : !mx.matrix<m x m, f64>, !mx.matrix<m x m, f64>
  %4 = mx.mul %3, %b : !mx.matrix<m x m, f64>, !mx.matrix<m x k, f64>
  return %4 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @half(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A0]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A0]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mirror %[[T1]] {mx.local} :
// CHECK-NEXT: %[[T3:.+]] = mx.map "sin" %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.hadamard %[[T2]], %[[T3]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T4]], %[[A1]] :
// CHECK-NEXT: return %[[T5]] :
