// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a small vector of scalars
func.func @vector(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "vector", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a, %b at [%0, %2], [%0, %0] : f64, f64 -> <3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰vector(a; ) = [a; 0; b]
// CHECK-NEXT: inline Eigen::VectorXd vector(double a, double b) {
// CHECK-NEXT:   const Eigen::Vector3d t0(a, 0.0, b);
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// a small matrix of scalars, with its zeros
func.func @matrix(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> !mx.matrix<2 x 2, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a, %b, %a at [%0, %0, %1], [%0, %1, %1] : f64, f64, f64 -> <2 x 2, f64>
  return %3 : !mx.matrix<2 x 2, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = [a, b; 0, a]
// CHECK-NEXT: inline Eigen::MatrixXd matrix(double a, double b) {
// CHECK-NEXT:   Eigen::Matrix2d t0;
// CHECK-NEXT:   t0 << a, b, 0.0, a;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// blocks that leave nothing out
func.func @stacked(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<m x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<k x 1, f64>
    attributes {mx.cpp_name = "stacked", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = mx.extent "n"
  %2 = mx.extent "m"
  %3 = arith.addi %1, %2 : index
  mx.bind "k" = %3
  %4 = mx.assemble %a, %b at [%0, %1], [%0, %0] : !mx.matrix<n x 1, f64>, !mx.matrix<m x 1, f64> -> <k x 1, f64>
  return %4 : !mx.matrix<k x 1, f64>
}
// CHECK-LABEL: /// d⁰stacked(a; ) = [a; b]
// CHECK-NEXT: inline Eigen::VectorXd stacked(const Eigen::VectorXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   Eigen::VectorXd t0(a.size() + b.size());
// CHECK-NEXT:   t0 << a, b;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @tiled(%a: !mx.matrix<2 x 2, f64> {mx.name = "a", mx.type = "const Eigen::Matrix2d&"},
    %b: !mx.matrix<2 x 1, f64> {mx.name = "b", mx.type = "const Eigen::Vector2d&"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<3 x 3, f64>
    attributes {mx.cpp_name = "tiled", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.transpose %b : !mx.matrix<2 x 1, f64>
  %4 = mx.assemble %a, %b, %3, %s at [%0, %0, %2, %2], [%0, %2, %0, %2] : !mx.matrix<2 x 2, f64>, !mx.matrix<2 x 1, f64>, !mx.matrix<1 x 2, f64>, f64 -> <3 x 3, f64>
  return %4 : !mx.matrix<3 x 3, f64>
}
// CHECK-LABEL: /// d⁰tiled(a; ) = [a, b; bᵀ, s]
// CHECK-NEXT: inline Eigen::MatrixXd tiled(const Eigen::Matrix2d& a, const Eigen::Vector2d& b, double s) {
// CHECK-NEXT:   Eigen::Matrix3d t0;
// CHECK-NEXT:   t0 << a, b, b.transpose(), s;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// a product is written where it belongs
func.func @product(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"},
    %c: !mx.matrix<n x 1, f64> {mx.name = "c", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<k x 1, f64>
    attributes {mx.cpp_name = "product", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = mx.extent "n"
  %2 = mx.extent "m"
  %3 = arith.addi %2, %1 : index
  mx.bind "k" = %3
  %p = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.assemble %p, %c at [%0, %2], [%0, %0] : !mx.matrix<m x 1, f64>, !mx.matrix<n x 1, f64> -> <k x 1, f64>
  return %4 : !mx.matrix<k x 1, f64>
}
// CHECK-LABEL: /// d⁰product(a; ) = [a b; c]
// CHECK-NEXT: inline Eigen::VectorXd product(const Eigen::MatrixXd& a, const Eigen::VectorXd& b,
// CHECK-NEXT:                                const Eigen::VectorXd& c) {
// CHECK-NEXT:   Eigen::VectorXd t0(a.rows() + a.cols());
// CHECK-NEXT:   t0.head(a.rows()).noalias() = a * b;
// CHECK-NEXT:   t0.tail(a.cols()) = c;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// zero elsewhere
func.func @sparse(%a: !mx.matrix<2 x 1, f64> {mx.name = "a", mx.type = "const Eigen::Vector2d&"},
    %s: f64 {mx.name = "s", mx.type = "double"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "sparse", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a, %s at [%0, %i], [%0, %0] : !mx.matrix<2 x 1, f64>, f64 -> <n x 1, f64>
  return %3 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰sparse(a; ) = t0
// CHECK-NEXT: ///   where t0 = 0[0:2 ↦ a; i ↦ s]
// CHECK-NEXT: inline Eigen::VectorXd sparse(const Eigen::Vector2d& a, double s, const Eigen::VectorXd& x,
// CHECK-NEXT:                               Eigen::Index i) {
// CHECK-NEXT:   Eigen::VectorXd t0 = Eigen::VectorXd::Zero(x.size());
// CHECK-NEXT:   t0.head<2>() = a;
// CHECK-NEXT:   t0(i) = s;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
