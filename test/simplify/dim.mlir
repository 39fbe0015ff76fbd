// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// A loop of which only the size of what it carries is needed carries the size.
func.func @carried(%l: !mx.list<!mx.matrix<_ x _, f64>>, %v: !mx.matrix<m x 1, f64>, %s: f64)
    -> !mx.matrix<p x 1, f64> {
  %0 = mx.length %l : <!mx.matrix<_ x _, f64>>
  %h = mx.loop times %0 from %v : !mx.matrix<m x 1, f64> with %l : !mx.list<!mx.matrix<_ x _, f64>>
      -> !mx.matrix<p x 1, f64> {
  ^bb0(%i: index, %a: !mx.matrix<n x 1, f64>, %own: !mx.list<!mx.matrix<_ x _, f64>>):
    %1 = mx.at %own[%i] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<k x n, f64>
    %2 = mx.dim %1, 0 : <k x n, f64>
    mx.bind "k" = %2
    %3 = mx.mul %1, %a : !mx.matrix<k x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %3 : !mx.matrix<k x 1, f64>
  }
  %4 = mx.dim %h, 0 : <p x 1, f64>
  mx.bind "p" = %4
  %5 = mx.fill %s : f64 -> <p x 1, f64>
  return %5 : !mx.matrix<p x 1, f64>
}
// CHECK-LABEL: func.func @carried(
// CHECK-SAME: %[[L:[^:]+]]: {{.*}}, %[[V:[^:]+]]: {{.*}}, %[[S:.+]]: f64)
// CHECK: %[[M:.+]] = mx.extent "m"
// CHECK: %[[P:.+]] = mx.loop times %{{.+}} from %[[M]] : index with %[[L]] : {{.*}} -> index {
// CHECK-NEXT: ^bb0(%[[I:.+]]: index, %{{.+}}: index, %[[OWN:.+]]: !mx.list
// CHECK: %[[A:.+]] = mx.at %[[OWN]][%[[I]]]
// CHECK: %[[K:.+]] = mx.dim %[[A]], 0
// CHECK: mx.yield %[[K]] : index
// CHECK: mx.bind "p" = %[[P]]
// CHECK: mx.fill %[[S]] : f64 -> <p x 1, f64>

// A branch, of whose result only the size is needed, yields the size.
func.func @yielded(%a: !mx.matrix<m x 1, f64>, %b: !mx.matrix<n x 1, f64>, %c: f64)
    -> !mx.matrix<p x 1, f64> {
  %0 = mx.if %c : f64 with %a, %b : !mx.matrix<m x 1, f64>, !mx.matrix<n x 1, f64>
      -> !mx.matrix<p x 1, f64> {
  ^bb0(%x: !mx.matrix<m x 1, f64>, %y: !mx.matrix<n x 1, f64>):
    mx.yield %x : !mx.matrix<m x 1, f64>
  } else {
  ^bb0(%x: !mx.matrix<m x 1, f64>, %y: !mx.matrix<n x 1, f64>):
    mx.yield %y : !mx.matrix<n x 1, f64>
  }
  %1 = mx.dim %0, 0 : <p x 1, f64>
  mx.bind "p" = %1
  %2 = mx.fill %c : f64 -> <p x 1, f64>
  return %2 : !mx.matrix<p x 1, f64>
}
// CHECK-LABEL: func.func @yielded(
// CHECK: %[[P:.+]] = mx.if %{{.+}} : f64 -> index {
// CHECK: %[[M:.+]] = mx.extent "m"
// CHECK: mx.yield %[[M]] : index
// CHECK: %[[N:.+]] = mx.extent "n"
// CHECK: mx.yield %[[N]] : index
// CHECK: mx.bind "p" = %[[P]]

// A size that nothing mentions is not kept.
func.func @unmentioned(%l: !mx.list<!mx.matrix<_ x 1, f64>>, %i: index) -> f64 {
  %0 = mx.at %l[%i] : <!mx.matrix<_ x 1, f64>> -> !mx.matrix<n x 1, f64>
  %1 = mx.dim %0, 0 : <n x 1, f64>
  mx.bind "n" = %1
  %2 = mx.constant 2.0 : f64
  return %2 : f64
}
// CHECK-LABEL: func.func @unmentioned(
// CHECK-NEXT: mx.constant
// CHECK-NEXT: return

// What is bound to the size when an iteration starts need not go on as the size: it is carried
// beside.
func.func @other(%l: !mx.list<!mx.matrix<_ x _, f64>>, %v: !mx.matrix<m x 1, f64>, %s: f64)
    -> (!mx.matrix<p x 1, f64>, index) {
  %0 = mx.length %l : <!mx.matrix<_ x _, f64>>
  %start = mx.extent "m"
  %k, %h = mx.loop times %0 from %start, %v : index, !mx.matrix<m x 1, f64>
      with %l : !mx.list<!mx.matrix<_ x _, f64>> -> index, !mx.matrix<p x 1, f64> {
  ^bb0(%i: index, %j: index, %a: !mx.matrix<n x 1, f64>, %own: !mx.list<!mx.matrix<_ x _, f64>>):
    mx.bind "n" = %j
    %1 = mx.at %own[%i] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<q x n, f64>
    %2 = mx.dim %1, 0 : <q x n, f64>
    mx.bind "q" = %2
    %3 = mx.mul %1, %a : !mx.matrix<q x n, f64>, !mx.matrix<n x 1, f64>
    %c1 = arith.constant 1 : index
    %next = arith.addi %j, %c1 : index
    mx.yield %next, %3 : index, !mx.matrix<q x 1, f64>
  }
  %4 = mx.dim %h, 0 : <p x 1, f64>
  mx.bind "p" = %4
  %5 = mx.fill %s : f64 -> <p x 1, f64>
  return %5, %k : !mx.matrix<p x 1, f64>, index
}
// CHECK-LABEL: func.func @other(
// CHECK: %[[P:.+]]:2 = mx.loop
// CHECK: %[[NEXT:.+]] = arith.addi
// CHECK: %[[Q:.+]] = mx.dim
// CHECK: mx.yield %[[NEXT]], %[[Q]] : index, index
// CHECK: mx.bind "p" = %[[P]]#1
// CHECK: return %{{.+}}, %[[P]]#0

// A scalar may grow to a vector.
func.func @grown(%l: !mx.list<!mx.matrix<_ x _, f64>>, %s: f64) -> !mx.matrix<p x 1, f64> {
  %0 = mx.length %l : <!mx.matrix<_ x _, f64>>
  %h = mx.loop times %0 from %s : f64 with %l : !mx.list<!mx.matrix<_ x _, f64>>
      -> !mx.matrix<p x 1, f64> {
  ^bb0(%i: index, %a: !mx.matrix<n x 1, f64>, %own: !mx.list<!mx.matrix<_ x _, f64>>):
    %1 = mx.at %own[%i] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<q x n, f64>
    %2 = mx.dim %1, 0 : <q x n, f64>
    mx.bind "q" = %2
    %3 = mx.mul %1, %a : !mx.matrix<q x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %3 : !mx.matrix<q x 1, f64>
  }
  %4 = mx.dim %h, 0 : <p x 1, f64>
  mx.bind "p" = %4
  %5 = mx.fill %s : f64 -> <p x 1, f64>
  return %5 : !mx.matrix<p x 1, f64>
}
// CHECK-LABEL: func.func @grown(
// CHECK: %[[ONE:.+]] = arith.constant 1 : index
// CHECK: %[[P:.+]] = mx.loop times %{{.+}} from %[[ONE]] : index with
// CHECK: mx.bind "p" = %[[P]]
