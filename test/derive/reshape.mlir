// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d reshape(a) = reshape(da)
func.func @reshape(%a: !mx.matrix<2 x 3, f64> {mx.name = "a"}) -> !mx.matrix<6 x 1, f64>
    attributes {mx.cpp_name = "reshape", mx.del = [array<i64: 0>]} {
  %0 = mx.reshape %a : <2 x 3, f64> -> <6 x 1, f64>
  return %0 : !mx.matrix<6 x 1, f64>
}
// CHECK-LABEL: func.func @reshape_d1_a(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reshape %[[A1]] : <2 x 3, f64> -> <6 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<6 x 1, f64>
