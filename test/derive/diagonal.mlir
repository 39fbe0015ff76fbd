// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d diag⁻¹(a) = diag⁻¹(da)
func.func @diagonal(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "diagonal", mx.del = [array<i64: 0>]} {
  %0 = mx.diagonal %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @diagonal_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :
