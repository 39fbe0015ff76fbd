// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = diag(ȳ)
func.func @diagonal(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "diagonal", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.diagonal %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @diagonal_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diag %[[BAR]] : !mx.matrix<n x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<n x n, f64>
