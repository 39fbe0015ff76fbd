// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// what two chains have in common is computed once, though each alone would be associated otherwise
func.func @backwards(%u: !mx.matrix<m x n, f64>, %r: !mx.matrix<m x k, f64>, %x: !mx.matrix<p x k, f64>, %v: !mx.matrix<n x p, f64>) -> (!mx.matrix<n x p, f64>, !mx.matrix<m x n, f64>) {
  %0 = mx.transpose %u : !mx.matrix<m x n, f64>
  %1 = mx.transpose %x : !mx.matrix<p x k, f64>
  %2 = mx.transpose %v : !mx.matrix<n x p, f64>
  %3 = mx.mul %0, %r, %1 : !mx.matrix<n x m, f64>, !mx.matrix<m x k, f64>, !mx.matrix<k x p, f64>
  %4 = mx.mul %r, %1, %2 : !mx.matrix<m x k, f64>, !mx.matrix<k x p, f64>, !mx.matrix<p x n, f64>
  return %3, %4 : !mx.matrix<n x p, f64>, !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @backwards(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A0]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[A2]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A1]], %[[T1]] {mx.local} :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[A3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T2]], %[[T4]] :
// CHECK-NEXT: return %[[T3]], %[[T5]] :

// the transpose of a product serves too
func.func @transposed(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>, %c: !mx.matrix<n x n, f64>) -> (!mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>) {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.transpose %b : !mx.matrix<n x n, f64>
  %2 = mx.mul %c, %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %3 = mx.mul %1, %0, %c : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %2, %3 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A0]], %[[A1]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A2]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[A2]] :
// CHECK-NEXT: return %[[T1]], %[[T3]] :

// scaling is as fast as reading what was scaled
func.func @scaled(%a: !mx.matrix<n x n, f64>, %w: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x n, f64>, %c: !mx.matrix<n x n, f64>) -> (!mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>) {
  %0 = mx.diag %w : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %2 = mx.mul %0, %a, %c : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %1, %2 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[A1]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A0]], %[[A2]] {mx.start} :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] {mx.local} :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[A0]], %[[A3]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T0]], %[[T3]] :
// CHECK-NEXT: return %[[T2]], %[[T4]] :

// sizes that only data has count for more than those of what varies
func.func @samples(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x k, f64>) -> !mx.matrix<n x k, f64>
    attributes {mx.reading = {of = array<i64: 0, 1>, what = "gradient"}} {
  %0 = mx.mul %a, %b, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x k, f64>
  return %0 : !mx.matrix<n x k, f64>
}
// CHECK-LABEL: func.func @samples(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A0]], %[[A1]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[A2]] :
// CHECK-NEXT: return %[[T1]] :
