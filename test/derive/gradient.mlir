// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// Gradients are transposes of del functions, and stand in the shape of the variable.

// ∇ ⟨x, A x⟩ = A x + Aᵀ x
func.func @form(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %A: !mx.matrix<n x n, f64> {mx.name = "A"}) -> f64
    attributes {mx.cpp_name = "form", mx.requests = [{what = "gradient", of = array<i64: 0>}]} {
  %0 = mx.mul %A, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.inner %x, %0 : <n x 1, f64>, <n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @form_grad_x
// CHECK-SAME:    mx.base = @form
// CHECK-SAME:    mx.reading = {of = array<i64: 0>, what = "gradient"}
// CHECK:         %[[P:.*]] = mx.mul %arg1, %arg0
// CHECK:         %[[T:.*]] = mx.transpose %arg1
// CHECK:         %[[Q:.*]] = mx.mul %[[T]], %arg0
// CHECK:         %[[G:.*]] = mx.add %[[P]], %[[Q]]
// CHECK:         return %[[G]] : !mx.matrix<n x 1, f64>

// Value and gradients share what they have in common: W T and the residual.
func.func @loss(%W: !mx.matrix<m x n, f64> {mx.name = "W"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %y: !mx.matrix<m x 1, f64> {mx.name = "y"}) -> f64
    attributes {mx.cpp_name = "loss", mx.requests = [{what = "value_and_gradient", of = array<i64: 1, 0>}]} {
  %c = mx.constant -1.0 : f64
  %0 = mx.mul %W, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.mul %c, %y : f64, !mx.matrix<m x 1, f64>
  %2 = mx.add %0, %1 : !mx.matrix<m x 1, f64>, !mx.matrix<m x 1, f64>
  %3 = mx.inner %2, %2 : <m x 1, f64>, <m x 1, f64>
  return %3 : f64
}
// CHECK-LABEL: func.func @loss_value_and_grad_x_W
// CHECK-SAME:    -> (f64, !mx.matrix<n x 1, f64>, !mx.matrix<m x n, f64>)
// CHECK-SAME:    mx.outputs = [{name = "grad_x"}, {name = "grad_W"}]
// CHECK-COUNT-1: mx.mul %arg0, %arg1
// CHECK-NOT:     mx.mul %arg0, %arg1
// CHECK:         return

// What is symmetric has a symmetric gradient, what is lower a lower one.
func.func @structured(%S: !mx.matrix<n x n, f64> {mx.name = "S", mx.assume = ["spd"]}, %L: !mx.matrix<n x n, f64> {mx.name = "L", mx.assume = ["lower"]}, %A: !mx.matrix<n x n, f64> {mx.name = "A"}) -> f64
    attributes {mx.cpp_name = "structured", mx.requests = [{what = "gradient", of = array<i64: 0>}, {what = "gradient", of = array<i64: 1>}]} {
  %0 = mx.inner %S, %A : <n x n, f64>, <n x n, f64>
  %1 = mx.inner %L, %A : <n x n, f64>, <n x n, f64>
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @structured_grad_S
// CHECK:         %[[H:.*]] = mx.constant 5.000000e-01
// CHECK:         %[[T:.*]] = mx.transpose %arg2
// CHECK:         %[[S:.*]] = mx.add %arg2, %[[T]]
// CHECK:         mx.mul %[[H]], %[[S]]
// CHECK-LABEL: func.func @structured_grad_L
// CHECK:         mx.triangle %arg2 {diagonal = 1.000000e+00 : f64, lower = true}

// A gradient that is zero has a shape all the same.
func.func @none(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %s: f64 {mx.name = "s"}) -> f64
    attributes {mx.cpp_name = "none", mx.requests = [{what = "gradient", of = array<i64: 0>}]} {
  return %s : f64
}
// CHECK-LABEL: func.func @none_grad_x
// CHECK:         %[[C:.*]] = mx.constant 0.000000e+00
// CHECK:         %[[Z:.*]] = mx.fill %[[C]]
// CHECK:         return %[[Z]] : !mx.matrix<n x 1, f64>

// What a choice cuts off stays so: select(c, w s′, 0), not select(c, w, 0) s′, which is NaN
// where s′ is infinite.
func.func @guarded(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "guarded", mx.requests = [{what = "gradient", of = array<i64: 0>}]} {
  %zero = mx.constant 0.0 : f64
  %c = mx.compare "gt" %x, %zero : f64, f64
  %l = mx.map "log" %x : f64
  %y = mx.select %c, %l, %zero : f64, f64, f64
  return %y : f64
}
// CHECK-LABEL: func.func @guarded_grad_x
// CHECK:         %[[I:.*]] = mx.pow %arg0, -1.000000e+00
// CHECK:         %[[G:.*]] = mx.select %{{.*}}, %[[I]], %{{.*}} : f64, f64, f64
// CHECK:         return %[[G]]
