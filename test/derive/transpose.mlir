// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d aᵀ = (da)ᵀ
func.func @transpose(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "transpose", mx.del = [array<i64: 0>]} {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @transpose_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :

func.func @row(%a: !mx.matrix<1 x n, f64> {mx.name = "a"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "row", mx.del = [array<i64: 0>]} {
  %0 = mx.transpose %a : !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @row_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :
