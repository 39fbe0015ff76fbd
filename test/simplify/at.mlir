// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// The entry that was written.
func.func @written(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>, %i: index) -> !mx.matrix<n x 1, f64> {
  %m = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %y = mx.at %m[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %y : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @written(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[X:[^:]+]]:{{.*}}%{{[^:]+}}:
// CHECK-NEXT: return %[[X]] :

// Two numbers are two places.
func.func @elsewhere(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %i = arith.constant 0 : index
  %j = arith.constant 1 : index
  %m = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %y = mx.at %m[%j] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %y : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @elsewhere(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%{{[^:]+}}:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = mx.at %[[L]][%[[T0]]] :
// CHECK-NEXT: return %[[T1]] :

// Two integers may be one.
func.func @perhaps(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>, %i: index, %j: index) -> !mx.matrix<n x 1, f64> {
  %m = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %y = mx.at %m[%j] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %y : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @perhaps(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.set_at %[[X]] at %[[L]][%[[I]]] :
// CHECK-NEXT: %[[T1:.+]] = mx.at %[[T0]][%[[J]]] :
// CHECK-NEXT: return %[[T1]] :

// An entry of zeros is zero, unless it is what tells its sizes.
func.func @zero(%l: !mx.list<!mx.matrix<n x 1, f64>>, %i: index) -> !mx.matrix<n x 1, f64> {
  %m = mx.zeros_like %l : !mx.list<!mx.matrix<n x 1, f64>>
  %y = mx.at %m[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %y : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @zero(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: return %[[T1]] :

func.func @zero_of(%l: !mx.list<!mx.matrix<_ x 1, f64>>, %i: index) -> f64 {
  %m = mx.zeros_like %l : !mx.list<!mx.matrix<_ x 1, f64>>
  %y = mx.at %m[%i] : !mx.list<!mx.matrix<_ x 1, f64>> -> !mx.matrix<k x 1, f64>
  %e = mx.map "exp" %y : !mx.matrix<k x 1, f64>
  %s = mx.inner %e, %e : !mx.matrix<k x 1, f64>, !mx.matrix<k x 1, f64>
  return %s : f64
}
// CHECK-LABEL: func.func @zero_of(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.zeros_like %[[L]] :
// CHECK-NEXT: %[[T1:.+]] = mx.at %[[T0]][%[[I]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.map "exp" %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T3]], %[[T2]] :
// CHECK-NEXT: return %[[T4]] :
