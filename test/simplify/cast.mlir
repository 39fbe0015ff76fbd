// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// equal conversions are one; a conversion is not seen through
func.func @twice(%a: f32) -> f64 {
  %0 = mx.cast %a : f32 -> f64
  %1 = mx.cast %a : f32 -> f64
  %2 = mx.add %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.cast %[[A]] : f32 -> f64
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @back(%a: f64) -> f64 {
  %0 = mx.cast %a : f64 -> f32
  %1 = mx.cast %0 : f32 -> f64
  return %1 : f64
}
// CHECK-LABEL: func.func @back(
// CHECK-SAME: %[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cast %[[A]] : f64 -> f32
// CHECK-NEXT: %[[T1:.+]] = mx.cast %[[T0]] : f32 -> f64
// CHECK-NEXT: return %[[T1]] :
