// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// n x + n x = 2 n x
func.func @extent(%x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.extent "n"
  %1 = mx.real %0 : f64
  %2 = mx.mul %1, %x : f64, !mx.matrix<n x 1, f64>
  %3 = mx.extent "n"
  %4 = mx.real %3 : f64
  %5 = mx.mul %x, %4 : !mx.matrix<n x 1, f64>, f64
  %6 = mx.add %2, %5 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %6 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @extent(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T2:.+]] = mx.real %[[T1]] : f64
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]], %[[X]] :
// CHECK-NEXT: return %[[T3]] :
