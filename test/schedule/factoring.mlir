// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// L A + L B = L (A + B) where it saves a product
func.func @common_left(%l: !mx.matrix<m x n, f64>, %a: !mx.matrix<n x k, f64>,
    %b: !mx.matrix<n x k, f64>) -> !mx.matrix<m x k, f64> {
  %0 = mx.mul %l, %a : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %1 = mx.mul %l, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %2 = mx.add %0, %1 : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  return %2 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @common_left(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[L]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @common_right(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>,
    %r: !mx.matrix<n x k, f64>) -> !mx.matrix<m x k, f64> {
  %0 = mx.mul %a, %r : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %1 = mx.mul %b, %r : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %2 = mx.add %0, %1 : !mx.matrix<m x k, f64>, !mx.matrix<m x k, f64>
  return %2 : !mx.matrix<m x k, f64>
}
// CHECK-LABEL: func.func @common_right(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[R:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[R]] :
// CHECK-NEXT: return %[[T1]] :

func.func @signs(%l: !mx.matrix<n x n, f64>, %a: !mx.matrix<n x n, f64>,
    %b: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.mul %l, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.constant -1.0 : f64
  %2 = mx.mul %1, %l, %b : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %3 = mx.add %0, %2 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %3 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @signs(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[A]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[L]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// L (A + B) R = L A R + L B R for outer products A and B
func.func @outer_sum(%l: !mx.matrix<n x n, f64>, %u: !mx.matrix<n x 1, f64>,
    %v: !mx.matrix<n x 1, f64>, %r: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.transpose %u : !mx.matrix<n x 1, f64>
  %3 = mx.mul %v, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %4 = mx.add %1, %3 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %5 = mx.mul %l, %4, %r : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %5 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @outer_sum(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[R:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[R]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[V]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[U]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[L]], %[[U]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[L]], %[[V]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T7:.+]] = mx.columnwise %[[T2]], %[[T4]] : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64> with %[[T5]], %[[T6]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <n x n, f64> attributes {mx.local, mx.scratch} {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: f64, %[[B1:.+]]: f64, %[[B2:.+]]: !mx.matrix<n x 1, f64>, %[[B3:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[B0]], %[[B2]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[B1]], %[[B3]] :
// CHECK-NEXT: %[[T10:.+]] = mx.add %[[T8]], %[[T9]] :
// CHECK-NEXT: mx.yield %[[T10]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T7]] :

// L (A + B) stays for full A and B
func.func @full_sum(%l: !mx.matrix<n x n, f64>, %a: !mx.matrix<n x n, f64>,
    %b: !mx.matrix<n x n, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.add %a, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.mul %l, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @full_sum(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[L]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// ⟨x, a⟩ + ⟨x, b⟩ stays: a dot product is no dearer than the sum it would save
func.func @dots(%x: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x 1, f64>,
    %b: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %0, %a : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  %2 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %3 = mx.mul %2, %b : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.add %1, %3 : f64, f64
  return %4 : f64
}
// CHECK-LABEL: func.func @dots(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[X]], %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[X]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// a term that stands in the sum already is counted with it
func.func @repeated(%m: !mx.matrix<n x n, f64>, %u: !mx.matrix<n x 1, f64>,
    %v: !mx.matrix<n x 1, f64>, %p: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.transpose %p : !mx.matrix<n x 1, f64>
  %3 = mx.mul %p, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %4 = mx.add %1, %3 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %5 = mx.mul %4, %m : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %6 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %7 = mx.mul %u, %6, %m : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>
  %8 = mx.add %5, %7 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %8 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @repeated(
// CHECK-SAME: %[[M:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[M]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[V]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[P]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T4:.+]] = mx.transpose %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T5]], %[[U]] {mx.local, mx.scratch} :
// CHECK-NEXT: %[[T7:.+]] = mx.columnwise %[[T2]], %[[T4]] : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64> with %[[T6]], %[[P]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <n x n, f64> attributes {mx.local, mx.scratch} {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: f64, %[[B1:.+]]: f64, %[[B2:.+]]: !mx.matrix<n x 1, f64>, %[[B3:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[B0]], %[[B2]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[B1]], %[[B3]] :
// CHECK-NEXT: %[[T10:.+]] = mx.add %[[T8]], %[[T9]] :
// CHECK-NEXT: mx.yield %[[T10]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T7]] :

// what becomes 1×1 is a scalar factor
func.func @row(%x: !mx.matrix<n x 1, f64>, %u: !mx.matrix<n x 1, f64>, %v: !mx.matrix<n x 1, f64>,
    %p: !mx.matrix<n x 1, f64>) -> !mx.matrix<1 x n, f64> {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %2 = mx.mul %u, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %3 = mx.transpose %p : !mx.matrix<n x 1, f64>
  %4 = mx.mul %u, %3 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %5 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %6 = mx.mul %p, %5 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %7 = mx.add %2, %4, %6 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %8 = mx.mul %0, %7 : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>
  return %8 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @row(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[X]], %[[U]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[X]], %[[P]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T2]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.transpose %[[P]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T0]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.add %[[T4]], %[[T6]] :
// CHECK-NEXT: return %[[T7]] :

func.func @scalar(%x: !mx.matrix<n x 1, f64>, %u: !mx.matrix<n x 1, f64>,
    %v: !mx.matrix<n x 1, f64>, %p: !mx.matrix<n x 1, f64>) -> f64 {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %2 = mx.mul %u, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %3 = mx.transpose %p : !mx.matrix<n x 1, f64>
  %4 = mx.mul %u, %3 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %5 = mx.add %2, %4 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %6 = mx.mul %0, %5, %p : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %6 : f64
}
// CHECK-LABEL: func.func @scalar(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[P:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[X]], %[[U]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[V]], %[[P]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.inner %[[P]], %[[P]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T0]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[T2]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :

// a sum that is used twice is not taken apart
func.func @shared(%l: !mx.matrix<n x n, f64>, %u: !mx.matrix<n x 1, f64>,
    %v: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x n, f64> {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.transpose %u : !mx.matrix<n x 1, f64>
  %3 = mx.mul %v, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %4 = mx.add %1, %3 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %5 = mx.mul %l, %4 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %6 = mx.hadamard %5, %4 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %6 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @shared(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[U]] :
// CHECK-NEXT: %[[T2:.+]] = mx.columnwise %[[T0]], %[[T1]] : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64> with %[[U]], %[[V]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <n x n, f64> attributes {mx.local} {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: f64, %[[B1:.+]]: f64, %[[B2:.+]]: !mx.matrix<n x 1, f64>, %[[B3:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[B0]], %[[B2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[B1]], %[[B3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[T3]], %[[T4]] :
// CHECK-NEXT: mx.yield %[[T5]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[L]], %[[T2]] {mx.start} :
// CHECK-NEXT: %[[T7:.+]] = mx.hadamard %[[T6]], %[[T2]] {mx.local} :
// CHECK-NEXT: return %[[T7]] :
