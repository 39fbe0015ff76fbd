// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// What is written over was never read.
func.func @over(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>, %i: index) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %m = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %n = mx.set_at %y at %m[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  return %n : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @over(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[Y:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.set_at %[[Y]] at %[[L]][%[[I]]] :
// CHECK-NEXT: return %[[T0]] :

// It stands there already.
func.func @same(%l: !mx.list<!mx.matrix<n x 1, f64>>, %i: index) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %e = mx.at %l[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  %m = mx.set_at %e at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  return %m : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @same(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%{{[^:]+}}:
// CHECK-NEXT: return %[[L]] :
