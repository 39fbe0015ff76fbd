// RUN: delgen-opt %s --mx-simplify | FileCheck %s

func.func @variable(%a: f64) -> f64 {
  %0 = mx.polygamma 0 %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @variable(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.polygamma 0 %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// s(fill(a)) = fill(s(a)), s(aᵀ) = s(a)ᵀ
func.func @fill(%a: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %a : f64 -> <m x n, f64>
  %1 = mx.polygamma 2 %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.polygamma 2 %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

func.func @transposed(%a: !mx.matrix<n x m, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x m, f64>
  %1 = mx.polygamma -1 %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.polygamma -1 %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// by order
func.func @orders(%a: f64) -> f64 {
  %0 = mx.polygamma 1 %a : f64
  %1 = mx.polygamma 0 %a : f64
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @orders(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.polygamma 0 %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.polygamma 1 %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
