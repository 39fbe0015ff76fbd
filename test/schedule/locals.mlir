// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// a value that is used twice is a local variable, a free one is not
func.func @twice(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  %1 = mx.add %0, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %2 = mx.hadamard %1, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[T0]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[T1]], %[[T0]] :
// CHECK-NEXT: return %[[T2]] :

func.func @free(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %y, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.mul %x, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %3 = mx.hadamard %1, %2 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %3 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @free(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[Y]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[X]], %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @number(%a: f64, %b: f64) -> f64 {
  %0 = mx.constant 2.0 : f64
  %1 = mx.mul %0, %a : f64, f64
  %2 = mx.mul %0, %b : f64, f64
  %3 = mx.add %1, %2 : f64, f64
  return %3 : f64
}
// CHECK-LABEL: func.func @number(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: %[[T3:.+]] = mx.add %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// ⟨v, v⟩ is written with v once
func.func @norm(%a: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  %1 = mx.inner %0, %0 : <m x n, f64>, <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @norm(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[T0]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @once(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.map "sin" %a : !mx.matrix<m x n, f64>
  %1 = mx.map "exp" %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @once(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "sin" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "exp" %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// s² is s s; an entry is read from an object
func.func @square(%a: f64) -> f64 {
  %0 = mx.map "exp" %a : f64
  %1 = mx.pow %0, 2.0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @square(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: return %[[T1]] :

func.func @entry(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %i: index,
    %j: index) -> f64 {
  %0 = mx.mul %a, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.element %0[%i, %j] : <n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @entry(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[X]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.element %[[T0]][%[[I]], %[[J]]] :
// CHECK-NEXT: return %[[T1]] :

// a view that is used twice looks at an object
func.func @view(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x m, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<m x n, f64>
  %2 = mx.mul %1, %a : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %3 = mx.transpose %b : !mx.matrix<n x m, f64>
  %4 = mx.mul %1, %3 : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %5 = mx.hadamard %2, %4 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %5 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @view(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[A]] {mx.start} :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.hadamard %[[T2]], %[[T4]] {mx.local} :
// CHECK-NEXT: return %[[T5]] :

// a part of an expression of more than 20 operations gets a name
func.func @large(%a: f64, %b: f64) -> f64 {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.map "sin" %0 : f64
  %2 = mx.add %1, %b : f64, f64
  %3 = mx.map "sin" %2 : f64
  %4 = mx.add %3, %b : f64, f64
  %5 = mx.map "sin" %4 : f64
  %6 = mx.add %5, %b : f64, f64
  %7 = mx.map "sin" %6 : f64
  %8 = mx.add %7, %b : f64, f64
  %9 = mx.map "sin" %8 : f64
  %10 = mx.add %9, %b : f64, f64
  %11 = mx.map "sin" %10 : f64
  %12 = mx.add %11, %b : f64, f64
  %13 = mx.map "sin" %12 : f64
  %14 = mx.add %13, %b : f64, f64
  %15 = mx.map "sin" %14 : f64
  %16 = mx.add %15, %b : f64, f64
  %17 = mx.map "sin" %16 : f64
  %18 = mx.add %17, %b : f64, f64
  %19 = mx.map "sin" %18 : f64
  %20 = mx.add %19, %b : f64, f64
  %21 = mx.map "sin" %20 : f64
  %22 = mx.map "exp" %21 : f64
  return %22 : f64
}
// CHECK-LABEL: func.func @large(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "sin" %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T1]], %[[B]] :
// CHECK-NEXT: %[[T3:.+]] = mx.map "sin" %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T3]], %[[B]] :
// CHECK-NEXT: %[[T5:.+]] = mx.map "sin" %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.add %[[T5]], %[[B]] :
// CHECK-NEXT: %[[T7:.+]] = mx.map "sin" %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.add %[[T7]], %[[B]] :
// CHECK-NEXT: %[[T9:.+]] = mx.map "sin" %[[T8]] :
// CHECK-NEXT: %[[T10:.+]] = mx.add %[[T9]], %[[B]] :
// CHECK-NEXT: %[[T11:.+]] = mx.map "sin" %[[T10]] :
// CHECK-NEXT: %[[T12:.+]] = mx.add %[[T11]], %[[B]] :
// CHECK-NEXT: %[[T13:.+]] = mx.map "sin" %[[T12]] :
// CHECK-NEXT: %[[T14:.+]] = mx.add %[[T13]], %[[B]] :
// CHECK-NEXT: %[[T15:.+]] = mx.map "sin" %[[T14]] :
// CHECK-NEXT: %[[T16:.+]] = mx.add %[[T15]], %[[B]] :
// CHECK-NEXT: %[[T17:.+]] = mx.map "sin" %[[T16]] :
// CHECK-NEXT: %[[T18:.+]] = mx.add %[[T17]], %[[B]] :
// CHECK-NEXT: %[[T19:.+]] = mx.map "sin" %[[T18]] :
// CHECK-NEXT: %[[T20:.+]] = mx.add %[[T19]], %[[B]] {mx.local} :
// CHECK-NEXT: %[[T21:.+]] = mx.map "sin" %[[T20]] :
// CHECK-NEXT: %[[T22:.+]] = mx.map "exp" %[[T21]] :
// CHECK-NEXT: return %[[T22]] :

// What a product reads is written over what is read for the last time, or where a product stands; of
// what is read again it is not.
func.func @overwritten(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x k, f64>, %y: !mx.matrix<m x k, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %1 = mx.map "tanh" %0 : !mx.matrix<m x k, f64>
  %2 = mx.inner %1, %y : <m x k, f64>, <m x k, f64>
  %3 = mx.mul %2, %1 : f64, !mx.matrix<m x k, f64>
  %4 = mx.add %3, %y : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  %5 = mx.transpose %b : !mx.matrix<n x k, f64>
  %6 = mx.mul %4, %5 : !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  return %6 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @overwritten(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A0]], %[[A1]] {mx.start} :
// CHECK-NEXT: %[[T1:.+]] = mx.map "tanh" %[[T0]] {mx.local} :
// CHECK-NEXT: %[[T2:.+]] = mx.inner %[[T1]], %[[A2]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T3]], %[[A2]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T5:.+]] = mx.transpose %[[A1]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T4]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :
func.func @start(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x k, f64>, %y: !mx.matrix<m x k, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %1 = mx.hadamard %0, %y : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  %2 = mx.transpose %b : !mx.matrix<n x k, f64>
  %3 = mx.mul %1, %2 : !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  return %3 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @start(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A0]], %[[A1]] {mx.start} :
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[T0]], %[[A2]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[A1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
func.func @again(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x k, f64>, %y: !mx.matrix<m x k, f64>) -> (!mx.matrix<m x n, f64>, !mx.matrix<m x k, f64>) {
  %0 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %1 = mx.add %0, %y : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  %2 = mx.hadamard %1, %y : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  %3 = mx.transpose %b : !mx.matrix<n x k, f64>
  %4 = mx.mul %2, %3 : !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  return %4, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @again(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A0]], %[[A1]] :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[T0]], %[[A2]] {mx.local} :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[T1]], %[[A2]] :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[A1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]], %[[T1]] :

// of a chain of products of fixed sizes with a vector, which Eigen nests, the innermost
func.func @chain(%a: !mx.matrix<4 x 4, f64>, %b: !mx.matrix<4 x 4, f64>, %c: !mx.matrix<4 x 4, f64>,
    %v: !mx.matrix<4 x 1, f64>) -> !mx.matrix<4 x 1, f64> {
  %0 = mx.mul %a, %b, %c, %v : !mx.matrix<4 x 4, f64>, !mx.matrix<4 x 4, f64>, !mx.matrix<4 x 4, f64>, !mx.matrix<4 x 1, f64>
  return %0 : !mx.matrix<4 x 1, f64>
}
// CHECK-LABEL: func.func @chain(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[C]], %[[V]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[B]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
