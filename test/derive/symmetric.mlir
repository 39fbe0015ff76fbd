// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d sym(a) = sym(da)
func.func @symmetric(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "symmetric", mx.del = [array<i64: 0>]} {
  %0 = mx.symmetric %a {lower = false} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @symmetric_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.symmetric %[[D1_A]] {lower = false} :
// CHECK-NEXT: return %[[T0]] :
