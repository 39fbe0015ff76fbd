// RUN: delgen-opt %s --mx-simplify | FileCheck %s

func.func @variable(%a: f64, %b: f64) -> f64 {
  %0 = mx.atan2 %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @variable(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.atan2 %[[A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :

// s(fill(a), fill(b)) = fill(s(a, b))
func.func @fill(%a: f64, %b: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %a : f64 -> <m x n, f64>
  %1 = mx.fill %b : f64 -> <m x n, f64>
  %2 = mx.atan2 %0, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.atan2 %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// s(aᵀ, bᵀ) = s(a, b)ᵀ
func.func @transposed(%a: !mx.matrix<n x m, f64>, %s: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x m, f64>
  %1 = mx.fill %s : f64 -> <m x n, f64>
  %2 = mx.atan2 %0, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.fill %[[S]] : f64 -> <n x m, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.atan2 %[[A]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
