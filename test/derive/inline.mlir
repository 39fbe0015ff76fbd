// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s
// RUN: not delgen-opt --mx-differentiate %S/Inputs/recursive.mlir 2>&1 | FileCheck --check-prefix=RECURSIVE %s

// Gradients follow calls, so that what a callee computes is computed once.
func.func private @layer(%W: !mx.matrix<m x n, f64> {mx.name = "W"}, %X: !mx.matrix<n x k, f64> {mx.name = "X"}) -> !mx.matrix<m x k, f64>
    attributes {mx.cpp_name = "layer"} {
  %0 = mx.mul %W, %X : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  %1 = mx.map "tanh" %0 : !mx.matrix<m x k, f64>
  return %1 : !mx.matrix<m x k, f64>
}

// The callee's sizes are the caller's: k is p here.
func.func @net(%W: !mx.matrix<m x n, f64> {mx.name = "W"}, %X: !mx.matrix<n x p, f64> {mx.name = "X"}) -> f64
    attributes {mx.cpp_name = "net", mx.requests = [{what = "gradient", of = array<i64: 0>}]} {
  %0 = mx.call @layer(%W, %X) : (!mx.matrix<m x n, f64>, !mx.matrix<n x p, f64>) -> !mx.matrix<m x p, f64>
  %1 = mx.inner %0, %0 : <m x p, f64>, <m x p, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @net_grad_W
// CHECK-NOT:     mx.call
// CHECK:         %[[P:.*]] = mx.mul %arg0, %arg1 : !mx.matrix<m x n, f64>, !mx.matrix<n x p, f64>
// CHECK:         mx.map "tanh" %[[P]]
// CHECK-NOT:     mx.call
// CHECK:         return

// Here a matrix of the callee is a scalar.
func.func @scalar(%w: f64 {mx.name = "w"}, %x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.requests = [{what = "gradient", of = array<i64: 0>}]} {
  %0 = mx.call @layer(%w, %x) : (f64, f64) -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @scalar_grad_w
// CHECK:         mx.mul %arg0, %arg1 : f64, f64
// CHECK:         return %{{.*}} : f64

// A size that is made of a parameter.
func.func private @ones(%k: index {mx.name = "k", mx.size = "k"}, %s: f64 {mx.name = "s"}) -> f64
    attributes {mx.cpp_name = "ones"} {
  %0 = mx.fill %s : f64 -> <k x 1, f64>
  %1 = mx.inner %0, %0 : <k x 1, f64>, <k x 1, f64>
  return %1 : f64
}
func.func @counted(%n: index {mx.name = "n"}, %s: f64 {mx.name = "s"}) -> f64
    attributes {mx.cpp_name = "counted", mx.requests = [{what = "gradient", of = array<i64: 1>}]} {
  %0 = mx.call @ones(%n, %s) : (index, f64) -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @counted_grad_s
// CHECK:         mx.bind "k" = %arg0
// CHECK:         mx.real %arg0

// RECURSIVE: error: 'twice' cannot be differentiated: it calls itself
