// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// s(fill(a)) = fill(s(a)), s(aᵀ) = s(a)ᵀ
func.func @fill(%a: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %a : f64 -> <m x n, f64>
  %1 = mx.map "exp" %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

func.func @transposed(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.map "exp" %0 : !mx.matrix<n x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// nothing is known of the functions themselves
func.func @odd(%a: f64) -> f64 {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %a : f64, f64
  %2 = mx.map "sin" %1 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @odd(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.map "sin" %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @inverse(%a: f64) -> f64 {
  %0 = mx.map "log" %a : f64
  %1 = mx.map "exp" %0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @inverse(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "log" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "exp" %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
