// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// One triangle of a product is computed.
func.func @product(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.mul %0, %a : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %2 = mx.mirror %1 : !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @product(
// CHECK: %[[T0:.+]] = mx.mul
// CHECK-NEXT: %[[T1:.+]] = mx.mirror %[[T0]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T1]]

// A fused multiplication rounds a bᵀ + b aᵀ otherwise on one side.
func.func @two_outer(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %b : !mx.matrix<n x 1, f64>
  %2 = mx.mul %a, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %3 = mx.mul %b, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %4 = mx.add %2, %3 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %5 = mx.mirror %4 : !mx.matrix<n x n, f64>
  return %5 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @two_outer(
// CHECK: mx.mirror

// u uᵀ is symmetric as it is rounded.
func.func @outer(%a: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x 1, f64>
  %1 = mx.mul %a, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.mirror %1 : !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @outer(
// CHECK-NOT: mx.mirror
// CHECK: return

// And so is A + Aᵀ.
func.func @both(%a: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.add %a, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %2 = mx.mirror %1 : !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @both(
// CHECK-NOT: mx.mirror
// CHECK: return

// And what is zero beside the diagonal.
func.func @diagonal(%a: !mx.matrix<n x 1, f64>, %s: f64) -> !mx.matrix<n x n, f64> {
  %0 = mx.diag %a : !mx.matrix<n x 1, f64>
  %1 = mx.identity : <n x n, f64>
  %2 = mx.mul %s, %1 : f64, !mx.matrix<n x n, f64>
  %3 = mx.add %0, %2 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %4 = mx.mirror %3 : !mx.matrix<n x n, f64>
  return %4 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @diagonal(
// CHECK-NOT: mx.mirror
// CHECK: return
