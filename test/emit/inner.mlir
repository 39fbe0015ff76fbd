// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a dot product for vectors, a sum of products for matrices
func.func @dot(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "dot", mx.result = "double", mx.directions = []} {
  %0 = mx.inner %a, %b : <n x 1, f64>, <n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰dot(a; ) = ⟨a, b⟩
// CHECK-NEXT: inline double dot(const Eigen::VectorXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return a.dot(b);
// CHECK-NEXT: }

func.func @matrices(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "matrices", mx.result = "double", mx.directions = []} {
  %0 = mx.inner %a, %b : <m x n, f64>, <m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰matrices(a; ) = ⟨a, b⟩
// CHECK-NEXT: inline double matrices(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.cwiseProduct(b).sum();
// CHECK-NEXT: }

func.func @squared(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "squared", mx.result = "double", mx.directions = []} {
  %0 = mx.inner %a, %a : <m x n, f64>, <m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰squared(a; ) = ‖a‖²
// CHECK-NEXT: inline double squared(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.squaredNorm();
// CHECK-NEXT: }

func.func @rows(
    %a: !mx.matrix<1 x n, f64> {mx.name = "a", mx.type = "const Eigen::RowVectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "rows", mx.result = "double", mx.directions = []} {
  %0 = mx.transpose %b : !mx.matrix<n x 1, f64>
  %1 = mx.inner %a, %0 : <1 x n, f64>, <1 x n, f64>
  return %1 : f64
}
// CHECK-LABEL: /// d⁰rows(a; ) = ⟨aᵀ, b⟩
// CHECK-NEXT: inline double rows(const Eigen::RowVectorXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return a.dot(b);
// CHECK-NEXT: }

func.func @norm(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "norm", mx.result = "double", mx.directions = []} {
  %0 = mx.inner %x, %x : <n x 1, f64>, <n x 1, f64>
  %1 = mx.pow %0, 0.5 : f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰norm(x; ) = ‖x‖
// CHECK-NEXT: inline double norm(const Eigen::VectorXd& x) {
// CHECK-NEXT:   return x.norm();
// CHECK-NEXT: }

func.func @array(
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::ArrayXd&", mx.array},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "array", mx.result = "double", mx.directions = []} {
  %0 = mx.inner %a, %b : <n x 1, f64>, <n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰array(a; ) = ⟨a, b⟩
// CHECK-NEXT: inline double array(const Eigen::ArrayXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return a.matrix().dot(b);
// CHECK-NEXT: }

func.func @difference(
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "difference", mx.result = "double", mx.directions = []} {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %b : f64, !mx.matrix<n x 1, f64>
  %2 = mx.add %a, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %3 = mx.inner %2, %2 : <n x 1, f64>, <n x 1, f64>
  return %3 : f64
}
// CHECK-LABEL: /// d⁰difference(a; ) = ‖a − b‖²
// CHECK-NEXT: inline double difference(const Eigen::VectorXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return (a - b).squaredNorm();
// CHECK-NEXT: }
