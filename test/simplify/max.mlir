// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// max(a, a) = a
func.func @same(%a: f64) -> f64 {
  %0 = mx.max %a, %a : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @same(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

// numbers are compared
func.func @numbers() -> f64 {
  %0 = mx.constant 1.0 : f64
  %1 = mx.constant 2.0 : f64
  %2 = mx.max %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @numbers(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// the order stays, for the derivative is that of the first
func.func @order(%a: f64, %b: f64) -> f64 {
  %0 = mx.max %b, %a : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @order(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.max %[[B]], %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// entry by entry
func.func @transposed(%a: !mx.matrix<n x m, f64>, %s: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x m, f64>
  %1 = mx.fill %s : f64 -> <m x n, f64>
  %2 = mx.max %0, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.fill %[[S]] : f64 -> <n x m, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.max %[[A]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
