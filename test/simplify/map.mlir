// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// s(fill(a)) = fill(s(a)), s(aᵀ) = s(a)ᵀ
func.func @fill(%a: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %a : f64 -> <m x n, f64>
  %1 = mx.map "exp" %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

func.func @transposed(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.map "exp" %0 : !mx.matrix<n x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// nothing is known of the functions themselves
func.func @odd(%a: f64) -> f64 {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %a : f64, f64
  %2 = mx.map "sin" %1 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @odd(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.map "sin" %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @inverse(%a: f64) -> f64 {
  %0 = mx.map "log" %a : f64
  %1 = mx.map "exp" %0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @inverse(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "log" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "exp" %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// log(1 + exp(b)) = softplus(b), log1p(exp(b)) = softplus(b)
func.func @softplus(%b: f64) -> f64 {
  %one = mx.constant 1.0 : f64
  %0 = mx.map "exp" %b : f64
  %1 = mx.add %one, %0 : f64, f64
  %2 = mx.map "log" %1 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @softplus(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "softplus" %[[B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @log1p_exp(%b: f64) -> f64 {
  %0 = mx.map "exp" %b : f64
  %1 = mx.map "log1p" %0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @log1p_exp(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "softplus" %[[B]] :
// CHECK-NEXT: return %[[T0]] :

// log(σ(b)) = −softplus(−b), log(1 − σ(b)) = −softplus(b)
func.func @log_logistic(%b: f64) -> f64 {
  %0 = mx.map "logistic" %b : f64
  %1 = mx.map "log" %0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @log_logistic(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.map "softplus" %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @log_rest(%b: f64) -> f64 {
  %one = mx.constant 1.0 : f64
  %k = mx.constant -1.0 : f64
  %0 = mx.map "logistic" %b : f64
  %1 = mx.mul %k, %0 : f64, f64
  %2 = mx.add %one, %1 : f64, f64
  %3 = mx.map "log" %2 : f64
  return %3 : f64
}
// CHECK-LABEL: func.func @log_rest(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "softplus" %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// |k a| = |k| |a|, sign(k a) = ± sign(a)
func.func @absolute(%a: f64) -> f64 {
  %k = mx.constant -2.0 : f64
  %0 = mx.mul %k, %a : f64, f64
  %1 = mx.map "abs" %0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @absolute(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "abs" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @sign_of_multiple(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %k = mx.constant -2.0 : f64
  %0 = mx.mul %k, %a : f64, !mx.matrix<m x n, f64>
  %1 = mx.map "sign" %0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @sign_of_multiple(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "sign" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// ||a|| = |a|, and so for signs and whole numbers
func.func @twice(%a: f64) -> f64 {
  %0 = mx.map "abs" %a : f64
  %1 = mx.map "abs" %0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "abs" %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// s(v 1ᵀ) = s(v) 1ᵀ
func.func @repeated(%v: !mx.matrix<m x 1, f64>) -> !mx.matrix<m x n, f64> {
  %one = mx.constant 1.0 : f64
  %0 = mx.fill %one : f64 -> <1 x n, f64>
  %1 = mx.mul %v, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.map "exp" %1 : !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @repeated(
// CHECK-SAME: %[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T1]] : f64 -> <1 x n, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
