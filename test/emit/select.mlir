// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @scalar(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "scalar", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "gt" %a, %b : f64, f64
  %1 = mx.select %0, %a, %b : f64, f64, f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰scalar(a; ) = (a if a > b else b)
// CHECK-NEXT: inline double scalar(double a, double b) {
// CHECK-NEXT:   return a > b ? a : b;
// CHECK-NEXT: }

func.func @in_sum(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "in_sum", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "gt" %a, %b : f64, f64
  %1 = mx.select %0, %a, %b : f64, f64, f64
  %2 = mx.add %1, %a : f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d⁰in_sum(a; ) = a + (a if a > b else b)
// CHECK-NEXT: inline double in_sum(double a, double b) {
// CHECK-NEXT:   return a + (a > b ? a : b);
// CHECK-NEXT: }

func.func @chain(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"},
    %c: f64 {mx.name = "c", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "chain", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "gt" %a, %b : f64, f64
  %1 = mx.compare "lt" %b, %c : f64, f64
  %2 = mx.select %1, %a, %b : f64, f64, f64
  %3 = mx.select %0, %2, %c : f64, f64, f64
  return %3 : f64
}
// CHECK-LABEL: /// d⁰chain(a; ) = ((a if b < c else b) if a > b else c)
// CHECK-NEXT: inline double chain(double a, double b, double c) {
// CHECK-NEXT:   return a > b ? (b < c ? a : b) : c;
// CHECK-NEXT: }

// a product of conditions is &&, the larger is ||
func.func @both(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"},
    %c: f64 {mx.name = "c", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "both", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "gt" %a, %b : f64, f64
  %1 = mx.compare "lt" %b, %c : f64, f64
  %2 = mx.mul %0, %1 : f64, f64
  %3 = mx.select %2, %a, %b : f64, f64, f64
  return %3 : f64
}
// CHECK-LABEL: /// d⁰both(a; ) = (a if a > b and b < c else b)
// CHECK-NEXT: inline double both(double a, double b, double c) {
// CHECK-NEXT:   return a > b && b < c ? a : b;
// CHECK-NEXT: }

func.func @either(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"},
    %c: f64 {mx.name = "c", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "either", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "gt" %a, %b : f64, f64
  %1 = mx.compare "lt" %b, %c : f64, f64
  %2 = mx.max %0, %1 : f64, f64
  %3 = mx.select %2, %a, %b : f64, f64, f64
  return %3 : f64
}
// CHECK-LABEL: /// d⁰either(a; ) = (a if a > b or b < c else b)
// CHECK-NEXT: inline double either(double a, double b, double c) {
// CHECK-NEXT:   return a > b || b < c ? a : b;
// CHECK-NEXT: }

// anything but zero
func.func @number(%c: f64 {mx.name = "c", mx.type = "double"},
    %a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "number", mx.result = "double", mx.directions = []} {
  %0 = mx.select %c, %a, %b : f64, f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰number(c; ) = (a if c ≠ 0 else b)
// CHECK-NEXT: inline double number(double c, double a, double b) {
// CHECK-NEXT:   return c != 0.0 ? a : b;
// CHECK-NEXT: }

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.compare "le" %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.select %0, %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = (a if a ≤ b else b)
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return (a.array() <= b.array()).select(a, b);
// CHECK-NEXT: }

func.func @filled(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "filled", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.compare "le" %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %2 = mx.select %1, %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰filled(a; ) = (a if a ≤ s else s)
// CHECK-NEXT: inline Eigen::MatrixXd filled(const Eigen::MatrixXd& a, double s) {
// CHECK-NEXT:   return (a.array() <= s).select(a, s);
// CHECK-NEXT: }

func.func @one_condition(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"},
    %s: f64 {mx.name = "s", mx.type = "double"},
    %t: f64 {mx.name = "t", mx.type = "double"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "one_condition", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.compare "lt" %s, %t : f64, f64
  %1 = mx.fill %0 : f64 -> <m x n, f64>
  %2 = mx.select %1, %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰one_condition(a; ) = (a if s < t else b)
// CHECK-NEXT: inline Eigen::MatrixXd one_condition(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, double s,
// CHECK-NEXT:                                      double t) {
// CHECK-NEXT:   return (s < t ? Eigen::MatrixXd(a) : Eigen::MatrixXd(b));
// CHECK-NEXT: }
