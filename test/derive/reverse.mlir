// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d reverse(a) = reverse(da)
func.func @reverse(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "reverse", mx.del = [array<i64: 0>]} {
  %0 = mx.reverse %a {cols = false, rows = true} : <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @reverse_d1_a(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reverse %[[A1]] {cols = false, rows = true} : <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
