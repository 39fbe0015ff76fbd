// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// select(c, a, a) = a
func.func @same(%c: f64, %a: f64) -> f64 {
  %r = mx.select %c, %a, %a : f64, f64, f64
  return %r : f64
}
// CHECK-LABEL: func.func @same(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

// select(1, a, b) = a, select(0, a, b) = b
func.func @known(%a: f64, %b: f64) -> f64 {
  %0 = mx.constant 1.0 : f64
  %1 = mx.select %0, %a, %b : f64, f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @known(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

func.func @known_not(%a: f64, %b: f64) -> f64 {
  %0 = mx.constant 0.0 : f64
  %1 = mx.select %0, %a, %b : f64, f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @known_not(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: return %[[B]] :

// select(c, a, select(c, b, a)) = a
func.func @nested(%c: f64, %b: f64, %a: f64) -> f64 {
  %0 = mx.select %c, %b, %a : f64, f64, f64
  %r = mx.select %c, %a, %0 : f64, f64, f64
  return %r : f64
}
// CHECK-LABEL: func.func @nested(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: return %[[A]] :

// select(c, k a, k b) = k select(c, a, b) for a number k
func.func @common(%c: f64, %a: f64, %b: f64) -> f64 {
  %k = mx.constant 2.0 : f64
  %0 = mx.mul %k, %a : f64, f64
  %1 = mx.mul %k, %b : f64, f64
  %r = mx.select %c, %0, %1 : f64, f64, f64
  return %r : f64
}
// CHECK-LABEL: func.func @common(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.select %[[C]], %[[A]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// select(c, 0, k a) = k select(c, 0, a)
func.func @zero(%c: f64, %a: f64) -> f64 {
  %k = mx.constant -1.0 : f64
  %z = mx.constant 0.0 : f64
  %0 = mx.mul %k, %a : f64, f64
  %r = mx.select %c, %z, %0 : f64, f64, f64
  return %r : f64
}
// CHECK-LABEL: func.func @zero(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.select %[[C]], %[[T1]], %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// not for other scalars, which may be infinite where c is zero
func.func @infinite(%c: f64, %a: f64, %b: f64) -> f64 {
  %z = mx.constant 0.0 : f64
  %0 = mx.mul %a, %b : f64, f64
  %r = mx.select %c, %0, %z : f64, f64, f64
  return %r : f64
}
// CHECK-LABEL: func.func @infinite(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.select %[[C]], %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// one entry needs only that entry
func.func @entry(%c: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x 1, f64>, %i: index) -> f64 {
  %z = arith.constant 0 : index
  %0 = mx.select %c, %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.element %0[%i, %z] : !mx.matrix<n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @entry(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = mx.element %[[C]][%[[I]], %[[T0]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.element %[[A]][%[[I]], %[[T0]]] :
// CHECK-NEXT: %[[T3:.+]] = mx.element %[[B]][%[[I]], %[[T0]]] :
// CHECK-NEXT: %[[T4:.+]] = mx.select %[[T1]], %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :
