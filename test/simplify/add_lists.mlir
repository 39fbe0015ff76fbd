// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// l + 0 = l
func.func @nothing(%l: !mx.list<!mx.matrix<n x 1, f64>>) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %z = mx.zeros_like %l : !mx.list<!mx.matrix<n x 1, f64>>
  %s = mx.add_lists %z, %l : !mx.list<!mx.matrix<n x 1, f64>>
  return %s : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @nothing(
// CHECK-SAME: %[[L:[^:]+]]:
// CHECK-NEXT: return %[[L]] :

// One entry is added in its place.
func.func @one(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>, %i: index) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %z = mx.zeros_like %l : !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.set_at %x at %z[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %s = mx.add_lists %l, %e : !mx.list<!mx.matrix<n x 1, f64>>
  return %s : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @one(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.at %[[L]][%[[I]]] like %[[L]] :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[X]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.set_at %[[T1]] at %[[L]][%[[I]]] :
// CHECK-NEXT: return %[[T2]] :
