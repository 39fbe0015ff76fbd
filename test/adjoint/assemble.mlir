// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = the block of ȳ at its place; for a scalar, the entry
func.func @blocks(%a: !mx.matrix<2 x 3, f64> {mx.name = "a"},
    %s: f64 {mx.name = "s"},
    %i: index {mx.name = "i"},
    %j: index {mx.name = "j"}) -> !mx.matrix<3 x 4, f64>
    attributes {mx.cpp_name = "blocks", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.assemble %a, %s at [%i, %i], [%i, %j] : !mx.matrix<2 x 3, f64>, f64 -> !mx.matrix<3 x 4, f64>
  return %0 : !mx.matrix<3 x 4, f64>
}
// CHECK-LABEL: func.func @blocks_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.slice %[[BAR]][%[[I]], %[[I]]] : <3 x 4, f64> -> <2 x 3, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<2 x 3, f64>
// CHECK-LABEL: func.func @blocks_vjp_s(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[BAR]][%[[I]], %[[J]]] : <3 x 4, f64>
// CHECK-NEXT: return %[[T0]] : f64
