// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// a constant exponent makes it mx.pow
func.func @constant(%a: f64) -> f64 {
  %0 = mx.constant 3.0 : f64
  %1 = mx.power %a, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @constant(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 3.000000e+00 :
// CHECK-NEXT: return %[[T0]] :

func.func @variable(%a: !mx.matrix<m x n, f64>, %p: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.power %a, %p : !mx.matrix<m x n, f64>, f64
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @variable(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.power %[[A]], %[[P]] :
// CHECK-NEXT: return %[[T0]] :

// fill(s)^p = fill(s^p)
func.func @fill(%s: f64, %p: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.power %0, %p : !mx.matrix<m x n, f64>, f64
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.power %[[S]], %[[P]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// one exponent for all entries is a scalar
func.func @filled_exponent(%a: !mx.matrix<m x n, f64>, %p: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %p : f64 -> <m x n, f64>
  %1 = mx.power %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @filled_exponent(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.power %[[A]], %[[P]] :
// CHECK-NEXT: return %[[T0]] :
