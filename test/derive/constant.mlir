// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d c = 0
func.func @constant(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "constant", mx.del = [array<i64: 0>]} {
  %0 = mx.constant 2.0 : f64
  %1 = mx.add %a, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @constant_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: return %[[D1_A]] :

func.func @alone(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "alone", mx.del = [array<i64: 0>]} {
  %0 = mx.constant 2.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @alone_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// a zero that is returned has the shape of the function
func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>]} {
  %0 = mx.transpose %b : !mx.matrix<m x n, f64>
  %1 = mx.transpose %0 : !mx.matrix<n x m, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T1]] :
