// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// An entry at a number is known.
func.func @known(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %i = arith.constant 1 : index
  %l = mx.make_list %x, %y : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %l[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %e : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @known(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: return %[[Y]] :

func.func @unknown(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>, %i: index) -> !mx.matrix<n x 1, f64> {
  %l = mx.make_list %x, %y : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %l[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %e : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @unknown(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:{{.*}}%[[I:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.make_list %[[X]], %[[Y]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <!mx.matrix<n x 1, f64>>
// CHECK-NEXT: %[[T1:.+]] = mx.at %[[T0]][%[[I]]] :
// CHECK-NEXT: return %[[T1]] :
