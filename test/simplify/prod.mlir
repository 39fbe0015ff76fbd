// RUN: delgen-opt %s --mx-simplify | FileCheck %s

func.func @alone(%x: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.prod %x : !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @alone(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]] : !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :

// linear in each direction
func.func @scaled(%x: !mx.matrix<n x 1, f64>, %d: !mx.matrix<n x 1, f64>, %s: f64) -> f64 {
  %0 = mx.mul %s, %d : f64, !mx.matrix<n x 1, f64>
  %1 = mx.prod %x, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %1 : f64
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @zero(%x: !mx.matrix<n x 1, f64>) -> f64 {
  %z = mx.constant 0.0 : f64
  %0 = mx.fill %z : f64 -> <n x 1, f64>
  %1 = mx.prod %x, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %1 : f64
}
// CHECK-LABEL: func.func @zero(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// directions have no order
func.func @order(%x: !mx.matrix<n x 1, f64>, %d: !mx.matrix<n x 1, f64>, %e: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.prod %x, %e, %d : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @order(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[E:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D]], %[[E]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :

// the same entries
func.func @transposed(%x: !mx.matrix<n x 1, f64>, %d: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %d : !mx.matrix<n x 1, f64>
  %2 = mx.prod %0, %1 : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64> -> f64
  return %2 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :
