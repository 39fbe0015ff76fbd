// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// sym(AᵀA) = AᵀA
func.func @gram(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %0, %a : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %2 = mx.symmetric %1 {lower = true} : !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @gram(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: return %[[T1]] :

// sym(A + Aᵀ) = A + Aᵀ
func.func @sum(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.add %0, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %2 = mx.symmetric %1 {lower = true} : !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// sym(A)ᵀ = sym(A)
func.func @general(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %2 = mx.symmetric %a {lower = true} : !mx.matrix<n x n, f64>
  %3 = mx.transpose %2 : !mx.matrix<n x n, f64>
  return %3 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @general(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.symmetric %[[A]] {lower = true} :
// CHECK-NEXT: return %[[T0]] :

// A + Aᵀ = 2 A
func.func @assumed(%a: !mx.matrix<n x n, f64> {mx.assume = ["symmetric"]}) -> !mx.matrix<n x n, f64> {
  %0 = mx.symmetric %a {lower = true} : !mx.matrix<n x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x n, f64>
  %2 = mx.add %1, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @assumed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: return %[[T1]] :
