// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d aᵢⱼ = (da)ᵢⱼ; the places are not active
func.func @element(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %i: index {mx.name = "i"},
    %j: index {mx.name = "j"}) -> f64
    attributes {mx.cpp_name = "element", mx.del = [array<i64: 0>]} {
  %0 = mx.element %a[%i, %j] : <m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @element_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[D1_A]][%[[I]], %[[J]]] :
// CHECK-NEXT: return %[[T0]] :
