// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d ∏ a = ∏ a + da, the part linear in da
func.func @first(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "first", mx.del = [array<i64: 0>]} {
  %0 = mx.prod %x : !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @first_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D1_X]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :

func.func @second(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "second", mx.del = [array<i64: 0>]} {
  %0 = mx.prod %x : !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @second_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D1_X]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :

// in the matrix, in a direction, in both
func.func @with_direction(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %d: !mx.matrix<n x 1, f64> {mx.name = "d"}) -> f64
    attributes {mx.cpp_name = "with_direction", mx.del = [array<i64: 0>, array<i64: 1>, array<i64: 0, 1>]} {
  %0 = mx.prod %x, %d : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: func.func @with_direction_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D]], %[[D1_X]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func @with_direction_d1_d(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[D1_D:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D1_D]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func @with_direction_d2_x_d(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[D1_X:[^:]+]]:{{.*}}%[[D2_D:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[X]], %[[D2_D]], %[[D1_X]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
// CHECK-NEXT: return %[[T0]] :

func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "rows", mx.del = [array<i64: 0>]} {
  %0 = mx.prod %a : !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @rows_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod %[[A]], %[[D1_A]] : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
// CHECK-NEXT: return %[[T0]] :
