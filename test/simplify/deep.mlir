// The normal form is its own normal form, and equal inputs have one.
//
// RUN: delgen-opt %s --mx-simplify -o %t.once
// RUN: delgen-opt %s --mx-simplify --mx-simplify -o %t.twice
// RUN: diff %t.once %t.twice
// RUN: delgen-opt %t.once --mx-simplify -o %t.again
// RUN: diff %t.once %t.again
// RUN: FileCheck %s --input-file=%t.once

func.func @one(%x: !mx.matrix<n x 1, f64>, %w: !mx.matrix<n x 1, f64>,
    %a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.inner %x, %w : <n x 1, f64>, <n x 1, f64>
  %1 = mx.inner %x, %x : <n x 1, f64>, <n x 1, f64>
  %2 = mx.pow %1, -0.5 : f64
  %3 = mx.constant -1.0 : f64
  %4 = mx.mul %3, %2 : f64, f64
  %5 = mx.mul %4, %0, %x : f64, f64, !mx.matrix<n x 1, f64>
  %6 = mx.constant 2.0 : f64
  %7 = mx.mul %w, %6 : !mx.matrix<n x 1, f64>, f64
  %8 = mx.mul %a, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %9 = mx.hadamard %w, %x : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %10 = mx.hadamard %9, %8 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %11 = mx.add %7, %5 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %12 = mx.add %10, %10 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %13 = mx.add %11, %12 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %14 = mx.inner %13, %x : <n x 1, f64>, <n x 1, f64>
  %15 = mx.mul %2, %0 : f64, f64
  %16 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %17 = mx.mul %16, %a, %w : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %18 = mx.add %17, %14, %15 : f64, f64, f64
  return %18 : f64
}
// CHECK-LABEL: func.func @one(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[W:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[W]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -5.000000e-01 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T5]], %[[W]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[A]], %[[X]] :
// CHECK-NEXT: %[[T8:.+]] = mx.hadamard %[[X]], %[[W]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[T5]], %[[T8]] :
// CHECK-NEXT: %[[T10:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T11:.+]] = mx.mul %[[T10]], %[[T1]], %[[T3]], %[[X]] :
// CHECK-NEXT: %[[T12:.+]] = mx.add %[[T6]], %[[T9]], %[[T11]] :
// CHECK-NEXT: %[[T13:.+]] = mx.mul %[[T0]], %[[T12]] :
// CHECK-NEXT: %[[T14:.+]] = mx.mul %[[T0]], %[[A]], %[[W]] :
// CHECK-NEXT: %[[T15:.+]] = mx.add %[[T4]], %[[T13]], %[[T14]] :
// CHECK-NEXT: return %[[T15]] :

// The same with every sum and product in another order.
func.func @other(%x: !mx.matrix<n x 1, f64>, %w: !mx.matrix<n x 1, f64>,
    %a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.inner %w, %x : <n x 1, f64>, <n x 1, f64>
  %1 = mx.inner %x, %x : <n x 1, f64>, <n x 1, f64>
  %2 = mx.pow %1, -0.5 : f64
  %3 = mx.constant -1.0 : f64
  %4 = mx.mul %3, %2 : f64, f64
  %5 = mx.mul %x, %0, %4 : !mx.matrix<n x 1, f64>, f64, f64
  %6 = mx.constant 2.0 : f64
  %7 = mx.mul %6, %w : f64, !mx.matrix<n x 1, f64>
  %8 = mx.mul %a, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %9 = mx.hadamard %w, %x : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %10 = mx.hadamard %8, %9 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %11 = mx.add %5, %7 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %12 = mx.add %10, %10 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %13 = mx.add %12, %11 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %14 = mx.inner %13, %x : <n x 1, f64>, <n x 1, f64>
  %15 = mx.mul %0, %2 : f64, f64
  %16 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %17 = mx.mul %16, %a, %w : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %18 = mx.add %17, %15, %14 : f64, f64, f64
  return %18 : f64
}
// CHECK-LABEL: func.func @other(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[W:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[W]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -5.000000e-01 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T5]], %[[W]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[A]], %[[X]] :
// CHECK-NEXT: %[[T8:.+]] = mx.hadamard %[[X]], %[[W]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[T5]], %[[T8]] :
// CHECK-NEXT: %[[T10:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T11:.+]] = mx.mul %[[T10]], %[[T1]], %[[T3]], %[[X]] :
// CHECK-NEXT: %[[T12:.+]] = mx.add %[[T6]], %[[T9]], %[[T11]] :
// CHECK-NEXT: %[[T13:.+]] = mx.mul %[[T0]], %[[T12]] :
// CHECK-NEXT: %[[T14:.+]] = mx.mul %[[T0]], %[[A]], %[[W]] :
// CHECK-NEXT: %[[T15:.+]] = mx.add %[[T4]], %[[T13]], %[[T14]] :
// CHECK-NEXT: return %[[T15]] :
