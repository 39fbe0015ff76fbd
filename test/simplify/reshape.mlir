// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// twice is once, and back is not at all
func.func @twice(%a: !mx.matrix<2 x 6, f64>) -> !mx.matrix<4 x 3, f64> {
  %0 = mx.reshape %a : <2 x 6, f64> -> <3 x 4, f64>
  %1 = mx.reshape %0 : <3 x 4, f64> -> <4 x 3, f64>
  return %1 : !mx.matrix<4 x 3, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reshape %[[A0]] : <2 x 6, f64> -> <4 x 3, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<4 x 3, f64>

func.func @back(%a: !mx.matrix<2 x 6, f64>) -> !mx.matrix<2 x 6, f64> {
  %0 = mx.reshape %a : <2 x 6, f64> -> <12 x 1, f64>
  %1 = mx.reshape %0 : <12 x 1, f64> -> <2 x 6, f64>
  return %1 : !mx.matrix<2 x 6, f64>
}
// CHECK-LABEL: func.func @back(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: return %[[A0]] : !mx.matrix<2 x 6, f64>

// a vector has one order
func.func @row(%a: !mx.matrix<6 x 1, f64>) -> !mx.matrix<1 x 6, f64> {
  %0 = mx.reshape %a : <6 x 1, f64> -> <1 x 6, f64>
  return %0 : !mx.matrix<1 x 6, f64>
}
// CHECK-LABEL: func.func @row(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A0]] : !mx.matrix<6 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<1 x 6, f64>

func.func @from_row(%a: !mx.matrix<6 x 1, f64>) -> !mx.matrix<2 x 3, f64> {
  %0 = mx.transpose %a : !mx.matrix<6 x 1, f64>
  %1 = mx.reshape %0 : <1 x 6, f64> -> <2 x 3, f64>
  return %1 : !mx.matrix<2 x 3, f64>
}
// CHECK-LABEL: func.func @from_row(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reshape %[[A0]] : <6 x 1, f64> -> <2 x 3, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<2 x 3, f64>

// reshape(fill(s)) = fill(s), reshape(s a) = s reshape(a)
func.func @fill(%s: f64) -> !mx.matrix<6 x 1, f64> {
  %0 = mx.fill %s : f64 -> <2 x 3, f64>
  %1 = mx.reshape %0 : <2 x 3, f64> -> <6 x 1, f64>
  return %1 : !mx.matrix<6 x 1, f64>
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.fill %[[A0]] : f64 -> <6 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<6 x 1, f64>

func.func @scaled(%s: f64, %a: !mx.matrix<2 x 3, f64>) -> !mx.matrix<6 x 1, f64> {
  %0 = mx.mul %s, %a : f64, !mx.matrix<2 x 3, f64>
  %1 = mx.reshape %0 : <2 x 3, f64> -> <6 x 1, f64>
  return %1 : !mx.matrix<6 x 1, f64>
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.reshape %[[A1]] : <2 x 3, f64> -> <6 x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A0]], %[[T0]] : f64, !mx.matrix<6 x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<6 x 1, f64>
