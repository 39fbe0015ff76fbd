// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// a bound size keeps its meaning in the del function
func.func @bind(%a: f64 {mx.name = "a"}, %n: index {mx.name = "n"}) -> f64
    attributes {mx.cpp_name = "bind", mx.del = [array<i64: 0>]} {
  %0 = arith.constant 1 : index
  %1 = arith.addi %n, %0 : index
  mx.bind "k" = %1
  %2 = mx.fill %a : f64 -> <k x 1, f64>
  %3 = mx.sum %2 : !mx.matrix<k x 1, f64>
  %4 = mx.mul %a, %3 : f64, f64
  return %4 : f64
}
// CHECK-LABEL: func.func @bind_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[N:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 :
// CHECK-NEXT: %[[T1:.+]] = arith.addi %[[N]], %[[T0]] :
// CHECK-NEXT: mx.bind "k" = %[[T1]]
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[A]] : f64 -> <k x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.fill %[[D1_A]] : f64 -> <k x 1, f64>
// CHECK-NEXT: %[[T4:.+]] = mx.sum %[[T2]] :
// CHECK-NEXT: %[[T5:.+]] = mx.sum %[[T3]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D1_A]], %[[T4]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[A]], %[[T5]] :
// CHECK-NEXT: %[[T8:.+]] = mx.add %[[T6]], %[[T7]] :
// CHECK-NEXT: return %[[T8]] :
