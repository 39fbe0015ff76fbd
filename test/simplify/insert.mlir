// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// all of it
func.func @whole(%a: !mx.matrix<3 x 1, f64>, %b: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.insert %a, %b[%0, %0] : !mx.matrix<3 x 1, f64>, <3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @whole(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: return %[[A0]] : !mx.matrix<3 x 1, f64>

// what stands there
func.func @same(%b: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.slice %b[%1, %0] : <3 x 1, f64> -> <2 x 1, f64>
  %4 = mx.insert %3, %b[%1, %0] : !mx.matrix<2 x 1, f64>, <3 x 1, f64>
  return %4 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @same(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: return %[[A0]] : !mx.matrix<3 x 1, f64>

// into zero, and beside a block
func.func @zero(%a: f64, %b: !mx.matrix<2 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %z = mx.constant 0.0 : f64
  %y = mx.fill %z : f64 -> <3 x 1, f64>
  %3 = mx.insert %a, %y[%2, %0] : f64, <3 x 1, f64>
  %4 = mx.insert %b, %3[%0, %0] : !mx.matrix<2 x 1, f64>, <3 x 1, f64>
  return %4 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @zero(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T2:.+]] = mx.assemble %[[A1]], %[[A0]] at[%[[T0]], %[[T1]]], [%[[T0]], %[[T0]]] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<3 x 1, f64>

// what is overwritten was written for nothing
func.func @twice(%a: f64,
    %b: !mx.matrix<2 x 1, f64>,
    %x: !mx.matrix<n x 1, f64>,
    %i: index) -> !mx.matrix<n x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.insert %a, %x[%i, %0] : f64, <n x 1, f64>
  %4 = mx.insert %b, %3[%i, %0] : !mx.matrix<2 x 1, f64>, <n x 1, f64>
  return %4 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = mx.insert %[[A1]], %[[A2]][%[[A3]], %[[T0]]] : !mx.matrix<2 x 1, f64>, <n x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<n x 1, f64>

// nothing is left of x
func.func @covered(%a: f64,
    %b: !mx.matrix<2 x 1, f64>,
    %x: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.insert %a, %x[%2, %0] : f64, <3 x 1, f64>
  %4 = mx.insert %b, %3[%0, %0] : !mx.matrix<2 x 1, f64>, <3 x 1, f64>
  return %4 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @covered(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T2:.+]] = mx.assemble %[[A1]], %[[A0]] at[%[[T0]], %[[T1]]], [%[[T0]], %[[T0]]] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<3 x 1, f64>

// nor where the sizes are not known: y(n - 1) and y.head(n - 1)
func.func @covered_by_symbols(%a: f64,
    %b: !mx.matrix<k x 1, f64>,
    %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = mx.extent "n"
  %2 = arith.constant 1 : index
  %3 = arith.subi %1, %2 : index
  mx.bind "k" = %3
  %4 = mx.insert %a, %x[%3, %0] : f64, <n x 1, f64>
  %5 = mx.insert %b, %4[%0, %0] : !mx.matrix<k x 1, f64>, <n x 1, f64>
  return %5 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @covered_by_symbols(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T2:.+]] = arith.subi %[[T0]], %[[T1]] : index
// CHECK-NEXT: mx.bind "k" = %[[T2]]
// CHECK-NEXT: %[[T3:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T4:.+]] = mx.assemble %[[A1]], %[[A0]] at[%[[T3]], %[[T2]]], [%[[T3]], %[[T3]]] : !mx.matrix<k x 1, f64>, f64 -> <n x 1, f64>
// CHECK-NEXT: return %[[T4]] : !mx.matrix<n x 1, f64>

// places that may meet
func.func @unknown(%a: f64,
    %b: f64,
    %x: !mx.matrix<3 x 1, f64>,
    %i: index) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.insert %a, %x[%i, %0] : f64, <3 x 1, f64>
  %4 = mx.insert %b, %3[%0, %0] : f64, <3 x 1, f64>
  return %4 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @unknown(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = mx.insert %[[A0]], %[[A2]][%[[A3]], %[[T0]]] : f64, <3 x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.insert %[[A1]], %[[T1]][%[[T0]], %[[T0]]] : f64, <3 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<3 x 1, f64>
