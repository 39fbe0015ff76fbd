// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// Nothing is known of a list that is given.
func.func @given(%l: !mx.list<!mx.matrix<n x 1, f64>>) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %m = mx.drop_last %l : !mx.list<!mx.matrix<n x 1, f64>>
  return %m : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @given(
// CHECK-SAME: %[[L:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.drop_last %[[L]] :
// CHECK-NEXT: return %[[T0]] :
