// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = reverse(ȳ), of the same
func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "rows", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.reverse %a {cols = false, rows = true} : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @rows_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reverse %[[BAR]] {cols = false, rows = true} : <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>

func.func @both(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "both", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.reverse %a {cols = true, rows = true} : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @both_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reverse %[[BAR]] {cols = true, rows = true} : <m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
