// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// a function stands once, and a polynomial in the form of Horner
func.func @horner(%x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %a = mx.constant 80.0 : f64
  %b = mx.constant -280.0 : f64
  %c = mx.map "cos" %x : !mx.matrix<n x 1, f64>
  %2 = mx.pow %x, 2.0 : !mx.matrix<n x 1, f64>
  %4 = mx.pow %x, 4.0 : !mx.matrix<n x 1, f64>
  %5 = mx.hadamard %c, %4 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %6 = mx.hadamard %c, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %7 = mx.mul %a, %5 : f64, !mx.matrix<n x 1, f64>
  %8 = mx.mul %b, %6 : f64, !mx.matrix<n x 1, f64>
  %9 = mx.add %7, %8, %c : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %9 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @horner(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "cos" %[[A0]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A0]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.constant 8.000000e+01 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.constant -2.800000e+02 :
// CHECK-NEXT: %[[T5:.+]] = mx.fill %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.add %[[T3]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.hadamard %[[T1]], %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.constant 1.000000e+00 :
// CHECK-NEXT: %[[T9:.+]] = mx.fill %[[T8]] :
// CHECK-NEXT: %[[T10:.+]] = mx.add %[[T7]], %[[T9]] :
// CHECK-NEXT: %[[T11:.+]] = mx.hadamard %[[T0]], %[[T10]] :
// CHECK-NEXT: return %[[T11]] :

// what others read is not taken apart
func.func @shared(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>) -> (!mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>) {
  %0 = mx.hadamard %x, %y : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.add %0, %x : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %0, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @shared(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A0]], %[[A1]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[T0]], %[[A0]] :
// CHECK-NEXT: return %[[T0]], %[[T1]] :

// what is multiplied by a repeated row or column is scaled
func.func @repeated(%a: !mx.matrix<m x n, f64>, %v: !mx.matrix<1 x n, f64>, %w: !mx.matrix<m x 1, f64>) -> (!mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>) {
  %0 = mx.constant 1.0 : f64
  %1 = mx.fill %0 : f64 -> <m x 1, f64>
  %2 = mx.fill %0 : f64 -> <1 x n, f64>
  %3 = mx.mul %1, %v : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %4 = mx.mul %w, %2 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %5 = mx.hadamard %a, %3 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %6 = mx.hadamard %a, %4 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %5, %6 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @repeated(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[A1]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A0]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.diag %[[A2]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[A0]] :
// CHECK-NEXT: return %[[T1]], %[[T3]] :
