// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// A list with another entry is as long, one with one more longer by 1.
func.func @longer(%l: !mx.list<!mx.matrix<n x 1, f64>>, %x: !mx.matrix<n x 1, f64>, %i: index) -> index {
  %m = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %a = mx.append %x to %m : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %n = mx.length %a : !mx.list<!mx.matrix<n x 1, f64>>
  return %n : index
}
// CHECK-LABEL: func.func @longer(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%{{[^:]+}}:
// CHECK-NEXT: %[[T0:.+]] = mx.length %[[L]] :
// CHECK-NEXT: %[[T1:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T2:.+]] = arith.addi %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @made(%x: !mx.matrix<n x 1, f64>) -> index {
  %l = mx.make_list %x, %x : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> !mx.list<!mx.matrix<n x 1, f64>>
  %n = mx.length %l : !mx.list<!mx.matrix<n x 1, f64>>
  return %n : index
}
// CHECK-LABEL: func.func @made(
// CHECK-NEXT: %[[T0:.+]] = arith.constant 2 : index
// CHECK-NEXT: return %[[T0]] :
