// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// s I + t I = (s + t) I
func.func @sum(%s: f64, %t: f64) -> !mx.matrix<n x n, f64> {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.mul %s, %0 : f64, !mx.matrix<n x n, f64>
  %2 = mx.identity : <n x n, f64>
  %3 = mx.mul %t, %2 : f64, !mx.matrix<n x n, f64>
  %4 = mx.add %1, %3 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %4 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[T:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[S]], %[[T]] :
// CHECK-NEXT: %[[T1:.+]] = mx.identity : <n x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
