// RUN: delgen-opt %s --mx-differentiate | FileCheck %s

// A direction has what sums and multiples keep of the parameter's properties.
func.func @f(%A: !mx.matrix<n x n, f64> {mx.name = "A", mx.assume = ["spd", "symmetric"]},
             %L: !mx.matrix<n x n, f64> {mx.name = "L", mx.assume = ["lower"]},
             %D: !mx.matrix<n x n, f64> {mx.name = "D", mx.assume = ["upper", "diagonal"]},
             %Q: !mx.matrix<n x n, f64> {mx.name = "Q", mx.assume = ["orthogonal"]}) -> f64
    attributes {mx.cpp_name = "f", mx.del = [array<i64: 0, 1>, array<i64: 2, 3>]} {
  %0 = mx.mul %A, %L, %D, %Q : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %1 = mx.trace %0 : !mx.matrix<n x n, f64>
  return %1 : f64
}
// CHECK: func.func @f_d2_A_L(
// CHECK-SAME: {mx.assume = ["spd", "symmetric"], mx.name = "A"}
// CHECK-SAME: {mx.assume = ["lower"], mx.name = "L"}
// CHECK-SAME: {mx.assume = ["upper", "diagonal"], mx.name = "D"}
// CHECK-SAME: {mx.assume = ["orthogonal"], mx.name = "Q"}
// CHECK-SAME: {mx.assume = ["symmetric"], mx.name = "d1_A"}
// CHECK-SAME: {mx.assume = ["lower"], mx.name = "d2_L"}
// CHECK: func.func @f_d2_D_Q(
// CHECK-SAME: {mx.assume = ["upper", "diagonal"], mx.name = "d1_D"}
// CHECK-SAME: {mx.name = "d2_Q"}
