// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d a[i, j] = (da)[i, j]; the places are not active
func.func @slice(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %i: index {mx.name = "i"},
    %j: index {mx.name = "j"}) -> !mx.matrix<2 x 3, f64>
    attributes {mx.cpp_name = "slice", mx.del = [array<i64: 0>]} {
  %0 = mx.slice %a[%i, %j] : <m x n, f64> -> <2 x 3, f64>
  return %0 : !mx.matrix<2 x 3, f64>
}
// CHECK-LABEL: func.func @slice_d1_a(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.slice %[[A3]][%[[A1]], %[[A2]]] : <m x n, f64> -> <2 x 3, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<2 x 3, f64>
