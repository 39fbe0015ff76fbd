// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = tri(ȳ + ȳᵀ) with half the diagonal
func.func @lower(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "lower", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.symmetric %a {lower = true} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @lower_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[BAR]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[BAR]], %[[T0]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.triangle %[[T1]] {diagonal = 5.000000e-01 : f64, lower = true} : <n x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<n x n, f64>

func.func @upper(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "upper", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.symmetric %a {lower = false} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @upper_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[BAR]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[BAR]], %[[T0]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.triangle %[[T1]] {diagonal = 5.000000e-01 : f64, lower = false} : <n x n, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<n x n, f64>
