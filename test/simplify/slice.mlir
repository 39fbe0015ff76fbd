// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// a slice of a slice
func.func @twice(%a: !mx.matrix<6 x 6, f64>) -> !mx.matrix<2 x 2, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.slice %a[%1, %2] : <6 x 6, f64> -> <4 x 4, f64>
  %4 = mx.slice %3[%1, %0] : <4 x 4, f64> -> <2 x 2, f64>
  return %4 : !mx.matrix<2 x 2, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T1:.+]] = mx.slice %[[A0]][%[[T0]], %[[T0]]] : <6 x 6, f64> -> <2 x 2, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<2 x 2, f64>

// all of it
func.func @whole(%a: !mx.matrix<3 x 4, f64>) -> !mx.matrix<3 x 4, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.slice %a[%0, %0] : <3 x 4, f64> -> <3 x 4, f64>
  return %3 : !mx.matrix<3 x 4, f64>
}
// CHECK-LABEL: func.func @whole(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: return %[[A0]] : !mx.matrix<3 x 4, f64>

// part of aᵀ = (part of a)ᵀ
func.func @transposed(%a: !mx.matrix<m x n, f64>, %i: index) -> !mx.matrix<n x 2, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.transpose %a : !mx.matrix<m x n, f64>
  %4 = mx.slice %3[%0, %i] : <n x m, f64> -> <n x 2, f64>
  return %4 : !mx.matrix<n x 2, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = mx.slice %[[A0]][%[[A1]], %[[T0]]] : <m x n, f64> -> <2 x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] : !mx.matrix<2 x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<n x 2, f64>

// rows of a product are rows of its first factor, columns those of the last
func.func @product(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<n x k, f64>) -> !mx.matrix<2 x 3, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %4 = mx.slice %3[%1, %2] : <m x k, f64> -> <2 x 3, f64>
  return %4 : !mx.matrix<2 x 3, f64>
}
// CHECK-LABEL: func.func @product(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A0]][%[[T0]], %[[T1]]] : <m x n, f64> -> <2 x n, f64>
// CHECK-NEXT: %[[T3:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T4:.+]] = mx.slice %[[A1]][%[[T1]], %[[T3]]] : <n x k, f64> -> <n x 3, f64>
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T2]], %[[T4]] : !mx.matrix<2 x n, f64>, !mx.matrix<n x 3, f64>
// CHECK-NEXT: return %[[T5]] : !mx.matrix<2 x 3, f64>

// a product that is used elsewhere is not computed again
func.func @shared(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<n x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.slice %3[%1, %0] : <m x 1, f64> -> <2 x 1, f64>
  %5 = mx.sum %4 : !mx.matrix<2 x 1, f64>
  %6 = mx.mul %5, %3 : f64, !mx.matrix<m x 1, f64>
  return %6 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @shared(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A0]], %[[A1]] : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T2:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T3:.+]] = mx.slice %[[T0]][%[[T1]], %[[T2]]] : <m x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T4:.+]] = mx.sum %[[T3]] : !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T4]], %[[T0]] : f64, !mx.matrix<m x 1, f64>
// CHECK-NEXT: return %[[T5]] : !mx.matrix<m x 1, f64>

// sums, element-wise products and functions need only that part of their operands
func.func @entrywise(%a: !mx.matrix<n x 1, f64>,
    %b: !mx.matrix<n x 1, f64>) -> !mx.matrix<2 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.hadamard %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.map "exp" %b : !mx.matrix<n x 1, f64>
  %5 = mx.add %3, %4 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %6 = mx.pow %5, 2.0 : !mx.matrix<n x 1, f64>
  %7 = mx.slice %6[%1, %0] : <n x 1, f64> -> <2 x 1, f64>
  return %7 : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: func.func @entrywise(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A0]][%[[T0]], %[[T1]]] : <n x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.slice %[[A1]][%[[T0]], %[[T1]]] : <n x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T4:.+]] = mx.hadamard %[[T2]], %[[T3]] : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T5:.+]] = mx.map "exp" %[[T3]] : !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T6:.+]] = mx.add %[[T4]], %[[T5]] : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T7:.+]] = mx.pow %[[T6]], 2.000000e+00 : !mx.matrix<2 x 1, f64>
// CHECK-NEXT: return %[[T7]] : !mx.matrix<2 x 1, f64>

// of diag(v) and I: on the diagonal, beside it, across it
func.func @diag(%v: !mx.matrix<4 x 1, f64>) -> !mx.matrix<2 x 2, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.diag %v : !mx.matrix<4 x 1, f64>
  %4 = mx.slice %3[%1, %1] : <4 x 4, f64> -> <2 x 2, f64>
  return %4 : !mx.matrix<2 x 2, f64>
}
// CHECK-LABEL: func.func @diag(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A0]][%[[T0]], %[[T1]]] : <4 x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.diag %[[T2]] : !mx.matrix<2 x 1, f64>
// CHECK-NEXT: return %[[T3]] : !mx.matrix<2 x 2, f64>

func.func @beside() -> !mx.matrix<2 x 2, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.identity : <4 x 4, f64>
  %4 = mx.slice %3[%0, %2] : <4 x 4, f64> -> <2 x 2, f64>
  return %4 : !mx.matrix<2 x 2, f64>
}
// CHECK-LABEL: func.func @beside(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <2 x 2, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<2 x 2, f64>

func.func @across(%a: !mx.matrix<n x n, f64>, %i: index) -> !mx.matrix<n x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.identity : <n x n, f64>
  %4 = mx.slice %3[%0, %i] : <n x n, f64> -> <n x 1, f64>
  %5 = mx.mul %a, %4 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %5 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @across(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = mx.slice %[[A0]][%[[T0]], %[[A1]]] : <n x n, f64> -> <n x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<n x 1, f64>

// of what was written: that, or what stood there before
func.func @written(%a: !mx.matrix<2 x 1, f64>,
    %b: !mx.matrix<6 x 1, f64>) -> !mx.matrix<2 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.insert %a, %b[%2, %0] : !mx.matrix<2 x 1, f64>, <6 x 1, f64>
  %4 = mx.slice %3[%2, %0] : <6 x 1, f64> -> <2 x 1, f64>
  %5 = mx.slice %3[%0, %0] : <6 x 1, f64> -> <2 x 1, f64>
  %6 = mx.hadamard %4, %5 : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64>
  return %6 : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: func.func @written(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = mx.slice %[[A1]][%[[T0]], %[[T0]]] : <6 x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[A0]], %[[T1]] : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<2 x 1, f64>

// x.tail(n - 1) begins at 1
func.func @tail(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<k x 2, f64>) -> !mx.matrix<k x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = mx.extent "n"
  %2 = arith.constant 1 : index
  %3 = arith.subi %1, %2 : index
  mx.bind "k" = %3
  %4 = mx.extent "k"
  %5 = arith.subi %1, %4 : index
  %6 = mx.slice %x[%5, %0] : <n x 1, f64> -> <k x 1, f64>
  return %6 : !mx.matrix<k x 1, f64>
}
// CHECK-LABEL: func.func @tail(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T2:.+]] = arith.subi %[[T0]], %[[T1]] : index
// CHECK-NEXT: mx.bind "k" = %[[T2]]
// CHECK-NEXT: %[[T3:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T4:.+]] = mx.slice %[[A0]][%[[T1]], %[[T3]]] : <n x 1, f64> -> <k x 1, f64>
// CHECK-NEXT: return %[[T4]] : !mx.matrix<k x 1, f64>
