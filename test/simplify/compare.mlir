// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// numbers are compared
func.func @numbers() -> f64 {
  %0 = mx.constant 1.0 : f64
  %1 = mx.constant 2.0 : f64
  %2 = mx.compare "lt" %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @numbers(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// a ≥ a holds but where a is not a number
func.func @itself(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.compare "ge" %a, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @itself(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.compare "ge" %[[A]], %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// not a < a
func.func @less_than_itself(%a: f64) -> f64 {
  %0 = mx.compare "lt" %a, %a : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @less_than_itself(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// entry by entry
func.func @fill(%a: f64, %b: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %a : f64 -> <m x n, f64>
  %1 = mx.fill %b : f64 -> <m x n, f64>
  %2 = mx.compare "eq" %0, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.compare "eq" %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// s(u 1ᵀ, v 1ᵀ) = s(u, v) 1ᵀ
func.func @repeated(%u: !mx.matrix<m x 1, f64>, %v: !mx.matrix<m x 1, f64>) -> !mx.matrix<m x n, f64> {
  %one = mx.constant 1.0 : f64
  %0 = mx.fill %one : f64 -> <1 x n, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.mul %v, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %3 = mx.compare "le" %1, %2 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %3 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @repeated(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.compare "le" %[[U]], %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T1]] : f64 -> <1 x n, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
