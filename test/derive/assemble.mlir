// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d [a, b] = [da, db]
func.func @both(%a: !mx.matrix<2 x 1, f64> {mx.name = "a"},
    %b: f64 {mx.name = "b"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "both", mx.del = [array<i64: 0, 1>]} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a, %b at [%0, %2], [%0, %0] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}

// a block that is not active leaves zeros
func.func @one(%a: !mx.matrix<2 x 1, f64> {mx.name = "a"},
    %b: f64 {mx.name = "b"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "one", mx.del = [array<i64: 1>]} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a, %b at [%0, %2], [%0, %0] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @one_d1_b(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T2:.+]] = mx.assemble %[[A2]] at[%[[T1]]], [%[[T0]]] : f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<3 x 1, f64>
