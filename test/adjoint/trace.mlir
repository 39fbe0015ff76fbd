// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = ȳ I
func.func @trace(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "trace", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.trace %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @trace_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <n x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[BAR]], %[[T0]] : f64, !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<n x n, f64>
