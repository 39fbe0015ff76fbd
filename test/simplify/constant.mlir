// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// equal numbers are one value; −0 is 0
func.func @equal(%a: f64, %b: f64) -> f64 {
  %0 = mx.constant 2.0 : f64
  %1 = mx.add %a, %0 : f64, f64
  %2 = mx.constant 2.0 : f64
  %3 = mx.add %b, %2 : f64, f64
  %4 = mx.mul %1, %3 : f64, f64
  return %4 : f64
}
// CHECK-LABEL: func.func @equal(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[A]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[B]], %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @negative_zero(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant -0.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @negative_zero(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :
