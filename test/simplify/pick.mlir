// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// every entry of fill(s) is s
func.func @filled(%x: !mx.matrix<n x 1, f64>, %s: f64) -> f64 {
  %0 = mx.fill %s : f64 -> <n x 1, f64>
  %1 = mx.pick "max" %x, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %1 : f64
}
// CHECK-LABEL: func.func @filled(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: return %[[S]] :

// linear in what is picked
func.func @scaled(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>, %s: f64) -> f64 {
  %0 = mx.mul %s, %y : f64, !mx.matrix<n x 1, f64>
  %1 = mx.pick "max" %x, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %1 : f64
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pick "max" %[[X]], %[[Y]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// the same entries
func.func @transposed(%x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %y : !mx.matrix<n x 1, f64>
  %2 = mx.pick "min" %0, %1 : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64> -> f64
  return %2 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pick "min" %[[X]], %[[Y]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :

// but not of a matrix, where the first is found column by column
func.func @turned(%a: !mx.matrix<m x n, f64>) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.pick "max" %0, %0 : !mx.matrix<n x m, f64>, !mx.matrix<n x m, f64> -> f64
  return %1 : f64
}
// CHECK-LABEL: func.func @turned(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pick "max" %[[T0]], %[[T0]] : !mx.matrix<n x m, f64>, !mx.matrix<n x m, f64> -> f64
// CHECK-NEXT: return %[[T1]] :
