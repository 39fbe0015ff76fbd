// RUN: delgen-opt %s --mx-schedule | FileCheck %s

// What is factorised stays as it is.
func.func @factorised(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>) -> f64 {
  %f = mx.factorize "llt" %a : <n x n, f64> -> <<n x n, f64>>
  %l = mx.cholesky %f : !mx.factorization<<n x n, f64>>
  %d = mx.det "llt" %f : !mx.factorization<<n x n, f64>>
  %s = mx.sum %l : !mx.matrix<n x n, f64>
  %y = mx.mul %s, %d : f64, f64
  return %y : f64
}
// CHECK-LABEL: func.func @factorised(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.factorize "llt" %[[A]]
// CHECK-NEXT: %[[T1:.+]] = mx.cholesky %[[T0]]
// CHECK-NEXT: %[[T2:.+]] = mx.sum %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.det "llt" %[[T0]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// A factorisation that a body is given has no operation there that made it.
func.func @given(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<1 x n, f64>, %k: index) -> !mx.matrix<1 x n, f64> {
  %f = mx.factorize "lu" %a : <n x n, f64> -> <<n x n, f64>>
  %y = mx.loop times %k from %x : !mx.matrix<1 x n, f64> with %f : !mx.factorization<<n x n, f64>> -> !mx.matrix<1 x n, f64> {
  ^bb0(%i: index, %h: !mx.matrix<1 x n, f64>, %g: !mx.factorization<<n x n, f64>>):
    %v = mx.inverse "lu" %g : !mx.factorization<<n x n, f64>>
    %p = mx.mul %h, %v : !mx.matrix<1 x n, f64>, !mx.matrix<n x n, f64>
    mx.yield %p : !mx.matrix<1 x n, f64>
  }
  return %y : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: func.func @given(
// CHECK: ^bb0(%{{[^:]+}}: index, %[[H:[^:]+]]: !mx.matrix<1 x n, f64>, %[[G:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[H]] :
// CHECK-NEXT: %[[T1:.+]] = mx.solve %[[G]], %[[T0]] {mx.local, transposed = true} :
// CHECK-NEXT: %[[T2:.+]] = mx.transpose %[[T1]] :
// CHECK-NEXT: mx.yield %[[T2]] :

// The sum of two equal constants, whose product with two is one.
func.func @constants() -> f64 {
  %a = mx.constant 0.5 : f64
  %b = mx.constant 0.5 : f64
  %c = mx.add %a, %b : f64, f64
  return %c : f64
}
// CHECK-LABEL: func.func @constants(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] : f64

// Of a symmetric matrix of which one triangle is read the inverse is not symmetric.
func.func @triangular(%x: !mx.matrix<n x 1, f64>) -> f64 {
  %t = mx.transpose %x : !mx.matrix<n x 1, f64>
  %p = mx.mul %x, %t : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  %l = mx.triangle %p {diagonal = 0.0 : f64, lower = true} : <n x n, f64>
  %i = mx.identity : <n x n, f64>
  %a = mx.add %l, %i : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %v = mx.inverse "unitlower" %a : !mx.matrix<n x n, f64>
  %y = mx.inner %v, %v : <n x n, f64>, <n x n, f64>
  return %y : f64
}
// CHECK-LABEL: func.func @triangular(
// CHECK: %[[F:.+]] = mx.factorize "unitlower" %{{.+}} :
// CHECK-NEXT: %[[V:.+]] = mx.inverse "unitlower" %[[F]] :
// CHECK-NEXT: mx.solve %[[F]], %[[V]] {transposed = true} :
