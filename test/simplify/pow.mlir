// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// a¹ = a, a⁰ = 1
func.func @one(%a: f64) -> f64 {
  %0 = mx.pow %a, 1.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @one(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

func.func @zero(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %a, 0.0 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @zero(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// numbers are computed where the result is finite
func.func @number() -> f64 {
  %0 = mx.constant 2.0 : f64
  %1 = mx.pow %0, 3.0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @number(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 8.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @infinite() -> f64 {
  %0 = mx.constant 0.0 : f64
  %1 = mx.pow %0, -1.0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @infinite(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: return %[[T1]] :

// (a^q)^p = a^(q p)
func.func @nested(%a: f64) -> f64 {
  %0 = mx.pow %a, 3.0 : f64
  %1 = mx.pow %0, 2.0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @nested(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 6.000000e+00 :
// CHECK-NEXT: return %[[T0]] :

func.func @root_squared(%a: f64) -> f64 {
  %0 = mx.pow %a, 0.5 : f64
  %1 = mx.pow %0, 2.0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @root_squared(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

func.func @odd(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %a, 3.0 : !mx.matrix<m x n, f64>
  %1 = mx.pow %0, 0.5 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @odd(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 1.500000e+00 :
// CHECK-NEXT: return %[[T0]] :

// √(a²) = ∣a∣ is not a
func.func @absolute(%a: f64) -> f64 {
  %0 = mx.pow %a, 2.0 : f64
  %1 = mx.pow %0, 0.5 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @absolute(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 5.000000e-01 :
// CHECK-NEXT: return %[[T1]] :

func.func @absolute_matrix(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %a, 2.0 : !mx.matrix<m x n, f64>
  %1 = mx.pow %0, 1.5 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @absolute_matrix(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 1.500000e+00 :
// CHECK-NEXT: return %[[T1]] :

func.func @absolute_product(%a: f64) -> f64 {
  %0 = mx.pow %a, 2.0 : f64
  %1 = mx.pow %0, 0.5 : f64
  %2 = mx.mul %1, %a : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @absolute_product(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 5.000000e-01 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// fill(s)^p = fill(s^p), (aᵀ)^p = (a^p)ᵀ
func.func @fill(%s: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.pow %0, 2.0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[S]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

func.func @transposed(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.pow %0, 2.0 : !mx.matrix<n x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// (s A)^p = s^p A^p for whole p
func.func @whole(%s: f64, %a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %s, %a : f64, !mx.matrix<m x n, f64>
  %1 = mx.pow %0, 2.0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @whole(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[S]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @whole_scalar(%s: f64, %t: f64) -> f64 {
  %0 = mx.constant -2.0 : f64
  %1 = mx.mul %0, %s, %t : f64, f64, f64
  %2 = mx.pow %1, -1.0 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @whole_scalar(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[T:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[S]], -1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[T]], -1.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// (c A)^p = c^p A^p for any p where c is a positive number, and not for others
func.func @root(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant 4.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<m x n, f64>
  %2 = mx.pow %1, 0.5 : !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @root(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 5.000000e-01 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @root_scalar(%s: f64) -> f64 {
  %0 = mx.constant 4.0 : f64
  %1 = mx.mul %0, %s : f64, f64
  %2 = mx.pow %1, -0.5 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @root_scalar(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[S]], -5.000000e-01 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @negative(%s: f64) -> f64 {
  %0 = mx.constant -4.0 : f64
  %1 = mx.mul %0, %s : f64, f64
  %2 = mx.pow %1, 0.5 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @negative(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -4.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[S]] :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[T1]], 5.000000e-01 :
// CHECK-NEXT: return %[[T2]] :

func.func @unknown(%s: f64, %a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %s, %a : f64, !mx.matrix<m x n, f64>
  %1 = mx.pow %0, 0.5 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @unknown(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 5.000000e-01 :
// CHECK-NEXT: return %[[T1]] :

func.func @unknown_scalar(%s: f64, %t: f64) -> f64 {
  %0 = mx.mul %s, %t : f64, f64
  %1 = mx.pow %0, 0.5 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @unknown_scalar(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[T:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[T]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 5.000000e-01 :
// CHECK-NEXT: return %[[T1]] :

// (a ∘ b)^p = a^p ∘ b^p for whole p alone
func.func @hadamard(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.hadamard %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.pow %0, -1.0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @hadamard(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], -1.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[B]], -1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @hadamard_root(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.hadamard %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.pow %0, 0.5 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @hadamard_root(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 5.000000e-01 :
// CHECK-NEXT: return %[[T1]] :

// a power of a matrix product is entry by entry
func.func @product(%a: !mx.matrix<m x k, f64>,
    %b: !mx.matrix<k x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %a, %b : !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  %1 = mx.pow %0, 2.0 : !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @product(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: return %[[T1]] :

// (1 + exp(−b))⁻ᵖ = σ(b)ᵖ
func.func @logistic(%b: f64) -> f64 {
  %k = mx.constant -1.0 : f64
  %one = mx.constant 1.0 : f64
  %0 = mx.mul %k, %b : f64, f64
  %1 = mx.map "exp" %0 : f64
  %2 = mx.add %one, %1 : f64, f64
  %3 = mx.pow %2, -1.0 : f64
  return %3 : f64
}
// CHECK-LABEL: func.func @logistic(
// CHECK-SAME: %[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "logistic" %[[B]] :
// CHECK-NEXT: return %[[T0]] :

// |a|²ᵖ = a²ᵖ, but √(a²) has another derivative at 0 than |a|
func.func @of_absolute(%a: f64) -> f64 {
  %0 = mx.map "abs" %a : f64
  %1 = mx.pow %0, 4.0 : f64
  return %1 : f64
}
// CHECK-LABEL: func.func @of_absolute(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 4.000000e+00 :
// CHECK-NEXT: return %[[T0]] :
