// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = tri(ȳ), the diagonal times the same number
func.func @lower(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "lower", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.triangle %a {diagonal = 0.5, lower = true} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @lower_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.triangle %[[BAR]] {diagonal = 5.000000e-01 : f64, lower = true} : <n x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<n x n, f64>

func.func @upper(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "upper", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.triangle %a {diagonal = 0.0, lower = false} : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @upper_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.triangle %[[BAR]] {diagonal = 0.000000e+00 : f64, lower = false} : <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
