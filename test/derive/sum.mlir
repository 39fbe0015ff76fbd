// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d Σ a = Σ da
func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "sum", mx.del = [array<i64: 0>]} {
  %0 = mx.sum %a : !mx.matrix<m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @sum_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :
