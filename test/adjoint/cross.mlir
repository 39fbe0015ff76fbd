// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = b × ȳ, b̄ = ȳ × a
func.func @cross(%a: !mx.matrix<3 x 1, f64> {mx.name = "a"},
    %b: !mx.matrix<3 x 1, f64> {mx.name = "b"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "cross", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.cross %a, %b : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %0 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @cross_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cross %[[B]], %[[BAR]] : <3 x 1, f64>, <3 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<3 x 1, f64>
// CHECK-LABEL: func.func @cross_vjp_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cross %[[BAR]], %[[A]] : <3 x 1, f64>, <3 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<3 x 1, f64>
