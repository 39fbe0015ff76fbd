// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// a + (b + c) = a + b + c, in one order
func.func @left(%a: f64, %b: f64, %c: f64) -> f64 {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.add %0, %c : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @left(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]], %[[C]] :
// CHECK-NEXT: return %[[T0]] :

func.func @right(%a: f64, %b: f64, %c: f64) -> f64 {
  %0 = mx.add %b, %a : f64, f64
  %1 = mx.add %c, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @right(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]], %[[C]] :
// CHECK-NEXT: return %[[T0]] :

// 2 s + 3 s = 5 s, s A + t A = (s + t) A
func.func @numbers(%s: f64) -> f64 {
  %0 = mx.constant 2.0 : f64
  %1 = mx.mul %0, %s : f64, f64
  %2 = mx.constant 3.0 : f64
  %3 = mx.mul %s, %2 : f64, f64
  %4 = mx.add %1, %3 : f64, f64
  return %4 : f64
}
// CHECK-LABEL: func.func @numbers(
// CHECK-SAME: %[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[S]] :
// CHECK-NEXT: return %[[T1]] :

func.func @scalars(%s: f64, %t: f64, %a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.mul %s, %a : f64, !mx.matrix<m x n, f64>
  %1 = mx.mul %t, %a : f64, !mx.matrix<m x n, f64>
  %2 = mx.add %0, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @scalars(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[T:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[S]], %[[T]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: return %[[T1]] :

func.func @ones(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.add %a, %a, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @ones(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 3.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: return %[[T1]] :

// a − a = 0, of its shape
func.func @cancel(%a: f64, %b: f64) -> f64 {
  %0 = mx.mul %a, %b : f64, f64
  %1 = mx.constant -1.0 : f64
  %2 = mx.mul %1, %b, %a : f64, f64, f64
  %3 = mx.add %0, %2 : f64, f64
  return %3 : f64
}
// CHECK-LABEL: func.func @cancel(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @cancel_matrix(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<m x n, f64>
  %2 = mx.add %a, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @cancel_matrix(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// a + 0 = a, and numbers are added
func.func @zero(%a: f64) -> f64 {
  %0 = mx.constant 0.0 : f64
  %1 = mx.add %a, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @zero(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

func.func @zeros(%a: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.constant 0.0 : f64
  %1 = mx.fill %0 : f64 -> <m x n, f64>
  %2 = mx.add %1, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @zeros(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

func.func @constants(%a: f64) -> f64 {
  %0 = mx.constant 1.0 : f64
  %1 = mx.constant 2.0 : f64
  %2 = mx.add %0, %a, %1 : f64, f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @constants(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 3.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// fill(s) + fill(t) = fill(s + t)
func.func @fills(%s: f64, %t: f64) -> !mx.matrix<m x n, f64> {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.fill %t : f64 -> <m x n, f64>
  %2 = mx.add %0, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fills(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[T:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[S]], %[[T]] :
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :

// c (a + b) = c a + c b where it stands in a sum
func.func @scaled(%a: f64, %b: f64, %c: f64) -> f64 {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.constant 2.0 : f64
  %2 = mx.mul %1, %0 : f64, f64
  %3 = mx.add %2, %c : f64, f64
  return %3 : f64
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: %[[T3:.+]] = mx.add %[[C]], %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @scaled_matrix(%a: !mx.matrix<m x n, f64>,
    %b: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.constant -1.0 : f64
  %2 = mx.mul %1, %0 : f64, !mx.matrix<m x n, f64>
  %3 = mx.add %2, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %3 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @scaled_matrix(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: return %[[T1]] :

// (A + B)ᵀ = Aᵀ + Bᵀ where it stands in a sum
func.func @transposed(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>,
    %c: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.add %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x n, f64>
  %2 = mx.add %1, %c : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %2 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[C]], %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// aᵀ + bᵀ = (a + b)ᵀ for columns a and b
func.func @rows(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.transpose %a : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %b : !mx.matrix<n x 1, f64>
  %2 = mx.add %0, %1 : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64>
  return %2 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @rows(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @rows_of_products(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>,
    %y: !mx.matrix<n x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %a : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>
  %2 = mx.transpose %y : !mx.matrix<n x 1, f64>
  %3 = mx.constant 2.0 : f64
  %4 = mx.mul %3, %2 : f64, !mx.matrix<1 x n, f64>
  %5 = mx.add %1, %4 : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64>
  return %5 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @rows_of_products(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[Y]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[X]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.transpose %[[T4]] :
// CHECK-NEXT: return %[[T5]] :

// what is added comes before what is subtracted
func.func @minus(%a: f64, %b: f64) -> f64 {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %a : f64, f64
  %2 = mx.add %1, %b : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @minus(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[B]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// a sum that is used twice stays one value
func.func @shared(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>,
    %c: !mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64> {
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.add %0, %c : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %2 = mx.map "exp" %0 : !mx.matrix<m x n, f64>
  %3 = mx.hadamard %1, %2 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %3 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @shared(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[C]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.map "exp" %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// a product of a sum is not expanded
func.func @factored(%a: f64, %b: f64, %c: f64) -> f64 {
  %0 = mx.add %b, %c : f64, f64
  %1 = mx.mul %a, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @factored(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[C:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[B]], %[[C]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @factored_chain(%x: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>,
    %b: !mx.matrix<n x n, f64>) -> !mx.matrix<n x 1, f64> {
  %0 = mx.add %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @factored_chain(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[X]] :
// CHECK-NEXT: return %[[T1]] :
