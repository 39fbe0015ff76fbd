// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @log_gamma(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "log_gamma", mx.result = "double", mx.directions = []} {
  %0 = mx.polygamma -1 %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰log_gamma(a; ) = log Γ(a)
// CHECK-NEXT: inline double log_gamma(double a) {
// CHECK-NEXT:   return std::lgamma(a);
// CHECK-NEXT: }

func.func @digamma(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "digamma", mx.result = "double", mx.directions = []} {
  %0 = mx.polygamma 0 %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰digamma(a; ) = ψ(a)
// CHECK-NEXT: inline double digamma(double a) {
// CHECK-NEXT:   return Eigen::numext::digamma(a);
// CHECK-NEXT: }

func.func @trigamma(%a: f32 {mx.name = "a", mx.type = "float"}) -> f32
    attributes {mx.cpp_name = "trigamma", mx.result = "float", mx.directions = []} {
  %0 = mx.polygamma 1 %a : f32
  return %0 : f32
}
// CHECK-LABEL: /// d⁰trigamma(a; ) = ψ^(1)(a)
// CHECK-NEXT: inline float trigamma(float a) {
// CHECK-NEXT:   return Eigen::numext::polygamma(1.0f, a);
// CHECK-NEXT: }

func.func @matrix_log_gamma(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_log_gamma", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.polygamma -1 %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_log_gamma(a; ) = log Γ(a)
// CHECK-NEXT: inline Eigen::MatrixXd matrix_log_gamma(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.array().lgamma().matrix();
// CHECK-NEXT: }

func.func @matrix_digamma(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_digamma", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.polygamma 0 %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_digamma(a; ) = ψ(a)
// CHECK-NEXT: inline Eigen::MatrixXd matrix_digamma(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.array().digamma().matrix();
// CHECK-NEXT: }

func.func @matrix_tetragamma(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_tetragamma", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.polygamma 2 %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_tetragamma(a; ) = ψ^(2)(a)
// CHECK-NEXT: inline Eigen::MatrixXd matrix_tetragamma(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.array().unaryExpr([](double s) { return Eigen::numext::polygamma(2.0, s); }).matrix();
// CHECK-NEXT: }
