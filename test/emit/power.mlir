// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @scalar(%a: f64 {mx.name = "a", mx.type = "double"},
    %p: f64 {mx.name = "p", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.result = "double", mx.directions = []} {
  %0 = mx.power %a, %p : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰scalar(a; ) = a^(p)
// CHECK-NEXT: inline double scalar(double a, double p) {
// CHECK-NEXT:   return std::pow(a, p);
// CHECK-NEXT: }

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %p: f64 {mx.name = "p", mx.type = "double"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.power %a, %p : !mx.matrix<m x n, f64>, f64
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = a^(p)
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a, double p) {
// CHECK-NEXT:   return a.array().pow(p).matrix();
// CHECK-NEXT: }

func.func @array(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::ArrayXd&", mx.array},
    %p: f64 {mx.name = "p", mx.type = "double"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.power %x, %p : !mx.matrix<n x 1, f64>, f64
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰array(x; ) = x^(p)
// CHECK-NEXT: inline Eigen::ArrayXd array(const Eigen::ArrayXd& x, double p) {
// CHECK-NEXT:   return x.pow(p);
// CHECK-NEXT: }

// an exponent for each entry
func.func @exponents(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "exponents", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.power %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰exponents(a; ) = a^(b)
// CHECK-NEXT: inline Eigen::MatrixXd exponents(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.array().pow(b.array()).matrix();
// CHECK-NEXT: }

func.func @scalar_base(%s: f64 {mx.name = "s", mx.type = "double"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "scalar_base", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.power %0, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰scalar_base(s; ) = s^(b)
// CHECK-NEXT: inline Eigen::MatrixXd scalar_base(double s, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return Eigen::pow(s, b.array()).matrix();
// CHECK-NEXT: }
