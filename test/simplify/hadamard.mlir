// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// a ∘ (b ∘ c) = a ∘ b ∘ c, in one order
func.func @flat(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>,
    %c: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.hadamard %b, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.hadamard %c, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @flat(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[B]], %[[C]] :
// CHECK-NEXT: return %[[T0]] :

// (s a) ∘ b = s (a ∘ b)
func.func @scaled(%s: f64, %a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %s, %a : f64, !mx.matrix<m x n, f64>
  %1 = mx.constant 2.0 : f64
  %2 = mx.mul %1, %b : f64, !mx.matrix<m x n, f64>
  %3 = mx.hadamard %0, %2 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %3 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[A]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[S]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// fill(s) ∘ a = s a
func.func @fill(%s: f64, %a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.hadamard %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[A]] :
// CHECK-NEXT: return %[[T0]] :

// a^p ∘ a^q = a^(p+q)
func.func @square(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.hadamard %a, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @square(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: return %[[T0]] :

func.func @quotient(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %a, -1.0 : !mx.matrix<m x n, f64>
  %1 = mx.pow %a, 2.0 : !mx.matrix<m x n, f64>
  %2 = mx.hadamard %0, %b, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @quotient(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @nothing(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %a, -1.0 : !mx.matrix<m x n, f64>
  %1 = mx.hadamard %0, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @nothing(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// aᵀ ∘ bᵀ = (a ∘ b)ᵀ
func.func @transposed(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<m x n, f64>) -> !mx.matrix<n x m, f64> {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.transpose %b : !mx.matrix<m x n, f64>
  %2 = mx.hadamard %0, %1 : !mx.matrix<n x m, f64>, !mx.matrix<n x m, f64>
  return %2 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.hadamard %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @mixed(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.hadamard %0, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @mixed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[B]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
