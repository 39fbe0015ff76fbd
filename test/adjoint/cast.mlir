// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = cast(ȳ)
func.func @cast(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f32>
    attributes {mx.cpp_name = "cast", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.cast %a : !mx.matrix<m x n, f64> -> !mx.matrix<m x n, f32>
  return %0 : !mx.matrix<m x n, f32>
}
// CHECK-LABEL: func.func @cast_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cast %[[BAR]] : !mx.matrix<m x n, f32> -> !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
