// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ in every entry
func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "sum", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.sum %a : !mx.matrix<m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @sum_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.fill %[[BAR]] : f64 -> <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
