// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d diag(a) = diag(da)
func.func @diag(%a: !mx.matrix<n x 1, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "diag", mx.del = [array<i64: 0>]} {
  %0 = mx.diag %a : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @diag_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :

func.func @row(%a: !mx.matrix<1 x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "row", mx.del = [array<i64: 0>]} {
  %0 = mx.diag %a : !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @row_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :
