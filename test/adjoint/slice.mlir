// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ in the block, zero elsewhere
func.func @block(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %i: index {mx.name = "i"},
    %j: index {mx.name = "j"}) -> !mx.matrix<2 x 3, f64>
    attributes {mx.cpp_name = "block", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.slice %a[%i, %j] : !mx.matrix<m x n, f64> -> !mx.matrix<2 x 3, f64>
  return %0 : !mx.matrix<2 x 3, f64>
}
// CHECK-LABEL: func.func @block_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.assemble %[[BAR]] at[%[[I]]], [%[[J]]] : !mx.matrix<2 x 3, f64> -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
