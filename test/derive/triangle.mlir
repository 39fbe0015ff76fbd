// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d tri(a) = tri(da)
func.func @triangle(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "triangle", mx.del = [array<i64: 0>]} {
  %0 = mx.triangle %a {lower = true, diagonal = 1.0} : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @triangle_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.triangle %[[D1_A]] {diagonal = 1.000000e+00 : f64, lower = true} :
// CHECK-NEXT: return %[[T0]] :
