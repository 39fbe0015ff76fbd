// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d select(c, a, b) = select(c, da, db)
func.func @both(%c: f64 {mx.name = "c"}, %a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "both", mx.del = [array<i64: 1>]} {
  %0 = mx.mul %a, %b : f64, f64
  %1 = mx.select %c, %a, %0 : f64, f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @both_d1_a(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[D1_A]], %[[B]] :
// CHECK-NEXT: %[[T1:.+]] = mx.select %[[C]], %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// zeros where only one side varies
func.func @one(%c: !mx.matrix<m x n, f64> {mx.name = "c"}, %a: !mx.matrix<m x n, f64> {mx.name = "a"}, %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "one", mx.del = [array<i64: 1>]} {
  %0 = mx.select %c, %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @one_d1_a(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%{{[^:]+}}:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <m x n, f64>
// CHECK-NEXT: %[[T2:.+]] = mx.select %[[C]], %[[D1_A]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

// the condition has no tangent
func.func @condition(%c: f64 {mx.name = "c"}, %a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "condition", mx.del = [array<i64: 0>]} {
  %0 = mx.select %c, %a, %b : f64, f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @condition_d1_c(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :
