// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d cast(a) = cast(da)
func.func @scalar(%a: f64 {mx.name = "a"}) -> f32
    attributes {mx.cpp_name = "scalar", mx.del = [array<i64: 0>]} {
  %0 = mx.cast %a : f64 -> f32
  return %0 : f32
}
// CHECK-LABEL: func.func @scalar_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cast %[[D1_A]] : f64 -> f32
// CHECK-NEXT: return %[[T0]] :

func.func @matrix(%a: !mx.matrix<m x n, f32> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>]} {
  %0 = mx.cast %a : !mx.matrix<m x n, f32> -> !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cast %[[D1_A]] : !mx.matrix<m x n, f32> -> !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] :
