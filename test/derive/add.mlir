// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d(a + b) = da + db
func.func @first(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "first", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @first_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: return %[[D1_A]] :
// CHECK-LABEL: func.func @first_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: return %[[D1_B]] :

func.func @twice(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "twice", mx.del = [array<i64: 0>]} {
  %0 = mx.add %a, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @twice_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[D1_A]], %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :

func.func @both(%a: !mx.matrix<n x n, f64> {mx.name = "a"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "both", mx.del = [array<i64: 0>]} {
  %0 = mx.transpose %a : !mx.matrix<n x n, f64>
  %1 = mx.add %a, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @both_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[D1_A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// only the active terms have tangents
func.func @some(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "some", mx.del = [array<i64: 0>]} {
  %0 = mx.add %b, %a, %b, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @some_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[D1_A]], %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :

// d²(a + b) = 0, which is a zero only where it is returned
func.func @second(%a: f64 {mx.name = "a"}, %b: f64 {mx.name = "b"}) -> f64
    attributes {mx.cpp_name = "second", mx.del = [array<i64: 0, 1>]} {
  %0 = mx.add %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @second_d2_a_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:{{.*}}%[[D2_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :
