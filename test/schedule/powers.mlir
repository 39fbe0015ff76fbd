// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// √s = r once; s^(k/2) for odd k is rᵏ, whole powers are those of s
func.func @root(%s: f64) -> f64 {
  %0 = mx.pow %s, 0.5 : f64
  %1 = mx.pow %s, -1.5 : f64
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @root(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[S]], 5.000000e-01 {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 3.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[T1]], -1.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.add %[[T0]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @root_whole(%s: f64) -> f64 {
  %0 = mx.pow %s, -0.5 : f64
  %1 = mx.pow %s, 2.0 : f64
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @root_whole(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[S]], 5.000000e-01 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[S]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.add %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// a⁻ᵖ = (aᵖ)⁻¹; 2 and 3 stay
func.func @inverse(%a: f64) -> f64 {
  %0 = mx.pow %a, -2.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @inverse(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], -1.000000e+00 :
// CHECK-NEXT: return %[[T1]] :

func.func @cube(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %a, 3.0 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @cube(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 3.000000e+00 :
// CHECK-NEXT: return %[[T0]] :

// a⁴ = (a²)², a⁵ = a a⁴
func.func @fourth(%a: f64) -> f64 {
  %0 = mx.pow %a, 4.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @fourth(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: return %[[T1]] :

func.func @fifth(%a: f64) -> f64 {
  %0 = mx.pow %a, 5.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @fifth(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @fifth_matrix(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.pow %a, 5.0 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fifth_matrix(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// other exponents need the power function
func.func @quarter(%a: f64) -> f64 {
  %0 = mx.pow %a, 0.25 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @quarter(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 2.500000e-01 :
// CHECK-NEXT: return %[[T0]] :

func.func @large(%a: f64) -> f64 {
  %0 = mx.pow %a, 64.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @large(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], 6.400000e+01 :
// CHECK-NEXT: return %[[T0]] :

// a number that is divided by more than once is inverted once
func.func @divided_twice(%a: f64, %b: f64) -> f64 {
  %0 = mx.pow %a, -1.0 : f64
  %1 = mx.pow %a, -2.0 : f64
  %2 = mx.pow %b, -2.0 : f64
  %3 = mx.mul %0, %b : f64, f64
  %4 = mx.add %1, %2, %3 : f64, f64, f64
  return %4 : f64
}
// CHECK-LABEL: func.func @divided_twice(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], -1.000000e+00 {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[B]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -1.000000e+00 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[T1]], %[[T3]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :
