// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ: the matrix is symmetric as it is.
func.func @twice(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "twice", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.mirror %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @twice_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: return %[[BAR]] : !mx.matrix<n x n, f64>
