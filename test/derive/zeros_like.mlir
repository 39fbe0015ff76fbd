// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// Zeros have no tangent.
func.func @zeros(%l: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "l"}, %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "zeros", mx.del = [array<i64: 0>]} {
  %z = mx.zeros_like %l : !mx.list<!mx.matrix<n x 1, f64>>
  %y = mx.at %z[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %y : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @zeros_d1_l(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: return %[[T1]] :
