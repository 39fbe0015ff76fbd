// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// the fill of a number is a number in every entry
func.func @number(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant 1.0 : f64
  %1 = mx.fill %0 : f64 -> <m x n, f64>
  %2 = mx.constant 2.0 : f64
  %3 = mx.mul %2, %1 : f64, !mx.matrix<m x n, f64>
  %4 = mx.add %a, %3 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %4 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @number(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
