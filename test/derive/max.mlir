// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d max(a, b) = select(a ≥ b, da, db)
func.func @both(%a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "both", mx.del = [array<i64: 0, 1>]} {
  %0 = mx.max %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @both_d2_a_b(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @first(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "first", mx.del = [array<i64: 0>]} {
  %0 = mx.max %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @first_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.compare "ge" %[[A]], %[[B]] :
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.select %[[T1]], %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
