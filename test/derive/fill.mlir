// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d fill(a) = fill(da)
func.func @fill(%a: f64 {mx.name = "a"},
    %x: !mx.matrix<m x n, f64> {mx.name = "x"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "fill", mx.del = [array<i64: 0>]} {
  %0 = mx.fill %a : f64 -> <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @fill_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.fill %[[D1_A]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] :
