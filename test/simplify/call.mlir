// RUN: delgen-opt %s --mx-simplify | FileCheck %s

func.func private @callee(f64) -> f64

// equal calls are one
func.func @twice(%a: f64) -> f64 {
  %0 = mx.call @callee(%a) : (f64) -> f64
  %1 = mx.call @callee(%a) : (f64) -> f64
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.call @callee(%[[A]]) : (f64) -> f64
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
