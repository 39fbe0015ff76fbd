// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳᵀ
func.func @transposed(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "transposed", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<n x m, f64>
}
// CHECK-LABEL: func.func @transposed_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[BAR]] : !mx.matrix<n x m, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
