// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// det Aᵀ = det A
func.func @transposed(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.det "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.det "lu" %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// det A⁻¹ = 1/det A
func.func @inverse(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.det "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @inverse(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.det "lu" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: return %[[T1]] :

// det I = 1
func.func @identity() -> f64 {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.det "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @identity(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// det L = √det A for A = L Lᵀ
func.func @cholesky(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.cholesky %a : !mx.matrix<n x n, f64>
  %1 = mx.det "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @cholesky(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.det "llt" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 5.000000e-01 :
// CHECK-NEXT: return %[[T1]] :

// det(s A) = sⁿ det A
func.func @scaled(%s: f64, %a: !mx.matrix<3 x 3, f64>) -> f64 {
  %0 = mx.mul %s, %a : f64, !mx.matrix<3 x 3, f64>
  %1 = mx.det "lu" %0 : !mx.matrix<3 x 3, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.det "lu" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[S]], 3.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// the determinant of a triangular matrix is the product of its diagonal
func.func @triangular(%a: !mx.matrix<n x n, f64> {mx.assume = ["lower"]}) -> f64 {
  %0 = mx.det "lu" %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @triangular(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.prod %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
