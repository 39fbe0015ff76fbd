// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d prod_others(a) = prod_others(a; da)
func.func @first(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "first", mx.del = [array<i64: 0>]} {
  %0 = mx.prod_others %a over "all" : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @first_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D1_A]] over "all" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>

// in the matrix, in a direction, in both
func.func @with_direction(%a: !mx.matrix<m x n, f64> {mx.name = "a"}, %d: !mx.matrix<m x n, f64> {mx.name = "d"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "with_direction", mx.del = [array<i64: 0>, array<i64: 1>, array<i64: 0, 1>]} {
  %0 = mx.prod_others %a, %d over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @with_direction_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D]], %[[D1_A]] over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @with_direction_d1_d(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[D1_D:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D1_D]] over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
// CHECK-LABEL: func.func @with_direction_d2_a_d(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[D1_A:[^:]+]]:{{.*}}%[[D2_D:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.prod_others %[[A]], %[[D2_D]], %[[D1_A]] over "rows" : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
// CHECK-NEXT: return %[[T0]] : !mx.matrix<m x n, f64>
