// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = that block of ȳ; b̄ = ȳ with zeros there
func.func @block(%a: !mx.matrix<2 x 3, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"},
    %i: index {mx.name = "i"},
    %j: index {mx.name = "j"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "block", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.insert %a, %b[%i, %j] : !mx.matrix<2 x 3, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @block_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.slice %[[BAR]][%[[I]], %[[J]]] : <m x n, f64> -> <2 x 3, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<2 x 3, f64>
// CHECK-LABEL: func.func @block_vjp_b(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <2 x 3, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.insert %[[T1]], %[[BAR]][%[[I]], %[[J]]] : !mx.matrix<2 x 3, f64>, <m x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<m x n, f64>

// of an entry
func.func @entry(%a: f64 {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"},
    %i: index {mx.name = "i"},
    %j: index {mx.name = "j"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "entry", mx.requests = [{of = array<i64: 0>, what = "vjp"}, {of = array<i64: 1>, what = "vjp"}]} {
  %0 = mx.insert %a, %b[%i, %j] : f64, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @entry_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[BAR]][%[[I]], %[[J]]] : <m x n, f64>
// CHECK-NEXT: return %[[T0]] : f64
// CHECK-LABEL: func.func @entry_vjp_b(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.insert %[[T0]], %[[BAR]][%[[I]], %[[J]]] : f64, <m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>
