// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @vector(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "vector", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.reverse %a {cols = false, rows = true} : <n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰vector(a; ) = reverse(a)
// CHECK-NEXT: inline Eigen::VectorXd vector(const Eigen::VectorXd& a) {
// CHECK-NEXT:   return a.reverse();
// CHECK-NEXT: }

func.func @both(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "both", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.reverse %a {cols = true, rows = true} : <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰both(a; ) = reverse(a)
// CHECK-NEXT: inline Eigen::MatrixXd both(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.reverse();
// CHECK-NEXT: }

func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "rows", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.reverse %a {cols = false, rows = true} : <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰rows(a; ) = reverseRows(a)
// CHECK-NEXT: inline Eigen::MatrixXd rows(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.colwise().reverse();
// CHECK-NEXT: }

func.func @cols(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "cols", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.reverse %a {cols = true, rows = false} : <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰cols(a; ) = reverseCols(a)
// CHECK-NEXT: inline Eigen::MatrixXd cols(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.rowwise().reverse();
// CHECK-NEXT: }
