// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// ā = reshape(ȳ)
func.func @reshaped(%a: !mx.matrix<2 x 6, f64> {mx.name = "a"}) -> !mx.matrix<4 x 3, f64>
    attributes {mx.cpp_name = "reshaped", mx.requests = [{of = array<i64: 0>, what = "vjp"}]} {
  %0 = mx.reshape %a : !mx.matrix<2 x 6, f64> -> !mx.matrix<4 x 3, f64>
  return %0 : !mx.matrix<4 x 3, f64>
}
// CHECK-LABEL: func.func @reshaped_vjp_a(
// CHECK-SAME: %{{[^:]+}}:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reshape %[[BAR]] : <4 x 3, f64> -> <2 x 6, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<2 x 6, f64>
