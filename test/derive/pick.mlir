// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d max a = da where a is largest
func.func @itself(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "itself", mx.del = [array<i64: 0>]} {
  %0 = mx.pick "max" %x, %x : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @itself_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pick "max" %[[X]], %[[D1_X]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :

// where a is smallest does not change
func.func @other(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "other", mx.del = [array<i64: 0, 1>]} {
  %0 = mx.pick "min" %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @other_d2_a_b(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x 1, f64>
// CHECK-NEXT: return %[[T1]] :
