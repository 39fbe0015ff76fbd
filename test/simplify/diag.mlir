// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// diag(fill(1)) = I, diag(s v) = s diag(v)
func.func @fill(%s: f64) -> !mx.matrix<n x n, f64> {
  %0 = mx.fill %s : f64 -> <n x 1, f64>
  %1 = mx.diag %0 : !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <n x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @scaled(%s: f64, %v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.mul %s, %v : f64, !mx.matrix<n x 1, f64>
  %1 = mx.diag %0 : !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
