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
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[W]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[A]], %[[X]] :
// CHECK-NEXT: %[[T5:.+]] = mx.pow %[[X]], 2.000000e+00 :
// CHECK-NEXT: %[[T6:.+]] = mx.hadamard %[[W]], %[[T4]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.sum %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[T0]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[T1]], %[[X]] :
// CHECK-NEXT: %[[T10:.+]] = mx.pow %[[T9]], -5.000000e-01 :
// CHECK-NEXT: %[[T11:.+]] = mx.mul %[[T2]], %[[T10]] :
// CHECK-NEXT: %[[T12:.+]] = mx.mul %[[T1]], %[[A]], %[[W]] :
// CHECK-NEXT: %[[T13:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T14:.+]] = mx.pow %[[T9]], 5.000000e-01 :
// CHECK-NEXT: %[[T15:.+]] = mx.mul %[[T13]], %[[T2]], %[[T14]] :
// CHECK-NEXT: %[[T16:.+]] = mx.add %[[T3]], %[[T8]], %[[T11]], %[[T12]], %[[T15]] :
// CHECK-NEXT: return %[[T16]] :

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
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T1]], %[[W]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[A]], %[[X]] :
// CHECK-NEXT: %[[T5:.+]] = mx.pow %[[X]], 2.000000e+00 :
// CHECK-NEXT: %[[T6:.+]] = mx.hadamard %[[W]], %[[T4]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.sum %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[T0]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[T1]], %[[X]] :
// CHECK-NEXT: %[[T10:.+]] = mx.pow %[[T9]], -5.000000e-01 :
// CHECK-NEXT: %[[T11:.+]] = mx.mul %[[T2]], %[[T10]] :
// CHECK-NEXT: %[[T12:.+]] = mx.mul %[[T1]], %[[A]], %[[W]] :
// CHECK-NEXT: %[[T13:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T14:.+]] = mx.pow %[[T9]], 5.000000e-01 :
// CHECK-NEXT: %[[T15:.+]] = mx.mul %[[T13]], %[[T2]], %[[T14]] :
// CHECK-NEXT: %[[T16:.+]] = mx.add %[[T3]], %[[T8]], %[[T11]], %[[T12]], %[[T15]] :
// CHECK-NEXT: return %[[T16]] :
