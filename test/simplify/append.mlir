// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// What is dropped again was never there.
func.func @dropped(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %m = mx.append %x to %l : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %n = mx.drop_last %m : !mx.list<!mx.matrix<n x 1, f64>>
  return %n : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @dropped(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%{{[^:]+}}:
// CHECK-NEXT: return %[[L]] :
