// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// an integer as a real number is a scalar factor
func.func @real(%a: !mx.matrix<m x n, f64>, %i: index) -> !mx.matrix<m x n, f64> {
  %0 = mx.real %i : f64
  %1 = mx.constant 2.0 : f64
  %2 = mx.mul %a, %0, %1 : !mx.matrix<m x n, f64>, f64, f64
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @real(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.real %[[I]] : f64
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]], %[[A]] :
// CHECK-NEXT: return %[[T2]] :
