// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// sizes do not depend on any value
func.func @dim(%l: !mx.list<!mx.matrix<_ x 1, f64>> {mx.name = "l"}, %i: index {mx.name = "i"}) -> f64
    attributes {mx.cpp_name = "dim", mx.del = [array<i64: 0>]} {
  %0 = mx.at %l[%i] : <!mx.matrix<_ x 1, f64>> -> !mx.matrix<n x 1, f64>
  %1 = mx.dim %0, 0 : <n x 1, f64>
  %2 = mx.real %1 : f64
  %3 = mx.sum %0 : !mx.matrix<n x 1, f64>
  %4 = mx.mul %2, %3 : f64, f64
  return %4 : f64
}
// CHECK-LABEL: func.func @dim_d1_l(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[I:[^:]+]]: index{{.*}}%[[D1_L:[^:]+]]:
// CHECK-NEXT: %[[A:.+]] = mx.at %[[L]][%[[I]]]
// CHECK: %[[N:.+]] = mx.dim %[[A]], 0 :
// CHECK: %[[R:.+]] = mx.real %[[N]] : f64
// CHECK: mx.mul %[[R]],
// CHECK-NOT: mx.dim
