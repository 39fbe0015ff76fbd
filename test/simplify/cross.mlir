// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// It stands as it is.
func.func @cross(%a: !mx.matrix<3 x 1, f64>, %b: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = mx.cross %a, %b : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %0 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @cross(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.cross %[[A]], %[[B]] : <3 x 1, f64>, <3 x 1, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<3 x 1, f64>

// a × a = 0
func.func @zero(%a: !mx.matrix<3 x 1, f64>, %b: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = mx.cross %a, %a : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %0 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @zero(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<3 x 1, f64>

// b × a = −(a × b)
func.func @order(%a: !mx.matrix<3 x 1, f64>, %b: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = mx.cross %b, %a : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  %1 = mx.cross %a, %b : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  %2 = mx.add %0, %1 : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %2 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @order(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<3 x 1, f64>

// (s a) × (t b) = s t (a × b)
func.func @scalars(%a: !mx.matrix<3 x 1, f64>, %b: !mx.matrix<3 x 1, f64>, %s: f64) -> !mx.matrix<3 x 1, f64> {
  %c = mx.constant 2.0 : f64
  %0 = mx.mul %s, %a : f64, !mx.matrix<3 x 1, f64>
  %1 = mx.mul %c, %b : f64, !mx.matrix<3 x 1, f64>
  %2 = mx.cross %0, %1 : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %2 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @scalars(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.cross %[[A]], %[[B]] : <3 x 1, f64>, <3 x 1, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[S]], %[[T1]] : f64, f64, !mx.matrix<3 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<3 x 1, f64>
