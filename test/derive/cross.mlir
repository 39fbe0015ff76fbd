// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d(a × b) = da × b + a × db
func.func @cross(%a: !mx.matrix<3 x 1, f64> {mx.name = "a"},
    %b: !mx.matrix<3 x 1, f64> {mx.name = "b"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "cross", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.cross %a, %b : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %0 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @cross_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cross %[[D1_A]], %[[B]] : <3 x 1, f64>, <3 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<3 x 1, f64>
// CHECK-LABEL: func.func @cross_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cross %[[A]], %[[D1_B]] : <3 x 1, f64>, <3 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<3 x 1, f64>
