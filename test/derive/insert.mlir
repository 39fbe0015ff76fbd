// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d insert(a, b) = insert(da, db)
func.func @both(%a: !mx.matrix<2 x 1, f64> {mx.name = "a"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b"},
    %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "both", mx.del = [array<i64: 0, 1>]} {
  %0 = arith.constant 0 : index
  %1 = mx.insert %a, %b[%i, %0] : !mx.matrix<2 x 1, f64>, <n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}

// zero around the block
func.func @block(%a: !mx.matrix<2 x 1, f64> {mx.name = "a"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b"},
    %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "block", mx.del = [array<i64: 0>]} {
  %0 = arith.constant 0 : index
  %1 = mx.insert %a, %b[%i, %0] : !mx.matrix<2 x 1, f64>, <n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @block_d1_a(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = mx.assemble %[[A3]] at[%[[A2]]], [%[[T0]]] : !mx.matrix<2 x 1, f64> -> <n x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<n x 1, f64>

// zero in place of the block
func.func @rest(%a: f64 {mx.name = "a"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b"},
    %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "rest", mx.del = [array<i64: 1>]} {
  %0 = arith.constant 0 : index
  %1 = mx.insert %a, %b[%i, %0] : f64, <n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @rest_d1_b(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.insert %[[T0]], %[[A3]][%[[A2]], %[[T1]]] : f64, <n x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<n x 1, f64>
