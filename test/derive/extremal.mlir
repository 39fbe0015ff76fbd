// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// where a is largest does not change
func.func @constant(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "constant", mx.del = [array<i64: 0>]} {
  %0 = mx.extremal "max" %a over "rows" : <m x n, f64>
  %1 = mx.hadamard %0, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @constant_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extremal "max" %[[A]] over "rows" : <m x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[T0]], %[[D1_A]] : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<m x n, f64>
