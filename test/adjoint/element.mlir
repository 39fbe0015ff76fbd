// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ at (i, j), zero elsewhere
func.func @element(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %i: index {mx.name = "i"},
    %j: index {mx.name = "j"}) -> f64
    attributes {mx.cpp_name = "element", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.element %a[%i, %j] : !mx.matrix<m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @element_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.assemble %[[BAR]] at[%[[I]]], [%[[J]]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
