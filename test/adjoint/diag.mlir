// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = diag⁻¹(ȳ)
func.func @of_column(%a: !mx.matrix<n x 1, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "of_column", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.diag %a : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @of_column_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[BAR]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<n x 1, f64>

// as a row, where a is one
func.func @of_row(%a: !mx.matrix<1 x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "of_row", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.diag %a : !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @of_row_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.diagonal %[[BAR]] : !mx.matrix<n x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[T0]] : !mx.matrix<n x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<1 x n, f64>
