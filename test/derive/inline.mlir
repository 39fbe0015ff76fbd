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

// A size that only an entry of a list tells is another size at each call.
func.func private @first(%w: !mx.list<!mx.matrix<_ x _, f64>> {mx.name = "w"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "first"} {
  %k = arith.constant 0 : index
  %0 = mx.at %w[%k] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<p x n, f64>
  %1 = mx.mul %0, %x : !mx.matrix<p x n, f64>, !mx.matrix<n x 1, f64>
  %2 = mx.inner %1, %1 : <p x 1, f64>, <p x 1, f64>
  return %2 : f64
}
func.func @lists(%u: !mx.list<!mx.matrix<_ x _, f64>> {mx.name = "u"}, %v: !mx.list<!mx.matrix<_ x _, f64>> {mx.name = "v"},
                 %x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "lists", mx.requests = [{what = "gradient", of = array<i64: 2>}]} {
  %0 = mx.call @first(%u, %x) : (!mx.list<!mx.matrix<_ x _, f64>>, !mx.matrix<n x 1, f64>) -> f64
  %1 = mx.call @first(%v, %x) : (!mx.list<!mx.matrix<_ x _, f64>>, !mx.matrix<n x 1, f64>) -> f64
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @lists_grad_x
// CHECK-DAG:     mx.at %arg0[%{{.*}}] : {{.*}} -> !mx.matrix<p2 x n, f64>
// CHECK-DAG:     mx.at %arg1[%{{.*}}] : {{.*}} -> !mx.matrix<p x n, f64>
// CHECK:         return

// RECURSIVE: error: 'twice' cannot be differentiated: it calls itself
