// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// det Aᵀ = det A
func.func @transposed(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.logdet "lu" %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// det A⁻¹ = 1/det A
func.func @inverse(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @inverse(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.logdet "lu" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// det I = 1
func.func @identity() -> f64 {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.logdet "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @identity(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// det L = √det A for A = L Lᵀ
func.func @cholesky(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.cholesky %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "lu" %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @cholesky(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.logdet "llt" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// det(s A) = sⁿ det A
func.func @scaled(%s: f64, %a: !mx.matrix<3 x 3, f64>) -> f64 {
  %0 = mx.mul %s, %a : f64, !mx.matrix<3 x 3, f64>
  %1 = mx.logdet "lu" %0 : !mx.matrix<3 x 3, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.logdet "lu" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 3.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.map "abs" %[[S]] :
// CHECK-NEXT: %[[T3:.+]] = mx.map "log" %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[T0]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :

// the determinant of a triangular matrix is the product of its diagonal
func.func @triangular(%a: !mx.matrix<n x n, f64> {mx.assume = ["lower"]}) -> f64 {
  %0 = mx.logdet "lu" %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @triangular(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "abs" %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.map "log" %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.sum %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// log(2 s det A) = log 2 + log |s| + log |det A|
func.func @log_of_det(%a: !mx.matrix<n x n, f64>, %s: f64) -> f64 {
  %0 = mx.det "lu" %a : !mx.matrix<n x n, f64>
  %c = mx.constant 2.0 : f64
  %1 = mx.mul %c, %s, %0 : f64, f64, f64
  %2 = mx.map "log" %1 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @log_of_det(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.69314718055994529 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.logdet "lu" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.map "abs" %[[S]] :
// CHECK-NEXT: %[[T3:.+]] = mx.map "log" %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T0]], %[[T1]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// log √det A = ½ log |det A|
func.func @log_of_root(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.det "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.pow %0, 0.5 : f64
  %2 = mx.map "log" %1 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @log_of_root(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.logdet "lu" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// log |det A|
func.func @log_of_abs(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.det "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.map "abs" %0 : f64
  %2 = mx.map "log" %1 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @log_of_abs(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.logdet "lu" %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// Σ log diagonal(L) = ½ log det A
func.func @pivots(%a: !mx.matrix<n x n, f64>) -> f64 {
  %0 = mx.cholesky %a : !mx.matrix<n x n, f64>
  %1 = mx.diagonal %0 : !mx.matrix<n x n, f64>
  %2 = mx.map "log" %1 : !mx.matrix<n x 1, f64>
  %3 = mx.sum %2 : !mx.matrix<n x 1, f64>
  return %3 : f64
}
// CHECK-LABEL: func.func @pivots(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.logdet "llt" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
