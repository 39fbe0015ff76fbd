// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// Only the sizes of the entries matter.
func.func @sizes(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>, %i: index) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %m = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %s = mx.add_lists %m, %m : !mx.list<!mx.matrix<n x 1, f64>>
  %z = mx.zeros_like %s : !mx.list<!mx.matrix<n x 1, f64>>
  return %z : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @sizes(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%{{[^:]+}}:
// CHECK-NEXT: %[[T0:.+]] = mx.zeros_like %[[L]] :
// CHECK-NEXT: return %[[T0]] :

// Those of a list that is made here are known.
func.func @made(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>) -> !mx.list<!mx.matrix<n x 1, f64>> {
  %l = mx.make_list %x, %y : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> !mx.list<!mx.matrix<n x 1, f64>>
  %z = mx.zeros_like %l : !mx.list<!mx.matrix<n x 1, f64>>
  return %z : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: func.func @made(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.make_list %[[T1]], %[[T1]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <!mx.matrix<n x 1, f64>>
// CHECK-NEXT: return %[[T2]] :
