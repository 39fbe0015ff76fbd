// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// a comparison has no tangent
func.func @constant(%a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "constant", mx.del = [array<i64: 0>]} {
  %0 = mx.compare "gt" %a, %b : f64, f64
  %1 = mx.mul %0, %a : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @constant_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.compare "gt" %[[A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[D1_A]] :
// CHECK-NEXT: return %[[T1]] :
