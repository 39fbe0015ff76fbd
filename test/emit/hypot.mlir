// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @scalar(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.result = "double", mx.directions = []} {
  %0 = mx.hypot %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰scalar(a; ) = hypot(a, b)
// CHECK-NEXT: inline double scalar(double a, double b) {
// CHECK-NEXT:   return std::hypot(a, b);
// CHECK-NEXT: }

// a lambda, for Eigen has none
func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.hypot %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = hypot(a, b)
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.array().binaryExpr(b.array(), [](double s, double t) { return std::hypot(s, t);
// CHECK-NEXT:       }).matrix();
// CHECK-NEXT: }

// whose parameters hide no other
func.func @taken(%s: !mx.matrix<n x 1, f64> {mx.name = "s", mx.type = "const Eigen::VectorXd&"},
    %t: !mx.matrix<n x 1, f64> {mx.name = "t", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "taken", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.hypot %s, %t : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰taken(s; ) = hypot(s, t)
// CHECK-NEXT: inline Eigen::VectorXd taken(const Eigen::VectorXd& s, const Eigen::VectorXd& t) {
// CHECK-NEXT:   return s.array().binaryExpr(t.array(), [](double s_, double t_) { return std::hypot(s_, t_);
// CHECK-NEXT:       }).matrix();
// CHECK-NEXT: }
