// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// terms and signs
func.func @sum(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "sum", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰sum(a; ) = a + b
// CHECK-NEXT: inline Eigen::MatrixXd sum(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a + b;
// CHECK-NEXT: }

func.func @minus(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "minus", mx.result = "double", mx.directions = []} {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %a : f64, f64
  %2 = mx.constant -2.0 : f64
  %3 = mx.mul %2, %b : f64, f64
  %4 = mx.add %1, %3 : f64, f64
  return %4 : f64
}
// CHECK-LABEL: /// d⁰minus(a; ) = −2 b − a
// CHECK-NEXT: inline double minus(double a, double b) {
// CHECK-NEXT:   return -2.0 * b - a;
// CHECK-NEXT: }

func.func @difference(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "difference", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %b : f64, !mx.matrix<m x n, f64>
  %2 = mx.add %a, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰difference(a; ) = a − b
// CHECK-NEXT: inline Eigen::MatrixXd difference(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a - b;
// CHECK-NEXT: }

func.func @nested(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"},
    %c: f64 {mx.name = "c", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "nested", mx.result = "double", mx.directions = []} {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %c : f64, f64
  %2 = mx.add %b, %1 : f64, f64
  %3 = mx.mul %a, %2 : f64, f64
  return %3 : f64
}
// CHECK-LABEL: /// d⁰nested(a; ) = a (b − c)
// CHECK-NEXT: inline double nested(double a, double b, double c) {
// CHECK-NEXT:   return a * (b - c);
// CHECK-NEXT: }

// a sum with a scalar in every entry is one of arrays
func.func @broadcast(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "broadcast", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.add %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰broadcast(a; ) = a + s
// CHECK-NEXT: inline Eigen::MatrixXd broadcast(const Eigen::MatrixXd& a, double s) {
// CHECK-NEXT:   return (a.array() + s).matrix();
// CHECK-NEXT: }

func.func @one(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "one", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.constant -1.0 : f64
  %1 = mx.fill %0 : f64 -> <n x 1, f64>
  %2 = mx.add %x, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰one(x; ) = x − 1
// CHECK-NEXT: inline Eigen::VectorXd one(const Eigen::VectorXd& x) {
// CHECK-NEXT:   return (x.array() - 1.0).matrix();
// CHECK-NEXT: }

func.func @array(
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::ArrayXd&", mx.array},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::ArrayXd&", mx.array},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.fill %s : f64 -> <n x 1, f64>
  %1 = mx.add %a, %b, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰array(a; ) = a + b + s
// CHECK-NEXT: inline Eigen::ArrayXd array(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b, double s) {
// CHECK-NEXT:   return a + b + s;
// CHECK-NEXT: }

// an array and a matrix become arrays
func.func @mixed(
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::ArrayXd&", mx.array},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "mixed", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.add %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰mixed(a; ) = a + b
// CHECK-NEXT: inline Eigen::VectorXd mixed(const Eigen::ArrayXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return (a + b.array()).matrix();
// CHECK-NEXT: }
